"""The columns of the grid: the frozen name, the unit, a count for each platform."""

from collections.abc import Callable

from app.domain.platform import RECORDED, Platform
from app.services.packed_accounts import exact_on, low_on
from app.ui.followers.cells import CellWords
from app.ui.followers.marks import EvidenceMarks
from app.ui.followers.rows import FollowersRow
from app.ui.table.column import Align, Column
from app.ui.table.looks import PENDING_LOOK, Look
from app.wording.counts import written_number
from app.wording.language import Language

STALE = "stale"
WAITING = "waiting"
DUE = "due"
ODD = "odd"
YES = "yes"
"""The text of the hidden columns for the rows that their filters let pass."""

_WIDTHS = {Platform.INSTAGRAM: 164, Platform.FACEBOOK: 164}
_OTHER_WIDTH = 152


def followers_columns(language: Language, marks: EvidenceMarks) -> list[Column[FollowersRow]]:
    """Name, unit, the platforms, and hidden columns to filter by."""
    words = CellWords(language)
    return [
        Column(
            "name",
            language.say("Name"),
            lambda row: row.name,
            width=184,
            tooltip=lambda row: row.name,
        ),
        Column("unit", language.say("Unit"), lambda row: row.unit, width=136, tone="text_2"),
        *(_platform_column(words, marks, platform) for platform in RECORDED),
        _marked(STALE, lambda row: row.marks.is_stale),
        _marked(WAITING, lambda row: row.marks.is_waiting),
        _marked(DUE, lambda row: row.marks.is_due),
        _marked(ODD, lambda row: row.is_odd),
    ]


def _marked(key: str, is_so: Callable[[FollowersRow], bool]) -> Column[FollowersRow]:
    """Without a heading it is no column to anybody, only what a button filters by."""
    return Column(key, "", lambda row: YES if is_so(row) else "", hidden=True, filterable=False)


def _platform_column(
    words: CellWords, marks: EvidenceMarks, platform: Platform
) -> Column[FollowersRow]:
    def plain(row: FollowersRow) -> str:
        return words.plain(row.cell(platform))

    def look(row: FollowersRow) -> Look:
        if row.pending:
            return PENDING_LOOK
        cell = row.cell(platform)
        return marks.marked(words.look(cell), row.id, platform, cell)

    def spoken(row: FollowersRow) -> str:
        cell = row.cell(platform)
        text = words.spoken(platform, cell)
        return marks.spoken(text, row.id, platform, cell, words.language)

    low_of, exact_of = low_on(platform), exact_on(platform)

    # Sums and sorts ask these of everybody: without a cell, and mostly without whole accounts.
    def low(row: FollowersRow) -> int | None:
        return low_of(row.packed)

    def number(row: FollowersRow) -> int | None:
        exact = exact_of(row.packed)
        if exact is not None or low(row) is None:
            return exact
        count = row.cell(platform).count
        return None if count is None else written_number(count.interval, count.written)

    def is_rounded(row: FollowersRow) -> bool:
        return low(row) is not None and exact_of(row.packed) is None

    return Column(
        platform.value,
        platform.name_shown,
        plain,
        sort_key=low,
        align=Align.RIGHT,
        width=_WIDTHS.get(platform, _OTHER_WIDTH),
        stretch=platform is RECORDED[-1],
        number=number,
        rounded=is_rounded,
        tooltip=spoken,
        look=look,
        edit_text=plain,
    )
