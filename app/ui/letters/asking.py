"""What of a window a letter can lead to, the most important things first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from app.ui.parts.buttons import Button

_RANKS = {"primary": 0, "plain": 1, "quiet": 3, "toggle": 4, "bare": 5}
"""By the role that the style sheet knows; a page has one primary button."""
_LABELLED, _UNLABELLED, _TICK, _SEARCH = 2, 5, 2, 2
_OWN_KEYS = ("navigation", "list_row", "filter_chip")
"""The pages have Ctrl and a digit; rows, charts and chips are gone through by arrows or Tab."""
_INSIDE_OTHERS = (QAbstractSpinBox, QComboBox, QCalendarWidget, QLineEdit, QAbstractItemView)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`words` say what `widget` is for; `at` is where its letter is shown."""

    words: str
    widget: QWidget
    at: QWidget


def wanted(top: QWidget) -> Sequence[Wanted]:
    """Everything that is to be seen in a window and can be pressed or typed into."""
    shown = [one for one in top.findChildren(QWidget) if one.isVisible() and one.window() is top]
    ranked = [*_buttons(shown), *_labels(shown)]
    named = {id(one.widget) for _, one in ranked}
    ranked += [one for one in _fields(shown) if id(one[1].widget) not in named]
    return [one for _, one in sorted(ranked, key=lambda entry: entry[0])]


def _buttons(shown: Sequence[QWidget]) -> Iterator[tuple[int, Wanted]]:
    for widget in shown:
        if not isinstance(widget, QAbstractButton) or _inside_another(widget):
            continue
        role = str(widget.property("role") or "plain")
        words = widget.text().replace("&&", "&") or widget.accessibleName()
        reached = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        row = not widget.text() and not isinstance(widget, Button)
        if not words or not reached or row or role in _OWN_KEYS:
            continue
        tick = isinstance(widget, QCheckBox | QRadioButton)
        yield _TICK if tick else _rank(widget, role), Wanted(words, widget, widget)


def _rank(widget: QAbstractButton, role: str) -> int:
    if isinstance(widget, QPushButton) and widget.isDefault():
        return 0
    return _RANKS.get(role, 1) if widget.text() else _RANKS["bare"]


def _labels(shown: Sequence[QWidget]) -> Iterator[tuple[int, Wanted]]:
    for widget in shown:
        if not isinstance(widget, QLabel) or not widget.text():
            continue
        field = widget.buddy()
        if field is not None and field.isVisible():
            yield _LABELLED, Wanted(widget.text().strip(" :"), field, widget)


def _fields(shown: Sequence[QWidget]) -> Iterator[tuple[int, Wanted]]:
    for widget in shown:
        if not isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
            continue
        if widget.accessibleName() and not _inside_another(widget):
            rank = _SEARCH if widget.property("role") == "search" else _UNLABELLED
            yield rank, Wanted(widget.accessibleName(), widget, widget)


def has_own_keys(button: QAbstractButton) -> bool:
    """Whether it answers to other keys than Alt and a letter, such as Ctrl+Enter."""
    keys = button.shortcut().toString()
    return bool(keys) and not (keys.startswith("Alt+") and len(keys) == len("Alt+A"))


def _inside_another(widget: QWidget) -> bool:
    """Whether it is a part of a field, a calendar or a table, which have their own keys."""
    outer = widget.parentWidget()
    while outer is not None and not outer.isWindow():
        if isinstance(outer, _INSIDE_OTHERS):
            return True
        outer = outer.parentWidget()
    return False
