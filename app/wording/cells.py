"""A cell of a report in words, as the spreadsheet program will show it."""

from datetime import date

from app.domain.report import NOTHING, Cell, Worked, Working
from app.wording.language import Language


def cell_words(content: Cell, language: Language) -> str:
    """Grouped numbers, days as on paper, shares with one decimal, differences with their sign."""
    if isinstance(content, Worked):
        return _worked_words(content, language)
    if isinstance(content, date):
        return f"{content:%d-%m-%Y}"
    if isinstance(content, int):
        return language.number(content)
    return content or ""


def _worked_words(worked: Worked, language: Language) -> str:
    if worked.value is None:
        return NOTHING
    if worked.working is Working.SHARE:
        return language.percent(worked.value)
    number = language.number(round(worked.value))
    plus = "+" if worked.working is Working.DIFFERENCE and worked.value > 0 else ""
    return f"{plus}{number}"
