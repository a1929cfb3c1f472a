"""The filter "older than": on or off by one button, its days picked from a list or typed."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSpinBox, QWidget, QWidgetAction

from app.ui.letters.menu import LetterMenu
from app.ui.parts.buttons import Button, ButtonRole, icon_button
from app.ui.theme.theme import Theme
from app.wording.language import Language

_PICKED = (30, 60, 90, 180, 365)
_MOST = 3650


class OlderThan(QWidget):
    """Shows how many people have a count older than the days; says which days are wanted."""

    days_chosen = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        toggle = ButtonRole.TOGGLE
        self.button = Button(theme, "", role=toggle, icon="clock", icon_tone="stale_text")
        self.choose = icon_button(theme, "chevron-down", language.say("Older than how many days?"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.button)
        row.addWidget(self.choose)
        self._days = _PICKED[2]
        self.set_days(self._days)
        self.choose.clicked.connect(self._open)

    def set_days(self, days: int) -> None:
        """What the button says."""
        self._days = days
        self.button.set_words(older_words(days, self._language))

    def menu(self) -> QMenu:
        """A field for days of one's own, and the usual ones."""
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        field = QSpinBox()
        field.setRange(1, _MOST)
        field.setValue(self._days)
        field.setSuffix(self._language.say(" days"))
        field.setAccessibleName(self._language.say("Older than how many days?"))
        typed = QWidgetAction(menu)
        typed.setDefaultWidget(field)
        menu.addAction(typed)
        for days in _PICKED:
            action = QAction(older_words(days, self._language), menu)
            action.setData(days)
            action.setCheckable(True)
            action.setChecked(days == self._days)
            menu.addAction(action)
        menu.triggered.connect(self._pick)
        field.lineEdit().returnPressed.connect(lambda: self._take(menu, field.value()))
        menu.setActiveAction(typed)
        field.setFocus()
        field.selectAll()
        return menu

    @Slot()
    def _open(self) -> None:
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        if isinstance(action.data(), int):
            self._choose(int(action.data()))

    def _take(self, menu: QMenu, days: int) -> None:
        menu.close()
        self._choose(days)

    def _choose(self, days: int) -> None:
        self.set_days(days)
        self.days_chosen.emit(days)
        self.button.setChecked(True)


def older_words(days: int, language: Language) -> str:
    """More than 90 days old."""
    return language.say_many("More than {count} day old", "More than {count} days old", days)
