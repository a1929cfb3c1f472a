"""The card with people at the threshold on each platform."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.platform import RECORDED, Platform
from app.domain.rule import Rule
from app.ui.charts.bars import HorizontalBar
from app.ui.parts.card import Card
from app.ui.parts.chips import PlatformTag
from app.ui.parts.text import label, line
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import rule_name, threshold_phrase

_COUNTED = "accent"
_ONLY_RECORDED = "border_strong"


class PlatformsCard(QWidget):
    """Platforms that the rule looks at in the accent, the others grey."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._card = Card(theme, language.say("By platform"))
        self._rows = QWidget()
        self._counted = label(theme, font="small", tone="text_2")
        self._card.body.addWidget(self._rows, 1)
        self._card.body.addWidget(line())
        self._card.body.addLayout(self._legend())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_platforms(self, numbers: Mapping[Platform, int], rule: Rule) -> None:
        """People at the threshold of `rule` by platform; a missing number is not known."""
        say = self._language.say
        threshold = threshold_phrase(rule, self._language)
        self._card.set_note(say("people, {threshold}").format(threshold=threshold))
        name = rule_name(rule, self._language)
        counted = say("counted by {rule}").format(rule=f"{name[:1].lower()}{name[1:]}")
        self._counted.setText(counted)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(9)
        grid.setColumnStretch(2, 1)
        shown = [one for one in Platform if one in RECORDED or numbers.get(one)]
        most = max(numbers.values(), default=0)
        for row, platform in enumerate(shown):
            self._add(grid, row, platform, numbers.get(platform), most, rule)
        self._card.body.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _add(
        self,
        grid: QGridLayout,
        row: int,
        platform: Platform,
        number: int | None,
        most: int,
        rule: Rule,
    ) -> None:
        shown = "–" if number is None else self._language.number(number)
        bar = HorizontalBar(self._theme)
        tone = _COUNTED if platform in rule.platforms else _ONLY_RECORDED
        bar.set_share(number / most if number else 0.0, f"{platform.name_shown} {shown}", tone)
        figure = label(self._theme, shown, font="body_medium")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(PlatformTag(self._theme, platform), row, 0)
        grid.addWidget(label(self._theme, platform.name_shown), row, 1)
        grid.addWidget(bar, row, 2)
        grid.addWidget(figure, row, 3)

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_Swatch(self._theme, _COUNTED))
        row.addWidget(self._counted)
        row.addSpacing(8)
        row.addWidget(_Swatch(self._theme, _ONLY_RECORDED))
        only = self._language.say("only recorded")
        row.addWidget(label(self._theme, only, font="small", tone="text_2"))
        row.addStretch()
        return row


class _Swatch(QWidget):
    """A square of a bar's colour beside what it means."""

    def __init__(self, theme: Theme, tone: str) -> None:
        super().__init__()
        self._colour = theme.colour(tone)
        self.setFixedSize(10, 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
