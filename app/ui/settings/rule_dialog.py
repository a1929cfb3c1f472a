"""The dialog for one rule of the office's own; each change says at once how many would qualify."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services.preferences import Preferences
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame, side_by_side
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.settings.rule_fields import RuleFields
from app.ui.settings.rule_trial import RuleTrial, Trial
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import rule_name, rule_short_name
from app.wording.verdicts import verdict_short_word

_WIDTH, _HEIGHT = 800, 600
_BELOW_EACH_OTHER = 720


class RuleDialog(QDialog):
    """Keeps nothing itself: `kept` carries the rule; an empty key is a new one."""

    kept = Signal(object)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        rule: Rule,
        stored: Preferences,
        trial: RuleTrial,
        parent: QWidget,
    ) -> None:
        """`stored` has the rules whose names are taken and that can be copied from."""
        super().__init__(parent)
        self._language, self._stored, self._trial = language, stored, trial
        say = language.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Change the rule") if rule.key else say("Make a rule"))
        friends = stored.facebook_metric == "friends"
        self._fields = RuleFields(theme, language, facebook_friends=friends)
        self._source = QComboBox()
        self._source.setAccessibleName(say("Copy from"))
        self._number = label(theme, font="figure_small", tone="accent")
        self._said = label(theme, wrap=True)
        self._verdicts = label(theme, font="small", tone="text_2", wrap=True)
        self._complaint = label(theme, tone="error_text", wrap=True)
        self._complaint.hide()
        self._build(theme, new=not rule.key)
        trial.begin()
        trial.tried.connect(self._show_trial)
        self._fields.changed.connect(self._try)
        self._fields.show_rule(rule)
        self._offer_sources(rule)
        self._fields.name.setFocus()

    @Slot()
    def _try(self) -> None:
        """Whatever the fields say now is judged."""
        rule = self._fields.rule()
        self._trial.ask(rule)
        if rule is None:
            self._number.setText("–")
            self._said.setText(self._language.say("Choose a platform at least."))
            self._verdicts.setText("")

    @Slot(object)
    def _show_trial(self, trial: Trial) -> None:
        language = self._language
        qualifying = trial.totals[Verdict.QUALIFIES]
        self._number.setText(language.number(qualifying))
        people = language.say_many("{count} person", "{count} people", sum(trial.totals.values()))
        name = rule_name(trial.now, language)
        text = language.say("of {people} would qualify. {rule}, in use now: {number}.")
        number = language.number(trial.qualifying_now)
        self._said.setText(text.format(people=people, rule=name, number=number))
        self._verdicts.setText(
            " · ".join(
                f"{verdict_short_word(verdict, language)} {language.number(number)}"
                for verdict, number in trial.totals.items()
            )
        )
        self._number.setAccessibleName(f"{self._number.text()} {self._said.text()}")

    @Slot(int)
    def _copy(self, place: int) -> None:
        """Fill the fields from another rule; the name stays."""
        rules = self._stored.rules
        if 0 <= place < len(rules):
            name = self._fields.name.text()
            copied = replace(rules[place], key="", name=name, silence_is_no_account=False)
            self._fields.show_rule(copied)

    @Slot()
    def _keep(self) -> None:
        rule, say = self._fields.rule(), self._language.say
        name = " ".join(self._fields.name.text().split())
        others = [one for one in self._stored.own_rules if rule is None or one.key != rule.key]
        if not name:
            self._complain(say("A name is needed: reports and lists print it."))
        elif any(one.name.casefold() == name.casefold() for one in others):
            self._complain(say("Another rule has this name already."))
        elif rule is None:
            self._complain(say("Choose a platform at least."))
        else:
            self.kept.emit(rule)
            self.accept()

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.show()
        self._fields.name.setFocus()

    def _offer_sources(self, rule: Rule) -> None:
        for one in self._stored.rules:
            short = rule_short_name(one, self._language)
            self._source.addItem(f"{rule_name(one, self._language)}: {short}", one.key)
        chosen = self._source.findData(self._stored.rule.key)
        self._source.setCurrentIndex(chosen if not rule.name else -1)
        self._source.currentIndexChanged.connect(self._copy)

    def _build(self, theme: Theme, *, new: bool) -> None:
        say = self._language.say
        keep, cancel = primary_button(theme, say("Save")), plain_button(theme, say("Cancel"))
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.reject)
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        frame.middle.setSpacing(12)
        self._fields.stand(side_by_side(self, _BELOW_EACH_OTHER))
        if new:
            frame.middle.addLayout(stacked(theme, say("Copy from"), self._source))
        frame.middle.addWidget(self._fields)
        note = say("What is not known of a person stays open under a rule of the office's own.")
        frame.middle.addWidget(label(theme, note, font="small", tone="text_2", wrap=True))
        frame.middle.addStretch()
        frame.foot.addWidget(self._answer())
        frame.foot.addWidget(self._complaint)
        frame.set_buttons(None, cancel, keep)

    def _answer(self) -> QWidget:
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._said)
        words.addWidget(self._verdicts)
        row = QHBoxLayout(panel)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._number)
        row.addLayout(words, 1)
        return panel
