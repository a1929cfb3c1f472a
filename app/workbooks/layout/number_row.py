"""The row 1 2 3 ... (or a b c ...) that offices put under a header."""

import re
from collections.abc import Sequence
from itertools import pairwise

_FEWEST = 3
_BELOW = 200
_FORMULA = re.compile(r"(\d{1,3})\s?=[\d\s+\-x*/():]+", re.ASCII)
"""How print forms mark a column that is reckoned from others: "6=4+5"."""


def is_number_row(cells: Sequence[object]) -> bool:
    """Whether the filled cells of a row only count its columns, perhaps with gaps."""
    if len(cells) < _FEWEST:
        return False
    numbers = [_number(cell) for cell in cells]
    if any(number is None for number in numbers):
        numbers = [_letter(cell) for cell in cells]
    found = [number for number in numbers if number is not None]
    rising = all(one < other for one, other in pairwise(found))
    return len(found) == len(cells) and rising and found[0] <= 2


def _number(cell: object) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return int(cell) if 0 < cell < _BELOW and cell == int(cell) else None
    if not isinstance(cell, str):
        return None
    text = cell.strip().removesuffix(".0").strip("() .")
    reckoned = _FORMULA.fullmatch(text)
    text = reckoned[1] if reckoned else text
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) < _BELOW else None


def _letter(cell: object) -> int | None:
    text = cell.strip("() .\t\n").lower() if isinstance(cell, str) else ""
    return ord(text) - ord("a") + 1 if len(text) == 1 and "a" <= text <= "z" else None
