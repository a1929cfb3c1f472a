"""What is said of each failure that a person can act on: what happened, what is safe, what to do."""

from collections.abc import Mapping

from app.domain import errors
from app.domain.errors import AppError
from app.domain.file_names import FileForm
from app.domain.nip import Nip
from app.domain.office_errors import NotSaved
from app.domain.writing_errors import FileReadOnly, FileThere
from app.wording.exchange_errors import exchange_words
from app.wording.fetch_errors import fetch_error_sentence
from app.wording.language import Language, Words
from app.wording.office_errors import ABOUT_OFFICES
from app.wording.other_files import OTHER_FILES, TOO_LARGE
from app.wording.periods import period_name
from app.wording.proof_errors import ABOUT_PROOFS
from app.wording.templates import fault_words


def error_words(error: AppError, language: Language) -> str:
    """One line of finished text that ends with a full stop.

    Raises:
        KeyError: a class of `domain.errors` that has no sentence here; a test keeps it from being.
    """
    of_fetching = fetch_error_sentence(error, language)
    if of_fetching is not None:
        return of_fetching
    facts = {name: _one_line(str(fact)) for name, fact in vars(error).items()}
    if isinstance(error, errors.FileError):
        facts["name"] = _one_line(error.path.name or str(error.path))
    if isinstance(error, errors.FileInUse) and error.path.suffix.lower() == FileForm.PDF:
        return _pdf_in_use(language).format(**facts)
    if isinstance(error, errors.NotAWorkbook):
        return OTHER_FILES[error.kind](language.say).format(**facts)
    if isinstance(error, errors.TemplateUnusable):
        return fault_words(error.fault, language).format(**facts)
    if isinstance(error, errors.ExchangeUnusable):
        return exchange_words(error, language).format(**facts)
    if isinstance(error, errors.OfficeHeld):
        return _held(error, language).format(**facts)
    if isinstance(error, errors.WorkbookTooLarge):
        words = TOO_LARGE.get(error.limit, TOO_LARGE[""])
        return words(language.say).format(**facts)
    if isinstance(error, errors.NipTaken):
        facts["nip"] = _grouped(error.digits)
    if isinstance(error, NotSaved):
        facts["why"] = error_words(error.why, language)
    if isinstance(error, errors.PeriodError):
        facts["period"] = period_name(error.period, language)
    return SENTENCES[type(error)](language.say).format(**facts)


def _pdf_in_use(language: Language) -> str:
    return language.say(
        "{name} is open in another program. The file was not changed. Close it first, or save as a "
        "copy."
    )


def _held(error: errors.OfficeHeld, language: Language) -> str:
    say = language.say
    if not error.by or error.since is None:
        return say(
            "{name} is open in another Gaung. Nothing was changed. Close the other one, then try again."
        )
    since = language.moment(error.since)
    return say(
        "{name} is held by {by} on {computer} since {moment}. Nothing was changed. Close Gaung there, "
        "then try again."
    ).replace("{moment}", since)


def _one_line(text: str) -> str:
    """File names may hold line breaks on some systems; a failure is one line on stderr."""
    return " ".join(text.split())


def _grouped(digits: str) -> str:
    try:
        return Nip(digits).grouped
    except ValueError:
        return digits


_ABOUT_FILES: Mapping[type[AppError], Words] = {
    errors.FileMissing: lambda say: say(
        "{name} was not found. Nothing was changed. Check the name and the folder."
    ),
    errors.NotAFile: lambda say: say(
        "{name} is a folder, not a file. Nothing was changed. Choose a file inside it."
    ),
    errors.FileEmpty: lambda say: say(
        "{name} is empty. Nothing was changed. If it lies in a cloud folder, wait until it is "
        "downloaded; else save the file again, or ask its sender for it."
    ),
    errors.FileUnreadable: lambda say: say(
        "The computer does not allow {name} to be read. Nothing was changed. Copy the file to the "
        "Documents folder, then choose the copy."
    ),
    errors.FileInUse: lambda say: say(
        "{name} is open in Excel. The file was not changed. Close it first, or save as a copy."
    ),
    FileReadOnly: lambda say: say(
        "{name} is marked as read-only. The file was not changed. Take the mark off, or save as a copy."
    ),
    FileThere: lambda say: say("{name} stands in that folder. Nothing was written yet."),
    errors.NotWritable: lambda say: say(
        "{name} may not be written there. What stood there is unchanged. Choose another folder or "
        "another name."
    ),
    errors.FolderMissing: lambda say: say(
        "The folder for {name} does not exist. Nothing was written. Choose another folder."
    ),
    errors.DiskFull: lambda say: say(
        "The disk has no room left for {name}. What was saved before is safe. Free some space, then "
        "try again."
    ),
    errors.DiskFailed: lambda say: say(
        "The disk failed while working on {name}. What was saved before was not changed. Try again "
        "on another disk, and have this one checked."
    ),
}

