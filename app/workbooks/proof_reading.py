"""Reads a report for its check: what its hidden sheet says, and what its cells hold now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from app.domain.errors import NotAReport, ProofDamaged, ReportTooOld
from app.domain.proof import PROOF_SHEET, Proof, SheetProof, SheetTaking, canonical
from app.domain.proof_cover import Uncovered
from app.domain.rollup.enclosure import CONTENT_SHEET
from app.workbooks.proof_text import from_pieces
from app.workbooks.reading import OpenedWorkbook, open_workbook

_PIECES_IN = 2
"""Column of the hidden sheet; the facts stand in the two before it."""

FOR_THE_PROGRAM = (PROOF_SHEET, CONTENT_SHEET)
"""Sheets that are no content, also where somebody made them visible."""

_EVERYTHING = 1 << 40
_PROPERTIES = "docProps/core.xml"
_OURS = b"<dc:creator>Gaung</dc:creator>"

Told = Callable[[int, int], None]
"""Hears of rows done."""


@dataclass(frozen=True, slots=True)
class FoundReport:
    """The proof, the visible sheets as they are now, and the facts as they stand in words."""

    proof: Proof
    sheets: tuple[SheetProof, ...]
    facts: tuple[tuple[str, str], ...]


def read_report(path: Path, step: Told) -> FoundReport:
    """Reads all visible sheets; `step` hears of rows done.

    Raises:
        ReportTooOld: or NotAReport, ProofDamaged; or what `open_workbook` raises.
    """
    with open_workbook(path, lambda: step(0, 0)) as book:
        return report_in(book, step)


def report_in(book: OpenedWorkbook, step: Told) -> FoundReport:
    """The report that stands open. Raises as `read_report`."""
    hidden = next((one.index for one in book.sheets if one.name == PROOF_SHEET), None)
    if hidden is None:
        raise ReportTooOld(book.path) if _is_ours(book.path) else NotAReport(book.path)
    rows = [row for chunk in book.chunks(hidden) for row in chunk]
    proof = from_pieces([str(row[_PIECES_IN]) for row in rows if len(row) > _PIECES_IN])
    if proof is None or not proof.is_sound:
        raise ProofDamaged(book.path)
    said = tuple((str(row[0]), str(row[1])) for row in rows if len(row) == _PIECES_IN and row[0])
    left_out = {sheet.name: sheet.uncovered for sheet in proof.sheets}
    return FoundReport(proof, visible_sheets(book, left_out, _EVERYTHING, step), said)


def visible_sheets(
    book: OpenedWorkbook,
    left_out: Mapping[str, tuple[Uncovered, ...]],
    most_letters: int,
    step: Told,
) -> tuple[SheetProof, ...]:
    """What all visible sheets hold, without the cells that a proof leaves out, by sheet."""
    done = 0
    sheets = []
    for sheet in book.sheets:
        if not sheet.hidden and sheet.name not in FOR_THE_PROGRAM:
            taking = SheetTaking(sheet.name, most_letters, left_out.get(sheet.name, ()))
            done = _take(book, sheet.index, taking, done, step)
            sheets.append(taking.proof())
    return tuple(sheets)


def _take(book: OpenedWorkbook, index: int, taking: SheetTaking, done: int, step: Told) -> int:
    row = 0
    for chunk in book.chunks(index):
        for cells in chunk:
            taking.take(row, [canonical(cell) for cell in cells])
            row += 1
        step(done + row, 0)
    return done + row


def _is_ours(path: Path) -> bool:
    try:
        with ZipFile(path) as archive, archive.open(_PROPERTIES) as part:
            return _OURS in part.read(1 << 16)
    except (BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, ValueError):
        return False
