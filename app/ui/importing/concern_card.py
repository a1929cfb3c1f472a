"""One kind of thing that needs a look: its head folds it, its rows lead to the sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.nip_doctor import Proposal
from app.domain.person import Service
from app.services.importing import InService, UnitGuess
from app.ui.importing.concern_rows import AbsentRow, ConcernRow
from app.ui.importing.concern_words import GroupWords, group_words
from app.ui.importing.conflict_rows import ConflictRow
from app.ui.importing.findings import Concern, Finding, Group
from app.ui.importing.unit_rows import UnitRow
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import label
from app.ui.theme.painting import chip_width, paint_chip, paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROWS = 6
"""So many rows are listed; the rest is found with F8 or the filter."""
_NAMES = 12
_PEOPLE = 8
_UNITS = 12

ServiceOf = Callable[[int], Service | None]
"""What was said about an absent person, by id."""


class _Head(QPushButton):
    """Icon, title, a chip or quiet words at the right, an arrow that says whether it is open."""

    def __init__(self, theme: Theme, words: GroupWords, *, holds: bool) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._holds = holds
        self.setProperty("role", "bare")
        self.setCheckable(True)
        self.setFixedHeight(38)
        self.setAccessibleName(f"{words.title}, {words.note}")
        self.setToolTip(words.title)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 38)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        theme, words = self._theme, self._words
        tone = "warning_text" if self._holds else "text_2"
        paint_icon(painter, theme, words.icon, tone, QRect(12, 11, 16, 16))
        right = self.width() - 10
        arrow = "chevron-up" if self.isChecked() else "chevron-down"
        paint_icon(painter, theme, arrow, "text_2", QRect(right - 14, 12, 14, 14))
        right -= 19
        title = QFontMetrics(theme.fonts.body_semibold).horizontalAdvance(words.title)
        room = right - 40 - title
        if self._holds:
            note = words.note if chip_width(theme, words.note, icon=False) <= room else words.short
            width = chip_width(theme, note, icon=False)
            chip = QRect(right - width, 8, width, 22)
            paint_chip(painter, theme, chip, icon="", word=note, text=tone, tint="warning_tint")
        else:
            width = QFontMetrics(theme.fonts.small).horizontalAdvance(words.note)
            if width > room:
                # The title comes first; the sentence below says the same as the note.
                width = 0
            place = QRect(right - width, 0, width + 1, self.height())
            if width:
                paint_text(painter, theme, place, words.note, font="small", tone="text_2")
        box = QRect(36, 0, right - width - 40, self.height())
        font = "body_semibold" if self._holds else "body_medium"
        paint_text(painter, theme, box, words.title, font=font)


class ConcernCard(QFrame):
    """Groups that hold rows are open; harmless ones are folded."""

    reached = Signal(object)
    """A Finding to go to."""
    only_asked = Signal(object, bool)
    """Show only the rows of this Group, or all rows again."""

    accepted = Signal(list)
    """Findings with the Proposal that is taken for each."""
    hidden_left_out = Signal(bool)
    leaving = Signal(list, object)
    """Ids of absent people, and the Service that they left by, or None."""
    units_answered = Signal(list, object)
    """UnitGuesses, and whether they are right; None: no answer."""

    conflict_answered = Signal(object, object)
    """A Conflict of forms, and the Option that holds; None: no answer."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        group: Group,
        service_of: ServiceOf,
        *,
        opened: bool,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.group = group
        words = group_words(group, language)
        self._head = _Head(theme, words, holds=group.holds)
        self._body = QWidget()
        self._only = self._only_button()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body)
        self._fill(words, service_of)
        self._head.clicked.connect(self._fold)
        self._head.setChecked(opened)
        self._body.setVisible(opened)

    @property
    def opened(self) -> bool:
        """Whether its rows are listed."""
        return self._head.isChecked()

    def show_filtered(self, *, filtered: bool) -> None:
        """Press the button while the sheet shows only these rows; says nothing."""
        self._only.setChecked(filtered)

    def _fill(self, words: GroupWords, service_of: ServiceOf) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 0, 8, 12)
        column.setSpacing(2)
        column.addWidget(label(self._theme, words.sentence, font="small", tone="text_2", wrap=True))
        column.addSpacing(4)
        shown = self._add_units(column) or self._add_conflicts(column) or self._add_rows(column)
        shown += self._add_people(column, service_of)
        names = self.group.names[:_NAMES]
        if names:
            between = "\n\n" if self.group.kind is Concern.UNREAD else ", "
            column.addWidget(label(self._theme, between.join(names), wrap=True))
        left = self.group.count - shown - len(names)
        if left > 0:
            more = self._language.say_many("and {count} more", "and {count} more", left)
            column.addWidget(label(self._theme, more, font="small", tone="text_2"))
        self._add_buttons(column)

    def _add_rows(self, column: QVBoxLayout) -> int:
        # What a person must choose comes first, then what can be taken at once.
        shown = sorted(self.group.findings, key=_doubt)[:_ROWS]
        for finding in shown:
            row = ConcernRow(self._theme, self._language, finding)
            row.reached.connect(self.reached)
            row.accepted.connect(self._take_one)
            column.addWidget(row)
        return len(shown)

    def _add_units(self, column: QVBoxLayout) -> int:
        # What nobody has answered yet comes first, and of that what has to be answered singly.
        shown = sorted(self.group.units, key=_open_first)[:_UNITS]
        for guess in shown:
            row = UnitRow(self._theme, self._language, guess)
            row.reached.connect(self._reach_unit)
            row.answered.connect(self.units_answered)
            column.addWidget(row)
        return len(shown)

    def _add_conflicts(self, column: QVBoxLayout) -> int:
        for asked in self.group.conflicts:
            row = ConflictRow(self._theme, self._language, asked)
            row.answered.connect(self.conflict_answered)
            column.addWidget(row)
        return len(self.group.conflicts)

    def _add_people(self, column: QVBoxLayout, service_of: ServiceOf) -> int:
        people = self.group.people
        if len(people) > 1:
            everyone = self._language.say("All {count} together").format(
                count=self._language.number(len(people))
            )
            same = {service_of(person.id) for person in people}
            common = same.pop() if len(same) == 1 else None
            self._add_person(column, people, everyone, common)
        for person in people[:_PEOPLE]:
            self._add_person(column, [person], person.name, service_of(person.id))
        return len(people[:_PEOPLE])

    def _add_person(
        self,
        column: QVBoxLayout,
        people: Sequence[InService],
        words: str,
        service: Service | None,
    ) -> None:
        row = AbsentRow(self._theme, self._language, people, words, service)
        row.decided.connect(self.leaving)
        column.addWidget(row)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self._only.setVisible(bool(self.group.findings))
        if not self.group.findings:
            return
        column.addSpacing(4)
        if self.group.kind is Concern.HIDDEN:
            column.addWidget(self._hidden_button(), 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(4)
        together = self.group.answered_together
        if together:
            words = self._language.say("All are the same")
            if any(one.same is None and one.renamed for one in self.group.units):
                words = self._language.say_many(
                    "{count} with slips is the same",
                    "{count} with slips are the same",
                    len(together),
                )
            all_same = Button(self._theme, words, icon="check", small=True)
            all_same.clicked.connect(self._say_all_same)
            column.addWidget(all_same, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(4)
        safe = len(self.group.accepted_together)
        if safe:
            words = self._language.say_many("Use {count} proposal", "Use {count} proposals", safe)
            take = Button(self._theme, words, icon="check", small=True)
            take.clicked.connect(self._take_all)
            column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(4)
        column.addWidget(self._only, 0, Qt.AlignmentFlag.AlignLeft)

    def _hidden_button(self) -> Button:
        words = self._language.say("Leave out hidden rows")
        button = Button(
            self._theme,
            words,
            role=ButtonRole.TOGGLE,
            icon="eye-off",
            icon_tone="text_2",
            small=True,
        )
        button.setChecked(any(one.sheet.sheet.without_hidden for one in self.group.findings))
        button.clicked.connect(self.hidden_left_out)
        return button

    def _only_button(self) -> Button:
        words = self._language.say("Show only these rows")
        button = Button(
            self._theme,
            words,
            role=ButtonRole.TOGGLE,
            icon="funnel",
            icon_tone="text_2",
            small=True,
        )
        button.setParent(self._body)
        button.clicked.connect(self._ask_only)
        return button

    @Slot(bool)
    def _fold(self, opened: bool) -> None:
        self._body.setVisible(opened)
        if opened and self.group.findings:
            self.reached.emit(self.group.findings[0])

    @Slot()
    def _say_all_same(self) -> None:
        self.units_answered.emit(list(self.group.answered_together), True)

    @Slot(object)
    def _reach_unit(self, guess: UnitGuess) -> None:
        first = next(one for one in self.group.findings if one.text == guess.written)
        self.reached.emit(first)

    @Slot()
    def _take_all(self) -> None:
        self.accepted.emit(list(self.group.accepted_together))

    @Slot(object, object)
    def _take_one(self, finding: Finding, proposal: Proposal) -> None:
        self.accepted.emit([(finding, proposal)])

    @Slot(bool)
    def _ask_only(self, pressed: bool) -> None:
        self.only_asked.emit(self.group, pressed)


def _open_first(guess: UnitGuess) -> tuple[bool, bool]:
    return guess.same is not None, not guess.renamed


def _doubt(finding: Finding) -> int:
    if finding.diagnosis is None:
        return 2
    return 1 if finding.diagnosis.safe else 0