_ABOUT_WORKBOOKS: Mapping[type[AppError], Words] = {
    errors.WorkbookProtected: lambda say: say(
        "{name} is protected by a password. Nothing was changed. Open it in Excel, remove the "
        "password, save it, then try again."
    ),
    errors.WrongPassword: lambda say: say(
        "That password does not open {name}. Nothing was changed. Check capital letters, or ask "
        "its sender."
    ),
    errors.ExchangeFound: lambda say: say(
        "{name} is an exchange workbook for the province, no roster. Nothing was imported. The "
        "province receives it on the page Reports."
    ),
    errors.LockUnknown: lambda say: say(
        "{name} is locked in a way that only the program that saved it can open. Nothing was "
        "changed. Open it there, remove the password, save it, then try again."
    ),
    errors.WorkbookDamaged: lambda say: say(
        "The inside of {name} is damaged and cannot be read. Nothing was changed. Open it in Excel, "
        "save it as a new file, or ask its sender for it."
    ),
    errors.WorkbookHostile: lambda say: say(
        "The inside of {name} is not built like a proper workbook and could be dangerous. It was not "
        "read and nothing was changed. Ask its sender for a new file."
    ),
    errors.ReadingTimedOut: lambda say: say(
        "Reading {name} took too long and was stopped. Nothing was changed. Open it in Excel, copy "
        "only the list of people into a new file, then try again."
    ),
    errors.TooManyFiles: lambda say: say(
        "{found} workbooks stand in {name}, more than the {most} that are read at once. Nothing was "
        "changed. Choose one of its folders, or some of its files."
    ),
    errors.NoPeople: lambda say: say(
        "No list of people with a NIP was found in {name}. Nothing was changed. Check that the list "
        "is on a sheet that is not hidden and has a row of column headings."
    ),
}

_ABOUT_PICTURES: Mapping[type[AppError], Words] = {
    errors.NotAPicture: lambda say: say(
        "{name} is no picture that can be kept as evidence. Nothing was changed. Choose a PNG, JPG, "
        "WebP or BMP file; of a PDF, take a screenshot."
    ),
    errors.PictureTooLarge: lambda say: say(
        "{name} is larger than {megabytes} MB or {megapixels} million pixels. Nothing was changed. "
        "Take a screenshot of what matters in it."
    ),
    errors.PictureMissing: lambda say: say(
        "The file of this picture is not in its folder any more. Everything else is unchanged. Bring it back "
        "from a backup, or add the picture again."
    ),
    errors.PictureDamaged: lambda say: say(
        "The file of this picture is damaged or was changed, so it proves nothing. Everything else is "
        "unchanged. Bring it back from a backup, or add the picture again."
    ),
}

