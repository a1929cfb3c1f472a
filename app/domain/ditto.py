"""Marks that mean "as above": a ditto sign, "idem", "s.d.a"."""

import re

_LONGEST = 24
_SIGN = re.compile(
    r"""[\s\-–—]*(?:["”“„〃]|''|,,|``|´´|’’|(?i:idem|ditto|s\.\s?d\.\s?a\.?)|sda|Sda
    |(?i:sama(?:\s+(?:dengan|dgn|seperti|spt))?(?:\s+(?:yang|yg))?(?:\s*di)?\s*atas|sama))[\s\-–—.]*""",
    re.VERBOSE,
)


def is_ditto(cell: object) -> bool:
    """Whether a cell says only that it is as the one above. "SDA" is a unit: Sumber Daya Air."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and _SIGN.fullmatch(cell) is not None
