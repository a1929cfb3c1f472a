"""Evidence in one office's window: what the pages hold out, and what they are shown."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.domain.evidence import Place
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.office_desks import OfficeDesks
from app.ui.office_pages import OfficePages
from app.ui.tasks import TaskRunner
from app.wording.errors import error_sentence
from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.evidence.keeping import Shown
    from app.ui.evidence.desk import EvidenceDesk
    from app.ui.evidence.incoming import Held
    from app.ui.followers.page import FollowersPage
    from app.ui.parts.strip import Mood
    from app.ui.people.card_evidence import Tile
    from app.ui.people.page import PeoplePage

PAGES = ("followers", "people")
"""Where a picture that is dropped is evidence."""


class OfficeEvidence(QObject):
    """Between the pages, the desk and the service."""

    changed = Signal()
    """Something was written."""

    def __init__(
        self,
        language: Language,
        place: Workplace,
        tasks: TaskRunner,
        pages: OfficePages,
        desks: OfficeDesks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._place = place
        self._tasks = tasks
        self._followers, self._people = pages.followers, pages.people
        self._desk = desks.evidence
        pages.followers.once_built(self._connect_grid)
        pages.people.once_built(self._connect_card)
        desks.evidence.once_built(self._connect_desk)

    def _connect_grid(self, page: "FollowersPage") -> None:
        # With its page.
        from app.ui.followers.evidence import GridEvidence

        cells = GridEvidence(self._language, page.grid, self)
        cells.held_out.connect(self._add)
        cells.open_asked.connect(self._open_place)
        page.refreshed.connect(self._read_marks)

    def _connect_card(self, page: "PeoplePage") -> None:
        part = page.evidence
        part.asked.connect(self._read_person)
        part.held_out.connect(self._add_for_person)
        part.place_asked.connect(self._open_place_of_person)
        part.open_asked.connect(self._open_picture)
        part.remove_asked.connect(self._remove)

    def _connect_desk(self, desk: "EvidenceDesk") -> None:
        desk.said.connect(self._say)
        desk.changed.connect(self._follow)

    @Slot(object, str, str)
    def _say(self, mood: "Mood", lead: str, rest: str) -> None:
        """On the page that is in front."""
        people = self._people.built
        page = people if people is not None and people.isVisible() else self._followers()
        page.strip.say(mood, lead, rest)

    @Slot()
    def _follow(self) -> None:
        if self._followers.built is not None:
            self._read_marks()
        person = self._person_shown
        if person is not None:
            self._read_person(person.id)
        self.changed.emit()

    @Slot(object, str, object)
    def _add(self, place: Place, name: str, held: "Held") -> None:
        self._desk().add(place, name, held)

    @Slot(int)
    def _remove(self, evidence_id: int) -> None:
        self._desk().remove(evidence_id)

    # The grid

    @Slot(object, str)
    def _open_place(self, place: Place, name: str) -> None:
        self._desk().open_place(place, name, self._followers().window())

    @Slot()
    def _read_marks(self) -> None:
        evidence = self._place.evidence

        def read(job: Job) -> Mapping[tuple[int, Platform], set[date]]:
            return evidence.days()

        self._tasks.run(read, done=self._followers().grid.mark, failed=self._pass_over)

    @Slot(object)
    def _pass_over(self, error: AppError) -> None:
        """Marks are a convenience: the reading of the page itself says what went wrong."""

    # The card

    @property
    def _person_shown(self) -> Person | None:
        people = self._people.built
        return people.person_shown if people is not None else None

    @Slot(int)
    def _read_person(self, person_id: int) -> None:
        self._tasks.run(
            partial(self._tiles, person_id), done=self._show_tiles, failed=self._pass_over
        )

    def _tiles(self, person_id: int, job: Job) -> tuple[int, list["Tile"]]:
        """In the runner's thread."""
        return person_id, [self._tile(shown) for shown in self._place.evidence.of_person(person_id)]

    def _tile(self, shown: "Shown") -> "Tile":
        # Its room is loaded: its card asked.
        from app.ui.people.card_evidence import Tile

        try:
            return Tile(shown, self._place.evidence.small(shown.evidence.picture))
        except AppError as error:
            return Tile(shown, b"", error_sentence(error, self._language))

    @Slot(object)
    def _show_tiles(self, tiles: tuple[int, list["Tile"]]) -> None:
        self._people().evidence.show_evidence(*tiles)

    @Slot(object, object)
    def _add_for_person(self, place: Place, held: "Held") -> None:
        person = self._person_shown
        if person is not None:
            self._desk().add(place, person.name, held)

    @Slot(object)
    def _open_place_of_person(self, place: Place) -> None:
        person = self._person_shown
        if person is not None:
            self._desk().open_place(place, person.name, self._people().window())

    @Slot(int)
    def _open_picture(self, evidence_id: int) -> None:
        person = self._person_shown
        if person is not None:
            self._desk().open_person(person.id, person.name, evidence_id, self._people().window())
