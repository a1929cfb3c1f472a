"""Brings the office of a stick back in the place of the one here, as a backup is brought back."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.domain.errors import AppError
from app.services.backups.keeping import KeepBackups
from app.services.backups.restoring import Loss, Prepared, RestoreBackup
from app.services.backups.shelf import Backup
from app.services.job import Job
from app.services.portable.looking import Newer, Portable, look_at, newer_of
from app.services.portable.record import Record, read_record, write_record
from app.storage.connecting import roll_back_unfinished
from app.storage.copying import number_of
from app.storage.faults import translated_while_opening
from app.storage.process_lock import ProcessLock
from app.workbooks.writing.safe_file import meaning_of


@dataclass(frozen=True, slots=True)
class Offer:
    """The office of a stick, beside the one here: nothing was changed yet.

    `loss`: what stands here and not there, and would be missing afterwards.
    """

    there: Portable
    newer: Newer
    loss: Loss
    backup: Backup
    folder: "tempfile.TemporaryDirectory[str]"

    def forget(self) -> None:
        """The person thought better of it, or it is done."""
        self.folder.cleanup()


class TakePortable:
    """Two copies are never mixed: one of them takes the place of the other, which is kept."""

    def __init__(
        self, database: Path, restoring: RestoreBackup, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._restoring = restoring
        self._clock = clock

    def offer(self, portable: Path, job: Job) -> Offer:
        """Copies the office of a stick to this computer and compares; the stick stays as it is.

        Raises:
            OfficeHeld: somebody has it open.
            HalfWritten: a writer was cut off there, and the stick is write-protected.
            FileError: it cannot be read, or there is no room here.
        """
        self._put_in_order(portable)
        there = look_at(portable)
        newer = newer_of(self._database, read_record(self._database), there)
        job.step(1, 4)
        try:
            folder = tempfile.TemporaryDirectory(prefix="~gaung-", dir=self._database.parent)
        except OSError as error:
            raise meaning_of(error, self._database) from error
        try:
            backup = KeepBackups(portable, self._clock, silent=True).write_to(Path(folder.name))
            job.step(2, 4)
            return Offer(there, newer, self._restoring.loss(backup, job.untold()), backup, folder)
        except BaseException:
            folder.cleanup()
            raise

    def prepare(self, offer: Offer, job: Job) -> Prepared:
        """See `RestoreBackup.prepare`; once it stands here, the two are the same again."""
        prepared = self._restoring.prepare(offer.backup, job)
        place, there = offer.there.database.parent, offer.there.holding.number

        def note() -> None:
            offer.forget()
            at = self._clock().replace(microsecond=0)
            # That it cannot be noted only means that the next filling asks once more.
            with suppress(AppError):
                here = number_of(self._database)
                write_record(self._database, Record(place, at, here, there))

        return replace(prepared, once_it_stands=note)

    def _put_in_order(self, portable: Path) -> None:
        """A write that was cut off is taken back, where the stick lets itself be written."""
        journal = portable.with_name(f"{portable.name}-journal")
        with suppress(FileNotFoundError):
            if journal.stat().st_size:
                with ProcessLock.take(portable), translated_while_opening(portable):
                    roll_back_unfinished(portable)
