"""The texts of people as pieces that fit into cells, and back again; both ways as a stream."""

import base64
import binascii
import zlib
from collections.abc import Iterable, Iterator

from app.workbooks.proof_text import PIECE

_BETWEEN = b"\n"
"""No canonical text has a line break: JSON spells it."""

_LONGEST_LINE = 200_000
_AT_ONCE = 1 << 16
"""Bytes that are unpacked at once: a piece built to grow without end fills no memory."""


def packed(lines: Iterable[str]) -> bytes:
    """All lines in few bytes; for keeping them while other files are read."""
    deflater = zlib.compressobj(6)
    found = [deflater.compress(line.encode("utf-8", "surrogatepass") + _BETWEEN) for line in lines]
    return b"".join([*found, deflater.flush()])


def as_pieces(lines: Iterable[str]) -> Iterator[str]:
    """Packed, in pieces that fit into a cell each."""
    text = base64.b64encode(packed(lines)).decode()
    for at in range(0, len(text), PIECE):
        yield text[at : at + PIECE]


def from_pieces(pieces: Iterable[str]) -> bytes:
    """What `packed` gave.

    Raises:
        ValueError: they are not the pieces of `as_pieces`.
    """
    try:
        return base64.b64decode("".join(pieces), validate=True)
    except binascii.Error as error:
        raise ValueError("no packed text") from error


def unpacked(content: bytes, most: int) -> Iterator[str]:
    """The lines, at most so many.

    Raises:
        ValueError: it is not what `packed` gave, or there are more lines than that.
    """
    inflater, rest, number, waiting = zlib.decompressobj(), b"", 0, content
    try:
        while not inflater.eof:
            some = inflater.decompress(waiting, _AT_ONCE)
            waiting = inflater.unconsumed_tail
            if not some and not waiting:
                break
            *whole, rest = (rest + some).split(_BETWEEN)
            for line in whole:
                number += 1
                if number > most:
                    raise ValueError("more than was announced")
                yield line.decode("utf-8", "surrogatepass")
            if len(rest) > _LONGEST_LINE:
                raise ValueError("more than was announced")
    except zlib.error as error:
        raise ValueError("no packed text") from error
    if rest or not inflater.eof or inflater.unused_data:
        raise ValueError("cut off")
