"""Lists numbered by offices, not by people: number and office stand only beside the first of each."""

from collections.abc import Mapping, Sequence

from app.domain.fields import Field
from app.domain.nip import read_nip

Row = Sequence[object]

_PLACES = (Field.ORGANISATION, Field.UNIT)
_FEWEST = 2
"""Rows without number and office; one alone may have been forgotten."""


def grouped_places(fields: Mapping[Field, int], rows: Sequence[Row]) -> tuple[Field, ...]:
    """Which of organisation and unit hold on below the row that says them.

    Only where each row of a person has both the number and the place, or neither.
    """
    number, nip = fields.get(Field.NUMBER), fields.get(Field.NIP)
    if number is None or nip is None:
        return ()
    people = [row for row in rows if read_nip(_cell(row, nip)).nip is not None]
    numbered = [_is_filled(_cell(row, number)) for row in people]
    if not numbered or not numbered[0] or numbered.count(False) < _FEWEST:
        return ()
    return tuple(
        place
        for place in _PLACES
        if place in fields and [_is_filled(_cell(row, fields[place])) for row in people] == numbered
    )


class Groups:
    """Fills in the places that hold on, row by row."""

    def __init__(self, places: Sequence[Field], number: int | None) -> None:
        self._number = number
        self._said: dict[str, str] = dict.fromkeys((place.value for place in places), "")

    def __bool__(self) -> bool:
        return bool(self._said)

    def fill(self, row: Row, texts: dict[str, str]) -> None:
        """Puts the places of its group into the texts of a row that has no number of its own."""
        begins = self._number is None or _is_filled(_cell(row, self._number))
        for place, said in self._said.items():
            if begins or place in texts:
                self._said[place] = texts.get(place, "")
            elif said:
                texts[place] = said


def _cell(row: Row, column: int) -> object:
    return row[column] if column < len(row) else None


def _is_filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""
