"""The cells of one platform in a row, read as one account entry."""

from collections.abc import Sequence
from datetime import date

from app.domain.count import CountReading
from app.domain.count_unit import read_count_in
from app.domain.counted_on import split_counted_on
from app.domain.dates import read_date
from app.domain.handle import HandleKind, plain_handle, read_handle
from app.domain.handle_and_count import split_handle_and_count
from app.domain.platform import Platform
from app.domain.roster import AccountEntry

_REMEMBERED = 8_192
"""Counts without a name of their own; "1,2 rb" comes a thousand times in a roster."""

_USERNAME = HandleKind.USERNAME.value


class AccountCells:
    """Where a sheet has the account, the count and the day of one platform; 0-based columns."""

    def __init__(
        self,
        platform: Platform,
        handle: int | None,
        count: int | None,
        observed: int | None,
        unit: int = 1,
        day: date | None = None,
    ) -> None:
        """`unit` and `day`: of the counts, where their head tells one."""
        self._unit = unit
        self._day = day
        self.platform = platform
        self.handle = handle
        self.count = count
        self.observed = observed
        self._counts: dict[object, AccountEntry] = {}

    @property
    def columns(self) -> list[int]:
        """Those that are there."""
        return [c for c in (self.handle, self.count, self.observed) if c is not None]

    def read(self, row: Sequence[object]) -> AccountEntry | None:
        """What `row` says, or None where it says nothing; the row must reach all columns."""
        handle, count, observed = self.handle, self.count, self.observed
        return self.read_cells(
            None if handle is None else row[handle],
            None if count is None else row[count],
            None if observed is None else row[observed],
        )

    def read_cells(self, name: object, number: object, day: object) -> AccountEntry | None:
        """What the three cells say; None where there is no such column."""
        if name is None:
            if number is None:
                return None
            entry = self._counted(number)
            own_day = None if day is None else read_date(day)
            return entry if own_day is None else entry._replace(observed_on=own_day)
        own_day = None if day is None else read_date(day)
        if self.count is None and isinstance(name, str) and any(map(str.isdigit, name)):
            undated, counted_on = split_counted_on(name)
            account, number = split_handle_and_count(undated)
            if number:
                name, own_day = account, own_day or counted_on
        return self._named(name, number, own_day)

    def plain_name(self, name: str) -> str | None:
        """The user name in a cell that says nothing else, as nearly all do; None: it may."""
        if self.count is None and any(map(str.isdigit, name)):
            return None
        return plain_handle(name, self.platform)

    def _counted(self, number: object) -> AccountEntry:
        """The entry of a count beside an empty name."""
        entry = self._counts.get(number)
        # True and 1.0 are equal keys, but not equal cells.
        if entry is not None and number.__class__ is not bool:
            return entry
        reading, day = self._read(number), self._day_of(number)
        entry = AccountEntry.of(self.platform, read_handle(None, self.platform), reading, day)
        if number is None or number.__class__ is str or number.__class__ is float:
            if len(self._counts) >= _REMEMBERED:
                self._counts.clear()
            self._counts[number] = entry
        return entry

    def _read(self, number: object) -> CountReading:
        return read_count_in(number, self._unit)

    def _day_of(self, number: object) -> date | None:
        """What the cell of a count says of its day, else what the head says."""
        return None if number in (None, "") else _counted_on(number) or self._day

    def _named(self, name: object, number: object, day: date | None) -> AccountEntry:
        plain = plain_handle(name, self.platform) if isinstance(name, str) else None
        if plain is None:
            read = read_handle(name, self.platform)
            return AccountEntry.of(
                self.platform, read, self._read(number), day or self._day_of(number)
            )
        _, _, _, _, _, _, _, low, high, exact, written, no_count, own = self._counted(number)
        return AccountEntry(
            self.platform, plain, _USERNAME, None, str(name), None, False,
            low, high, exact, written, no_count, day or own,
        )  # fmt: skip


def _counted_on(number: object) -> date | None:
    """The day that stands behind the count in its cell."""
    return split_counted_on(number)[1] if isinstance(number, str) else None
