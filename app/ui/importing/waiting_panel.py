"""The waiting room as a table: number and name are typed in place, proposals are taken at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.nip import Nip
from app.services.waiting_room import WaitingRow
from app.ui.importing.proposal_keys import PROPOSAL, WaitingProposals
from app.ui.parts.buttons import plain_button
from app.ui.parts.card import framed
from app.ui.parts.writing import writes
from app.ui.table.column import CellEdit, Column
from app.ui.table.looks import Look, MarkLook, TextLook
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import Purpose, TableView
from app.ui.theme.theme import Theme
from app.wording.imports import ground_words, held_advice, held_label
from app.wording.language import Language


class WaitingPanel(QWidget):
    """Says what is wanted; a row that is finished leaves when the rows are shown anew.

    `buttons` stand where the page has room for them.
    """

    corrected = Signal(object)
    """By id of the row: texts by field."""
    set_aside = Signal(list)
    """Ids."""
    workbook_asked = Signal()

    def __init__(self, theme: Theme, language: Language, memory: TableMemory) -> None:
        super().__init__()
        say = language.say
        self._language = language
        self._rows: Sequence[WaitingRow] = ()
        self._late: Sequence[WaitingRow] | None = None
        self._handed: set[int] = set()
        self._model: TableModel[WaitingRow] = TableModel(
            _columns(language), _key, edit=self._hand_on
        )
        self.table: TableView[WaitingRow] = TableView(
            theme,
            language,
            self._model,
            name=say("Waiting room"),
            key="waiting",
            memory=memory,
            purpose=Purpose.EDIT,
        )
        self._take = plain_button(theme, "", icon="check")
        self._aside = plain_button(theme, say("Set aside"), icon="archive")
        self._aside.setToolTip(say("The chosen rows are not wanted. It can be undone."))
        self._save = plain_button(theme, say("Save to Excel"), icon="file-down")
        self._save.setToolTip(say("Correct the rows in Excel; imported again, they are settled."))
        self.buttons = QWidget()
        bar = QHBoxLayout(self.buttons)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addStretch()
        bar.addWidget(self._take)
        bar.addWidget(self._aside)
        bar.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(framed(self.table), 1)
        proposals = WaitingProposals(self.table, self._model.place_of(PROPOSAL))
        proposals.taken.connect(self._take_one)
        # Qt is still closing the editor; and the next cell's editor may open at once.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._catch_up)
        self.table.itemDelegate().closeEditor.connect(self._timer.start)
        writes(self._take, self._aside)
        self._take.clicked.connect(self._take_all)
        self._aside.clicked.connect(self._ask_aside)
        self._save.clicked.connect(self.workbook_asked)

    def show_rows(self, rows: Sequence[WaitingRow]) -> None:
        """List the rows that wait; while a cell is typed into, that waits until it is left."""
        if self.table.is_typed_into:
            self._late = rows
            return
        before, self._rows, self._late = self._rows, rows, None
        if [_key(row) for row in before] == [_key(row) for row in rows]:
            self._show_anew(before)
        else:
            place = self.table.currentIndex()
            self._model.set_rows(rows)
            self._stand_near(place.row(), place.column())
        self._handed.clear()
        safe = len(self._safe())
        words = self._language.say_many("Use {count} proposal", "Use {count} proposals", safe)
        self._take.set_words(words)
        self._take.setVisible(safe > 0)

    def search(self, words: str) -> None:
        """Show the rows that hold these words."""
        self._model.search(words)

    def _show_anew(self, before: Sequence[WaitingRow]) -> None:
        """The same rows wait: what is selected stays so, and the one under the cursor in place."""
        for old, new in zip(before, self._rows, strict=True):
            if new != old or _key(new) in self._handed:
                self._model.replace_row(_key(new), new)

    def _stand_near(self, place: int, column: int) -> None:
        """Where the row under the cursor is finished, the cursor goes to the one below."""
        rows = self._model.rowCount()
        if place >= 0 and rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._model.index(min(place, rows - 1), column))

    @Slot()
    def _catch_up(self) -> None:
        if self._late is not None:
            self.show_rows(self._late)

    def _safe(self) -> Mapping[int, Mapping[str, str]]:
        return {
            row.held.id: {"nip": row.diagnosis.proposals[0].nip}
            for row in self._rows
            if row.diagnosis is not None and row.diagnosis.safe
        }

    def _hand_on(self, edits: Sequence[CellEdit[WaitingRow]]) -> None:
        changes: dict[int, dict[str, str]] = {}
        for edit in edits:
            before = _text(edit.row, edit.column)
            if edit.text.strip() != before:
                changes.setdefault(edit.row.held.id, {})[edit.column] = edit.text.strip()
            else:
                self._model.forget_pending(edit.row.held.id, edit.column)
        if changes:
            self._handed |= changes.keys()
            self.corrected.emit(changes)

    @Slot()
    def _take_all(self) -> None:
        self.corrected.emit(self._safe())

    @Slot(int, str)
    def _take_one(self, row: int, nip: str) -> None:
        self.corrected.emit({row: {"nip": nip}})

    @Slot()
    def _ask_aside(self) -> None:
        chosen = [row.held.id for row in self.table.selected_rows()]
        if chosen:
            self.set_aside.emit(chosen)


def _key(row: WaitingRow) -> int:
    return row.held.id


def _text(row: WaitingRow, field: str) -> str:
    return row.number_shown if field == "nip" else row.held.texts.get(field, "")


def _account(row: WaitingRow) -> str:
    """Account and count of a row that is about one account of nobody knows which platform."""
    texts = row.held.texts
    return " · ".join(filter(None, (texts.get("handle"), texts.get("followers"))))


def _columns(language: Language) -> list[Column[WaitingRow]]:
    say = language.say

    def reason(row: WaitingRow) -> str:
        return held_label(row.held.reason, language, in_file=row.digits_in_file)

    def advice(row: WaitingRow) -> str:
        return held_advice(row.held.reason, language, in_file=bool(row.digits_in_file))

    def proposal(row: WaitingRow) -> str:
        if row.diagnosis is None:
            return ""
        first = row.diagnosis.proposals[0]
        more = len(row.diagnosis.proposals) - 1
        if more:
            return say("{number} and {count} more").format(
                number=Nip(first.nip).grouped, count=language.number(more)
            )
        return Nip(first.nip).grouped

    def proposal_hint(row: WaitingRow) -> str:
        found = row.diagnosis.proposals if row.diagnosis is not None else ()
        told = [
            f"{Nip(one.nip).grouped}  {one.name}\n{ground_words(one.ground, language)}"
            for one in found
        ]
        return "\n".join([*told, say("Enter uses it.")] if told else told)

    def proposal_look(row: WaitingRow) -> Look:
        if row.diagnosis is None:
            return TextLook("")
        if row.diagnosis.safe:
            return MarkLook("check", proposal(row), "qualifies_text", "surface", "body")
        return MarkLook("circle-help", proposal(row), "warning_text", "surface", "body")

    def source(row: WaitingRow) -> str:
        held = row.held
        return say("{file}, {sheet}, row {row}").format(
            file=held.file, sheet=held.sheet, row=language.number(held.row)
        )

    return [
        _typed("name", say("Name"), 190),
        Column("reason", say("Why it waits"), reason, width=180, tooltip=advice),
        _typed("nip", say("NIP"), 170),
        Column(
            PROPOSAL,
            say("Proposal"),
            proposal,
            width=215,
            tooltip=proposal_hint,
            look=proposal_look,
            filterable=False,
        ),
        _typed("organisation", say("Organisation"), 150),
        _typed("unit", say("Work unit"), 150),
        Column("account", say("Account"), _account, width=150, tooltip=_account),
        _typed("platform", say("Platform"), 110),
        Column("source", say("Where it stood"), source, width=220, stretch=True, tooltip=source),
    ]


def _typed(field: str, heading: str, width: int) -> Column[WaitingRow]:
    def show(row: WaitingRow) -> str:
        return _text(row, field)

    return Column(field, heading, show, width=width, edit_text=show)
