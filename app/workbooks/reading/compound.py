"""The outer shell of old Office files (OLE2): which streams lie at its root."""

import struct
from collections.abc import Iterator

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")

_LAST_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF
_ENTRY = 128
_MOST_ENTRIES = 100_000


def root_streams(content: bytes) -> frozenset[str]:
    """Names of the streams and storages at the root; empty when the shell is broken."""
    try:
        return frozenset(_names(_directory(content)))
    except (struct.error, IndexError, ValueError):
        return frozenset()


def _directory(content: bytes) -> bytes:
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        raise ValueError(shift)
    size = 1 << shift
    table = _allocation(content, size)
    (sector,) = struct.unpack_from("<I", content, 48)
    found = bytearray()
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen and len(found) < _MOST_ENTRIES * _ENTRY:
        seen.add(sector)
        found += content[(sector + 1) * size : (sector + 2) * size]
        sector = table(sector)
    return bytes(found)


class _Allocation:
    """Looks up which sector follows a sector."""

    def __init__(self, content: bytes, size: int, sectors: list[int]) -> None:
        self._content = content
        self._size = size
        self._sectors = sectors

    def __call__(self, sector: int) -> int:
        block, place = divmod(sector, self._size // 4)
        at = (self._sectors[block] + 1) * self._size + place * 4
        following: int = struct.unpack_from("<I", self._content, at)[0]
        return following


def _allocation(content: bytes, size: int) -> _Allocation:
    sectors = list(struct.unpack_from("<109I", content, 76))
    (further,) = struct.unpack_from("<I", content, 68)
    seen: set[int] = set()
    while further < _LAST_SECTOR and further not in seen:
        seen.add(further)
        block = struct.unpack_from(f"<{size // 4}I", content, (further + 1) * size)
        sectors += block[:-1]
        further = block[-1]
    return _Allocation(content, size, sectors)


def _names(directory: bytes) -> Iterator[str]:
    # The entries of one storage form a binary tree; the root's begins at its child.
    (child,) = struct.unpack_from("<I", directory, 76)
    waiting, seen = [child], {_NO_ENTRY}
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        entry = directory[number * _ENTRY : (number + 1) * _ENTRY]
        length, left, right = struct.unpack_from("<64xH2xII", entry)
        yield entry[: max(length - 2, 0)].decode("utf-16-le", errors="replace")
        waiting += [left, right]
