"""What a page shows instead of nothing: an icon, one sentence, one line of help, what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme

_LOW = 600
"""A window lower than this shows only the beginning of a page that scrolls."""


class EmptyState(QWidget):
    """Centred in the place of what is missing."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        sentence: str,
        help_line: str = "",
        button: QWidget | None = None,
        other: QWidget | None = None,
        *,
        in_scrolled: bool = False,
    ) -> None:
        """`other` stands beside the button: another way to the same end.

        `in_scrolled`: its page scrolls, so in a low window it begins at the top, in sight.
        """
        super().__init__()
        self._in_scrolled = in_scrolled
        self._sentence = label(theme, sentence, font="card_title")
        self._help = label(theme, help_line, tone="text_2", wrap=True)
        self._help.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(icon_label(theme, icon, tone="text_3", size=28), 0, middle)
        column.addWidget(self._sentence, 0, middle)
        column.addWidget(self._help)
        if button is not None:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.setAlignment(middle)
            for one in filter(None, (button, other)):
                row.addWidget(one)
            column.addSpacing(4)
            column.addLayout(row)
        column.addStretch(1)
        # Only now that it has a parent: before, it would come up as a window of its own.
        self._help.setVisible(bool(help_line))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self._in_scrolled and self.window().height() < _LOW
        self._column.setStretch(0, 0 if low else 1)
