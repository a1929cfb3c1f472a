"""The panel at the right: what needs a look, by kind, the rows that are held first."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.form_conflict import Conflict, Option
from app.ui.importing.concern_card import ConcernCard, ServiceOf
from app.ui.importing.conflict_rows import ConflictRow
from app.ui.importing.findings import Concern, Finding, Group, Kind, OpenedSheet
from app.ui.parts.text import icon_label, label, line
from app.ui.theme.theme import Theme
from app.wording.language import Language


class ConcernsPanel(QFrame):
    """Remembers which kinds were folded by hand while plans come and go."""

    reached = Signal(object)
    only_asked = Signal(object, bool)
    accepted = Signal(list)
    leaving = Signal(list, object)
    hidden_left_out = Signal(bool)
    units_answered = Signal(list, object)
    conflict_answered = Signal(object, object)

    def __init__(self, theme: Theme, language: Language, service_of: ServiceOf) -> None:
        super().__init__()
        self._service_of = service_of
        self._theme = theme
        self._language = language
        self._cards: list[ConcernCard] = []
        self._folded: dict[Kind, bool] = {}
        self._stops: Sequence[tuple[tuple[int, ...], Finding]] = ()
        self.setProperty("role", "card")
        self.setAccessibleName(language.say("To check"))
        self._facts = label(theme, font="small", tone="text_2")
        self._inside = QWidget()
        self._inside.setProperty("role", "surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._lay_out()
        self.show_groups((), known=False)

    def show_groups(self, groups: Sequence[Group], *, known: bool = True) -> None:
        """List these groups, in their order; the button that had the focus has it again.

        Without a plan (`known` False) nobody can say that nothing needs a look.
        """
        self._remember()
        focused = self._named_focus()
        while (item := self._column.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._cards = [self._card(group) for group in groups]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()
            self._column.addWidget(line())
        if known and not groups:
            self._column.addWidget(self._nothing())
        self._column.addStretch()
        self._stops = sorted(
            ((_place(finding), finding) for group in groups for finding in group.stops),
            key=lambda stop: stop[0],
        )
        for button in self._inside.findChildren(QPushButton) if focused else ():
            if _name_of(button) == focused and button.isVisibleTo(self):
                button.setFocus()
        kinds = self._language.say_many("{count} kind", "{count} kinds", len(groups))
        rows = self._language.say_many("{count} row", "{count} rows", len(self._stops))
        self._facts.setText(f"{kinds} · {rows}" if groups else "")

    def show_filter(self, group: Group | None) -> None:
        """Press the button of the group that the sheet is filtered by; says nothing."""
        for card in self._cards:
            card.show_filtered(filtered=card.group is group)

    def next_stop(self, sheet: OpenedSheet, row: int, *, forward: bool) -> Finding | None:
        """The next row that needs a look after (or before) this one, and round again."""
        if not self._stops:
            return None
        places = [place for place, _ in self._stops]
        here = (sheet.number, *sheet.sheet.place, row)
        if forward:
            return self._stops[bisect_right(places, here) % len(places)][1]
        return self._stops[bisect_left(places, here) - 1][1]

    def stop_at(self, sheet: OpenedSheet, row: int) -> Finding | None:
        """What can be taken in this row: a proposed number before a name of a unit."""
        here = (sheet.number, *sheet.sheet.place, row)
        found = [finding for place, finding in self._stops if place == here]
        return next((one for one in found if one.diagnosis or one.unit), None)

    def ask_conflicts(self) -> bool:
        """The keys go to the first contradiction of forms without an answer; False: there is none."""
        open_ones = [row for row in self._conflict_rows() if row.asked.chosen is None]
        if open_ones:
            open_ones[0].focus()
        return bool(open_ones)

    def _conflict_rows(self) -> list[ConflictRow]:
        return self._inside.findChildren(ConflictRow)

    @Slot(object, object)
    def _answer_conflict(self, conflict: Conflict, option: Option | None) -> None:
        # On to the next one before the new plan is there: whoever is quick types ahead.
        rows = self._conflict_rows()
        places = [at for at, row in enumerate(rows) if row.asked.conflict is conflict]
        after = [row for row in rows[places[0] + 1 :] if row.asked.chosen is None]
        if after and option is not None:
            after[0].focus()
        self.conflict_answered.emit(conflict, option)

    def _named_focus(self) -> tuple[str, str] | None:
        focused = self._inside.focusWidget()
        return _name_of(focused) if focused is not None and focused.hasFocus() else None

    def _remember(self) -> None:
        for card in self._cards:
            self._folded[card.group.kind] = not card.opened

    def _card(self, group: Group) -> ConcernCard:
        asks = group.holds or group.kind in (Concern.HIDDEN, Concern.UNREAD, Concern.UNITS)
        opened = not self._folded.get(group.kind, not asks)
        card = ConcernCard(self._theme, self._language, group, self._service_of, opened=opened)
        card.reached.connect(self.reached)
        card.only_asked.connect(self.only_asked)
        card.accepted.connect(self.accepted)
        card.leaving.connect(self.leaving)
        card.hidden_left_out.connect(self.hidden_left_out)
        card.units_answered.connect(self.units_answered)
        card.conflict_answered.connect(self._answer_conflict)
        return card

    def _nothing(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(14, 12, 14, 12)
        row.addWidget(icon_label(self._theme, "circle-check", tone="qualifies_text"))
        words = self._language.say("Nothing needs a look.")
        row.addWidget(label(self._theme, words, tone="text_2"), 1)
        return made

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 2, 14, 0)
        row.addWidget(label(self._theme, self._language.say("To check"), font="card_title"))
        row.addStretch()
        row.addWidget(self._facts)
        scroll = QScrollArea()
        scroll.setProperty("role", "surface")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        column.addWidget(scroll, 1)


def _name_of(widget: QWidget) -> tuple[str, str]:
    return widget.accessibleName(), widget.accessibleDescription()


def _place(finding: Finding) -> tuple[int, ...]:
    return (finding.sheet.number, *finding.sheet.sheet.place, finding.row)
