"""What stands beside the page's title: the file, its size, how long it took to read."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.services.importing import Source
from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ICON = 16
_NAME_FIRST = 200
"""So much of the name is shown before the facts get any room."""


class FileLine(QWidget):
    """Takes the room that is left; a long name is shortened in its middle, facts go last."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        speak_as(self, QAccessible.Role.StaticText)
        self._theme = theme
        self._language = language
        self._name = ""
        self._facts = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    def show_files(self, sources: Sequence[Source], seconds: float) -> None:
        """Name the files; nothing is shown where there are none."""
        names = [source.path.name for source in sources]
        self._name, self._facts = ", ".join(names), ""
        if len(names) > 1:
            files = self._language.say_many("{count} file", "{count} files", len(names))
            self._name = f"{files}: {self._name}"
        if names:
            self._facts = self._language.say("{size} · read in {seconds} seconds").format(
                size=_size(sum(source.size for source in sources), self._language),
                seconds=_decimal(max(seconds, 0.1), self._language),
            )
        self.setToolTip("\n".join(names))
        self.setAccessibleName(f"{self._name}, {self._facts}" if names else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_ICON + 8 + self._name_width() + 8 + self._facts_width() + 4, 26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter = QPainter(self)
        icon = QRect(0, (self.height() - _ICON) // 2, _ICON, _ICON)
        paint_icon(painter, self._theme, "file-spreadsheet", "qualifies_text", icon)
        room = self.width() - _ICON - 8
        least = min(self._name_width(), _NAME_FIRST) + 8
        facts = self._facts_width() if room >= self._facts_width() + least else 0
        wide = min(self._name_width(), room - facts - (8 if facts else 0))
        metrics = QFontMetrics(self._theme.fonts.body_semibold)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, wide)
        box = QRect(_ICON + 8, 0, wide + 1, self.height())
        paint_text(painter, self._theme, box, name, font="body_semibold")
        if facts:
            rest = QRect(box.right() + 8, 0, facts + 1, self.height())
            paint_text(painter, self._theme, rest, self._facts, tone="text_2", font="small")

    def _name_width(self) -> int:
        return QFontMetrics(self._theme.fonts.body_semibold).horizontalAdvance(self._name) + 2

    def _facts_width(self) -> int:
        return QFontMetrics(self._theme.fonts.small).horizontalAdvance(self._facts) + 2


def _size(size: int, language: Language) -> str:
    if size >= 1_000_000:
        return f"{_decimal(size / 1_000_000, language)} MB"
    return f"{language.number(max(round(size / 1000), 1))} kB"


def _decimal(value: float, language: Language) -> str:
    text = f"{value:.1f}"
    return text.replace(".", ",") if language.code == "id" else text
