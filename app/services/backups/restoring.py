"""Brings a backup back: proven first, the present state kept, swapped in as a whole or not at all."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.backup import Contents, Reason
from app.domain.errors import (
    BackupOfSample,
    DatabaseDamaged,
    DatabaseInUse,
    DatabaseNewer,
    FolderMissing,
    NotOurDatabase,
)
from app.services.audit import KeepAudit
from app.services.backups.archive import Archive, opened
from app.services.backups.aside import put_aside
from app.services.backups.keeping import SECOND_PLACE, KeepBackups, Made
from app.services.backups.shelf import Backup, Shelf, backup_at, clear_abandoned, prove
from app.services.job import Job
from app.storage.copying import adopt, check_file, let_go_of_log, log_files, number_of, remove_copy
from app.storage.holding import rows_of, settings_of
from app.storage.process_lock import ProcessLock
from app.storage.revisions import is_known
from app.workbooks.writing.safe_file import meaning_of, replacing, sync_folder

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Loss:
    """What the present office has and the backup has not. `imports` are their moments.

    `erased`: people of the backup who are not here any more because they were erased since; where
    some were taken away in other ways too, it may be fewer. `comparable` is False where the present database is broken or gone: nobody knows then.
    """

    people: int = 0
    counts: int = 0
    imports: tuple[datetime, ...] = ()
    comparable: bool = True
    erased: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of it: where the state before is kept, and which pictures are nowhere.

    `before` is the backup of the state before; None where that was broken: then its files are
    `aside`. Both are None where nothing stood there.
    """

    contents: Contents
    before: Made | None
    aside: Path | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A proven copy that waits beside the database; nothing of the office was changed yet."""

    contents: Contents
    place: Path
    missing: tuple[str, ...]
    once_it_stands: Callable[[], None] = lambda: None
    """Called when it has taken its place."""

    def forget(self) -> None:
        """The person thought better of it."""
        remove_copy(self.place)


class RestoreBackup:
    """Restoring needs the database for itself: whoever calls `finish` has closed it before."""

    def __init__(
        self,
        database: Path,
        keeping: KeepBackups,
        clock: Clock,
        *,
        is_sample: bool = False,
    ) -> None:
        self._database = database
        self._keeping = keeping
        self._clock = clock
        self._is_sample = is_sample
        self._pictures = database.with_name(f"{database.stem}-bukti")
        self._audit = KeepAudit(database, clock, is_sample=is_sample)

    def backup_at(self, path: Path) -> Backup:
        """A backup from anywhere.

        Raises:
            FileError: nothing of ours stands there.
        """
        with opened(path):
            return backup_at(path)

    def loss(self, backup: Backup, job: Job) -> Loss:
        """Compares every person, count and import; changes nothing.

        Raises:
            FileError: the backup is damaged, or no room is left to unpack it.
        """
        prepared = self._unpacked(backup)
        try:
            job.step(1, 2)
            theirs = rows_of(prepared.place)
            if not self._database.exists():
                return Loss(comparable=False)
            try:
                check_file(self._database)
                ours = rows_of(self._database)
            except (DatabaseDamaged, NotOurDatabase):
                return Loss(comparable=False)
            gone = sorted(at for _, at in ours.imports - theirs.imports)
            return Loss(
                len(ours.people - theirs.people),
                len(ours.counts - theirs.counts),
                tuple(datetime.fromisoformat(at) for at in gone),
                erased=min(
                    len(theirs.people - ours.people),
                    self._audit.since(prepared.contents.audit, "erase"),
                ),
            )
        finally:
            prepared.forget()

    def prepare(self, backup: Backup, job: Job) -> Prepared:
        """Proves the backup, unpacks it beside the database, and puts its pictures in their place.

        Pictures are never taken away: those of the present office stay where they are.

        Raises:
            BackupDamaged: it is not what was written.
            BackupOfSample: it is of the invented office.
            DatabaseNewer: a newer Gaung made it.
            FileError: it cannot be read, or no room is left.
        """
        prepared = self._unpacked(backup)
        try:
            check_file(prepared.place)
            job.step(1, 2)
            with opened(backup.path) as archive:
                missing = self._bring_pictures(archive, backup.path.parent)
            return Prepared(prepared.contents, prepared.place, missing)
        except OSError as error:
            prepared.forget()
            raise meaning_of(error, self._database) from error
        except BaseException:
            prepared.forget()
            raise

    def finish(self, prepared: Prepared) -> Restored:
        """Keeps the present state and swaps the prepared one in.

        The swap is one step of the disk: whoever looks finds the office before or after it.

        Raises:
            OfficeHeld: or DatabaseInUse: somebody has the database open; nothing was changed.
            FileError: the present state cannot be kept, or the disk failed; nothing was changed.
        """
        try:
            lock = ProcessLock.take(self._database)
        except BaseException:
            prepared.forget()
            raise
        with lock:
            return self._finish(prepared)

    def _finish(self, prepared: Prepared) -> Restored:
        before, aside = None, None
        try:
            stands = self._database.exists()
            before = self._backup_of_present() if stands else None
            number = self._next_number(prepared.contents, before)
            adopt(prepared.place, number, self._settings() if stands else {})
            if before is not None:
                self._let_go(before)
            elif stands:
                aside = put_aside(self._database, self._present_pictures(), self._clock)
            self._swap_in(prepared.place)
        except OSError as error:
            prepared.forget()
            raise meaning_of(error, self._database) from error
        except BaseException:
            prepared.forget()
            raise
        contents = prepared.contents
        people, sha256 = contents.holding.people, contents.database_sha256
        self._audit.note_another_database("restore", people, sha256)
        prepared.once_it_stands()
        return Restored(contents, before, aside, prepared.missing)

    def restore(self, backup: Backup, job: Job) -> Restored:
        """All of it at once, for callers who have no database open.

        Raises:
            FileError: see `prepare` and `finish`.
        """
        return self.finish(self.prepare(backup, job))

    # -------------------------------------------------------------- parts

    def _unpacked(self, backup: Backup) -> Prepared:
        contents = prove(backup)
        if contents.is_sample and not self._is_sample:
            raise BackupOfSample(backup.path)
        if not is_known(contents.holding.schema):
            raise DatabaseNewer(backup.path, contents.holding.schema)
        if not self._database.parent.is_dir():
            raise FolderMissing(self._database)
        clear_abandoned(self._database.parent)
        name = f"~gaung-{os.getpid()}-{secrets.token_hex(4)}.tmp"
        prepared = Prepared(contents, self._database.with_name(name), ())
        try:
            with opened(backup.path) as archive:
                archive.take_database(prepared.place)
        except OSError as error:
            prepared.forget()
            raise meaning_of(error, self._database) from error
        except BaseException:
            prepared.forget()
            raise
        return prepared

    def _bring_pictures(self, archive: Archive, beside: Path) -> tuple[str, ...]:
        shelves = (Shelf(beside), Shelf(self._keeping.folder))
        missing = []
        for name in archive.contents.holding.pictures:
            target = self._pictures / name
            if _is_hash_of(name, _read(target)):
                continue
            found = [archive.picture(name), *(shelf.picture(name) for shelf in shelves)]
            content = next((one for one in found if _is_hash_of(name, one)), None)
            if content is None:
                missing.append(name)
                continue
            self._bring(target, content)
        return tuple(missing)

    def _bring(self, target: Path, content: bytes) -> None:
        try:
            target.parent.mkdir(exist_ok=True)
            if target.exists():
                # Somebody's hand was at it: it is kept under a name that says so.
                target.replace(target.with_name(f"{target.name}.rusak"))
        except OSError as error:
            raise meaning_of(error, target) from error
        with replacing(target) as place:
            place.write_bytes(content)

    def _present_pictures(self) -> Iterable[Path]:
        if not self._pictures.is_dir():
            return []
        return [one for one in sorted(self._pictures.iterdir()) if one.is_file()]

    def _backup_of_present(self) -> Made | None:
        """None where it is too broken for one: its files are to be kept instead."""
        try:
            # A backup of this very state proves nothing about the file itself.
            check_file(self._database)
            return self._keeping.make(Reason.RESTORE)
        except (DatabaseDamaged, NotOurDatabase):
            return None

    def _let_go(self, before: Made) -> None:
        let_go_of_log(self._database)
        contents = before.backup.contents
        if contents is None or number_of(self._database) != contents.holding.number:
            # Somebody wrote after the backup of it was made.
            raise DatabaseInUse(self._database)

    def _settings(self) -> Mapping[str, str]:
        """What belongs to this computer outlives the office of another day."""
        with suppress(DatabaseDamaged):
            return settings_of(self._database, [SECOND_PLACE])
        return {}

    def _next_number(self, contents: Contents, before: Made | None) -> int:
        """Higher than that of any state that was ever kept: the newest stays the newest."""
        known = [*self._keeping.backups(), *self._keeping.in_second_place()]
        numbers = [contents.holding.number, contents.serial, *(one.number for one in known)]
        if before is not None:
            numbers.append(before.backup.number)
        return max(numbers) + 1

    def _swap_in(self, place: Path) -> None:
        try:
            for leftover in log_files(self._database):
                if not leftover.stat().st_size:
                    leftover.unlink()
                    continue
                # Without its database nobody can use it, and it would be replayed into ours.
                leftover.replace(leftover.with_name(f"{leftover.name}.orphan"))
            os.replace(place, self._database)
            sync_folder(self._database.parent)
        except PermissionError as error:
            raise DatabaseInUse(self._database) from error
        except OSError as error:
            raise meaning_of(error, self._database) from error


def _read(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes()
    return None


def _is_hash_of(name: str, content: bytes | None) -> bool:
    return content is not None and hashlib.sha256(content).hexdigest() == name.partition(".")[0]
