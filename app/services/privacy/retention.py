"""Keeps how long the office wants to keep what, shows what would go, and lets it go when asked."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from app.domain.backup import Reason
from app.domain.errors import AppError
from app.domain.person import Person
from app.domain.retention import LONGEST, Limited, Retention
from app.services.backups.keeping import KeepBackups
from app.services.evidence.folder import PictureFolder
from app.services.job import Job
from app.services.privacy.wiping import owe_wiping, wipe
from app.storage.database import Database
from app.storage.evidence import pictures_in_use, pictures_to_return
from app.storage.retention import all_pictures, people_to_go, remove_expired
from app.storage.settings import load_settings, save_setting
from app.storage.transaction import Transaction

_KEY = "retention_"


@dataclass(frozen=True, slots=True)
class Due:
    """What is older than the limits: rows and people, and files of pictures that go with them."""

    rows: Mapping[Limited, int]
    people: Sequence[Person]
    pictures: int

    @property
    def is_nothing(self) -> bool:
        """All is young enough, or no limit is set."""
        return not self.rows


@dataclass(frozen=True, slots=True)
class Removed:
    """What went; `not_wiped`: rests of the texts may still lie in the file."""

    due: Due
    not_wiped: AppError | None = None


class _OnlyLooked(Exception):
    """Ends a transaction that was never meant to be kept."""


class KeepRetention:
    """Nothing goes by itself: a person looks, then says so."""

    def __init__(self, database: Database, backups: KeepBackups) -> None:
        self._database = database
        self._backups = backups
        self._pictures = PictureFolder(database.path)

    def retention(self) -> Retention:
        """The limits as they are saved; none at first."""
        with self._database.reading() as tx:
            saved = load_settings(tx)
        months = {one: _months(saved.get(_KEY + one.value, "")) for one in Limited}
        return Retention({one: number for one, number in months.items() if number})

    def save(self, what: Limited, months: int | None) -> None:
        """Sets one limit, or takes it away."""
        with self._database.writing() as tx:
            save_setting(tx, _KEY + what.value, str(months) if months else "")
            self._database.note("settings")

    def look(self, today: date, job: Job) -> Due:
        """What would go today, found out by doing it and taking it back."""
        retention, due = self.retention(), Due({}, (), 0)
        job.step(0, 0)
        with suppress(_OnlyLooked), self._database.writing() as tx:
            due, _ = _removed(tx, retention, today)
            raise _OnlyLooked
        return due

    def remove(self, today: date, job: Job) -> Removed:
        """Backs up, lets go of what is too old, and writes the file anew. It cannot be undone.

        The backup holds it until it goes itself, by the rules of backups.

        Raises:
            AppError: no backup could be made, or nothing could be written; nothing was changed.
        """
        retention = self.retention()
        job.step(0, 0)
        self._backups.before(Reason.ERASE)
        with self._database.writing() as tx:
            due, unneeded = _removed(tx, retention, today)
            self._database.note("retention", sum(due.rows.values()))
            owe_wiping(tx)
            self._pictures.remove(one for one in self._pictures.files() if one.name in unneeded)
        return Removed(due, wipe(self._database))


def _removed(tx: Transaction, retention: Retention, today: date) -> tuple[Due, set[str]]:
    before = all_pictures(tx)
    people = people_to_go(tx, retention, today)
    rows = remove_expired(tx, retention, today, people)
    unneeded = before - pictures_in_use(tx) - pictures_to_return(tx)
    return Due(rows, people, len(unneeded)), {one.file_name for one in unneeded}


def _months(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    return number if number <= LONGEST else 0
