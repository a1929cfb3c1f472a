"""Words and hairlines in the design's letters and colours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.ui.theme.theme import Theme


def label(
    theme: Theme,
    words: str = "",
    *,
    font: str = "body",
    tone: str = "text",
    wrap: bool = False,
) -> QLabel:
    """A label; `font` names a role of Fonts, `tone` a text token. What it says is plain text."""
    made = QLabel(words)
    made.setFont(getattr(theme.fonts, font))
    made.setProperty("tone", tone)
    # A name from a file must never be read as markup.
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def icon_label(theme: Theme, icon: str, *, tone: str = "text_2", size: int = 16) -> QLabel:
    """An icon that only decorates words beside it; screen readers pass it by."""
    made = QLabel()
    made.setPixmap(theme.icon(icon, tone, size).pixmap(size, size))
    made.setFixedSize(size, size)
    return made


def line(parent: QWidget | None = None) -> QFrame:
    """A hairline across."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def stroke(height: int, parent: QWidget | None = None) -> QFrame:
    """A hairline down, `height` pixels."""
    made = QFrame(parent)
    made.setProperty("role", "stroke")
    made.setFixedSize(1, height)
    return made
