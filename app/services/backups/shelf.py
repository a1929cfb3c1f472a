"""A folder of backups: each a file with its manifest beside it, and the pictures they share."""

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.backup import Contents, Reason, Seal
from app.domain.errors import BackupDamaged, FileError, FolderMissing
from app.domain.rotation import Shelved, expendable
from app.services.backups.archive import ENDING, opened, seal_of, write_archive
from app.services.backups.manifest import Manifest, read_manifest, written_manifest
from app.storage.copying import remove_copy
from app.workbooks.writing.safe_file import meaning_of, replacing

_MANIFEST = ".json"
_NUMBER = re.compile(r"-(\d{6,})-\d{8}-\d{4}\.gaung")
_PICTURES = "bukti"
_TEMPORARY = "~gaung-*"
_ABANDONED_AFTER = 86_400
"""Seconds: what a killed program left half written is no work of another one by then."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One file. `seal` is None where the manifest beside it is missing or altered.

    `contents` is None where neither that nor the one inside can be read: it is damaged.
    """

    path: Path
    contents: Contents | None
    seal: Seal | None

    @property
    def number(self) -> int:
        """Its place in the order: of its contents, else of its name."""
        return self.contents.serial if self.contents is not None else _number_in(self.path)


def prove(backup: Backup) -> Contents:
    """Reads every byte of a backup; gives what is in it.

    Without a manifest beside it the one inside must do: then the database is proven when it is
    taken out.

    Raises:
        FileError: it is damaged, missing, or no backup of ours.
    """
    with opened(backup.path) as archive:
        contents = archive.contents
    if backup.contents is None or contents != backup.contents:
        raise BackupDamaged(backup.path)
    try:
        if backup.seal is not None and seal_of(backup.path) != backup.seal:
            raise BackupDamaged(backup.path)
    except OSError as error:
        raise BackupDamaged(backup.path) from error
    return contents


