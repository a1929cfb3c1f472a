"""The inside of a dialog whose words may be many: they scroll, its buttons always stay in sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.parts.spoken import speak_as
from app.ui.parts.text import label, line
from app.ui.theme.theme import Theme

_WIDTH = 620
_AROUND = 56
"""What a window frame takes of the height behind."""
_SIDES = 2 * 20 + 14
"""Margins and a scroll bar."""


class ToldColumn:
    """Title, lead, words that scroll; whoever uses it adds what stands below, and the buttons.

    The dialog calls `fit` when it is shown, and when its words change.
    """

    def __init__(self, theme: Theme, title: str, lead: str, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        self._dialog = dialog
        self._theme = theme
        self._inner = QWidget()
        self._inner.setProperty("role", "page")
        self._words = QVBoxLayout(self._inner)
        self._words.setContentsMargins(0, 0, 4, 0)
        self._words.setSpacing(6)
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "page")
        speak_as(self._scroll, QAccessible.Role.Grouping)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(title)
        self._scroll.setWidget(self._inner)
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch()
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(theme, title, font="card_title", wrap=True))
        if lead:
            column.addWidget(label(theme, lead, tone="text_2", wrap=True))
        column.addWidget(self._scroll, 1)
        column.addLayout(self.below)
        column.addWidget(line())
        column.addLayout(self.foot)

    def head(self, words: str) -> None:
        """The title of what follows."""
        if self._words.count():
            self._words.addSpacing(6)
        self._words.addWidget(label(self._theme, words, font="body_semibold", wrap=True))

    def tell(self, words: str, *, tone: str = "text") -> None:
        """One sentence; nothing for nothing."""
        if words:
            self._words.addWidget(label(self._theme, words, tone=tone, wrap=True))

    def fit(self) -> None:
        """As high as its words need, as far as the window behind it has room."""
        dialog = self._dialog
        layout, parent = dialog.layout(), dialog.parentWidget()
        if layout is None or parent is None:
            return
        width = min(_WIDTH, parent.window().width() - 24)
        layout.activate()
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = self._words.totalHeightForWidth(width - _SIDES)
        around = layout.totalHeightForWidth(width) - self._scroll.sizeHint().height()
        dialog.resize(width, min(around + inside + 4, parent.window().height() - _AROUND))
        below = dialog.frameGeometry().bottom() - dialog.screen().availableGeometry().bottom()
        if dialog.isVisible() and below > 0:
            # Its buttons must not lie under the edge of the screen.
            dialog.move(dialog.x(), max(dialog.y() - below, 0))
