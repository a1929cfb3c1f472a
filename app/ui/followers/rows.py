"""The rows of the grid: one person with a cell for each recorded platform."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.handle import shown
from app.domain.person import Account
from app.domain.platform import RECORDED
from app.services.recording import GridRow


@dataclass(frozen=True, slots=True)
class CountCell:
    """What is known of one person on one platform, on the day that is looked at.

    `age` is in days; None without a count.
    """

    account: Account | None = None
    age: int | None = None
    is_stale: bool = False

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
    """Writes rows as they stand on `day`; `age_limit` in days, None for no limit."""

    day: date
    age_limit: int | None

    def rows(self, grid: Sequence[GridRow]) -> list[FollowersRow]:
        """All rows in the same order."""
        return [self.row(one) for one in grid]

    def row(self, one: GridRow) -> FollowersRow:
        """The row of one person."""
        person = one.person
        known = {account.platform: account for account in one.accounts}
        cells = tuple(self._cell(known.get(platform)) for platform in RECORDED)
        names = [account.handle for account in one.accounts if account.handle is not None]
        search = " ".join((person.full_name, person.nip.digits, *map(shown, names)))
        return FollowersRow(person.id, person.name, person.place, search, cells)

    def _cell(self, account: Account | None) -> CountCell:
        if account is None or account.latest is None:
            return CountCell(account)
        age = (self.day - account.latest.observed_on).days
        return CountCell(account, age, self.age_limit is not None and age > self.age_limit)
