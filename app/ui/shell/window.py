"""The one window: pages in a frame, and the keys that work on all of them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.ui.evidence.incoming import picture_files
from app.ui.letters.keys import LetterKeys
from app.ui.shell.commands import WINDOW_COMMANDS
from app.ui.shell.drop import DropFrame, paths_in
from app.ui.shell.page import Fact, Page, PageEntry, widget_of
from app.ui.shell.regions import go_into, go_to_next_region
from app.ui.shell.sample_strip import SampleStrip
from app.ui.shell.sidebar import Sidebar
from app.ui.shell.stack import PageStack
from app.ui.shell.status import StatusBar
from app.ui.shell.told import Told
from app.ui.theme.theme import Theme
from app.wording.language import Language

SMALLEST = (904, 460)
_USUAL = (1366, 738)
_TITLE_BAR = 30
_NARROW_BELOW = 1000


class MainWindow(QMainWindow):
    """Knows pages only through their entries; what they do is their own."""

    undo_asked = Signal()
    redo_asked = Signal()
    save_asked = Signal()
    """Ctrl+S: the answer is that everything is saved already."""
    open_asked = Signal()
    files_dropped = Signal(object)
    """A list of paths."""
    sample_clear_asked = Signal()
    clerk_asked = Signal()
    page_changed = Signal(str)
    command_asked = Signal(str)
    """The key of a WindowCommand that the window itself cannot do."""
    closing = Signal()

    def __init__(self, theme: Theme, language: Language, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._entries = {entry.key: entry for entry in entries}
        self._current = ""
        self._scroll: QScrollArea | None = None
        self._own_pictures: Collection[str] = ()
        self.setMinimumSize(*SMALLEST)
        self.resize(*_USUAL)
        self.setAcceptDrops(True)
        self.setWindowTitle("Gaung")
        self._sidebar = Sidebar(theme, language, entries)
        self._stack = PageStack(self._page_regions)
        self._status = StatusBar(theme)
        self._sample = SampleStrip(theme, language)
        self._viewing = Told(theme, language.say("Open only for viewing."))
        self._build()
        self._drop = DropFrame(theme, language, self)
        self.letters = LetterKeys(theme, language, self)
        self.letters.serve(self)
        self._connect()
        for entry in entries:
            entry.page.once_built(self._take_in)
        self._unread = True
        self._bring(entries[0].key)

    # For bootstrap and pages

    @property
    def entries(self) -> Sequence[PageEntry]:
        """The pages in the order of the sidebar."""
        return list(self._entries.values())

    @property
    def current_key(self) -> str:
        """The key of the page in front."""
        return self._current

    def appear(self, room: QSize) -> None:
        """Come up in its usual size; where `room` on the screen is smaller, fill that."""
        self.fit(QSize(room.width(), room.height() - _TITLE_BAR))
        if room.width() >= self.width() and room.height() >= self.height() + _TITLE_BAR:
            self.show()
            return
        # What "restore" in the title bar leads to must lie on the screen as well.
        self.resize(room.width() * 9 // 10, room.height() * 9 // 10)
        self.showMaximized()

    def fit(self, room: QSize) -> None:
        """Where even the smallest window has no room (1366 x 768 at 200 %), all of it scrolls."""
        least = QSize(*SMALLEST)
        if room.width() >= least.width() and room.height() >= least.height():
            return
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        whole = self.takeCentralWidget()
        whole.setMinimumSize(least)
        scroll.setWidget(whole)
        self.setCentralWidget(scroll)
        self.setMinimumSize(room.boundedTo(least))

    @Slot(str)
    def go(self, key: str) -> None:
        """Bring a page to the front, which reads what may have changed."""
        self._unread = False
        self._bring(key)

    def _bring(self, key: str) -> None:
        """The first page reads when the window stands: something is to be seen before that."""
        page = self._entries[key].page()
        widget = widget_of(page)
        changed = key != self._current
        self._current = key
        self._stack.setCurrentWidget(widget)
        self._sidebar.set_current(key)
        if not self._unread:
            page.refresh()
        self._show_facts()
        # A page may have put the focus where its work begins; else it goes to its first part.
        # A page that was in front already keeps the focus wherever it is.
        focused = QApplication.focusWidget()
        if changed or focused is None or not widget.isAncestorOf(focused):
            go_into(page.regions())
        if changed:
            self.letters.give(self)
            self.page_changed.emit(key)

    def leave_pictures_to(self, pages: Collection[str]) -> None:
        """On these pages pictures that are dragged are for the page itself, not for the import."""
        self._own_pictures = pages

    def set_office(self, short_name: str, full_name: str = "") -> None:
        """The office in the sidebar, and in full in the title bar."""
        self._sidebar.set_office(short_name)
        self.setWindowTitle(f"Gaung – {full_name}" if full_name else "Gaung")

    def set_clerk(self, name: str, role: str) -> None:
        """Who works here now."""
        self._sidebar.set_clerk(name, role)

    def set_badge(self, key: str, number: int) -> None:
        """A number beside a page in the sidebar; 0 takes it away."""
        self._sidebar.set_badge(key, number)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """The right half of the status bar: the rule, what is saved, the database."""
        self._status.set_facts(facts)

    def set_sample(self, *, shown: bool) -> None:
        """Say on every page that this is the sample office."""
        self._sample.setVisible(shown)

    def say_viewing(self, why: str) -> None:
        """Say on every page that nothing can be changed, and why."""
        self._viewing.say(why)

    # Qt's side

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._read_first)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.set_narrow(narrow=self.width() < _NARROW_BELOW)
        if self._drop.isVisible():
            self._drop.appear()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._current in self._own_pictures and picture_files(event.mimeData()):
            event.ignore()
        elif paths_in(event.mimeData()):
            event.acceptProposedAction()
            self._drop.appear()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _take_in(self, page: Page) -> None:
        """A page is built: it stands behind the one in front."""
        self._stack.addWidget(widget_of(page))
        page.facts_changed.connect(self._show_facts)

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._sample)
        right.addWidget(self._viewing)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._sidebar)
        middle.addLayout(right, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.go)
        self._sample.clear_asked.connect(self.sample_clear_asked)
        self._sidebar.clerk_asked.connect(self.clerk_asked)
        self._sidebar.command_asked.connect(self.run)
        self._drop.dropped.connect(self.files_dropped)
        for command in WINDOW_COMMANDS:
            for keys in command.keys:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.activated.connect(partial(self.run, command.key))

    @Slot(str)
    def run(self, command: str) -> None:
        """Does what this WindowCommand is for."""
        acts: Mapping[str, Callable[[], object]] = {
            "undo": self.undo_asked.emit,
            "redo": self.redo_asked.emit,
            "open": self.open_asked.emit,
            "save": self.save_asked.emit,
            "search": self._search,
            "next_part": self._next_region,
            "previous_part": self._previous_region,
        }
        act = acts.get(command)
        if act is None:
            self.command_asked.emit(command)
        else:
            act()
        focused = QApplication.focusWidget()
        if self._scroll is not None and focused is not None:
            self._scroll.ensureWidgetVisible(focused)

    @Slot()
    def _read_first(self) -> None:
        # Somebody may have gone to a page meanwhile, and that one has read.
        if self._unread:
            self._unread = False
            self._page.refresh()

    @Slot()
    def _show_facts(self) -> None:
        self._status.set_page_facts(self._page.facts())

    @Slot()
    def _search(self) -> None:
        if (field := self._page.search_field()) is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    @Slot()
    def _next_region(self) -> None:
        go_to_next_region(self._regions(), forward=True)

    @Slot()
    def _previous_region(self) -> None:
        go_to_next_region(self._regions(), forward=False)

    def _regions(self) -> list[QWidget]:
        return [self._sidebar, *self._page_regions()]

    def _page_regions(self) -> Sequence[QWidget]:
        return self._page.regions() if self._current else ()

    @property
    def _page(self) -> Page:
        """The one in front."""
        return self._entries[self._current].page()
