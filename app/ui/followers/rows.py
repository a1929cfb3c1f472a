"""The rows of the grid: one person with a cell for each recorded platform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.handle import shown
from app.domain.person import Account, ListedPerson
from app.domain.platform import RECORDED, Platform
from app.domain.plausibility import Doubt
from app.services.checking import Place
from app.services.recording import GridRow

_SURE: Mapping[Place, Doubt] = {}
_NO_DOUBT: Mapping[Platform, Doubt] = {}


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


class FollowersRow(NamedTuple):
    """One person; what is asked of all rows at once stands ready, cells are made when shown.

    A tuple of what is shared as far as it can be: 100,000 rows with their cells take 350 MB.
    """

    id: int
    name: str
    unit: str
    search: str
    """Lower case."""
    accounts: tuple[Account | None, ...]
    """In the order of `RECORDED`."""
    writer: "RowWriter"
    filled: tuple[bool, ...]
    """Of each platform, whether its cell is filled; one of few tuples."""
    is_stale: bool
    """Some count is older than the limit."""
    is_due: bool
    """Some account was not counted this month, or nothing is known at all."""
    is_waiting: bool
    """There is an account without a count, or nothing is known at all."""
    others: tuple[Account, ...]
    """On platforms without a column; what they say may make a count odd."""
    doubts: Mapping[Platform, Doubt] = _NO_DOUBT
    pending: bool = False
    """Nothing was read yet but who this is."""

    @property
    def known(self) -> list[Account]:
        """Every account of which anything is known."""
        return [one for one in self.accounts if one is not None] + list(self.others)

    @property
    def is_odd(self) -> bool:
        """Some count wants a second look."""
        return bool(self.doubts)

    @property
    def cells(self) -> tuple[CountCell, ...]:
        """In the order of `RECORDED`."""
        return tuple(self.cell_at(at) for at in range(len(RECORDED)))

    def cell_at(self, place: int) -> CountCell:
        """What is known on the recorded platform at this place."""
        return self.writer.cell(self.accounts[place], self.doubts.get(RECORDED[place]))

    def cell(self, platform: Platform) -> CountCell:
        """What is known on one of the recorded platforms."""
        return self.cell_at(RECORDED.index(platform))

    def is_like(self, other: "FollowersRow") -> bool:
        """The same counts of the same person, whatever is thought of them."""
        return self.id == other.id and self.accounts == other.accounts

    def doubted(self, doubts: Mapping[Platform, Doubt]) -> "FollowersRow":
        """The same row with what is odd about its counts."""
        return self._replace(doubts=doubts)

    def without_doubt(self, platform: Platform) -> "FollowersRow":
        """The same row after the count of this platform was said to be right."""
        return self.doubted({one: why for one, why in self.doubts.items() if one is not platform})


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Writes rows as they stand on `day`; a count older than `age_limit` days is old."""

    day: date
    age_limit: int
    _once: dict[tuple[bool, ...], tuple[bool, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _days: dict[date, tuple[int, bool, bool]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def rows(
        self, grid: Sequence[GridRow], doubts: Mapping[Place, Doubt] = _SURE
    ) -> list[FollowersRow]:
        """All rows in the same order."""
        return [self.row(one, doubts) for one in grid]

    def row(self, one: GridRow, doubts: Mapping[Place, Doubt] = _SURE) -> FollowersRow:
        """The row of one person; `doubts` by person and platform."""
        person = one.person
        known = {account.platform: account for account in one.accounts}
        accounts = tuple(map(known.get, RECORDED))
        filled, stale, due, waiting = [], False, False, False
        # Not through cells: 100,000 people have half a million.
        for account in accounts:
            latest = account.latest if account is not None else None
            if latest is not None:
                _, is_old, is_before = self._of_day(latest.observed_on)
                stale |= is_old
                due |= is_before and account is not None and account.exists
                filled.append(True)
            else:
                is_stated = account is not None and account.stated_none
                exists = account is not None and account.exists
                due |= exists
                waiting |= exists and not is_stated
                filled.append(is_stated)
        nothing = not any(filled)
        names = [shown(account.handle) for account in one.accounts if account.handle is not None]
        return FollowersRow(
            person.id,
            person.name,
            person.place,
            " ".join((person.full_name, person.nip.digits, *names)).lower(),
            accounts,
            self,
            self._once.setdefault(key := tuple(filled), key),
            stale,
            nothing or due,
            nothing or waiting,
            tuple(account for account in one.accounts if account.platform not in RECORDED),
            _doubts_of(person.id, doubts) if doubts else _NO_DOUBT,
        )

    def named(self, who: ListedPerson) -> FollowersRow:
        """Who this is, before anything is read of the accounts."""
        search = f"{who.full_name} {who.nip}".lower()
        return FollowersRow(
            who.id,
            who.name,
            who.unit or who.organisation,
            search,
            _NO_ACCOUNTS,
            self,
            _NOT_FILLED,
            False,
            False,
            False,
            (),
            pending=True,
        )

    def cell(self, account: Account | None, doubt: Doubt | None = None) -> CountCell:
        """What is known of one account."""
        if account is None:
            return _NOTHING
        if account.latest is None:
            return CountCell(account, is_due=account.exists)
        age, is_old, is_before = self._of_day(account.latest.observed_on)
        return CountCell(account, age, is_old, is_before and account.exists, doubt)

    def _of_day(self, counted_on: date) -> tuple[int, bool, bool]:
        """How many days ago, whether that is too old, and whether it was before this month."""
        found = self._days.get(counted_on)
        if found is None:
            age = (self.day - counted_on).days
            found = age, age > self.age_limit, counted_on < self.day.replace(day=1)
            self._days[counted_on] = found
        return found


_NO_ACCOUNTS: tuple[Account | None, ...] = (None,) * len(RECORDED)
_NOT_FILLED = (False,) * len(RECORDED)
_NOTHING = CountCell()


def odd_among(rows: Sequence[FollowersRow], doubts: Mapping[Place, Doubt]) -> list[FollowersRow]:
    """Those with an odd count, and why it is."""
    whose = {person for person, _ in doubts}
    return [row.doubted(_doubts_of(row.id, doubts)) for row in rows if row.id in whose]


def _doubts_of(person: int, doubts: Mapping[Place, Doubt]) -> Mapping[Platform, Doubt]:
    return {
        platform: doubts[person, platform] for platform in RECORDED if (person, platform) in doubts
    }
