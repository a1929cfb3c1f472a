"""One person's verdict with the whole reason: each platform with value, day, age and distance."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.person import Account
from app.domain.verdict import Reason
from app.services.packed_accounts import whole
from app.ui.parts.buttons import quiet_button
from app.ui.parts.chips import Chip, PlatformTag
from app.ui.parts.text import label, line
from app.ui.standings.rows import Judged, StandingRow
from app.ui.theme.theme import Theme
from app.wording.counts import count_text
from app.wording.coverage import crossing_words
from app.wording.explained import explanation
from app.wording.language import Language
from app.wording.platform_reasons import briefly
from app.wording.reasons import reason_sentence, steps_text
from app.wording.rules import citation
from app.wording.verdicts import verdict_short_word


class Explanation(QWidget):
    """Rebuilt for each person: platforms differ in number and in what is known of them."""

    person_asked = Signal(int)
    """The person's card is wanted."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self._theme = theme
        self._language = language
        self._person = 0
        self._name = label(theme, font="name", wrap=True)
        self._unit = label(theme, font="small", tone="text_2", wrap=True)
        self._chip = Chip(theme, "")
        self._sentence = label(theme, wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._trend = label(theme, font="small", tone="text_2", wrap=True)
        self._platforms = QWidget()
        self._whole = label(theme, font="small", tone="text_2", wrap=True)
        self._whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._citation = label(theme, font="small", tone="text_3", wrap=True)
        self._open = quiet_button(theme, language.say("Open the person"), icon="user-round")
        self._open.clicked.connect(self._ask)
        chip_row = QHBoxLayout()
        chip_row.addWidget(self._chip)
        chip_row.addStretch()
        chip_row.addWidget(self._open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(6)
        for part in (self._name, self._unit):
            self._column.addWidget(part)
        self._column.addLayout(chip_row)
        under = (
            self._sentence,
            self._trend,
            line(),
            self._platforms,
            line(),
            self._whole,
            self._citation,
        )
        for widget in under:
            self._column.addWidget(widget)
        self._column.addStretch()

    def show_person(self, row: StandingRow, judged: Judged) -> None:
        """Explain one person under the rule."""
        rule, as_of, language = judged.rule, judged.as_of, self._language
        judgement = judged.judgement_of(row)
        self._person = row.id
        self._name.setText(row.full_name)
        self._unit.setText(row.unit)
        self._unit.setVisible(bool(row.unit))
        verdict = judgement.verdict
        self._chip.show_verdict(verdict, verdict_short_word(verdict, language))
        friends = judged.facebook_friends
        sentence = reason_sentence(judgement, rule, as_of, language, facebook_friends=friends)
        self._sentence.setText(sentence)
        self._show_platforms(row, judged)
        self._show_trend(row, judged)
        whole = explanation(judgement, rule, as_of, language, facebook_friends=friends)
        self._whole.setText(whole)
        self._citation.setText(citation(rule, language))

    def _show_trend(self, row: StandingRow, judged: Judged) -> None:
        """Of those who nearly qualify: when they will."""
        self._trend.setVisible(row.is_near)
        found = judged.crossings.get(row.id)
        words = self._language.say("When the threshold is crossed cannot be estimated.")
        if found is not None:
            text = self._language.say("The threshold is crossed {when}.")
            words = text.format(when=crossing_words(found, self._language))
        self._trend.setText(words)

    def _show_platforms(self, row: StandingRow, judged: Judged) -> None:
        old = self._platforms
        self._platforms = QWidget()
        grid = QGridLayout(self._platforms)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        rule = judged.rule
        for reason in judged.judgement_of(row).reasons:
            self._add_reason(grid, reason, judged)
        for account in whole(row.accounts):
            if account.platform not in rule.platforms and account.latest is not None:
                self._add_other(grid, account)
        self._column.replaceWidget(old, self._platforms)
        self._platforms.show()
        old.hide()
        old.deleteLater()

    def _add_reason(self, grid: QGridLayout, reason: Reason, judged: Judged) -> None:
        theme, language = self._theme, self._language
        at = grid.rowCount()
        grid.addWidget(PlatformTag(theme, reason.platform), at, 0)
        count = reason.account.latest
        if reason.distance is None or count is None:
            rule = judged.rule
            words = " ".join(briefly([reason], rule, language))
            grid.addWidget(label(theme, words, tone="text_2", wrap=True), at, 1, 1, 3)
            return
        number = count_text(count.interval, count.written, language)
        grid.addWidget(label(theme, number, font="body_medium"), at, 1, _RIGHT)
        day = language.short_date(count.observed_on)
        if reason.age:
            days = language.say_many("{count} day", "{count} days", reason.age)
            day = language.say("{date} ({days} ago)").format(date=day, days=days)
        grid.addWidget(label(theme, day, font="small", tone="text_2", wrap=True), at, 2)
        distance = steps_text(reason.distance, language, least=not count.interval.exact)
        tone = "qualifies_text" if reason.met else "text_2"
        shown = label(theme, distance, font="body_medium", tone=tone)
        shown.setToolTip(language.say("Distance to the smallest count that meets the rule"))
        grid.addWidget(shown, at, 3, _RIGHT)

    def _add_other(self, grid: QGridLayout, account: Account) -> None:
        count = account.latest
        if count is None:
            return
        at = grid.rowCount()
        grid.addWidget(PlatformTag(self._theme, account.platform), at, 0)
        number = count_text(count.interval, count.written, self._language)
        shown = label(self._theme, number, font="body_medium", tone="text_3")
        grid.addWidget(shown, at, 1, _RIGHT)
        words = self._language.say("not counted in this reading")
        grid.addWidget(label(self._theme, words, font="small", tone="text_3"), at, 2, 1, 2)

    @Slot()
    def _ask(self) -> None:
        self.person_asked.emit(self._person)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
