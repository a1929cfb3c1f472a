"""Import: a roster is read, planned, shown, and applied as the very plan that was shown."""

from app.services.importing.planning import ImportPlan, PlannedSheet, SheetOutcomes
from app.services.importing.roster import ImportRoster, Undone
from app.services.importing.source import Source
from app.services.importing.source_sheet import CellText, SourceSheet
from app.services.importing.units import UnitGuess
from app.services.importing.writing import Applied
from app.storage.as_of import DatedCounts
from app.storage.imports import FileRecord, ImportRecord
from app.storage.known import InService
from app.workbooks.layout.columns import Column
from app.workbooks.layout.sheet import UnitOrigin
from app.workbooks.reading import SheetMarks

__all__ = [
    "Applied",
    "CellText",
    "Column",
    "DatedCounts",
    "FileRecord",
    "ImportPlan",
    "ImportRecord",
    "ImportRoster",
    "InService",
    "PlannedSheet",
    "SheetMarks",
    "SheetOutcomes",
    "Source",
    "SourceSheet",
    "Undone",
    "UnitGuess",
    "UnitOrigin",
]
