"""Adds to a filled template what proves it: a hidden sheet, and words at the foot of its pages."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.header_footer import HeaderFooterItem
from typing_extensions import override

from app.domain.proof import PROOF_SHEET, SHORT_HASH, Origin, Proof, whole_hash
from app.domain.proof_cover import Uncovered, uncovered_cells
from app.domain.template import TemplateSeal
from app.workbooks.proof_reading import Told, visible_sheets
from app.workbooks.proof_text import MOST_LETTERS, proof_rows
from app.workbooks.reading import open_workbook
from app.workbooks.writing.looks import LETTERS
from app.workbooks.writing.proof_sheet import LABELS, WORDS
from app.workbooks.writing.texts import cell_text, footer_text

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.header_footer import _HeaderFooterPart
    from openpyxl.worksheet.worksheet import Worksheet

_POINTS = 8
_CODES = f'&"{LETTERS},Regular"&{_POINTS} '
_BREAK = "\n "
"""The blank gives a line that is otherwise empty its height."""

_HEADS_AND_FEET = (
    *("oddHeader", "evenHeader", "firstHeader"),
    *("oddFooter", "evenFooter", "firstFooter"),
)

_LONGEST_FOOTER = 255
"""With its codes; Excel calls a workbook with a longer one damaged."""


def save_sealed(workbook: "Workbook", place: Path, seal: TemplateSeal, step: Told) -> Proof:
    """Saves the filled workbook at `place`, with the proof of what can be read there.

    It is saved, read as the check reads it, and saved again: what the engine writes and what our
    reader makes of it need not be the same, and only the latter is ever compared.
    """
    for worksheet in workbook.worksheets:
        _with_plain_breaks(worksheet)
    kept = _Kept(workbook)
    kept.save(place)
    proof = _proof_of(workbook, place, seal, step)
    _add_sheet(workbook, seal.origin, proof)
    for worksheet in workbook.worksheets:
        _sign_pages(worksheet, seal.footers, proof.sha256[:SHORT_HASH])
    kept.save(place)
    return proof


class _Kept:
    """What the engine uses up when it saves a workbook, so that it can be saved twice."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        sheets: list[Any] = list(workbook.worksheets)
        self._pictures = [(some, some._data()) for sheet in sheets for some in sheet._images]
        self._pivots = list(self._listed)

    @property
    def _listed(self) -> list[object]:
        """Filled anew at each saving; openpyxl shows no other way to it."""
        return self._workbook._pivots  # type: ignore[attr-defined,no-any-return]

    def save(self, place: Path) -> None:
        for picture, content in self._pictures:
            picture.ref = BytesIO(content)
        self._listed[:] = self._pivots
        self._workbook.save(place)


def _proof_of(workbook: "Workbook", place: Path, seal: TemplateSeal, step: Told) -> Proof:
    left_out = dict(_formulas(workbook))
    most = MOST_LETTERS if seal.origin.keeps_values else 0
    with open_workbook(place, lambda: step(0, 0)) as book:
        sheets = visible_sheets(book, left_out, most, step)
    told = (*seal.origin.facts, *seal.about_formulas(sheets))
    facts = tuple((cell_text(label), cell_text(words)) for label, words in told)
    return Proof(facts, sheets, whole_hash(facts, sheets))


def _formulas(workbook: "Workbook") -> Iterator[tuple[str, tuple[Uncovered, ...]]]:
    """Cells that a spreadsheet program works out: the file has no value for them yet."""
    for worksheet in workbook.worksheets:
        cells: set[tuple[int, int]] = set()
        for row in worksheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "f":
                    cells |= {(cell.row - 1, cell.column - 1)}
                if isinstance(cell.value, ArrayFormula | DataTableFormula):
                    of = CellRange(cell.value.ref)
                    cells |= {(row - 1, column - 1) for row, column in of.cells}
        if cells:
            yield worksheet.title, uncovered_cells(cells)


def _add_sheet(workbook: "Workbook", origin: Origin, proof: Proof) -> None:
    worksheet = workbook.create_sheet(PROOF_SHEET)
    worksheet.sheet_state = "hidden"
    worksheet.column_dimensions["A"].width = LABELS
    worksheet.column_dimensions["B"].width = WORDS
    for row, texts in enumerate(proof_rows(cell_text(origin.about), proof), start=1):
        for column, text in enumerate(texts, start=1):
            if text:
                cell = worksheet.cell(row, column)
                cell.value, cell.data_type = text, "s"
                if column == 2:  # the words
                    cell.alignment = Alignment(wrap_text=True, vertical="top")


class _PlainItem(HeaderFooterItem):
    """Writes the breaks of its lines as Excel does: LibreOffice prints the engine's own spelling."""

    @override
    def __str__(self) -> str:
        return str(unescape(super().__str__()))


def _with_plain_breaks(worksheet: "Worksheet") -> None:
    for name in _HEADS_AND_FEET:
        old = getattr(worksheet.HeaderFooter, name)
        if old is not None:
            item = _PlainItem(left=old.left, center=old.center, right=old.right)
            setattr(worksheet.HeaderFooter, name, item)


def _sign_pages(worksheet: "Worksheet", footers: Sequence[str], sha256: str) -> None:
    """Each foot that is printed; of the wordings the first that finds room."""
    which = worksheet.HeaderFooter
    feet = [worksheet.oddFooter]
    feet += [worksheet.evenFooter] if which.differentOddEven else []
    feet += [worksheet.firstFooter] if which.differentFirst else []
    for foot in feet:
        if foot is not None:
            for words in footers:
                if _sign(foot, footer_text(words.replace("{proof}", sha256))):
                    break


def _sign(foot: HeaderFooterItem, words: str) -> bool:
    """At the left where the foot is free, else on a line of its own below what stands there.

    Programs set the three parts of a foot by their first line or by their last one: only parts of
    as many lines stand beside one another in all of them.
    """
    parts = [foot.left, foot.center, foot.right]
    before = [part.text for part in parts]
    high = max(map(_lines, parts))
    for part in parts:
        if part.text or part is foot.left:
            part.text = f"{part.text or ''}{_BREAK * _missing(part, high)}"
    foot.left.text = f"{foot.left.text or ''}{_CODES}{words}"
    fits = len(str(foot)) <= _LONGEST_FOOTER
    for part, text in zip(parts, before, strict=True):
        part.text = part.text if fits else text
    return fits


def _missing(part: "_HeaderFooterPart", high: int) -> int:
    """Breaks until the line below the lowest one of the foot."""
    return high - _lines(part) + bool(part.text)


def _lines(part: "_HeaderFooterPart") -> int:
    return part.text.count("\n") + 1 if part.text else 0
