"""The card with the rules of the office's own: a list, and a dialog for each."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.rule import Rule
from app.services.preferences import Preferences
from app.ui.parts.buttons import Button, icon_button
from app.ui.parts.card import Card
from app.ui.parts.chips import Chip
from app.ui.parts.text import label, line
from app.ui.prompts import Prompts
from app.ui.settings.rule_dialog import RuleDialog
from app.ui.settings.rule_trial import RuleTrial
from app.ui.settings.saving import Saving
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import rule_called, rule_line, rule_name

_Act = Callable[[Rule], None]

MOST = 8
"""Own rules beside the four readings: they all stand side by side with their numbers."""


class OwnRulesCard(QWidget):
    """A pencil or F2 changes a rule, the copy begins a new one, the bin asks and removes."""

    rules_changed = Signal()
    """Stored already."""

    def __init__(
        self, theme: Theme, language: Language, saving: Saving, trial: RuleTrial, prompts: Prompts
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._saving, self._trial, self._prompts = saving, trial, prompts
        self._stored = Preferences()
        self._shown: Preferences | None = None
        self._buttons: dict[Button, tuple[Rule, _Act]] = {}
        self._card = Card(theme, language.say("Rules of the office"))
        self._rows = QWidget()
        self._add = Button(theme, language.say("Make a rule"), icon="plus", small=True)
        self._add.clicked.connect(self._open_new)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._add)
        hint = language.say("Begins with a copy of the chosen rule")
        foot.addWidget(label(theme, hint, font="small", tone="text_2", wrap=True), 1)
        self._card.body.addWidget(self._rows)
        self._card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        edit = QShortcut(QKeySequence(Qt.Key.Key_F2), self, context=context)
        edit.activated.connect(self._edit_focused)

    def show_rules(self, stored: Preferences) -> None:
        """What is stored."""
        self._stored = stored
        if self._shown is not None and _same(self._shown, stored):
            return
        self._shown = stored
        self._buttons.clear()
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for rule in stored.own_rules:
            column.addWidget(line())
            column.addLayout(self._row(rule))
        if not stored.own_rules:
            none = self._language.say(
                "None yet. Where none of the readings fits, the office can write down its own rule."
            )
            column.addWidget(label(self._theme, none, tone="text_2", wrap=True))
        column.addWidget(line())
        self._card.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        full = len(stored.own_rules) >= MOST
        self._add.setEnabled(not full)
        most = self._language.say_many("{count} rule at most", "{count} rules at most", MOST)
        self._add.setToolTip(most if full else "")

    def _row(self, rule: Rule) -> QHBoxLayout:
        language, theme = self._language, self._theme
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(theme, rule.name, font="body_medium", wrap=True))
        friends = self._stored.facebook_metric == "friends"
        said = rule_line(rule, language, facebook_friends=friends)
        words.addWidget(label(theme, said, font="small", tone="text_2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addLayout(words, 1)
        if rule.key == self._stored.rule.key:
            row.addWidget(Chip(theme, language.say("in use"), text="accent", tint="accent_tint"))
        say = language.say
        for icon, text, act in (
            ("pencil", say("Change {name}"), self._edit),
            ("copy", say("Copy {name}"), self._copy),
            ("trash-2", say("Remove {name}"), self._ask_removal),
        ):
            button = icon_button(theme, icon, text.format(name=rule.name))
            button.clicked.connect(self._pressed)
            self._buttons[button] = rule, act
            row.addWidget(button)
        return row

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._buttons:
            rule, act = self._buttons[button]
            act(rule)

    @Slot()
    def _edit_focused(self) -> None:
        for button, (rule, _) in list(self._buttons.items()):
            if button.hasFocus():
                self._edit(rule)

    @Slot()
    def _open_new(self) -> None:
        self._open(replace(self._stored.rule, key="", name=""))

    def _edit(self, rule: Rule) -> None:
        self._open(rule)

    def _copy(self, rule: Rule) -> None:
        if len(self._stored.own_rules) < MOST:
            name = self._language.say("{name} (copy)").format(name=rule.name)
            self._open(replace(rule, key="", name=name))

    def _open(self, rule: Rule) -> None:
        # A copy of reading a is a rule of the office's own: what is not said is not known there.
        begun = replace(rule, silence_is_no_account=False)
        dialog = RuleDialog(self._theme, self._language, begun, self._stored, self._trial, self)
        dialog.kept.connect(self._keep)
        dialog.open()

    @Slot(object)
    def _keep(self, rule: Rule) -> None:
        def change(stored: Preferences) -> Preferences:
            return stored.with_own_rule(rule)

        self._saving.choose(change, self._tell)

    def _ask_removal(self, rule: Rule) -> None:
        say = self._language.say
        safe = say("Closed periods keep the rule they were closed under.")
        if rule.key == self._stored.rule.key:
            first = rule_name(self._stored.rules[0], self._language)
            text = say("It is in use; {reading} takes its place.").format(
                reading=f"{first[:1].lower()}{first[1:]}"
            )
            safe = f"{text} {safe}"
        self._prompts.ask(
            say("Remove the rule {name}?").format(name=rule_called(rule)),
            say("Remove"),
            partial(self._remove, rule.key),
            safe=safe,
        )

    def _remove(self, key: str) -> None:
        def change(stored: Preferences) -> Preferences:
            return stored.without_own_rule(key)

        self._saving.choose(change, self._tell)

    def _tell(self) -> None:
        self.rules_changed.emit()
        self._add.setFocus()


def _same(one: Preferences, other: Preferences) -> bool:
    """Both show the same rows."""
    kept = (one.own_rules, one.rule.key, one.facebook_metric)
    return kept == (other.own_rules, other.rule.key, other.facebook_metric)
