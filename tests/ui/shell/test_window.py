"""The frame: keys that work everywhere, files dropped anywhere, narrow windows."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.later import Later
from app.ui.shell.drop import DropFrame
from app.ui.shell.page import Fact, PageEntry
from app.ui.shell.sidebar import Sidebar
from app.ui.shell.window import MainWindow
from app.ui.theme.theme import Theme
from app.wording.language import Language

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class PaperPage(QWidget):
    """A page with a search field, a main part and a bottom bar."""

    facts_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.refreshed = 0
        self.count = 0
        self.search = QLineEdit()
        self.main = QLineEdit()
        self.bar = QPushButton("Write")
        box = QVBoxLayout(self)
        for part in (self.search, self.main, self.bar):
            box.addWidget(part)

    def facts(self) -> Sequence[Fact]:
        return [Fact(f"{self.name}:", str(self.count))]

    def search_field(self) -> QLineEdit | None:
        return self.search

    def regions(self) -> Sequence[QWidget]:
        return [self.main, self.bar]

    def refresh(self) -> None:
        self.refreshed += 1


class Frame:
    """A window with three pages."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self.pages = {key: PaperPage(key) for key in ("home", "people", "settings")}
        self.built: list[str] = []
        entries = [
            PageEntry(key, key.title(), "house", Later(partial(self.build, key)), key == "settings")
            for key in self.pages
        ]
        self.window = MainWindow(theme, language, entries)

    def build(self, key: str) -> PaperPage:
        self.built.append(key)
        return self.pages[key]

    def words(self) -> list[str]:
        return [part.text() for part in self.window.findChildren(QLabel) if part.isVisible()]


@pytest.fixture
def frame(qtbot: QtBot, theme: Theme, language: Language) -> Frame:
    made = Frame(theme, language)
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


@pytest.fixture
def unshown(qtbot: QtBot, theme: Theme, language: Language) -> Frame:
    """As the program makes it, before it comes up."""
    made = Frame(theme, language)
    qtbot.addWidget(made.window)
    return made


def test_the_first_page_reads_once_the_window_is_there(unshown: Frame, qtbot: QtBot) -> None:
    home = unshown.pages["home"]
    assert home.refreshed == 0
    unshown.window.show()
    qtbot.waitUntil(lambda: home.refreshed == 1)
    unshown.window.hide()
    unshown.window.show()
    QApplication.processEvents()
    assert home.refreshed == 1


def test_a_first_page_that_is_left_at_once_reads_nothing(unshown: Frame, qtbot: QtBot) -> None:
    unshown.window.show()
    unshown.window.go("people")
    QApplication.processEvents()
    assert unshown.pages["home"].refreshed == 0
    assert unshown.pages["people"].refreshed == 1


def test_the_first_page_is_in_front_and_read(frame: Frame) -> None:
    assert frame.window.current_key == "home"
    assert frame.pages["home"].refreshed == 1
    assert "home:" in frame.words()


def test_a_page_is_built_when_somebody_first_goes_there(frame: Frame, qtbot: QtBot) -> None:
    assert frame.built == ["home"]
    for key in ("settings", "home", "settings"):
        frame.window.go(key)
    assert frame.built == ["home", "settings"]
    assert not frame.pages["people"].isVisible()
    frame.pages["settings"].count = 7
    frame.pages["settings"].facts_changed.emit()
    qtbot.waitUntil(lambda: "7" in frame.words())


def test_ctrl_and_a_number_change_the_page(frame: Frame) -> None:
    QTest.keyClick(frame.window, Key.Key_2, CTRL)
    assert frame.window.current_key == "people"
    assert frame.pages["people"].main.hasFocus()
    QTest.keyClick(frame.window, Key.Key_3, CTRL)
    assert frame.window.current_key == "settings"


def test_another_page_takes_the_focus_where_its_work_begins(frame: Frame) -> None:
    frame.pages["home"].bar.setFocus()
    frame.window.go("people")
    assert frame.pages["people"].main.hasFocus()


def test_what_is_switched_off_or_taken_away_leaves_the_focus_on_its_page(frame: Frame) -> None:
    page = frame.pages["home"]
    for take_away in (lambda: page.bar.setEnabled(False), page.bar.hide):
        page.bar.show()
        page.bar.setEnabled(True)
        page.bar.setFocus()
        take_away()
        assert frame.window.focusWidget() is page.main
    page.bar.show()
    page.bar.setEnabled(True)
    page.bar.setFocus()
    QTest.keyClick(page.bar, Key.Key_Tab)
    focused = frame.window.focusWidget()
    assert focused is not None
    assert not page.isAncestorOf(focused)


def test_the_focus_stays_in_the_page_that_is_read_again(frame: Frame) -> None:
    page = frame.pages["home"]
    page.search.setFocus()
    frame.window.go("home")
    assert page.search.hasFocus()


