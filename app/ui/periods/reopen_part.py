"""Why a closed period is opened again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.snapshot import Revision
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.closings import reopening_explained
from app.wording.language import Language


class ReopenPart(QWidget):
    """One line of words."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, revision: Revision) -> None:
        super().__init__()
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(language.say("For example: counts of two units came late"))
        means = label(theme, reopening_explained(revision, language), tone="text_2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(means)
        column.addLayout(stacked(theme, language.say("Reason"), self._reason))
        self._reason.textChanged.connect(self.changed)

    @property
    def reason(self) -> str:
        """The words, without blanks around them."""
        return " ".join(self._reason.text().split())

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self._reason
