"""One page of the manual as it is read: no address is ever opened by itself."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit
from typing_extensions import override

from app.services.manual.html import page_html
from app.services.manual.parts import ManualPage
from app.services.manual.searching import words_of
from app.ui.manual.looks import page_sheet
from app.ui.theme.theme import Theme

WEB = "https"
_MARGIN = 24
_BAR = 12
_LARGEST = 800
"""Pixels of the pictures that are shipped."""


class ManualBrowser(QTextBrowser):
    """Shows what it is handed; what a link asks for goes to the window."""

    anchor_asked = Signal(str)
    address_asked = Signal(str)
    """An address in the web: to be copied, or opened on purpose."""

    def __init__(self, theme: Theme, name: str, pictures: Path) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._shown: tuple[ManualPage, str, str] | None = None
        self._widest, self._placed = 0, 0
        self.setAccessibleName(name)
        self.setProperty("role", "manual")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDefaultStyleSheet(page_sheet(theme.tokens))
        self.document().setDocumentMargin(_MARGIN)
        self.document().setIndentWidth(24)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: ManualPage, anchor: str, searched: str = "") -> None:
        """Shows the page from the anchor on, and marks the words that were searched for."""
        self._shown, self._widest = (page, anchor, searched), self._room()
        self.document().setDefaultFont(self._theme.fonts.body)
        self.setHtml(page_html(page))
        self.mark(searched)
        if anchor in page.sections[0].anchors:
            self.verticalScrollBar().setValue(0)
        else:
            self.scrollToAnchor(anchor)
        self._placed = self.verticalScrollBar().value()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures alone, and no larger than there is room: nobody scrolls sideways to read."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(self._pictures / QUrl(name).fileName()))
        if 0 < self._widest < picture.width():
            smooth = Qt.TransformationMode.SmoothTransformation
            return picture.scaledToWidth(self._widest, smooth)
        return picture

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are painted anew for the new room; the reader stays where they were."""
        super().resizeEvent(event)
        if self._shown is None or self._room() == self._widest:
            return
        bar = self.verticalScrollBar()
        has_read_on, at = bar.value() != self._placed, bar.value() / max(bar.maximum(), 1)
        self.show_page(*self._shown)
        if has_read_on:
            bar.setValue(round(at * bar.maximum()))

    def _room(self) -> int:
        """For a picture; a wide window shows them as they are."""
        return min(self.viewport().width() - 2 * _MARGIN - _BAR, _LARGEST)

    def mark(self, searched: str) -> None:
        """Marks each place where one of these words begins."""
        marked = []
        for word in dict.fromkeys(words_of(searched)):
            at = QTextCursor(self.document())
            while not (at := self.document().find(word, at)).isNull():
                if not self._begins_a_word(at):
                    continue
                one = QTextEdit.ExtraSelection()
                # The stubs know none of its members.
                one.cursor = at  # type: ignore[attr-defined]
                one.format.setBackground(self._theme.colour("warning_tint"))  # type: ignore[attr-defined]
                one.format.setForeground(self._theme.colour("warning_text"))  # type: ignore[attr-defined]
                marked.append(one)
        self.setExtraSelections(marked)

    def _begins_a_word(self, found: QTextCursor) -> bool:
        before = self.document().characterAt(found.selectionStart() - 1)
        return not before.isalnum()

    @property
    def marks(self) -> int:
        """How many places are marked."""
        return len(self.extraSelections())

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.scheme() == WEB:
            self.address_asked.emit(url.toString())
        elif url.scheme() == "":
            self.anchor_asked.emit(url.toString())