_ABOUT_DATABASES: Mapping[type[AppError], Words] = {
    errors.DatabaseMissing: lambda say: say(
        "The database {name} was not found. Nothing was changed. Check its place and its name."
    ),
    errors.NotOurDatabase: lambda say: say(
        "{name} was not made by Gaung. The file was not changed. Choose a database of Gaung."
    ),
    errors.DatabaseNewer: lambda say: say(
        "{name} was made by a newer Gaung ({found}). Nothing was changed. Install the newest Gaung."
    ),
    errors.DatabaseDamaged: lambda say: say(
        "The database {name} is damaged. The file was left as it is. Restore the newest backup."
    ),
    errors.DatabaseLost: lambda say: say(
        "The database {name} is not there any more. No empty one was made in its place. Restore the "
        "newest backup, or bring the file back."
    ),
    errors.UpgradeFailed: lambda say: say(
        "The database {name} could not be brought up to this version of Gaung. It stands as it was. "
        "Go on with the earlier version, and tell whoever looks after the program."
    ),
    errors.PicturesDamaged: lambda say: say(
        "Evidence of {name} is missing or was changed. The database itself is in order. Restore a "
        "backup that still has the pictures, or add them again."
    ),
    errors.BackupsDamaged: lambda say: say(
        "Backups of {name} are damaged. The database itself is in order. Make a new backup now, and "
        "have the disk checked."
    ),
    errors.AnswerLost: lambda say: say(
        "The answer could not be printed: the output is closed or full. What was to be written is "
        "written. Run the command again with another output."
    ),
    errors.DatabaseInUse: lambda say: say(
        "The database {name} is being used by another Gaung. Nothing was changed. Close the other "
        "one, then try again."
    ),
    errors.NetworkDisk: lambda say: say(
        "{name} lies on a network disk, where a database can break. Nothing was changed. Choose a "
        "folder on this computer."
    ),
}

_ABOUT_BACKUPS: Mapping[type[AppError], Words] = {
    errors.NotABackup: lambda say: say(
        "{name} is no backup of Gaung. Nothing was changed. Choose a file that ends in .gaung."
    ),
    errors.BackupDamaged: lambda say: say(
        "The backup {name} is damaged or was changed. Nothing was changed. Choose an earlier backup."
    ),
    errors.BackupOfSample: lambda say: say(
        "{name} is a backup of the invented sample office. Nothing was changed. Choose a backup of "
        "your own office."
    ),
}

_ABOUT_WORK: Mapping[type[AppError], Words] = {
    errors.Cancelled: lambda say: say("The work was stopped. Nothing was changed."),
    errors.NipTaken: lambda say: say(
        "NIP {nip} already belongs to {name}. Nothing was changed. Check the number, or open the "
        "person who has it."
    ),
    errors.PersonGone: lambda say: say(
        "This person has been removed in the meantime. Nothing was changed. Search for them again."
    ),
    errors.NameNotConfirmed: lambda say: say(
        "Another name was typed than that of the person. Nothing was erased. Type the name as it "
        "stands above."
    ),
    errors.NoPeopleForForms: lambda say: say(
        "Nobody is recorded in these organisations. No form was written. Import the roster first, or "
        "choose other organisations."
    ),
    errors.NothingToRedo: lambda say: say(
        "There is nothing left to do again. Nothing was changed. After a new change, earlier undone "
        "steps can no longer be repeated."
    ),
    errors.NothingToUndo: lambda say: say(
        "There is nothing left to undo. Nothing was changed. The last step may be undone already."
    ),
    errors.OfficeUnnamed: lambda say: say(
        "The office has no name yet, so nobody could tell whose workbook it is. Nothing was written. "
        "Enter the name of the government in the settings."
    ),
    errors.PlanOutdated: lambda say: say(
        "The stored people changed while the import was being checked. Nothing was written. Read the "
        "file again, then import it."
    ),
}

_ABOUT_PERIODS: Mapping[type[AppError], Words] = {
    errors.PeriodIsClosed: lambda say: say(
        "{period} is closed already. Nothing was changed. Open it again first, with a reason."
    ),
    errors.PeriodIsOpen: lambda say: say(
        "{period} is not closed. Nothing was changed. There is nothing to open again."
    ),
    errors.PeriodNotBegun: lambda say: say(
        "{period} has not begun yet. Nothing was closed. Choose a period that has begun."
    ),
    errors.ReasonMissing: lambda say: say(
        "No reason is given. The period stays closed. Write why it is opened again."
    ),
    errors.ClosingGone: lambda say: say(
        "This closed period is not in the database. Nothing was changed. Choose another period."
    ),
}

SENTENCES: Mapping[type[AppError], Words] = {
    **_ABOUT_FILES,
    **_ABOUT_WORKBOOKS,
    **_ABOUT_PICTURES,
    **ABOUT_PROOFS,
    **_ABOUT_DATABASES,
    **ABOUT_OFFICES,
    **_ABOUT_BACKUPS,
    **_ABOUT_WORK,
    **_ABOUT_PERIODS,
}
