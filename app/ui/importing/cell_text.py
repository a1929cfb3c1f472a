"""The text of a raw cell, as Excel itself would show it in a narrow column."""

from datetime import date, datetime, time

from app.domain.column_letters import column_letters
from app.wording.language import Language

_LONGEST_NUMBER = 10**11
"""From here on Excel writes 1,98501E+17."""


def cell_text(cell: object, language: Language) -> str:
    """One line; numbers with the decimal mark of the language, dates short."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell if cell.isalnum() else " ".join(cell.split())
    if isinstance(cell, bool):
        return language.say("TRUE") if cell else language.say("FALSE")
    if isinstance(cell, int | float):
        return _number(cell, language)
    if isinstance(cell, datetime) and cell.time() != time():
        return language.short_moment(cell)
    if isinstance(cell, date):
        return language.short_date(cell)
    return language.clock(cell) if isinstance(cell, time) else str(cell)


def _number(value: float, language: Language) -> str:
    if abs(value) >= _LONGEST_NUMBER:
        text = f"{value:.5E}"
    elif value == int(value):
        return str(int(value))
    else:
        text = f"{value:.10g}"
    return text.replace(".", ",") if language.code == "id" else text


def cell_name(row: int, column: int) -> str:
    """As Excel calls a cell: B7. The row is counted from 1, the column from 0."""
    return f"{column_letters(column)}{row}"
