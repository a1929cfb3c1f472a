"""A clerk looks after people by hand: adds, edits, moves, gives a new NIP, retires, takes back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.person import Person, Service
from app.services.people import PersonCard
from app.services.workplace import Workplace
from app.ui.people.page import PeoplePage
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, Undo, window_with

DAY = date(2026, 11, 20)
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(theme: Theme, language: Language, office: Workplace, tasks: TaskRunner) -> PeoplePage:
    return PeoplePage(
        theme,
        language,
        office.people,
        office.standings,
        office.preferences,
        DAY,
        tasks,
        Prompts(),
        Memory(),
    )


@pytest.fixture
def undo(office: Workplace, tasks: TaskRunner, page: PeoplePage) -> Undo:
    return Undo(office, tasks, page)


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, language: Language, page: PeoplePage, undo: Undo
) -> MainWindow:
    made = window_with(theme, language, "people", page)
    made.undo_asked.connect(undo.ask)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    QTest.keyClick(made, Key.Key_2, CTRL)
    return made


class Clerk:
    """Presses keys and waits for what comes of them."""

    def __init__(
        self, qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner
    ) -> None:
        self._qtbot = qtbot
        self._window = window
        self._office = office
        self._tasks = tasks

    def button(self, words: str) -> None:
        """Space on a button."""
        found = next(
            one
            for one in self._window.findChildren(QPushButton)
            if one.isVisible() and words in (one.text(), one.accessibleName())
        )
        found.setFocus()
        QTest.keyClick(found, Key.Key_Space)

    def menu(self, words: str) -> None:
        """The menu of the card, walked by arrows."""
        self.button("More for this person")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            QTest.keyClick(menu, Key.Key_Down)
            active = menu.activeAction()
            if active is not None and active.text() == words:
                break
        QTest.keyClick(menu, Key.Key_Return)

    def form(self, **texts: str) -> None:
        """Fills a dialog from field to field by Tab; Enter saves."""
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        for name, text in texts.items():
            self._go_to(dialog, name.replace("_", " "))
            focused = dialog.focusWidget()
            QTest.keyClick(focused, Key.Key_A, CTRL)
            QTest.keyClicks(focused, text)
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or dialog.focusWidget(), Key.Key_Return)
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def _go_to(self, dialog: QWidget, name: str) -> None:
        for _ in range(30):
            focused = dialog.focusWidget()
            if focused is not None and focused.accessibleName().startswith(name):
                return
            QTest.keyClick(focused or dialog, Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}")

    def take_back(self) -> None:
        # Off screen nobody gives the window its activity back when a dialog closes.
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow)
        QTest.keyClick(self._window, Key.Key_Z, CTRL)

    def everyone(self) -> list[Person]:
        return self._office.people.everyone()

    def only(self) -> Person:
        (person,) = self.everyone()
        return person

    def card(self) -> PersonCard:
        return self._office.people.card(self.only().id, DAY)

    def rest(self, page: PeoplePage) -> None:
        """Until the card shows the person as the database has them."""
        self._qtbot.waitUntil(lambda: self._tasks.idle and self._shows_what_is_stored(page))

    def _shows_what_is_stored(self, page: PeoplePage) -> bool:
        serving = [one for one in self.everyone() if one.service is Service.ACTIVE]
        shown = page._panel.shown
        return [one.id for one in serving] == [r.id for r in page._list.model.rows_shown()] and (
            not serving or (shown is not None and shown.card.person in serving)
        )


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner) -> Clerk:
    return Clerk(qtbot, window, office, tasks)


def test_a_person_is_looked_after_from_first_day_to_last(page: PeoplePage, clerk: Clerk) -> None:
    clerk.button("Add")
    clerk.form(
        NIP="19900913 202521 2 903",
        Name="Sekar Ayu",
        Title_after="S.Sos.",
        Work_unit="Sekretariat",
    )
    clerk.rest(page)
    added = clerk.only()
    assert (added.nip.digits, added.full_name) == ("199009132025212903", "Sekar Ayu, S.Sos.")
    assert added.unit == "Sekretariat"

    clerk.menu("Change details…")
    clerk.form(Position="Pranata Humas Ahli Pertama")
    clerk.rest(page)
    assert clerk.only().position == "Pranata Humas Ahli Pertama"

    clerk.menu("Move to another unit…")
    clerk.form(Work_unit="Bidang IKP")
    clerk.rest(page)
    assert clerk.only().unit == "Bidang IKP"

    clerk.menu("Give a new NIP…")
    clerk.form(NIP="199009132026032001")
    clerk.rest(page)
    assert clerk.only().nip.digits == "199009132026032001"
    assert [former.nip.digits for former in clerk.card().former_nips] == ["199009132025212903"]

    clerk.menu("Mark as retired")
    clerk.rest(page)
    assert clerk.only().service is Service.RETIRED


def test_ctrl_z_takes_every_step_back_to_nobody(page: PeoplePage, clerk: Clerk) -> None:
    clerk.button("Add")
    clerk.form(NIP="199009132025212903", Name="Sekar Ayu", Work_unit="Sekretariat")
    clerk.rest(page)
    before = clerk.only()
    clerk.menu("Move to another unit…")
    clerk.form(Work_unit="Bidang IKP")
    clerk.rest(page)
    clerk.menu("Give a new NIP…")
    clerk.form(NIP="199009132026032001")
    clerk.rest(page)
    clerk.menu("Mark as moved away")
    clerk.rest(page)
    assert clerk.only().service is Service.MOVED

    clerk.take_back()
    clerk.rest(page)
    assert clerk.only().service is Service.ACTIVE
    clerk.take_back()
    clerk.rest(page)
    assert clerk.card().former_nips == ()
    clerk.take_back()
    clerk.rest(page)
    assert clerk.only() == before
    clerk.take_back()
    clerk.rest(page)
    assert clerk.everyone() == []
