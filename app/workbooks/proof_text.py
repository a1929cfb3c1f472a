"""The proof of a report as text that stands in cells, and back again."""

import base64
import binascii
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.proof import BETWEEN_ROWS, FORMAT, SHORT, Proof, SheetProof

PIECE = 30_000
"""Letters in one cell; Excel knows 32,767."""

_MOST_UNPACKED = 128 << 20
_BROKEN = (
    *(binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError),
    RecursionError,
)


def as_pieces(proof: Proof) -> Iterator[str]:
    """Packed, in pieces that fit into a cell each."""
    sheets = [
        {
            "name": sheet.name,
            "rows": _packed(sheet.rows),
            "columns": _packed(sheet.columns),
            "lines": None if sheet.lines is None else BETWEEN_ROWS.join(sheet.lines),
        }
        for sheet in proof.sheets
    ]
    whole = {"format": FORMAT, "facts": proof.facts, "sha256": proof.sha256, "sheets": sheets}
    text = json.dumps(whole, ensure_ascii=True, separators=(",", ":"))
    packed = base64.b64encode(zlib.compress(text.encode(), 6)).decode()
    for at in range(0, len(packed), PIECE):
        yield packed[at : at + PIECE]


def from_pieces(pieces: Sequence[str]) -> Proof | None:
    """The proof; None where the text is not one that we wrote."""
    try:
        packed = base64.b64decode("".join(pieces), validate=True)
        inflater = zlib.decompressobj()
        text = inflater.decompress(packed, _MOST_UNPACKED)
        if not inflater.eof:
            return None
        whole = json.loads(text)
        if whole["format"] != FORMAT:
            return None
        facts = tuple((str(label), str(words)) for label, words in whole["facts"])
        return Proof(facts, tuple(map(_sheet, whole["sheets"])), str(whole["sha256"]))
    except _BROKEN:
        return None


def _sheet(said: dict[str, Any]) -> SheetProof:
    rows, text = _unpacked(said["rows"]), said["lines"]
    lines = None
    if text is not None:
        # Of no row at all nothing is left to part.
        lines = tuple(text.split(BETWEEN_ROWS)) if rows else ()
    return SheetProof(str(said["name"]), rows, _unpacked(said["columns"]), lines)


def _packed(hashes: Sequence[bytes]) -> str:
    return base64.b64encode(b"".join(hashes)).decode()


def _unpacked(text: str) -> tuple[bytes, ...]:
    whole = base64.b64decode(text, validate=True)
    return tuple(whole[at : at + SHORT] for at in range(0, len(whole), SHORT))
