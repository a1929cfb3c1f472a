"""The dialog "Rekap antarkantor": what offices sent, merged for a period under the province's rule."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import AppError
from app.ui.parts.buttons import Button, plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame, side_by_side
from app.ui.parts.empty import EmptyState
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.rollup.seen import Seen, Wanted
from app.ui.rollup.views import RollUpViews
from app.ui.rollup.words import received_words
from app.ui.shell.drop import paths_in
from app.ui.table.memory import TableMemory
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rollup import rollup_facts

_WIDTH, _HEIGHT = 1300, 690
_BELOW_EACH_OTHER, _LOWEST_VIEWS = 780, 240


class RollUpDialog(QDialog):
    """Shows; whoever opened it reads, receives and merges."""

    files_asked = Signal()
    folder_asked = Signal()
    dropped = Signal(object)
    """A list of paths, files and folders."""
    wanted = Signal(object)
    """The Wanted: another period, or other periods too."""
    expected_asked = Signal()
    report_asked = Signal()
    office_opened = Signal(object, object)
    cancel_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(
        self, theme: Theme, language: Language, memory: TableMemory, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._language = language
        say = language.say
        self.setWindowTitle(say("Offices of the province"))
        self._files = plain_button(theme, say("Receive files…"), icon="file-input")
        self._folder = plain_button(theme, say("Receive a folder…"), icon="folder-open")
        self._expected = plain_button(theme, say("Expected offices…"), icon="list-checks")
        self._report = primary_button(
            theme, say("Report of the province…"), icon="file-spreadsheet"
        )
        self._period = QComboBox()
        self._period.setAccessibleName(say("Period"))
        self._period.setMinimumWidth(170)
        self._others = QCheckBox(say("Use another period where one is missing"))
        self._facts = label(theme, tone="text_2", wrap=True)
        self._views = RollUpViews(theme, language, memory)
        self._first_files = primary_button(theme, say("Receive files…"), icon="file-input")
        self._first_folder = plain_button(theme, say("Receive a folder…"), icon="folder-open")
        self._empty = EmptyState(
            theme,
            "file-input",
            say("No office has sent anything yet"),
            say("Drop the exchange workbooks of the offices here, or a folder of them."),
            self._first_files,
            self._first_folder,
        )
        self._stack = QStackedWidget()
        self._progress = ProgressStrip(theme, language)
        self._strip = Strip(theme, language)
        self._hint = label(
            theme,
            say("Enter on an office shows who stands behind its number, with file, sheet and row."),
            font="small",
            tone="text_2",
            wrap=True,
        )
        self._close = plain_button(theme, say("Close"), keys="Esc")
        writes(*self._receiving, self._expected)
        self._lay_out(theme)
        self._connect()
        self._show_empty(empty=True)

    @property
    def choice(self) -> Wanted:
        """What the boxes say."""
        return Wanted(self._period.currentData(), self._others.isChecked())

    @property
    def _receiving(self) -> Sequence[Button]:
        """In the head once something came, in the middle before."""
        return self._files, self._folder, self._first_files, self._first_folder

    def show_seen(self, seen: Seen, *, received: bool = False) -> None:
        """Another look; after a receiving with what came of each file."""
        self._progress.stop()
        self._set_busy(busy=False)
        self._offer(seen)
        self._show_empty(empty=seen.rollup is None and not seen.files)
        self._facts.setText(rollup_facts(seen.rollup, seen.rule, self._language))
        if received:
            self._views.show_received(seen)
            self._say_received(seen)
        else:
            self._views.show_seen(seen)
            if seen.rollup is not None and not self._period.hasFocus():
                self._views.focus_table()
        self._views.set_greyed(greyed=False)
        self._report.setEnabled(seen.rollup is not None)

    def show_receiving(self, files: int) -> None:
        """Files are being read; it can be stopped."""
        self._strip.clear()
        self._set_busy(busy=True)
        words = self._language.say_many("Reading {count} file", "Reading {count} files", files)
        self._progress.start(words, self._receiving_words)

    def show_merging(self) -> None:
        """Other numbers are on their way."""
        self._views.set_greyed(greyed=True)
        self._progress.start(self._language.say("Merging the offices"), self._merging_words)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """The work goes on."""
        self._progress.step(done, total)

    def show_stopped(self) -> None:
        """The person stopped it."""
        self._progress.stop()
        self._set_busy(busy=False)
        say = self._language.say
        self._strip.say(Mood.WARNING, say("It was stopped."), say("Nothing was changed."))

    def show_failed(self, error: AppError) -> None:
        """It could not be done."""
        self._progress.stop()
        self._set_busy(busy=False)
        lead = self._language.say("That did not work.")
        self._strip.say(Mood.ERROR, lead, error_sentence(error, self._language))

    def say_done(self, words: str) -> None:
        """Something was kept, or taken back."""
        self._strip.say(Mood.DONE, words)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()) and self._files.isEnabled():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = paths_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _say_received(self, seen: Seen) -> None:
        lead, rest, good = received_words(seen.files, self._language)
        undo = Answer(self._language.say("Undo"), self.undo_asked.emit, icon="undo-2")
        new = any(one.submission is not None for one in seen.files)
        self._strip.say(Mood.DONE if good else Mood.WARNING, lead, rest, [undo] if new else [])

    def _offer(self, seen: Seen) -> None:
        """The periods for which anything came; the one that is merged stays chosen."""
        with QSignalBlocker(self._period):
            self._period.clear()
            for one in seen.periods:
                self._period.addItem(period_name(one, self._language), one)
            if seen.rollup is not None:
                places = [one for one in seen.periods if one == seen.rollup.wish.period]
                if places:
                    self._period.setCurrentIndex(list(seen.periods).index(places[0]))

    def _show_empty(self, *, empty: bool) -> None:
        self._stack.setCurrentIndex(1 if empty else 0)
        for part in (self._period, self._others, self._hint, self._files, self._folder):
            part.setVisible(not empty)
        self._report.setVisible(not empty)
        if empty:
            self._first_files.setFocus()
        self._report.setEnabled(not empty)

    def _set_busy(self, *, busy: bool) -> None:
        for button in (*self._receiving, self._expected, self._report):
            button.setEnabled(not busy)

    def _receiving_words(self, done: int, total: int) -> str:
        """Each file is read first, then kept."""
        say, number = self._language.say, self._language.number
        files = total // 2
        if done < files:
            words = say("Reading file {done} of {total}")
            return words.format(done=number(done + 1), total=number(files))
        words = say("Keeping file {done} of {total}")
        return words.format(done=number(min(done - files + 1, files)), total=number(files))

    def _merging_words(self, done: int, total: int) -> str:
        text = self._language.say("Merging {done} of {total} people")
        number = self._language.number
        return text.format(done=number(done), total=number(total))

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self.choice)

    def _lay_out(self, theme: Theme) -> None:
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        way = side_by_side(self, _BELOW_EACH_OTHER)
        head, receiving, going_on = QBoxLayout(way), QHBoxLayout(), QHBoxLayout()
        for part in (head, receiving, going_on):
            part.setSpacing(8)
        head.addWidget(label(theme, self.windowTitle(), font="card_title"))
        head.addStretch()
        for row, buttons in (
            (receiving, (self._files, self._folder)),
            (going_on, (self._expected, self._report)),
        ):
            for button in buttons:
                row.addWidget(button)
            head.addLayout(row)
        if way is QBoxLayout.Direction.TopToBottom:
            self._views.take_two_lines()
            receiving.addStretch()
            going_on.addStretch()
        boxes = QHBoxLayout()
        boxes.setSpacing(12)
        boxes.addWidget(self._period)
        boxes.addWidget(self._others)
        choices = QBoxLayout(way)
        choices.setSpacing(12)
        choices.addLayout(boxes)
        choices.addWidget(self._facts, 1)
        self._views.setMinimumHeight(_LOWEST_VIEWS)
        self._stack.addWidget(self._views)
        self._stack.addWidget(self._empty)
        frame.middle.addLayout(head)
        frame.middle.addLayout(choices)
        frame.middle.addWidget(self._stack, 1)
        frame.foot.addWidget(self._progress)
        frame.foot.addWidget(self._strip)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addStretch()  # while there is no hint
        foot.addWidget(self._close)
        frame.foot.addLayout(foot)

    def _connect(self) -> None:
        for files in (self._files, self._first_files):
            files.clicked.connect(self.files_asked)
        for folder in (self._folder, self._first_folder):
            folder.clicked.connect(self.folder_asked)
        self._expected.clicked.connect(self.expected_asked)
        self._report.clicked.connect(self.report_asked)
        self._period.activated.connect(self._want)
        self._others.toggled.connect(self._want)
        self._views.office_opened.connect(self.office_opened)
        self._progress.cancelled.connect(self.cancel_asked)
        self._close.clicked.connect(self.reject)
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undo_asked),
            (QKeySequence.StandardKey.Redo, self.redo_asked),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(signal)
