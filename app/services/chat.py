"""Lines from WhatsApp and the quick box: whom they can be about, and what they record."""

from collections.abc import Iterable
from datetime import date

from app.domain.chat import ChatLine, Known, QuickReading, Roster, read_chat, read_one, read_quick
from app.domain.person import Consent, Person, Service
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.services.recording import Entry
from app.storage.accounts import people_with_accounts
from app.storage.changes import commits_so_far, former_names
from app.storage.database import Database
from app.storage.known import former_numbers
from app.storage.people import number_of_people
from app.storage.transaction import Transaction


class ReadChat:
    """Reads only; what was accepted is recorded by RecordCounts."""

    def __init__(self, database: Database, today: date) -> None:
        self._database = database
        self._today = today
        self._commit = -1
        self._people: list[Known] = []
        self._roster = Roster(())

    def number_of_people(self) -> int:
        """How many there are, also those who left."""
        with self._database.reading() as tx:
            return number_of_people(tx)

    def roster(self, job: Job) -> Roster:
        """Everybody who can be meant; the same one while nobody changed."""
        with collector_paused(), self._database.reading() as tx:
            commit = commits_so_far(tx)
            if commit == self._commit:
                return self._roster
            people = self._known(tx, job)
            if people != self._people:
                self._roster, self._people = Roster(people), people
            self._commit = commit
        return self._roster

    def read(self, text: str, roster: Roster) -> list[ChatLine]:
        """A pasted text as statements; nothing is stored."""
        return read_chat(text, roster, self._today)

    def read_again(self, text: str, roster: Roster) -> ChatLine:
        """One line that a person wrote over."""
        return read_one(text, roster, self._today)

    def read_quick(self, text: str, roster: Roster) -> QuickReading:
        """What stands in the quick box."""
        return read_quick(text, roster, self._today)

    def _known(self, tx: Transaction, job: Job) -> list[Known]:
        former: dict[str, list[str]] = {}
        for old, present in former_numbers(tx).items():
            former.setdefault(present, []).append(old)
        names = former_names(tx)
        found = []
        everyone = people_with_accounts(tx, self._today, for_output=False)
        for done, (one, accounts) in enumerate(everyone):
            if done % 1000 == 0:
                job.step(done, 0)
            handles = tuple(account.handle for account in accounts if account.handle is not None)
            found.append(
                Known(
                    one.id,
                    one.name,
                    one.nip.digits,
                    one.unit,
                    one.organisation,
                    handles,
                    tuple(former.get(one.nip.digits, ())),
                    tuple(sorted(names.get(one.id, ()))),
                    serves=_serves(one),
                )
            )
        return found


def entries_of(lines: Iterable[ChatLine]) -> list[Entry]:
    """What the lines that need no answer record."""
    return [
        Entry(line.match.person, item.platform, item.written, line.day, item.handle)
        for line in lines
        if line.is_ready and line.match.person is not None
        for item in line.items
        if item.platform is not None and item.written
    ]


def _serves(one: Person) -> bool:
    return one.service is Service.ACTIVE and one.consent is not Consent.WITHDRAWN
