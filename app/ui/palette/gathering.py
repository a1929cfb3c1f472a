"""Gathers everything that can be done now: pages, what works everywhere, buttons, help."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from app.services.manual.reading import ReadManual
from app.ui.palette.command import Command
from app.ui.palette.offered import OFFERED, found_in
from app.ui.settings.categories import CATEGORIES
from app.ui.shell.commands import WINDOW_COMMANDS
from app.ui.shell.page import PAGE_TITLES, PageEntry, widget_of
from app.ui.shell.window import MainWindow
from app.wording.language import Language, Words

if TYPE_CHECKING:
    from app.ui.later import Later
    from app.ui.settings.page import SettingsPage

More = Sequence[tuple[str, Words, Callable[[], object]]]
"""What stands in menus that are made when they open: page, words, what it does."""


class GatherCommands(QObject):
    """Asks the window anew each time: it changes with every page that is read."""

    def __init__(
        self,
        language: Language,
        window: MainWindow,
        settings: "Later[SettingsPage]",
        manual: ReadManual,
        read: Callable[[str], object],
        more: More,
        parent: QObject,
    ) -> None:
        """`read` opens the manual at an anchor."""
        super().__init__(parent)
        self._language, self._window, self._settings = language, window, settings
        self._manual, self._read, self._more = manual, read, more

    def commands(self) -> list[Command]:
        """What belongs to the page in front comes first, then the pages, then the rest."""
        here = self._window.current_key
        offered = list(self._offered())
        first = [command for place, command in offered if place == here]
        rest = [command for place, command in offered if place != here]
        return [
            *first,
            *self._pages(),
            *self._everywhere(),
            *self._categories(),
            *rest,
            *self._help(),
        ]

    def to_find(self, typed: str) -> Command:
        """Looks for what was typed among the people: whoever types a name means a person."""
        words = self._language.say("Look for “{text}” among the people")
        find = partial(self._find, "people", typed)
        return Command(words.format(text=typed), self._title("people"), (), find)

    def _pages(self) -> Iterator[Command]:
        for number, entry in enumerate(self._window.entries, 1):
            names = self._names(PAGE_TITLES[entry.key])
            where = self._language.say("Go to a page")
            go = partial(self._window.go, entry.key)
            yield Command(entry.title, where, names, go, f"Ctrl+{number}")

    def _everywhere(self) -> Iterator[Command]:
        for one in WINDOW_COMMANDS:
            # The palette itself is open already.
            if one.key != "palette":
                words = one.words(self._language.say)
                keys = one.keys[0] if one.keys else ""
                act = partial(self._window.run, one.key)
                yield Command(words, "", self._names(one.words), act, keys)

    def _categories(self) -> Iterator[Command]:
        known = {one.key for one in WINDOW_COMMANDS}
        for one in CATEGORIES:
            if one.key in known:
                continue
            words, where = one.words(self._language.say), self._title("settings")
            yield Command(
                words, where, self._names(one.words), partial(self._go, "settings", one.key)
            )

    def _offered(self) -> Iterator[tuple[str, Command]]:
        for place, listed in OFFERED.items():
            key, _, category = place.partition(".")
            page = widget_of(self._entry(key).page())
            for words in listed:
                said = words(self._language.say)
                found = found_in(page, said, self._language)
                if found is not None:
                    act = partial(self._press, key, category, found.press)
                    where = self._title(key)
                    names, around = self._names(words), self._around(key)
                    yield key, Command(said, where, names, act, found.keys, found.reason, around)
        for key, words, more in self._more:
            said = words(self._language.say)
            names, do = self._names(words), partial(self._do, key, more)
            yield key, Command(said, self._title(key), names, do, around=self._around(key))

    def _help(self) -> Iterator[Command]:
        for key, titles in self._manual.titles():
            words = self._language.say("Help: {title}").format(title=titles[0])
            yield Command(words, "", [words, *titles], partial(self._read, key))

    # -------------------------------------------------------------- acting

    def _go(self, key: str, category: str) -> None:
        self._window.go(key)
        if category:
            self._settings().show_category(category)

    def _find(self, key: str, typed: str) -> None:
        self._window.go(key)
        field = self._entry(key).page().search_field()
        if field is not None:
            field.setText(typed)
            field.setFocus()

    def _press(self, key: str, category: str, found: QAbstractButton | QAction) -> None:
        self._go(key, category)
        if isinstance(found, QAction):
            found.trigger()
        else:
            found.click()

    def _do(self, key: str, act: Callable[[], object]) -> None:
        self._window.go(key)
        act()

    def _entry(self, key: str) -> PageEntry:
        return next(one for one in self._window.entries if one.key == key)

    def _title(self, key: str) -> str:
        return self._entry(key).title

    def _around(self, key: str) -> Sequence[str]:
        return self._names(PAGE_TITLES[key])

    def _names(self, words: Words) -> Sequence[str]:
        return self._language.in_every_language(words)
