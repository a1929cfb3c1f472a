"""Reads which libraries a Windows binary loads, and says which of them nobody brings."""

import re
import struct
from collections.abc import Iterator

from installer.packing.tree import Tree

_OF_WINDOWS = re.compile(
    r"""
    (api|ext)-ms-win-.* | advapi32 | authz | avrt | bcrypt(primitives)? | cfgmgr32 | comctl32
    | comdlg32 | crypt32 | d2d1 | d3d\d+ | dcomp | dnsapi | dwmapi | dwrite | dxgi | gdi32 | imm32
    | iphlpapi | kernel32 | mpr | msvcrt | ncrypt | netapi32 | ntdll | ole32 | oleaut32 | powrprof
    | propsys | rpcrt4 | secur32 | setupapi | shcore | shell32 | shlwapi | ucrtbase | uiautomationcore | user32
    | userenv | usp10 | uxtheme | version | winhttp | winmm | winspool | ws2_32 | wtsapi32
    """,
    re.VERBOSE,
)
"""What every Windows 10 brings itself."""

_BINARY = (".dll", ".pyd", ".exe")
_IMPORTS, _DELAYED = 1, 13
_LINE = {_IMPORTS: (20, 12), _DELAYED: (32, 4)}
"""Length of one line of each table, and where in it the place of the name stands."""


def unmet_libraries(files: Tree) -> list[str]:
    """Each binary that loads something which is neither shipped nor of Windows, and what."""
    shipped = {path.rsplit("/", 1)[-1].lower() for path in files}
    return [
        f"{path}: {library}"
        for path, content in files.items()
        if path.lower().endswith(_BINARY)
        for library in loaded_libraries(content)
        if library not in shipped and not _is_of_windows(library)
    ]


def loaded_libraries(binary: bytes) -> list[str]:
    """The libraries that a binary names, in small letters; what it loads late by itself too."""
    place = _Places(binary)
    return [name for table in (_IMPORTS, _DELAYED) for name in place.names(table)]


def _is_of_windows(library: str) -> bool:
    return _OF_WINDOWS.fullmatch(library.rsplit(".", 1)[0]) is not None


class _Places:
    """Where things lie in a file of the format PE32+."""

    def __init__(self, binary: bytes) -> None:
        self._binary = binary
        (head,) = struct.unpack_from("<I", binary, 0x3C)
        if binary[:2] != b"MZ" or binary[head : head + 4] != b"PE\0\0":
            raise ValueError("no program of Windows")
        sections, optional_size = struct.unpack_from("<H12xH", binary, head + 6)
        self._optional = head + 24
        if struct.unpack_from("<H", binary, self._optional)[0] != 0x20B:
            raise ValueError("no program for 64 bits")
        table = self._optional + optional_size
        self._sections = [
            struct.unpack_from("<8xIIII", binary, table + 40 * i) for i in range(sections)
        ]

    def names(self, table: int) -> Iterator[str]:
        """The names in one of its tables of libraries."""
        (address,) = struct.unpack_from("<I", self._binary, self._optional + 112 + 8 * table)
        if not address:
            return
        length, name_at = _LINE[table]
        line = self._offset(address)
        while True:
            (name,) = struct.unpack_from("<I", self._binary, line + name_at)
            if not name:
                return
            yield self._text(self._offset(name)).lower()
            line += length

    def _offset(self, address: int) -> int:
        for size, start, raw_size, raw in self._sections:
            if start <= address < start + max(size, raw_size):
                return int(address - start + raw)
        raise ValueError("a place outside the file")

    def _text(self, offset: int) -> str:
        return self._binary[offset : self._binary.index(b"\0", offset)].decode("ascii")
