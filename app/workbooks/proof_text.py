"""The proof of a report as text that stands in cells, and back again."""

import base64
import binascii
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.proof import BETWEEN_ROWS, FORMAT, SHORT, Proof, SheetProof
from app.domain.proof_cover import Uncovered

MOST_LETTERS = 8_000_000
"""Of a sheet whose rows are repeated; of a longer one only the hashes of rows and columns stay."""

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
            **_with_uncovered(sheet),
        }
        for sheet in proof.sheets
    ]
    whole = {"format": FORMAT, "facts": proof.facts, "sha256": proof.sha256, "sheets": sheets}
    text = json.dumps(whole, ensure_ascii=True, separators=(",", ":"))
    packed = base64.b64encode(zlib.compress(text.encode(), 6)).decode()
    for at in range(0, len(packed), PIECE):
        yield packed[at : at + PIECE]


def proof_rows(about: str, proof: Proof) -> Iterator[tuple[str, ...]]:
    """The hidden sheet from its first row: what it is for, facts to read, the packed proof."""
    yield "", about
    yield from (*proof.facts, ("SHA-256", proof.sha256))
    yield ()
    yield from (("", "", piece) for piece in as_pieces(proof))


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
    uncovered = tuple(_run(*run) for run in said.get("uncovered", ()))
    return SheetProof(str(said["name"]), rows, _unpacked(said["columns"]), lines, uncovered)


def _with_uncovered(sheet: SheetProof) -> dict[str, Any]:
    """Nothing where all is covered: so the proofs of our own books stay as they always were."""
    runs = [(run.column, run.first, run.last) for run in sheet.uncovered]
    return {"uncovered": runs} if runs else {}


def _run(column: int, first: int, last: int) -> Uncovered:
    if not 0 <= first <= last or column < 0:
        raise ValueError("no cells of a column")
    return Uncovered(column, first, last)


def _packed(hashes: Sequence[bytes]) -> str:
    return base64.b64encode(b"".join(hashes)).decode()


def _unpacked(text: str) -> tuple[bytes, ...]:
    whole = base64.b64decode(text, validate=True)
    return tuple(whole[at : at + SHORT] for at in range(0, len(whole), SHORT))
