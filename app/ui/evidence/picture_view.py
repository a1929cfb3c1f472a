"""One picture as large as its place, or words in its stead."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import paint_icon
from app.ui.theme.theme import Theme

_ICON = 28


class PictureView(QWidget):
    """Never larger than it is: a screenshot blown up proves nothing more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        speak_as(self, QAccessible.Role.Graphic)
        self._theme = theme
        self._picture = QPixmap()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage, name: str) -> None:
        """A picture that was decoded elsewhere; `name` is said by screen readers."""
        self._picture = QPixmap.fromImage(picture)
        self._words = ""
        self.setAccessibleName(name)
        self.update()

    def say(self, words: str) -> None:
        """There is no picture to be seen."""
        self._picture = QPixmap()
        self._words = words
        self.setAccessibleName(words)
        self.update()

    @property
    def is_showing(self) -> bool:
        """Whether a picture is seen."""
        return not self._picture.isNull()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, 140)

    @override
    def sizeHint(self) -> QSize:
        return QSize(460, 400)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("surface_2"))
        if self._picture.isNull():
            self._paint_words(painter)
            return
        ratio = self.devicePixelRatioF()
        whole = self._picture.size()
        size = QSize(round(whole.width() / ratio), round(whole.height() / ratio))
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) // 2
        top = (self.height() - size.height()) // 2
        painter.drawPixmap(QRect(left, top, size.width(), size.height()), self._picture)

    def _paint_words(self, painter: QPainter) -> None:
        middle = self.rect().center()
        icon = QRect(middle.x() - _ICON // 2, middle.y() - 48, _ICON, _ICON)
        paint_icon(painter, self._theme, "image", "text_3", icon)
        box = self.rect().adjusted(24, self.height() // 2 - 8, -24, 0)
        painter.setFont(self._theme.fonts.body)
        painter.setPen(self._theme.colour("text_2"))
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, int(wrapped), self._words)
