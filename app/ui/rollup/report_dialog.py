"""The dialog of the province's report: contents, sheets, preview, and the bar that writes it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QScrollArea, QWidget

from app.domain.file_names import FileForm
from app.services.report import ReportOptions
from app.ui.parts.buttons import plain_button
from app.ui.parts.dialog_frame import DialogFrame, side_by_side
from app.ui.parts.text import label
from app.ui.reports.file_bar import FileBar
from app.ui.reports.preparing import Prepared
from app.ui.reports.preparing_work import PreparingWork
from app.ui.reports.preview import Preview
from app.ui.reports.printing_work import Extent, PrintingWork
from app.ui.reports.sheet_list import SheetList
from app.ui.reports.writing_work import WritingWork
from app.ui.rollup.report_fields import ProvinceFields
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH, _HEIGHT = 1300, 700
_FIELDS, _SHEETS = 262, 208
_ROOM_FOR_SHEETS, _ROOM_FOR_BAR = 1016, 880
_BREATH_MS = 120
"""Several changes in a row are prepared once."""


@dataclass(frozen=True, slots=True)
class ReportBench:
    """The parts of the page of reports that this dialog uses too."""

    bar: FileBar
    preview: Preview
    preparing: PreparingWork
    writing: WritingWork
    printing: PrintingWork


class ProvinceReportDialog(QDialog):
    """The preview always shows the workbook that would be written now."""

    wanted = Signal()
    """The fields say something else."""
    write_asked = Signal(FileForm)
    print_asked = Signal(Extent)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        facts: str,
        bench: ReportBench,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        say = language.say
        self.setWindowTitle(say("Report of the province"))
        self.bar, self._preview = bench.bar, bench.preview
        self._preparing, self._writing = bench.preparing, bench.writing
        self._printing = bench.printing
        # They hold parts of this dialog, and go with it.
        for work in (bench.preparing, bench.writing, bench.printing):
            work.setParent(self)
        self._facts = label(theme, facts, tone="text_2", wrap=True)
        self._fields = ProvinceFields(theme, language)
        self._sheets = SheetList(theme, language)
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._lay_out(theme)
        self._connect()
        # Where both have no room, the arrows below the preview turn through the sheets.
        self._sheets.setVisible(self.width() >= _ROOM_FOR_SHEETS)
        self._show_busy()
        self._fields.setFocus()

    def options(self, *, facebook_friends: bool) -> ReportOptions:
        """What the fields say now."""
        self._breath.stop()
        return self._fields.options(facebook_friends=facebook_friends)

    @Slot(Prepared)
    def _show(self, prepared: Prepared) -> None:
        self._preview.show_prepared(prepared)
        self._sheets.show_sheets(prepared, self._preview.sheet)
        self._printing.look_again()

    @Slot()
    def _show_busy(self) -> None:
        words = ""
        if self._writing.busy:
            words = self._language.say("A report is being written")
        elif self._printing.busy:
            words = self._language.say("A report is being printed")
        busy = bool(words)
        self.bar.set_busy(busy=busy, why=words)

    @Slot()
    def _write(self) -> None:
        if not self.bar.is_busy:
            self.write_asked.emit(FileForm.WORKBOOK)

    @Slot()
    def _save_pdf(self) -> None:
        self.write_asked.emit(FileForm.PDF)

    @Slot()
    def _print_sheet(self) -> None:
        if not self.bar.is_busy:
            self.print_asked.emit(Extent.SHEET)

    @Slot()
    def _print_all(self) -> None:
        if not self.bar.is_busy:
            self.print_asked.emit(Extent.ALL)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(theme, self.windowTitle(), font="card_title"))
        head.addWidget(self._facts, 1)
        head.addWidget(self._close)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._fields)
        scroll.setFixedWidth(_FIELDS)
        self._sheets.setFixedWidth(_SHEETS)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(scroll)
        middle.addWidget(self._sheets)
        middle.addWidget(self._preview, 1)
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        column = frame.middle
        column.addLayout(head)
        for work in (self._preparing, self._writing, self._printing):
            column.addWidget(work.progress)
        column.addLayout(middle, 1)
        if side_by_side(self, _ROOM_FOR_BAR) is QBoxLayout.Direction.TopToBottom:
            self.bar.take_two_lines()
        frame.foot.addWidget(self._writing.outcome.strip)
        frame.foot.addWidget(self.bar)

    def _connect(self) -> None:
        self._breath.timeout.connect(self.wanted)
        self._fields.changed.connect(self._breath.start)
        self._preparing.ready.connect(self._show)
        self._preparing.late.connect(self._preview.turn_grey)
        self._preparing.proven.connect(self._preview.show_proof)
        self._writing.busy_changed.connect(self._preparing.prove)
        self._writing.busy_changed.connect(self._show_busy)
        self._printing.busy_changed.connect(self._show_busy)
        self._sheets.chosen.connect(self._preview.show_sheet)
        self._preview.sheet_turned.connect(self._sheets.set_current)
        self.bar.write_asked.connect(self._write)
        self.bar.pdf_asked.connect(self._save_pdf)
        self.bar.print_asked.connect(self._print_sheet)
        self.bar.print_all_asked.connect(self._print_all)
        self._close.clicked.connect(self.reject)
        for keys, slot in (
            ("Ctrl+Return", self._write),
            ("Ctrl+Enter", self._write),
            ("PgDown", self._preview.turn_on),
            ("PgUp", self._preview.turn_back),
            ("Ctrl+P", self._print_sheet),
            ("Ctrl+Alt+P", self._print_all),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)
