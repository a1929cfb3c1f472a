"""The page with a file: sheets and header above, the painted sheet, what to check, the bar."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.fields import Field
from app.domain.roster import Outcome
from app.ui.importing.chips_of_work import all_chips
from app.ui.importing.concern_words import unread_groups
from app.ui.importing.concerns_panel import ConcernsPanel
from app.ui.importing.decisions import ImportDecisions
from app.ui.importing.findings import Finding, Group, OpenedSheet
from app.ui.importing.go_words import go_words
from app.ui.importing.grid import SheetGrid
from app.ui.importing.outcome_bar import OutcomeBar
from app.ui.importing.picture import SheetPicture
from app.ui.importing.row_filter import Filter, rows_in_view
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
from app.ui.table.pasting import PasteQuestion
from app.ui.theme.theme import Theme
from app.wording.language import Language


class Workbench(QWidget):
    """Shows what the work knows, and hands on what is asked of it."""

    shown_changed = Signal()
    """Other rows are in view."""
    leave_asked = Signal()

    def __init__(
        self, theme: Theme, language: Language, work: ImportWork, prompts: Prompts, today: date
    ) -> None:
        super().__init__()
        self._language = language
        self._work = work
        self._filter: Filter = None
        self._picture: SheetPicture | None = None
        self._new = True
        self._grid = SheetGrid(theme, language)
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
        self._tools = SheetTools(theme, language, today, work.as_of, self._side.opener)
        read_only = language.say("Part of the block would cover cells that are not taken in.")
        fitting = self._grid.paste_fitting
        self._pasting = PasteQuestion(language, prompts, read_only, fitting, self)
        self._lay_out()
        self._connect()

    @property
    def rows_shown(self) -> int:
        """How many rows below the header are in view."""
        return 0 if self._stack.currentIndex() else self._grid.rows_shown()

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
        self._go_to_stop(forward=True)

    @Slot()
    def go_to_previous(self) -> None:
        """Shift+F8: the one before."""
        self._go_to_stop(forward=False)

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
        self._picture = SheetPicture(self._language, work.shown, rows, planned)
        self._grid.show_picture(self._picture, column_heads(self._picture, self._language))
        known = bool(self._picture.header_rows)
        self._tools.show_header(header_choices(self._picture), known=known)
        self._refilter()

    @Slot()
    def show_plan(self) -> None:
        """The plan is there: outcomes, what to check, the painted rows."""
        prepared = self._work.prepared
        unread = unread_groups(self._work.refused_files, self._language)
        groups = [*unread, *(prepared.groups if prepared is not None else ())]
        self._panel.show_groups(groups, known=prepared is not None)
        outcomes = prepared.plan.outcomes if prepared is not None else {}
        self._bar.show_outcomes(outcomes, rows_read(self._work))
        if isinstance(self._filter, Group):
            # The group is another one in another plan.
            self._filter = None
        self.show_rows()
        if self._new and prepared is not None:
            self._new = not self._panel.ask_conflicts() and not prepared.plan.sheets

    @Slot()
    def forget(self) -> None:
        """Other files: nothing of the former ones stays."""
        self._new, self._filter = True, None
        self._picture = None
        self.show_plan()

    # What is asked here

    @Slot(int, bool)
    def _choose_header(self, row: int, extend: bool) -> None:
        picture = self._picture
        if picture is None or row > len(picture.sheet.sheet.head):
            return
        first = picture.header_rows[0] if extend and picture.header_rows else row
        self._work.set_header(min(first, row), max(first, row))

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

    @Slot(object)
    def _filter_outcomes(self, outcomes: frozenset[Outcome] | None) -> None:
        self._set_filter(outcomes)

    @Slot(object, bool)
    def _filter_group(self, group: Group, pressed: bool) -> None:
        self._set_filter(group if pressed else None)

    @Slot()
    def _end_filter(self) -> None:
        self._set_filter(None)
        self._grid.setFocus()

    @Slot(object)
    def _reach(self, finding: Finding) -> None:
        if finding.sheet is not self._work.shown:
            self._goal = finding
            self._set_filter(None)
            self._work.show_sheet(finding.sheet)
            return
        if not self._grid.go_to(finding.row, finding.column):
            self._set_filter(None)
            self._grid.go_to(finding.row, finding.column)
        self._side.close_drawer()

    _goal: Finding | None = None
    _late = False

    @Slot()
    def _catch_up(self) -> None:
        if self._late:
            self._late = False
            self.show_rows()

    def _go_to_stop(self, *, forward: bool) -> None:
        if self._work.shown is None:
            return
        row = self._grid.current_row
        finding = self._panel.next_stop(self._work.shown, row, forward=forward)
        if finding is not None:
            self._reach(finding)
            self._grid.setFocus()

    # Filtering

    def _set_filter(self, wanted: Filter) -> None:
        self._filter = wanted
        shown = self._work.shown
        if wanted is not None and shown is not None and not self._wanted(shown):
            # Nothing here, but perhaps in another sheet.
            other = next((one for one in self._work.sheets if self._wanted(one)), None)
            if other is not None:
                self._work.show_sheet(other)
                return
        self._refilter()

    def _refilter(self) -> None:
        wanted, shown = self._filter, self._work.shown
        self._bar.show_filter(wanted if isinstance(wanted, frozenset) else None)
        self._panel.show_filter(wanted if isinstance(wanted, Group) else None)
        rows = None if wanted is None or shown is None else self._wanted(shown)
        self._stack.setCurrentIndex(0 if rows is None or rows else 1)
        self._grid.show_only(rows)
        goal, self._goal = self._goal, None
        if goal is not None and goal.sheet is shown:
            self._reach(goal)
        self.shown_changed.emit()

    def _wanted(self, sheet: OpenedSheet) -> Sequence[int]:
        return rows_in_view(self._work.prepared, self._filter, sheet)

    def _show_chips(self) -> None:
        self._tools.show_sheets(all_chips(self._work, self._language), self._work.shown)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tools)
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
        self._tools.header_chosen.connect(work.set_header)
        self._tools.unit_chosen.connect(work.set_organisation)
        self._tools.day_chosen.connect(work.set_as_of)
        self._grid.header_asked.connect(self._choose_header)
        self._grid.meaning_chosen.connect(self._choose_meaning)
        self._grid.left_filter.connect(self._end_filter)
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
        self._panel.reached.connect(self._reach)
        self._panel.only_asked.connect(self._filter_group)
        self._bar.filtered.connect(self._filter_outcomes)
        self._bar.cancelled.connect(self.leave_asked)
        self._bar.asked.connect(self._press_go)
        self._clear.clicked.connect(self._end_filter)
