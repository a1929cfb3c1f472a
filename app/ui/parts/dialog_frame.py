"""The inside of a dialog: where the screen is small its content scrolls, its buttons stay in sight."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.ui.parts.spoken import speak_as
from app.ui.parts.text import line

SIDE = 20
_TOP, _BOTTOM, _GAP = 16, 16, 10
_EDGE = 2
"""The line that shows the focus, drawn around the content while it has it."""
_BEHIND = 24
"""What stays in sight of the window behind, and room for the title bar of the dialog."""
_ALONE = 64
"""The same where no window stands behind."""
_LEAST = 88
"""However much stands below, so much of the content is seen."""


class DialogFrame(QScrollArea):
    """`middle` is the layout for the content, `foot` for what stays in sight above the buttons.

    The dialog opens as large as was wished or as its content asks, never larger than the window
    behind it. When it comes to hold more it grows as far as there is room, and scrolls from there.
    """

    def __init__(
        self, dialog: QDialog, width: int, height: int = 0, *, ruled: bool = False
    ) -> None:
        """`height` 0: as high as the content; `ruled` draws a hairline above the buttons."""
        super().__init__()
        self._dialog = dialog
        self._ruled = ruled
        self._placed = self._opened = False
        self._edge = line()
        self._wished = QSize(width, height)
        self.setProperty("role", "dialog")
        speak_as(self, QAccessible.Role.Grouping)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setMinimumHeight(_LEAST)
        inside = _Content()
        inside.setProperty("role", "page")
        self.middle = QVBoxLayout(inside)
        side = SIDE - _EDGE
        self.middle.setContentsMargins(side, _TOP - _EDGE, side, _GAP if ruled else 0)
        self.middle.setSpacing(_GAP)
        self.setWidget(inside)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(SIDE, _GAP - _EDGE, SIDE, _BOTTOM)
        below.setSpacing(_GAP)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(_GAP)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        below.addLayout(self.foot)
        below.addLayout(self._buttons)
        self._below.installEventFilter(self)
        self._follow_range(0, 0)
        self.verticalScrollBar().rangeChanged.connect(self._follow_range)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self, 1)
        column.addWidget(self._edge)
        column.addWidget(self._below)
        dialog.resize(self._wished.boundedTo(self._room()))

    def set_buttons(self, *buttons: QWidget | None) -> None:
        """From left to right; None is the space between."""
        for button in buttons:
            if button is None:
                self._buttons.addStretch(1)
            else:
                self._buttons.addWidget(button)

    @Slot()
    def fit(self) -> None:
        """As large as it needs to be by now, as far as there is room; all of it on the screen."""
        dialog, room = self._dialog, self._room()
        wide = max(
            self._wished.width(), _least_width(self.middle) + 2 * _EDGE, _least_width(self._below)
        )
        wide = max(min(wide, room.width()), dialog.width())
        high = max(self._wished.height(), self._height(wide))
        if high > room.height():
            wide = max(min(wide + self.verticalScrollBar().sizeHint().width(), room.width()), wide)
        dialog.resize(dialog.size().expandedTo(QSize(wide, high).boundedTo(room)))
        if high <= dialog.height():
            self._let_go_of_bar()
        if self._placed:
            self._stay_on_screen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setAccessibleName(self._dialog.windowTitle())
        self.fit()
        # Only from here on: a dialog that is moved before is not put over its window by Qt.
        self._placed = True
        handle = self._dialog.windowHandle()
        if handle is not None and not self._opened:
            handle.focusObjectChanged.connect(self._follow_focus)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        answer = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return answer

    @override
    def sizeHint(self) -> QSize:
        # Qt's own is bounded; a dialog that is laid out before it is shown asks for this one.
        return QSize(self._wished.width(), self._height(self._wished.width()))

    @Slot(int, int)
    def _follow_range(self, _least: int, most: int) -> None:
        """The keys reach it, and a hairline ends it, only where there is something to scroll."""
        self._edge.setProperty("role", "line" if most > 0 or self._ruled else "")
        self._edge.style().polish(self._edge)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus)

    @Slot(QObject)
    def _follow_focus(self, thing: QObject | None) -> None:
        """What the keys reach is in sight; a dialog is read from its top, whatever they reach first."""
        first, self._opened = not self._opened, True
        if not isinstance(thing, QWidget) or not self.widget().isAncestorOf(thing):
            return
        place = QRect(thing.mapTo(self.viewport(), QPoint()), thing.size())
        seen = self.viewport().rect().intersected(place).height() >= min(
            place.height(), _LEAST // 2
        )
        # What is under the mouse must not move away between press and release.
        if seen or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if first:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ensureWidgetVisible(thing, 0, _GAP)

    def _let_go_of_bar(self) -> None:
        """A bar from before the dialog grew keeps words narrow, and they then ask for the bar."""
        for policy in (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
        ):
            self.setVerticalScrollBarPolicy(policy)

    def _height(self, wide: int) -> int:
        below = self._below.layout()
        # A dialog with a height of its own grows only where less would hide something.
        inside = _height_of(self.middle, wide - 2 * _EDGE, least=self._wished.height() > 0)
        beneath = _height_of(below, wide, least=False) if below else 0
        return inside + 2 * _EDGE + self._edge.height() + beneath

    def _room(self) -> QSize:
        behind = self._dialog.parentWidget()
        if behind is None:
            screen = self._dialog.screen().availableGeometry().size()
            return screen - QSize(_BEHIND, _ALONE)
        while (further := behind.window().parentWidget()) is not None:
            behind = further
        return behind.window().size() - QSize(_BEHIND, _BEHIND)

    def _stay_on_screen(self) -> None:
        frame, screen = self._dialog.frameGeometry(), self._dialog.screen().availableGeometry()
        left = max(min(frame.left(), screen.right() - frame.width()), screen.left())
        top = max(min(frame.top(), screen.bottom() - frame.height()), screen.top())
        if (left, top) != (frame.left(), frame.top()):
            self._dialog.move(left, top)


class _Content(QWidget):
    """Scrolls only where its parts have not even the least that they need; lists give way first."""

    @override
    def heightForWidth(self, wide: int) -> int:
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(wide) if layout is not None else -1


def side_by_side(dialog: QDialog, needed: int) -> QBoxLayout.Direction:
    """How parts stand that need so much width beside each other: below each other without it."""
    enough = dialog.width() >= needed
    return QBoxLayout.Direction.LeftToRight if enough else QBoxLayout.Direction.TopToBottom


def _least_width(part: QLayout | QWidget) -> int:
    layout = part if isinstance(part, QLayout) else part.layout()
    return layout.totalMinimumSize().width() if layout is not None else 0


def _height_of(layout: QLayout, wide: int, *, least: bool) -> int:
    if layout.hasHeightForWidth():
        asked = layout.totalMinimumHeightForWidth if least else layout.totalHeightForWidth
        return asked(wide)
    return (layout.totalMinimumSize() if least else layout.totalSizeHint()).height()
