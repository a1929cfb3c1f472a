"""Evidence of counts: a screenshot for a person, a platform and a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import (
    FileMissing,
    FileUnreadable,
    NotAFile,
    PictureDamaged,
    PictureMissing,
)
from app.domain.evidence import Evidence, Picture, Place
from app.domain.platform import Platform
from app.domain.roster import CountState
from app.services.evidence.cleaning import MOST_BYTES, Cleaned, cleaned
from app.services.evidence.folder import PictureFolder
from app.services.job import Job
from app.storage.actions import begin
from app.storage.counts import count_on
from app.storage.database import Database
from app.storage.evidence import (
    add_evidence,
    evidence_of,
    others_with,
    pictures_in_use,
    pictures_to_return,
    proven_days,
    remove_evidence,
    stands,
)

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture off the clipboard, and what to call it in a sentence."""

    content: bytes
    called: str


Incoming = Path | Pasted


@dataclass(frozen=True, slots=True)
class Added:
    """What became of pictures that were added for one place.

    `new` of them prove something more now; the others stood there already. `others` are the people
    for whom one of the very same pictures is used too.
    """

    place: Place
    new: int
    known: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence, for whom else the very same picture is used, and what it proves.

    `count` is the one that holds for the day; None where none is recorded for it.
    """

    evidence: Evidence
    others: tuple[str, ...]
    count: CountState | None = None


@dataclass(frozen=True, slots=True)
class Holdings:
    """What lies in the folder of pictures.

    `missing` are used, but their files are gone; `unused` prove nothing, and only an undo could
    bring them back into use.
    """

    pictures: int
    size: int
    missing: int
    unused: int


class KeepEvidence:
    """Pictures as files, what they prove as rows; each change is an action of its own."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by
        self._folder = PictureFolder(database.path)

    @property
    def folder(self) -> Path:
        """Where the pictures lie; made with the first one."""
        return self._folder.path

    def add(self, place: Place, pictures: Sequence[Incoming], job: Job) -> Added:
        """Keeps pictures as evidence of one place: all of them as one action, or none.

        The files stand on the disk before the database names them.

        Raises:
            FileError: one of them is missing, no picture, too large; or it cannot be stored.
            PersonGone: there is no such person any more.
        """
        self._database.refuse_if_looking()
        taken: dict[str, Cleaned] = {}
        for done, incoming in enumerate(pictures):
            job.step(done, len(pictures))
            one = _taken(incoming)
            taken[one.picture.sha256] = one
        for one in taken.values():
            self._folder.store(one)
        asked = [one.picture for one in taken.values()]
        with self._database.writing() as tx:
            known = {
                one.picture.sha256 for one in evidence_of(tx, place.person_id) if one.place == place
            }
            new = [picture for picture in asked if picture.sha256 not in known]
            if new:
                now = self._clock()
                action = begin(tx, "evidence", self._by, now)
                for picture in new:
                    add_evidence(tx, action, place, picture, self._by, now)
            names = others_with(tx, asked, place.person_id)
        others = dict.fromkeys(name for some in names.values() for name in some)
        return Added(place, len(new), len(pictures) - len(new), tuple(others))

    def of_person(self, person_id: int) -> list[Shown]:
        """Everything that proves counts of a person, the newest day first."""
        with self._database.reading() as tx:
            found = evidence_of(tx, person_id)
            names = others_with(tx, {one.picture for one in found}, person_id)
            counts = {
                one.place: count_on(tx, person_id, one.place.platform, one.place.observed_on)
                for one in found
            }
        return [Shown(one, tuple(names.get(one.picture, ())), counts[one.place]) for one in found]

    def of_place(self, place: Place) -> list[Shown]:
        """What proves the counts of one account on one day."""
        return [one for one in self.of_person(place.person_id) if one.evidence.place == place]

    def days(self) -> Mapping[tuple[int, Platform], set[date]]:
        """By account the days of which there are pictures."""
        with self._database.reading() as tx:
            return proven_days(tx)

    def remove(self, evidence_id: int) -> bool:
        """The picture proves nothing there any more; undone, it does again.

        Its file stays as long as an undo may need it; `remove_unused` ends that.

        Returns:
            False where it did not before: then there is nothing to undo.
        """
        with self._database.writing() as tx:
            if not stands(tx, evidence_id):
                return False
            action = begin(tx, "remove_evidence", self._by, self._clock())
            return remove_evidence(tx, action, evidence_id)

    def picture(self, picture: Picture) -> bytes:
        """The stored picture (PNG or JPEG, written by ourselves).

        Raises:
            AppError: it is missing, damaged or unreadable.
        """
        return self._folder.read(picture)

    def small(self, picture: Picture) -> bytes:
        """Its thumbnail (PNG).

        Raises:
            AppError: the picture is missing, damaged or unreadable.
        """
        return self._folder.small(picture)

    # The folder as a whole

    def files(self) -> list[Path]:
        """Every file that a backup of this office needs beside its database, in order of name.

        Also those that only an undo would bring back into use. What is missing is not listed.
        """
        with self._database.reading() as tx:
            needed = pictures_in_use(tx) | pictures_to_return(tx)
        names = {one.file_name for one in needed}
        return [one for one in self._folder.files() if one.name in names]

    def holdings(self) -> Holdings:
        """How much there is, what is missing, and what could go."""
        with self._database.reading() as tx:
            used = {one.file_name for one in pictures_in_use(tx)}
        there = self._folder.files()
        names = {one.name for one in there}
        size = sum(one.stat().st_size for one in there)
        return Holdings(len(there), size, len(used - names), len(names - used))

    def findings(self, job: Job) -> list[str]:
        """One technical line for each picture in use that is missing or not what was stored."""
        with self._database.reading() as tx:
            used = sorted(pictures_in_use(tx), key=lambda one: one.file_name)
        found = []
        for done, picture in enumerate(used):
            job.step(done, len(used))
            try:
                self._folder.read(picture)
            except PictureMissing:
                found.append(f"{picture.file_name}: missing")
            except PictureDamaged:
                found.append(f"{picture.file_name}: altered")
            except FileUnreadable:
                found.append(f"{picture.file_name}: unreadable")
        return found

    def remove_unused(self) -> int:
        """Deletes the files that prove nothing now, for good; gives how many.

        An undo that brings such a picture back finds its file missing, and says so.
        """
        # Inside a writing transaction nobody else can take a picture into use meanwhile.
        with self._database.writing() as tx:
            used = {one.file_name for one in pictures_in_use(tx)}
            return self._folder.remove(one for one in self._folder.files() if one.name not in used)


def _taken(picture: Incoming) -> Cleaned:
    if isinstance(picture, Pasted):
        return cleaned(picture.content, Path(picture.called))
    try:
        if picture.is_dir():
            raise NotAFile(picture)
        with picture.open("rb") as file:
            # One byte more than is taken says that it is too much.
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise FileMissing(picture) from None
    except OSError as error:
        raise FileUnreadable(picture) from error
    return cleaned(content, picture)
