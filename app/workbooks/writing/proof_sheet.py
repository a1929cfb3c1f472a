"""Adds the hidden sheet on which a report keeps what proves its content."""

from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from app.domain.proof import PROOF_SHEET, Origin, Proof, SheetTaking, whole_hash
from app.workbooks.proof_text import proof_rows
from app.workbooks.writing.streamed import StreamedSheet
from app.workbooks.writing.texts import cell_text

LABELS, WORDS = 26, 90
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
    worksheet.set_column(0, 0, LABELS)
    worksheet.set_column(1, 1, WORDS)
    worksheet.hide()
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for row, texts in enumerate(proof_rows(cell_text(origin.about), proof)):
        for place, text in enumerate(texts):
            if text:
                worksheet.write_string(row, place, text, *([wrapped] if place == 1 else ()))
    return proof.sha256
