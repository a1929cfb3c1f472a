"""Leads to another office than the one that is open: chosen as a file, or brought in from a cloud."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.domain.office_errors import NotPortable
from app.services.job import Job
from app.services.portable.looking import portable_in
from app.ui.offices import Offices
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.wording.language import Language


class OtherOffices(QObject):
    """Asks through the prompts of the window that is open."""

    chosen = Signal(object, bool)
    """The path of a database, and whether only to look."""

    def __init__(self, offices: Offices, parent: QObject) -> None:
        super().__init__(parent)
        self._offices = offices
        self._language: Language | None = None
        self._prompts: Prompts | None = None
        self._tasks: TaskRunner | None = None

    def stand_over(self, language: Language, tasks: TaskRunner, prompts: Prompts) -> None:
        """A new window is open: its words, its tasks, its prompts."""
        self._language, self._tasks, self._prompts = language, tasks, prompts

    @Slot()
    def choose(self) -> None:
        """Asks for a database."""
        if self._prompts is not None and self._language is not None:
            say = self._language.say
            self._prompts.choose_files(
                say("Open another database"), say("Gaung databases (*.db)"), self._take
            )

    @Slot(object, bool)
    def open_stick(self, folder: Path, viewing: bool) -> None:
        """Opens the portable office in a folder."""
        try:
            self.chosen.emit(portable_in(folder), viewing)
        except NotPortable as error:
            self._explain(error)

    def warn_of_cloud(self, database: Path) -> None:
        """Where a cloud service copies this database, offers to bring it to this computer."""
        cloud = self._offices.cloud(database)
        if cloud is None or self._prompts is None or self._language is None:
            return
        say = self._language.say
        question = say(
            "This database lies in a folder of {cloud}. What is copied while it is being written can "
            "break, and two computers can overwrite each other."
        )
        self._prompts.ask(
            question.format(cloud=cloud.value) + "\n\n" + say("Copy it to this computer?"),
            say("Copy to this computer"),
            partial(self._bring, database),
            safe=say(
                "Everything is copied and checked: database, evidence, backups. The one in the "
                "cloud folder stays as it is, and is not used any more."
            ),
        )

    def _bring(self, database: Path) -> None:
        bring_in = self._offices.bring_in

        def work(job: Job) -> Path:
            return bring_in(database, job)

        if self._tasks is not None:
            self._tasks.run(work, done=self._open, failed=self._explain)

    def _take(self, paths: list[Path]) -> None:
        if paths:
            self._open(paths[0])

    @Slot(object)
    def _open(self, database: Path) -> None:
        self.chosen.emit(database, False)

    @Slot(object)
    def _explain(self, error: AppError) -> None:
        if self._prompts is not None:
            self._prompts.explain(error)
