"""The page of followers over a real office; only the disk is made to fail now and then."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.bootstrap import open_workplace
from app.domain.errors import DiskFull
from app.domain.nip import Nip
from app.domain.person import Account, Person, Source
from app.domain.platform import Platform
from app.services.job import Job
from app.services.recording import Entry, RecordCounts, Recorded
from app.services.workplace import Workplace
from app.ui.followers.page import FollowersPage
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts

DAY = date(2026, 11, 20)
NAMES = ("Arum Sekarjati", "Bagas Nirwana", "Citra Puspaningrum", "Damar Wicaksana", "Fajar Segara")
INSTAGRAM = 2


class FailingDisk(RecordCounts):
    """Records as the real one, except while it is told to fail."""

    fails = False

    @override
    def record(
        self, entries: Sequence[Entry], observed_on: date, source: Source = Source.TYPED
    ) -> Recorded:
        if self.fails:
            raise DiskFull(Path("kantor.db"))
        return super().record(entries, observed_on, source)


class Desk:
    """A clerk's hands on the page, and what stands in the office afterwards."""

    def __init__(
        self, qtbot: QtBot, page: FollowersPage, office: Workplace, tasks: TaskRunner
    ) -> None:
        self.qtbot, self.page, self.office, self.tasks = qtbot, page, office, tasks
        found = page.findChildren(TableView)
        self.view = next(v for v in found if v.accessibleName().startswith("Followers"))
        model = self.view.model()
        assert isinstance(model, TableModel)
        self.model = model

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def go(self, row: int, column: int = INSTAGRAM) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(row, column))

    def cell(self, row: int, column: int = INSTAGRAM) -> QModelIndex:
        return self.model.index(row, column)

    def type(self, text: str) -> None:
        """Into whatever has the focus; a line end is Enter, a tabulator Tab."""
        for letter in text:
            target = QApplication.focusWidget()
            if letter == "\n":
                QTest.keyClick(target, Qt.Key.Key_Return)
            elif letter == "\t":
                QTest.keyClick(target, Qt.Key.Key_Tab)
            else:
                QTest.keyClick(target, letter)

    def press(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.button(words) is not None)
        button = self.button(words)
        assert button is not None
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QPushButton | None:
        buttons = self.page.findChildren(QPushButton)
        return next((b for b in buttons if b.isVisible() and b.text() == words), None)

    def close_strip(self) -> None:
        buttons = self.page.findChildren(QPushButton)
        close = next(
            b for b in buttons if b.isVisible() and b.accessibleName() == "Close this message"
        )
        self.qtbot.mouseClick(close, Qt.MouseButton.LeftButton)

    def said(self) -> str:
        """What the strip says; empty while it is hidden."""
        strips = [w for w in self.page.findChildren(QWidget) if w.property("role") == "strip"]
        return " ".join(w.accessibleName() for w in strips if w.isVisible())

    def account(self, row: int, platform: Platform = Platform.INSTAGRAM) -> Account | None:
        return self.office.recording.grid(DAY, Job.quiet())[row].account(platform)

    def low(self, row: int, platform: Platform = Platform.INSTAGRAM) -> int | None:
        found = self.account(row, platform)
        return found.latest.interval.low if found is not None and found.latest else None


@pytest.fixture
def office(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as opened:
        for at, name in enumerate(NAMES, start=1):
            unit = "Diskominfo" if at < 4 else "Dinas Pendidikan"
            opened.people.add(Person(Nip(f"19870314201001200{at}"), name, unit=unit))
        yield opened


@pytest.fixture
def recording(office: Workplace) -> FailingDisk:
    return FailingDisk(office.database, datetime.now, "Arum")


@pytest.fixture
def tasks(office: Workplace) -> Iterator[TaskRunner]:
    crashes: list[Exception] = []
    runner = TaskRunner(crashes.append)
    yield runner
    runner.shutdown()
    assert not crashes


@pytest.fixture
def prompts() -> Prompts:
    return Prompts()


Open = Callable[[], Desk]


@pytest.fixture
def open_page(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    recording: FailingDisk,
    tasks: TaskRunner,
    prompts: Prompts,
) -> Open:
    def open_page() -> Desk:
        page = FollowersPage(
            theme,
            language,
            recording,
            office.checking,
            office.chat,
            office.preferences,
            DAY,
            tasks,
            prompts,
            Memory(),
        )
        qtbot.addWidget(page)
        page.resize(1180, 600)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.refresh()
        desk = Desk(qtbot, page, office, tasks)
        desk.settle()
        return desk

    return open_page


@pytest.fixture
def desk(open_page: Open) -> Desk:
    """The page with everyone shown."""
    return open_page()
