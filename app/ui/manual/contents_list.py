"""What stands at the left of the manual: the contents, or what a search has found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.manual.parts import ManualPage
from app.services.manual.searching import Hit
from app.ui.parts.empty import EmptyState
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ANCHOR = Qt.ItemDataRole.UserRole


class ContentsList(QWidget):
    """Arrows and Enter choose; what is chosen is told by its anchor."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._titles: dict[str, str] = {}
        say = language.say
        self._contents = _List(say("Contents of the help"))
        self._hits = _List(say("What was found"))
        self._none = EmptyState(
            theme, "search", say("Nothing matches"), say("Try other or fewer words.")
        )
        self._stack = QStackedWidget()
        for part in (self._contents, self._hits, self._none):
            self._stack.addWidget(part)
        for part in (self._contents, self._hits):
            part.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_chapters(self, chapters: Sequence[tuple[str, Sequence[ManualPage]]]) -> None:
        """The contents of the manual."""
        self._contents.clear()
        self._titles = {page.key: page.title for _, pages in chapters for page in pages}
        for heading, pages in chapters:
            head = QListWidgetItem(heading)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setFont(self._theme.fonts.small_semibold)
            head.setForeground(self._theme.colour("text_2"))
            self._contents.addItem(head)
            for page in pages:
                self._contents.add(page.title, page.key, indent=True)

    def show_contents(self, page: str) -> None:
        """The contents, with the page that is read."""
        self._stack.setCurrentWidget(self._contents)
        self._contents.mark(page)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """What was found, the best first; "The steps" says nothing without its page."""
        self._hits.clear()
        for hit in hits:
            title, page = hit.section.title, self._titles.get(hit.section.page, "")
            words = title if hit.section.level == 1 else f"{title}  ·  {page}"
            item = self._hits.add(words, hit.section.anchor)
            item.setToolTip(f"{words}\n{hit.snippet}")
            # What is heard is more than what there is room for.
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, hit.snippet)
        self._hits.setCurrentRow(0)
        self._stack.setCurrentWidget(self._hits if hits else self._none)

    def focus_list(self) -> None:
        """From the search into what it has found."""
        self._stack.currentWidget().setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def open_first(self) -> None:
        """Enter in the search field opens the best."""
        if self._stack.currentWidget() is self._hits:
            self._hits.open_current()


class _List(QListWidget):
    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "list")
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)

    def add(self, words: str, anchor: str, *, indent: bool = False) -> QListWidgetItem:
        """One more row."""
        item = QListWidgetItem(f"    {words}" if indent else words)
        item.setData(_ANCHOR, anchor)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(words)
        self.addItem(item)
        return item

    def mark(self, anchor: str) -> None:
        """Marks the row of a page without opening it."""
        for row in range(self.count()):
            if self.item(row).data(_ANCHOR) == anchor:
                self.setCurrentRow(row)

    def open_current(self) -> None:
        """As a click does."""
        item = self.currentItem()
        if item is not None:
            self._choose(item)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        anchor = item.data(_ANCHOR)
        if anchor:
            self.chosen.emit(anchor)
