"""What the command over the pictures finds cut: the words of a closed box, those it could show too."""

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from installer.pictures.legible import faults

_LONG = "Salah satu dari Instagram, Facebook, dan X"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """With the look of the program."""
    assert theme
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def box(window: QWidget) -> QComboBox:
    """Wide enough for its longest words."""
    made = QComboBox()
    made.addItems(["Semua", _LONG])
    made.setAccessibleName("Aturan")
    layout = window.layout()
    assert layout is not None
    layout.addWidget(made)
    window.show()
    return made


def _found(box: QComboBox) -> list[str]:
    return [fault for fault in faults(box.window()) if "cut" in fault]


def test_a_box_that_has_room_for_each_choice_is_not_named(box: QComboBox) -> None:
    assert _found(box) == []


def test_the_words_of_a_closed_box_are_cut(box: QComboBox) -> None:
    box.setCurrentIndex(1)
    box.setFixedWidth(120)
    (fault,) = _found(box)
    assert _LONG in fault


def test_a_choice_that_would_be_cut_is_named_before_anybody_takes_it(box: QComboBox) -> None:
    box.setFixedWidth(120)
    (fault,) = _found(box)
    assert fault.startswith(f"the choice {_LONG!r}")


def test_words_that_the_tooltip_says_whole_may_be_cut(box: QComboBox) -> None:
    box.setFixedWidth(120)
    box.currentTextChanged.connect(box.setToolTip)
    box.setCurrentIndex(1)
    assert _found(box) == []
    box.setCurrentIndex(0)
    assert _found(box) == []


def test_a_dialog_as_high_as_the_screen_has_no_room_for_its_title(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    room = dialog.screen().availableGeometry()
    dialog.setGeometry(room.adjusted(0, 0, 0, -40))
    assert faults(dialog) == []
    dialog.setGeometry(room)
    assert [fault for fault in faults(dialog) if "title bar" in fault]
