"""The cards with the keys that work in the program."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.parts.card import Card
from app.ui.parts.chips import Chip
from app.ui.parts.text import label
from app.ui.shell.commands import WINDOW_COMMANDS
from app.ui.theme.theme import Theme
from app.wording.language import Language

_KEYS = 168


def keys_everywhere(theme: Theme, language: Language) -> QWidget:
    """What works on every page."""
    say = language.say
    rows = (
        ("Ctrl+1 … Ctrl+7", say("Go to a page")),
        *((", ".join(one.keys), one.words(say)) for one in WINDOW_COMMANDS if one.keys),
        ("Ctrl+Enter", say("The main action of a page; in the followers, fill the selection")),
        (
            "Ctrl+P, Ctrl+Alt+P",
            say("Print the shown sheet of a report, or all its sheets"),
        ),
        (
            say("Alt and a letter"),
            say("Press a button or go to a field; hold Alt to see the letters"),
        ),
        ("Esc", say("Clear the search, leave a cell or a dialog")),
    )
    return _card(theme, say("Everywhere"), rows)


def keys_in_tables(theme: Theme, language: Language) -> QWidget:
    """What works in the tables that are read."""
    say = language.say
    rows = (
        (say("Arrows, Ctrl+arrows"), say("Move, or jump to the edge")),
        ("Enter", say("Open the row")),
        (say("Alt+Down, Ctrl+Shift+L"), say("Filter and sort the column")),
        ("F3, Shift+F3", say("Next or previous row found")),
        ("Shift+Space", say("Select the row")),
        ("Ctrl+C", say("Copy the selection")),
        ("Ctrl+Shift+C", say("Copy with the headings")),
        ("Ctrl+Home, Ctrl+End", say("First or last cell")),
        ("Ctrl+B", say("Show the evidence of the cell or the person")),
        ("Ctrl+I", say("Note what the chosen people said of consent")),
    )
    return _card(theme, say("In tables"), rows)


def keys_for_counts(theme: Theme, language: Language) -> QWidget:
    """What works where counts are typed and files are checked."""
    say = language.say
    rows = (
        ("Enter, Shift+Enter", say("Save the cell, go down or up")),
        ("Tab, Shift+Tab", say("Save the cell, go right or left")),
        ("F2", say("Change the cell")),
        ("Ctrl+D", say("Fill down from the first cell")),
        ("Ctrl+V", say("Paste from Excel, or a screenshot as evidence")),
        ("Ctrl+;", say("Give the count of the cell another day")),
        ("1234 @ 5 nov", say("A count with a day of its own")),
        ("Delete", say("Take the count back")),
        ("Ctrl+K", say("Quick entry: a name, then a count")),
        ("Ctrl+J", say("Answer the entries that are not clear")),
        ("Ctrl+Shift+V", say("Read lines from WhatsApp")),
        ("F8, Shift+F8", say("Next or previous problem of an import")),
        ("Enter", say("Use the proposal for the row, in an import or the waiting room")),
    )
    return _card(theme, say("Followers and import"), rows)


def _card(theme: Theme, title: str, rows: Iterable[tuple[str, str]]) -> QWidget:
    card = Card(theme, title)
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, _KEYS)
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for row, (keys, meaning) in enumerate(rows):
        grid.addWidget(Chip(theme, keys), row, 0)
        grid.addWidget(label(theme, meaning, wrap=True), row, 1)
    card.body.addLayout(grid)
    return card
