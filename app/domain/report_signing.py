"""The closing of a report: who takes note at the left, who signs at the right, line by line."""

from collections.abc import Iterator, Sequence

from app.domain.report import Align, ReportSheet, Signature
from app.domain.report_letters import Line, LineKind, Piece, first_columns, height_for

SIGNING_SPACE = 17.0
"""Millimetres for the hand and the stamp."""

_SIDE_SHARE = 0.4
"""Of the width, for each of the two signatures."""


def signing_lines(
    sheet: ReportSheet, left: Signature | None, right: Signature | None
) -> Iterator[Line]:
    """Both signatures line by line; the names stand level."""
    sides = [
        (0, first_columns(sheet.widths, _SIDE_SHARE), left),
        (
            len(sheet.widths) - 1 - first_columns(sheet.widths[::-1], _SIDE_SHARE),
            len(sheet.widths) - 1,
            right,
        ),
    ]
    signing = [(first, last, side) for first, last, side in sides if side is not None]
    above = max((len(side.above) for *_, side in signing), default=0)
    below = max((len(side.below) for *_, side in signing), default=0)
    for index in range(above):
        texts = [(first, last, _at(side.above, index)) for first, last, side in signing]
        yield _signing_line(sheet, LineKind.SIGNATURE, texts)
    yield Line(LineKind.GAP, SIGNING_SPACE, keeps=True)
    names = [(first, last, side.name) for first, last, side in signing]
    yield _signing_line(sheet, LineKind.SIGNED_NAME, names)
    for index in range(below):
        texts = [(first, last, _at(side.below, index)) for first, last, side in signing]
        yield _signing_line(sheet, LineKind.SIGNATURE, texts)


def _at(texts: Sequence[str], index: int) -> str:
    return texts[index] if index < len(texts) else ""


def _signing_line(
    sheet: ReportSheet, kind: LineKind, texts: Sequence[tuple[int, int, str]]
) -> Line:
    pieces = tuple(Piece(first, last, text, Align.CENTRE) for first, last, text in texts if text)
    heights = [height_for(kind, text, sum(sheet.widths[a : b + 1])) for a, b, text in texts]
    return Line(kind, max(heights), pieces, keeps=True)
