"""The list of categories at the left of the settings."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
)
from typing_extensions import override

from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Words

_WIDTH = 200
_ROW, _LOWEST_ROW = 38, 26


@dataclass(frozen=True, slots=True)
class Category:
    """One entry of the list."""

    key: str
    title: str
    icon: str


@dataclass(frozen=True, slots=True)
class Named:
    """A category before it is known in which language it is shown."""

    key: str
    words: Words
    icon: str


CATEGORIES: Sequence[Named] = (
    Named("office", lambda say: say("Office identity"), "landmark"),
    Named("rule", lambda say: say("Rule"), "scale"),
    Named("look", lambda say: say("Look and language"), "palette"),
    Named("clerk", lambda say: say("Clerk"), "circle-user-round"),
    Named("backups", lambda say: say("Backups"), "archive"),
    Named("portable", lambda say: say("Portable office"), "hard-drive"),
    Named("platforms", lambda say: say("Platforms"), "key-round"),
    Named("privacy", lambda say: say("Privacy"), "shield"),
    Named("audit", lambda say: say("Audit log"), "scroll-text"),
    Named("keys", lambda say: say("Keys"), "keyboard"),
    Named("about", lambda say: say("About Gaung"), "info"),
)


class Categories(QFrame):
    """Arrows go up and down and choose at once; Tab goes on to the fields."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, entries: Sequence[Category]) -> None:
        """`name` is said by screen readers."""
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.setFixedWidth(_WIDTH)
        self._rows = {entry.key: _Row(theme, entry) for entry in entries}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        for row in self._rows.values():
            row.clicked.connect(self._choose)
            row.stepped.connect(self._step)
            column.addWidget(row, 1)
        column.addStretch()

    def set_current(self, key: str) -> None:
        """Mark a category; only it takes the focus with Tab."""
        for own, row in self._rows.items():
            row.setChecked(own == key)
            policy = Qt.FocusPolicy
            row.setFocusPolicy(policy.StrongFocus if own == key else policy.ClickFocus)

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        for key, row in self._rows.items():
            if row is pressed:
                self.set_current(key)
                self.chosen.emit(key)

    @Slot(int)
    def _step(self, by: int) -> None:
        keys = list(self._rows)
        here = next((at for at, key in enumerate(keys) if self._rows[key].isChecked()), 0)
        key = keys[(here + by) % len(keys)]
        self.set_current(key)
        self._rows[key].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(key)


class _Row(QPushButton):
    """An icon and a title; the chosen one is marked by its ground and a bar."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, entry: Category) -> None:
        super().__init__(entry.title)
        self._theme = theme
        self._icon = entry.icon
        self.setProperty("role", "list_row")
        self.setCheckable(True)
        # In a low window the rows come closer: none may lie over the frame of the next.
        self.setMinimumHeight(_LOWEST_ROW)
        self.setMaximumHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        words = self._theme.metrics("body_semibold").horizontalAdvance(self.text())
        return QSize(40 + words + 8, _LOWEST_ROW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.stepped.emit(1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    @override
    def nextCheckState(self) -> None:
        """A click on the chosen category leaves it chosen."""
        self.setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        tone = "accent" if self.isChecked() else "text_2"
        paint_icon(
            painter, self._theme, self._icon, tone, QRect(13, (self.height() - 16) // 2, 16, 16)
        )
        words = QRect(40, 0, self.width() - 48, self.height() - 1)
        font = "body_semibold" if self.isChecked() else "body"
        paint_text(painter, self._theme, words, self.text(), font=font)
