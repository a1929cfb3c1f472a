"""One office in one window for all tests of the contract, and a clerk's hands on its tables."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.storage.actions import last_undoable
from app.ui.importing.grid import SheetGrid
from app.ui.importing.sheet_model import SheetModel
from app.ui.importing.work import ImportWork, Stage
from app.ui.office_window import OfficeWindow
from app.ui.parts.fields import SearchField
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """A window over an office; more than one may look at the same office, one after the other."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        place: Workplace,
        memory: Memory,
        folder: Path,
    ) -> None:
        self.crashes: list[Exception] = []
        self.tasks = TaskRunner(self.crashes.append)
        self.prompts = Prompts()
        self.place, self.folder, self.memory = place, folder, memory
        self.office = OfficeWindow(theme, language, place, self.tasks, self.prompts, memory, folder)
        self.office.window.resize(1366, 738)
        self.qtbot: QtBot | None = None
        with place.database.reading() as tx:
            self._baseline = last_undoable(tx)

    def appear(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.office.window.show()
        self.office.window.activateWindow()
        qtbot.waitUntil(self.office.window.isActiveWindow)

    def disappear(self) -> None:
        # Another window takes the front: without a screen a window that is only hidden keeps it in
        # Qt's eyes, and cannot come to the front again.
        other = QWidget()
        other.show()
        self.until(other.isActiveWindow)
        self.office.window.hide()
        other.close()

    def until(self, true: Callable[[], bool]) -> None:
        assert self.qtbot is not None
        self.qtbot.waitUntil(true)

    def settle(self) -> None:
        """Until nothing is on its way."""
        for _ in range(2):
            self.until(lambda: self.tasks.idle)
            QApplication.processEvents()
        self.until(lambda: self.tasks.idle)

    def go(self, page: str) -> None:
        self.office.window.go(page)
        self.settle()

    @property
    def work(self) -> ImportWork:
        return self.office.importing.findChild(ImportWork)

    def open_sheet(self, path: Path) -> None:
        """The file in the page Impor, once."""
        self.office.window.go("import")
        if not self.work.sheets:
            self.office.importing.open_files([path])
            self.until(lambda: self.work.stage is Stage.READY and self.work.rows() is not None)
        self.settle()

    def close_sheet(self) -> None:
        """The page Impor without a file."""
        self.office.window.go("import")
        if self.work.sheets:
            self.work.close()
        self.office.importing.refresh()
        self.settle()

    def restore(self) -> None:
        """Everything as it was before the test."""
        QGuiApplication.clipboard().clear()
        self.prompts.questions.clear()
        self.prompts.agree = True
        QToolTip.hideText()
        for field in self.office.window.findChildren(SearchField):
            field.clear()
        for table in self.office.window.findChildren(TableView):
            table.model().clear_filters()
        self.office.importing.findChild(SheetGrid).left_filter.emit()
        while self.office.importing.step(back=True):
            self.settle()
        while self._newest() != self._baseline:
            self.place.undoing.undo_last()

    def _newest(self) -> int | None:
        with self.place.database.reading() as tx:
            return last_undoable(tx)

    def facts(self) -> str:
        """What the status bar says of the page."""
        page = self.office.window.current_key
        found = {
            "people": self.office.people,
            "import": self.office.importing,
            "followers": self.office.followers,
            "standings": self.office.standings,
        }[page]
        return " ".join(f"{fact.words} {fact.value}".strip() for fact in found.facts())


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the program: how it is reached, and what can be typed where."""

    name: str
    open: Callable[[Desk], QTableView]
    pair: tuple[int, int] = (0, 1)
    """Two columns side by side; those of a table for editing can be typed into."""
    texts: tuple[str, ...] = ("Setda", "Bappeda", "Dinkes", "Dinsos")
    filtered: int = 1
    """A column with a list of values."""
    number: int | None = None
    """A column with numbers."""
    sought: int = 0
    """A column whose texts are found by the search."""
    sorts: bool = True
    """A sheet of a file keeps the order of the file."""
    key: str = ""
    """The name under which widths, order and sort are remembered."""


class Hands:
    """Real keys, sent to whatever has the focus."""

    def __init__(self, desk: Desk, table: Table) -> None:
        self.desk, self.table = desk, table
        self.view = table.open(desk)
        self.view.setFocus()
        self.left, self.right = table.pair
        self.go(0, self.left)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, wait: bool = True) -> None:
        # Keys of the window work only while it is in front; a tool tip may just be going.
        self.desk.until(self.desk.office.window.isActiveWindow)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(self.editor() or focused, key, held)
        if held != NONE:
            # Qt believes Ctrl to be held until some key says otherwise; then choosing adds.
            QTest.keyRelease(self.desk.office.window, Key.Key_Control)
        if wait:
            self.desk.settle()

    def type(self, text: str) -> None:
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClicks(self.editor() or focused, letter)

    def copy(self, text: str) -> None:
        """What another program put on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    @property
    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    def editor(self) -> QLineEdit | None:
        found = self.view.viewport().findChildren(QLineEdit)
        return next((one for one in found if one.isVisible()), None)

    def go(self, row: int, column: int) -> None:
        """To a row below the first one with a person."""
        index = self.view.model().index(self.top + row, column)
        flag = QItemSelectionModel.SelectionFlag
        by_rows = self.view.selectionBehavior() is QTableView.SelectionBehavior.SelectRows
        alone = flag.ClearAndSelect | flag.Rows if by_rows else flag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, alone)

    def select(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        source, top = self.view.model(), self.top
        corners = (source.index(top + row, column) for row, column in (first, last))
        flag = QItemSelectionModel.SelectionFlag
        chosen = self.view.selectionModel()
        chosen.setCurrentIndex(source.index(top + first[0], first[1]), flag.ClearAndSelect)
        chosen.select(QItemSelection(*corners), flag.ClearAndSelect)

    @property
    def top(self) -> int:
        """The place of the first row with a person in it: titles and head of a file come before."""
        model = self.view.model()
        if not isinstance(model, SheetModel) or model.picture is None:
            return 0
        return sum(
            model.row_at(place) < model.picture.first_body_row
            for place in range(min(model.rowCount(), 5))
        )

    @property
    def at(self) -> tuple[int, int]:
        index = self.view.currentIndex()
        return index.row() - self.top, index.column()

    def text(self, row: int, column: int) -> str:
        return str(self.view.model().index(self.top + row, column).data() or "")

    def column(self, column: int, rows: int) -> list[str]:
        return [self.text(row, column) for row in range(rows)]

    def cells(self, rows: int) -> list[list[str]]:
        """The two columns, top to bottom."""
        return [[self.text(row, at) for at in (self.left, self.right)] for row in range(rows)]

    @property
    def rows(self) -> int:
        return self.view.model().rowCount() - self.top
