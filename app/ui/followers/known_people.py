"""Everybody whom the quick box and pasted lines can mean, read beside the grid."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.chat import Roster
from app.domain.errors import AppError
from app.domain.rule import Rule
from app.services.chat import ReadChat
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner

_MANY = 20_000
"""Above, everybody is read only when a name is typed or pasted: it takes seconds, and 280 MB of 100,000."""


class KnownPeople(QObject):
    """Read again with the grid; the service gives the same roster while nobody changed."""

    arrived = Signal()

    def __init__(
        self,
        chat: ReadChat,
        preferences: KeepPreferences,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._chat, self._preferences = chat, preferences
        self._tasks, self._prompts = tasks, prompts
        self.roster: Roster | None = None
        """None until the first reading is done."""
        self.rule: Rule | None = None
        """The rule that the office goes by."""
        self._needed = self._under_way = False

    @Slot()
    def read(self) -> None:
        """Read them in the runner's thread; of a large office only once they were needed."""
        self._under_way = True
        self._tasks.run(self._load, done=self._take, failed=self._fail)

    def need(self) -> None:
        """Somebody is named now: whoever waits for the roster hears when it `arrived`."""
        self._needed = True
        if self.roster is None and not self._under_way:
            self.read()

    def _load(self, job: Job) -> tuple[Roster, Rule] | None:
        if not self._needed and self._chat.number_of_people() > _MANY:
            return None
        return self._chat.roster(job), self._preferences.preferences().rule

    def _take(self, loaded: tuple[Roster, Rule] | None) -> None:
        self._under_way = False
        if loaded is not None:
            self.roster, self.rule = loaded
            self.arrived.emit()
        elif self._needed:
            self.read()

    def _fail(self, error: AppError) -> None:
        self._under_way = False
        self._prompts.explain(error)

    def name_of(self, person_id: int) -> str:
        """A person's name; "" where nobody is read yet."""
        return self.roster.person(person_id).name if self.roster is not None else ""

    def name_and_place(self, person_id: int) -> str:
        """Name and unit, as people are told apart."""
        if self.roster is None:
            return ""
        one = self.roster.person(person_id)
        place = one.unit or one.organisation
        return f"{one.name}, {place}" if place else one.name

    def told_apart(self, people: Sequence[int]) -> tuple[str, list[str]]:
        """The name that all of them bear, if so, and what tells them apart, as short as can be."""
        names = [self.name_of(one) for one in people]
        if len(set(names)) == len(names):
            return "", names
        if len(set(names)) == 1 and self.roster is not None:
            found = [self.roster.person(one) for one in people]
            places = [one.unit or one.organisation or one.nip for one in found]
            if len(set(places)) == len(places):
                return names[0], places
            return names[0], [one.nip for one in found]
        return "", [self.name_and_place(one) for one in people]
