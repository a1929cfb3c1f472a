"""A small office with known people, and its page in a window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.errors import AppError
from app.domain.handle import read_handle
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.people import AccountEdit
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.people.page import PeoplePage
from app.ui.people.rows import PersonRow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

TODAY = date(2026, 11, 20)


class NoPrompts:
    """Remembers what would have been explained."""

    def __init__(self) -> None:
        self.explained: list[AppError] = []

    def explain(self, error: AppError) -> None:
        self.explained.append(error)


class Memory:
    """A table's memory that starts empty."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def load(self, key: str) -> str | None:
        return self._texts.get(key)

    def save(self, key: str, text: str) -> None:
        self._texts[key] = text


@pytest.fixture
def workplace(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as made:
        yield made


class Office:
    """Fills the office through its own services."""

    today = TODAY

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self._people = 0

    def add(self, name: str, **texts: str) -> int:
        self._people += 1
        nip = Nip(f"198501012010011{self._people:03}")
        return self.workplace.people.add(Person(nip, name, **texts))  # type: ignore[arg-type]  # texts only

    def count(
        self,
        person_id: int,
        written: str,
        platform: Platform = Platform.INSTAGRAM,
        day: date = TODAY,
    ) -> None:
        self.workplace.recording.record([Entry(person_id, platform, written)], day)

    def account(self, person_id: int, text: str, platform: Platform = Platform.INSTAGRAM) -> None:
        edit = AccountEdit(platform, read_handle(text, platform))
        self.workplace.people.put_accounts(person_id, [edit])


@pytest.fixture
def office(workplace: Workplace) -> Office:
    return Office(workplace)


class Screen:
    """The page in front, looked at through its widgets."""

    def __init__(self, page: PeoplePage, tasks: TaskRunner, qtbot: QtBot) -> None:
        self.page = page
        self.tasks = tasks
        self.qtbot = qtbot
        self.table = page._list.table
        self.search = page.search_field()

    def read(self) -> None:
        """Reads everyone and waits until the card stands."""
        self.page.refresh()
        self.rest()

    def rest(self) -> None:
        """Until nothing runs and nothing is on its way."""
        self.qtbot.waitUntil(self._at_rest)

    def _at_rest(self) -> bool:
        chosen = self.table.selected_rows()
        settled = len(chosen) != 1 or self.page._panel.person_id == chosen[0].id
        return self.tasks.idle and not self.table._sums_timer.isActive() and settled

    def rows(self) -> list[PersonRow]:
        return list(self.page._list.model.rows_shown())

    def names(self) -> list[str]:
        return [row.name for row in self.rows()]

    def words(self, inside: QWidget | None = None) -> str:
        """Everything that labels and other painted words say now."""
        root = inside or self.page
        labels = [one.text() for one in root.findChildren(QLabel) if one.isVisible()]
        spoken = [one.accessibleName() for one in root.findChildren(QWidget) if one.isVisible()]
        return "\n".join((*labels, *spoken))

    def card(self) -> str:
        return self.words(self.page._panel)

    def choose(self, *names: str) -> None:
        places = [at for at, row in enumerate(self.rows()) if row.name in names]
        selection = self.table.selectionModel()
        selection.clear()
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in places:
            index = self.table.model().index(place, 0)
            selection.setCurrentIndex(index, how)
        self.rest()

    def dialog(self) -> QWidget:
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        found = QApplication.activeModalWidget()
        assert found is not None
        return found


MakeScreen = Callable[[], Screen]


@pytest.fixture
def prompts() -> NoPrompts:
    return NoPrompts()


@pytest.fixture
def make_screen(
    qtbot: QtBot, theme: Theme, language: Language, workplace: Workplace, prompts: NoPrompts
) -> Iterator[MakeScreen]:
    """Opens the page once the office is filled as the test wants it."""
    crashes: list[Exception] = []
    tasks = TaskRunner(crashes.append)

    def make() -> Screen:
        page = PeoplePage(
            theme,
            language,
            workplace.people,
            workplace.standings,
            workplace.preferences,
            TODAY,
            tasks,
            prompts,  # type: ignore[arg-type]  # asks nothing but `explain`
            Memory(),
        )
        qtbot.addWidget(page)
        page.resize(1300, 700)
        page.show()
        page.activateWindow()
        screen = Screen(page, tasks, qtbot)
        screen.read()
        return screen

    yield make
    tasks.shutdown()
    assert crashes == []
