"""The number of a person where it stands in one of several columns, or in pieces side by side."""

from collections.abc import Mapping, Sequence

from app.domain.fields import Field
from app.domain.nip import NipFlaw, NipReading, is_plain_nip, read_nip

Row = Sequence[object]

_NO_NUMBER = frozenset({NipFlaw.EMPTY, NipFlaw.NOT_A_NIP})
_NO_NIP = _NO_NUMBER | {NipFlaw.OLD_NIP, NipFlaw.NIK}
"""What is written there is none, and is no damaged one either."""

_SERIAL_OF_FOUR = 3
_FEWEST_DIGITS = 15
_DIGITS_OF_A_NIK = 16
_MOST_PIECES = 18
_MOST = 0.6
_LONGEST_FIRST = 15
"""Digits of a first piece; one that has more is a damaged number, whatever stands beside it."""


class Numbers:
    """Puts the number of a row into the one cell from which it is read."""

    def __init__(self, fields: Mapping[Field, int], pieces: Sequence[int]) -> None:
        self._nip = fields.get(Field.NIP, -1)
        self._name = fields.get(Field.NAME)
        self._again, self._former = fields.get(Field.NIP_AGAIN), fields.get(Field.NIP_LAMA)
        self._pieces = pieces
        self._stand_apart = Field.NIP in fields and bool(
            pieces or self._again is not None or self._former is not None
        )

    def __bool__(self) -> bool:
        """Whether there is any other cell that can hold a number or a part of one."""
        return self._stand_apart

    def gathered(self, row: Row) -> Row:
        """The row with its number in the column of the NIP; two different ones both stand there.

        The cells that it was taken from are blank then, so that a signature stays one cell.
        """
        own = _at(row, self._nip)
        if isinstance(own, str) and is_plain_nip(own) and _at(row, self._again) in (None, ""):
            return row
        if self._pieces:
            return self._joined(row)
        again, former = _at(row, self._again), _at(row, self._former)
        if again in (None, "") and former in (None, ""):
            return row
        number = self._number(row, own, again, former)
        if number is own:
            return row
        return self._with(row, number, [self._former if number is former else self._again])

    def _number(self, row: Row, own: object, again: object, former: object) -> object:
        here, there = read_nip(own), read_nip(again)
        if here.nip is not None:
            differ = there.nip is not None and there.nip != here.nip
            return f"{_digits_of(here)} / {_digits_of(there)}" if differ else own
        if here.flaw not in _NO_NIP or read_nip(_at(row, self._name)).nip is not None:
            return own
        if there.nip is not None:
            return again
        if here.flaw in _NO_NUMBER and there.flaw not in _NO_NUMBER:
            return again
        return former if read_nip(former).nip is not None else own

    def _joined(self, row: Row) -> Row:
        whole = _whole([_at(row, place) for place in self._pieces])
        size = _size(whole)
        # A missing end must not make it look like a NIK.
        if size < _FEWEST_DIGITS or size == _DIGITS_OF_A_NIK:
            return row
        if _size(_piece(_at(row, self._nip))) > _LONGEST_FIRST:
            return row
        return self._with(row, whole, self._pieces[1:])

    def _with(self, row: Row, number: object, taken: Sequence[int | None]) -> Row:
        cells = [*row, *(None,) * (self._nip + 1 - len(row))]
        for place in taken:
            if place is not None and place < len(cells):
                cells[place] = None
        cells[self._nip] = number
        return cells


def pieces_of_number(
    nip: int | None, texts: Sequence[Sequence[str]], free: Sequence[bool], body: Sequence[Row]
) -> tuple[int, ...]:
    """The columns (0-based) of a NIP in pieces under one head; none where each stands in one cell.

    Args:
        nip: the column under whose head they begin.
        texts: over each column the words of each level.
        free: for each column whether it has no meaning of its own.
        body: rows below the header; most must give a number.
    """
    if nip is None:
        return ()
    mine = tuple(texts[nip])
    stop = nip + 1
    while stop < len(texts) and free[stop] and mine[: len(texts[stop])] == tuple(texts[stop]):
        stop += 1
    begun = [row[nip:stop] for row in body if any(map(str.isdigit, str(_at(row, nip))))]
    whole = sum(read_nip(cells[0]).nip is not None for cells in begun)
    for size in range(2, min(stop - nip, _MOST_PIECES) + 1):
        good = sum(_is_in_pieces(cells[:size], size) for cells in begun)
        if good and good >= _MOST * (len(begun) - whole) and good >= whole:
            return tuple(range(nip, nip + size))
    return ()


def _is_in_pieces(cells: Row, size: int) -> bool:
    last = cells[-1] if len(cells) == size else None
    if last in (None, "") or _size(_piece(cells[0])) > _LONGEST_FIRST:
        return False
    return read_nip(_whole(cells)).nip is not None


def _whole(cells: Row) -> str:
    pieces = [_piece(cell) for cell in cells]
    if len(cells) == _SERIAL_OF_FOUR + 1 and isinstance(cells[_SERIAL_OF_FOUR], int | float):
        serial = pieces[_SERIAL_OF_FOUR]
        # A spreadsheet shows 001 that was typed as the number 1.
        pieces[_SERIAL_OF_FOUR] = serial.zfill(3) if serial != "0" else serial
    return " ".join(filter(None, pieces))


def _piece(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip().lstrip("'")


def _size(text: str) -> int:
    return sum(map(str.isdigit, text))


def _digits_of(reading: NipReading) -> str:
    return reading.nip.digits if reading.nip is not None else ""


def _at(row: Row, place: int | None) -> object:
    return row[place] if place is not None and 0 <= place < len(row) else None
