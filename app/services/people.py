"""People by hand: the list, one person's card, adding, editing, moving, retiring, a new NIP."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.domain.handle import HandleReading, NoHandle
from app.domain.history import ConsentEntry, CountEntry, Look
from app.domain.merging import Merge, Record, may_be_one
from app.domain.nik import without_nik
from app.domain.nip import Nip
from app.domain.person import Account, Consent, Count, ListedPerson, Person, Service
from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, AccountState
from app.services.activity import Seen, write_activities
from app.services.many_objects import collector_paused
from app.storage.accounts import account_state, accounts_of, put_account
from app.storage.actions import begin
from app.storage.changes import last_change
from app.storage.counts import history, retract
from app.storage.database import Database
from app.storage.histories import consent_entries, count_entries, looks
from app.storage.listed import listed_people
from app.storage.merging import born_with, merge_people, record_of
from app.storage.people import (
    add_person,
    all_people,
    change_nip,
    change_person,
    former_nips,
    person,
    set_consent,
    set_service,
)

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class FormerNip:
    """A number that a person had before (PPPK become PNS, or a correction)."""

    nip: Nip
    replaced_on: date


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who wrote last in what is kept about a person; `by` may be empty."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the card shows. `histories` has the counts of each platform, newest first.

    `entries` has all that was ever recorded, also what was corrected or taken back; `looks` and
    `consents` are the newest first as well.
    """

    person: Person
    accounts: tuple[Account, ...]
    histories: Mapping[Platform, Sequence[Count]]
    former_nips: tuple[FormerNip, ...]
    changed: LastChange | None = None
    alike: tuple[Person, ...] = ()
    """Others with this name and birth date: perhaps a second record of the same person."""
    entries: Mapping[Platform, Sequence[CountEntry]] = field(default_factory=dict)
    looks: Sequence[Look] = ()
    consents: Sequence[ConsentEntry] = ()


@dataclass(frozen=True, slots=True)
class AccountEdit:
    """What a clerk says about one platform; the reading of an empty text takes the handle away."""

    platform: Platform
    reading: HandleReading
    stated_none: bool = False


