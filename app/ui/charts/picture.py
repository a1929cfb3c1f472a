"""A card with its chart as a picture on the clipboard, to be pasted into a chat or a document."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QRegion,
    QShortcut,
)
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.letters.menu import LetterMenu
from app.ui.parts.card import Card
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

RATIO = 2
"""Pixels of the picture for one of the window: sharp also where it is enlarged."""

_MARGIN = 16
_FOOT = 24
_KEYS = "Ctrl+C"


class CardPicture(QObject):
    """By the right button, the menu key or Ctrl+C, wherever the focus is inside the card."""

    copied = Signal()

    def __init__(
        self, theme: Theme, language: Language, card: Card, left_out: Sequence[QWidget] = ()
    ) -> None:
        """`left_out`: what only makes sense in the window, such as a button in the head."""
        super().__init__(card)
        self._theme, self._language = theme, language
        self._card, self._left_out = card, left_out
        self._imprint = ""
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(self._open_menu)
        shortcut = QShortcut(QKeySequence(_KEYS), card)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.copy)

    def set_imprint(self, words: str) -> None:
        """Whose numbers these are and of which day; it stands below the card in the picture."""
        self._imprint = words

    def picture(self) -> QImage:
        """The card on the ground of the window, without focus and without buttons of the head."""
        size = self._card.size() + QSize(2 * _MARGIN, _MARGIN + max(_MARGIN, _FOOT))
        image = QImage(size * RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(RATIO)
        image.fill(self._theme.colour("window"))
        painter = QPainter(image)
        self._render(painter)
        foot = QRect(_MARGIN, _MARGIN + self._card.height(), self._card.width(), _FOOT)
        paint_text(painter, self._theme, foot, self._imprint, font="tiny", tone="text_2")
        painter.end()
        return image

    @Slot()
    def copy(self) -> None:
        """The picture onto the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture())
        self.copied.emit()

    def menu(self) -> QMenu:
        """What the right button opens."""
        menu = LetterMenu(self._card)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = QKeySequence(_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        # As a text behind a tabulator the keys are shown, and no second shortcut comes to be.
        words = self._language.say("Copy as a picture")
        action = QAction(f"{words}\t{shown}", menu)
        action.triggered.connect(self.copy)
        menu.addAction(action)
        return menu

    def _render(self, painter: QPainter) -> None:
        focused = self._card.window().focusWidget()
        inside = focused is not None and self._card.isAncestorOf(focused)
        if focused is not None and inside:
            focused.clearFocus()
        shown = [part for part in self._left_out if part.isVisibleTo(self._card)]
        for part in shown:
            part.hide()
        where = QPoint(_MARGIN, _MARGIN)
        self._card.render(painter, where, QRegion(), QWidget.RenderFlag.DrawChildren)
        for part in shown:
            part.show()
        if focused is not None and inside:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        self.menu().popup(self._card.mapToGlobal(where))
