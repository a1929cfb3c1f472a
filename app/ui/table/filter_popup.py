"""The value filter that hangs below a head: search, ticks, sort, clear, apply; all by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.fields import put_sign
from app.ui.parts.text import line
from app.ui.table.values import ValueDelegate, ValueList
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 236
_MOST_ROWS = 9


class FilterPopup(QFrame):
    """Opens with the cursor in its search; Enter applies, Escape leaves everything as it was."""

    applied = Signal(object)
    """The chosen texts as a frozenset, or None for all."""
    sort_asked = Signal(bool)
    """True: downwards."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        heading: str,
        values: Sequence[tuple[str, int]],
        chosen: frozenset[str] | None,
        parent: QWidget,
        *,
        sortable: bool = True,
    ) -> None:
        """`sortable`: the rows can be put into another order."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._language = language
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(language.say("Filter of {column}").format(column=heading))
        self.setFixedWidth(_WIDTH)
        self._values = ValueList(language, values, chosen, self)
        self.search = self._build_search()
        self.list = self._build_list(min(len(values) + 1, _MOST_ROWS))
        self._build_rest(sortable=sortable)
        self.search.setFocus()

    def open_at(self, corner: QPoint) -> None:
        """Its upper left corner, where the screen has room for the rest below and beside it."""
        room = self.screen().availableGeometry()
        size = self.sizeHint()
        left = min(corner.x(), room.right() - size.width())
        top = min(corner.y(), room.bottom() - size.height())
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()

    def _build_search(self) -> QLineEdit:
        search = QLineEdit(self)
        search.setProperty("role", "search")
        search.setPlaceholderText(self._language.say("Search values"))
        search.setAccessibleName(search.placeholderText())
        put_sign(search, self._theme, "search")
        search.textChanged.connect(self._values.search)
        search.installEventFilter(self)
        return search

    def _build_list(self, rows: int) -> QListView:
        view = QListView(self)
        view.setModel(self._values)
        view.setItemDelegate(ValueDelegate(self._theme, self._values, view))
        view.setUniformItemSizes(True)
        view.setFixedHeight(28 * rows)
        view.setAccessibleName(self._language.say("Values"))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.clicked.connect(self._toggle)
        view.installEventFilter(self)
        return view

    def _build_rest(self, *, sortable: bool) -> None:
        say = self._language.say
        upwards = self._button(say("Sort A–Z"), ButtonRole.BARE, "arrow-down-a-z")
        downwards = self._button(say("Sort Z–A"), ButtonRole.BARE, "arrow-up-z-a")
        clear = self._button(say("Clear"), ButtonRole.QUIET)
        apply = self._button(say("Apply"), ButtonRole.PRIMARY)
        if not sortable:
            upwards.hide()
            downwards.hide()
        upwards.clicked.connect(self._sort_upwards)
        downwards.clicked.connect(self._sort_downwards)
        clear.clicked.connect(self._clear)
        apply.clicked.connect(self._apply)
        sorts, answers = QHBoxLayout(), QHBoxLayout()
        sorts.setContentsMargins(8, 4, 8, 0)
        answers.setContentsMargins(8, 2, 8, 8)
        sorts.addWidget(upwards)
        sorts.addStretch()
        sorts.addWidget(downwards)
        answers.addStretch()
        answers.addWidget(clear)
        answers.addWidget(apply)
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 4)
        head.addWidget(self.search)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(self.list)
        box.addWidget(line(self))
        box.addLayout(sorts)
        box.addLayout(answers)

    def _button(self, words: str, role: ButtonRole, icon: str = "") -> Button:
        return Button(self._theme, words, role=role, icon=icon, small=True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply()
            return True
        if key == Qt.Key.Key_Down and watched is self.search:
            self.list.setFocus()
            self.list.setCurrentIndex(self._values.index(0))
            return True
        if key == Qt.Key.Key_Space and watched is self.list:
            self._toggle(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Up and watched is self.list and self.list.currentIndex().row() <= 0:
            self.search.setFocus()
            return True
        return super().eventFilter(watched, event)

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self._values.toggle(index.row())

    @Slot()
    def _apply(self) -> None:
        self.applied.emit(self._values.chosen)
        self.close()

    @Slot()
    def _clear(self) -> None:
        self.applied.emit(None)
        self.close()

    @Slot()
    def _sort_upwards(self) -> None:
        self.sort_asked.emit(False)
        self.close()

    @Slot()
    def _sort_downwards(self) -> None:
        self.sort_asked.emit(True)
        self.close()
