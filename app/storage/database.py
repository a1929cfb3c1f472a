"""The one database file: opened with care, then entered by one writer and several readers."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError

from app.domain.errors import DatabaseInUse
from app.domain.office_errors import NotSaved, OnlyLooking, SaveUnknown
from app.storage import schema
from app.storage.check_ahead import Checked, not_checked
from app.storage.commits import commit_number, next_number
from app.storage.connecting import (
    log_kept,
    looking_engine,
    reader_engine,
    roll_back_unfinished,
    writer_engine,
)
from app.storage.faults import (
    OF_THE_DRIVER,
    meaning_of_driver,
    translated,
    translated_while_opening,
)
from app.storage.opening import (
    find_or_make,
    refuse_damage,
    refuse_looking,
    upgrade_file,
)
from app.storage.process_lock import ProcessLock
from app.storage.revisions import refuse_foreign_file, revision_of

Note = tuple[str, int]
"""A kind of thing that was done, and to how many."""

Listener = Callable[[Sequence[Note]], None]


class Database:
    """An open database. Every failure leaves it as an AppError that carries its path."""

    def __init__(
        self, path: Path, writer: Engine, readers: Engine, lock: ProcessLock | None = None
    ) -> None:
        """Use `Database.open`, or `Database.look`."""
        self._lock = lock
        self.only_looking = writer is readers
        """Nothing can be written: see `look`."""
        self._path = path
        self._writer = writer
        self._readers = readers
        self._writing = threading.Lock()
        self._writing_thread: int | None = None
        self._noted: list[Note] = []
        self._listeners: list[Listener] = []

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool,
        alone: bool = False,
        before_upgrade: Callable[[], object] = lambda: None,
        checked: Checked = not_checked,
    ) -> "Database":
        """Opens the file, after every check that a start needs; upgrades an older one.

        Args:
            path: the database file.
            create: make an empty office where nothing stands; otherwise it must be there.
            alone: no other process that asks for the same may open it until it is closed.
            before_upgrade: makes a backup; called before the first pending step. What it raises
                leaves the file as it is.
            checked: whether the quick check has just found the file sound, see `CheckAhead`.

        Raises:
            NetworkDisk: the path lies on a share; nothing is made or opened.
            RemovableDisk: it lies on a stick, and is no portable office.
            DatabaseMissing: nothing stands there and it was not to be made.
            FolderMissing: the folder of a new one does not exist.
            NotAFile: a folder stands there.
            NotOurDatabase: another kind of file, or another program's database.
            DatabaseNewer: made by a newer Gaung; nothing is changed.
            DatabaseDamaged: it is ours, but broken.
            OfficeHeld: another process has it alone.
            DatabaseInUse: another program keeps it locked.
            FileError: or the file, its folder or its disk refuses.
            UpgradeFailed: it is older, and a step or the checks after it failed; it stands as it was.
        """
        with translated_while_opening(path):
            find_or_make(path, create=create)
            refuse_foreign_file(path)
            lock = ProcessLock.take(path) if alone else None
            try:
                roll_back_unfinished(path)
                found = revision_of(path)
            except BaseException:
                if lock is not None:
                    lock.release(clean=False)
                raise
            database = cls(path, writer_engine(path), reader_engine(path), lock)
            thorough = lock is not None and lock.ended_uncleanly
            with log_kept(path):
                try:
                    refuse_damage(database._writer, path, thorough=thorough, checked=checked)
                    if found != schema.REVISIONS[-1]:
                        before_upgrade()
                        upgrade_file(database._writer, path)
                except BaseException:
                    database._let_go(clean=False)
                    raise
        return database

    @classmethod
    def look(cls, path: Path) -> "Database":
        """Opens the file only to look: nothing is written in its folder, and no lock taken.

        Raises:
            HalfWritten: a writer was cut off; what stands there is to be taken back first.
            UpgradeFirst: an older Gaung made it, and reading it would need an upgrade.
            OfficeHeld: somebody works on it, in a way that leaves no room for a look.
            FileError: as for `open`.
        """
        with translated_while_opening(path):
            refuse_looking(path)
            readers = looking_engine(path)
            database = cls(path, readers, readers)
            try:
                refuse_damage(readers, path, thorough=False)
            except BaseException:
                readers.dispose()
                raise
        return database

    @property
    def path(self) -> Path:
        """The file that was opened."""
        return self._path

    def refuse_if_looking(self) -> None:
        """For whoever writes beside the database.

        Raises:
            OnlyLooking: it was opened only to look.
        """
        if self.only_looking:
            raise OnlyLooking(self._path)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is committed at the end of the block, or not made at all.

        Waits for other writers of this process, and up to 5 s for those of another. Where a commit
        failed, the file is asked whether it landed; then it is no failure.

        Raises:
            NotSaved: the commit failed, and nothing of it stands in the file.
            SaveUnknown: it failed, and the file does not answer.
            OnlyLooking: it was opened only to look.
        """
        self.refuse_if_looking()
        with self._alone(), translated(self._path), self._writer.connect() as tx:
            transaction = tx.begin()
            try:
                yield tx
                number = next_number(tx)
            except BaseException:
                with suppress(*OF_THE_DRIVER):
                    transaction.rollback()
                raise
            self._commit(tx, transaction, number)
            noted, self._noted = self._noted, []
        for listener in self._listeners:
            listener(noted)

    def note(self, kind: str, many: int = 1) -> None:
        """Inside a transaction: something is done that leaves no action behind.

        Whoever listens hears of it once it is committed.
        """
        self._noted.append((kind, many))

    def listen(self, listener: Listener) -> None:
        """From now on `listener` is called after each commit, with what was noted."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the database; writing in it fails. Never waits for a writer."""
        with translated(self._path), self._readers.connect() as tx, tx.begin():
            yield tx

    def checkpoint(self) -> None:
        """Moves the log into the file and empties it, as far as readers allow it now.

        For the end of an import, and for erasing: until then erased texts stay in the log.
        """
        self.refuse_if_looking()
        with self._alone(), translated(self._path):
            self._empty_log()

    def wipe(self) -> None:
        """Writes the whole file anew without a byte of what was deleted, and empties the log.

        Raises:
            DatabaseInUse: somebody reads on; what was deleted still stands in the log.
            DiskFull: there is no room for a second copy; the file stays as it was.
        """
        self.refuse_if_looking()
        with self._alone(), translated(self._path):
            with self._writer.connect() as tx:
                tx.connection.cursor().execute("VACUUM").close()
            self._readers.dispose()
            if not self._empty_log():
                raise DatabaseInUse(self._path)

    def check(self) -> list[str]:
        """Checks the whole file: its pages, its references, our own promises.

        Returns:
            One technical line for each finding, empty where all is well.
        """
        # The start asks SQLite alone.
        from app.storage.invariants import broken_promises

        with translated_while_opening(self._path), self._readers.connect() as tx, tx.begin():
            return broken_promises(tx)

    def close(self) -> None:
        """Empties the log and lets the file go; nothing may be asked afterwards.

        The next start then knows that this end was a clean one.
        """
        with self._alone():
            self._readers.dispose()
            # What cannot be moved now stays in the log, which is as durable as the file.
            with suppress(*OF_THE_DRIVER):
                if not self.only_looking:
                    self._empty_log()
            self._let_go(clean=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        me = threading.get_ident()
        if self._writing_thread == me:
            raise RuntimeError("a transaction is already open in this thread")
        with self._writing:
            self._writing_thread = me
            self._noted = []
            try:
                yield
            finally:
                self._writing_thread = None

    def _commit(self, tx: Connection, transaction: RootTransaction, number: int) -> None:
        try:
            transaction.commit()
        except DBAPIError as error:
            tx.invalidate()
            landed = self._has_landed(number)
            if landed is None:
                raise SaveUnknown(self._path) from error
            if not landed:
                why = meaning_of_driver(self._path, error)
                if why is None:
                    raise
                raise NotSaved(self._path, why) from error

    def _has_landed(self, number: int) -> bool | None:
        """Whether the transaction of this number is in the file although its commit failed.

        All connections are closed first: only a new look at the file shows what the next start
        will find (reliability decision 7). None where the file does not answer.
        """
        with suppress(*OF_THE_DRIVER):
            self._readers.dispose()
            with self._writer.connect() as tx:
                found = commit_number(tx)
            # So that what did not land cannot come back with the log.
            self._empty_log()
            return found == number
        return None

    def _empty_log(self) -> bool:
        """Whether all of it is gone: who still reads keeps it."""
        with self._writer.connect() as tx:
            cursor = tx.connection.cursor()
            (held, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.close()
        return bool(held == 0)

    def _let_go(self, *, clean: bool) -> None:
        self._readers.dispose()
        self._writer.dispose()
        if self._lock is not None:
            self._lock.release(clean=clean)
