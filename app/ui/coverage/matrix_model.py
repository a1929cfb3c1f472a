"""The rows of the coverage table: units, their platforms, who qualifies."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.coverage import Level, UnitCoverage
from app.domain.platform import RECORDED, Platform
from app.wording.coverage import unit_shown
from app.wording.language import Language

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SHORT = 7

UNIT = 0
QUALIFYING = len(RECORDED) + 1


def extract(units: Sequence[UnitCoverage], room: int) -> Sequence[UnitCoverage]:
    """At most `room` units: the largest, and in the last third those that rest on one or nobody.

    Args:
        units: the largest first.
        room: how many rows can be seen.
    """
    if len(units) <= room:
        return units
    kept = room - room // 3
    weakest = sorted(units[kept:], key=lambda unit: unit.qualifying > 1)[: room - kept]
    chosen = {unit.name for unit in (*units[:kept], *weakest)}
    return [unit for unit in units if unit.name in chosen]


class CoverageModel(QAbstractTableModel):
    """What the table shows; the texts are also what screen readers say."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._units: Sequence[UnitCoverage] = ()
        self._counted = False
        say = language.say
        platforms = (
            one.name_shown if len(one.name_shown) <= _SHORT else one.tag for one in RECORDED
        )
        self._headings = (say("Unit"), *platforms, say("Qualifies"))

    def set_units(self, units: Sequence[UnitCoverage], *, counted: bool) -> None:
        """Other rows; before anything is counted their numbers are not 0 but not known."""
        self.beginResetModel()
        self._units = units
        self._counted = counted
        self.endResetModel()

    @property
    def is_finer(self) -> bool:
        """Its rows are units within organisations."""
        return bool(self._units) and self._units[0].level is Level.UNITS

    def organisation_at(self, row: int) -> str:
        """Where the unit of a row belongs to; empty where the row is an organisation itself."""
        return self._units[row].name if self.is_finer else ""

    def unit_at(self, row: int) -> UnitCoverage:
        """The unit of a row."""
        return self._units[row]

    def platform_at(self, column: int) -> Platform:
        """The platform of a column between the first and the last."""
        return RECORDED[column - 1]

    def number_at(self, index: _Index) -> int | None:
        """People at the threshold of this cell, if known; only right of the first column."""
        if not self._counted:
            return None
        unit = self._units[index.row()]
        if index.column() == QUALIFYING:
            return unit.qualifying
        return unit.reached.get(self.platform_at(index.column()), 0)

    def remark_at(self, row: int) -> str:
        """What is to be said of who qualifies there: nobody, or one person alone."""
        qualifying = self._units[row].qualifying
        if not self._counted:
            return ""
        if not qualifying:
            return self._language.say("nobody")
        return self._language.say("only 1 person") if qualifying == 1 else ""

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._units)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if role not in wanted:
            return None
        unit = self._units[index.row()]
        name = unit_shown(unit, self._language)
        if index.column() == UNIT:
            if role != Qt.ItemDataRole.ToolTipRole:
                return name
            people = self._language.say_many("{count} person", "{count} people", unit.people)
            whole = f"{name}, {unit.name}" if self.is_finer and unit.name else name
            return f"{whole}: {people}"
        known = self.number_at(index)
        number = "–" if known is None else self._language.number(known)
        if role == Qt.ItemDataRole.DisplayRole:
            return number
        heading = (
            self._headings[QUALIFYING]
            if index.column() == QUALIFYING
            else self.platform_at(index.column()).name_shown
        )
        return f"{name}, {heading}: {number}"
