"""The page "Hasil": who qualifies, under which reading, and why not."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.domain.what_if import Ladder
from app.services.preferences import KeepPreferences
from app.services.standings import JudgeStandings
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.head import PageHead
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.side import SidePanel
from app.ui.parts.type_to_search import TypeToSearch
from app.ui.periods.desk import PeriodsDesk
from app.ui.prompts import Prompts
from app.ui.shell.page import Fact
from app.ui.standings.body import scrolled_body
from app.ui.standings.closed import ClosedStandings
from app.ui.standings.columns import VERDICT, RowWords, standings_columns
from app.ui.standings.filters import StandingsFilters
from app.ui.standings.judging import StandingsJudging
from app.ui.standings.panel import StandingsPanel
from app.ui.standings.rows import Judged, StandingRow
from app.ui.standings.rule_boxes import RuleBoxes
from app.ui.standings.source import StandingsSource
from app.ui.standings.words import head_facts, status_facts
from app.ui.summing import sum_facts
from app.ui.table.column import Sums
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.states import TableStates
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROW_HEIGHT = 47


class StandingsPage(QWidget):
    """Choosing a reading here judges again and stores nothing."""

    facts_changed = Signal()
    report_asked = Signal()
    rule_asked = Signal()
    """The rules are to be changed."""
    person_asked = Signal(int)
    """The card of a person is wanted."""
    clarify_asked = Signal()
    """The accounts whose counts jumped are wanted."""
    import_asked = Signal()
    """There is nobody yet: the roster comes first."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        standings: JudgeStandings,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
        periods: PeriodsDesk,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._periods = periods
        self._language = language
        self._shown: Judged | None = None
        self._chosen: int | None = None
        self._banner_due = False
        self._sums = Sums()
        say = language.say
        words = RowWords(language, self._judged)
        self._model: TableModel[StandingRow] = TableModel(
            standings_columns(words), attrgetter("id"), search_text=attrgetter("search")
        )
        self._table: TableView[StandingRow] = TableView(
            theme,
            language,
            self._model,
            name=say("Standings"),
            key="standings",
            memory=memory,
            row_height=_ROW_HEIGHT,
        )
        if self._model.sorting is None:
            self._model.sort_by(VERDICT)
        self._boxes = RuleBoxes(theme, language)
        self._panel = StandingsPanel(theme, language)
        self._progress = ProgressStrip(theme, language)
        now = StandingsJudging(
            language, standings, preferences, today, tasks, prompts, self._progress, self
        )
        closed = ClosedStandings(standings, tasks, prompts, self)
        self._source = StandingsSource(now, closed, periods, self)
        self._build(theme)
        self._connect()

    # For the window

    def facts(self) -> Sequence[Fact]:
        """How many qualify; the verdicts that sum to everyone; sums of several chosen rows."""
        if self._shown is None:
            return []
        summed = sum_facts(self._sums, self._language)
        return summed or status_facts(self._shown, self._language)

    @Slot(object)
    def _show_sums(self, sums: Sums) -> None:
        self._sums = sums
        self.facts_changed.emit()

    def search_field(self) -> QLineEdit:
        """Ctrl+F goes to the question."""
        return self._filters.question

    def regions(self) -> Sequence[QWidget]:
        """The readings, the list, the panel."""
        return [self._table, self._panel, self._boxes]

    @Slot()
    def refresh(self) -> None:
        """Read everyone again."""
        self._source.refresh()

    def show_only(self, verdict: Verdict | None, *, near: bool = False) -> None:
        """Narrow the list to one verdict, or to those who nearly qualify."""
        self._filters.show_only(verdict, near=near)

    # Answers

    def _judged(self) -> Judged:
        if self._shown is None:
            raise LookupError("no row is shown before everyone is judged")
        return self._shown

    @Slot(bool)
    def _set_read_only(self, read_only: bool) -> None:
        """The rule of a closed period stands in its banner."""
        # Else the focus would go on from a box that is hidden into the list, and choose somebody.
        self._periods.button.setFocus()
        self._banner_due = read_only
        for part in (self._boxes, self._change):
            part.setVisible(not read_only)

    @Slot(object)
    def _show_names(self, rows: Sequence[StandingRow]) -> None:
        """Where a filter asks for verdicts, nobody would pass: then they are waited for."""
        if self._shown is None and not self._model.filters:
            self._model.set_rows(rows)

    @Slot(object)
    def _show(self, judged: Judged) -> None:
        self._shown = judged
        self._boxes.show_rules(judged.rules, facebook_friends=judged.facebook_friends)
        self._boxes.choose(judged.rule.key)
        self._filters.verdicts.set_counts(judged.totals)
        self._head.set_facts(head_facts(judged, self._language))
        self._panel.nearest.show_nearest(judged)
        self._panel.what_if.show_judged(judged)
        self._model.set_rows(judged.rows)
        self._explain(self._chosen)
        if self._chosen is None and self._filters.question.text():
            # It was asked before anybody was there to answer for.
            self._answer(self._filters.question.text())
        if self._banner_due:
            self._banner_due = False
            self._scroll.verticalScrollBar().setValue(0)
        self.facts_changed.emit()

    @Slot(object)
    def _show_ladders(self, ladders: Mapping[str, Ladder]) -> None:
        rules = self._shown.rules if self._shown is not None else ()
        self._boxes.set_numbers(
            {
                one.key: ladders[one.key].qualifying(one.minimum)
                for one in rules
                if one.key in ladders
            }
        )
        self._panel.what_if.show_ladders(ladders)

    @Slot(object)
    def _choose_row(self, row: StandingRow | None) -> None:
        if row is not None:
            self._explain(row.id)

    @Slot()
    def _explain_nobody(self) -> None:
        """Where nothing is found, nobody stands there to be explained, and nothing lies over it."""
        if self._shown is not None and not self._model.filtered_count:
            self._explain(None)
            self._side.close_drawer()

    def _explain(self, person_id: int | None) -> None:
        if self._shown is None:
            return
        row = self._model.row_of(person_id) if person_id is not None else None
        self._chosen = row.id if row is not None else None
        self._panel.explain(row, self._shown)

    @Slot(str)
    def _answer(self, text: str) -> None:
        """Show whom the question names, also where a filter hides them, with the whole reason."""
        self._model.search(text)
        if not text.strip():
            return
        if not self._model.filtered_count and self._model.filters:
            words = text.lower().split()
            rows = self._shown.rows if self._shown is not None else ()
            if any(all(w in row.search.lower() for w in words) for row in rows):
                self._filters.lift()
        first = next(self._model.rows_shown(), None)
        if first is not None:
            self._table.choose(first.id)
            self._explain(first.id)

    @Slot(int)
    def _go_to(self, person_id: int) -> None:
        if self._model.find(person_id) is None:
            self._filters.clear()
        self._table.choose(person_id)
        self._explain(person_id)

    @Slot(object)
    def _open(self, row: StandingRow) -> None:
        if self._side.is_drawer:
            self._side.open()
        else:
            self._ask_person(row.id)

    @Slot(int)
    def _ask_person(self, person_id: int) -> None:
        """Who is gone since a period was closed has no card."""
        if person_id > 0:
            self.person_asked.emit(person_id)

    @Slot()
    def _show_columns(self) -> None:
        menu = self._table.columns_menu()
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))

    @Slot()
    def _bring_list(self) -> None:
        """In a low window the list may lie below what is seen."""
        self._scroll.ensureWidgetVisible(self._side, 0, 0)

    # Building

    def _build(self, theme: Theme) -> None:
        say = self._language.say
        self._columns = plain_button(theme, say("Columns"), icon="columns-3")
        self._clarify = plain_button(theme, say("To clarify"), icon="circle-help")
        self._change = plain_button(theme, say("Change the rule"), icon="sliders-horizontal")
        self._report = primary_button(theme, say("Write the report"), icon="file-spreadsheet")
        period = self._periods.button
        actions = [self._clarify, self._columns, self._change, period, self._report]
        self._head = PageHead(theme, say("Standings"), actions=actions)
        self._states = TableStates(
            theme,
            self._language,
            self._table,
            self._model,
            say("Import the roster first; then everyone can be judged."),
            in_scrolled=True,
        )
        self._side = SidePanel(
            theme, self._language, self._states, self._panel, open_words=say("Explanation")
        )
        opener = self._side.opener
        self._filters = StandingsFilters(theme, self._language, self._model, opener)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 4, 8)
        column.setSpacing(0)
        self._head.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self._head)
        column.addWidget(self._progress)
        self._scroll = scrolled_body([self._periods.banner, self._boxes], self._filters, self._side)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._source.named.connect(self._show_names)
        self._source.judged.connect(self._show)
        self._source.counted.connect(self._show_ladders)
        self._source.read_only.connect(self._set_read_only)
        self._periods.person_asked.connect(self.person_asked)
        self._boxes.chosen.connect(self._source.choose)
        self._filters.asked.connect(self._answer)
        self._filters.question.entered.connect(self._table.setFocus)
        TypeToSearch(self, self._table, self._filters.question)
        self._filters.left.connect(self._table.setFocus)
        self._panel.nearest.person_asked.connect(self._go_to)
        self._panel.nearest.all_asked.connect(self._filters.show_near)
        self._panel.person_asked.connect(self._ask_person)
        self._table.row_chosen.connect(self._choose_row)
        self._table.sums_changed.connect(self._show_sums)
        self._table.opened.connect(self._open)
        self._model.shown_changed.connect(self._explain_nobody)
        self._columns.clicked.connect(self._show_columns)
        self._side.opener.clicked.connect(self._bring_list)
        self._table.row_chosen.connect(self._bring_list)
        self._states.clear_asked.connect(self._filters.clear)
        self._states.import_asked.connect(self.import_asked)
        self._report.clicked.connect(self.report_asked)
        self._clarify.clicked.connect(self.clarify_asked)
        self._change.clicked.connect(self.rule_asked)
