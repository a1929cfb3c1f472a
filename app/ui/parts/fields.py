"""Fields: a search box, a label above or beside its field, a note with a bar."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme

_LINE = 32


class SearchField(QLineEdit):
    """Filters while typing; Enter or F3 goes on to the first that is found, Escape clears."""

    entered = Signal()

    def __init__(self, theme: Theme, placeholder: str, width: int = 272) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setProperty("role", "search")
        self._wanted = width
        self.setMinimumWidth(140)
        self.setMaximumWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # A file dropped on the window is to be read, not to be searched for.
        self.setAcceptDrops(False)
        put_sign(self, theme, "search")
        self.returnPressed.connect(self.entered)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wanted, super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F3):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def put_sign(field: QLineEdit, theme: Theme, icon: str) -> None:
    """A sign before the text, named as its field is: a screen reader meets it by itself."""
    place = QLineEdit.ActionPosition.LeadingPosition
    field.addAction(theme.icon(icon, "text_2", 16), place).setText(field.accessibleName())


def stacked(theme: Theme, words: str, field: QWidget) -> QVBoxLayout:
    """A label above its field."""
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addWidget(_label_of(theme, words, field))
    column.addWidget(field)
    return column


def beside(theme: Theme, grid: QGridLayout, words: str, field: QWidget) -> None:
    """A label and its field as the next row of a form's grid; the label on the first line of it."""
    row = grid.rowCount()
    made = _label_of(theme, words, field)
    made.setMinimumHeight(_first_line(field))
    grid.addWidget(made, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(field, row, 1)


def form_grid() -> QGridLayout:
    """The grid of a form: labels 120 wide at least, fields take the rest."""
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, 120)
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    return grid


class Note(QFrame):
    """A tinted box with a bar at its left: a verdict in full, a warning, good news."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "note")
        self._icon = QLabel()
        self._title = label(theme, font="body_semibold")
        self._text = label(theme, wrap=True)
        self._small = label(theme, font="small", tone="text_2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._small)

    def say(
        self, mood: str, icon: str, tone: str, title: str, text: str = "", small: str = ""
    ) -> None:
        """`mood`: a verdict's value, "warning" or "error"; `tone`: the token of icon and title."""
        self.setProperty("mood", mood)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setPixmap(self._theme.icon(icon, tone, 16).pixmap(16, 16))
        self._title.setText(title)
        self._title.setProperty("tone", tone)
        self._title.style().polish(self._title)
        for part, words in ((self._text, text), (self._small, small)):
            part.setText(words)
            part.setVisible(bool(words))
        self.setAccessibleName(" ".join(filter(None, (title, text, small))))


class FieldLeft(QObject):
    """Tells when a field is left after a change: the moment to save it."""

    left = Signal()

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._before = field.text()
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._before = self._field.text()
        elif event.type() == QEvent.Type.FocusOut and self._field.text() != self._before:
            self._before = self._field.text()
            self.left.emit()
        return False


def _label_of(theme: Theme, words: str, field: QWidget) -> QLabel:
    made = label(theme, words, font="small", tone="text_2")
    made.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(words)
    return made


def _first_line(field: QWidget) -> int:
    """How high what stands first in a field is: below it there may be a note or further choices."""
    if isinstance(field, QLabel):
        return field.fontMetrics().lineSpacing()
    layout = field.layout()
    item = layout.itemAt(0) if layout is not None else None
    first = item.widget() if item is not None else None
    return min((first or field).sizeHint().height(), _LINE)


def legend(theme: Theme, icon: str, words: str, *, tone: str) -> QWidget:
    """An icon with its meaning, as above the grid of counts."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(icon_label(theme, icon, tone=tone, size=14))
    row.addWidget(label(theme, words, font="small", tone=tone))
    return made
