"""Reads a PDF of Qt's making: paper and words of each page. No reader of others is needed."""

import re
import zlib
from dataclasses import dataclass

_MM = 25.4 / 72


@dataclass(frozen=True)
class ReadPage:
    """Millimetres, and the pieces of text in the order in which they were painted."""

    width: float
    height: float
    pieces: tuple[str, ...]


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
    pieces = []
    for written in re.finditer(rb"BT\n/F(\d+) (.*?)ET", content, re.DOTALL):
        font = int(written[1])
        if font not in meanings:
            meanings[font] = _meanings(_stream(parts[_reference(parts[font], b"ToUnicode")]))
        glyphs = re.findall("[0-9A-F]{4}", "".join(re.findall("<(.*?)>", written[2].decode())))
        pieces.append("".join(meanings[font].get(glyph, "\ufffd") for glyph in glyphs))
    return ReadPage((right - left) * _MM, (top - bottom) * _MM, tuple(pieces))


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
