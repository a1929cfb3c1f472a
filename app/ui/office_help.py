"""What helps in one office's window: the manual, F1 everywhere, the palette of commands."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from app.services.manual.reading import ReadManual
from app.ui.manual.desk import ManualDesk
from app.ui.manual.help_keys import HelpKeys
from app.ui.manual.places import FIRST
from app.ui.office_desks import OfficeDesks
from app.ui.office_pages import OfficePages
from app.ui.shell.page import Page, widget_of
from app.ui.shell.window import MainWindow
from app.ui.table.memory import TableMemory
from app.ui.theme.theme import Theme
from app.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.palette.command import Command
    from app.ui.palette.gathering import GatherCommands


class OfficeHelp(QObject):
    """Listens to the window; the pages know nothing of it."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        window: MainWindow,
        pages: OfficePages,
        desks: OfficeDesks,
        manual: ReadManual,
        memory: TableMemory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self.language = theme, language
        self._window, self._settings, self._periods = window, pages.settings, desks.periods
        self.manual = ManualDesk(theme, language, manual, memory, self)
        self._keys = HelpKeys(window, self._place)
        for entry in window.entries:
            entry.page.once_built(self._listen_to)
        self._keys.asked.connect(self.manual.open)
        window.command_asked.connect(self._run)

    def _listen_to(self, page: Page) -> None:
        self._keys.listen_to(widget_of(page))

    @cached_property
    def commands(self) -> "GatherCommands":
        """What the palette offers; its room is loaded when it is first asked for."""
        from app.ui.palette.gathering import GatherCommands

        periods = self._periods
        return GatherCommands(
            self.language,
            self._window,
            self._settings,
            self.manual.manual,
            self.manual.open,
            (
                ("standings", lambda say: say("Close a period…"), lambda: periods().ask_period()),
                ("standings", lambda say: say("What changed…"), self._show_changes),
            ),
            self,
        )

    def follow(self, application: QApplication) -> None:
        """F1 and letters in every dialog that comes up from now on."""
        self._keys.follow(application)
        self._window.letters.follow(application)

    def close(self) -> None:
        """With the office."""
        self.manual.close()

    def _place(self) -> str:
        page = self._window.current_key
        return f"settings.{self._settings().category}" if page == "settings" else page

    def _show_changes(self) -> None:
        self._periods().show_changes(self._window)

    @Slot(str)
    def _run(self, command: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "palette": self._open_palette,
            "help": self._keys.ask,
            "contents": self._open_contents,
            "keys": self._show_keys,
            "about": self._show_about,
        }
        acts[command]()

    def _open_palette(self) -> None:
        from app.ui.palette.popup import PalettePopup

        offered = self.commands.commands(), self.commands.to_find
        popup = PalettePopup(self._theme, self.language, *offered, self._window)
        popup.chosen.connect(self._do)
        popup.open()

    @Slot(object)
    def _do(self, command: "Command") -> None:
        command.act()

    def _open_contents(self) -> None:
        self.manual.open(FIRST)

    def _show_keys(self) -> None:
        self._show_category("keys")

    def _show_about(self) -> None:
        self._show_category("about")

    def _show_category(self, key: str) -> None:
        self._window.go("settings")
        self._settings().show_category(key)
