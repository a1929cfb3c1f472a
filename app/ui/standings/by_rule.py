"""How many qualify under every rule, side by side, at a threshold that is tried."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.rule import Rule
from app.domain.what_if import Ladder
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import rule_name

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ByRule(QWidget):
    """Two columns; a rule of the office's own, whose name may be long, has a line of its own."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._rules: Sequence[Rule] = ()
        self._numbers: dict[str, QLabel] = {}
        self._table = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Other rules; the same ones as before leave the numbers as they are."""
        if rules == self._rules:
            return
        self._rules = rules
        self._numbers = {rule.key: label(self._theme, font="small_semibold") for rule in rules}
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        named = [rule for rule in rules if not rule.is_own]
        for place, rule in enumerate(named):
            at_row, side = divmod(place, 2)
            grid.addWidget(self._name(rule), at_row, side * 2)
            grid.addWidget(self._numbers[rule.key], at_row, side * 2 + 1, _RIGHT)
            grid.setColumnStretch(side * 2 + 1, 1)
        for rule in rules:
            if rule.is_own:
                row = grid.rowCount()
                grid.addWidget(self._name(rule), row, 0, 1, 3)
                grid.addWidget(self._numbers[rule.key], row, 3, _RIGHT)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table

    def show_numbers(self, ladders: Mapping[str, Ladder], tried: int) -> None:
        """How many qualify under each rule at this threshold, and what that changes."""
        language = self._language
        for rule in self._rules:
            number, change = tried_at(ladders[rule.key], rule, tried)
            more = signed(change, language)
            shown = f"{language.number(number)} ({more})" if more else language.number(number)
            self._numbers[rule.key].setText(shown)
            spoken = language.say_many("{count} person qualifies", "{count} people qualify", number)
            name = rule_name(rule, language)
            self._numbers[rule.key].setAccessibleName(f"{name}: {spoken} {more}".rstrip())

    def _name(self, rule: Rule) -> QLabel:
        words = rule_name(rule, self._language)
        return label(self._theme, words, font="small", tone="text_2", wrap=rule.is_own)


def at(ladder: Ladder, rule: Rule, threshold: int | None = None) -> int:
    """How many qualify under a rule, at its own or at another threshold."""
    tried = rule if threshold is None else rule.with_threshold(threshold)
    return ladder.qualifying(tried.minimum)


def tried_at(ladder: Ladder, rule: Rule, threshold: int) -> tuple[int, int]:
    """How many qualify at another threshold, and how many more than now."""
    then = at(ladder, rule, threshold)
    return then, then - at(ladder, rule)


def signed(change: int, language: Language) -> str:
    """+23 or −23; nothing for no change."""
    if not change:
        return ""
    return f"+{language.number(change)}" if change > 0 else language.number(change)
