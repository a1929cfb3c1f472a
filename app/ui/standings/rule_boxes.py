"""The readings side by side: a box each, with the number of people who qualify under it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from app.domain.rule import NAMED_RULES, Rule
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import reading_sentence, rule_name, rule_short_name

_GAP = 10
_PADDING = 12
_INDENT = 36
_HEAD = 38
_HEIGHT = 82
"""Of boxes in one line; in two lines they are only as high as their words."""
_RADIO = 16
_NARROWEST = 230
"""Below it, the boxes stand in two lines."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class RuleBox(QRadioButton):
    """A radio button that is a whole box; the arrows go on to the next one."""

    def __init__(self, theme: Theme, name: str, short: str, reading: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._short = short
        self._reading = reading
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{name}: {short}. {reading}")
        self.set_number("", "")

    def set_number(self, number: str, spoken: str) -> None:
        """How many qualify, and the same in words."""
        self._number = number
        self.setAccessibleName(f"{self.text()}, {self._short}. {self._reading}. {spoken}".strip())
        self.update()

    def height_for(self, width: int) -> int:
        """Just high enough for the whole reading."""
        words = QFontMetrics(self._theme.fonts.small)
        room = QRect(0, 0, width - _INDENT - _PADDING, 1000)
        return _HEAD + words.boundingRect(room, _WRAPPED, self._reading).height() + 10

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, _HEIGHT)

    @override
    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_radio(painter)
        chosen = self.isChecked()
        right = Qt.AlignmentFlag.AlignRight
        line = QRect(_INDENT, 10, self.width() - _INDENT - _PADDING, 24)
        tone = "accent" if chosen else "text"
        paint_text(
            painter, self._theme, line, self._number, font="figure_small", tone=tone, align=right
        )
        taken = self._theme.metrics("figure_small").horizontalAdvance(self._number) + 8
        line.setRight(line.right() - taken)
        paint_text(painter, self._theme, line, self.text(), font="body_semibold")
        line.setLeft(
            line.left() + self._theme.metrics("body_semibold").horizontalAdvance(self.text()) + 8
        )
        paint_text(painter, self._theme, line, self._short, tone="text_2")
        painter.setFont(self._theme.fonts.small)
        painter.setPen(self._theme.colour("text_2"))
        room = QRect(_INDENT, _HEAD, self.width() - _INDENT - _PADDING, self.height() - _HEAD)
        painter.drawText(room, int(_WRAPPED), self._reading)

    def _paint_box(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        width = 2 if chosen else 1
        painter.setBrush(self._theme.colour("accent_tint" if chosen else "surface"))
        line = "accent" if chosen else "border_strong" if self.underMouse() else "border"
        painter.setPen(QPen(self._theme.colour(line), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_radio(self, painter: QPainter) -> None:
        circle = QRectF(_PADDING, 14, _RADIO, _RADIO)
        if self.hasFocus():
            # The chosen box has a thick border already: the ring is around what the arrows move.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))
        chosen = self.isChecked()
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "border_strong"), 1))
        painter.setBrush(self._theme.colour("accent" if chosen else "surface"))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("on_accent"))
            painter.drawEllipse(circle.adjusted(5, 5, -5, -5))


class RuleBoxes(QWidget):
    """One box for each rule; one of them is chosen."""

    chosen = Signal(str)
    """The key of a rule; choosing stores nothing."""

    def __init__(self, theme: Theme, language: Language) -> None:
        """The published readings, until `show_rules` says more."""
        super().__init__()
        self._theme, self._language = theme, language
        self.setAccessibleName(language.say("Readings"))
        self._shown: tuple[Sequence[Rule], bool] = ((), False)
        self._boxes: dict[str, RuleBox] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._across = 0
        self.show_rules(NAMED_RULES, facebook_friends=False)
        self._group.buttonToggled.connect(self._tell)

    def show_rules(self, rules: Sequence[Rule], *, facebook_friends: bool) -> None:
        """Other rules; the same ones as before leave the boxes as they are."""
        wanted = (tuple(rules), facebook_friends)
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = any(box.hasFocus() for box in self._boxes.values())
        for box in self._boxes.values():
            self._group.removeButton(box)
            box.hide()
            box.deleteLater()
        self._boxes = {rule.key: self._box(rule, facebook_friends) for rule in rules}
        for box in self._boxes.values():
            self._group.addButton(box)
        self._arrange(self._across_in(self.width()))
        self._fit()
        for box in self._boxes.values():
            # A layout shows what it is given only when it next comes to it.
            box.show()
        if focused:
            next(iter(self._boxes.values())).setFocus()

    def _box(self, rule: Rule, facebook_friends: bool) -> RuleBox:
        language = self._language
        return RuleBox(
            self._theme,
            rule_name(rule, language),
            rule_short_name(rule, language),
            reading_sentence(rule, language, facebook_friends=facebook_friends),
        )

    def choose(self, key: str) -> None:
        """Choose from outside; says nothing."""
        self._group.blockSignals(True)
        self._boxes[key].setChecked(True)
        self._group.blockSignals(False)

    def set_numbers(self, numbers: Mapping[str, int]) -> None:
        """How many people qualify under each rule, by its key."""
        for key, box in self._boxes.items():
            if key in numbers:
                spoken = self._language.say_many(
                    "{count} person qualifies", "{count} people qualify", numbers[key]
                )
                box.set_number(self._language.number(numbers[key]), spoken)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        every, across = len(self._boxes), self._across_in(self.width())
        if across != self._across:
            self._arrange(across)
        width = (self.width() + _GAP) // across - _GAP
        height = max(box.height_for(width) for box in self._boxes.values())
        if across == every:
            height = max(height, _HEIGHT)
        for box in self._boxes.values():
            box.setFixedHeight(height)
        lines = -(-every // across)
        self.setFixedHeight(lines * (height + _GAP) - _GAP)

    def _across_in(self, width: int) -> int:
        """As few lines as there is room for, each as full as the others; two across at least."""
        every = len(self._boxes)
        most = max(2, (width + _GAP) // (_NARROWEST + _GAP))
        lines = -(-every // most)
        return -(-every // lines)

    def _arrange(self, across: int) -> None:
        self._across = across
        for column in range(max(len(self._boxes), self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for place, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, place // across, place % across)

    @Slot(QAbstractButton, bool)
    def _tell(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(next(key for key, box in self._boxes.items() if box is button))
