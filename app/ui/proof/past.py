"""The reports that this office has written, each with whether its file still stands as it was."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.proof import SHORT_HASH
from app.domain.written_report import ReportForm
from app.services.report.history import FileState, PastReport
from app.ui.parts.buttons import plain_button
from app.ui.parts.card import framed
from app.ui.parts.text import label
from app.ui.table.column import Column
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.proofs import state_words
from app.wording.report_kinds import written_kinds
from app.wording.rules import rule_called

_LEAST_HEIGHT = 120


class PastReports(QWidget):
    """Hidden where nothing was written yet; Enter on a row checks its file."""

    check_asked = Signal(object)
    """The path of a report to check."""

    def __init__(self, theme: Theme, language: Language, memory: TableMemory) -> None:
        super().__init__()
        say = language.say
        self._model: TableModel[PastReport] = TableModel(_columns(language), _id)
        self._table: TableView[PastReport] = TableView(
            theme,
            language,
            self._model,
            name=say("Reports written before"),
            key="reports_written",
            memory=memory,
        )
        self._table.setMinimumHeight(_LEAST_HEIGHT)
        self._check = plain_button(theme, say("Check this report"), icon="circle-check")
        self._file = plain_button(theme, say("Open the file"), icon="file-spreadsheet")
        self._folder = plain_button(theme, say("Open the folder"), icon="folder-open")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(label(theme, say("Reports written before"), font="body_semibold"), 1)
        for button in (self._check, self._file, self._folder):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(framed(self._table), 1)
        self._table.row_chosen.connect(self._show_buttons)
        self._table.opened.connect(self._ask_check)
        self._check.clicked.connect(self._ask_check)
        self._file.clicked.connect(self._open_file)
        self._folder.clicked.connect(self._open_folder)
        self._aside = False
        self._show_buttons()
        self.hide()

    def show_reports(self, reports: Sequence[PastReport]) -> None:
        """These, the newest first."""
        self._model.set_rows(list(reports))
        self._appear()
        self._show_buttons()

    def make_room(self, *, wanted: bool) -> None:
        """Another part of the dialog needs the room, or no longer."""
        self._aside = wanted
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self._model.total_count > 0 and not self._aside)

    @Slot()
    def _show_buttons(self) -> None:
        row = self._table.current_row()
        there = row is not None and row.state is not FileState.GONE
        proven = row is not None and row.report.form is not ReportForm.PDF
        self._check.setEnabled(there and proven)
        self._file.setEnabled(there)
        self._folder.setEnabled(row is not None and row.report.path.parent.is_dir())

    @Slot()
    def _ask_check(self) -> None:
        row = self._table.current_row()
        if row is not None and self._check.isEnabled():
            self.check_asked.emit(row.report.path)

    @Slot()
    def _open_file(self) -> None:
        row = self._table.current_row()
        if row is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(row.report.path)))

    @Slot()
    def _open_folder(self) -> None:
        row = self._table.current_row()
        if row is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(row.report.path.parent)))


def _columns(language: Language) -> list[Column[PastReport]]:
    say = language.say

    def kinds(row: PastReport) -> str:
        return written_kinds(row.report, language)

    def facts(row: PastReport) -> str:
        of = row.report.facts
        name = period_name(of.period, language)
        closing = say("{period}, closing {number}").format(period=name, number=of.closing)
        return closing if of.closing else name

    return [
        Column(
            "at",
            say("Written"),
            lambda row: language.short_moment(row.report.at),
            sort_key=lambda row: row.report.at,
            width=150,
        ),
        Column("by", say("By"), lambda row: row.report.by or row.report.os_user, width=110),
        Column("kinds", say("Kind"), kinds, width=190, tooltip=kinds),
        Column("period", say("Period"), facts, width=140, tooltip=facts),
        Column("rule", say("Rule"), lambda row: rule_called(row.report.facts.rule), width=80),
        Column(
            "people",
            say("People"),
            lambda row: language.number(row.report.facts.people),
            sort_key=lambda row: row.report.facts.people,
            width=95,
        ),
        Column("state", say("File"), lambda row: state_words(row.state, language), width=170),
        Column(
            "name",
            say("Name of the file"),
            lambda row: row.report.path.name,
            width=200,
            stretch=True,
            tooltip=lambda row: str(row.report.path),
        ),
        Column(
            "content",
            say("Hash of the content"),
            lambda row: row.report.content[:SHORT_HASH],
            width=160,
            tooltip=lambda row: row.report.content,
        ),
    ]


def _id(row: PastReport) -> int:
    return row.report.id
