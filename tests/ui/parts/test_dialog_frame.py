"""A dialog on a small screen: its content scrolls, its buttons stay in sight."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from app.ui.parts.dialog_frame import SIDE, DialogFrame, side_by_side

UI = Path("app/ui")
_LINE = 40


class Opened:
    """A dialog with lines of 40 points each, a field as the last of them, and one button."""

    def __init__(
        self, behind: QWidget, lines: int, width: int = 300, height: int = 0, wide: int = 0
    ) -> None:
        self.behind = behind
        self.dialog = QDialog(behind)
        self.dialog.setWindowTitle("Dialog")
        self.frame = DialogFrame(self.dialog, width, height)
        self.frame.middle.setSpacing(0)
        for _ in range(lines - 1):
            self.add_line(wide)
        self.field = QLineEdit()
        self.field.setFixedHeight(_LINE)
        self.frame.middle.addWidget(self.field)
        self.button = QPushButton("Close")
        self.button.setFixedHeight(32)
        self.frame.set_buttons(None, self.button)

    def add_line(self, wide: int = 0) -> None:
        line = QLabel("line")
        line.setFixedHeight(_LINE)
        line.setMinimumWidth(wide)
        self.frame.middle.addWidget(line)

    @property
    def hidden(self) -> int:
        return self.frame.verticalScrollBar().maximum()

    def sees(self, part: QWidget) -> bool:
        top = part.mapTo(self.dialog, part.rect().topLeft()).y()
        return top >= 0 and top + part.height() <= self.dialog.height()


Open = Callable[..., Opened]


@pytest.fixture
def opened(qtbot) -> Open:
    def make(*, behind: tuple[int, int] = (660, 345), lines: int, **more: int) -> Opened:
        window = QWidget()
        window.resize(*behind)
        qtbot.addWidget(window)
        made = Opened(window, lines, **more)
        made.dialog.open()
        return made

    return make


def test_what_has_room_is_shown_whole(opened: Open) -> None:
    made = opened(lines=3)
    assert made.hidden == 0
    assert made.dialog.width() == 300


def test_a_dialog_is_never_larger_than_the_window_behind_it(opened: Open) -> None:
    made = opened(lines=30, width=900)
    assert made.dialog.width() == 660 - 24
    assert made.dialog.height() == 345 - 24


def test_what_has_no_room_scrolls_and_the_buttons_stay_in_sight(opened: Open, qtbot) -> None:
    made = opened(lines=30)
    qtbot.waitUntil(lambda: made.hidden > 0)
    assert made.sees(made.button)


def test_a_dialog_over_a_small_dialog_has_the_room_of_the_window(opened: Open) -> None:
    below = opened(lines=2)
    made = Opened(below.dialog, lines=5)
    made.dialog.open()
    assert made.dialog.height() > below.dialog.height()
    assert made.hidden == 0


def test_a_dialog_grows_with_what_it_comes_to_hold_and_then_scrolls(opened: Open, qtbot) -> None:
    made = opened(lines=4)
    before = made.dialog.height()
    made.add_line()
    qtbot.waitUntil(lambda: made.dialog.height() > before and made.hidden == 0)
    for _ in range(20):
        made.add_line()
    qtbot.waitUntil(lambda: made.dialog.height() == 345 - 24)
    assert made.sees(made.button)


def test_no_bar_stays_from_before_the_dialog_has_grown(qtbot) -> None:
    """While it stands it makes words break sooner, which alone would keep it there."""
    window = QWidget()
    window.resize(660, 600)
    qtbot.addWidget(window)
    made = Opened(window, lines=2)
    bar = made.frame.verticalScrollBar().sizeHint().width()
    room = 300 - 2 * SIDE
    words = QLabel("a")
    words.setWordWrap(True)
    while words.heightForWidth(room) < 5 * _LINE or (
        words.heightForWidth(room) == words.heightForWidth(room - bar)
    ):
        words.setText(words.text() + " a")
    made.frame.middle.addWidget(words)
    made.dialog.open()
    qtbot.waitUntil(lambda: made.sees(made.button))
    assert made.hidden == 0


def test_what_is_said_above_the_buttons_makes_room_for_itself(opened: Open, qtbot) -> None:
    made = opened(lines=3)
    before = made.dialog.height()
    said = QLabel("Something went wrong.")
    said.setFixedHeight(_LINE)
    made.frame.foot.addWidget(said)
    qtbot.waitUntil(lambda: made.dialog.height() > before)
    assert made.hidden == 0


def test_content_that_asks_for_more_width_gets_it(opened: Open) -> None:
    assert opened(lines=3, wide=500).dialog.width() > 500


def test_the_height_of_its_own_is_kept_where_less_would_do(opened: Open) -> None:
    assert opened(lines=2, height=280).dialog.height() == 280


def test_the_keys_reach_the_content_only_while_it_scrolls(opened: Open, qtbot) -> None:
    assert opened(lines=2).frame.focusPolicy() is Qt.FocusPolicy.NoFocus
    made = opened(lines=30)
    qtbot.waitUntil(lambda: made.frame.focusPolicy() is Qt.FocusPolicy.TabFocus)
    assert made.frame.accessibleName() == "Dialog"


def test_a_list_gives_way_before_anything_scrolls(opened: Open, qtbot) -> None:
    made = opened(lines=2, height=280)
    names = QListWidget()
    names.setMinimumHeight(60)
    words = QLabel("Words that go on below where there is no room for them. " * 3)
    words.setWordWrap(True)
    made.frame.middle.addWidget(words)
    made.frame.middle.addWidget(names, 1)
    qtbot.waitUntil(lambda: made.sees(names) and names.height() >= 60)
    assert made.hidden == 0
    assert names.sizeHint().height() > names.height()


def test_a_dialog_stays_over_the_middle_of_its_window(opened: Open) -> None:
    made = opened(lines=3)
    assert not made.dialog.testAttribute(Qt.WidgetAttribute.WA_Moved)


def test_parts_stand_below_each_other_where_a_dialog_is_narrow(opened: Open) -> None:
    made = opened(lines=2, width=600)
    assert side_by_side(made.dialog, 600) is QBoxLayout.Direction.LeftToRight
    assert side_by_side(made.dialog, 601) is QBoxLayout.Direction.TopToBottom


def test_every_dialog_of_the_program_stands_in_this_frame() -> None:
    """One way for all: none is larger than the screen, none loses its buttons."""
    without = [
        path.relative_to(UI).as_posix()
        for path in sorted(UI.rglob("*.py"))
        if re.search(r"^class \w+\(QDialog\):", path.read_text("utf-8"), re.MULTILINE)
        and not {"DialogFrame", "ToldColumn", "replacing"}
        & set(re.findall(r"\w+", path.read_text("utf-8")))
    ]
    assert without == []
