"""The one file of a backup: a zip that any computer can open, with the database and its manifest.

A zip and not a bare copy of the database, because pictures belong to an office too and one file is
all that a person carries away; because SQLite never opens it by accident and no foreign log can
slip in beside it; and because the database shrinks to a fourth in it.
"""

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from app.domain.backup import Contents, Seal
from app.domain.errors import BackupDamaged, FileMissing, FileUnreadable, NotABackup
from app.services.backups.manifest import read_contents, written_contents

ENDING = ".gaung"

_CONTENTS, _DATABASE, _PICTURES = "isi.json", "data.db", "bukti/"
_BLOCK = 1 << 17
_MOST_WORDS = 64 << 20
"""Bytes of the manifest inside: a hundred thousand pictures have eight million."""
_MOST_OF_A_PICTURE = 256 << 20

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError)
"""What reading a zip raises where its bytes are not what was written."""


def write_archive(
    place: Path, contents: Contents, database: Path, pictures: Sequence[Path]
) -> Seal:
    """Fills the file at `place`, synced, and gives its seal; what goes wrong is an `OSError`."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as whole:
        whole.writestr(_CONTENTS, written_contents(contents))
        whole.write(database, _DATABASE)
        for picture in pictures:
            # A picture is packed already.
            whole.write(picture, _PICTURES + picture.name, zipfile.ZIP_STORED)
    with place.open("rb+") as file:
        os.fsync(file.fileno())
    return seal_of(place)


def seal_of(path: Path) -> Seal:
    """Size and hash of a file as it stands."""
    size, hashed = 0, hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            size += len(block)
            hashed.update(block)
    return Seal(size, hashed.hexdigest())


def hash_of(path: Path) -> str:
    """The SHA-256 of a file."""
    return seal_of(path).sha256


class Archive:
    """A backup that is open for reading: what it gives is proven, or it raises BackupDamaged."""

    def __init__(self, path: Path, whole: zipfile.ZipFile) -> None:
        """Use `opened`."""
        self._path = path
        self._whole = whole
        with _damage(path):
            if whole.getinfo(_CONTENTS).file_size > _MOST_WORDS:
                raise ValueError("a manifest of that size is none of ours")
            self.contents = read_contents(whole.read(_CONTENTS).decode("utf-8"))

    def take_database(self, target: Path) -> None:
        """Writes the database to `target`, synced.

        Raises:
            BackupDamaged: it is not what was put in.
            OSError: the target cannot be written.
        """
        asked = Seal(self.contents.database_size, self.contents.database_sha256)
        with _damage(self._path):
            member = self._whole.open(_DATABASE)
        with member, target.open("wb") as file:
            found = self._copied(member, file, asked.size)
            os.fsync(file.fileno())
        if found != asked:
            raise BackupDamaged(self._path)

    def picture(self, name: str) -> bytes | None:
        """A picture from inside; None where it lies elsewhere. Whoever asked proves it."""
        try:
            with _damage(self._path):
                if self._whole.getinfo(_PICTURES + name).file_size > _MOST_OF_A_PICTURE:
                    return None
                return self._whole.read(_PICTURES + name)
        except BackupDamaged:
            return None

    def _copied(self, member: IO[bytes], file: IO[bytes], most: int) -> Seal:
        size, hashed = 0, hashlib.sha256()
        while True:
            with _damage(self._path):
                block = member.read(_BLOCK)
            size += len(block)
            if not block or size > most:
                return Seal(size, hashed.hexdigest())
            hashed.update(block)
            file.write(block)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Opens a backup for reading.

    Raises:
        NotABackup: another kind of file, whatever its name says.
        BackupDamaged: it is one, but not whole.
        FileMissing: nothing stands there.
        FileUnreadable: the computer does not let it be read.
    """
    try:
        with path.open("rb") as file:
            begins = file.read(4)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path) from error
    if begins != b"PK\x03\x04":
        # What is called as our backups are was one; anything else never was.
        raise BackupDamaged(path) if path.suffix == ENDING else NotABackup(path)
    with _damage(path):
        whole = zipfile.ZipFile(path)
    with whole:
        if _CONTENTS not in whole.namelist() and path.suffix != ENDING:
            raise NotABackup(path)
        yield Archive(path, whole)


@contextmanager
def _damage(path: Path) -> Iterator[None]:
    try:
        yield
    except (*_DAMAGE, OSError, RuntimeError) as error:
        # RuntimeError: a flipped bit says that a member is encrypted.
        raise BackupDamaged(path) from error
