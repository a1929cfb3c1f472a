"""What is sent: to which organisations, for which platforms, until when."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.platform import RECORDED, Platform
from app.services.forms.issuing import FormOrder
from app.ui.parts.dates import date_field
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_USUAL = (Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X)
_DAYS_TO_RETURN = 7
_LOWEST_LIST = 72
_ORGANISATION = Qt.ItemDataRole.UserRole


class FormOrderPart(QWidget):
    """Everyone is asked at first; Space ticks an organisation off."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, today: date, *, friends: bool) -> None:
        super().__init__()
        self._language = language
        self._friends = friends
        self._all = QCheckBox(language.say("All organisations"))
        self._all.setTristate(True)
        self._list = QListWidget()
        self._list.setProperty("role", "list")
        self._list.setAccessibleName(language.say("Organisations that get a form"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The list gives way before the cards begin to scroll.
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.setMinimumHeight(_LOWEST_LIST)
        self._unread = label(
            theme,
            language.say("The organisations were not read, so nobody can be chosen yet."),
            tone="text_2",
            wrap=True,
        )
        self._platforms = {platform: QCheckBox(platform.name_shown) for platform in RECORDED}
        for platform, box in self._platforms.items():
            box.setChecked(platform in _USUAL)
            box.toggled.connect(self.changed)
        self._due = self._due_field(today)
        self._lay_out(theme)
        self._all.clicked.connect(self._tick_all)
        self._list.itemChanged.connect(self._show_all)

    def show_organisations(self, people: Mapping[str, int]) -> None:
        """Every organisation and the number of its people."""
        self._show_list(read=True)
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for name, number in people.items():
            words = name or self._language.say("Without organisation")
            count = self._language.say_many("{count} person", "{count} people", number)
            item = QListWidgetItem(f"{count}  ·  {words}")
            item.setToolTip(words)
            item.setData(_ORGANISATION, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        blocker.unblock()
        if self._list.count():
            self._list.setCurrentRow(0)
        self._show_all()

    def show_unread(self) -> None:
        """They could not be read: words stand where they would be."""
        self._show_list(read=False)

    @property
    def chosen(self) -> frozenset[str]:
        """The organisations that are ticked."""
        return frozenset(
            str(item.data(_ORGANISATION))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def order(self) -> FormOrder | None:
        """What is to be sent; None where no organisation or no platform is ticked."""
        platforms = tuple(p for p, box in self._platforms.items() if box.isChecked())
        if not platforms or not self.chosen:
            return None
        day = self._due.date()
        due = date(day.year(), day.month(), day.day())
        return FormOrder(platforms, due, self.chosen, self._friends)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self._list

    @Slot()
    def _tick_all(self) -> None:
        ticked = self._all.checkState() is not Qt.CheckState.Unchecked
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        blocker = QSignalBlocker(self._list)
        for item in self._items():
            item.setCheckState(state)
        blocker.unblock()
        self._show_all()

    @Slot()
    def _show_all(self) -> None:
        number, total = len(self.chosen), self._list.count()
        state = Qt.CheckState.PartiallyChecked
        if number == total:
            state = Qt.CheckState.Checked
        elif number == 0:
            state = Qt.CheckState.Unchecked
        self._all.setCheckState(state)
        self.changed.emit()

    def _show_list(self, *, read: bool) -> None:
        for part in (self._all, self._list):
            part.setVisible(read)
        self._unread.setVisible(not read)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _due_field(self, today: date) -> QDateEdit:
        due = today + timedelta(days=_DAYS_TO_RETURN)
        field = date_field(self._language, due)
        field.setMinimumDate(QDate(today.year, today.month, today.day))
        field.setFixedWidth(136)
        return field

    def _lay_out(self, theme: Theme) -> None:
        say = self._language.say
        boxes = QHBoxLayout()
        boxes.setSpacing(10)
        for box in self._platforms.values():
            boxes.addWidget(box)
        boxes.addStretch()
        due = QHBoxLayout()
        due.addLayout(stacked(theme, say("Return by"), self._due))
        due.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._all)
        column.addWidget(self._list, 1)
        column.addWidget(self._unread, 1, Qt.AlignmentFlag.AlignTop)
        self._unread.hide()
        column.addWidget(label(theme, say("Asked for"), font="small", tone="text_2"))
        column.addLayout(boxes)
        column.addLayout(due)
