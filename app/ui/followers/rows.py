"""The rows of the grid: one person with a cell for each recorded platform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.handle import shown
from app.domain.person import Account
from app.domain.platform import RECORDED, Platform
from app.domain.plausibility import Doubt
from app.services.checking import Place
from app.services.recording import GridRow

_SURE: Mapping[Place, Doubt] = {}


@dataclass(frozen=True, slots=True)
class CountCell:
    """What is known of one person on one platform, on the day that is looked at.

    `age` is in days; None without a count.
    """

    account: Account | None = None
    age: int | None = None
    is_stale: bool = False
    is_due: bool = False
    """The account was not counted in the month that is looked at."""
    doubt: Doubt | None = None
    """Why the count wants a second look."""

    @property
    def is_stated_none(self) -> bool:
        """The person says that there is no account, and no count says otherwise."""
        return self.account is not None and self.account.stated_none and self.age is None

    @property
    def is_filled(self) -> bool:
        """A count stands there, or the word that there is no account."""
        return self.age is not None or self.is_stated_none


@dataclass(frozen=True, slots=True)
class FollowersRow:
    """One person; `cells` stand in the order of `RECORDED`."""

    id: int
    name: str
    unit: str
    search: str
    cells: tuple[CountCell, ...]

    @property
    def is_stale(self) -> bool:
        """Some count is older than the limit."""
        return any(cell.is_stale for cell in self.cells)

    @property
    def is_due(self) -> bool:
        """Some account was not counted this month, or nothing is known at all."""
        if not any(cell.is_filled for cell in self.cells):
            return True
        return any(cell.is_due for cell in self.cells)

    @property
    def is_odd(self) -> bool:
        """Some count wants a second look."""
        return any(cell.doubt is not None for cell in self.cells)

    def cell(self, platform: Platform) -> CountCell:
        """What is known on one of the recorded platforms."""
        return self.cells[RECORDED.index(platform)]

    def is_like(self, other: "FollowersRow") -> bool:
        """The same counts of the same person, whatever is thought of them."""
        mine, theirs = self.cells, other.cells
        return self.id == other.id and [c.account for c in mine] == [c.account for c in theirs]

    def without_doubt(self, platform: Platform) -> "FollowersRow":
        """The same row after the count of this platform was said to be right."""
        cells = list(self.cells)
        at = RECORDED.index(platform)
        cells[at] = replace(cells[at], doubt=None)
        return replace(self, cells=tuple(cells))

    @property
    def is_waiting(self) -> bool:
        """There is an account without a count, or nothing is known at all."""
        if not any(cell.is_filled for cell in self.cells):
            return True
        return any(
            not cell.is_filled and cell.account is not None and cell.account.exists
            for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Writes rows as they stand on `day`; a count older than `age_limit` days is old."""

    day: date
    age_limit: int

    def rows(
        self, grid: Sequence[GridRow], doubts: Mapping[Place, Doubt] = _SURE
    ) -> list[FollowersRow]:
        """All rows in the same order."""
        return [self.row(one, doubts) for one in grid]

    def row(self, one: GridRow, doubts: Mapping[Place, Doubt] = _SURE) -> FollowersRow:
        """The row of one person; `doubts` by person and platform."""
        person = one.person
        known = {account.platform: account for account in one.accounts}
        cells = tuple(
            self._cell(known.get(platform), doubts.get((person.id, platform)))
            for platform in RECORDED
        )
        names = [account.handle for account in one.accounts if account.handle is not None]
        search = " ".join((person.full_name, person.nip.digits, *map(shown, names)))
        return FollowersRow(person.id, person.name, person.place, search, cells)

    def _cell(self, account: Account | None, doubt: Doubt | None) -> CountCell:
        if account is None or account.latest is None:
            return CountCell(account, is_due=account is not None and account.exists)
        age = (self.day - account.latest.observed_on).days
        old = age > self.age_limit
        due = account.exists and account.latest.observed_on < self.day.replace(day=1)
        return CountCell(account, age, old, due, doubt)
