"""The audit log: a table to search, filter and copy, and the check of its chain."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.audit import Checked
from app.domain.errors import AppError
from app.services.audit import LogLine
from app.services.backups.keeping import KeepBackups
from app.services.job import Job
from app.ui.audit.columns import audit_columns
from app.ui.parts.buttons import plain_button
from app.ui.parts.card import framed
from app.ui.parts.fields import Note, SearchField
from app.ui.parts.text import label
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.audit import checked_title, checked_words
from app.wording.errors import error_sentence
from app.wording.language import Language

_MARGIN = 12
_GOOD, _BAD = "qualifies", "error"


@dataclass(frozen=True, slots=True)
class _Found:
    entries: list[LogLine]
    checked: Checked | None


class AuditPanel(QWidget):
    """Nothing can be changed here: lines come by themselves."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        backups: KeepBackups,
        memory: TableMemory,
        tasks: TaskRunner,
    ) -> None:
        super().__init__()
        say = language.say
        self._language, self._backups, self._tasks = language, backups, tasks
        self._model: TableModel[LogLine] = TableModel(
            audit_columns(language), lambda row: row.number
        )
        self._table: TableView[LogLine] = TableView(
            theme, language, self._model, name=say("Audit log"), key="audit", memory=memory
        )
        self._search = SearchField(theme, say("Search the audit log"))
        self._check = plain_button(theme, say("Check the chain"), icon="shield")
        self._note = Note(theme)
        self._note.hide()
        words = say(
            "Who did what, when, and to how many; never a name or a number from the office. Each line "
            "is chained to the one before, so that a change is noticed. It lies in {name}."
        ).format(name=backups.audit.path.name)
        self._lay_out(label(theme, words, font="small", tone="text_2", wrap=True))
        self._search.textChanged.connect(self._model.search)
        self._search.entered.connect(self._table.setFocus)
        self._check.clicked.connect(self._ask)

    @property
    def search(self) -> QLineEdit:
        """Where Ctrl+F goes."""
        return self._search

    def refresh(self) -> None:
        """Reads the log anew; what the last check found is of another moment."""
        self._note.hide()
        self._run(check=False)

    @Slot()
    def _ask(self) -> None:
        self._run(check=True)

    def _run(self, *, check: bool) -> None:
        backups = self._backups

        def work(job: Job) -> _Found:
            checked = backups.audit.check(backups.heads()) if check else None
            return _Found(backups.audit.entries(), checked)

        self._tasks.run(work, done=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, found: _Found) -> None:
        self._model.set_rows(found.entries)
        if found.checked is None:
            return
        good = found.checked.flaw is None
        self._note.say(
            _GOOD if good else _BAD,
            "circle-check" if good else "triangle-alert",
            "qualifies_text" if good else "error_text",
            checked_title(found.checked, self._language),
            checked_words(found.checked, self._language),
        )
        self._note.show()

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        title = self._language.say("The log could not be checked")
        sentence = error_sentence(error, self._language)
        self._note.say(_BAD, "triangle-alert", "error_text", title, sentence)
        self._note.show()

    def _lay_out(self, words: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._search)
        head.addStretch()
        head.addWidget(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, _MARGIN, 8)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(framed(self._table), 1)
        column.addWidget(words)
