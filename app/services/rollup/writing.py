"""Writes what an office sends upwards: one exchange workbook of a period, or several parts of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from app.domain.errors import DatabaseDamaged, OfficeUnnamed
from app.domain.office import Office
from app.domain.period import Period
from app.domain.rollup.sending import Sender, Sending
from app.domain.rule import Rule
from app.domain.snapshot import Snapshot, take_snapshot
from app.domain.standing import PersonStanding
from app.domain.written_report import EXCHANGE, ReportFacts, ReportForm
from app.services.closed_periods import read_whole
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.services.preferences import KeepPreferences
from app.services.report.history import KeepWritten
from app.services.rollup.books import ExchangeBooks, WrittenExchange
from app.services.rollup.dividing import WHOLE, Splitting
from app.storage.accounts import people_with_accounts
from app.storage.database import Database
from app.storage.settings import load_settings, save_setting
from app.wording.language import Language

Clock = Callable[[], datetime]

SENDER_ID = "sender_id"
"""The setting that holds the id of this database; it never changes, whatever the office is called."""


class WriteExchange:
    """Needs the name of the office (settings); the id of its database is made at the first writing."""

    def __init__(
        self,
        database: Database,
        preferences: KeepPreferences,
        clock: Clock,
        language: Language,
        wrote: Callable[[str], None] = lambda sha256: None,
        history: KeepWritten | None = None,
    ) -> None:
        """`wrote` is told the hash of each workbook's content; `history` keeps its facts."""
        self._wrote, self._history = wrote, history
        self._database = database
        self._preferences = preferences
        self._books = ExchangeBooks(clock, language)

    def of_closing(
        self,
        revision_id: int,
        target: Path,
        job: Job,
        splitting: Splitting = WHOLE,
        *,
        replace: bool = False,
    ) -> WrittenExchange:
        """A closed period as it was closed (`Revision.id` of `KeepPeriods.closed`).

        Whoever withdrew consent since, or was erased, is not in it; the cover says how many.
        Several parts stand beside `target`, with their number in the name; those that stand there
        make room with `replace` only.

        Raises:
            OfficeUnnamed: the office has no name yet, so nobody could tell whose it is.
            ClosingGone: there is no such closing.
            DatabaseDamaged: what is stored of the closing is not what was closed.
            FileThere: a part of that name stands there.
            FileError: it cannot be written; what stood there is untouched.
            Cancelled: the person stopped it; no part of it is left.
        """
        office = self._office()
        with self._database.reading() as tx:
            closed = read_whole(tx, revision_id, job).shown()
        if not closed.intact:
            raise DatabaseDamaged(self._database.path)
        revision = closed.revision
        sending = Sending(
            self._sender(office),
            revision.period,
            revision.number,
            revision.as_of,
            revision.rule,
            closed.snapshot.totals,
            revision.sha256,
            closed.hidden + closed.erased,
        )
        people = closed.snapshot.people
        return self._write(sending, people, office, target, job, splitting, replace=replace)

    def of_today(
        self,
        period: Period,
        rule: Rule,
        as_of: date,
        target: Path,
        job: Job,
        splitting: Splitting = WHOLE,
        *,
        replace: bool = False,
    ) -> WrittenExchange:
        """The office as it stands, for a period that is not closed; the workbook says so plainly.

        Raises:
            OfficeUnnamed: or FileThere, FileError, Cancelled, as above.
        """
        office = self._office()
        snapshot = self._today(rule, as_of, job)
        sender = self._sender(office)
        sending = Sending(sender, period, 0, as_of, rule, snapshot.totals)
        people = snapshot.people
        return self._write(sending, people, office, target, job, splitting, replace=replace)

    def _today(self, rule: Rule, as_of: date, job: Job) -> Snapshot:
        with collector_paused(), self._database.reading() as tx:
            everyone = list(job.counting(people_with_accounts(tx, as_of, for_output=True)))
            return take_snapshot(everyone, rule, as_of)

    def _office(self) -> Office:
        office = self._preferences.office()
        if not (office.government.strip() or office.name.strip()):
            raise OfficeUnnamed
        return office

    def _sender(self, office: Office) -> Sender:
        name = " ".join((office.government.strip() or office.name).split())
        with self._database.reading() as tx:
            known = load_settings(tx).get(SENDER_ID)
        if known is None:
            known = uuid4().hex
            with self._database.writing() as tx:
                save_setting(tx, SENDER_ID, known)
        return Sender(known, name)

    def _write(
        self,
        bare: Sending,
        people: Sequence[PersonStanding],
        office: Office,
        target: Path,
        job: Job,
        splitting: Splitting,
        *,
        replace: bool,
    ) -> WrittenExchange:
        friends = self._preferences.preferences().facebook_metric == "friends"
        done = self._books.write(
            *(bare, people, office, target, job, splitting),
            facebook_friends=friends,
            replace=replace,
        )
        for content in done.contents:
            self._wrote(content)
        if self._history is not None:
            self._history.note(_noted(done))
        return done


def _noted(done: WrittenExchange) -> Iterator[tuple[ReportFacts, Path, ReportForm, str]]:
    sending = done.sending
    for (path, part), content in zip(done.parts, done.contents, strict=True):
        facts = ReportFacts(
            sending.period,
            sending.revision,
            sending.rule,
            sending.as_of,
            # What is not closed has no snapshot; the whole of what is sent has a hash all the same.
            sending.snapshot or sending.sha256,
            (EXCHANGE,),
            part.people,
            masked=False,
        )
        yield facts, path, ReportForm.WORKBOOK, content
