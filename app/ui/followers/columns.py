"""The columns of the grid: the frozen name, the unit, a count for each platform."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from app.domain.person import Count
from app.domain.platform import RECORDED, Platform
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

_T = TypeVar("_T")


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
        *(_platform_column(words, marks, at, platform) for at, platform in enumerate(RECORDED)),
        _marked(STALE, lambda row: row.is_stale),
        _marked(WAITING, lambda row: row.is_waiting),
        _marked(DUE, lambda row: row.is_due),
        _marked(ODD, lambda row: row.is_odd),
    ]


def _marked(key: str, is_so: Callable[[FollowersRow], bool]) -> Column[FollowersRow]:
    """Without a heading it is no column to anybody, only what a button filters by."""
    return Column(key, "", lambda row: YES if is_so(row) else "", hidden=True, filterable=False)


def _platform_column(
    words: CellWords, marks: EvidenceMarks, at: int, platform: Platform
) -> Column[FollowersRow]:
    def plain(row: FollowersRow) -> str:
        return words.plain(row.cell_at(at))

    def look(row: FollowersRow) -> Look:
        if row.pending:
            return PENDING_LOOK
        cell = row.cell_at(at)
        return marks.marked(words.look(cell), row.id, platform, cell)

    def spoken(row: FollowersRow) -> str:
        cell = row.cell_at(at)
        text = words.spoken(platform, cell)
        return marks.spoken(text, row.id, platform, cell, words.language)

    return Column(
        platform.value,
        platform.name_shown,
        plain,
        sort_key=partial(_of, at, _low),
        align=Align.RIGHT,
        width=_WIDTHS.get(platform, _OTHER_WIDTH),
        stretch=platform is RECORDED[-1],
        number=partial(_of, at, _number),
        rounded=partial(_is_rounded, at=at),
        tooltip=spoken,
        look=look,
        edit_text=plain,
    )


def _of(at: int, answer: Callable[[Count], _T], row: FollowersRow) -> _T | None:
    """Sums and sorts ask it of everybody: straight of the account, without a cell."""
    account = row.accounts[at]
    return None if account is None or account.latest is None else answer(account.latest)


def _low(count: Count) -> int:
    return count.interval.low


def _number(count: Count) -> int:
    return written_number(count.interval, count.written)


def _is_rounded(row: FollowersRow, at: int) -> bool:
    account = row.accounts[at]
    return account is not None and account.latest is not None and not account.latest.interval.exact
