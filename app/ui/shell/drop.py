"""Files dragged over the window: a frame round everything, and words."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QRectF, Signal
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language


class DropFrame(QWidget):
    """Lies over the whole window while files hang above it, so that no field swallows them."""

    dropped = Signal(object)
    """A list of paths, files and folders."""

    def __init__(self, theme: Theme, language: Language, window: QWidget) -> None:
        super().__init__(window)
        speak_as(self, QAccessible.Role.StaticText)
        self._theme = theme
        self._window = window
        self._words = language.say("Let go to read")
        self.setAccessibleName(self._words)
        self.setAcceptDrops(True)
        self.hide()

    def appear(self) -> None:
        """Cover the window."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Showing this frame makes the window itself think that the drag has left: show it again.
        if paths_in(event.mimeData()):
            self.appear()
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        paths = paths_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        width = self._theme.metrics("card_title").horizontalAdvance(self._words) + 66
        box = QRect((self.width() - width) // 2, (self.height() - 52) // 2, width, 52)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(QRectF(box), 6, 6)
        icon = QRect(box.left() + 16, box.top() + 16, 20, 20)
        paint_icon(painter, self._theme, "file-down", "accent", icon)
        words = box.adjusted(46, 0, 0, 0)
        paint_text(painter, self._theme, words, self._words, font="card_title")


def paths_in(content: QMimeData) -> list[Path]:
    """The local files and folders in what is dragged."""
    local = (url.toLocalFile() for url in content.urls() if url.isLocalFile())
    return [Path(path) for path in local if path]
