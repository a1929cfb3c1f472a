"""What the importer sees in one file, as a first import would; writes nothing."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.known_people import KnownPeople
from app.domain.plan import Planner
from app.services.importing.planning import SheetOutcomes, planned_rows
from app.services.importing.source import Source
from app.services.importing.source_sheet import SourceSheet
from app.services.importing.units import UnitNames
from app.services.job import Job


@dataclass(frozen=True, slots=True)
class Inspection:
    """A file and its sheets, each with what became of its rows."""

    name: str
    format: str
    sheets: tuple[tuple[SourceSheet, SheetOutcomes], ...]


def inspect_file(path: Path, as_of: date, job: Job) -> Inspection:
    """Reads every sheet, also hidden ones, against an empty office.

    Raises:
        FileError: what stands there cannot be read as a workbook.
    """
    with Source.open(path, job) as source:
        planner = Planner(KnownPeople(), as_of, lambda person, platform, day: None)
        units = UnitNames()
        sheets = []
        for number, sheet in enumerate(source.sheets):
            tally = SheetOutcomes()
            for planned, _ in planned_rows(
                number, source, sheet, planner, units, job, keep_contacts=False
            ):
                tally.add(planned)
            sheets.append((sheet, tally))
        return Inspection(path.name, source.format, tuple(sheets))
