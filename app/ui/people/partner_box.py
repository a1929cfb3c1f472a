"""Asks which other record is of the same person: found as one types, Enter takes the first."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import SearchField
from app.ui.parts.text import label
from app.ui.people.rows import PersonRow
from app.ui.theme.theme import Theme
from app.wording.language import Language

_SIZE = 520, 340
_MOST = 50
"""More lines than anybody looks through: typing narrows them."""
_ID = Qt.ItemDataRole.UserRole


class PartnerBox(QDialog):
    """Lists likely records first; Escape leaves."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        rows: Sequence[PersonRow],
        likely: Collection[int],
        chosen: Callable[[int], None],
        parent: QWidget,
        *,
        lead: str,
    ) -> None:
        """`rows` without the person themselves, `lead` says who that is."""
        super().__init__(parent)
        say = language.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = say("Merge with another record")
        self.setWindowTitle(title)
        self._chosen = chosen
        self._rows = sorted(rows, key=lambda row: row.id not in likely)
        self._search = SearchField(theme, say("Search name, NIP or account"), 480)
        self._list = QListWidget()
        self._list.setProperty("role", "list")
        self._list.setAccessibleName(say("People"))
        self._list.setSpacing(3)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._go_on = primary_button(theme, say("Compare"), keys="Enter")
        self._go_on.setDefault(True)
        leave = plain_button(theme, say("Cancel"), keys="Esc")
        frame = DialogFrame(self, *_SIZE)
        column = frame.middle
        column.addWidget(label(theme, title, font="card_title"))
        column.addWidget(label(theme, lead, tone="text_2", wrap=True))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        frame.set_buttons(None, leave, self._go_on)
        self._search.textChanged.connect(self._fill)
        self._search.entered.connect(self._list.setFocus)
        self._list.itemDoubleClicked.connect(self._hand_on)
        self._go_on.clicked.connect(self._hand_on)
        leave.clicked.connect(self.reject)
        self._fill()
        self._search.setFocus()

    @Slot()
    def _fill(self) -> None:
        words = self._search.text().lower().split()
        self._list.clear()
        for row in self._rows:
            if all(word in row.search for word in words):
                where = " · ".join(filter(None, (row.nip, row.place)))
                item = QListWidgetItem(f"{row.full_name}\n{where}")
                item.setData(_ID, row.id)
                self._list.addItem(item)
                if self._list.count() == _MOST:
                    break
        self._list.setCurrentRow(0)
        self._go_on.setEnabled(self._list.count() > 0)

    @Slot()
    def _hand_on(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.accept()
            self._chosen(int(item.data(_ID)))
