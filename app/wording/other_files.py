"""What is said of a file that is no workbook, or a larger one than any roster."""

from collections.abc import Mapping

from app.domain.errors import ContentKind
from app.wording.language import Words

OTHER_FILES: Mapping[ContentKind, Words] = {
    ContentKind.WORD: lambda say: say(
        "{name} is a Word document, not a workbook. Nothing was changed. Copy its table into Excel, "
        "save it as .xlsx, then choose that file."
    ),
    ContentKind.POWERPOINT: lambda say: say(
        "{name} is a PowerPoint presentation, not a workbook. Nothing was changed. Copy its table "
        "into Excel, save it as .xlsx, then choose that file."
    ),
    ContentKind.PDF: lambda say: say(
        "{name} is a PDF document, not a workbook. Nothing was changed. Ask its sender for the Excel "
        "file it was printed from."
    ),
    ContentKind.NUMBERS: lambda say: say(
        "{name} is a Numbers document of an Apple computer, not a workbook. Nothing was changed. "
        "Export it from Numbers to Excel, then choose that file."
    ),
    ContentKind.PICTURE: lambda say: say(
        "{name} is a picture, not a workbook. Nothing was changed. Ask its sender for the Excel file."
    ),
    ContentKind.ARCHIVE: lambda say: say(
        "{name} is a packed folder, not a workbook. Nothing was changed. Unpack it first, then choose "
        "the workbook inside."
    ),
    ContentKind.DATABASE: lambda say: say(
        "{name} is a database, not a workbook. Nothing was changed. Choose an Excel or CSV file."
    ),
    ContentKind.LOCK_FILE: lambda say: say(
        "{name} is only the mark that Excel leaves while a workbook is open. Nothing was changed. "
        "Choose the file whose name does not begin with ~$."
    ),
    ContentKind.PROGRAM: lambda say: say(
        "{name} is a program, not a workbook. It was not opened and nothing was changed. Do not open "
        "it; ask its sender."
    ),
    ContentKind.OLD_EXCEL: lambda say: say(
        "{name} was made by an Excel from before 1997. Nothing was changed. Open it in Excel, save it "
        "as .xlsx, then choose that file."
    ),
    ContentKind.OTHER: lambda say: say(
        "{name} is not a workbook. Nothing was changed. Choose an Excel (.xlsx, .xls, .xlsb), ODS or "
        "CSV file."
    ),
}

TOO_LARGE: Mapping[str, Words] = {
    "rows": lambda say: say(
        "{name} has too many rows. Nothing was changed. Split it into several files, then choose "
        "them together."
    ),
    "columns": lambda say: say(
        "{name} has too many columns. Nothing was changed. Copy only the list of people into a new "
        "file, then choose that file."
    ),
    "": lambda say: say(
        "{name} is too large to be read. Nothing was changed. Copy only the list of people into a "
        "new file, then choose that file."
    ),
}
"""By `WorkbookTooLarge.limit`; the last one for every other limit."""
