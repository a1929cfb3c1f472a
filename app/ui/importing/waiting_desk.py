"""The waiting room at work: rows are loaded, corrected, set aside, written for Excel."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.services.waiting_room import Finished, WaitingRoom, WaitingRow
from app.ui.importing.waiting_panel import WaitingPanel
from app.ui.parts.strip import Mood, Strip
from app.ui.prompts import Prompts
from app.ui.table.pasting import PasteQuestion
from app.ui.tasks import TaskRunner
from app.wording.errors import error_sentence
from app.wording.language import Language

Texts = Mapping[int, Mapping[str, str]]


class WaitingDesk(QObject):
    """Between the panel and the service."""

    changed = Signal()
    """Something was written to the database."""
    counted = Signal(int)
    """So many rows wait."""

    def __init__(
        self,
        language: Language,
        room: WaitingRoom,
        tasks: TaskRunner,
        prompts: Prompts,
        panel: WaitingPanel,
        strip: Strip,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._room, self._tasks = language, room, tasks
        self._prompts, self._panel, self._strip = prompts, panel, strip
        read_only = language.say("Part of the block would cover cells that cannot be typed into.")
        fitting = panel.table.paste_fitting
        pasting = PasteQuestion(language, prompts, read_only, fitting, self)
        panel.table.paste_refused.connect(pasting.ask)
        panel.corrected.connect(self._correct)
        panel.set_aside.connect(self._ask_aside)
        panel.workbook_asked.connect(self.ask_where)

    @Slot()
    def refresh(self) -> None:
        """Reads the rows again."""
        self._tasks.run(self._load, done=self._show, failed=self._refuse)

    @Slot()
    def ask_where(self) -> None:
        """Asks where the workbook of the waiting rows shall stand."""
        say = self._language.say
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = say("Held rows {date}").format(date=date.today().isoformat())
        self._prompts.save_target(
            say("Save the held rows"),
            Path(folder) / f"{name}.xlsx",
            say("Excel workbooks (*{suffix})").format(suffix=".xlsx"),
            self._write,
        )

    def _load(self, job: Job) -> Sequence[WaitingRow]:
        return self._room.rows()

    def _show(self, rows: Sequence[WaitingRow]) -> None:
        self._panel.show_rows(rows)
        self.counted.emit(len(rows))

    @Slot(object)
    def _correct(self, changes: Texts) -> None:
        self._tasks.run(
            partial(_corrected, self._room, changes), done=self._corrected, failed=self._refuse
        )

    def _corrected(self, finished: Finished) -> None:
        say, many = self._language.say, self._language.say_many
        if finished.settled:
            lead = many(
                "{count} row was taken in.", "{count} rows were taken in.", finished.settled
            )
            self._strip.say(Mood.DONE, lead, say("It can be undone with Ctrl+Z."))
        else:
            lead = many("{count} row still waits.", "{count} rows still wait.", finished.waiting)
            self._strip.say(Mood.WARNING, lead, say("What was typed is kept."))
        self.refresh()
        self.changed.emit()

    @Slot(list)
    def _ask_aside(self, ids: Sequence[int]) -> None:
        say = self._language.say
        question = self._language.say_many(
            "Set {count} held row aside?", "Set {count} held rows aside?", len(ids)
        )
        self._prompts.ask(
            question,
            say("Set aside"),
            partial(self._set_aside, tuple(ids)),
            safe=say("Nobody is removed from the database, and it can be undone with Ctrl+Z."),
        )

    def _set_aside(self, ids: Sequence[int]) -> None:
        self._tasks.run(
            partial(_set_aside, self._room, ids), done=self._was_set_aside, failed=self._refuse
        )

    def _was_set_aside(self, rows: int) -> None:
        lead = self._language.say_many(
            "{count} row was set aside.", "{count} rows were set aside.", rows
        )
        self._strip.say(Mood.DONE, lead, self._language.say("It can be undone with Ctrl+Z."))
        self.refresh()
        self.changed.emit()

    def _write(self, target: Path) -> None:
        writing = partial(_written, self._room, target, self._language)
        self._tasks.run(writing, done=self._was_written, failed=self._refuse)

    def _was_written(self, target: Path) -> None:
        say = self._language.say
        lead = say("{name} was written.").format(name=target.name)
        rest = say("Correct the rows there, save, and import the file again: they are settled.")
        self._strip.say(Mood.DONE, lead, rest)

    def _refuse(self, error: AppError) -> None:
        self._strip.say(Mood.ERROR, error_sentence(error, self._language), "")


def _corrected(room: WaitingRoom, changes: Texts, job: Job) -> Finished:
    return room.correct(changes)


def _set_aside(room: WaitingRoom, ids: Sequence[int], job: Job) -> int:
    return room.set_aside(ids)


def _written(room: WaitingRoom, target: Path, language: Language, job: Job) -> Path:
    room.write_workbook(target, language)
    return target
