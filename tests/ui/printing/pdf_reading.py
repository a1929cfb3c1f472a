"""Reads a PDF of Qt's making: paper and words of each page. No reader of others is needed."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_MM = 25.4 / 72


@dataclass(frozen=True)
class ReadPage:
    """Millimetres, and the pieces of text in the order in which they were painted."""

    width: float
    height: float
    pieces: tuple[str, ...]
    inked: tuple[float, float, float, float]
    """Left, bottom, right, top of the points where letters stand."""


@dataclass(frozen=True)
class ReadPdf:
    """What a person sees of the document, and what its properties say."""

    title: str
    author: str
    pages: tuple[ReadPage, ...]

    @property
    def words(self) -> str:
        """Of all pages, a line for each piece."""
        return "\n".join(piece for page in self.pages for piece in page.pieces)


def read_pdf(content: bytes) -> ReadPdf:
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    found = re.finditer(rb"(\d+) 0 obj\n(.*?)\nendobj", content, re.DOTALL)
    parts = {int(each[1]): each[2] for each in found}
    meanings: dict[int, dict[str, str]] = {}
    pages = []
    for part in parts.values():
        if b"/Type /Page\n" in part:
            pages.append(_page(part, parts, meanings))
    said = next(part for part in parts.values() if b"/Producer" in part)
    return ReadPdf(_said(said, b"Title"), _said(said, b"Author"), tuple(pages))


def _page(part: bytes, parts: dict[int, bytes], meanings: dict[int, dict[str, str]]) -> ReadPage:
    box = re.search(rb"/MediaBox \[([^]]*)\]", part)
    assert box is not None
    left, bottom, right, top = map(float, box[1].split())
    content = zlib.decompress(_stream(parts[_reference(part, b"Contents")]))
    pieces, places = [], []
    for font, written, place in _written(content):
        if font not in meanings:
            meanings[font] = _meanings(_stream(parts[_reference(parts[font], b"ToUnicode")]))
        glyphs = re.findall("[0-9A-F]{4}", "".join(re.findall("<(.*?)>", written)))
        pieces.append("".join(meanings[font].get(glyph, "\ufffd") for glyph in glyphs))
        places += place
    across, up = [x * _MM for x, _ in places], [y * _MM for _, y in places]
    inked = min(across), min(up), max(across), max(up)
    return ReadPage((right - left) * _MM, (top - bottom) * _MM, tuple(pieces), inked)


def _written(content: bytes) -> Iterator[tuple[int, str, list[tuple[float, float]]]]:
    """Each piece with its font and the points where its letters stand."""
    kept: list[tuple[float, ...]] = []
    now: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    marks = rb"(?<=\s)(q|Q)(?=\s)|((?:[-.\d]+ ){6})cm|BT\n/F(\d+) (.*?)ET"
    for found in re.finditer(marks, b"\n" + content, re.DOTALL):
        if found[1] == b"q":
            kept.append(now)
        elif found[1] == b"Q":
            now = kept.pop()
        elif found[2]:
            now = _joined(tuple(map(float, found[2].split())), now)
        else:
            words, letters = _read(found[4].decode())
            turned = [_joined(letter, now) for letter in letters]
            yield int(found[3]), words, [(each[4], each[5]) for each in turned]


def _read(text: str) -> tuple[str, list[tuple[float, ...]]]:
    """What a text object says, and the matrix of each move in it, without what is painted over.

    Qt turns letters the right way up, and presses and slants them, with a matrix of their own.
    Letters that have no bold of their own it paints once more beside themselves, marked as silent.
    """
    said = re.sub(r"/Span << /ActualText <> >> BDC.*?EMC", "", text, flags=re.DOTALL)
    line: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    places = []
    for matrix, step in re.findall(r"((?:[-.\d]+ ){6})Tm|((?:[-.\d]+ ){2})Td", said):
        if matrix:
            line = tuple(map(float, matrix.split()))
        else:
            across, up = map(float, step.split())
            line = _joined((1, 0, 0, 1, across, up), line)
            places.append(line)
    return said, places


def _joined(a: tuple[float, ...], b: tuple[float, ...]) -> tuple[float, ...]:
    """The matrix that does `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _meanings(table: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for first, signs in re.findall(r"<(\w{4})> <\w{4}> \[(.*?)\]", table.decode(), re.DOTALL):
        for place, sign in enumerate(re.findall(r"<(\w+)>", signs)):
            found[f"{int(first, 16) + place:04X}"] = bytes.fromhex(sign).decode("utf-16-be")
    return found


def _stream(part: bytes) -> bytes:
    return part.split(b"stream\n", 1)[1].rsplit(b"endstream", 1)[0]


def _reference(part: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", part)
    assert found is not None
    return int(found[1])


def _said(part: bytes, name: bytes) -> str:
    found = re.search(rb"/" + name + rb" \((.*?)(?<!\\)\)\n", part, re.DOTALL)
    assert found is not None
    return re.sub(rb"\\(.)", rb"\1", found[1]).decode("utf-16")
