"""The rows of the grid: one person with a cell for each recorded platform."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.handle import shown
from app.domain.person import Account, Count, ListedPerson, NamedPerson, full_name
from app.domain.platform import RECORDED, Platform
from app.domain.plausibility import Doubt
from app.services.checking import Place
from app.services.packed_accounts import NO_ACCOUNTS, PackedAccounts, fresh, packed, whole
from app.services.recording import GridRow

_SURE: Mapping[Place, Doubt] = {}
_NO_DOUBT: Mapping[Platform, Doubt] = {}

_Said = tuple[tuple[bool, ...], bool, bool, bool, bool]
"""What Marks say, but for their writer."""


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
    def count(self) -> Count | None:
        """The newest one."""
        return None if self.account is None else self.account.latest

    @property
    def is_stated_none(self) -> bool:
        """The person says that there is no account, and no count says otherwise."""
        return self.account is not None and self.account.stated_none and self.age is None

    @property
    def is_filled(self) -> bool:
        """A count stands there, or the word that there is no account."""
        return self.age is not None or self.is_stated_none


class Marks(NamedTuple):
    """What is asked of all rows at once; one of few, shared by all rows that it is true of."""

    filled: tuple[bool, ...]
    """Of each platform in the order of `RECORDED`, whether its cell is filled."""
    is_stale: bool
    """Some count is older than the limit."""
    is_due: bool
    """Some account was not counted this month, or nothing is known at all."""
    is_waiting: bool
    """There is an account without a count, or nothing is known at all."""
    writer: "RowWriter"
    pending: bool = False
    """Nothing was read yet but who this is."""


class FollowersRow(NamedTuple):
    """One person; what is asked of all rows at once stands ready, cells are made when shown.

    A tuple of what is shared as far as it can be: 100,000 rows with their cells take 350 MB.
    """

    id: int
    name: str
    unit: str
    search: str
    """Lower case."""
    packed: PackedAccounts
    marks: Marks
    doubts: Mapping[Platform, Doubt] = _NO_DOUBT

    @property
    def pending(self) -> bool:
        """Nothing was read yet but who this is."""
        return self.marks.pending

    @property
    def accounts(self) -> tuple[Account | None, ...]:
        """In the order of `RECORDED`."""
        known = {account.platform: account for account in whole(self.packed)}
        return tuple(map(known.get, RECORDED))

    @property
    def is_odd(self) -> bool:
        """Some count wants a second look."""
        return bool(self.doubts)

    @property
    def cells(self) -> tuple[CountCell, ...]:
        """In the order of `RECORDED`."""
        return tuple(self.cell(platform) for platform in RECORDED)

    def cell(self, platform: Platform) -> CountCell:
        """What is known on one of the recorded platforms."""
        known = whole(self.packed)
        account = next((one for one in known if one.platform is platform), None)
        return self.marks.writer.cell(account, self.doubts.get(platform))

    def is_like(self, other: "FollowersRow") -> bool:
        """The same counts of the same person, whatever is thought of them."""
        return self.id == other.id and self.packed == other.packed

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
    _once: dict[_Said, Marks] = field(default_factory=dict, init=False, repr=False, compare=False)
    _days: dict[date, tuple[int, bool, bool]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def rows(
        self, grid: Sequence[GridRow], doubts: Mapping[Place, Doubt] = _SURE
    ) -> list[FollowersRow]:
        """Some rows in the same order; `doubts` by person and platform."""
        rows = [self.row(one.person.listed, one.accounts) for one in grid]
        return [row.doubted(_doubts_of(row.id, doubts)) for row in rows] if doubts else rows

    def row(self, who: ListedPerson, accounts: Sequence[Account]) -> FollowersRow:
        """The row of one person."""
        names = [shown(account.handle) for account in accounts if account.handle is not None]
        return FollowersRow(
            who.id,
            who.name,
            who.unit or who.organisation,
            " ".join((who.full_name, who.nip, *names)).lower(),
            packed(accounts),
            self._marks(accounts),
        )

    def named(self, everyone: Sequence[NamedPerson]) -> list[FollowersRow]:
        """Who they are, before anything is read of the accounts."""
        marks = self._kept(_UNREAD)
        return [
            FollowersRow(
                person_id,
                name,
                placement.unit or placement.organisation,
                f"{full_name(front, name, back)} {nip}".lower(),
                NO_ACCOUNTS,
                marks,
            )
            for person_id, nip, name, front, back, _, placement in everyone
        ]

    def _marks(self, accounts: Sequence[Account]) -> Marks:
        """Not through cells: 100,000 people have half a million."""
        known = {account.platform: account for account in accounts}
        filled, stale, due, waiting = [], False, False, False
        for account in map(known.get, RECORDED):
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
        return self._kept((tuple(filled), stale, nothing or due, nothing or waiting, False))

    def _kept(self, said: _Said) -> Marks:
        found = self._once.get(said)
        if found is None:
            filled, is_stale, is_due, is_waiting, pending = said
            found = Marks(filled, is_stale, is_due, is_waiting, self, pending)
            self._once[said] = found
        return found

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


_UNREAD: _Said = ((False,) * len(RECORDED), False, False, False, True)
_NOTHING = CountCell()


def known_of_each(rows: Iterable[FollowersRow]) -> Iterator[tuple[int, Sequence[Account]]]:
    """Every account of which anything is known, by id; whole only while somebody looks at it."""
    for row in sorted(rows, key=_id):
        yield row.id, fresh(row.packed)


def _id(row: FollowersRow) -> int:
    return row.id


def odd_among(rows: Sequence[FollowersRow], doubts: Mapping[Place, Doubt]) -> list[FollowersRow]:
    """Those with an odd count, and why it is."""
    whose = {person for person, _ in doubts}
    return [row.doubted(_doubts_of(row.id, doubts)) for row in rows if row.id in whose]


def _doubts_of(person: int, doubts: Mapping[Place, Doubt]) -> Mapping[Platform, Doubt]:
    return {
        platform: doubts[person, platform] for platform in RECORDED if (person, platform) in doubts
    }
