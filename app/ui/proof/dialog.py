"""The dialog that checks a report: which file, whether it agrees, and which cells differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.proof_check import Difference
from app.services.report.checking import CheckedReport
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.card import Card, framed
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Mood, Strip
from app.ui.parts.text import label
from app.ui.proof.past import PastReports
from app.ui.table.column import Column
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.proofs import before_words, now_words, outcome_words, place_words, written_words

_WIDTH, _HEIGHT = 1020, 640
_LOWEST_LIST = 120
_HASH, _OF_A_HASH = 64, 16


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    found: Difference


class ProofDialog(QDialog):
    """Asks for the file; whoever opened it reads and says what came of it."""

    choose_asked = Signal()
    cancel_asked = Signal()
    dropped = Signal(object)
    """The path of a file that was let go over the dialog."""

    def __init__(
        self, theme: Theme, language: Language, memory: TableMemory, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._language = language
        say = language.say
        self._choose = primary_button(theme, say("Choose the report…"), icon="folder-open")
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._back = plain_button(theme, say("Another report"))
        self._back.hide()
        how = say(
            "Choose a report that Gaung wrote, or drop it here: it is compared with what was written."
        )
        self._how = label(theme, how, tone="text_2", wrap=True)
        self._file = label(theme, say("No report chosen yet"), tone="text_2", wrap=True)
        self._facts = label(theme, "", wrap=True)
        self._progress = ProgressStrip(theme, language)
        self._strip = Strip(theme, language)
        self._model: TableModel[_Line] = TableModel(_columns(language), _number)
        self._table: TableView[_Line] = TableView(
            theme,
            language,
            self._model,
            name=say("What differs"),
            key="report_differences",
            memory=memory,
        )
        self.past = PastReports(theme, language, memory)
        self.past.check_asked.connect(self.dropped)
        self._lay_out(theme)
        self._choose.clicked.connect(self.choose_asked)
        self._close.clicked.connect(self.reject)
        self._back.clicked.connect(self._ask_again)
        self._progress.cancelled.connect(self.cancel_asked)
        self._choose.setFocus()
        self._show_lines(())

    def show_reading(self, path: Path) -> None:
        """The file is being read; it can be stopped."""
        self._file.setText(path.name)
        self._file.setToolTip(str(path))
        self._facts.clear()
        self._facts.hide()
        # A low screen needs the room for what differs.
        self._how.hide()
        self.past.make_room(wanted=True)
        self._back.show()
        self._show_lines(())
        self._strip.clear()
        self._choose.setEnabled(False)
        self._back.setEnabled(False)
        self._progress.start(self._language.say("Reading the report"), self._words)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """So many rows are read."""
        self._progress.step(done, total)

    def show_checked(self, checked: CheckedReport) -> None:
        """It agrees, or this differs."""
        self._rest()
        facts = [*checked.facts, (self._language.say("Hash of the content"), checked.sha256)]
        facts.append(
            (self._language.say("Written"), written_words(checked.written, self._language))
        )
        self._facts.setText(_told(facts))
        self._facts.setToolTip("\n".join(words for _, words in facts if _short(words) != words))
        self._facts.show()
        self._show_lines(checked.differences)
        number = len(checked.differences)
        lead, words = outcome_words(
            number, self._language, more=checked.more, uncovered=checked.uncovered
        )
        mood = Mood.DONE if checked.agrees else Mood.WARNING
        # With a way to close it the outcome stays until another file is read.
        self._strip.say(mood, lead, words, stays=True)

    def show_failed(self, sentence: str) -> None:
        """It could not be checked."""
        self._rest()
        self._strip.say(Mood.ERROR, self._language.say("It was not checked."), sentence, stays=True)

    def show_stopped(self) -> None:
        """The person stopped it."""
        self._rest()
        say = self._language.say
        words = say("Nothing was changed.")
        self._strip.say(Mood.WARNING, say("The check was stopped."), words)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _path_in(event) is not None and self._choose.isEnabled():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _path_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    @Slot()
    def _ask_again(self) -> None:
        self._file.setText(self._language.say("No report chosen yet"))
        self._file.setToolTip("")
        self._facts.hide()
        self._strip.clear()
        self._show_lines(())
        self._back.hide()
        self._how.show()
        self.past.make_room(wanted=False)
        self._choose.setFocus()

    def _rest(self) -> None:
        self._progress.stop()
        self._choose.setEnabled(True)
        self._back.setEnabled(True)
        # A button that cannot be pressed loses the focus.
        self._choose.setFocus()

    def _show_lines(self, found: Sequence[Difference]) -> None:
        self._model.set_rows([_Line(number, one) for number, one in enumerate(found)])
        self._framed.setVisible(bool(found))

    def _words(self, done: int, total: int) -> str:
        if not done:
            return self._language.say("Reading the report")
        return self._language.say_many("{count} row read", "{count} rows read", done)

    def _lay_out(self, theme: Theme) -> None:
        say = self._language.say
        title = say("Check a report")
        self.setWindowTitle(title)
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        column = frame.middle
        column.addWidget(label(theme, title, font="card_title"))
        column.addWidget(self._how)
        caveat = say(
            "This detects change and is no digital signature: whoever edits the file can also work "
            "the hash out anew."
        )
        column.addWidget(label(theme, caveat, tone="text_2", wrap=True))
        chosen = Card(theme, say("The report"))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._file, 1)
        chosen.body.addLayout(buttons)
        chosen.body.addWidget(self._facts)
        self._facts.hide()
        column.addWidget(chosen, 0, Qt.AlignmentFlag.AlignTop)
        self._framed = framed(self._table)
        self._framed.setMinimumHeight(_LOWEST_LIST)
        column.addWidget(self._framed, 1)
        column.addWidget(self.past, 1)
        column.addStretch()
        frame.foot.addWidget(self._progress)
        frame.foot.addWidget(self._strip)
        frame.set_buttons(self._back, None, self._close)


def _columns(language: Language) -> list[Column[_Line]]:
    say = language.say
    return [
        Column("sheet", say("Sheet"), lambda line: line.found.sheet, width=150),
        Column("cell", say("Cell"), lambda line: place_words(line.found, language), width=150),
        Column(
            "before",
            say("As written"),
            lambda line: before_words(line.found, language),
            width=200,
        ),
        Column(
            "now", say("Now"), lambda line: now_words(line.found, language), width=200, stretch=True
        ),
    ]


def _told(facts: Sequence[tuple[str, str]]) -> str:
    """A line each; hashes are short enough to share one."""
    lines = [f"{about}: {words}" for about, words in facts if _short(words) == words]
    hashes = [f"{about}: {_short(words)}" for about, words in facts if _short(words) != words]
    return "\n".join([*lines, " · ".join(hashes)])


def _short(words: str) -> str:
    """Of a hash enough to compare two by eye; the rest stands in the tooltip."""
    return words[:_OF_A_HASH] if len(words) == _HASH else words


def _number(line: _Line) -> int:
    return line.number


def _path_in(event: QDropEvent) -> Path | None:
    """The file, where it is exactly one."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
