"""Opens the manual: one window, made when it is first asked for."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Slot

from app.domain.errors import AppError
from app.services.manual.parts import ManualPage
from app.services.manual.reading import ReadManual
from app.ui.manual.places import FIRST
from app.ui.table.memory import TableMemory
from app.ui.theme.theme import Theme
from app.wording.language import Language

if TYPE_CHECKING:
    from app.ui.manual.window import ManualWindow

_KEY = "manual-window"


class ManualDesk(QObject):
    """Remembers how large the window was left."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        manual: ReadManual,
        memory: TableMemory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._manual = theme, language, manual
        self._memory = memory
        self._window: ManualWindow | None = None

    @property
    def manual(self) -> ReadManual:
        """What can be read."""
        return self._manual

    @property
    def window(self) -> "ManualWindow | None":
        """The help window, once it was asked for."""
        return self._window

    @Slot(str)
    def open(self, anchor: str) -> None:
        """The page with this anchor, beside whatever stands in front."""
        # Loaded here: most days nobody asks for help.
        from app.ui.manual.window import ManualWindow

        if self._window is None:
            self._window = ManualWindow(self._theme, self._language, self._manual)
            self._window.closed.connect(self._remember)
            self._window.print_asked.connect(self._print)
            room = self._window.screen().availableGeometry()
            self._window.fit(room, _size(self._memory.load(_KEY)))
        self._window.open_at(anchor if self._manual.has(anchor) else FIRST)

    def stay_open(self) -> None:
        """Where no office is open the help alone keeps the program."""
        if self._window is not None:
            self._window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)

    def close(self) -> None:
        """With the office: nothing of it stays on the screen."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    @Slot()
    def _remember(self) -> None:
        if self._window is None:
            return
        size = self._window.size()
        # An office that is only looked at, or a full disk: the size is not worth a message.
        with suppress(AppError):
            self._memory.save(_KEY, f"{size.width()}x{size.height()}")

    @Slot(object)
    def _print(self, page: ManualPage) -> None:
        # Loaded here: few readers ever print.
        from app.ui.manual.paper import PagePrinting

        if self._window is None:
            return
        if not PagePrinting(self._theme, self._manual, page).ask(self._window):
            self._window.tell(self._language.say("This computer has no printer."))


def _size(kept: str | None) -> QSize | None:
    wide, _, high = (kept or "").partition("x")
    return QSize(int(wide), int(high)) if wide.isdigit() and high.isdigit() else None