def backup_at(path: Path) -> Backup:
    """What is said about the backup at `path`, beside it or inside it."""
    try:
        text = _manifest_of(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        # The file is finished first: killed in between, it speaks for itself.
        with suppress(FileError), opened(path) as archive:
            return Backup(path, archive.contents, None)
        return Backup(path, None, None)
    except (OSError, ValueError):
        return Backup(path, None, None)
    try:
        manifest = read_manifest(text)
    except ValueError:
        return Backup(path, None, None)
    return Backup(path, manifest.contents, manifest.seal)


class Shelf:
    """Backups of one office in one folder, made with the first one."""

    def __init__(self, folder: Path) -> None:
        self.path = folder

    @property
    def pictures(self) -> Path:
        """Each picture once, however many backups need it."""
        return self.path / _PICTURES

    def backups(self) -> list[Backup]:
        """All of them, the newest first, by number and not by clock."""
        try:
            found = [backup_at(path) for path in self.path.glob(f"*{ENDING}") if path.is_file()]
        except OSError:
            return []
        return sorted(found, key=lambda one: (one.number, one.path.name), reverse=True)

    def newest(self) -> Backup | None:
        """The first of `backups`, by the numbers in the names: the others are not even read."""
        try:
            paths = [path for path in self.path.glob(f"*{ENDING}") if path.is_file()]
        except OSError:
            return None
        last = max(paths, key=lambda path: (_number_in(path), path.name), default=None)
        return backup_at(last) if last is not None else None

    def has(self, backup: Backup) -> bool:
        """Whether a file of that name lies here too: names carry the number, which is never reused."""
        return (self.path / backup.path.name).is_file()

    def newest_good(self) -> Backup | None:
        """The newest one that is proven whole."""
        for backup in self.backups():
            with suppress(FileError):
                prove(backup)
                return backup
        return None

    def make(self) -> None:
        """Makes the folder; the one around it must stand: a disk may have been taken out.

        Raises:
            FileError: it cannot be made.
        """
        if not self.path.parent.is_dir() or (self.path.exists() and not self.path.is_dir()):
            raise FolderMissing(self.path)
        try:
            self.path.mkdir(exist_ok=True)
        except OSError as error:
            raise meaning_of(error, self.path) from error

    @contextmanager
    def room_for_copy(self) -> Iterator[Path]:
        """A place for a file that is needed for a moment."""
        clear_abandoned(self.path)
        place = self.path / f"~gaung-{os.getpid()}-{secrets.token_hex(4)}.tmp"
        try:
            yield place
        finally:
            remove_copy(place)

    def add(
        self, name: str, contents: Contents, database: Path, pictures: Sequence[Path] = ()
    ) -> Backup:
        """Puts a backup on the shelf: the file whole or not at all, then its manifest.

        `pictures` go into the file itself.

        Raises:
            FileError: it cannot be written.
        """
        target = self.path / name
        with replacing(target) as place:
            # An older manifest would call the new file damaged.
            _manifest_of(target).unlink(missing_ok=True)
            seal = write_archive(place, contents, database, pictures)
        self._write_manifest(target, Manifest(contents, seal))
        return Backup(target, contents, seal)

    def take(self, backup: Backup) -> None:
        """Takes a finished backup of another shelf, byte for byte; proves what arrived.

        Raises:
            FileError: it cannot be written, or is not whole.
        """
        if backup.contents is None or backup.seal is None:
            raise BackupDamaged(backup.path)
        target = self.path / backup.path.name
        with replacing(target) as place:
            shutil.copyfile(backup.path, place)
            if seal_of(place) != backup.seal:
                raise BackupDamaged(backup.path)
        self._write_manifest(target, Manifest(backup.contents, backup.seal))

    def add_picture(self, name: str, content: bytes) -> None:
        """Keeps a picture for all backups that need it.

        Raises:
            FileError: it cannot be written.
        """
        try:
            self.pictures.mkdir(exist_ok=True)
        except OSError as error:
            raise meaning_of(error, self.pictures) from error
        target = self.pictures / name
        with replacing(target) as place:
            place.write_bytes(content)

    def picture(self, name: str) -> bytes | None:
        """A picture that is whole: its name is its hash."""
        with suppress(OSError):
            content = (self.pictures / name).read_bytes()
            if hashlib.sha256(content).hexdigest() == name.partition(".")[0]:
                return content
        return None

    def has_picture(self, name: str) -> bool:
        """Whether a file of that name lies there; cheap, it was proven when it was put there."""
        return (self.pictures / name).is_file()

    def remove(self, backups: Iterable[Backup]) -> None:
        """Removes backups, and pictures that no other one needs.

        Raises:
            FileError: one cannot be removed.
        """
        for backup in backups:
            try:
                backup.path.unlink(missing_ok=True)
                _manifest_of(backup.path).unlink(missing_ok=True)
            except OSError as error:
                raise meaning_of(error, backup.path) from error
        self._remove_unneeded_pictures()

    def rotate(self) -> list[Backup]:
        """Lets go of what the rules of `domain.rotation` do not keep; gives it.

        Raises:
            FileError: one cannot be removed.
        """
        named = {one.path.name: one for one in self.backups()}
        shelved = [_shelved(one) for one in named.values()]
        if not expendable(shelved, newest_good=""):
            return []  # which one is whole need not be asked
        good = self.newest_good()
        gone = expendable(shelved, good.path.name if good else None)
        removed = [named[one.name] for one in gone]
        self.remove(removed)
        return removed

    def _remove_unneeded_pictures(self) -> None:
        left = self.backups()
        if any(one.contents is None for one in left) or not self.pictures.is_dir():
            return  # what cannot be read may need any of them
        needed = {name for one in left if one.contents for name in one.contents.holding.pictures}
        for picture in self.pictures.iterdir():
            if picture.name not in needed:
                with suppress(OSError):
                    picture.unlink()

    def _write_manifest(self, target: Path, manifest: Manifest) -> None:
        with replacing(_manifest_of(target)) as place:
            place.write_text(written_manifest(manifest, target.name), encoding="utf-8")


@contextmanager
def disk_of(folder: Path) -> Iterator[None]:
    """What the disk of a folder refuses is said about that folder."""
    try:
        yield
    except OSError as error:
        raise meaning_of(error, folder) from error


def is_whole(backup: Backup) -> bool:
    """Whether every byte of a backup is what was written."""
    with suppress(FileError):
        prove(backup)
        return True
    return False


def clear_abandoned(folder: Path) -> None:
    """Removes what a killed program left half written in a folder."""
    now = datetime.now().timestamp()
    for path in folder.glob(_TEMPORARY):
        with suppress(OSError):
            if now - path.stat().st_mtime > _ABANDONED_AFTER:
                path.unlink()


def _number_in(path: Path) -> int:
    named = _NUMBER.search(path.name)
    return int(named[1]) if named else 0


def _manifest_of(path: Path) -> Path:
    return path.with_name(path.name + _MANIFEST)


def _shelved(backup: Backup) -> Shelved:
    contents = backup.contents
    day = contents.made_at.date() if contents else date.min
    reason = contents.reason if contents else Reason.ASKED
    return Shelved(backup.path.name, backup.number, day, reason)
