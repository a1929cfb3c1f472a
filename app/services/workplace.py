"""Everything that can be done with one opened office, built once and handed down."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from app.services.audit import KeepAudit
from app.services.backups.keeping import KeepBackups
from app.services.backups.restoring import RestoreBackup
from app.services.chat import ReadChat
from app.services.checking import CheckCounts
from app.services.clarifying import ClarifyAccounts
from app.services.coverage import CoverOffice
from app.services.evidence.keeping import KeepEvidence
from app.services.fetching.offers import FetchOffers
from app.services.findings import Findings
from app.services.forms.issuing import IssueForms
from app.services.forms.tracking import TrackForms
from app.services.importing import ImportRoster
from app.services.job import Job
from app.services.manual.reading import ReadManual
from app.services.overview import LookOver
from app.services.people import EditPeople
from app.services.period_changes import ComparePeriods
from app.services.periods import KeepPeriods
from app.services.portable.keeping import KeepPortable
from app.services.preferences import KeepPreferences
from app.services.privacy.offers import PrivacyOffers
from app.services.recording import RecordCounts
from app.services.report import WriteReport
from app.services.report.checking import CheckReport
from app.services.report.history import KeepWritten
from app.services.report.template import FillTemplate
from app.services.rollup import ReportUpwards
from app.services.standings import JudgeStandings
from app.services.undoing import UndoActions
from app.services.waiting_room import WaitingRoom
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Workplace:
    """One service for each journey, over one database. Leaving the block closes it.

    `is_sample`: the invented office, of which nothing can stand in a real report.
    """

    database: Database
    importing: ImportRoster
    waiting: WaitingRoom
    standings: JudgeStandings
    coverage: CoverOffice
    periods: KeepPeriods
    period_changes: ComparePeriods
    people: EditPeople
    recording: RecordCounts
    checking: CheckCounts
    clarifying: ClarifyAccounts
    evidence: KeepEvidence
    forms: IssueForms
    form_tracking: TrackForms
    chat: ReadChat
    fetching: FetchOffers
    preferences: KeepPreferences
    overview: LookOver
    report: WriteReport
    template: FillTemplate
    report_checking: CheckReport
    report_history: KeepWritten
    upwards: ReportUpwards
    undoing: UndoActions
    backups: KeepBackups
    restoring: RestoreBackup
    portable: KeepPortable
    privacy: PrivacyOffers
    manual: ReadManual
    today: date
    is_sample: bool = False

    @property
    def path(self) -> Path:
        """The database file."""
        return self.database.path

    @property
    def only_looking(self) -> bool:
        """Nothing can be written here: it was opened only to look."""
        return self.database.only_looking

    @property
    def audit(self) -> KeepAudit:
        """The log of everything that is done here."""
        return self.backups.audit

    def findings(self) -> list[str]:
        """What a check of the whole file finds; empty where all is well."""
        return self.database.check()

    def check(self, job: Job) -> Findings:
        """What a check of the whole office finds: the file, its pictures, its backups."""
        kept = self.backups.proven(self.backups.backups(), job)
        return Findings(
            database=self.findings(),
            pictures=self.evidence.findings(job),
            backups=[one.backup.path.name for one in kept if not one.good],
            audit=self.audit.check(self.backups.heads()),
        )

    def close(self) -> None:
        """Lets the database go; nothing may be asked afterwards."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
