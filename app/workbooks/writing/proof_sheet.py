"""Adds the hidden sheet on which a report keeps what proves its content."""

from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from app.domain.proof import PROOF_SHEET, Origin, Proof, SheetTaking, whole_hash
from app.workbooks.proof_text import as_pieces
from app.workbooks.writing.streamed import StreamedSheet
from app.workbooks.writing.texts import cell_text

MOST_LETTERS = 8_000_000
"""Of a sheet whose rows are repeated; of a longer one only the hashes of rows and columns stay."""

_LABELS, _WORDS = 26, 90
"""Widths in letters."""


def add_proof(workbook: Workbook, origin: Origin, takings: Sequence[SheetTaking]) -> str:
    """Writes the sheet, once all others are written; gives the hash of the content."""
    for worksheet in workbook.worksheets():
        # The engine holds the last row back; the row after it does not exist.
        worksheet._write_single_row(worksheet.previous_row + 1)
    facts = tuple((cell_text(label), cell_text(words)) for label, words in origin.facts)
    sheets = tuple(taking.proof() for taking in takings)
    proof = Proof(facts, sheets, whole_hash(facts, sheets))
    worksheet = workbook.add_worksheet(PROOF_SHEET, StreamedSheet)
    worksheet.set_column(0, 0, _LABELS)
    worksheet.set_column(1, 1, _WORDS)
    worksheet.hide()
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    worksheet.write_string(0, 1, cell_text(origin.about), wrapped)
    row = 1
    for label, words in (*facts, ("SHA-256", proof.sha256)):
        worksheet.write_string(row, 0, label)
        worksheet.write_string(row, 1, words, wrapped)
        row += 1
    for place, piece in enumerate(as_pieces(proof), start=row + 1):
        worksheet.write_string(place, 2, piece)
    return proof.sha256