class EditPeople:
    """Each verb is one action of its own, undoable as a whole."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by

    def everyone(self) -> list[Person]:
        """All people, also those who moved or retired, by name."""
        with self._database.reading() as tx:
            return sorted(all_people(tx), key=lambda one: (one.name.casefold(), one.nip.digits))

    def listed(self) -> list[ListedPerson]:
        """Everyone as a list names them, by id."""
        with collector_paused(), self._database.reading() as tx:
            return list(listed_people(tx))

    def card(self, person_id: int, as_of: date) -> PersonCard:
        """One person with accounts, counts and history.

        Raises:
            PersonGone: the person is not there any more.
        """
        with self._database.reading() as tx:
            found = person(tx, person_id)
            accounts = accounts_of(tx, person_id, as_of)
            histories = {
                account.platform: history(tx, person_id, account.platform) for account in accounts
            }
            entries = {one: count_entries(tx, person_id, one) for one in Platform}
            seen, consents = looks(tx, person_id), consent_entries(tx, person_id)
            former = tuple(FormerNip(nip, day) for nip, day in former_nips(tx, person_id))
            change = last_change(tx, person_id)
            alike = tuple(one for one in born_with(tx, found) if may_be_one(found, one))
        changed = LastChange(*change) if change is not None else None
        counted = {platform: listed for platform, listed in entries.items() if listed}
        return PersonCard(
            found, accounts, histories, former, changed, alike, counted, seen, consents
        )

    def add(self, new: Person) -> int:
        """Adds a person; gives the id.

        Raises:
            NipTaken: somebody has this NIP already.
        """
        with self._database.writing() as tx:
            return add_person(tx, begin(tx, "add_person", self._by, self._clock()), _clean(new))

    def change(self, person_id: int, texts: Mapping[str, str]) -> None:
        """Replaces texts of a person (keys: `PERSON_FIELDS`); an empty text clears."""
        with self._database.writing() as tx:
            action = begin(tx, "change_person", self._by, self._clock())
            change_person(tx, action, person_id, _without_niks(texts))

    def set_service(self, person_id: int, service: Service) -> None:
        """Marks as moved away, retired, or back in service; the history stays."""
        with self._database.writing() as tx:
            set_service(tx, begin(tx, "service", self._by, self._clock()), person_id, service)

    def set_consent(self, person_id: int, consent: Consent) -> None:
        """Records today's word of one person."""
        self.set_consents([person_id], consent)

    def set_consents(
        self, person_ids: Sequence[int], consent: Consent, on: date | None = None
    ) -> None:
        """Records the word of people, said on a day or today; one action for all of them.

        Withdrawn removes them from every output.
        """
        now = self._clock()
        with self._database.writing() as tx:
            action = begin(tx, "consent", self._by, now)
            for person_id in person_ids:
                set_consent(tx, action, person_id, consent, on or now.date())

    def take_counts_back(self, count_ids: Sequence[int]) -> None:
        """Takes wrong counts out of use, as one action; they stay in the history."""
        with self._database.writing() as tx:
            action = begin(tx, "take_back", self._by, self._clock())
            for count_id in count_ids:
                retract(tx, action, count_id)

    def put_activities(self, person_id: int, seen: Sequence[Seen], checked_on: date) -> int:
        """Says of accounts whether they are in use; gives how many entries that made.

        Raises:
            PersonGone: the person is not there any more.
        """
        with self._database.writing() as tx:
            now = self._clock()
            return write_activities(tx, self._by, now, person_id, seen, checked_on)

    def change_nip(self, person_id: int, new: Nip, reason: str) -> None:
        """Gives a person another NIP; the former one is kept.

        Raises:
            NipTaken: somebody else has this NIP.
        """
        now = self._clock()
        with self._database.writing() as tx:
            action = begin(tx, "change_nip", self._by, now)
            change_nip(tx, action, person_id, new, without_nik(reason), now.date())

    def records(self, one: int, other: int) -> tuple[Record, Record]:
        """Two records side by side.

        Raises:
            PersonGone: one of them is not there any more.
        """
        with self._database.reading() as tx:
            return record_of(tx, one), record_of(tx, other)

    def merge(self, merge: Merge) -> None:
        """Makes two records of one person into one; undone, both are back as they were.

        Raises:
            PersonGone: one of them is not there any more.
        """
        now = self._clock()
        texts, reason = _without_niks(merge.texts), without_nik(merge.reason)
        with self._database.writing() as tx:
            action = begin(tx, "merge", self._by, now)
            merge_people(tx, action, replace(merge, texts=texts, reason=reason), now.date())

    def put_accounts(self, person_id: int, edits: Sequence[AccountEdit]) -> None:
        """Sets what is known about the person's accounts; one action for all of them."""
        with self._database.writing() as tx:
            action = begin(tx, "account", self._by, self._clock())
            for edit in edits:
                before = account_state(tx, person_id, edit.platform)
                put_account(tx, action, person_id, _edited(edit, before))


def _without_niks(texts: Mapping[str, str]) -> dict[str, str]:
    """A NIK is dropped at every door, also where somebody types one."""
    return {name: without_nik(text) for name, text in texts.items()}


def _clean(new: Person) -> Person:
    return replace(new, **_without_niks({one: getattr(new, one) for one in PERSON_FIELDS}))  # type: ignore[arg-type]  # texts only


def _edited(edit: AccountEdit, before: AccountState | None) -> AccountState:
    """The account after the edit; what stood in a count cell is not the handle's business."""
    said = edit.reading
    if edit.stated_none or said.none is NoHandle.NONE:
        return AccountState(edit.platform, stated_none=True)
    unreadable = before.unreadable if before is not None else ""
    if said.handle is None:
        written = said.written if said.none is NoHandle.UNRESOLVABLE else ""
        return AccountState(edit.platform, written=written, unreadable=unreadable)
    also = said.also.text if said.also is not None else None
    if also is None and before is not None and before.handle == said.handle.text:
        also = before.also
    return AccountState(
        edit.platform,
        said.handle.text,
        said.handle.kind.value,
        also,
        said.written,
        unreadable=unreadable,
    )