def test_a_window_that_the_screen_cannot_hold_fills_it(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    window = Frame(theme, language).window
    qtbot.addWidget(window)
    window.appear(QSize(911, 485))
    assert window.isMaximized()
    assert window.normalGeometry().width() <= 911
    assert window.normalGeometry().height() <= 485


def test_a_window_that_fits_comes_up_in_its_usual_size(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    window = Frame(theme, language).window
    qtbot.addWidget(window)
    window.appear(QSize(1920, 1040))
    assert not window.isMaximized()
    assert (window.width(), window.height()) == (1366, 738)


def test_on_a_screen_smaller_than_any_window_all_of_it_scrolls_and_tab_scrolls_along(
    theme: Theme, language: Language, qtbot: QtBot
) -> None:
    other = Frame(theme, language)
    qtbot.addWidget(other.window)
    other.window.fit(QSize(683, 354))
    other.window.resize(683, 354)
    other.window.show()
    assert (other.window.width(), other.window.height()) == (683, 354)
    page = other.pages["home"]
    assert _seen(page.bar) < page.bar.height()
    other.window.activateWindow()
    page.main.setFocus()
    QTest.keyClick(page.main, Key.Key_Tab)
    qtbot.waitUntil(page.bar.hasFocus)
    qtbot.waitUntil(lambda: _seen(page.bar) == page.bar.height())
    QTest.keyClick(page.bar, Key.Key_F, CTRL)
    qtbot.waitUntil(lambda: _seen(page.search) == page.search.height())


def _seen(part: QWidget) -> int:
    return part.visibleRegion().boundingRect().height()


def test_ctrl_f_goes_to_the_pages_search(frame: Frame) -> None:
    QTest.keyClick(frame.window, Key.Key_F, CTRL)
    assert frame.pages["home"].search.hasFocus()


def test_f6_goes_round_sidebar_page_and_bottom_bar(frame: Frame) -> None:
    page, sidebar = frame.pages["home"], frame.window.findChildren(Sidebar)[0]
    page.main.setFocus()
    QTest.keyClick(frame.window, Key.Key_F6)
    assert page.bar.hasFocus()
    QTest.keyClick(frame.window, Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert sidebar.isAncestorOf(focused)
    QTest.keyClick(frame.window, Key.Key_F6)
    assert page.main.hasFocus()
    QTest.keyClick(frame.window, Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert not page.main.hasFocus()


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Z, lambda window: window.undo_asked),
        (Key.Key_O, lambda window: window.open_asked),
        (Key.Key_S, lambda window: window.save_asked),
    ],
)
def test_keys_that_work_on_every_page_are_only_asked_for(
    frame: Frame, qtbot: QtBot, key: Qt.Key, signal: Callable[[MainWindow], Signal]
) -> None:
    frame.pages["home"].bar.setFocus()
    with qtbot.waitSignal(signal(frame.window)):
        QTest.keyClick(frame.window, key, CTRL)


def test_the_status_bar_follows_the_page_in_front(frame: Frame, qtbot: QtBot) -> None:
    page = frame.pages["home"]
    page.count = 68
    page.facts_changed.emit()
    qtbot.waitUntil(lambda: "68" in frame.words())
    frame.window.go("people")
    qtbot.waitUntil(lambda: "people:" in frame.words())
    assert "68" not in frame.words()


def test_facts_of_the_whole_program_stand_at_the_right(frame: Frame, qtbot: QtBot) -> None:
    frame.window.set_facts([Fact("Saved 09.12", icon="check")])
    qtbot.waitUntil(lambda: "Saved 09.12" in frame.words())


def test_a_narrow_window_shows_icons_only(frame: Frame, qtbot: QtBot) -> None:
    sidebar = frame.window.findChildren(Sidebar)[0]
    assert sidebar.width() == 180
    frame.window.resize(900, 500)
    qtbot.waitUntil(lambda: sidebar.width() == 48)


def test_the_window_is_never_smaller_than_its_parts_need(frame: Frame) -> None:
    frame.window.resize(100, 100)
    assert (frame.window.width(), frame.window.height()) == (904, 460)


def test_the_sample_office_is_named_on_every_page(frame: Frame, qtbot: QtBot) -> None:
    frame.window.set_sample(shown=True)
    frame.window.go("people")
    assert "This is the sample office." in frame.words()
    remove = next(
        button
        for button in frame.window.findChildren(QPushButton)
        if button.text() == "Remove the sample"
    )
    with qtbot.waitSignal(frame.window.sample_clear_asked):
        remove.click()
    frame.window.set_sample(shown=False)
    assert "This is the sample office." not in frame.words()


def test_a_badge_is_heard_as_well_as_seen(frame: Frame) -> None:
    frame.window.set_badge("people", 3)
    names = {b.accessibleName() for b in frame.window.findChildren(QPushButton)}
    assert "People 3" in names


def test_files_dropped_anywhere_are_handed_on(frame: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    roster = tmp_path / "roster.xlsx"
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(roster)), QUrl("https://example.org/a.xlsx")])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, dragged, button, none)
    QApplication.sendEvent(frame.window, enter)
    over = frame.window.findChildren(DropFrame)[0]
    assert over.isVisible()
    assert over.size() == frame.window.size()
    # Qt sees the frame below the pointer now: the drag leaves the window and enters the frame.
    QApplication.sendEvent(over, QDragEnterEvent(QPoint(400, 300), copy, dragged, button, none))
    drop = QDropEvent(QPointF(400, 300), copy, dragged, button, none)
    with qtbot.waitSignal(frame.window.files_dropped) as dropped:
        QApplication.sendEvent(over, drop)
    assert dropped.args == [[roster]]
    assert not over.isVisible()


def test_dragged_words_are_none_of_our_business(frame: Frame) -> None:
    dragged = QMimeData()
    dragged.setText("just words")
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dragged, button, none)
    QApplication.sendEvent(frame.window, enter)
    assert not frame.window.findChildren(DropFrame)[0].isVisible()
