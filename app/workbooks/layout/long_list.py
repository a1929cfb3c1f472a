"""Lists with one row an account: a column of platforms, one of handles, one of counts."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from app.domain.count import read_count
from app.domain.fields import Certainty, Field
from app.domain.platform import RECORDED, Platform
from app.domain.roster import AS_NUMBER, AccountEntry
from app.workbooks.layout.account_cells import AccountCells
from app.workbooks.layout.head import Head, Role
from app.workbooks.layout.header import Header
from app.workbooks.layout.platform_names import platform_said
from app.workbooks.layout.profile import Profile
from app.workbooks.layout.words import (
    COUNT_WORDS,
    FOLLOWERS_WORDS,
    HANDLE_WORDS,
    PLATFORM_WORDS,
    normal,
)

Chosen = dict[Field, tuple[int, Certainty]]

_PERSON = (Field.NIP, Field.NAME, Field.NAME_AND_NIP)
_MOST = 0.8
_SPEAKING = frozenset("platform medsos sosmed sosial".split())
_ROLES = (Role.UNKNOWN, Role.BARE_HANDLE, Role.OTHER, Role.SOCIAL)


class LongList:
    """Reads the three columns of such a list, row by row; remembers whose rows they are.

    Person cells are often filled, or joined, only beside the first account of a person.
    """

    def __init__(
        self,
        platform: int,
        handle: int | None,
        counts: int | None,
        person: Sequence[int],
        unit: int = 1,
        day: date | None = None,
    ) -> None:
        self._platform, self._handle, self._counts = platform, handle, counts
        self._person = person
        self._cells = {
            one.value: AccountCells(one, handle, counts, None, unit, day) for one in RECORDED
        }
        self._last: Sequence[object] = ()

    @classmethod
    def of(
        cls,
        fields: Mapping[Field, int],
        units: Mapping[int, int] = MappingProxyType({}),
        days: Mapping[int, date] = MappingProxyType({}),
    ) -> "LongList | None":
        """None for a list with one row a person. `units` and `days`: of the counts, by column."""
        platform = fields.get(Field.PLATFORM)
        if platform is None:
            return None
        person = [fields[field] for field in _PERSON if field in fields]
        counts = fields.get(Field.FOLLOWERS)
        unit = 1 if counts is None else units.get(counts, 1)
        day = None if counts is None else days.get(counts)
        return cls(platform, fields.get(Field.HANDLE), counts, person, unit, day)

    def with_person(self, row: Sequence[object]) -> Sequence[object]:
        """The row, with number and name of the row above where it has an account and neither."""
        if any(_cell(row, column) for column in self._person):
            self._last = [_cell(row, column) for column in self._person]
            return row
        if not (self._last and platform_said(_text(row, self._platform))):
            return row
        cells = list(row) + [None] * (max(self._person) + 1 - len(row))
        for column, value in zip(self._person, self._last, strict=True):
            cells[column] = value
        return cells

    def about(self, row: Sequence[object]) -> str:
        """The platform of the row; "?" where an account or a count stands there without one."""
        said = platform_said(_text(row, self._platform))
        if said or not any(_text(row, column) for column in (self._handle, self._counts)):
            return said
        return "?"

    def unnamed(self, row: Sequence[object]) -> dict[str, str]:
        """Account and count of a row that names no platform, as written, for whoever names it."""
        entry = self._cells[Platform.INSTAGRAM.value].read(row)
        if entry is None:
            return {}
        platform = _text(row, self._platform)
        said = {
            "platform": platform,
            "handle": entry.handle_written,
            "followers": entry.count_written,
        }
        as_text = read_count(entry.count_written).interval
        if (as_text.low if as_text is not None else None) != entry.low:
            said[f"followers{AS_NUMBER}"] = entry.count_written
        return {field: text for field, text in said.items() if text}

    def accounts(self, row: Sequence[object]) -> tuple[AccountEntry, ...]:
        """The one account of the row, which must reach all columns; none of other platforms."""
        cells = self._cells.get(platform_said(_text(row, self._platform)))
        entry = cells.read(row) if cells is not None else None
        return () if entry is None else (entry,)


def place_long_list(
    heads: Sequence[Head], header: Header, profiles: Sequence[Profile], chosen: Chosen
) -> bool:
    """Whether the rows are accounts, not people; then the three columns have their meanings.

    A column of platforms is known by its values: hardly anything else, and two platforms at least
    where its head does not speak of platforms.
    Heads that name one platform make a list of people, whatever stands beside them; not so in our
    workbook of held rows, which has both.
    """
    is_ours = Field.HELD_CODE in chosen
    if not is_ours and any(_names_one_platform(texts) for texts in header.texts):
        return False
    taken = {i for field, (i, _) in chosen.items() if is_ours or field.platform is None}
    free = [index for index in range(len(heads)) if index not in taken]
    named = [i for i in free if _holds_platforms(heads[i], header.texts[i], profiles[i])]
    if not named:
        return False
    rest = [index for index in free if index != named[0]]
    handle = _handle(rest, heads, header, profiles)
    counts = _counts([index for index in rest if index != handle], header, profiles)
    if handle is None and counts is None:
        return False
    for field in [field for field in chosen if field.platform is not None and not is_ours]:
        del chosen[field]
    chosen[Field.PLATFORM] = (named[0], Certainty.LIKELY)
    if handle is not None:
        chosen[Field.HANDLE] = (handle, Certainty.LIKELY)
    if counts is not None:
        chosen[Field.FOLLOWERS] = (counts, Certainty.LIKELY)
    return True


def _cell(row: Sequence[object], column: int | None) -> object:
    return row[column] if column is not None and column < len(row) else None


def _text(row: Sequence[object], column: int | None) -> str:
    cell = _cell(row, column)
    text = "" if cell is None else str(cell).strip()
    return "" if text in ("-", "–") else text


def _names_one_platform(texts: Sequence[str]) -> bool:
    return len({PLATFORM_WORDS[word] for word in _words(texts) if word in PLATFORM_WORDS}) == 1


def _holds_platforms(head: Head, texts: Sequence[str], seen: Profile) -> bool:
    if head.role not in _ROLES or seen.share(seen.platforms) < _MOST:
        return False
    said = {said for said in map(platform_said, seen.distinct) if said}
    # "X" all the way down may be ticks.
    return len(said) > 1 or bool(_words(texts) & _SPEAKING and said - {Platform.X.value})


def _handle(
    columns: Sequence[int], heads: Sequence[Head], header: Header, profiles: Sequence[Profile]
) -> int | None:
    """A head that speaks of accounts, else a column of links or of names behind an @."""
    for index in columns:
        words = _words(header.texts[index])
        speaks = heads[index].role is Role.BARE_HANDLE or bool(words & (HANDLE_WORDS - {"id"}))
        asks = bool(words & (FOLLOWERS_WORDS | COUNT_WORDS))
        if speaks and not asks and profiles[index].filled and not profiles[index].mostly_counts:
            return index
    linked = (i for i in columns if profiles[i].share(profiles[i].accounts) >= 0.5)
    return next(linked, None)


def _counts(columns: Sequence[int], header: Header, profiles: Sequence[Profile]) -> int | None:
    """A head that speaks of followers, else of a number, above numbers."""
    for wanted in (FOLLOWERS_WORDS, COUNT_WORDS):
        for index in columns:
            if _words(header.texts[index]) & wanted and profiles[index].mostly_counts:
                return index
    return None


def _words(texts: Sequence[str]) -> set[str]:
    return set(normal(" ".join(texts)).split())
