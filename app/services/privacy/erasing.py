"""Erases one person: shown first, confirmed by name, and no byte is left in the office's files."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from app.domain.backup import Reason
from app.domain.erasure import HandedOut, Trace, Whose
from app.domain.errors import AppError, NameNotConfirmed
from app.domain.evidence import Picture
from app.domain.name import fold_name
from app.domain.nip import Nip
from app.domain.office_errors import PersonStands
from app.domain.period import Period
from app.domain.person import Person
from app.services.backups.keeping import KeepBackups, Made
from app.services.evidence.folder import PictureFolder
from app.services.job import Job
from app.services.privacy.copies import Copy, FindCopies, Purged
from app.services.privacy.handed_out import handed_out
from app.services.privacy.wiping import owe_wiping, wipe, wipe_what_is_owed
from app.storage.database import Database
from app.storage.erasing import closings_with, erase_traces, pictures_of
from app.storage.evidence import pictures_in_use, pictures_to_return
from app.storage.people import person
from app.storage.transaction import Transaction
from app.storage.whose import nobody_elses, stands, whose_traces


@dataclass(frozen=True, slots=True)
class Going:
    """What an erasure takes, found out by doing it and taking it back: exactly this goes.

    `shared_pictures` prove counts of others too: they stay for those. `handed_out` are files of
    which the office knows that they went out with the person in them.
    """

    person: Person
    rows: Mapping[Trace, int]
    pictures: int
    shared_pictures: int
    closings: Sequence[Period]
    copies: Sequence[Copy]
    handed_out: Sequence[HandedOut]
    second_place_away: bool = False
    backed_up: bool = True
    """A backup is made before: not of the invented office."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What went. `before` is the backup made first, None where none is kept (the sample office).

    `not_wiped`: the rows are gone, but rests of their texts may still lie in the file.
    """

    whose: Whose = field(repr=False)
    name: str = field(repr=False)
    rows: Mapping[Trace, int]
    pictures: int
    before: Made | None
    copies: Sequence[Copy]
    handed_out: Sequence[HandedOut]
    not_wiped: AppError | None = None
    second_place_away: bool = False


class _OnlyLooked(Exception):
    """Ends a transaction that was never meant to be kept."""


class ErasePerson:
    """The one thing that cannot be undone here: not by Ctrl+Z, and by no older action."""

    def __init__(self, database: Database, backups: KeepBackups) -> None:
        self._database = database
        self._backups = backups
        self._pictures = PictureFolder(database.path)
        self._copies = FindCopies(database.path, backups)

    def preview(self, person_id: int, job: Job) -> Going:
        """Everything that would go, and where else the person stands.

        Raises:
            PersonGone: there is no such person any more.
        """
        with self._database.reading() as tx:
            found = person(tx, person_id)
            whose = whose_traces(tx, person_id)
            closings, out = closings_with(tx, whose), handed_out(tx, whose)
        rows: Mapping[Trace, int] = {}
        going: set[Picture] = set()
        shared: set[Picture] = set()
        with suppress(_OnlyLooked), self._database.writing() as tx:
            pictures = pictures_of(tx, whose)
            rows = erase_traces(tx, whose)
            shared = pictures & _needed(tx)
            going = pictures - shared
            raise _OnlyLooked
        copies = self._copies.holding(whose, job)
        away = self._copies.second_place_away is not None
        kept = self._backups.are_kept
        return Going(found, rows, len(going), len(shared), closings, copies, out, away, kept)

    def erase(self, person_id: int, confirmed: str, job: Job) -> Erased:
        """Backs up, erases, writes the file anew; gives the copies that still hold the person.

        Args:
            person_id: who.
            confirmed: the name as it was typed to confirm; titles and case do not matter.
            job: hears of the copies that are looked into.

        Raises:
            PersonGone: there is no such person any more.
            NameNotConfirmed: another name was typed; nothing was changed.
            AppError: no backup could be made, or nothing could be written; nothing was changed.
        """
        with self._database.reading() as tx:
            found = person(tx, person_id)
        if fold_name(confirmed) != fold_name(found.name) or not confirmed.strip():
            raise NameNotConfirmed
        before = self._backups.before(Reason.ERASE)
        with self._database.writing() as tx:
            whose, out, rows, gone = self._erase(tx, person_id)
            self._database.note("erase", sum(rows.values()))
        not_wiped = wipe(self._database)
        with suppress(OSError):
            self._copies.clear_leftovers()
        copies = self._copies.holding(whose, Job.quiet())
        away = self._copies.second_place_away is not None
        return Erased(whose, found.name, rows, gone, before, copies, out, not_wiped, away)

    def left_of(self, nip: Nip, name: str, job: Job) -> Erased:
        """Looks for the copies that still hold somebody who was erased earlier; changes nothing.

        For the day on which the second place is back, or a copy turned up that was carried away.

        Raises:
            PersonStands: the person is in the office.
        """
        with self._database.reading() as tx:
            if stands(tx, nip.digits):
                raise PersonStands
        told = Whose(frozenset(), frozenset((nip.digits,)), frozenset((name.strip(),)))
        known = self._copies.known_as(told, job)
        with self._database.reading() as tx:
            whose = nobody_elses(tx, known)
        copies, away = self._copies.holding(whose, job), self._copies.second_place_away is not None
        return Erased(whose, name.strip(), {}, 0, None, copies, (), None, away)

    def purge(self, erased: Erased, job: Job) -> Purged:
        """Takes the person out of every copy too: afterwards nobody can bring them back.

        Raises:
            Cancelled: in between; begun again, it goes on with what is left.
        """
        purged = self._copies.purge(erased.whose, erased.copies, job)
        if done := purged.rewritten + purged.removed:
            self._backups.audit.note("purge", done)
        return purged

    def wipe(self) -> AppError | None:
        """Tries again to write the file anew; why not, where it fails."""
        return wipe(self._database)

    def finish(self) -> AppError | None:
        """After a start: writes the file anew where that is owed since a power cut or a reader."""
        return wipe_what_is_owed(self._database)

    def _erase(
        self, tx: Transaction, person_id: int
    ) -> tuple[Whose, Sequence[HandedOut], Counter[Trace], int]:
        whose = whose_traces(tx, person_id)
        out, pictures = handed_out(tx, whose), pictures_of(tx, whose)
        rows = erase_traces(tx, whose)
        owe_wiping(tx)
        # Inside the transaction, as nobody can take a picture into use meanwhile; and should it
        # fail, the person still stands there to be erased again.
        going = {one.file_name for one in pictures - _needed(tx)}
        files = [one for one in self._pictures.files() if one.name in going]
        for name in going:
            # Somebody's hand was at it once: see the restore.
            (self._pictures.path / f"{name}.rusak").unlink(missing_ok=True)
        return whose, out, rows, self._pictures.remove(files)


def _needed(tx: Transaction) -> set[Picture]:
    return pictures_in_use(tx) | pictures_to_return(tx)
