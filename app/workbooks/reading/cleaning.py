"""Washes raw rows: no control characters, no endless texts, no empty tails, only plain values."""

import re
from datetime import date, datetime, time, timedelta
from itertools import chain
from math import isfinite
from typing import Any

from app.domain.odd_text import LONGEST_TEXT
from app.workbooks.reading.cells import Cell, Row

Dated = tuple[int, int, tuple[int, ...]]
"""A date taken out of its row: row, column, and its parts (3 = date, 4 = time, 7 = both)."""

_SENT_AS_THEY_ARE = {str, int, bool, type(None)}
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str | None:
    """The text without control characters, cut at what a cell can hold; None when nothing is left."""
    text = text[: LONGEST_TEXT * 2].replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_TEXT.sub("", text)[:LONGEST_TEXT] or None


def clean_row(cells: list[Any]) -> Row:
    """The row with empty text as None and no empty cells at its end; `cells` may be used up."""
    row = [None if cell == "" else cell for cell in cells] if "" in cells else cells
    while row and row[-1] is None:
        row.pop()
    return row


def wash(rows: list[Row]) -> list[Dated]:
    """Cleans every cell in place and takes the dates out, which the pipe cannot carry.

    Nearly all chunks hold nothing to clean, so each kind of doubt is first asked of the whole
    chunk at the speed of C.
    """
    cells = list(chain.from_iterable(rows))
    kinds = set(map(type, cells)) - _SENT_AS_THEY_ARE
    texts = [cell for cell in cells if cell.__class__ is str]
    if texts and (not " ".join(texts).isprintable() or max(map(len, texts)) > LONGEST_TEXT):
        _clean_texts(rows)
    if float in kinds and not isfinite(sum([cell for cell in cells if cell.__class__ is float])):
        _name_impossible_numbers(rows)
    return _take_dates(rows) if kinds - {float} else []


def put_dates(rows: list[Row], dated: list[Dated]) -> None:
    """Puts the dates back that `wash` took out."""
    for row, column, parts in dated:
        value: Cell
        if len(parts) == 3:
            value = date(*parts)
        elif len(parts) == 4:
            value = time(*parts)
        else:
            year, month, day, hour, minute, second, fraction = parts
            value = datetime(year, month, day, hour, minute, second, fraction)
        rows[row][column] = value


def _clean_texts(rows: list[Row]) -> None:
    for number, row in enumerate(rows):
        rows[number] = clean_row([clean_text(c) if isinstance(c, str) else c for c in row])


def _name_impossible_numbers(rows: list[Row]) -> None:
    # nan and inf stand in files that a program wrote; as text they are a finding, not a crash.
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, float) and not isfinite(cell):
                row[column] = str(cell)


def _take_dates(rows: list[Row]) -> list[Dated]:
    dated: list[Dated] = []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is None or isinstance(cell, str | int | float):
                continue
            row[column] = None
            if isinstance(cell, timedelta):
                row[column] = cell.total_seconds() / 86_400
            else:
                dated.append((number, column, _parts(cell)))
    return dated


def _parts(value: date | datetime | time) -> tuple[int, ...]:
    if isinstance(value, time):
        return (value.hour, value.minute, value.second, value.microsecond)
    if isinstance(value, datetime):
        clock = value.time()
        return (value.year, value.month, value.day, *_parts(clock))
    return (value.year, value.month, value.day)
