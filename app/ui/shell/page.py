"""What the window asks of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.later import Later
from app.wording.language import Words

PAGE_TITLES: Mapping[str, Words] = {
    "home": lambda say: say("Home"),
    "people": lambda say: say("People"),
    "import": lambda say: say("Import"),
    "followers": lambda say: say("Followers"),
    "standings": lambda say: say("Standings"),
    "reports": lambda say: say("Reports"),
    "settings": lambda say: say("Settings"),
}
"""Each page by its key."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact of the status bar; `value` follows the words in bold."""

    words: str
    value: str = ""
    icon: str = ""
    tone: str = "text_2"


class Page(Protocol):
    """A QWidget that also answers these. It inherits from nothing of ours."""

    @property
    def facts_changed(self) -> SignalInstance:
        """Emitted when `facts` says something new; a class attribute `Signal()` does it."""

    def facts(self) -> Sequence[Fact]:
        """What the status bar says at the left while this page is shown."""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""

    def regions(self) -> Sequence[QWidget]:
        """Where F6 goes, in order: main part, right panel, bottom bar."""

    def refresh(self) -> None:
        """Called each time the page comes to the front: read again what may have changed."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page and its place in the sidebar; `foot` puts it at the lower end.

    The page itself is built when it is first gone to.
    """

    key: str
    title: str
    icon: str
    page: Later[Page]
    foot: bool = False


def widget_of(page: Page) -> QWidget:
    """The page as the widget that it is."""
    if not isinstance(page, QWidget):
        raise TypeError(type(page))
    return page
