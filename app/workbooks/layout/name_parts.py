"""Names that stand in two columns, the first and the last one."""

from collections.abc import Sequence

from app.domain.fields import Field
from app.workbooks.layout.columns import Column
from app.workbooks.layout.words import normal

_FIRST = frozenset({"nama depan", "first name", "given name", "nama awal", "nama pertama"})
_LAST = frozenset({"nama belakang", "last name", "surname", "family name", "nama akhir"})


def last_name_column(columns: Sequence[Column]) -> int | None:
    """The column (0-based) of the last names where another has the first ones alone."""
    firsts = [c for c in columns if c.field is Field.NAME and normal(c.header) in _FIRST]
    lasts = [c.index for c in columns if c.field is None and normal(c.header) in _LAST]
    return lasts[0] if firsts and lasts else None


def whole_name(first: object, last: object) -> object:
    """Both in one cell; the first alone where there is no last one."""
    return f"{first} {last}".strip() if isinstance(first, str) and isinstance(last, str) else first
