"""The fields of a report: rule, date, who signs, how much of the NIP, what stands in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.rule import Rule
from app.domain.snapshot import Revision
from app.ui.parts.card import Card
from app.ui.parts.dates import date_field
from app.ui.parts.fields import stacked
from app.ui.reports.form_fields import Form, FormFields
from app.ui.reports.period_field import PeriodField
from app.ui.reports.signing import signed_by, usually_knows, usually_signs
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import rule_name, rule_short_name

_NOBODY = 0
"""Signatories have ids from 1."""

_DAY_WIDTH = 128


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the fields say; `office` has the chosen signatories only.

    Of a `closing`, its own rule and day count.
    """

    rule_key: str
    as_of: date
    office: Office
    masked_nip: bool
    form: Form
    closing: Revision | None = None


class _CalmWheel(QObject):
    """Scrolling the page over a field that nobody entered must not change the report."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        entered = isinstance(watched, QWidget) and watched.hasFocus()
        if event.type() is QEvent.Type.Wheel and not entered:
            event.ignore()
            return True
        return False


class FieldsCard(QWidget):
    """Tells of each change; what is chosen here changes nothing that is stored."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, today: date) -> None:
        super().__init__()
        self._language = language
        self._office = Office()
        self._rule_before = ""
        self._masked_before = False
        self._rule, self._knows, self._signs, self._nip = (QComboBox() for _ in range(4))
        self._day = date_field(language, today)
        self._form = FormFields(theme, language)
        self._period = PeriodField(theme, language)
        self._fill(today)
        self._build(theme)
        self._calm = _CalmWheel(self)
        for box in (self._rule, self._knows, self._signs, self._nip):
            box.currentIndexChanged.connect(self.changed)
            # A long name is cut short in the field.
            box.currentTextChanged.connect(box.setToolTip)
            box.installEventFilter(self._calm)
        for entered in (self._day, self._period.box):
            entered.installEventFilter(self._calm)
        self._period.changed.connect(self._take_period)
        for field in self._form.boxes():
            field.installEventFilter(self._calm)
        self._form.changed.connect(self.changed)
        self._day.dateChanged.connect(self.changed)

    def show_office(
        self, office: Office, rules: Sequence[Rule], rule_key: str, *, masked_nip: bool = False
    ) -> None:
        """Offers the rules and signatories; what was chosen here before stays where it can.

        The office's own rule, and whether numbers are masked, are taken over when they became
        others since the last time.
        """
        first = not self._rule_before
        boxes = (self._rule, self._knows, self._signs, self._nip)
        blockers = [QSignalBlocker(box) for box in boxes]
        if masked_nip is not self._masked_before:
            self._masked_before = masked_nip
            self._nip.setCurrentIndex(self._nip.findData(masked_nip))
        self._offer_rules(rules, rule_key)
        known = {one.id for one in self._office.signatories}
        self._rule_before, self._office = rule_key, office
        self._offer(self._knows, usually_knows, known, first=first)
        self._offer(self._signs, usually_signs, known, first=first)
        self._form.letterhead.setEnabled(office.is_named)
        missing = self._language.say("The office has no name yet; it is given in Settings.")
        self._form.letterhead.setToolTip("" if office.is_named else missing)
        del blockers

    def show_closings(self, closings: Sequence[Revision], asked: int | None = None) -> None:
        """Offers these; `asked` chooses one of them, 0 the office as it stands now."""
        self._period.offer(closings, asked)
        self._show_period()

    @property
    def closing(self) -> Revision | None:
        """The closing that the report is of; None for the office as it stands now."""
        return self._period.closing

    @Slot()
    def _take_period(self) -> None:
        self._show_period()
        self.changed.emit()

    def _show_period(self) -> None:
        """What was decided has its rule and its day."""
        for part in self._of_now:
            part.setVisible(self._period.closing is None)

    def show_annex(self, *, asked: bool) -> None:
        """Whether an annex is among the kinds: it has fields of its own."""
        self._form.show_annex(asked=asked)

    def chosen(self) -> Chosen:
        """What the fields say now, a half-typed date included."""
        with QSignalBlocker(self._day):
            self._day.interpretText()
        day = self._day.date()
        office = signed_by(self._office, self._person(self._knows), self._person(self._signs))
        return Chosen(
            rule_key=str(self._rule.currentData()),
            as_of=date(day.year(), day.month(), day.day()),
            office=office,
            masked_nip=bool(self._nip.currentData()),
            form=self._form.chosen(),
            closing=self._period.closing,
        )

    def _offer(
        self,
        box: QComboBox,
        usual: Callable[[Office], Signatory | None],
        known: set[int],
        *,
        first: bool,
    ) -> None:
        chosen = box.currentData()
        box.clear()
        box.addItem("–", _NOBODY)
        for one in self._office.signatories:
            box.addItem(self._name(one), one.id)
        place = box.findData(chosen)
        usually = usual(self._office)
        # A signatory that was added in the settings meanwhile is what the clerk went there for.
        new = usually is not None and usually.id not in known
        if (first or place < 0 or (chosen == _NOBODY and new)) and usually is not None:
            place = box.findData(usually.id)
        box.setCurrentIndex(max(place, 0))
        box.setToolTip(box.currentText())

    def _offer_rules(self, rules: Sequence[Rule], stored: str) -> None:
        wanted = self._rule.currentData() if stored == self._rule_before else stored
        self._rule.clear()
        for rule in rules:
            words = f"{rule_name(rule, self._language)}: {rule_short_name(rule, self._language)}"
            self._rule.addItem(words, rule.key)
        place = self._rule.findData(wanted)
        self._rule.setCurrentIndex(place if place >= 0 else max(0, self._rule.findData(stored)))
        self._rule.setToolTip(self._rule.currentText())

    def _name(self, one: Signatory) -> str:
        if one.role is SignatoryRole.ON_BEHALF:
            return self._language.say("{name} (on behalf)").format(name=one.name)
        return one.name

    def _person(self, box: QComboBox) -> Signatory | None:
        chosen = box.currentData()
        return next((one for one in self._office.signatories if one.id == chosen), None)

    def _fill(self, today: date) -> None:
        say = self._language.say
        self._nip.addItem(say("In full"), False)
        self._nip.addItem(say("Masked"), True)
        for box in (self._rule, self._knows, self._signs, self._nip):
            # A name of 60 letters must not widen the card.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(4)
        # Half a typed year is no day to judge everybody on.
        self._day.setKeyboardTracking(False)
        self._day.setDateRange(QDate(2000, 1, 1), QDate(today.year + 1, 12, 31))

    def _build(self, theme: Theme) -> None:
        say = self._language.say
        card = Card(theme, say("Fields"))
        card.body.setSpacing(12)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        self._day.setMinimumWidth(_DAY_WIDTH)
        rule, day = (
            _whole(stacked(theme, name, field))
            for name, field in ((say("Rule"), self._rule), (say("As of date"), self._day))
        )
        self._of_now = (rule, day)
        pair.addWidget(day)
        pair.addLayout(stacked(theme, say("NIP"), self._nip), 1)
        card.body.addWidget(self._period)
        card.body.addWidget(rule)
        card.body.addLayout(pair)
        card.body.addLayout(stacked(theme, say("Who takes note"), self._knows))
        card.body.addLayout(stacked(theme, say("Who signs the report"), self._signs))
        card.body.addWidget(self._form)
        card.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


def _whole(field: QLayout) -> QWidget:
    """A field with its name, to be shown or hidden together."""
    whole = QWidget()
    field.setContentsMargins(0, 0, 0, 0)
    whole.setLayout(field)
    return whole
