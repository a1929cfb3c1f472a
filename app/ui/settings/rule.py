"""The cards about the rule: which reading, how old a count may be, what Facebook counts."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox

from app.services.preferences import Preferences
from app.ui.parts.calm_spin import CalmSpinBox
from app.ui.parts.card import Card
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label, line
from app.ui.settings.choice import Choice, Option
from app.ui.settings.conditions import RuleConditions
from app.ui.settings.own_rules import OwnRulesCard
from app.ui.settings.saving import Saving
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import (
    citation,
    policy_note,
    reading_sentence,
    rule_name,
    rule_short_name,
)

_MOST_DAYS = 3650


class RuleSettings(QObject):
    """The cards: the readings, the office's own rules, and what holds for all readings."""

    rule_changed = Signal()
    contacts_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        saving: Saving,
        own: OwnRulesCard,
        parent: QObject,
    ) -> None:
        """`own` has the rules of the office's own; it stands below the readings."""
        super().__init__(parent)
        self.own = own
        self._language, self._saving = language, saving
        self._stored = Preferences()
        self._reading = Choice(
            theme, language.say("Reading of the policy"), _readings(self._stored, language)
        )
        self._age = CalmSpinBox()
        self._own = RuleConditions(theme, language, saving, self.rule_changed.emit)
        self._up, self._down = CalmSpinBox(), CalmSpinBox()
        self._metric = Choice(theme, language.say("Facebook counts"), _metrics(language))
        self._contacts = QCheckBox(language.say("Keep telephone numbers and e-mail addresses"))
        self.readings = self._readings_card(theme)
        self.limits = self._limits_card(theme)
        self._reading.chosen.connect(self._choose_reading)
        self._age.editingFinished.connect(self._choose_age)
        self._up.editingFinished.connect(self._choose_window)
        self._down.editingFinished.connect(self._choose_window)
        self._metric.chosen.connect(self._choose_metric)
        self._contacts.clicked.connect(self._choose_contacts)
        own.rules_changed.connect(self.rule_changed)

    def show_preferences(self, stored: Preferences) -> None:
        """What is stored."""
        self._stored = stored
        self._reading.show_options(_readings(stored, self._language))
        self._reading.choose(stored.rule.key)
        self.own.show_rules(stored)
        if not self._age.hasFocus():
            self._age.setValue(stored.age_limit or 0)
        self._own.show_preferences(stored)
        for box, percent in ((self._up, stored.most_up), (self._down, stored.most_down)):
            if not box.hasFocus():
                box.setValue(percent)
        self._metric.choose(stored.facebook_metric)
        self._contacts.setChecked(stored.keep_contacts)

    def _readings_card(self, theme: Theme) -> Card:
        card = Card(theme, self._language.say("Reading of the policy"))
        card.body.addWidget(self._reading)
        card.body.addWidget(line())
        note = policy_note(self._language)
        card.body.addWidget(label(theme, note, font="small", tone="text_2", wrap=True))
        return card

    def _limits_card(self, theme: Theme) -> Card:
        say = self._language.say
        card = Card(theme, say("Counts"))
        self._age.setRange(0, _MOST_DAYS)
        self._age.setSpecialValueText(say("no limit"))
        self._age.setSuffix(say(" days"))
        grid = form_grid()
        beside(theme, grid, say("Oldest count"), self._age)
        card.body.addLayout(grid)
        older = say(
            "An older count no longer decides: the person has to be counted again. This is for the "
            "readings; a rule of the office has its own."
        )
        card.body.addWidget(label(theme, older, font="small", tone="text_2", wrap=True))
        card.body.addWidget(line())
        card.body.addWidget(self._own)
        card.body.addWidget(line())
        self._add_window(theme, card)
        card.body.addWidget(line())
        card.body.addWidget(label(theme, say("Facebook counts"), font="small", tone="text_2"))
        card.body.addWidget(self._metric)
        card.body.addWidget(line())
        card.body.addWidget(self._contacts)
        why = say("Off: they are read in a roster, but never stored.")
        card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        return card

    def _add_window(self, theme: Theme, card: Card) -> None:
        say = self._language.say
        self._up.setRange(1, 1000)
        self._down.setRange(1, 99)
        grid = form_grid()
        for box, words in (
            (self._up, say("Rise in a month")),
            (self._down, say("Fall in a month")),
        ):
            box.setSuffix(" %")
            beside(theme, grid, words, box)
        card.body.addLayout(grid)
        why = say("A count that moved further is stored, and asked about.")
        card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))

    @Slot()
    def _choose_window(self) -> None:
        up, down = self._up.value(), self._down.value()
        if (up, down) == (self._stored.most_up, self._stored.most_down):
            return
        self._stored = replace(self._stored, most_up=up, most_down=down)

        def change(stored: Preferences) -> Preferences:
            return replace(stored, most_up=up, most_down=down)

        self._saving.choose(change, self.rule_changed.emit)

    @Slot(str)
    def _choose_reading(self, key: str) -> None:
        if key == self._stored.rule_key:
            return
        self._stored = replace(self._stored, rule_key=key)

        def change(stored: Preferences) -> Preferences:
            return replace(stored, rule_key=key)

        self._saving.choose(change, self.rule_changed.emit)

    @Slot()
    def _choose_age(self) -> None:
        days = self._age.value() or None
        if days == self._stored.age_limit:
            return
        self._stored = replace(self._stored, age_limit=days)

        def change(stored: Preferences) -> Preferences:
            return replace(stored, age_limit=days)

        self._saving.choose(change, self.rule_changed.emit)

    @Slot(str)
    def _choose_metric(self, key: str) -> None:
        if key == self._stored.facebook_metric:
            return
        self._stored = replace(self._stored, facebook_metric=key)

        def change(stored: Preferences) -> Preferences:
            return replace(stored, facebook_metric=key)

        self._saving.choose(change, self.rule_changed.emit)

    @Slot(bool)
    def _choose_contacts(self, keep: bool) -> None:
        def change(stored: Preferences) -> Preferences:
            return replace(stored, keep_contacts=keep)

        self._saving.choose(change, self.contacts_changed.emit)


def _readings(stored: Preferences, language: Language) -> list[Option]:
    friends = stored.facebook_metric == "friends"
    return [
        Option(
            rule.key,
            f"{rule_name(rule, language)}: {_lower(rule_short_name(rule, language))}",
            (
                _upper(reading_sentence(rule, language, facebook_friends=friends)),
                _upper(citation(rule, language)) if rule.is_own else citation(rule, language),
            ),
        )
        for rule in stored.rules
    ]


def _metrics(language: Language) -> list[Option]:
    return [
        Option("friends", language.say("Friends")),
        Option("followers", language.say("Followers")),
    ]


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """Behind a colon, unless a name begins it."""
    return words if words.startswith("Instagram") else words[:1].lower() + words[1:]
