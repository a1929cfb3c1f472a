"""Progress of long work: nothing for a second, then a thin bar, words with numbers, Cancel."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_PATIENCE_MS = 1000


class ProgressStrip(QWidget):
    """Stands under the page head. `step` fits `progressed` of TaskRunner.run."""

    cancelled = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._words: Callable[[int, int], str] | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._label = label(theme, font="small", tone="text_2")
        self._cancel = Button(theme, language.say("Cancel"), role=ButtonRole.QUIET, small=True)
        self._cancel.clicked.connect(self._stop_work)
        row = QHBoxLayout()
        row.addWidget(self._label, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self._bar)
        column.addLayout(row)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def start(self, first_words: str, words: Callable[[int, int], str]) -> None:
        """Work begins; `words` says `done` of `total`, such as "Reading 820 of 1,504 rows"."""
        self._words = words
        self._label.setText(first_words)
        self._bar.setAccessibleName(first_words)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._timer.start()

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """Show how far the work is; total 0 means that nobody knows."""
        if self._words is None:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._label.setText(self._words(done, total))

    @Slot()
    def stop(self) -> None:
        """Work is over, however it ended."""
        self._timer.stop()
        self._words = None
        self.hide()

    @Slot()
    def _stop_work(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
