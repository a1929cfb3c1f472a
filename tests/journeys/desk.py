"""A window as a clerk has it, with one real page at its place and blank ones around it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.services.workplace import Workplace
from app.ui.later import Later
from app.ui.office_window import OfficeWindow
from app.ui.periods.desk import PeriodsDesk
from app.ui.shell.drop import DropFrame
from app.ui.shell.page import Fact, Page, PageEntry
from app.ui.shell.window import MainWindow
from app.ui.standings.page import StandingsPage
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

KEYS = ("home", "people", "import", "followers", "standings", "report", "settings")


class Blank(QWidget):
    """A page of which nothing is wanted."""

    facts_changed = Signal()

    def facts(self) -> Sequence[Fact]:
        return []

    def search_field(self) -> QLineEdit | None:
        return None

    def regions(self) -> Sequence[QWidget]:
        return []

    def refresh(self) -> None:
        pass


class Prompts:
    """Writes down what was asked and explained; agrees when the test says so."""

    def __init__(self) -> None:
        self.questions: list[str] = []
        self.explained: list[AppError] = []
        self.agree = True

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        raise AssertionError("no file is chosen here")

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        raise AssertionError("no folder is chosen here")

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        raise AssertionError("nothing is written here")

    def choose_printer(self, wish: object, chosen: object) -> bool:
        raise AssertionError("nothing is printed here")

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        self.questions.append(question)
        if self.agree:
            accepted()

    def ask_password(self, question: str, told: Callable[[str], None]) -> None:
        raise AssertionError("nothing is locked here")

    def explain(self, error: AppError) -> None:
        self.explained.append(error)

    def report_bug(self, details: str) -> None:
        raise AssertionError(details)


class Memory:
    """Remembers arrangements of tables for one test."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def load(self, key: str) -> str | None:
        return self.kept.get(key)

    def save(self, key: str, text: str) -> None:
        self.kept[key] = text


def give_up_with_the_test(qtbot: QtBot, office: OfficeWindow, tasks: TaskRunner) -> None:
    """When the test is over: what runs ends and what is typed is saved, then the window goes.

    Not after the `yield` of a fixture: pytest-qt has closed the window by then, and Qt deletes a
    closed one as soon as somebody waits.
    """

    def leave(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: tasks.idle)
        for dialog in reversed(window.findChildren(QDialog)):
            dialog.close()
        office.finish()

    qtbot.addWidget(office.window, before_close_func=leave)


def window_with(theme: Theme, language: Language, key: str, page: Page) -> MainWindow:
    """The window, with `page` in its place among the seven."""
    pages = {one: page if one == key else Blank() for one in KEYS}
    entries = [
        PageEntry(one, one.title(), "house", Later(partial(pages.__getitem__, one))) for one in KEYS
    ]
    return MainWindow(theme, language, entries)


def drop_files(window: MainWindow, paths: Sequence[Path]) -> None:
    """What the desktop tells the window when files are let go above it."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    middle = window.rect().center()
    frame = window.findChild(DropFrame)
    # The frame appears under the pointer: the drag leaves the window and enters the frame.
    for below in (window, frame):
        QApplication.sendEvent(below, QDragEnterEvent(middle, copy, files, left, none))
    QApplication.sendEvent(frame, QDropEvent(QPointF(middle), copy, files, left, none))


def standings_page(
    theme: Theme, language: Language, office: Workplace, today: date, tasks: TaskRunner
) -> StandingsPage:
    """The page of results with its periods, over an office."""
    prompts, memory = Prompts(), Memory()
    services = office.periods, office.period_changes, office.preferences
    periods = PeriodsDesk(theme, language, *services, today, tasks, prompts, memory)
    judging = office.standings, office.preferences, today, tasks, prompts
    return StandingsPage(theme, language, *judging, memory, periods)


class Undo:
    """Ctrl+Z as the program does it: takes the newest action back, then reads the page again."""

    def __init__(self, office: Workplace, tasks: TaskRunner, page: Page) -> None:
        self._office, self._tasks, self._page = office, tasks, page

    def ask(self) -> None:
        self._tasks.run(self._take_back, done=self._read_again, failed=self._fail)

    def _take_back(self, job: object) -> None:
        self._office.undoing.undo_last()

    def _read_again(self, nothing: None) -> None:
        self._page.refresh()

    def _fail(self, error: AppError) -> None:
        raise error
