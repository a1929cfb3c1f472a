"""A clerk before the whole window, in one language, with or without a mouse."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.shell.page import PAGE_TITLES
from app.ui.tasks import TaskRunner
from app.wording.language import Language
from tests.journeys import desk
from tests.journeys.desk import drop_files
from tests.journeys.keystrokes import Clerk, Operators, counted

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
PAGES = ("home", "people", "import", "followers", "standings", "reports")
"""In the order of Ctrl+1, Ctrl+2, ..."""

Kind = TypeVar("Kind", bound=QWidget)


class Way(Enum):
    """How the clerk works."""

    KEYBOARD = "keyboard only"
    MOUSE = "with the mouse"


class Prompts(desk.Prompts):
    """The dialog for files gives `files`; what is done in it is modelled by the journey."""

    files: Sequence[Path] = ()

    @override
    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen(list(self.files))


class AtWork:
    """Finds in the window what a person would look for, by its words in the language of the office."""

    def __init__(
        self,
        qtbot: QtBot,
        program: OfficeWindow,
        office: Workplace,
        tasks: TaskRunner,
        language: Language,
        prompts: Prompts,
        way: Way,
        note: Callable[[str, Operators], None],
    ) -> None:
        self._qtbot, self._prompts, self._note = qtbot, prompts, note
        self.program, self.office, self.tasks = program, office, tasks
        self.language, self.way = language, way
        self.window = program.window

    @property
    def by_keys(self) -> bool:
        """Whether no mouse may be used."""
        return self.way is Way.KEYBOARD

    @contextmanager
    def counted(self, journey: str, *, noted: bool = True) -> Iterator[Clerk]:
        """What is done inside is judged by the budget of the journey, and stands in the table.

        `noted` False: a longer form of it, which has the same budget and no line of its own.
        """
        with counted(journey, self._qtbot, self.window, keyboard_only=self.by_keys) as clerk:
            yield clerk
            if noted:
                self._note(journey, clerk.operators)

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """What was begun before or after a journey is done."""
        self._qtbot.waitUntil(lambda: self.tasks.idle and until())

    # What is done the same way in several journeys

    def go(self, clerk: Clerk, page: str) -> None:
        """To a page, by its key or its place in the sidebar."""
        if self.by_keys:
            clerk.press(Qt.Key(Qt.Key.Key_1 + PAGES.index(page)), CTRL)
        else:
            clerk.click(self.button(PAGE_TITLES[page](self.language.say)))
        clerk.wait(lambda: self.window.current_key == page and self.tasks.idle)

    def bring(self, clerk: Clerk, files: Sequence[Path], *, keys: str) -> None:
        """Files come to the window: dropped, or chosen with `keys` in the dialog of Ctrl+O."""
        if self.by_keys:
            self._prompts.files = files
            clerk.press(Qt.Key.Key_O, CTRL)
            clerk.modelled(keys, "in the dialog, which opens where it was last")
        else:
            clerk.modelled("P B P B", "drag from the folder to the window")
            drop_files(self.window, files)

    def do(self, clerk: Clerk, button: QAbstractButton) -> None:
        """The one thing to do on a page: Ctrl+Enter, or its button."""
        if self.by_keys:
            clerk.press(ENTER, CTRL)
        else:
            clerk.click(button)

    def by_letter(self, clerk: Clerk, field: QWidget) -> None:
        """To a field by Alt and the letter that stands over it while Alt is held."""
        given = self.window.letters.give(self.window)
        letter = next(letter for thing, letter in given if thing.widget is field)
        clerk.press(Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.AltModifier)
        assert field.hasFocus()

    # What is to be seen

    def seen(self, kind: type[Kind], fits: Callable[[Kind], bool] = lambda one: True) -> Kind:
        """The first one that can be seen and fits."""
        return next(one for one in self.window.findChildren(kind) if one.isVisible() and fits(one))

    def button(self, words: str) -> QAbstractButton:
        """The button of that name; it may carry a number or its keys behind it."""
        return self.seen(
            QAbstractButton,
            lambda one: any(
                name == words or name.startswith(f"{words},")
                for name in (plain(one.text()), plain(one.accessibleName()))
            ),
        )

    def counting_button(self, one: str, many: str) -> QAbstractButton | None:
        """The button that carries a number in its words, once it can be pressed."""
        pattern = self.numbered(one, many)
        return next(
            (
                button
                for button in self.window.findChildren(QAbstractButton)
                if button.isVisible() and button.isEnabled() and pattern.match(plain(button.text()))
            ),
            None,
        )

    def numbered(self, one: str, many: str) -> re.Pattern[str]:
        """The words of a plural, with any number in them."""
        words = re.escape(self.language.say_many(one, many, 7))
        return re.compile(words.replace("7", r"[\d.,]+"))

    def said(self) -> list[str]:
        """What the labels say."""
        return [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]

    def names(self, words: str) -> bool:
        """Whether something that can be seen, such as a chip, has this name."""
        seen = (one for one in self.window.findChildren(QWidget) if one.isVisible())
        return any(one.accessibleName() == words for one in seen)

    def spoken(self) -> list[str]:
        """What a screen reader says of them."""
        return [one.accessibleName() for one in self.window.findChildren(QLabel) if one.isVisible()]


def plain(words: str) -> str:
    """Without the mark of the letter that Alt goes to."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
