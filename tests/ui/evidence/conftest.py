"""A whole window over a small office, and pictures made here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.bootstrap import open_workplace
from app.domain.evidence import Place
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.evidence.keeping import Shown
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.evidence.box import EvidenceBox
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test
from tests.services.evidence.conftest import encoded, screenshot

NAMES = ("Arum Sekarjati", "Bagas Nirwana", "Citra Puspaningrum")
ARUM, BAGAS, CITRA = 1, 2, 3
IG = Platform.INSTAGRAM


class Choosing(Prompts):
    """Chooses a prepared file."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @override
    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen(self.files)


class Desk:
    """A clerk's hands on the window."""

    def __init__(
        self,
        qtbot: QtBot,
        office: OfficeWindow,
        place: Workplace,
        tasks: TaskRunner,
        prompts: Choosing,
        folder: Path,
    ) -> None:
        self.qtbot, self.office, self.place, self.tasks = qtbot, office, place, tasks
        self.prompts, self.folder = prompts, folder
        self.today = place.today

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def go(self, page: str) -> None:
        self.office.window.go(page)
        self.settle()

    def cell(self, person: int, platform: Platform = IG) -> None:
        self.go("followers")
        grid = self.office.followers.grid
        assert grid.go_to(person, platform)
        grid.view.setFocus()

    def copy(self, words: str) -> None:
        """A screenshot on the clipboard, as the system puts it there."""
        QGuiApplication.clipboard().setImage(QImage.fromData(encoded(screenshot(words))))

    def file(self, name: str, words: str) -> Path:
        path = self.folder / name
        path.write_bytes(encoded(screenshot(words)))
        return path

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, held)
        # Qt believes Ctrl to be held until some key says otherwise; then choosing adds.
        QTest.keyRelease(self.office.window, Qt.Key.Key_Control)
        self.settle()

    def paste(self) -> None:
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def of(self, person: int) -> list[Shown]:
        return self.place.evidence.of_person(person)

    def at(self, person: int, platform: Platform = IG) -> Place:
        return Place(person, platform, self.today)

    def said(self) -> str:
        pages = (self.office.followers, self.office.people)
        return " ".join(p.strip.accessibleName() for p in pages if p.strip.isVisible())

    def words(self, inside: QWidget) -> str:
        labels = [one.text() for one in inside.findChildren(QLabel) if not one.isHidden()]
        return "\n".join(labels)

    def box(self) -> EvidenceBox:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        self.settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, EvidenceBox)
        return found

    def clip(self, person: int, platform: Platform = IG) -> bool:
        """Whether the grid's cell has a paper clip."""
        grid = self.office.followers.grid
        place = grid.model.find(person)
        assert place is not None
        look = grid.model.look(place, grid.model.place_of(platform.value))
        return bool(getattr(look, "clip", False))


def dragged(paths: list[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop_on(target: QWidget, point: QPoint, mime: QMimeData) -> bool:
    """Whether the widget took it."""
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, copying, mime, left, none)
    QApplication.sendEvent(target, enter)
    drop = QDropEvent(point.toPointF(), copying, mime, left, none)
    drop.ignore()
    QApplication.sendEvent(target, drop)
    return enter.isAccepted() and drop.isAccepted()


@pytest.fixture
def place(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as opened:
        for at, name in enumerate(NAMES, start=1):
            opened.people.add(Person(Nip(f"19870314201001200{at}"), name, unit="Diskominfo"))
        opened.recording.record([Entry(ARUM, IG, "1234")], opened.today)
        yield opened


@pytest.fixture
def desk(
    qtbot: QtBot, theme: Theme, language: Language, place: Workplace, tmp_path: Path
) -> Iterator[Desk]:
    crashes: list[Exception] = []
    tasks = TaskRunner(crashes.append)
    prompts = Choosing()
    office = OfficeWindow(theme, language, place, tasks, prompts, Memory(), tmp_path)
    give_up_with_the_test(qtbot, office, tasks)
    office.window.resize(1300, 720)
    office.window.show()
    office.window.activateWindow()
    qtbot.waitUntil(office.window.isActiveWindow)
    made = Desk(qtbot, office, place, tasks, prompts, tmp_path)
    made.settle()
    yield made
    QGuiApplication.clipboard().clear()
    assert crashes == []
