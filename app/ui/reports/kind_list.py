"""The kinds of report with a tick each: what is ticked stands in the workbook."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.report_kinds import USUAL_KINDS, ReportKind
from app.services.report.asked import NOT_KEPT
from app.ui.parts.card import Card
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.report_kinds import KINDS

_WIDE, _ROW = 160, 25
_KIND = Qt.ItemDataRole.UserRole


class KindList(QWidget):
    """Arrows look at a kind, the space bar ticks it; at least one is ticked always."""

    changed = Signal()
    looked_at = Signal(ReportKind)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._withheld: frozenset[ReportKind] = frozenset()
        title = language.say("Kinds of report")
        self._card = Card(theme, title, " ", ruled=True, padding=0)
        self._list = QListWidget()
        self._list.setProperty("role", "ticks")
        self._list.setAccessibleName(title)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        for kind in KINDS:
            item = QListWidgetItem(KINDS[kind](language.say), self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(_KIND, kind.value)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(_WIDE, _ROW))
        self._list.setFixedHeight(_ROW * len(KINDS) + 6)
        self.set_kinds(USUAL_KINDS)
        self.setFocusProxy(self._list)
        self._card.body.setContentsMargins(1, 0, 1, 4)
        self._card.body.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._list.itemChanged.connect(self._tell)
        self._list.currentRowChanged.connect(self._look)

    def kinds(self) -> frozenset[ReportKind]:
        """What is ticked."""
        items = (self._list.item(row) for row in range(self._list.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return frozenset(ReportKind(item.data(_KIND)) for item in ticked) - self._withheld

    def show_closed(self, *, closed: bool) -> None:
        """What a closed period does not keep cannot be had of it; its tick comes back later."""
        self._withheld = kinds = NOT_KEPT if closed else frozenset()
        why = self._language.say("This is not kept in a closed period.")
        with QSignalBlocker(self._list):
            for row in range(self._list.count()):
                item = self._list.item(row)
                held = ReportKind(item.data(_KIND)) in kinds
                enabled = Qt.ItemFlag.ItemIsEnabled
                item.setFlags(item.flags() & ~enabled if held else item.flags() | enabled)
                item.setToolTip(why if held else item.text())
        if not self.kinds():
            self.set_kinds(USUAL_KINDS)
        self._count()

    def set_kinds(self, kinds: Iterable[ReportKind]) -> None:
        """Ticks these and no others, without telling."""
        wanted = frozenset(kinds)
        with QSignalBlocker(self._list):
            for row in range(self._list.count()):
                item = self._list.item(row)
                ticked = ReportKind(item.data(_KIND)) in wanted
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._count()

    @Slot(QListWidgetItem)
    def _tell(self, item: QListWidgetItem) -> None:
        if not self.kinds():
            # A workbook of nothing would be a cover about nothing.
            with QSignalBlocker(self._list):
                item.setCheckState(Qt.CheckState.Checked)
            return
        self._count()
        self.changed.emit()
        self.looked_at.emit(ReportKind(item.data(_KIND)))

    @Slot(int)
    def _look(self, row: int) -> None:
        if row >= 0:
            self.looked_at.emit(ReportKind(self._list.item(row).data(_KIND)))

    def _count(self) -> None:
        text = self._language.say("{number} of {all}")
        number = self._language.number
        self._card.set_note(text.format(number=number(len(self.kinds())), all=len(KINDS)))
