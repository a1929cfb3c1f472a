"""The pages at the left, with the office above them and the clerk below."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.ui.parts.text import label, line
from app.ui.shell.help_menu import HelpMenu
from app.ui.shell.page import PageEntry
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

WIDE = 180
NARROW = 48


class Sidebar(QFrame):
    """180 wide; 48 with icons and tooltips only, when the window is narrow."""

    chosen = Signal(str)
    """The key of a page."""
    clerk_asked = Signal()
    command_asked = Signal(str)
    """The key of a WindowCommand of the help menu."""

    def __init__(self, theme: Theme, language: Language, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.setProperty("role", "sidebar")
        self.setAccessibleName(language.say("Pages"))
        self._keys = [entry.key for entry in entries]
        self._buttons: dict[str, _PageButton] = {}
        self._group = QButtonGroup(self)
        self._office = label(theme, font="tiny", tone="text_2")
        self._name = QWidget()
        self._clerk = _ClerkButton(theme)
        self._clerk.clicked.connect(self.clerk_asked)
        self._help = _PageButton(theme, language.say("Help"), "circle-help")
        self._help.setCheckable(False)
        self._menu = HelpMenu(language, self._help)
        self._help.clicked.connect(self._menu.open)
        self._menu.chosen.connect(self.command_asked)
        self._build(entries)
        self._group.idClicked.connect(self._choose)
        self.set_narrow(narrow=False)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)

    def set_badge(self, key: str, number: int) -> None:
        """A number beside a page: things that wait there; 0 takes it away."""
        self._buttons[key].set_badge(self._language.number(number) if number else "")

    def set_office(self, name: str) -> None:
        """The office below the program's name, elided at its end."""
        metrics = self._theme.metrics("tiny")
        room = WIDE - 65
        self._office.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
        self._office.setToolTip(name)

    def set_clerk(self, name: str, role: str) -> None:
        """Who works here now."""
        self._clerk.set_person(name, role)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, or icons with words."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._name.setVisible(not narrow)
        self._brand_row.setContentsMargins(8 if narrow else 16, 0, 4, 0)
        self._clerk.set_narrow(narrow=narrow)
        for button in (*self._buttons.values(), self._help):
            button.set_narrow(narrow=narrow)

    def _build(self, entries: Sequence[PageEntry]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._brand())
        pages = QVBoxLayout()
        pages.setContentsMargins(8, 0, 8, 10)
        pages.setSpacing(2)
        for entry in (e for e in entries if not e.foot):
            pages.addWidget(self._button(entry))
        pages.addStretch()
        for entry in (e for e in entries if e.foot):
            pages.addWidget(self._button(entry))
        pages.addWidget(self._help)
        column.addLayout(pages, 1)
        column.addWidget(line())
        column.addWidget(self._clerk)

    def _brand(self) -> QWidget:
        brand = QWidget()
        brand.setFixedHeight(64)
        mark = QLabel()
        ratio = self.devicePixelRatioF()
        mark.setPixmap(self._theme.app_mark(30, ratio))
        row = QHBoxLayout(brand)
        self._brand_row = row
        row.setSpacing(9)
        row.addWidget(mark)
        column = QVBoxLayout(self._name)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(1)
        column.addWidget(label(self._theme, "Gaung", font="name"))
        column.addWidget(self._office)
        row.addWidget(self._name)
        row.addStretch()
        return brand

    def _button(self, entry: PageEntry) -> QPushButton:
        place = self._keys.index(entry.key)
        button = _PageButton(self._theme, entry.title, entry.icon)
        # Not the button's own shortcut: that plays a press of 100 ms before the page changes.
        QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self).activated.connect(button.click)
        self._buttons[entry.key] = button
        self._group.addButton(button, place)
        return button

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self._keys[place])


class _PageButton(QPushButton):
    """One page: icon, title, number; the current one is raised and barred."""

    def __init__(self, theme: Theme, title: str, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._icon = icon
        self._badge = ""
        self._narrow = False
        self.setProperty("role", "navigation")
        self.setCheckable(True)
        self.setFixedHeight(36)
        self.setAccessibleName(title)

    def set_badge(self, words: str) -> None:
        self._badge = words
        self.setAccessibleName(f"{self._title} {words}".strip())
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self._title if narrow else "")

    @override
    def sizeHint(self) -> QSize:
        return QSize(NARROW - 16 if self._narrow else WIDE - 17, 36)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW - 17, 36)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        here = self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(0, 9, 3, self.height() - 18), 1.5, 1.5)
        tone = "accent" if here else "text_2"
        left = (self.width() - 18) // 2 if self._narrow else 10
        paint_icon(painter, self._theme, self._icon, tone, QRect(left, 9, 18, 18))
        if self._narrow:
            return
        font, ink = ("body_semibold", "text") if here else ("body_medium", "text_2")
        box = self.rect().adjusted(38, 0, -12, 0)
        paint_text(painter, self._theme, box, self._title, font=font, tone=ink)
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        words = self._theme.metrics("tiny_semibold").horizontalAdvance(self._badge)
        width = max(words + 12, 21)
        box = QRectF(self.width() - width - 10.5, 9.5, width, 17)
        painter.setPen(QPen(self._theme.colour("warning_line"), 1))
        painter.setBrush(self._theme.colour("warning_tint"))
        painter.drawRoundedRect(box, 8.5, 8.5)
        painter.setFont(self._theme.fonts.tiny_semibold)
        painter.setPen(self._theme.colour("warning_text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)


class _ClerkButton(QPushButton):
    """Who works here; pressed to change it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._person = ("", "")
        self._narrow = False
        self.setProperty("role", "navigation")
        self.setFixedHeight(45)

    def set_person(self, name: str, role: str) -> None:
        self._person = (name, role)
        self.setAccessibleName(f"{role}: {name}")
        self.setToolTip(name)
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW - 1, 45)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        left = (self.width() - 18) // 2 if self._narrow else 10
        paint_icon(painter, self._theme, "circle-user-round", "text_2", QRect(left, 14, 18, 18))
        if self._narrow:
            return
        room = self.width() - 44
        name, role = self._person
        paint_text(
            painter, self._theme, QRect(37, 7, room, 18), name, font="body_medium", tone="text"
        )
        paint_text(painter, self._theme, QRect(37, 25, room, 14), role, font="tiny", tone="text_2")
