"""Makes backups before every step that could lose something, daily, and when asked."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.audit import Head
from app.domain.backup import Contents, Reason
from app.domain.errors import AppError, DatabaseDamaged, FolderMissing
from app.domain.office_errors import OnlyLooking
from app.services.audit import KeepAudit
from app.services.backups.archive import ENDING, seal_of
from app.services.backups.shelf import Backup, Shelf, disk_of, is_whole
from app.services.job import Job
from app.storage.copying import copy_database, number_of
from app.storage.holding import holding_of, settings_of

Clock = Callable[[], datetime]

SECOND_PLACE = "second_place"
"""The setting that names the second place. It is asked of the file: also where it is not open."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup of the present state. Not `fresh`: it stood already, and was proven again.

    `second_failed` is why the second place has no copy; None where it has, or where none is set.
    """

    backup: Backup
    fresh: bool
    second_failed: AppError | None = None


@dataclass(frozen=True, slots=True)
class Proven:
    """A backup, and whether every byte of it is what was written."""

    backup: Backup
    good: bool


class KeepBackups:
    """Backups of the office at `database`, in the folder `<database>-cadangan` beside it."""

    def __init__(
        self,
        database: Path,
        clock: Clock,
        *,
        is_sample: bool = False,
        silent: bool = False,
    ) -> None:
        """`silent`: the office is only looked at, and nothing is noted in its log."""
        self._database = database
        self._clock = clock
        self._is_sample, self._silent = is_sample, silent
        self._pictures = database.with_name(f"{database.stem}-bukti")
        self._shelf = Shelf(database.with_name(f"{database.stem}-cadangan"))
        self.audit = KeepAudit(database, clock, is_sample=is_sample or silent)
        """The log in which it is noted."""

    @property
    def folder(self) -> Path:
        """Where the backups lie; made with the first one."""
        return self._shelf.path

    @property
    def second_place(self) -> Path | None:
        """The folder on another disk that receives copies; None where none was chosen."""
        with suppress(DatabaseDamaged):
            chosen = settings_of(self._database, [SECOND_PLACE]).get(SECOND_PLACE)
            return Path(chosen) if chosen else None
        return None

    @property
    def today(self) -> date:
        """The day, by the clock that backups are dated with."""
        return self._clock().date()

    @property
    def are_kept(self) -> bool:
        """Nobody needs backups of the invented office."""
        return not self._is_sample

    def backups(self) -> list[Backup]:
        """All that lie in the folder, the newest first."""
        return self._shelf.backups()

    def in_second_place(self) -> list[Backup]:
        """All that lie in the second place, the newest first; none where it is not there."""
        second = self._second_shelf()
        return second.backups() if second is not None else []

    def shelves(self) -> list[Shelf]:
        """Where backups lie that this office knows of; the second place only while it is there."""
        second = self._second_shelf()
        there = second is not None and second.path.is_dir()
        return [self._shelf, second] if second is not None and there else [self._shelf]

    def second_trouble(self) -> AppError | None:
        """Why the second place has no copy of the newest backup; None where it has."""
        second, newest = self._second_shelf(), self._shelf.newest()
        if second is None or newest is None:
            return None
        return None if second.has(newest) else FolderMissing(second.path)

    def newest_good(self) -> Backup | None:
        """The newest one in the folder that is proven whole; else that of the second place."""
        second = self._second_shelf()
        return self._shelf.newest_good() or (second.newest_good() if second is not None else None)

    def proven(self, backups: Iterable[Backup], job: Job) -> list[Proven]:
        """Reads every byte of every one of these."""
        found = []
        asked = list(backups)
        for done, backup in enumerate(asked):
            job.step(done, len(asked))
            found.append(Proven(backup, is_whole(backup)))
        return found

    def before(self, reason: Reason) -> Made | None:
        """A backup of the state that a step is going to change; without it the step must not begin.

        None where there is nothing to keep: nothing was ever written, or it is the sample.

        Raises:
            DatabaseDamaged: the database is broken; older backups are left as they are.
            FileError: the backup cannot be written.
        """
        if not self.are_kept or number_of(self._database) == 0:
            return None
        return self.make(reason)

    def daily(self) -> Made | None:
        """A backup, where the last one is of another day and anything was changed since.

        Raises:
            FileError: it cannot be written.
        """
        if self._silent or not self.are_kept or number_of(self._database) == 0:
            return None
        newest = self._shelf.newest()
        if newest is None or newest.contents is None:
            return self.make(Reason.DAILY)
        if newest.contents.made_at.date() == self._clock().date():
            return None
        if newest.contents.holding.number == number_of(self._database):
            return None
        return self.make(Reason.DAILY)

    def make(self, reason: Reason) -> Made:
        """A backup of the present state on the shelf, and a copy of it in the second place.

        Where one of the very same state stands already and is whole, it is that one.

        Raises:
            DatabaseDamaged: the database is broken; older backups are left as they are.
            OnlyLooking: or the backup cannot be written for another reason.
        """
        self._refuse_if_silent()
        standing = self._of_this_state()
        backup = standing or self._made(reason)
        if standing is None:
            self._note(backup)
            self._shelf.rotate()
        return Made(backup, standing is None, self._copied_to_second_place(backup))

    def write_to(self, folder: Path) -> Backup:
        """One file with everything in it, pictures too, for a disk that a person carries away.

        Raises:
            DatabaseDamaged: the database is broken.
            FileError: the file cannot be written.
        """
        shelf = Shelf(folder)
        shelf.make()
        inside: list[Path] = []

        def take(names: Iterable[str]) -> tuple[str, ...]:
            whole = {name: self._whole_picture(name) for name in names}
            inside.extend(path for path in whole.values() if path is not None)
            return tuple(name for name, path in whole.items() if path is None)

        with self._copied(shelf, Reason.ASKED, take) as (copy, contents):
            backup = shelf.add(self._name_of(contents), contents, copy, inside)
        self._note(backup)
        return backup

    def remove(self, backups: Iterable[Backup]) -> None:
        """Removes backups for good, from the folder they lie in.

        Raises:
            FileError: one cannot be removed.
        """
        self._refuse_if_silent()
        asked = list(backups)
        for folder in {one.path.parent for one in asked}:
            Shelf(folder).remove(one for one in asked if one.path.parent == folder)
        if asked:
            self.audit.note("remove_backups", len(asked))

    def heads(self) -> list[Head]:
        """The last lines of the audit log that backups know of."""
        known = (one.contents for shelf in self.shelves() for one in shelf.backups())
        return [contents.audit for contents in known if contents and contents.audit]

    # -------------------------------------------------------------- parts

    def _refuse_if_silent(self) -> None:
        if self._silent:
            raise OnlyLooking(self._database)

    def _note(self, backup: Backup) -> None:
        if backup.contents is not None and backup.seal is not None:
            self.audit.note("backup", backup.contents.holding.people, backup.seal.sha256)

    def _of_this_state(self) -> Backup | None:
        newest = self._shelf.newest()
        if newest is None or newest.contents is None or newest.contents.missing:
            return None
        if newest.contents.holding.number != number_of(self._database):
            return None
        # Another database may have been put there, with as many commits.
        same = holding_of(self._database) == newest.contents.holding
        return newest if same and is_whole(newest) else None

    def _made(self, reason: Reason) -> Backup:
        self._shelf.make()
        with self._copied(self._shelf, reason, self._keep_pictures) as (copy, contents):
            return self._shelf.add(self._name_of(contents), contents, copy)

    @contextmanager
    def _copied(
        self,
        shelf: Shelf,
        reason: Reason,
        take_pictures: Callable[[Iterable[str]], tuple[str, ...]],
    ) -> Iterator[tuple[Path, Contents]]:
        """A checked copy of the database, and what is to be said about it."""
        with disk_of(shelf.path), shelf.room_for_copy() as copy:
            # The import waits for this copy: the check of each index (five times longer) is left
            # to the next daily one.
            copy_database(self._database, copy, thorough=reason is not Reason.IMPORT)
            holding = holding_of(copy)
            seal = seal_of(copy)
            missing = take_pictures(holding.pictures)
            yield (
                copy,
                Contents(
                    serial=self._next_serial(holding.number),
                    made_at=self._clock().replace(microsecond=0),
                    reason=reason,
                    holding=holding,
                    database_size=seal.size,
                    database_sha256=seal.sha256,
                    missing=missing,
                    is_sample=self._is_sample,
                    audit=self.audit.head(),
                ),
            )

    def _keep_pictures(self, names: Iterable[str]) -> tuple[str, ...]:
        """Each picture comes to the shelf once in its life; gives those that are whole nowhere."""
        missing = []
        for name in names:
            if self._shelf.has_picture(name):
                continue
            whole = self._whole_picture(name)
            if whole is None:
                missing.append(name)
            else:
                self._shelf.add_picture(name, whole.read_bytes())
        return tuple(missing)

    def _whole_picture(self, name: str) -> Path | None:
        for folder in (self._pictures, self._shelf.pictures):
            path = folder / name
            with suppress(OSError):
                if hashlib.sha256(path.read_bytes()).hexdigest() == path.stem:
                    return path
        return None

    def _copied_to_second_place(self, backup: Backup) -> AppError | None:
        second = self._second_shelf()
        if second is None or backup.contents is None:
            return None
        try:
            second.make()
            for name in backup.contents.holding.pictures:
                if not second.has_picture(name) and (content := self._shelf.picture(name)):
                    second.add_picture(name, content)
            if not second.has(backup):
                second.take(backup)
                second.rotate()
        except AppError as error:
            return error
        except OSError:
            return FolderMissing(second.path)
        return None

    def _second_shelf(self) -> Shelf | None:
        place = self.second_place
        return Shelf(place) if place is not None else None

    def _next_serial(self, number: int) -> int:
        newest = self._shelf.newest()
        return number if newest is None else max(number, newest.number + 1)

    def _name_of(self, contents: Contents) -> str:
        at = f"{contents.made_at:%Y%m%d-%H%M}"
        return f"{self._database.stem}-{contents.serial:06}-{at}{ENDING}"
