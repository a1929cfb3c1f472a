"""What stands in the report of the province, and how it looks on paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from app.domain.nip import Generations
from app.domain.report import PaperSize
from app.domain.report_kinds import Division, ReportKind
from app.services.report import ReportOptions
from app.ui.parts.card import Card
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.generations import scheme_name
from app.wording.language import Language


class ProvinceFields(QWidget):
    """At least one kind stays ticked: a trace alone would lead from nothing."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self._kinds = {
            ReportKind.RECAP: QCheckBox(say("Recapitulation by office")),
            ReportKind.PROGRESS: QCheckBox(say("Progress")),
            ReportKind.COVERAGE: QCheckBox(say("Coverage of offices")),
        }
        self._paper, self._nip, self._scheme = QComboBox(), QComboBox(), QComboBox()
        for size, name in ((PaperSize.FOLIO, "Folio (F4)"), (PaperSize.A4, "A4")):
            for portrait, way in ((False, say("landscape")), (True, say("portrait"))):
                self._paper.addItem(f"{name}, {way}", (size, portrait))
        self._nip.addItem(say("In full"), False)
        self._nip.addItem(say("Masked"), True)
        for scheme in Generations:
            self._scheme.addItem(scheme_name(scheme, language), scheme)
        self._letterhead = QCheckBox(say("Letterhead and logo"))
        self._charts = QCheckBox(say("Charts"))
        self._build(theme, language)
        self.setFocusProxy(self._kinds[ReportKind.RECAP])
        for tick in (*self._kinds.values(), self._letterhead, self._charts):
            tick.setChecked(True)
            tick.toggled.connect(self._tell)
        for box in (self._paper, self._nip, self._scheme):
            # A long name must not widen the card.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setToolTip(box.currentText())
            box.currentTextChanged.connect(box.setToolTip)
            box.currentIndexChanged.connect(self.changed)

    def options(self, *, facebook_friends: bool) -> ReportOptions:
        """What the fields say."""
        size, portrait = self._paper.currentData()
        return ReportOptions(
            kinds=frozenset(kind for kind, tick in self._kinds.items() if tick.isChecked()),
            letterhead=self._letterhead.isChecked(),
            masked_nip=bool(self._nip.currentData()),
            division=Division.NOTHING,
            paper=PaperSize(size),
            portrait=bool(portrait),
            charts=self._charts.isChecked(),
            scheme=Generations(self._scheme.currentData()),
            facebook_friends=facebook_friends,
        )

    def _tell(self) -> None:
        ticked = [tick for tick in self._kinds.values() if tick.isChecked()]
        for tick in self._kinds.values():
            tick.setEnabled(len(ticked) > 1 or tick not in ticked)
        self.changed.emit()

    def _build(self, theme: Theme, language: Language) -> None:
        say = language.say
        card = Card(theme, say("Contents"))
        for tick in self._kinds.values():
            card.body.addWidget(tick)
        always = say(
            "People in several offices and the trace to file, sheet and row are always in it."
        )
        card.body.addWidget(label(theme, always, font="small", tone="text_2", wrap=True))
        card.body.addSpacing(4)
        card.body.addLayout(stacked(theme, say("Paper"), self._paper))
        card.body.addLayout(stacked(theme, say("NIP"), self._nip))
        card.body.addLayout(stacked(theme, say("Scheme of the generations"), self._scheme))
        card.body.addWidget(self._letterhead)
        card.body.addWidget(self._charts)
        card.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
