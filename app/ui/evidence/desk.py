"""Takes pictures in and shows them, for whichever page asks; the work is done away from the window."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.evidence import Place
from app.services.evidence.keeping import Added, KeepEvidence, Shown
from app.services.job import Job
from app.ui.evidence.box import EvidenceBox, Opened
from app.ui.evidence.incoming import Held
from app.ui.evidence.words import told
from app.ui.parts.strip import Mood
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


class EvidenceDesk(QObject):
    """Adds, removes, opens; says what became of it."""

    changed = Signal()
    """Something stands otherwise in the database."""
    said = Signal(object, str, str)
    """A Mood, what happened in short, and the rest."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        evidence: KeepEvidence,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._evidence = evidence
        self._tasks = tasks
        self._prompts = prompts

    def add(self, place: Place, name: str, held: Held) -> None:
        """Keep what is held out as evidence of a place; `name` is whose it is."""
        evidence, called = self._evidence, self._language.say("The pasted picture")

        def work(job: Job) -> tuple[Added, str]:
            return evidence.add(place, held.incoming(called), job), name

        self._tasks.run(work, done=self._tell_added, failed=self._prompts.explain)

    def remove(self, evidence_id: int) -> None:
        """Take a picture away from its place; Ctrl+Z brings it back."""
        evidence = self._evidence

        def work(job: Job) -> bool:
            return evidence.remove(evidence_id)

        self._tasks.run(work, done=self._tell_removed, failed=self._prompts.explain)

    def open_place(self, place: Place, name: str, window: QWidget) -> None:
        """Show the pictures of one place; there may be none yet."""
        self._open(EvidenceBox(self._theme, self._language, name, place, window), place, name)

    def open_person(self, person_id: int, name: str, chosen: int, window: QWidget) -> None:
        """Show all pictures of a person, beginning with the one of this id."""
        box = EvidenceBox(self._theme, self._language, name, None, window)
        self._open(box, person_id, name, chosen)

    def _open(
        self, box: EvidenceBox, whose: Place | int, name: str, chosen: int | None = None
    ) -> None:
        _Showing(box, whose, name, chosen, self, self._evidence, self._tasks, self._language)
        box.choose_asked.connect(partial(self._choose, box))
        box.open()

    def _choose(self, box: EvidenceBox) -> None:
        words = self._language.say("Pictures")
        filters = f"{words} (*.png *.jpg *.jpeg *.webp *.bmp)"
        self._prompts.choose_files(self._language.say("Choose a picture"), filters, box.take_files)

    @Slot(object)
    def _tell_added(self, outcome: tuple[Added, str]) -> None:
        added, name = outcome
        lead, rest = told(added, name, self._language)
        self.said.emit(Mood.WARNING if added.others else Mood.DONE, lead, rest)
        self.changed.emit()

    @Slot(object)
    def _tell_removed(self, removed: bool) -> None:
        if removed:
            say = self._language.say
            self.said.emit(Mood.DONE, say("The evidence was removed."), say("Ctrl+Z undoes it."))
        self.changed.emit()


class _Showing(QObject):
    """Reads for one box and hands on what it asks; lives as long as the box."""

    def __init__(
        self,
        box: EvidenceBox,
        whose: Place | int,
        name: str,
        chosen: int | None,
        desk: EvidenceDesk,
        evidence: KeepEvidence,
        tasks: TaskRunner,
        language: Language,
    ) -> None:
        super().__init__(box)
        self._box = box
        self._whose = whose
        self._name = name
        self._chosen = chosen
        self._desk = desk
        self._evidence = evidence
        self._tasks = tasks
        self._language = language
        box.remove_asked.connect(desk.remove)
        box.held_out.connect(self._add)
        box.picture_asked.connect(self._open)
        desk.changed.connect(self._read)
        self._read()

    @Slot()
    def _read(self) -> None:
        self._tasks.run(self._found, done=self._take, failed=self._fail)

    def _found(self, job: Job) -> list[Shown]:
        """In the runner's thread."""
        whose, evidence = self._whose, self._evidence
        return evidence.of_place(whose) if isinstance(whose, Place) else evidence.of_person(whose)

    @Slot(object)
    def _take(self, shown: list[Shown]) -> None:
        self._box.show_evidence(shown, self._chosen)
        self._chosen = None

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self._box.show_evidence([])

    @Slot(object)
    def _open(self, shown: Shown) -> None:
        self._tasks.run(
            partial(self._opened, shown), done=self._box.show_picture, failed=self._fail
        )

    def _opened(self, shown: Shown, job: Job) -> Opened:
        """In the runner's thread: a large picture takes its time to be unpacked."""
        which = shown.evidence.id
        try:
            content = self._evidence.picture(shown.evidence.picture)
        except AppError as error:
            return Opened(which, QImage(), error_sentence(error, self._language))
        return Opened(which, QImage.fromData(content))

    @Slot(object)
    def _add(self, held: Held) -> None:
        if isinstance(self._whose, Place):
            self._desk.add(self._whose, self._name, held)
