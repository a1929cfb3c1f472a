"""How a report looks and how it is divided: paper, ticks, and what the annex belongs to."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.report import PaperSize
from app.domain.report_kinds import Division
from app.services.report import Decree
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_LONGEST = 120
_NEVER = QDate(2000, 1, 1)
"""The day that stands for none: a decree before it is none of ours."""


@dataclass(frozen=True, slots=True)
class Form:
    """What the fields say."""

    letterhead: bool
    charts: bool
    division: Division
    paper: PaperSize
    portrait: bool
    decree: Decree


class FormFields(QWidget):
    """The fields of the annex show only while there is one."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self._paper = QComboBox()
        for size, name in ((PaperSize.FOLIO, "Folio (F4)"), (PaperSize.A4, "A4")):
            for portrait, way in ((False, say("landscape")), (True, say("portrait"))):
                self._paper.addItem(f"{name}, {way}", (size, portrait))
        self.letterhead = QCheckBox(say("Letterhead and logo"))
        self._charts = QCheckBox(say("Charts in the recapitulation"))
        self._sheets = QCheckBox(say("A sheet for each organisation"))
        self._files = QCheckBox(say("A file for each organisation"))
        self._decree = _DecreeFields(theme, language)
        for tick in (self.letterhead, self._charts, self._sheets):
            tick.setChecked(True)
        self._build(theme, say("Contents"), say("Paper"))
        self._paper.currentIndexChanged.connect(self.changed)
        self._sheets.toggled.connect(self._only_sheets)
        self._files.toggled.connect(self._only_files)
        for tick in (self.letterhead, self._charts, self._sheets, self._files):
            tick.toggled.connect(self.changed)
        self._decree.changed.connect(self.changed)
        self.show_annex(asked=False)

    def boxes(self) -> list[QWidget]:
        """Fields that the wheel of a mouse would change in passing."""
        return [self._paper, self._decree.day]

    def show_annex(self, *, asked: bool) -> None:
        """Whether an annex is among the kinds."""
        self._decree.setVisible(asked)

    def chosen(self) -> Form:
        """What the fields say now."""
        size, portrait = self._paper.currentData()
        division = Division.SHEETS if self._sheets.isChecked() else Division.NOTHING
        return Form(
            self.letterhead.isChecked(),
            self._charts.isChecked(),
            Division.FILES if self._files.isChecked() else division,
            PaperSize(size),
            bool(portrait),
            self._decree.chosen(),
        )

    @Slot(bool)
    def _only_sheets(self, ticked: bool) -> None:
        self._untick(self._files, when=ticked)

    @Slot(bool)
    def _only_files(self, ticked: bool) -> None:
        self._untick(self._sheets, when=ticked)

    @staticmethod
    def _untick(other: QCheckBox, *, when: bool) -> None:
        if when:
            with QSignalBlocker(other):
                other.setChecked(False)

    def _build(self, theme: Theme, contents: str, paper: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(stacked(theme, paper, self._paper))
        column.addWidget(self._decree)
        ticks = QVBoxLayout()
        ticks.setSpacing(4)
        ticks.addWidget(label(theme, contents, font="small", tone="text_2"))
        for tick in (self.letterhead, self._charts, self._sheets, self._files):
            ticks.addWidget(tick)
        column.addLayout(ticks)


class _DecreeFields(QWidget):
    """Title, number and day of a decree; what is empty becomes a dotted line on paper."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self._title, self._number, self.day = QLineEdit(), QLineEdit(), QDateEdit()
        self._title.setPlaceholderText(say("such as Decree of the Regent"))
        for field in (self._title, self._number):
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(self.changed)
        self.day.setLocale(QLocale(language.code))
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setCalendarPopup(True)
        self.day.setKeyboardTracking(False)
        self.day.setMinimumDate(_NEVER)
        self.day.setSpecialValueText(say("not yet"))
        self.day.dateChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(stacked(theme, say("Annex of"), self._title))
        pair = QHBoxLayout()
        pair.setSpacing(10)
        pair.addLayout(stacked(theme, say("Its number"), self._number), 1)
        pair.addLayout(stacked(theme, say("Its date"), self.day))
        column.addLayout(pair)

    def chosen(self) -> Decree:
        """What the fields say now."""
        day = self.day.date()
        dated = None if day == _NEVER else date(day.year(), day.month(), day.day())
        return Decree(self._title.text().strip(), self._number.text().strip(), dated)
