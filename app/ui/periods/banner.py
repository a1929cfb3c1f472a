"""Above a closed period: that it is for reading, when it was closed, by whom, and its hash."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from app.services.closed_periods import ClosedPeriod
from app.ui.parts.buttons import Button
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.closings import closed_facts, closed_title, not_intact
from app.wording.language import Language

_WARNING = "warning"
_ERROR = "error"
_ICON = 18
_WIDE = 1000
"""Pixels from which on the buttons stand beside the words, not below them."""


class PeriodBanner(QFrame):
    """Hidden while the office is shown as it stands now."""

    changes_asked = Signal()
    reopen_asked = Signal()
    now_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self.setProperty("role", "strip")
        say = language.say
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self._title = label(theme, font="body_semibold", wrap=True)
        self._facts = label(theme, font="small", tone="text_2", wrap=True)
        self._changes = Button(theme, say("What changed…"), icon="git-compare", small=True)
        self._reopen = Button(theme, say("Open again…"), icon="archive-restore", small=True)
        self._now = Button(theme, say("Back to now"), icon="undo-2", small=True)
        self._lay_out()
        self._changes.clicked.connect(self.changes_asked)
        writes(self._reopen)
        self._reopen.clicked.connect(self.reopen_asked)
        self._now.clicked.connect(self.now_asked)
        self.hide()

    def show_closed(self, closed: ClosedPeriod) -> None:
        """What is looked at."""
        language = self._language
        title = closed_title(closed.revision, language)
        facts = closed_facts(closed.revision, closed.hidden, closed.erased, language)
        icon, tone = "lock", "text_2"
        if not closed.intact:
            icon, tone = "triangle-alert", "error_text"
            facts = f"{not_intact(language)} {facts}"
        self.setProperty("mood", _WARNING if closed.intact else _ERROR)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setPixmap(self._theme.icon(icon, tone, _ICON).pixmap(_ICON, _ICON))
        self._title.setText(title)
        self._facts.setText(facts)
        self.setAccessibleName(f"{title} {facts}")
        self._reopen.setVisible(closed.revision.is_closed)
        self.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= _WIDE
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        signed = QHBoxLayout()
        signed.setSpacing(10)
        signed.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        signed.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._changes, self._reopen, self._now):
            buttons.addWidget(button)
        buttons.addStretch()
        self._row.setContentsMargins(14, 8, 10, 8)
        self._row.setSpacing(8)
        self._row.addLayout(signed, 1)
        self._row.addLayout(buttons)
