"""The page without a file: where to drop one, and what was imported before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.importing import ImportRecord
from app.ui.importing.history import ImportHistory
from app.ui.parts.buttons import primary_button
from app.ui.parts.empty import EmptyState
from app.ui.table.memory import TableMemory
from app.ui.theme.theme import Theme
from app.wording.language import Language

_DROP_HEIGHT = 190


class ImportStart(QWidget):
    """The history is hidden until there is one."""

    choose_asked = Signal()
    undo_asked = Signal(object)

    def __init__(self, theme: Theme, language: Language, memory: TableMemory) -> None:
        super().__init__()
        say = language.say
        self._choose = primary_button(theme, say("Choose files"), icon="folder-open", keys="Ctrl+O")
        empty = EmptyState(
            theme,
            "file-input",
            say("Drop a roster here"),
            say("Excel, ODS or CSV, as it is: Gaung finds the columns. The file is never changed."),
            self._choose,
        )
        self._area = QFrame()
        self._area.setProperty("role", "drop_area")
        self._area.setMinimumHeight(_DROP_HEIGHT)
        inside = QVBoxLayout(self._area)
        inside.addWidget(empty)
        self._history = ImportHistory(theme, language, memory)
        self._history.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._area, 1)
        column.addWidget(self._history, 2)
        self._choose.clicked.connect(self.choose_asked)
        self._history.undo_asked.connect(self.undo_asked)

    def show_records(self, records: Sequence[ImportRecord]) -> None:
        """List the earlier imports."""
        self._history.show_records(records)
        self._history.setVisible(bool(records))

    def regions(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self._area, self._history.table]
