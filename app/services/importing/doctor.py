"""Asks the NIP doctor about every row of a plan that a damaged number holds."""

from collections.abc import Mapping, Sequence

from app.domain.nip import NipFlaw
from app.domain.nip_doctor import NipDoctor
from app.domain.roster import PlannedRow
from app.services.importing.held_texts import NIP_IN_FILE
from app.services.importing.planning import PlannedSheet
from app.services.job import Job

_LOOK_UP = 200


def diagnose(sheets: Sequence[PlannedSheet], names: Mapping[str, str], job: Job) -> None:
    """Fills `diagnoses` of each sheet; `names` of everyone known or planned before, by NIP."""
    flawed = [(sheet, _flawed(sheet)) for sheet in sheets]
    if not any(rows for _, rows in flawed):
        return
    doctor = NipDoctor(names)
    for sheet, rows in flawed:
        digits = _digits_in_file(sheet, rows)
        for done, (row, flaw) in enumerate(rows):
            if done % _LOOK_UP == 0:
                job.step(done, len(rows))
            texts = sheet.held_texts.get(row.row, {})
            found = doctor.examine(
                flaw, texts.get("nip", ""), texts.get("name", ""), digits.get(row.row, "")
            )
            if found.proposals:
                sheet.diagnoses[row.row] = found


def _flawed(sheet: PlannedSheet) -> list[tuple[PlannedRow, NipFlaw]]:
    return [(row, row.held_for) for row in sheet.rows if isinstance(row.held_for, NipFlaw)]


def _digits_in_file(
    sheet: PlannedSheet, rows: Sequence[tuple[PlannedRow, NipFlaw]]
) -> Mapping[int, str]:
    """By row; the file is asked only where there are number cells, and the held rows keep them."""
    numbers = {row.row for row, flaw in rows if flaw is NipFlaw.NUMERIC}
    if not numbers:
        return {}
    found = sheet.source.numbers_in_file(sheet.sheet)
    for row in numbers & found.keys():
        sheet.held_texts[row] = {**sheet.held_texts.get(row, {}), NIP_IN_FILE: found[row]}
    return found
