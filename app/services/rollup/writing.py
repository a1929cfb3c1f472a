"""Writes what an office sends upwards: one exchange workbook of a period, or several parts of it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from app.domain.errors import DatabaseDamaged, OfficeUnnamed
from app.domain.file_names import file_name
from app.domain.office import Office
from app.domain.period import Period
from app.domain.proof import Origin
from app.domain.report import ReportBook
from app.domain.rollup.enclosure import CONTENT_SHEET, MARK, Enclosure, head_to_text
from app.domain.rollup.sending import FORMAT, Part, Sender, Sending
from app.domain.rule import Rule
from app.domain.snapshot import Snapshot, take_snapshot
from app.domain.snapshot_text import hash_of_row, standing_text
from app.domain.standing import PersonStanding
from app.services.closed_periods import read_whole
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.services.preferences import KeepPreferences
from app.services.report.asked import Asked, ReportOptions
from app.services.report.origin import about_proof
from app.services.rollup.dividing import WHOLE, Splitting, divided
from app.services.rollup.sheets import Exchange, exchange_sheets
from app.storage.accounts import people_with_accounts
from app.storage.database import Database
from app.storage.settings import load_settings, save_setting
from app.wording.language import Language
from app.wording.periods import period_name
from app.workbooks.exchange_text import as_pieces
from app.workbooks.writing import write_report

Clock = Callable[[], datetime]

SENDER_ID = "sender_id"
"""The setting that holds the id of this database; it never changes, whatever the office is called."""

_PROGRESS_PEOPLE = 1000


@dataclass(frozen=True, slots=True)
class WrittenExchange:
    """What was written: the sending, and each workbook with its part."""

    sending: Sending
    parts: tuple[tuple[Path, Part], ...]

    @property
    def paths(self) -> list[Path]:
        """The workbooks, in the order of their parts."""
        return [path for path, _ in self.parts]


class WriteExchange:
    """Needs the name of the office (settings); the id of its database is made at the first writing."""

    def __init__(
        self,
        database: Database,
        preferences: KeepPreferences,
        clock: Clock,
        language: Language,
    ) -> None:
        self._database = database
        self._preferences = preferences
        self._clock = clock
        self._language = language

    def of_closing(
        self, revision_id: int, target: Path, job: Job, splitting: Splitting = WHOLE
    ) -> WrittenExchange:
        """A closed period as it was closed (`Revision.id` of `KeepPeriods.closed`).

        Whoever withdrew consent since, or was erased, is not in it; the cover says how many.
        Several parts stand beside `target`, with their number in the name.

        Raises:
            OfficeUnnamed: the office has no name yet, so nobody could tell whose it is.
            ClosingGone: there is no such closing.
            DatabaseDamaged: what is stored of the closing is not what was closed.
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
        return self._write(sending, closed.snapshot.people, office, target, job, splitting)

    def of_today(
        self,
        period: Period,
        rule: Rule,
        as_of: date,
        target: Path,
        job: Job,
        splitting: Splitting = WHOLE,
    ) -> WrittenExchange:
        """The office as it stands, for a period that is not closed; the workbook says so plainly.

        Raises:
            OfficeUnnamed: or FileError, Cancelled, as above.
        """
        office = self._office()
        snapshot = self._today(rule, as_of, job)
        sender = self._sender(office)
        sending = Sending(sender, period, 0, as_of, rule, snapshot.totals)
        return self._write(sending, snapshot.people, office, target, job, splitting)

    def _today(self, rule: Rule, as_of: date, job: Job) -> Snapshot:
        everyone = []
        with collector_paused(), self._database.reading() as tx:
            for done, entry in enumerate(people_with_accounts(tx, as_of, for_output=True)):
                if done % _PROGRESS_PEOPLE == 0:
                    job.step(done, 0)
                everyone.append(entry)
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
    ) -> WrittenExchange:
        texts = {one.person.nip.digits: standing_text(one) for one in people}
        hashes = {nip: hash_of_row(text) for nip, text in texts.items()}
        sending = bare.sealed(hashes.values())
        lists = divided(people, splitting)
        moment = self._clock().replace(microsecond=0)
        written: list[tuple[Path, Part]] = []
        done = 0
        try:
            for number, some in enumerate(lists, start=1):
                own = [hashes[one.person.nip.digits] for one in some]
                part = Part(number, len(lists), len(some), moment).sealed(sending, own)
                exchange = Exchange(self._asked(sending, some, office), people, sending, part)
                path = self._path(target, part)
                write_report(self._book(exchange, texts), path, _From(job, done, len(people)).step)
                written.append((path, part))
                done += len(some)
        except BaseException:
            for path, _ in written:
                with suppress(OSError):
                    path.unlink()
            raise
        return WrittenExchange(sending, tuple(written))

    def _asked(self, sending: Sending, people: Sequence[PersonStanding], office: Office) -> Asked:
        friends = self._preferences.preferences().facebook_metric == "friends"
        options = ReportOptions(facebook_friends=friends)
        return Asked(people, sending.rule, sending.as_of, office, options, self._language)

    def _book(self, exchange: Exchange, texts: Mapping[str, str]) -> ReportBook:
        say, sending, part = self._language.say, exchange.sending, exchange.part
        sheets = exchange_sheets(exchange)
        lines = (texts[one.person.nip.digits] for one in exchange.asked.people)
        enclosure = Enclosure(
            CONTENT_SHEET,
            (
                (MARK, str(FORMAT)),
                ("", head_to_text(sending, part, sheets[-1].name)),
                *(("", "", piece) for piece in as_pieces(lines)),
            ),
        )
        facts = (
            (say("Office"), sending.sender.name),
            (say("Period"), period_name(sending.period, self._language)),
            (say("Hash of the whole"), sending.sha256),
            (say("Hash of this part"), part.sha256),
        )
        origin = Origin(facts, about_proof(self._language))
        title = say("Exchange workbook for the province")
        return ReportBook(title, sending.sender.name, sheets, origin, enclosure)

    def _path(self, target: Path, part: Part) -> Path:
        if part.of == 1:
            return target
        mark = self._language.say("part {number} of {parts}")
        return target.with_name(
            file_name(target.name, mark.format(number=part.number, parts=part.of))
        )


class _From:
    """Progress of one workbook as a stretch of the whole."""

    def __init__(self, job: Job, before: int, total: int) -> None:
        self._job, self._before, self._total = job, before, total

    def step(self, done: int, _: int) -> None:
        """Hears of the rows of this workbook."""
        self._job.step(min(self._before + done, self._total), self._total)
