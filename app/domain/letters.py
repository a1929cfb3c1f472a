"""How wide a text is on paper, so that columns fit and no line is cut off.

The advance widths are those of Arial (the same as Helvetica's published metrics), in thousandths
of the letter size; other signs are taken as wide as a capital.
"""

from collections.abc import Mapping

MM_PER_POINT = 25.4 / 72

_ADVANCES = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 "
    "556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
    "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_OF_LETTER: Mapping[str, int] = {
    chr(code): int(advance) for code, advance in enumerate(_ADVANCES.split(), start=32)
} | {"–": 556, "—": 1000, "…": 1000, "≈": 549, "≥": 549, "≤": 549, "±": 549, "\u00a0": 278}
_OTHER = 722
_WIDE = 1000
"""East Asian signs and pictures fill the whole letter size."""

_BOLD = 1.08
_ROUNDING = 1e-6
"""Parts of a text added up may come out a hair wider than the whole."""

_HINTING = 1.03
"""Programs round each letter to the dots of a screen or printer; a little room is left for that."""


def text_width(text: str, points: float, *, bold: bool = False) -> float:
    """Millimetres of one line of Arial in that size, without any margin."""
    thousandths = sum([_OF_LETTER.get(letter, _OTHER) for letter in text])
    if not text.isascii():
        thousandths += sum(letter > "\u2e80" for letter in text) * (_WIDE - _OTHER)
    return thousandths * points / 1000 * MM_PER_POINT * _HINTING * (_BOLD if bold else 1)


def lines_needed(text: str, width: float, points: float, *, bold: bool = False) -> int:
    """Lines that the text takes in a column of `width` mm, broken at blanks where it can be."""
    if "\n" in text:
        return sum(lines_needed(part, width, points, bold=bold) for part in text.split("\n"))
    if text_width(text, points, bold=bold) <= width:
        return 1
    lines, filled = 1, 0.0
    blank = text_width(" ", points, bold=bold)
    for word in text.split(" "):
        length = text_width(word, points, bold=bold)
        if filled and filled + blank + length > width + _ROUNDING:
            lines, filled = lines + 1, 0.0
        # A word without a blank (a long account name) is cut where the column ends.
        while length > width > 0:
            lines, length = lines + 1, length - width
        filled += (blank if filled else 0.0) + length
    return lines
