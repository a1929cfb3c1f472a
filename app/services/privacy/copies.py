"""Finds the copies that Gaung itself keeps of the office, and takes one person out of them too."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.erasure import Whose
from app.domain.errors import AppError, DiskFailed, DiskFull, FileError, NotWritable
from app.domain.office_errors import PortableHolds
from app.services.backups.keeping import KeepBackups
from app.services.backups.rewriting import looked_into, rewrite
from app.services.backups.shelf import Backup, Shelf
from app.services.job import Job
from app.services.portable.looking import known_portable
from app.storage.database import Database
from app.storage.erasing import erase_traces
from app.storage.holding import holds_person
from app.storage.whose import same_person
from app.workbooks.writing.safe_file import meaning_of


class CopyKind(StrEnum):
    """What a copy of the office is."""

    BACKUP = "backup"
    SECOND_PLACE = "second_place"
    DAMAGED = "damaged"
    """A backup that cannot be read: nobody can say whom it holds."""
    SET_ASIDE = "set_aside"
    """A broken database, kept when a backup took its place."""
    PORTABLE = "portable"
    """The portable office on a stick: filled anew, it is without the person too."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy that holds a person, or of which nobody can say that it does not."""

    kind: CopyKind
    path: Path
    backup: Backup | None = None


@dataclass(frozen=True, slots=True)
class Purged:
    """What became of copies: rewritten without the person, removed, or left, with the reason."""

    rewritten: int
    removed: int
    failed: Sequence[tuple[Path, AppError]]


class FindCopies:
    """The backups in both places, and what was set aside; files that were carried away are unknown."""

    def __init__(self, database: Path, backups: KeepBackups) -> None:
        self._database = database
        self._backups = backups

    @property
    def second_place_away(self) -> Path | None:
        """The second place, where one is set that cannot be looked into now."""
        second = self._backups.second_place
        return second if second is not None and not second.is_dir() else None

    def holding(self, whose: Whose, job: Job) -> list[Copy]:
        """Every copy that holds the person, the newest backups first."""
        found, asked = [], list(self._all())
        for done, (shelf, backup, kind) in enumerate(asked):
            job.step(done, len(asked))
            copy = _copy_if_holding(shelf, backup, kind, whose)
            if copy is not None:
                found.append(copy)
        found += [Copy(CopyKind.SET_ASIDE, folder) for folder in self._set_aside()]
        return [*found, *self._portable(whose)]

    def known_as(self, whose: Whose, job: Job) -> Whose:
        """The same person with every number, name and account under which a backup knew them."""
        known, size = whose, -1
        while size != len(known.numbers | known.names):
            size = len(known.numbers | known.names)
            asked = list(self._all())
            for done, (shelf, backup, _) in enumerate(asked):
                job.step(done, len(asked))
                # What cannot be read is named later, among the copies.
                with suppress(FileError):
                    known = _joined(known, looked_into(shelf, backup, _named_in(known)))
        return known

    def purge(self, whose: Whose, copies: Sequence[Copy], job: Job) -> Purged:
        """Takes the person out of these copies, for good; what cannot be read goes whole.

        Stopped in between, each copy is as it was or without the person: it can be begun again.
        """
        rewritten, removed, failed = 0, 0, []
        for done, copy in enumerate(copies):
            job.step(done, len(copies))
            try:
                if copy.kind is CopyKind.PORTABLE:
                    raise PortableHolds(copy.path)
                if copy.backup is not None and copy.kind is not CopyKind.DAMAGED:
                    rewrite(Shelf(copy.path.parent), copy.backup, _without(whose))
                    rewritten += 1
                else:
                    self._remove(copy)
                    removed += 1
            except AppError as error:
                failed.append((copy.path, error))
        for shelf in self._backups.shelves():
            # Pictures that no backup needs any more.
            shelf.remove(())
            clear_leftovers(shelf.path)
        return Purged(rewritten, removed, failed)

    def clear_leftovers(self) -> None:
        """Half-written copies of a killed program and logs without a database, all of this office."""
        folder, name = self._database.parent, self._database.name
        clear_leftovers(folder)
        for leftover in (*folder.glob(f"{name}*.orphan"), *folder.glob(f"{name}.new-*")):
            leftover.unlink(missing_ok=True)

    def _all(self) -> Iterator[tuple[Shelf, Backup, CopyKind]]:
        kinds = (CopyKind.BACKUP, CopyKind.SECOND_PLACE)
        for shelf, kind in zip(self._backups.shelves(), kinds, strict=False):
            for backup in shelf.backups():
                yield shelf, backup, kind

    def _set_aside(self) -> list[Path]:
        around = self._database.with_name(f"{self._database.stem}-rusak")
        return sorted(one for one in around.iterdir() if one.is_dir()) if around.is_dir() else []

    def _portable(self, whose: Whose) -> list[Copy]:
        """Where its stick is away, nobody can say that it does not hold the person."""
        known = known_portable(self._database)
        if known is None:
            return []
        if known.there is not None:
            with suppress(AppError):
                if not holds_person(known.there.database, whose):
                    return []
        return [Copy(CopyKind.PORTABLE, known.record.place)]

    def _remove(self, copy: Copy) -> None:
        if copy.backup is not None:
            self._backups.remove([copy.backup])
            return
        try:
            shutil.rmtree(copy.path)
        except OSError as error:
            raise meaning_of(error, copy.path) from error


def clear_leftovers(folder: Path) -> None:
    """Removes what a killed program left half written; who asks is the only one at work here."""
    own = f"~gaung-{os.getpid()}-"
    for leftover in folder.glob("~gaung-*"):
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        elif not leftover.name.startswith(own):
            leftover.unlink(missing_ok=True)


def _copy_if_holding(shelf: Shelf, backup: Backup, kind: CopyKind, whose: Whose) -> Copy | None:
    try:
        holds = looked_into(shelf, backup, lambda copy: holds_person(copy, whose))
    except (DiskFull, DiskFailed, NotWritable):
        # The disk has no room to look: that says nothing about the backup, which must not go.
        return Copy(kind, backup.path, backup)
    except FileError:
        return Copy(CopyKind.DAMAGED, backup.path, backup)
    return Copy(kind, backup.path, backup) if holds else None


def _without(whose: Whose) -> Callable[[Path], None]:
    def erase(copy: Path) -> None:
        with Database.open(copy, create=False) as office:
            with office.writing() as tx:
                erase_traces(tx, same_person(tx, whose))
            office.wipe()

    return erase


def _named_in(whose: Whose) -> Callable[[Path], Whose]:
    def look(copy: Path) -> Whose:
        with Database.open(copy, create=False) as office, office.reading() as tx:
            return same_person(tx, whose)

    return look


def _joined(one: Whose, other: Whose) -> Whose:
    return Whose(
        frozenset(),
        one.numbers | other.numbers,
        one.names | other.names,
        one.handles | other.handles,
        one.shared_names | other.shared_names,
    )
