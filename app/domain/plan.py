"""Plans an import row by row: what is new, what changes, what has to wait."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import repeat

from app.domain.count import CountReading, NoCount
from app.domain.handle import HandleReading, NoHandle
from app.domain.name import fold_name
from app.domain.person import Consent
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

_NAME = PERSON_FIELDS.index("name")


class Planner:
    """Compares rows with what is known and remembers what it planned; writes nothing itself.

    `known` (by NIP) is taken over and grows with the plan, so that a later row of the same import
    meets the person that an earlier row brought.
    """

    def __init__(self, known: dict[str, Known], as_of: date, earlier: Earlier) -> None:
        self._known = known
        self._as_of = as_of
        self._earlier = earlier
        self._files: dict[int, set[str]] = {}
        self._in_this_file: set[str] = set()

    def enter_file(self, number: int) -> None:
        """A NIP may come once in each file; another file may say more about the same people."""
        self._in_this_file = self._files.setdefault(number, set())

    def plan(self, row: RosterRow | SkippedRow) -> PlannedRow:
        """Puts one row into its bucket."""
        if isinstance(row, SkippedRow):
            return PlannedRow(row.row, Outcome.SKIPPED, skipped_as=row.kind)
        if row.nip.nip is None:
            return PlannedRow(row.row, Outcome.HELD, held_for=row.nip.flaw)
        digits = row.nip.nip.digits
        known = self._known.get(digits)
        if known is None:
            return self._plan_new(row, digits)
        if digits in self._in_this_file:
            return self._plan_repeated(row, digits, known)
        self._in_this_file.add(digits)
        texts, old = _changed_texts(known, row.texts)
        return self._plan_change(row, digits, known, texts, old)

    # -------------------------------------------------------------- buckets

    def _plan_new(self, row: RosterRow, digits: str) -> PlannedRow:
        if "name" not in row.texts:
            return PlannedRow(row.row, Outcome.HELD, digits, HoldReason.UNKNOWN_WITHOUT_NAME)
        self._in_this_file.add(digits)
        known = Known(None, tuple(map(row.texts.get, PERSON_FIELDS, repeat(""))))
        self._known[digits] = known
        accounts, counts = self._accounts(row, known, {}, {})
        if row.consent is not None:
            known.consent = row.consent
        write = PersonWrite(digits, None, True, row.texts, accounts, counts, row.consent)
        return PlannedRow(row.row, Outcome.NEW, digits, write=write)

    def _plan_repeated(self, row: RosterRow, digits: str, known: Known) -> PlannedRow:
        """The same NIP again: counts of the same person are added, anything else waits."""
        name = row.texts.get("name")
        same = name is None or fold_name(name) == fold_name(known.texts[_NAME])
        brings_counts = any(e.count is not None and e.count.interval for e in row.accounts)
        if not (same and brings_counts):
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
            day = entry.observed_on or row.observed_on or self._as_of
            before = known.accounts.get(entry.platform)
            latest = known.latest.get(entry.platform)
            count = _count(entry, day)
            overtaken = latest is not None and latest.observed_on > day and _says_a_count(entry)
            state = before if overtaken else _merged(before, entry)
            if state is not None and state != before:
                states.append(state)
                replaced = before.handle if before is not None else None
                if state.handle != replaced:
                    old[entry.platform.value] = replaced or ""
                known.accounts[entry.platform] = state
            if count is None or (count.high == 0 and (state is None or state.handle is None)):
                continue  # a 0 beside no account is how rosters write "no account"
            if self._is_news(known, count, latest):
                counts.append(count)
                if latest is not None and not overtaken:
                    old_counts[entry.platform] = latest
                if not overtaken:
                    known.latest[entry.platform] = count
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


def _changed_texts(known: Known, texts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """New and old texts where they differ by more than case; an empty cell never erases."""
    new: dict[str, str] = {}
    old: dict[str, str] = {}
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


def _count(entry: AccountEntry, day: date) -> CountState | None:
    reading = entry.count
    if reading is None or reading.interval is None:
        return None
    span = reading.interval
    return CountState(entry.platform, span.low, span.high, span.exact, day, reading.written)


def _says_a_count(entry: AccountEntry) -> bool:
    """Something stands in the count cell, whether it can be read or not."""
    return entry.count is not None and entry.count.missing is not NoCount.EMPTY


def _merged(before: AccountState | None, entry: AccountEntry) -> AccountState | None:
    """The account after this row; None where nothing is known and nothing is said."""
    handle, kind, also = (before.handle, before.handle_kind, before.also) if before else (None,) * 3
    written, stated_none = (before.written, before.stated_none) if before else ("", False)
    unreadable = before.unreadable if before else ""
    said = entry.handle
    if said is not None and said.handle is not None and not said.other_platform:
        if before is None or handle is None or said.handle.key != _key_of(before):
            handle, kind = said.handle.text, said.handle.kind
        also = said.also.text if said.also is not None else also
        written, stated_none = said.written, False
    elif said is not None and _names_nothing(said) and handle is None:
        written, stated_none = said.written, False
    elif _says_none(said, entry.count):
        handle, kind, also, written, stated_none = None, None, None, "", True
    if entry.count is not None:
        unreadable = _unreadable(entry.count, unreadable)
        if entry.count.interval is not None and entry.count.interval.high != 0:
            stated_none = False
    state = AccountState(entry.platform, handle, kind, also, written, stated_none, unreadable)
    if before is not None and handle == before.handle and _same_but_written(state, before):
        return before
    return state if before is not None or _says_something(state) else None


def _key_of(state: AccountState) -> str:
    handle = state.handle or ""
    return handle.replace(".", "") if state.platform is Platform.FACEBOOK else handle


def _names_nothing(said: HandleReading) -> bool:
    return said.none is NoHandle.UNRESOLVABLE or said.other_platform


def _says_none(said: HandleReading | None, count: CountReading | None) -> bool:
    """Whether "tidak punya" stands in the handle cell, or in the count cell beside an empty one."""
    if said is not None and said.none is NoHandle.NONE:
        return count is None or count.interval is None or count.interval.high == 0
    silent = said is None or said.none is NoHandle.EMPTY
    return silent and count is not None and count.missing is NoCount.NONE


def _unreadable(count: CountReading, before: str) -> str:
    if count.interval is not None or count.missing is NoCount.NONE:
        return ""
    return before if count.missing is NoCount.EMPTY else count.written


def _same_but_written(state: AccountState, before: AccountState) -> bool:
    """The same account, however its handle was pasted this time."""
    return (
        state.handle_kind == before.handle_kind
        and state.also == before.also
        and state.stated_none == before.stated_none
        and state.unreadable == before.unreadable
        and (state.handle is not None or state.written == before.written)
    )


def _says_something(state: AccountState) -> bool:
    return bool(state.handle or state.written or state.stated_none or state.unreadable)
