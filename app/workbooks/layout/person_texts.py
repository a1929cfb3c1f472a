"""Which texts of a person a sheet has, where, and how a cell of each is read."""

from collections.abc import Callable, Mapping

from app.domain.fields import Field
from app.workbooks.layout.person_cells import person_text, text_without_date

_TEXTS = (
    Field.TITLE_FRONT,
    Field.TITLE_BACK,
    Field.STATUS,
    Field.RANK,
    Field.POSITION,
    Field.ORGANISATION,
    Field.UNIT,
    Field.JOB_TYPE,
    Field.ECHELON,
    Field.NOTE,
)
_WITH_DATES = frozenset({Field.RANK, Field.POSITION})
"""Lists of seniority write "III/d, 01-04-2020": the rank and since when."""

_CONTACTS = (Field.PHONE, Field.EMAIL)


def texts_in(
    fields: Mapping[Field, int], *, keep_contacts: bool
) -> list[tuple[str, int, Callable[[object], str]]]:
    """Field, column and reader; telephone and e-mail only where they are kept."""
    wanted = _TEXTS + (_CONTACTS if keep_contacts else ())
    return [
        (field.value, fields[field], text_without_date if field in _WITH_DATES else person_text)
        for field in wanted
        if field in fields
    ]
