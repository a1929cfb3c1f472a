"""Adds the hidden sheet on which an exchange workbook keeps what the receiving program reads."""

from xlsxwriter.workbook import Workbook

from app.domain.rollup.enclosure import Enclosure
from app.workbooks.writing.streamed import StreamedSheet


def add_enclosure(workbook: Workbook, enclosure: Enclosure) -> None:
    """Every cell is text; its texts are ours, and nothing in them needs another spelling."""
    worksheet = workbook.add_worksheet(enclosure.sheet, StreamedSheet)
    worksheet.hide()
    for number, texts in enumerate(enclosure.rows):
        for place, text in enumerate(texts):
            if text:
                worksheet.write_string(number, place, text)
