"""The help window: contents at the left, the page at the right, a search over all pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.manual.reading import ReadManual
from app.ui.manual.addresses import AddressStrip
from app.ui.manual.browser import ManualBrowser
from app.ui.manual.contents_list import ContentsList
from app.ui.manual.trail import Trail
from app.ui.parts.buttons import icon_button
from app.ui.parts.fields import SearchField
from app.ui.parts.strip import Mood
from app.ui.theme.theme import Theme
from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.manual.parts import ManualPage

_USUAL = QSize(1180, 720)
_LEAST = QSize(480, 300)
_LEFT = 268
_TITLE_BAR = 30


class ManualWindow(QWidget):
    """A window of its own, so that it can lie beside what it tells of; it blocks nothing."""

    closed = Signal()
    print_asked = Signal(object)
    """The page that is read."""

    def __init__(self, theme: Theme, language: Language, manual: ReadManual) -> None:
        super().__init__()
        self._language, self._manual = language, manual
        self._trail = Trail()
        self._page: ManualPage | None = None
        say = language.say
        self.setProperty("role", "page")
        self.setWindowTitle(say("Help for Gaung"))
        # It never keeps the program alive when the office's window is gone.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(_LEAST)
        self._search = SearchField(theme, say("Search the help"), _LEFT)
        self._list = ContentsList(theme, language)
        self._browser = ManualBrowser(theme, say("Page of the help"), manual.pictures)
        self._address = AddressStrip(theme, language)
        self._back = icon_button(theme, "chevron-left", say("Back (Alt+Left)"))
        self._forward = icon_button(theme, "chevron-right", say("Forward (Alt+Right)"))
        self._print = icon_button(theme, "printer", say("Print this page (Ctrl+P)"))
        self._build()
        self._connect()
        self._list.show_chapters(manual.chapters())

    def open_at(self, anchor: str) -> None:
        """Shows the page with this anchor, and comes to the front."""
        self._search.clear()
        self._go(anchor)
        self.show()
        self.raise_()
        self.activateWindow()
        self._browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, room: QRect, wanted: QSize | None) -> None:
        """As large as it was left, or as usual; in the middle of the screen, never beyond it."""
        largest = QSize(room.width() - 16, room.height() - 16 - _TITLE_BAR)
        self.resize((wanted or _USUAL).boundedTo(largest).expandedTo(_LEAST))
        frame = self.rect().adjusted(0, -_TITLE_BAR, 0, 0)
        frame.moveCenter(room.center())
        self.move(frame.left(), frame.top() + _TITLE_BAR)

    def tell(self, words: str) -> None:
        """Something short at the foot of the page."""
        self._address.strip.say(Mood.WARNING, words)

    @property
    def anchor(self) -> str:
        """What is shown."""
        return self._trail.here

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 12)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        head = QHBoxLayout()
        head.setSpacing(4)
        for button in (self._back, self._forward):
            head.addWidget(button)
        head.addStretch()
        head.addWidget(self._print)
        page = QVBoxLayout(right)
        page.setContentsMargins(0, 12, 12, 12)
        page.setSpacing(10)
        page.addLayout(head)
        page.addWidget(self._browser, 1)
        page.addWidget(self._address.strip)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([_LEFT, _USUAL.width() - _LEFT])
        split.setChildrenCollapsible(False)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._look_for)
        self._search.returnPressed.connect(self._list.open_first)
        self._search.entered.connect(self._list.focus_list)
        self._list.chosen.connect(self._go)
        self._browser.anchor_asked.connect(self._go)
        self._browser.address_asked.connect(self._address.offer)
        self._back.clicked.connect(self._go_back)
        self._forward.clicked.connect(self._go_forward)
        self._print.clicked.connect(self._ask_for_paper)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._search.setFocus),
            (QKeySequence(Qt.Key.Key_F1), self._search.setFocus),
            (QKeySequence("Alt+Left"), self._go_back),
            (QKeySequence("Alt+Right"), self._go_forward),
            (QKeySequence(QKeySequence.StandardKey.Print), self._ask_for_paper),
            (QKeySequence("Esc"), self.close),
        ):
            QShortcut(keys, self).activated.connect(act)

    @Slot(str)
    def _go(self, anchor: str) -> None:
        self._trail.go(anchor)
        self._show()

    @Slot()
    def _go_back(self) -> None:
        if self._trail.go_back():
            self._show()

    @Slot()
    def _go_forward(self) -> None:
        if self._trail.go_forward():
            self._show()

    def _show(self) -> None:
        anchor = self._trail.here
        self._page = self._manual.page_of(anchor)
        self._browser.show_page(self._page, anchor, self._search.text())
        self._address.strip.clear()
        if not self._search.text():
            self._list.show_contents(self._page.key)
        self._back.setEnabled(self._trail.can_go_back)
        self._forward.setEnabled(self._trail.can_go_forward)

    @Slot(str)
    def _look_for(self, words: str) -> None:
        if words.strip():
            self._list.show_hits(self._manual.search(words))
        elif self._page is not None:
            self._list.show_contents(self._page.key)
        self._browser.mark(words)

    @Slot()
    def _ask_for_paper(self) -> None:
        if self._page is not None:
            self.print_asked.emit(self._page)
