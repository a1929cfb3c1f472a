"""Words in one line that give way: an ellipsis says that something is missing, the tooltip has it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from app.ui.theme.painting import paint_text, whole_parts
from app.ui.theme.theme import Theme


class OneLine(QLabel):
    """Takes whatever room is left over and asks for none of it."""

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        *,
        font: str = "body",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._theme, self._role, self._align = theme, font, align
        self.setFont(theme.font(font))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.say(words)

    def say(self, words: str) -> None:
        """Other words."""
        self.setText(words)
        self.setToolTip(words)

    def use_font(self, font: str) -> None:
        """Other letters."""
        self._role = font
        self.setFont(self._theme.font(font))

    def fits(self, font: str, room: int) -> bool:
        """Whether all the words have room in these letters."""
        return self._theme.metrics(font).horizontalAdvance(self.text()) <= room

    def says_something(self, font: str, room: int) -> bool:
        """Whether at least a part of the words is said there."""
        return bool(whole_parts(self.text(), self._theme.metrics(font), room))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        words = whole_parts(self.text(), self._theme.metrics(self._role), room.width())
        paint_text(
            painter, self._theme, room, words, font=self._role, tone="text_2", align=self._align
        )
