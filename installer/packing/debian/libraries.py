"""Reads which libraries a Linux binary loads, and which Debian packages bring them."""

import struct
from collections.abc import Iterable, Iterator

from installer.packing.tree import Tree
from installer.system_packages import FOR_A_WINDOW, WITHOUT_SCREEN

_PACKAGES = {
    **WITHOUT_SCREEN,
    **FOR_A_WINDOW,
    "ld-linux-x86-64.so.2": "libc6",
    "libX11.so.6": "libx11-6",
    "libc.so.6": "libc6",
    "libcups.so.2": "libcups2",
    "libdl.so.2": "libc6",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": "libc6",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Library and package. Debian 13 gave some packages a new name and lets them answer to the old."""

_DYNAMIC, _LOADED = 2, 1
_NEEDED, _STRINGS, _END = 1, 5, 0


def packages_needed(files: Tree) -> list[str]:
    """The Debian packages that bring what the binaries load and do not ship, by name.

    Raises:
        LookupError: nobody knows which package brings a library.
    """
    shipped = {path.rsplit("/", 1)[-1] for path in files}
    wanted: dict[str, str] = {}
    for path, content in files.items():
        wanted.update((library, path) for library in _asked_of([content]))
    foreign = {library: path for library, path in wanted.items() if library not in shipped}
    unknown = [
        f"{path}: {library}" for library, path in foreign.items() if library not in _PACKAGES
    ]
    if unknown:
        raise LookupError("\n".join(sorted(unknown)))
    return sorted({_PACKAGES[library] for library in foreign})


def without_orphans(files: Tree) -> Tree:
    """The files without the libraries in .libs folders of wheels that nothing loads any more."""
    bundled = {path for path in files if ".libs/" in path}
    kept = {path: content for path, content in files.items() if path not in bundled}
    asked = set(_asked_of(kept.values()))
    while True:
        found = {path: files[path] for path in bundled if path.rsplit("/", 1)[-1] in asked}
        bundled -= found.keys()
        kept.update(found)
        asked = set(_asked_of(found.values()))
        if not found:
            return dict(sorted(kept.items()))


def loaded_libraries(binary: bytes) -> list[str]:
    """The libraries that a binary of 64 bits names."""
    (head,) = struct.unpack_from("<Q", binary, 32)
    length, count = struct.unpack_from("<HH", binary, 54)
    segments = [struct.unpack_from("<IIQQQQ", binary, head + length * i) for i in range(count)]
    lines = [line for segment in segments for line in _dynamic_lines(binary, segment)]
    strings = next((value for tag, value in lines if tag == _STRINGS), 0)
    table = _offset(segments, strings)
    return [_text(binary, table + value) for tag, value in lines if tag == _NEEDED]


def _asked_of(contents: Iterable[bytes]) -> Iterator[str]:
    for content in contents:
        if content.startswith(b"\x7fELF"):
            yield from loaded_libraries(content)


def _dynamic_lines(binary: bytes, segment: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    kind, _, offset, _, _, size = segment
    if kind != _DYNAMIC:
        return
    for place in range(offset, offset + size, 16):
        tag, value = struct.unpack_from("<QQ", binary, place)
        if tag == _END:
            return
        yield tag, value


def _offset(segments: list[tuple[int, ...]], address: int) -> int:
    for kind, _, offset, start, _, size in segments:
        if kind == _LOADED and start <= address < start + size:
            return offset + address - start
    raise ValueError("a place outside the file")


def _text(binary: bytes, offset: int) -> str:
    return binary[offset : binary.index(b"\0", offset)].decode("ascii")
