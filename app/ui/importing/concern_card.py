"""One kind of thing that needs a look: its head folds it, its rows lead to the sheet."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.importing.concern_words import GroupWords, group_words
from app.ui.importing.prepared import Finding, Group
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import label
from app.ui.theme.painting import chip_width, paint_chip, paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROWS = 6
"""So many rows are listed; the rest is found with F8 or the filter."""
_NAMES = 12


class _Head(QPushButton):
    """Icon, title, a chip or quiet words at the right, an arrow that says whether it is open."""

    def __init__(self, theme: Theme, words: GroupWords, *, holds: bool) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._holds = holds
        self.setProperty("role", "bare")
        self.setCheckable(True)
        self.setFixedHeight(38)
        self.setAccessibleName(f"{words.title}, {words.note}")
        self.setToolTip(words.title)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 38)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        theme, words = self._theme, self._words
        tone = "warning_text" if self._holds else "text_2"
        paint_icon(painter, theme, words.icon, tone, QRect(12, 11, 16, 16))
        right = self.width() - 10
        arrow = "chevron-up" if self.isChecked() else "chevron-down"
        paint_icon(painter, theme, arrow, "text_2", QRect(right - 14, 12, 14, 14))
        right -= 19
        title = QFontMetrics(theme.fonts.body_semibold).horizontalAdvance(words.title)
        room = right - 40 - title
        if self._holds:
            note = words.note if chip_width(theme, words.note, icon=False) <= room else words.short
            width = chip_width(theme, note, icon=False)
            chip = QRect(right - width, 8, width, 22)
            paint_chip(painter, theme, chip, icon="", word=note, text=tone, tint="warning_tint")
        else:
            width = QFontMetrics(theme.fonts.small).horizontalAdvance(words.note)
            if width > room:
                # The title comes first; the sentence below says the same as the note.
                width = 0
            place = QRect(right - width, 0, width + 1, self.height())
            if width:
                paint_text(painter, theme, place, words.note, font="small", tone="text_2")
        box = QRect(36, 0, right - width - 40, self.height())
        font = "body_semibold" if self._holds else "body_medium"
        paint_text(painter, theme, box, words.title, font=font)


class _RowLink(QPushButton):
    """One row of the file: pressed, the sheet goes there."""

    def __init__(self, theme: Theme, finding: Finding, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._row_words = words
        self.finding = finding
        self.setProperty("role", "bare")
        self.setFixedHeight(24)
        self.setAccessibleName(f"{words} {finding.text}".strip())
        self.setToolTip(finding.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        width = max(QFontMetrics(self._theme.fonts.small).horizontalAdvance(self._row_words), 54)
        place = QRect(4, 0, width + 1, self.height())
        paint_text(painter, self._theme, place, self._row_words, font="small", tone="accent")
        rest = QRect(width + 14, 0, self.width() - width - 18, self.height())
        paint_text(painter, self._theme, rest, self.finding.text)


class ConcernCard(QFrame):
    """Groups that hold rows are open; harmless ones are folded."""

    reached = Signal(object)
    """A Finding to go to."""
    only_asked = Signal(object, bool)
    """Show only the rows of this Group, or all rows again."""

    def __init__(self, theme: Theme, language: Language, group: Group, *, opened: bool) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.group = group
        words = group_words(group, language)
        self._head = _Head(theme, words, holds=group.holds)
        self._body = QWidget()
        self._only = self._only_button()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body)
        self._fill(words)
        self._head.clicked.connect(self._fold)
        self._head.setChecked(opened)
        self._body.setVisible(opened)

    @property
    def opened(self) -> bool:
        """Whether its rows are listed."""
        return self._head.isChecked()

    def show_filtered(self, *, filtered: bool) -> None:
        """Press the button while the sheet shows only these rows; says nothing."""
        self._only.setChecked(filtered)

    def _fill(self, words: GroupWords) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 0, 14, 12)
        column.setSpacing(2)
        column.addWidget(label(self._theme, words.sentence, font="small", tone="text_2", wrap=True))
        column.addSpacing(4)
        for finding in self.group.findings[:_ROWS]:
            row = self._language.say("Row {row}").format(row=self._language.number(finding.row))
            link = _RowLink(self._theme, finding, row)
            link.clicked.connect(self._reach)
            column.addWidget(link)
        names = self.group.names
        if names:
            column.addWidget(label(self._theme, ", ".join(names[:_NAMES]), wrap=True))
        left = self.group.count - (_NAMES if names else _ROWS)
        if left > 0:
            more = self._language.say_many("and {count} more", "and {count} more", left)
            column.addWidget(label(self._theme, more, font="small", tone="text_2"))
        self._only.setVisible(bool(self.group.findings))
        if self.group.findings:
            column.addSpacing(4)
            column.addWidget(self._only, 0, Qt.AlignmentFlag.AlignLeft)

    def _only_button(self) -> Button:
        words = self._language.say("Show only these rows")
        button = Button(
            self._theme,
            words,
            role=ButtonRole.TOGGLE,
            icon="funnel",
            icon_tone="text_2",
            small=True,
        )
        button.setParent(self._body)
        button.clicked.connect(self._ask_only)
        return button

    @Slot(bool)
    def _fold(self, opened: bool) -> None:
        self._body.setVisible(opened)
        if opened and self.group.findings:
            self.reached.emit(self.group.findings[0])

    @Slot()
    def _reach(self) -> None:
        link = self.sender()
        if isinstance(link, _RowLink):
            self.reached.emit(link.finding)

    @Slot(bool)
    def _ask_only(self, pressed: bool) -> None:
        self.only_asked.emit(self.group, pressed)
