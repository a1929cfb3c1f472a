"""What a report is called first."""

from datetime import date

from app.domain.file_names import file_name
from app.wording.language import Language


def suggested_name(office: str, as_of: date, language: Language, mark: str = "") -> str:
    """What a report of this month is called first."""
    words = language.say("Qualifying civil servants {office} {month}")
    return file_name(words.format(office=office, month=language.month(as_of)), mark)
