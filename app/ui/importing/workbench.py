"""The page with a file: sheets and header above, the painted sheet, what to check, the bar."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.fields import Field
from app.ui.importing.chips_of_work import all_chips
from app.ui.importing.concern_words import unread_groups
from app.ui.importing.concerns_panel import ConcernsPanel
from app.ui.importing.decisions import ImportDecisions
from app.ui.importing.findings import OpenedSheet
from app.ui.importing.go_words import go_words
from app.ui.importing.grid import SheetGrid
from app.ui.importing.header_question import HeaderQuestion
from app.ui.importing.outcome_bar import OutcomeBar
from app.ui.importing.picture import SheetPicture
from app.ui.importing.remembered_widths import RememberedWidths
from app.ui.importing.rows_in_view import RowsInView
from app.ui.importing.rows_read import rows_read
from app.ui.importing.sheet_words import column_heads, header_choices
from app.ui.importing.taking import ProposalKeys
from app.ui.importing.tools import SheetTools
from app.ui.importing.work import ImportWork, Stage
from app.ui.parts.buttons import Button
from app.ui.parts.card import framed
from app.ui.parts.empty import EmptyState
from app.ui.parts.side import SidePanel
from app.ui.prompts import Prompts
from app.ui.table.column import Sums
from app.ui.table.memory import TableMemory
from app.ui.table.pasting import PasteQuestion
from app.ui.theme.theme import Theme
from app.wording.language import Language


class Workbench(QWidget):
    """Shows what the work knows, and hands on what is asked of it."""

    shown_changed = Signal()
    """Other rows are in view."""
    leave_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        work: ImportWork,
        prompts: Prompts,
        today: date,
        memory: TableMemory,
    ) -> None:
        super().__init__()
        self._language = language
        self._work = work
        self._picture: SheetPicture | None = None
        self._new = True
        self._sums = Sums()
        self._grid = SheetGrid(theme, language)
        self._widths = RememberedWidths(self._grid, memory, self)
        self._decisions = ImportDecisions(work)
        self._panel = ConcernsPanel(theme, language, self._decisions.service_of)
        self._keys = ProposalKeys(work, self._grid, self._panel, self)
        self._bar = OutcomeBar(theme, language)
        self._stack = QStackedWidget()
        self._clear = Button(theme, language.say("Clear the filter"))
        nothing = EmptyState(theme, "funnel", language.say("Nothing matches"), button=self._clear)
        self._stack.addWidget(framed(self._grid))
        self._stack.addWidget(framed(nothing))
        self._side = SidePanel(
            theme,
            language,
            self._stack,
            self._panel,
            open_words=language.say("To check"),
            width=336,
            least=300,
            most=420,
        )
        self._rows = RowsInView(
            theme,
            language,
            work,
            self._grid,
            self._bar,
            self._panel,
            self._stack,
            self._side,
            self,
        )
        self._tools = SheetTools(theme, language, today, work.as_of, self._side.opener)
        read_only = language.say("Part of the block would cover cells that are not taken in.")
        fitting = self._grid.paste_fitting
        self._pasting = PasteQuestion(language, prompts, read_only, fitting, self)
        self._header = HeaderQuestion(language, prompts, work.set_header, self)
        self._lay_out()
        self._connect()

    @property
    def rows_shown(self) -> int:
        """How many rows below the header are in view."""
        return 0 if self._stack.currentIndex() else self._grid.rows_shown()

    @property
    def sums(self) -> Sums:
        """Of the cells that are selected."""
        return self._sums

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F goes; it is not in sight before."""
        return self._rows.find.come()

    @Slot(object)
    def _take_sums(self, sums: Sums) -> None:
        self._sums = sums
        self.shown_changed.emit()

    @property
    def decided(self) -> bool:
        """Whether a person put something right in what is opened."""
        return self._decisions.any

    def step(self, *, back: bool) -> bool:
        """One correction back or again; False where there is none."""
        return self._decisions.undo() if back else self._decisions.redo()

    def regions(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self._grid, self._panel, self._bar]

    def focus_grid(self) -> None:
        """Put the cursor into the sheet."""
        self._grid.setFocus()

    @Slot()
    def go_to_next(self) -> None:
        """F8: the next row that needs a look."""
        self._rows.go_to_stop(forward=True)

    @Slot()
    def go_to_previous(self) -> None:
        """Shift+F8: the one before."""
        self._rows.go_to_stop(forward=False)

    # What the work says

    @Slot()
    def show_stage(self) -> None:
        """What can be pressed now."""
        work = self._work
        free = work.stage not in (Stage.READING, Stage.APPLYING)
        self._tools.setEnabled(free)
        self._grid.set_meanings_enabled(free)
        self._grid.set_greyed(work.prepared is not None and work.busy)
        words = go_words(work, self._language)
        self._bar.show_button(
            words.words, enabled=words.enabled, why=words.why, over=work.stage is Stage.APPLIED
        )
        self._tools.show_day(work.as_of)

    @Slot()
    def show_rows(self) -> None:
        """Paint the sheet that is in front, with what is planned for it so far."""
        work = self._work
        if self._grid.is_editing:
            # Painted when the cell is closed: a new picture would close it at once.
            self._late = True
            return
        rows = work.rows()
        self._show_chips()
        self._tools.show_unit(work.shown)
        if work.shown is None or rows is None:
            return
        planned = work.prepared.rows.get(work.shown, {}) if work.prepared is not None else {}
        fresh = self._picture is None or self._picture.sheet is not work.shown
        self._picture = SheetPicture(self._language, work.shown, rows, planned)
        self._rows.look_at(self._picture)
        self._widths.look_away()
        heads = column_heads(self._picture, self._language, work.as_of)
        self._grid.show_picture(self._picture, heads)
        self._widths.restore(self._picture, fresh=fresh)
        self._say_header(self._picture)
        self._rows.refilter()

    @Slot()
    def show_plan(self) -> None:
        """The plan is there: outcomes, what to check, the painted rows."""
        prepared = self._work.prepared
        unread = unread_groups(self._work.refused_files, self._language)
        groups = [*unread, *(prepared.groups if prepared is not None else ())]
        self._panel.show_groups(groups, known=prepared is not None)
        outcomes = prepared.plan.outcomes if prepared is not None else {}
        self._bar.show_outcomes(outcomes, rows_read(self._work))
        self._rows.forget_group()
        self.show_rows()
        if self._new and prepared is not None:
            self._new = not self._panel.ask_conflicts() and not prepared.plan.sheets

    @Slot()
    def forget(self) -> None:
        """Other files: nothing of the former ones stays."""
        self._new = True
        self._picture = None
        self._rows.forget()
        self.show_plan()

    # What is asked here

    @Slot(int, bool)
    def _choose_header(self, row: int, extend: bool) -> None:
        picture = self._picture
        if picture is None or row > len(picture.sheet.sheet.head):
            return
        first = picture.header_rows[0] if extend and picture.header_rows else row
        self._header.ask(picture.sheet, min(first, row), max(first, row))

    @Slot(int, int)
    def _choose_header_rows(self, first: int, last: int) -> None:
        if self._picture is None:
            return
        # Until it is so, the list says what is so.
        self._say_header(self._picture)
        self._header.ask(self._picture.sheet, first, last)

    def _say_header(self, picture: SheetPicture) -> None:
        known = bool(picture.header_rows)
        none = picture.is_roster and not known
        self._tools.show_header(header_choices(picture), known=known, none=none)

    @Slot(int, object)
    def _choose_meaning(self, column: int, field: Field | None) -> None:
        self._work.set_meaning(column, field)

    @Slot(object, bool)
    def _choose_sheet(self, sheet: OpenedSheet, chosen: bool) -> None:
        self._work.choose_sheet(sheet, chosen=chosen)

    @Slot()
    def apply(self) -> None:
        """Import; a cell that is still open is taken in first, and the plan with it is seen."""
        self._grid.end_typing()
        self._work.apply()

    @Slot()
    def _press_go(self) -> None:
        if self._work.stage is Stage.STOPPED:
            self._work.plan()
        else:
            self.apply()

    _late = False

    @Slot()
    def _catch_up(self) -> None:
        if self._late:
            self._late = False
            self.show_rows()

    def _show_chips(self) -> None:
        self._tools.show_sheets(all_chips(self._work, self._language), self._work.shown)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tools)
        column.addWidget(self._rows.find)
        column.addSpacing(4)
        column.addWidget(self._side, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        work = self._work
        work.stage_changed.connect(self.show_stage)
        work.files_opened.connect(self.forget)
        work.rows_loaded.connect(self.show_rows)
        work.planned.connect(self.show_plan)
        self._tools.sheet_shown.connect(work.show_sheet)
        self._tools.sheet_chosen.connect(self._choose_sheet)
        self._tools.header_chosen.connect(self._choose_header_rows)
        self._tools.no_header_chosen.connect(work.set_no_header)
        self._tools.unit_chosen.connect(work.set_organisation)
        self._tools.day_chosen.connect(work.set_as_of)
        self._grid.header_asked.connect(self._choose_header)
        self._grid.meaning_chosen.connect(self._choose_meaning)
        decisions = self._decisions
        decisions.leaving_changed.connect(self.show_stage)
        self._grid.corrected.connect(decisions.correct)
        self._grid.editing_ended.connect(self._catch_up)
        self._grid.paste_refused.connect(self._pasting.ask)
        self._panel.accepted.connect(decisions.accept)
        self._keys.accepted.connect(decisions.accept)
        self._keys.next_asked.connect(self.go_to_next)
        self._keys.units_answered.connect(decisions.say_units)
        self._panel.leaving.connect(decisions.set_leaving)
        self._panel.units_answered.connect(decisions.say_units)
        self._panel.conflict_answered.connect(decisions.say_what_holds)
        self._panel.hidden_left_out.connect(decisions.leave_out_hidden)
        self._bar.cancelled.connect(self.leave_asked)
        self._bar.asked.connect(self._press_go)
        self._clear.clicked.connect(self._rows.end)
        self._rows.shown_changed.connect(self.shown_changed)
        self._grid.sums_changed.connect(self._take_sums)
