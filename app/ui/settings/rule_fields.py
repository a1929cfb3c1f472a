"""The fields of a rule of the office's own, beside its platforms."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.platform import Platform
from app.domain.rule import FacebookMetric, Rule
from app.ui.parts.calm_spin import CalmSpinBox
from app.ui.parts.fields import beside, form_grid
from app.ui.settings.rule_platforms import MOST_FOLLOWERS, RulePlatforms
from app.ui.theme.theme import Theme
from app.wording.language import Language

_MOST_DAYS = 3650
_LONGEST_NAME = 40
_GAP = 24


class RuleFields(QWidget):
    """Shows a rule and gives what stands in the fields; stores nothing."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, *, facebook_friends: bool) -> None:
        """`facebook_friends`: what the office counts there where a rule does not say."""
        super().__init__()
        self._language = language
        self._friends = facebook_friends
        self._key = ""
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self._needed, self._sign, self._metric = QComboBox(), QComboBox(), QComboBox()
        self._threshold, self._age, self._active = CalmSpinBox(), CalmSpinBox(), CalmSpinBox()
        self._consent = QCheckBox(language.say("Only people who agreed"))
        self.platforms = RulePlatforms(theme, language)
        self.setLocale(QLocale(language.code))
        self._fill()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out(theme)
        self.platforms.changed.connect(self._follow_platforms)
        self.name.textChanged.connect(self.changed)
        for spin in (self._threshold, self._age, self._active):
            spin.valueChanged.connect(self.changed)
        for box in (self._needed, self._sign, self._metric):
            box.currentIndexChanged.connect(self.changed)
        self._consent.toggled.connect(self.changed)

    def stand(self, way: QBoxLayout.Direction) -> None:
        """The platforms beside the other fields, or below them."""
        self._columns.setDirection(way)

    def show_rule(self, rule: Rule) -> None:
        """Every field; it says `changed` once."""
        was = self.blockSignals(True)
        self._key = rule.key
        self.name.setText(rule.name)
        self.platforms.show_platforms(rule.platforms, dict(rule.own_thresholds))
        self._needed.setCurrentIndex(rule.needed - 1)
        self._threshold.setValue(max(1, rule.threshold))
        self._sign.setCurrentIndex(int(rule.strictly))
        office = FacebookMetric.FRIENDS if self._friends else FacebookMetric.FOLLOWERS
        self._metric.setCurrentIndex(list(FacebookMetric).index(rule.facebook_metric or office))
        self._age.setValue(rule.age_limit or 0)
        self._active.setValue(rule.active_within_days or 0)
        self._consent.setChecked(rule.consent_required)
        self.blockSignals(was)
        self.changed.emit()

    def rule(self) -> Rule | None:
        """The rule as it is written now; None without a platform."""
        platforms = self.platforms.chosen
        if not platforms:
            return None
        threshold = self._threshold.value()
        facebook = Platform.FACEBOOK in platforms
        made = Rule(
            self._key,
            platforms,
            min(self._needed.currentIndex() + 1, len(platforms)),
            threshold,
            strictly=bool(self._sign.currentIndex()),
            age_limit=self._age.value() or None,
            active_within_days=self._active.value() or None,
            consent_required=self._consent.isChecked(),
            name=" ".join(self.name.text().split()),
            own_thresholds=self.platforms.own_thresholds(threshold),
        )
        metric = list(FacebookMetric)[self._metric.currentIndex()]
        return replace(made, facebook_metric=metric) if facebook else made

    @Slot()
    def _follow_platforms(self) -> None:
        """Another number of platforms: "all" stays all, a number stays where it can."""
        number = len(self.platforms.chosen)
        before, asked = self._needed.count(), self._needed.currentIndex()
        if number != before:
            was = self._needed.blockSignals(True)
            self._needed.clear()
            for needed in range(1, number + 1):
                self._needed.addItem(self._needed_words(needed, number))
            all_of_them = before > 1 and asked == before - 1
            self._needed.setCurrentIndex(
                number - 1 if all_of_them else max(0, min(asked, number - 1))
            )
            self._needed.blockSignals(was)
        self._needed.setEnabled(number > 1)
        self._metric.setEnabled(Platform.FACEBOOK in self.platforms.chosen)
        self.changed.emit()

    def _needed_words(self, needed: int, number: int) -> str:
        say = self._language.say
        if needed == number:
            return say("that one") if number == 1 else say("all of them")
        if needed == 1:
            return say("any one of them")
        return say("at least {count} of them").format(count=self._language.number(needed))

    def _fill(self) -> None:
        say = self._language.say
        self._sign.addItems([say("at least"), say("more than")])
        self._sign.setAccessibleName(say("At least or more than the threshold"))
        self._metric.addItems([say("Friends"), say("Followers")])
        self._threshold.setAccessibleName(say("Threshold"))
        self._threshold.setRange(1, MOST_FOLLOWERS)
        self._threshold.setSingleStep(50)
        self._threshold.setGroupSeparatorShown(True)
        for spin, none in ((self._age, say("no limit")), (self._active, say("not asked"))):
            spin.setRange(0, _MOST_DAYS)
            spin.setSpecialValueText(none)
            spin.setSuffix(say(" days"))

    def _lay_out(self, theme: Theme) -> None:
        say = self._language.say
        grid = form_grid()
        beside(theme, grid, say("Name of the rule"), self.name)
        both = QWidget()
        pair = QHBoxLayout(both)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(8)
        pair.addWidget(self._sign)
        pair.addWidget(self._threshold, 1)
        beside(theme, grid, say("Threshold"), both)
        beside(theme, grid, say("Reached on"), self._needed)
        beside(theme, grid, say("Facebook counts"), self._metric)
        beside(theme, grid, say("Oldest count"), self._age)
        beside(theme, grid, say("Last post within"), self._active)
        fields = QVBoxLayout()
        fields.addLayout(grid)
        fields.addWidget(self._consent)
        fields.addStretch()
        columns = self._columns
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(_GAP)
        columns.addLayout(fields, 3)
        columns.addWidget(self.platforms, 2, Qt.AlignmentFlag.AlignTop)
