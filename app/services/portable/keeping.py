"""What one office can do about its portable copy, each with its tools."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from app.domain.portable import Mark
from app.services.audit import KeepAudit
from app.services.backups.restoring import Prepared, RestoreBackup
from app.services.job import Job
from app.services.portable.looking import Known, known_portable, portable_in
from app.services.portable.making import Made, make_portable, room_needed
from app.services.portable.taking import Offer, TakePortable
from app.services.preferences import KeepPreferences
from app.storage.database import Database
from app.storage.holding import holding_of
from app.storage.portable import is_portable, read_mark
from app.storage.process_lock import Holder
from app.wording.language import Language
from app.wording.portable import handover_note


class KeepPortable:
    """Makes it, says which of the two is newer, brings it back."""

    def __init__(
        self,
        database: Database,
        preferences: KeepPreferences,
        audit: KeepAudit,
        restoring: RestoreBackup,
        clock: Callable[[], datetime],
        extras: Sequence[Path],
        language: Language,
    ) -> None:
        """`extras`: files of the office that lie beside its database."""
        self._database, self._preferences = database, preferences
        self._audit, self._clock, self._extras = audit, clock, extras
        self._taking = TakePortable(database.path, restoring, clock)
        self._language = language

    @property
    def database(self) -> Path:
        """The file of this office."""
        return self._database.path

    @property
    def is_one(self) -> bool:
        """Whether this very office is the one on the stick."""
        return is_portable(self._database.path)

    @property
    def mark(self) -> Mark | None:
        """When and where this one was filled; None where it is no portable office."""
        return read_mark(self._database.path.parent)

    def known(self) -> Known | None:
        """The portable office that was made of this one; None where there is none, or this is it."""
        return None if self.is_one else known_portable(self._database.path)

    def size(self) -> int:
        """Bytes that it takes on a stick."""
        return room_needed(self._database.path)

    def make(self, folder: Path, job: Job) -> Made:
        """Makes the portable office in a folder of the stick, or brings the one there up to date.

        Raises:
            PortableChanged: somebody worked on the one that stands there.
            FileError: see `make_portable`.
            Cancelled: stopped in between; nothing is left half made.
        """
        office = self._preferences.office()
        name = f"{office.name} {office.government}".strip()
        words = handover_note(name, Holder.here().computer, self._clock(), self._language)
        made = make_portable(self._database.path, folder, words, self._extras, self._clock, job)
        people = holding_of(made.database).people
        for audit in (self._audit, KeepAudit(made.database, self._clock)):
            audit.note("make_portable", people)
        return made

    def offer(self, place: Path, job: Job) -> Offer:
        """Compares the portable office in a folder (or the one of this database file) with this one.

        Raises:
            NotPortable: none stands there.
            FileError: see `TakePortable.offer`.
        """
        folder = place if place.is_dir() else place.parent
        return self._taking.offer(portable_in(folder), job)

    def prepare(self, offer: Offer, job: Job) -> Prepared:
        """See `TakePortable.prepare`: nothing is changed yet."""
        return self._taking.prepare(offer, job)
