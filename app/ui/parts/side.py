"""A page's main part with a panel at its right: beside it when there is room, else a drawer."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.parts.buttons import Button, icon_button
from app.ui.theme.theme import Theme
from app.wording.language import Language

ROOM_FOR_BOTH = 1280
"""The width of the whole window from which the panel stands beside the main part."""


class SidePanel(QWidget):
    """Holds both. `opener` is the button that opens the drawer: the page puts it in its head."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        main: QWidget,
        panel: QWidget,
        *,
        open_words: str,
        width: int = 372,
        least: int = 320,
        most: int = 480,
    ) -> None:
        """`open_words` is what the button says; widths are the panel's, pixels at 100 %."""
        super().__init__()
        self._panel = panel
        self._width = width
        self._wide: bool | None = None
        panel.setMinimumWidth(least)
        panel.setMaximumWidth(most)
        self.opener = Button(theme, open_words, icon="panel-right")
        # A button without a parent would open as a window of its own.
        self.opener.setParent(self)
        self.opener.hide()
        self.opener.clicked.connect(self.open)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(main)
        self._splitter.setStretchFactor(0, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)
        self._drawer = QFrame(self)
        self._drawer.setProperty("role", "card")
        self._drawer.hide()
        self._drawer_box = QVBoxLayout(self._drawer)
        self._drawer_box.setContentsMargins(0, 0, 0, 0)
        self._drawer_box.setSpacing(0)
        close = icon_button(theme, "x", language.say("Close the panel"))
        close.clicked.connect(self.close_drawer)
        self._drawer_box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        # A drawer is opened where the window is low as well as narrow: its content must scroll.
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "surface")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drawer_box.addWidget(self._scroll, 1)

    @property
    def is_drawer(self) -> bool:
        """Whether the panel is a drawer now."""
        return self._wide is False

    @Slot()
    def open(self) -> None:
        """Open the drawer; where the panel stands beside, only go there."""
        if self.is_drawer:
            self._place()
            self._drawer.show()
            self._drawer.raise_()
        self._panel.setFocus()

    @Slot()
    def close_drawer(self) -> None:
        """Close the drawer; a panel that stands beside stays. The keys leave it for its button."""
        focused = self.window().focusWidget()
        inside = focused is not None and self._drawer.isAncestorOf(focused)
        self._drawer.hide()
        if inside and self.opener.isVisible():
            self.opener.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drawer.isVisible():
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._wide = None

    def _arrange(self) -> None:
        wide = self.window().width() >= ROOM_FOR_BOTH
        if wide != self._wide:
            self._wide = wide
            self.opener.setVisible(not wide)
            if wide:
                self._drawer.hide()
                self._scroll.takeWidget()
                self._splitter.addWidget(self._panel)
                self._panel.show()
                rest = max(self.width() - self._width - 12, 100)
                self._splitter.setSizes([rest, self._width])
            else:
                self._scroll.setWidget(self._panel)
        self._place()

    def _place(self) -> None:
        width = min(self._panel.maximumWidth(), max(self._width, self._panel.minimumWidth()))
        width = min(width, self.width())
        self._drawer.setGeometry(self.width() - width, 0, width, self.height())
