"""The head of the sheet: column letters, and a box for each column that says what it means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from app.domain.column_letters import column_letters
from app.domain.fields import Certainty, Field
from app.ui.importing.meaning_box import MeaningBox, Meanings
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.imports import certainty_word
from app.wording.language import Language

LETTERS = 22
_MAPPING = 56
_FOLDED = 28
"""Of a known layout: nothing below the boxes asks for a look."""
_BOX_TOP = LETTERS + 5
_BOX_HEIGHT = 28
_FOLDED_TOP = LETTERS + 2
_FOLDED_BOX = 24
_GAP = 4

_SIGNS: Mapping[Certainty, tuple[str, str]] = {
    Certainty.KNOWN: ("check", "qualifies_text"),
    Certainty.CERTAIN: ("check", "qualifies_text"),
    Certainty.LIKELY: ("check", "text_2"),
    Certainty.GUESS: ("circle-help", "warning_text"),
}


_CLASH = ("triangle-alert", "warning_text")


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What is known about one column; `hint` is the tooltip: heading and sample values.

    `clash`: what is said below the box where two columns claim one meaning. `note`: what the
    heading says of the cells besides their meaning. `joined`: they are read with another column's.
    """

    field: Field | None
    certainty: Certainty
    hint: str
    clash: str = ""
    note: str = ""
    joined: bool = False

    @property
    def used(self) -> bool:
        """Whether its cells are read."""
        return self.field not in (None, Field.NUMBER)


class MappingHeader(QHeaderView):
    """The boxes are real ones, laid over the head; they scroll with their columns."""

    meaning_chosen = Signal(int, object)
    """A column (0-based) and the Field, or None for not used."""
    reached = Signal(int)
    """The focus came to the box of this column: bring it into sight."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._language = language
        self._meanings = Meanings(theme, language, self)
        self._heads: Sequence[ColumnHead] = ()
        self._boxes: list[MeaningBox] = []
        self._folded = False
        self.setFixedHeight(self._height)
        self.setMinimumSectionSize(34)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self.place)

    @property
    def _height(self) -> int:
        return LETTERS + (_FOLDED if self._folded else _MAPPING)

    def set_heads(self, heads: Sequence[ColumnHead], *, folded: bool) -> None:
        """Say what the columns mean; the boxes are kept where there are enough.

        `folded`: how sure each of them is need not be said; the caller lays out what is below.
        """
        self._heads = heads
        self._folded = folded
        self.setFixedHeight(self._height)
        while len(self._boxes) < len(heads):
            self._boxes.append(self._box(len(self._boxes)))
        for box in self._boxes[len(heads) :]:
            box.hide()
        for place, (box, head) in enumerate(zip(self._boxes, heads, strict=False)):
            guess = head.certainty is Certainty.GUESS and head.used
            box.set_meaning(head.field, guess=guess, low=folded, joined=head.joined)
            box.setAccessibleDescription(self._sure(head) if head.used else "")
            # In a narrow column its words are cut; that of an unused one shows only its sign.
            box.setToolTip("\n".join(filter(None, (box.currentText(), head.hint))))
            box.setAccessibleName(
                self._language.say("Meaning of column {letter}").format(
                    letter=column_letters(place)
                )
            )
        self.place()
        self.viewport().update()

    def least_width(self, head: ColumnHead) -> int:
        """What the box and the words below it need; an unused column needs nothing."""
        said = head.clash or (self._sure(head) if head.note else "")
        below = QFontMetrics(self._theme.fonts.tiny_medium).horizontalAdvance(said)
        least = below + 30 if said else self.minimumSectionSize()
        if not head.used:
            return least
        words = QFontMetrics(self._theme.fonts.body).horizontalAdvance(
            self._meanings.words(head.field)
        )
        return max(words + 2 * _GAP + 52, least)

    def box(self, column: int) -> MeaningBox | None:
        """The box of a column."""
        return self._boxes[column] if 0 <= column < len(self._heads) else None

    def set_enabled(self, *, enabled: bool) -> None:
        """While files are read or written no meaning can change."""
        for box in self._boxes:
            box.setEnabled(enabled)

    @Slot()
    def place(self) -> None:
        """Lay every box over its column."""
        top, height = (_FOLDED_TOP, _FOLDED_BOX) if self._folded else (_BOX_TOP, _BOX_HEIGHT)
        for column, box in enumerate(self._boxes[: len(self._heads)]):
            left = self.sectionViewportPosition(column)
            width = self.sectionSize(column)
            box.setGeometry(left + _GAP, top, width - 2 * _GAP - 1, height)
            box.setVisible(column < self.count())

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.colour("surface_2"))
        letters = QRect(rect.left(), rect.top(), rect.width(), LETTERS)
        middle = Qt.AlignmentFlag.AlignHCenter
        text = column_letters(section)
        paint_text(painter, self._theme, letters, text, font="small", tone="text_2", align=middle)
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(letters.bottomLeft(), letters.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        head = self._heads[section] if section < len(self._heads) else None
        if head is not None and (head.used or head.clash) and not self._folded:
            self._paint_certainty(painter, rect, head)
        painter.restore()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._boxes:
            self.reached.emit(self._boxes.index(watched))
        return super().eventFilter(watched, event)

    def _box(self, column: int) -> MeaningBox:
        box = MeaningBox(self._theme, self._meanings, column, self.viewport())
        box.chosen.connect(self.meaning_chosen)
        box.installEventFilter(self)
        return box

    def _paint_certainty(self, painter: QPainter, rect: QRect, head: ColumnHead) -> None:
        icon, tone = _CLASH if head.clash else _SIGNS[head.certainty]
        top = _BOX_TOP + _BOX_HEIGHT + 4
        paint_icon(painter, self._theme, icon, tone, QRect(rect.left() + 7, top, 12, 12))
        words = QRect(rect.left() + 23, top - 2, rect.width() - 26, 16)
        word = head.clash or self._sure(head)
        paint_text(painter, self._theme, words, word, font="tiny_medium", tone=tone)

    def _sure(self, head: ColumnHead) -> str:
        """How sure the meaning is, and what the heading says besides."""
        return " · ".join(filter(None, (certainty_word(head.certainty, self._language), head.note)))
