"""What a person changes about opened sheets, in the lane of long work: no reading is under way then."""

from app.domain.errors import NothingToUndo
from app.domain.fields import Field
from app.services.importing import ImportRoster, Undone
from app.services.job import Job
from app.ui.importing.findings import OpenedSheet


def choose(sheet: OpenedSheet, chosen: bool, job: Job) -> None:
    """Whether its people are read."""
    sheet.sheet.chosen = chosen


def set_header(sheet: OpenedSheet, first: int, last: int, job: Job) -> None:
    """Which rows (1-based) are its header."""
    sheet.sheet.set_header(first, last)


def set_no_header(sheet: OpenedSheet, job: Job) -> None:
    """Nothing heads its columns."""
    sheet.sheet.set_no_header()


def set_meaning(sheet: OpenedSheet, column: int, field: Field | None, job: Job) -> None:
    """What a column (0-based) means."""
    sheet.sheet.set_meaning(column, field)


def set_organisation(sheet: OpenedSheet, text: str, job: Job) -> None:
    """Whose list it is."""
    sheet.sheet.set_organisation(text)


def undo_import(importing: ImportRoster, import_id: int, job: Job) -> Undone:
    """Takes an import back.

    Raises:
        NothingToUndo: there is none of this id.
    """
    record = next((one for one in importing.history() if one.id == import_id), None)
    if record is None:
        raise NothingToUndo
    return importing.undo(record)
