"""A card: a framed surface with a head of 40 pixels and a body that the page fills."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts.one_line import OneLine
from app.ui.parts.text import label, line
from app.ui.theme.theme import Theme

_HEAD = 40
_PADDING = 14


class Card(QFrame):
    """`body` is the layout for the content; a card without a title has no head."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        note: str = "",
        *,
        link: QWidget | None = None,
        ruled: bool = False,
        padding: int = _PADDING,
    ) -> None:
        """`link` stands right of the note; `ruled` draws a hairline below the head."""
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._title = label(theme, title, font="card_title")
        self._note = OneLine(theme, note, font="small", align=Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if title:
            column.addWidget(self._head(link))
            if ruled:
                column.addWidget(line())
        self.body = QVBoxLayout()
        top = 0 if title and not ruled else padding
        self.body.setContentsMargins(padding, top, padding, padding)
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """The words at the right of the head."""
        self._note.say(note)

    def _head(self, link: QWidget | None) -> QWidget:
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        # A link has room around its words of its own.
        row.setContentsMargins(_PADDING, 2, _PADDING if link is None else 6, 0)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        if link is not None:
            row.addWidget(link)
        return head


def framed(widget: QWidget) -> QFrame:
    """A card's frame tightly around one widget, such as a table."""
    frame = QFrame()
    frame.setProperty("role", "card")
    box = QVBoxLayout(frame)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(widget)
    return frame
