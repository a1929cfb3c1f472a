"""Everything that can be done with one opened office; each service is built when it is asked for.

Its room is loaded then, too: a window that shows a list need not wait for what writes reports.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from app.services.audit import KeepAudit
from app.services.backups.keeping import KeepBackups
from app.services.backups.restoring import RestoreBackup
from app.services.findings import Findings
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.chat import ReadChat
    from app.services.checking import CheckCounts
    from app.services.clarifying import ClarifyAccounts
    from app.services.coverage import CoverOffice
    from app.services.evidence.keeping import KeepEvidence
    from app.services.fetching.offers import FetchOffers
    from app.services.forms.issuing import IssueForms
    from app.services.forms.tracking import TrackForms
    from app.services.importing import ImportRoster
    from app.services.manual.reading import ReadManual
    from app.services.overview import LookOver
    from app.services.people import EditPeople
    from app.services.period_changes import ComparePeriods
    from app.services.periods import KeepPeriods
    from app.services.portable.keeping import KeepPortable
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


@dataclass(frozen=True, slots=True)
class Makers:
    """How each service is built over a workplace, with its tools."""

    importing: "Callable[[Workplace], ImportRoster]"
    waiting: "Callable[[Workplace], WaitingRoom]"
    standings: "Callable[[Workplace], JudgeStandings]"
    coverage: "Callable[[Workplace], CoverOffice]"
    periods: "Callable[[Workplace], KeepPeriods]"
    period_changes: "Callable[[Workplace], ComparePeriods]"
    people: "Callable[[Workplace], EditPeople]"
    recording: "Callable[[Workplace], RecordCounts]"
    checking: "Callable[[Workplace], CheckCounts]"
    clarifying: "Callable[[Workplace], ClarifyAccounts]"
    evidence: "Callable[[Workplace], KeepEvidence]"
    forms: "Callable[[Workplace], IssueForms]"
    form_tracking: "Callable[[Workplace], TrackForms]"
    chat: "Callable[[Workplace], ReadChat]"
    fetching: "Callable[[Workplace], FetchOffers]"
    overview: "Callable[[Workplace], LookOver]"
    report: "Callable[[Workplace], WriteReport]"
    template: "Callable[[Workplace], FillTemplate]"
    report_checking: "Callable[[Workplace], CheckReport]"
    report_history: "Callable[[Workplace], KeepWritten]"
    upwards: "Callable[[Workplace], ReportUpwards]"
    undoing: "Callable[[Workplace], UndoActions]"
    portable: "Callable[[Workplace], KeepPortable]"
    privacy: "Callable[[Workplace], PrivacyOffers]"
    manual: "Callable[[Workplace], ReadManual]"


@dataclass(frozen=True)
class Workplace:
    """One service for each journey, over one database. Leaving the block closes it.

    `is_sample`: the invented office, of which nothing can stand in a real report.
    """

    database: Database
    preferences: KeepPreferences
    backups: KeepBackups
    restoring: RestoreBackup
    today: date
    is_sample: bool
    make: Makers

    @cached_property
    def importing(self) -> "ImportRoster":
        """Rosters: read, planned, applied."""
        return self.make.importing(self)

    @cached_property
    def waiting(self) -> "WaitingRoom":
        """Rows that are held until somebody decides."""
        return self.make.waiting(self)

    @cached_property
    def standings(self) -> "JudgeStandings":
        """Who qualifies, and why."""
        return self.make.standings(self)

    @cached_property
    def coverage(self) -> "CoverOffice":
        """Which units have whom."""
        return self.make.coverage(self)

    @cached_property
    def periods(self) -> "KeepPeriods":
        """Months closed and opened again."""
        return self.make.periods(self)

    @cached_property
    def period_changes(self) -> "ComparePeriods":
        """What differs between two of them."""
        return self.make.period_changes(self)

    @cached_property
    def people(self) -> "EditPeople":
        """People by hand."""
        return self.make.people(self)

    @cached_property
    def recording(self) -> "RecordCounts":
        """Counts by hand."""
        return self.make.recording(self)

    @cached_property
    def checking(self) -> "CheckCounts":
        """Counts that look odd."""
        return self.make.checking(self)

    @cached_property
    def clarifying(self) -> "ClarifyAccounts":
        """Accounts whose counts jumped."""
        return self.make.clarifying(self)

    @cached_property
    def evidence(self) -> "KeepEvidence":
        """Pictures that prove counts."""
        return self.make.evidence(self)

    @cached_property
    def forms(self) -> "IssueForms":
        """Forms sent round."""
        return self.make.forms(self)

    @cached_property
    def form_tracking(self) -> "TrackForms":
        """Which of them came back."""
        return self.make.form_tracking(self)

    @cached_property
    def chat(self) -> "ReadChat":
        """Lines out of a chat."""
        return self.make.chat(self)

    @cached_property
    def fetching(self) -> "FetchOffers":
        """Counts asked of the platforms."""
        return self.make.fetching(self)

    @cached_property
    def overview(self) -> "LookOver":
        """What stands there, at a glance."""
        return self.make.overview(self)

    @cached_property
    def report(self) -> "WriteReport":
        """The report as a workbook."""
        return self.make.report(self)

    @cached_property
    def template(self) -> "FillTemplate":
        """The office's own form."""
        return self.make.template(self)

    @cached_property
    def report_checking(self) -> "CheckReport":
        """Whether a report is still as it was written."""
        return self.make.report_checking(self)

    @cached_property
    def report_history(self) -> "KeepWritten":
        """What was written."""
        return self.make.report_history(self)

    @cached_property
    def upwards(self) -> "ReportUpwards":
        """What goes to the province, and what a province receives."""
        return self.make.upwards(self)

    @cached_property
    def undoing(self) -> "UndoActions":
        """Steps taken back, and done again."""
        return self.make.undoing(self)

    @cached_property
    def portable(self) -> "KeepPortable":
        """The office on a stick."""
        return self.make.portable(self)

    @cached_property
    def privacy(self) -> "PrivacyOffers":
        """What a person may ask of their own data."""
        return self.make.privacy(self)

    @cached_property
    def manual(self) -> "ReadManual":
        """The pages of the help."""
        return self.make.manual(self)

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

    def finish_erasing(self) -> None:
        """Ends what a power cut left: the file may still have rests of somebody erased."""
        # At each start: what else is offered to people is loaded when somebody asks for it.
        from app.services.privacy.wiping import wipe_what_is_owed

        wipe_what_is_owed(self.database)

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
