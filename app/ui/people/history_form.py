"""Every count that was ever recorded of a person; wrong ones are ticked and taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.history import CountEntry, Standing
from app.services.people import EditPeople, PersonCard
from app.ui.parts.text import label
from app.ui.people.form_dialog import Write
from app.ui.theme.theme import Theme
from app.wording.counts import count_text
from app.wording.histories import origin_text, source_word, standing_word
from app.wording.language import Language

_WIDTHS = (150, 170, 90, 130, 260)
_NUMBER = 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIZE = 860, 340
_LOWEST, _ROW = 300, 28


class HistoryForm(QWidget):
    """Corrected entries stay, struck through; Space ticks one that is to be taken back."""

    def __init__(self, theme: Theme, language: Language, card: PersonCard) -> None:
        super().__init__()
        self.setMinimumHeight(_LOWEST)
        self._language = language
        self._person = card.person
        self._ids: dict[int, QTreeWidgetItem] = {}
        say = language.say
        self._tree = QTreeWidget()
        self._tree.setHeaderLabels(
            [say("Day"), say("Followers"), say("Source"), say("Recorded by"), say("From")]
        )
        self._tree.setAccessibleName(say("History of the counts"))
        self._tree.headerItem().setTextAlignment(_NUMBER, _RIGHT)
        self._tree.setRootIsDecorated(False)
        for place, width in enumerate(_WIDTHS):
            self._tree.setColumnWidth(place, width)
        for entries in card.entries.values():
            self._add_platform(entries)
        self._tree.expandAll()
        first = self._tree.topLevelItem(0)
        if first is not None:
            self._tree.setCurrentItem(first.child(0))
        told = say(
            "Tick what was recorded wrongly (Space): it is taken back and stays here, struck "
            "through. Ctrl+Z brings it back."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self._tree, 1)
        column.addWidget(label(theme, told, font="small", tone="text_2", wrap=True))

    @override
    def sizeHint(self) -> QSize:
        return QSize(*_SIZE)

    def first_field(self) -> QWidget:
        """The list."""
        return self._tree

    def flaw(self) -> tuple[str, QWidget] | None:
        """Nothing can be wrong in it."""
        return None

    def answer(self) -> Write:
        """Takes back what is ticked."""
        ticked = [
            count_id
            for count_id, item in self._ids.items()
            if item.checkState(0) is Qt.CheckState.Checked
        ]
        person = self._person
        if ticked:
            text = self._language.say("{counts} of {name} taken back.")
            counts = self._language.say_many("{count} count", "{count} counts", len(ticked))
            said = text.format(counts=counts, name=person.name)
        else:
            said = self._language.say("Nothing was changed.")

        def change(people: EditPeople) -> int:
            if ticked:
                people.take_counts_back(ticked)
            return person.id

        return Write(change, said)

    def _add_platform(self, entries: Sequence[CountEntry]) -> None:
        head = QTreeWidgetItem([entries[0].platform.name_shown])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        head.setSizeHint(0, QSize(0, _ROW))
        bold = QFont(head.font(0))
        bold.setBold(True)
        head.setFont(0, bold)
        for entry in entries:
            head.addChild(self._item(entry))

    def _item(self, entry: CountEntry) -> QTreeWidgetItem:
        language = self._language
        number = count_text(entry.count.interval, entry.count.written, language)
        holds = entry.standing is Standing.HOLDS
        texts = [
            language.short_date(entry.count.observed_on),
            number,
            source_word(entry.count.source, language),
            entry.by or "–",
            origin_text(entry, language),
        ]
        if not holds:
            texts[1] = f"{number} · {standing_word(entry.standing, language)}"
        item = QTreeWidgetItem(texts)
        item.setSizeHint(0, QSize(0, _ROW))
        item.setTextAlignment(_NUMBER, _RIGHT)
        item.setToolTip(4, texts[4])
        if holds:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked)
            self._ids[entry.count.id] = item
            return item
        for column in (0, 1):
            struck = QFont(item.font(column))
            struck.setStrikeOut(True)
            item.setFont(column, struck)
        return item
