"""Reads a report for its check: what its hidden sheet says, and what its cells hold now."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from app.domain.errors import NotAReport, ProofDamaged, ReportTooOld
from app.domain.proof import PROOF_SHEET, Proof, SheetProof, SheetTaking, canonical
from app.domain.rollup.enclosure import CONTENT_SHEET
from app.workbooks.proof_text import from_pieces
from app.workbooks.reading import OpenedWorkbook, open_workbook

_PIECES_IN = 2
"""Column of the hidden sheet; the facts stand in the two before it."""

_FOR_THE_PROGRAM = (PROOF_SHEET, CONTENT_SHEET)
"""Also where somebody made them visible."""

_EVERYTHING = 1 << 40
_PROPERTIES = "docProps/core.xml"
_OURS = b"<dc:creator>Gaung</dc:creator>"


@dataclass(frozen=True, slots=True)
class FoundReport:
    """The proof, the visible sheets as they are now, and the facts as they stand in words."""

    proof: Proof
    sheets: tuple[SheetProof, ...]
    facts: tuple[tuple[str, str], ...]


def read_report(path: Path, step: Callable[[int, int], None]) -> FoundReport:
    """Reads all visible sheets; `step` hears of rows done.

    Raises:
        ReportTooOld: or NotAReport, ProofDamaged; or what `open_workbook` raises.
    """
    with open_workbook(path, lambda: step(0, 0)) as book:
        return report_in(book, step)


def report_in(book: OpenedWorkbook, step: Callable[[int, int], None]) -> FoundReport:
    """The report that stands open. Raises as `read_report`."""
    hidden = next((one.index for one in book.sheets if one.name == PROOF_SHEET), None)
    if hidden is None:
        raise ReportTooOld(book.path) if _is_ours(book.path) else NotAReport(book.path)
    rows = [row for chunk in book.chunks(hidden) for row in chunk]
    proof = from_pieces([str(row[_PIECES_IN]) for row in rows if len(row) > _PIECES_IN])
    if proof is None or not proof.is_sound:
        raise ProofDamaged(book.path)
    said = tuple((str(row[0]), str(row[1])) for row in rows if len(row) == _PIECES_IN and row[0])
    seen = [one for one in book.sheets if not one.hidden and one.name not in _FOR_THE_PROGRAM]
    done = 0
    sheets = []
    for sheet in seen:
        found, done = _sheet(book, sheet.index, sheet.name, done, step)
        sheets.append(found)
    return FoundReport(proof, tuple(sheets), said)


def _sheet(
    book: OpenedWorkbook, index: int, name: str, done: int, step: Callable[[int, int], None]
) -> tuple[SheetProof, int]:
    taking, row = SheetTaking(name, _EVERYTHING), 0
    for chunk in book.chunks(index):
        for cells in chunk:
            taking.take(row, [canonical(cell) for cell in cells])
            row += 1
        step(done + row, 0)
    return taking.proof(), done + row


def _is_ours(path: Path) -> bool:
    try:
        with ZipFile(path) as archive, archive.open(_PROPERTIES) as part:
            return _OURS in part.read(1 << 16)
    except (BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, ValueError):
        return False
