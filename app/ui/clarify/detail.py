"""One account to clarify: its chart, how it jumped, what a decision would change, and the decision."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.clarification import Clarification
from app.domain.jump import innocent_reasons
from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services.clarifying import Suspect
from app.ui.charts.count_line import count_line, spoken_line
from app.ui.charts.lines import LineChart
from app.ui.clarify.decide_part import DecidePart
from app.ui.parts.buttons import plain_button, quiet_button
from app.ui.parts.flow import FlowLayout
from app.ui.parts.text import label, line
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.clarifications import decision_sentence, jump_sentence, shape_word
from app.wording.language import Language

_CHART = 132
_MOST = 3
"""Jumps of one account that are told; who has more has a chart."""


class SuspectDetail(QFrame):
    """Emits what was decided about the account that it shows; writes nothing."""

    explained = Signal(object, object, str)
    """The Suspect, an InnocentReason, the note."""
    excluded = Signal(object, str)
    """The Suspect and the reason."""
    taken_back = Signal(object)
    """The decisions of a Suspect."""
    person_asked = Signal(int)
    record_asked = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme, self._language = theme, language
        self._suspect: Suspect | None = None
        say = language.say
        self.setAccessibleName(say("The account"))
        self._name = label(theme, font="name", wrap=True)
        self._where = label(theme, font="small", tone="text_2", wrap=True)
        self._chart = LineChart(theme, language)
        self._chart.setFixedHeight(_CHART)
        self._told = label(theme, wrap=True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._effect = label(theme, font="body_medium", wrap=True)
        self._decided = label(theme, wrap=True)
        self._past = label(theme, font="small", tone="text_2", wrap=True)
        self._back = plain_button(theme, say("Take the decision back"), icon="undo-2")
        self._back.setAutoDefault(False)
        self._decide = DecidePart(theme, language)
        self._open = quiet_button(theme, say("Open the person"), icon="user-round")
        self._record = quiet_button(theme, say("Record again"), icon="pencil")
        self._lay_out(theme)
        writes(self._back)
        self._back.clicked.connect(self._take_back)
        self._decide.explained.connect(self._explain)
        self._decide.excluded.connect(self._exclude)
        self._decide.turned_to.connect(self._bring)
        self._open.clicked.connect(self._ask_person)
        self._record.clicked.connect(self._ask_record)

    def show_suspect(self, one: Suspect, rule: Rule) -> None:
        """Another account."""
        self._suspect = one
        language = self._language
        self._name.setText(one.person.full_name)
        handle = one.account.handle
        account = one.platform.name_shown + (f" {handle.text}" if handle is not None else "")
        self._where.setText(" · ".join(filter(None, (account, one.person.place))))
        self._show_chart(one, rule)
        told = [
            f"{shape_word(jump.shape, language)}. {jump_sentence(jump, language)}"
            for jump in one.jumps[:_MOST]
        ]
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))
        self._effect.setText(self._effect_of(one))
        self._effect.setVisible(one.is_open)
        made = _in_force(one)
        decided = [decision_sentence(each, language) for each in made]
        self._decided.setText("\n".join(dict.fromkeys(decided)))
        self._decided.setVisible(bool(decided))
        past = [decision_sentence(each, language) for each in one.past]
        self._past.setText("\n".join(dict.fromkeys(past)))
        self._past.setVisible(bool(past))
        self._back.setVisible(bool(decided))
        self._decide.setVisible(one.is_open)
        self._decide.foot.setVisible(one.is_open)
        if one.is_open:
            self._decide.ask(innocent_reasons(one.jumps[0]))
        self._scroll.verticalScrollBar().setValue(0)

    def _show_chart(self, one: Suspect, rule: Rule) -> None:
        self._chart.setVisible(bool(one.counts))
        if not one.counts:
            return
        asked = one.platform in rule.platforms
        jump = None
        if one.jumps and one.jumps[0].after in one.counts:
            newest = one.jumps[0]
            step = self._language.number(newest.step)
            jump = newest.after, f"+{step}" if newest.step > 0 else step
        drawn = count_line(
            one.counts,
            self._language,
            threshold=rule.threshold_of(one.platform) if asked else None,
            jump=jump,
        )
        self._chart.set_line(drawn, spoken_line(one.platform, one.counts, self._language))

    def _effect_of(self, one: Suspect) -> str:
        say = self._language.say
        if one.verdict is not Verdict.QUALIFIES:
            return say("This person does not qualify either way.")
        if one.without is Verdict.QUALIFIES:
            return say("This person also qualifies by other accounts.")
        return say("This person qualifies only by this account.")

    def _lay_out(self, theme: Theme) -> None:
        links = QWidget()
        flow = FlowLayout(links)
        for button in (self._open, self._record):
            button.setAutoDefault(False)
            flow.addWidget(button)
        content = QWidget()
        content.setProperty("role", "surface")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(14, 12, 14, 12)
        inner.setSpacing(6)
        above = self._name, self._where, self._decided, self._chart, self._told, self._effect
        for widget in (*above, self._past, links, line()):
            inner.addWidget(widget)
        inner.addWidget(self._decide)
        inner.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "surface")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(self._back)
        foot.addWidget(self._decide.foot, 1)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(line())
        column.addLayout(foot)

    # Asking

    def focus_decision(self) -> None:
        """From the list to what can be decided."""
        if self._decide.isVisible():
            self._decide.focus()
        else:
            self._back.setFocus()

    @Slot(object)
    def _bring(self, field: QWidget) -> None:
        # What was shown a moment ago has no place yet.
        content = self._scroll.widget().layout()
        if content is not None:
            content.activate()
        self._scroll.ensureWidgetVisible(field)

    @Slot(object, str)
    def _explain(self, innocent: object, note: str) -> None:
        self.explained.emit(self._suspect, innocent, note)

    @Slot(str)
    def _exclude(self, reason: str) -> None:
        self.excluded.emit(self._suspect, reason)

    @Slot()
    def _take_back(self) -> None:
        if self._suspect is not None:
            self.taken_back.emit(_in_force(self._suspect))

    @Slot()
    def _ask_person(self) -> None:
        if self._suspect is not None:
            self.person_asked.emit(self._suspect.person.id)

    @Slot()
    def _ask_record(self) -> None:
        if self._suspect is not None:
            self.record_asked.emit(self._suspect.person.id)


def _in_force(one: Suspect) -> list[Clarification]:
    """What stands in the way of asking: all of it goes together, so that it is asked again."""
    return [] if one.is_open else list(one.decisions)
