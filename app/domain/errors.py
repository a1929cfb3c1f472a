"""Everything that can go wrong and that a person can act on: facts only, no sentences."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from app.domain.period import Period

if TYPE_CHECKING:
    # Loaded by those who need them: this module is in the way of every start.
    from app.domain.proof_check import Difference
    from app.domain.rollup.faults import ExchangeFault
    from app.domain.template import TemplateFault


class AppError(Exception):
    """An expected failure. `wording.error_words` says what happened, what is safe, what to do."""


@dataclass(eq=False)
class FileError(AppError):
    """Something about one file."""

    path: PurePath


class FileMissing(FileError):
    """Nothing stands at this path."""


class NotAFile(FileError):
    """A folder (or a device) where a file was expected."""


class FileEmpty(FileError):
    """The file has no bytes."""


class FileUnreadable(FileError):
    """The operating system refuses to read it."""


class FileInUse(FileError):
    """Another program (mostly Excel) holds it open."""


class NotWritable(FileError):
    """The target or its folder may not be written."""


class FolderMissing(FileError):
    """The folder of the target does not exist."""


class DiskFull(FileError):
    """No room is left for this file."""


class DiskFailed(FileError):
    """The disk answered with an input/output error."""


class ContentKind(Enum):
    """What a file that is no workbook turns out to be."""

    WORD = "word"
    POWERPOINT = "powerpoint"
    PDF = "pdf"
    NUMBERS = "numbers"
    PICTURE = "picture"
    ARCHIVE = "archive"
    DATABASE = "database"
    LOCK_FILE = "lock_file"
    PROGRAM = "program"
    OLD_EXCEL = "old_excel"
    OTHER = "other"


@dataclass(eq=False)
class NotAWorkbook(FileError):
    """The content is something else, whatever the name says."""

    kind: ContentKind


class WorkbookProtected(FileError):
    """Opening it needs a password, and none was told."""


class WrongPassword(WorkbookProtected):
    """The password that was told does not open it."""


class ExchangeFound(FileError):
    """It is what an office sends to its province, where a roster was expected."""


class LockUnknown(FileError):
    """It is locked in a way that only the program that locked it can open."""


class WorkbookDamaged(FileError):
    """It is a workbook, but its inside cannot be read."""


class WorkbookHostile(FileError):
    """Its inside is built to exhaust the reader: inflating parts, entity tricks, doubled members."""


@dataclass(eq=False)
class WorkbookTooLarge(FileError):
    """More rows, columns or bytes than any roster has, or than the reader may use."""

    limit: str


class ReadingTimedOut(FileError):
    """The reader did not finish in the time its size allows."""


@dataclass(eq=False)
class TooManyFiles(FileError):
    """More workbooks stand in a folder than are read at once."""

    found: int
    most: int


@dataclass(eq=False)
class TemplateUnusable(FileError):
    """A workbook that cannot be filled as a template. `sheet`: where, if on one of them."""

    fault: "TemplateFault"
    sheet: str = ""


class NoPeopleForForms(AppError):
    """Nobody stands in the organisations that were chosen for forms."""


class NoPeople(FileError):
    """No visible sheet of the workbook holds a roster."""


class NotAPicture(FileError):
    """No picture of a kind that is kept as evidence, or a damaged one."""


@dataclass(eq=False)
class PictureTooLarge(FileError):
    """More bytes or pixels than any screenshot has."""

    megabytes: int
    megapixels: int


class PictureMissing(AppError):
    """The file of a stored picture is gone from its folder."""


class PictureDamaged(AppError):
    """The file of a stored picture is not what was stored."""


class ReportTooOld(FileError):
    """A report of an earlier Gaung, which did not keep its proof yet."""


class NotAReport(FileError):
    """A workbook that another program made."""


class ProofDamaged(FileError):
    """The hidden sheet of a report is not what was written."""


class DatabaseMissing(FileError):
    """No database stands at this path."""


class NotOurDatabase(FileError):
    """A file that Gaung did not make."""


@dataclass(eq=False)
class DatabaseNewer(FileError):
    """Written by a newer Gaung: nothing is opened."""

    found: str


class DatabaseDamaged(FileError):
    """SQLite's own check finds the file broken."""


class DatabaseLost(FileError):
    """No database stands there any more, but traces of it do: no empty one is made."""


class UpgradeFailed(FileError):
    """An older database could not be brought to our schema; it stands as it was."""


class PicturesDamaged(FileError):
    """The database is sound, but pictures that prove counts are missing or altered."""


class BackupsDamaged(FileError):
    """The database is sound, but backups of it are not what was written."""


class NotABackup(FileError):
    """A file that is no backup of Gaung."""


class BackupDamaged(FileError):
    """A backup that is not, byte for byte, what was written."""


class BackupOfSample(FileError):
    """A backup of the invented office, which must never become the real one."""


class DatabaseInUse(FileError):
    """Another process is writing it."""


@dataclass(eq=False)
class OfficeHeld(FileError):
    """Another Gaung works on this office. Empty or None: it does not say."""

    by: str = ""
    computer: str = ""
    since: datetime | None = None


class NetworkDisk(FileError):
    """The database may not live on a network share: WAL does not work there."""


class Cancelled(AppError):
    """The person stopped the work; nothing was kept."""


@dataclass(eq=False)
class NipTaken(AppError):
    """Another person already has this NIP."""

    digits: str
    name: str


@dataclass(eq=False)
class PersonGone(AppError):
    """The person was removed meanwhile."""

    person_id: int


class NameNotConfirmed(AppError):
    """Another name than the person's was typed; nothing was erased."""


@dataclass(eq=False)
class NothingToRedo(AppError):
    """Nothing was taken back, or something new was done since."""


class NothingToUndo(AppError):
    """The action is already undone, or there is none."""


class PlanOutdated(AppError):
    """The database changed after an import was planned; nothing was written."""


class AnswerLost(AppError):
    """What the command line should have printed reached nobody; the work itself is done."""


@dataclass(eq=False)
class PeriodError(AppError):
    """Something about one period."""

    period: Period


class PeriodIsClosed(PeriodError):
    """It is closed already: it has to be opened again first."""


class PeriodIsOpen(PeriodError):
    """It is not closed: there is nothing to open again."""


class PeriodNotBegun(PeriodError):
    """It lies in the future."""


class ReasonMissing(AppError):
    """A closed period is opened again only with a reason."""


class ClosingGone(AppError):
    """There is no such closing of a period."""


@dataclass(eq=False)
class ExchangeUnusable(FileError):
    """A workbook that cannot be received from an office. `changed`: its cells that were edited."""

    fault: "ExchangeFault"
    changed: "tuple[Difference, ...]" = ()


class OfficeUnnamed(AppError):
    """The office has no name yet: whoever receives its workbook could not tell whose it is."""
