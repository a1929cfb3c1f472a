"""Cells that mean "as above", in the columns where it can be meant."""

from collections.abc import Mapping

from app.domain.ditto import is_ditto
from app.domain.fields import Field, observed_field
from app.domain.platform import RECORDED
from app.workbooks.layout.lines import Row

_REPEATED = frozenset(
    {
        *(Field.STATUS, Field.RANK, Field.POSITION, Field.ORGANISATION, Field.UNIT),
        *(Field.JOB_TYPE, Field.ECHELON, Field.OBSERVED_ON),
        *map(observed_field, RECORDED),
    }
)
"""Two people may share these; a number, a name, an account or a count is never "as above"."""


class Dittos:
    """Puts in their place what the person above has there; that person's row is told by `pass_row`."""

    def __init__(self, fields: Mapping[Field, int]) -> None:
        self._columns = [index for field, index in fields.items() if field in _REPEATED]
        self._above: Row = ()

    def pass_row(self, row: Row) -> None:
        """The row of a person, without dittos."""
        self._above = row

    def filled(self, row: Row) -> Row:
        """The row with the cells that are meant; nothing where nobody stands above."""
        marked = [at for at in self._columns if at < len(row) and is_ditto(row[at])]
        if marked:
            row = list(row)
            for at in marked:
                row[at] = self._above[at] if at < len(self._above) else None
        self._above = row
        return row
