"""The chips of all sheets that the work has opened."""

from app.ui.importing.sheet_chips import ChipWords
from app.ui.importing.sheet_words import chip_words
from app.ui.importing.work import ImportWork
from app.wording.language import Language


def all_chips(work: ImportWork, language: Language) -> list[ChipWords]:
    """In the order of the sheets, each with what is planned for it so far."""
    planned = work.prepared.rows if work.prepared is not None else {}
    several = len(work.sources) > 1
    return [
        chip_words(one, work.shown, planned, with_file=several, language=language)
        for one in work.sheets
    ]
