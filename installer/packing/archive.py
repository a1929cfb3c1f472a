"""Packs files into zips whose bytes depend on nothing but them, their names and one time."""

import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import IO

from installer.packing.tree import Tree

_OLDEST = (1980, 1, 1, 0, 0, 0)


def write_zip(files: Tree, target: Path, seconds: int) -> None:
    """Writes `files` in their order, each dated with the same second of UTC."""
    with target.open("wb") as stream:
        _write(files, stream, zipfile.ZIP_DEFLATED, time.gmtime(seconds)[:6])


def stored_zip(files: Tree) -> bytes:
    """The files in a zip that presses nothing and tells no time."""
    stream = BytesIO()
    _write(files, stream, zipfile.ZIP_STORED, _OLDEST)
    return stream.getvalue()


def _write(
    files: Tree, stream: IO[bytes], method: int, stamp: tuple[int, int, int, int, int, int]
) -> None:
    with zipfile.ZipFile(stream, "w", method, compresslevel=9) as whole:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, stamp)
            entry.compress_type = method
            # As if made on Windows, whatever it is made on.
            entry.create_system = 0
            whole.writestr(entry, content)
