"""The card about the pictures that prove counts: how many, where, and what could go."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services.evidence.keeping import Holdings, KeepEvidence
from app.services.job import Job
from app.ui.parts.buttons import plain_button, quiet_button
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language

_MEGABYTE = 1_000_000


class EvidenceCard(QWidget):
    """Pictures that nothing uses any more go only from here, and only when asked."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        evidence: KeepEvidence,
        tasks: TaskRunner,
        prompts: Prompts,
    ) -> None:
        super().__init__()
        say = language.say
        self._language, self._evidence = language, evidence
        self._tasks, self._prompts = tasks, prompts
        self._number = label(theme, wrap=True)
        self._missing = label(theme, tone="warning_text", wrap=True)
        self._missing.hide()
        self._open = plain_button(theme, say("Open the folder of evidence"), icon="folder-open")
        self._clear = quiet_button(theme, say("Delete unused pictures"), icon="trash-2")
        self._clear.setEnabled(False)
        why = say(
            "Only the pixels of a picture are kept: no place, no owner, no camera. Whoever copies the "
            "database by hand copies this folder too."
        )
        card = Card(theme, say("Evidence"))
        card.body.addWidget(self._number)
        card.body.addWidget(self._missing)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(self._clear)
        row.addStretch()
        card.body.addLayout(row)
        card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._open.clicked.connect(self._show_folder)
        self._clear.clicked.connect(self._ask)

    def refresh(self) -> None:
        """Counts the pictures anew."""
        evidence = self._evidence

        def look(job: Job) -> Holdings:
            return evidence.holdings()

        self._tasks.run(look, done=self._show, failed=self._say)

    @Slot(object)
    def _show(self, found: Holdings) -> None:
        many = self._language.say_many
        words = many("{count} picture", "{count} pictures", found.pictures)
        size = max(round(found.size / _MEGABYTE), 1) if found.pictures else 0
        words += f" · {self._language.number(size)} MB"
        if found.unused:
            words += " · " + many("{count} unused", "{count} unused", found.unused)
        self._number.setText(words)
        self._missing.setVisible(found.missing > 0)
        self._missing.setText(
            many(
                "{count} picture is missing from the folder. Bring it back from a backup.",
                "{count} pictures are missing from the folder. Bring them back from a backup.",
                found.missing,
            )
        )
        self._open.setEnabled(found.pictures > 0)
        self._clear.setEnabled(found.unused > 0)

    @Slot(object)
    def _say(self, error: AppError) -> None:
        """What cannot be counted is not called none."""
        self._number.setText(error_sentence(error, self._language))

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._evidence.folder)))

    @Slot()
    def _ask(self) -> None:
        say = self._language.say
        self._prompts.ask(
            say("Delete the pictures that no count uses any more? Ctrl+Z cannot bring them back."),
            say("Delete"),
            self._remove,
            safe=say("Pictures that prove a count stay."),
        )

    def _remove(self) -> None:
        evidence = self._evidence

        def work(job: Job) -> Holdings:
            evidence.remove_unused()
            return evidence.holdings()

        self._tasks.run(work, done=self._show, failed=self._prompts.explain)
