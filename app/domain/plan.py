"""Plans an import row by row: what is new, what changes, what has to wait."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from app.domain.account_merging import merged
from app.domain.count import NoCount
from app.domain.known_people import KnownPeople
from app.domain.name import fold_name
from app.domain.person import Consent
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow, full_row
from app.domain.platform import Platform
from app.domain.roster import (
    PERSON_FIELDS,
    AccountEntry,
    AccountState,
    CountState,
    HoldReason,
    Known,
    Outcome,
    PersonWrite,
    PlannedRow,
    RosterRow,
    SkippedRow,
)

Earlier = Callable[[int, Platform, date], CountState | None]
"""Asks for the count that is stored for a person, a platform and that very day."""

_BLANKS = ("",) * len(PERSON_FIELDS)
_PLACES = {field: place for place, field in enumerate(PERSON_FIELDS)}
_NAME = _PLACES["name"]


class Planner:
    """Compares rows with what is known and remembers what it planned; writes nothing itself.

    `known` (by NIP) is taken over and grows with the plan, so that a later row of the same import
    meets the person that an earlier row brought. `former`: the present NIP by a former one.
    """

    def __init__(
        self,
        known: KnownPeople,
        as_of: date,
        earlier: Earlier,
        former: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._known = known
        self._former = former
        self._as_of = as_of
        self._earlier = earlier
        self._files: dict[int, set[str]] = {}
        self._in_this_file: set[str] = set()

    def enter_file(self, number: int, as_of: date | None = None) -> None:
        """A NIP may come once in each file; another file may say more about the same people.

        `as_of`: another day for counts without one, from now on.
        """
        self._in_this_file = self._files.setdefault(number, set())
        if as_of is not None:
            self._as_of = as_of

    def names(self) -> dict[str, str]:
        """Of everyone who is known by now, by NIP."""
        return self._known.names()

    @property
    def as_of(self) -> date:
        """The day of counts that have none of their own."""
        return self._as_of

    @property
    def knows_nobody(self) -> bool:
        """Whether there is nobody yet to compare with."""
        return not self._known

    def brings_new(self, row: PlainRow) -> bool:
        """Plans a row of somebody of whom nothing is known: all of it is new. Else `plan` must."""
        nip = row.nip
        if nip in self._known or nip in self._former or not row.has_name:
            return False
        self._in_this_file.add(nip)
        self._known.put_new(row)
        return True

    def brings_all_new(self, block: PlainBlock) -> bool:
        """Plans rows of people of whom nothing is known. Else each of them must be planned."""
        nips = block.nips
        if not (block.has_names and self._known.is_new(nips)):
            return False
        if not self._former.keys().isdisjoint(nips):
            return False
        self._in_this_file.update(nips)
        self._known.put_all_new(block)
        return True

    def adds_nothing(self, row: PlainRow) -> bool:
        """Plans a row that says just what is known: it is unchanged. Else `plan` must."""
        nip = row.nip
        if nip in self._in_this_file or not self._known.says(row):
            return False
        self._in_this_file.add(nip)
        return True

    def plan(self, row: RosterRow | SkippedRow | PlainRow) -> PlannedRow:
        """Puts one row into its bucket."""
        if isinstance(row, PlainRow):
            if self.adds_nothing(row):
                return PlannedRow(row.row, Outcome.UNCHANGED, row.nip)
            row = full_row(row)
        if isinstance(row, SkippedRow):
            return PlannedRow(row.row, Outcome.SKIPPED, skipped_as=row.kind)
        if row.held_code:
            return self._plan_person(row)._replace(held_code=row.held_code)
        return self._plan_person(row)

    def _plan_person(self, row: RosterRow) -> PlannedRow:
        digits = row.nip
        if digits is None:
            return PlannedRow(row.row, Outcome.HELD, held_for=row.flaw)
        if row.about == "?":
            return PlannedRow(row.row, Outcome.HELD, digits, HoldReason.NO_PLATFORM)
        known = self._known.find(digits)
        if known is None and digits in self._former:
            digits = self._former[digits]
            known = self._known.find(digits)
        if known is None:
            return self._plan_new(row, digits)
        if digits in self._in_this_file:
            if self._is_next_account(row, digits, known):
                return self._plan_change(row, digits, known, {}, {})
            return self._plan_repeated(row, digits, known)
        self._enter(row, digits)
        texts, old = _changed_texts(known, row.texts)
        return self._plan_change(row, digits, known, texts, old)

    def _enter(self, row: RosterRow, digits: str) -> None:
        self._in_this_file.add(digits)
        if row.about:
            self._in_this_file.add(f"{digits} {row.about}")

    def _is_next_account(self, row: RosterRow, digits: str, known: Known) -> bool:
        """In a list with one row an account the same person comes again, with another platform."""
        if not row.about or f"{digits} {row.about}" in self._in_this_file:
            return False
        self._enter(row, digits)
        return _has_name_of(row, known)

    # -------------------------------------------------------------- buckets

    def _plan_new(self, row: RosterRow, digits: str) -> PlannedRow:
        if "name" not in row.texts:
            return PlannedRow(row.row, Outcome.HELD, digits, HoldReason.UNKNOWN_WITHOUT_NAME)
        self._enter(row, digits)
        known = Known(None, tuple(map(row.texts.get, PERSON_FIELDS, _BLANKS)))
        accounts, counts = self._accounts(row, known, {}, {})
        if row.consent is not None:
            known.consent = row.consent
        self._known.put(digits, known)
        write = PersonWrite(digits, None, True, row.texts, accounts, counts, row.consent)
        return PlannedRow(row.row, Outcome.NEW, digits, None, None, write)

    def _plan_repeated(self, row: RosterRow, digits: str, known: Known) -> PlannedRow:
        """The same NIP again: counts of the same person are added, anything else waits."""
        brings_counts = any(entry.has_count for entry in row.accounts)
        if not (_has_name_of(row, known) and brings_counts):
            return PlannedRow(row.row, Outcome.HELD, digits, HoldReason.REPEATED)
        planned = self._plan_change(row, digits, known, {}, {})
        if planned.outcome is Outcome.UNCHANGED:
            return PlannedRow(row.row, Outcome.HELD, digits, HoldReason.REPEATED)
        return planned

    def _plan_change(
        self,
        row: RosterRow,
        digits: str,
        known: Known,
        texts: Mapping[str, str],
        old: Mapping[str, str],
    ) -> PlannedRow:
        replaced = dict(old)
        old_counts: dict[Platform, CountState] = {}
        accounts, counts = self._accounts(row, known, replaced, old_counts)
        consent = _new_consent(known.consent, row.consent)
        if not (texts or accounts or counts or consent):
            return PlannedRow(row.row, Outcome.UNCHANGED, digits)
        if texts:
            known.texts = tuple(
                texts.get(field, known.texts[i]) for i, field in enumerate(PERSON_FIELDS)
            )
        if consent is not None:
            known.consent = consent
        self._known.put(digits, known)
        write = PersonWrite(digits, known.person_id, False, texts, accounts, counts, consent)
        return PlannedRow(
            row.row, Outcome.CHANGED, digits, write=write, old=replaced, old_counts=old_counts
        )

    # -------------------------------------------------------------- accounts and counts

    def _accounts(
        self,
        row: RosterRow,
        known: Known,
        old: dict[str, str],
        old_counts: dict[Platform, CountState],
    ) -> tuple[tuple[AccountState, ...], tuple[CountState, ...]]:
        """What the row brings; what it replaces is put into `old` and `old_counts`."""
        states: list[AccountState] = []
        counts: list[CountState] = []
        for entry in row.accounts:
            platform = entry.platform
            own_day = entry.observed_on or row.observed_on
            day = own_day or self._as_of
            before = known.accounts.get(platform)
            latest = known.latest.get(platform)
            overtaken = latest is not None and latest.observed_on > day and _says_a_count(entry)
            state = before if overtaken else merged(before, entry)
            if state is not None and state is not before and state != before:
                states.append(state)
                replaced = before.handle if before is not None else None
                if state.handle != replaced:
                    old[platform.value] = replaced or ""
                known.accounts[platform] = state
            if entry.low is None or (entry.high == 0 and (state is None or state.handle is None)):
                continue  # a 0 beside no account is how rosters write "no account"
            if latest is not None and _says_the_same(entry, day, latest):
                continue
            said = (entry.low, entry.high, entry.exact, day, entry.count_written)
            count = CountState(platform, *said, day_of_import=own_day is None)
            if self._is_news(known, count, latest):
                counts.append(count)
                if latest is not None and not overtaken:
                    old_counts[platform] = latest
                if not overtaken:
                    known.latest[platform] = count
        return tuple(states), tuple(counts)

    def _is_news(self, known: Known, count: CountState, latest: CountState | None) -> bool:
        if latest is None or count.observed_on > latest.observed_on:
            return True
        if count.observed_on == latest.observed_on:
            return not count.same_value(latest)
        if known.person_id is None:
            return True
        stored = self._earlier(known.person_id, count.platform, count.observed_on)
        return stored is None or not stored.same_value(count)


def _has_name_of(row: RosterRow, known: Known) -> bool:
    """The row names nobody else; it may name nobody."""
    name = row.texts.get("name")
    return name is None or fold_name(name) == fold_name(known.texts[_NAME])


def _changed_texts(known: Known, texts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """New and old texts where they differ by more than case; an empty cell never erases."""
    new: dict[str, str] = {}
    old: dict[str, str] = {}
    if all(text == known.texts[_PLACES[field]] for field, text in texts.items()):
        return new, old
    for index, field in enumerate(PERSON_FIELDS):
        text = texts.get(field)
        before = known.texts[index]
        if text is not None and text != before and text.casefold() != before.casefold():
            new[field] = text
            old[field] = before
    return new, old


def _new_consent(before: Consent, said: Consent | None) -> Consent | None:
    """A roster never overrules what a person told the office itself."""
    if said is None or said is before or before is Consent.WITHDRAWN:
        return None
    return said


def _says_the_same(entry: AccountEntry, day: date, latest: CountState) -> bool:
    """The newest count again, which is no news."""
    return entry.low == latest.low and entry.high == latest.high and day == latest.observed_on


def _says_a_count(entry: AccountEntry) -> bool:
    """Something stands in the count cell, whether it can be read or not."""
    return entry.no_count is not NoCount.EMPTY
