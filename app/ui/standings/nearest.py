"""Who nearly qualifies: the nearest few, each a button to the person's row."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.standings import NEAR
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import label
from app.ui.standings.rows import Judged, StandingRow
from app.ui.theme.painting import paint_tag, paint_text
from app.ui.theme.theme import Theme
from app.wording.counts import count_text
from app.wording.coverage import crossing_words
from app.wording.language import Language

_SHOWN = 5
_HEIGHT, _TALL = 30, 44
"""The higher one has a second line: when the threshold will be crossed."""
_LINE = 28
_BAR = 62


class NearMissButton(QPushButton):
    """One person: platform, name, a bar towards the threshold, the count, how many are missing."""

    def __init__(
        self, theme: Theme, language: Language, row: StandingRow, judged: Judged, when: str
    ) -> None:
        reason, rule = judged.deciding_reason(row), judged.rule
        count = reason.account.latest if reason is not None else None
        self._count = count_text(count.interval, count.written, language) if count else ""
        short = _short(-(row.distance or 0), language)
        super().__init__(row.name)
        self._theme = theme
        self._short, self._when = short, when
        self._short_width = theme.metrics("small").horizontalAdvance(_short(NEAR, language))
        self._tag = reason.platform.tag if reason is not None else ""
        minimum = rule.minimum if reason is None else rule.minimum_of(reason.platform)
        self._share = max(0.0, (minimum + (row.distance or 0)) / max(minimum, 1))
        self.setProperty("role", "list_row")
        self.setFixedHeight(_TALL if when else _HEIGHT)
        platform = reason.platform.name_shown if reason is not None else ""
        self.setAccessibleName(
            f"{row.name}, {platform} {self._count}, {short}{when and f', {when}'}"
        )
        self.setToolTip(self.accessibleName())

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _TALL if self._when else _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = _LINE if self._when else self.height()
        middle, right = line // 2, Qt.AlignmentFlag.AlignRight
        if self._when:
            below = QRect(38, 24, self.width() - 46, 16)
            paint_text(painter, self._theme, below, self._when, font="small", tone="text_2")
        paint_tag(painter, self._theme, 6, middle, self._tag)
        room = QRect(38, 0, self.width() - 46, line)
        paint_text(
            painter, self._theme, room, self._short, font="small", tone="text_2", align=right
        )
        room.setRight(room.right() - self._short_width - 6)
        paint_text(painter, self._theme, room, self._count, font="body_semibold", align=right)
        taken = self._theme.metrics("body_semibold").horizontalAdvance(self._count)
        room.setRight(room.right() - max(taken, 30) - 8)
        bar = QRectF(room.right() - _BAR, middle - 3, _BAR, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface_2"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(self._theme.colour("not_yet_fill"))
        bar.setWidth(_BAR * min(self._share, 1.0))
        painter.drawRoundedRect(bar, 3, 3)
        room.setRight(room.right() - _BAR - 8)
        paint_text(painter, self._theme, room, self.text())


def _short(number: int, language: Language) -> str:
    return language.say_many("{count} short", "{count} short", number)


class Nearest(QWidget):
    """A head with a link to all of them, and the nearest few."""

    person_asked = Signal(int)
    all_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._buttons: dict[NearMissButton, int] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._ask)
        self._all = Button(theme, "", role=ButtonRole.QUIET, small=True)
        self._all.clicked.connect(self.all_asked)
        say = language.say
        self._note = label(theme, font="small", tone="text_2")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(theme, say("Nearly qualifies"), font="body_semibold"))
        head.addStretch()
        head.addWidget(self._all)
        self._none = label(theme, say("Nobody is that near."), font="small", tone="text_2")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self._none)
        column.addLayout(self._list)

    def show_nearest(self, judged: Judged) -> None:
        """Show the nearest under this rule."""
        nearest = judged.nearest
        self._empty()
        self._fill(nearest[:_SHOWN], judged)
        words = self._language.say_many("Show {count} person", "Show {count} people", len(nearest))
        self._all.set_words(words)
        self._all.setVisible(bool(nearest))
        self._none.setVisible(not nearest)
        people = self._language.say_many("{count} person", "{count} people", len(nearest))
        text = self._language.say("{people} at most {near} short")
        self._note.setText(text.format(people=people, near=self._language.number(NEAR)))
        self._note.setVisible(bool(nearest))

    def _empty(self) -> None:
        for button in self._buttons:
            self._group.removeButton(button)
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def _fill(self, rows: Sequence[StandingRow], judged: Judged) -> None:
        for row in rows:
            found = judged.crossings.get(row.id)
            when = crossing_words(found, self._language) if found is not None else ""
            button = NearMissButton(self._theme, self._language, row, judged, when)
            self._buttons[button] = row.id
            self._group.addButton(button)
            self._list.addWidget(button)

    @Slot(QAbstractButton)
    def _ask(self, button: QAbstractButton) -> None:
        if isinstance(button, NearMissButton):
            self.person_asked.emit(self._buttons[button])
