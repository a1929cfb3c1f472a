"""Which state of the office a report is of: as it stands now, or a period that was closed."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.snapshot import Revision
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.closings import closing_name, grouped_hash
from app.wording.language import Language
from app.wording.rules import rule_name

_NOW = 0
"""Closings have ids from 1."""


class PeriodField(QWidget):
    """Offers the closings that hold, and the one that was asked for by name."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._closings: dict[int, Revision] = {}
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(4)
        self.box.addItem(language.say("As it stands now"), _NOW)
        self._about = label(theme, "", font="small", tone="text_2", wrap=True)
        self._about.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(stacked(theme, language.say("State of the office"), self.box))
        column.addWidget(self._about)
        self.box.currentIndexChanged.connect(self._tell)

    @property
    def closing(self) -> Revision | None:
        """The closing that is chosen; None for the office as it stands now."""
        return self._closings.get(int(self.box.currentData() or _NOW))

    def offer(self, closings: Sequence[Revision], asked: int | None = None) -> None:
        """Shows these, without telling; what is chosen stays while it is there.

        `asked`: the id of a closing to choose, also of one that holds no longer; 0 for now.
        """
        chosen = int(self.box.currentData() or _NOW) if asked is None else asked
        self._closings = {one.id: one for one in closings if one.is_closed or one.id == chosen}
        with QSignalBlocker(self.box):
            while self.box.count() > 1:
                self.box.removeItem(1)
            for one in self._closings.values():
                self.box.addItem(closing_name(one, self._language), one.id)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self._show()

    @Slot()
    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        closed, language = self.closing, self._language
        self.box.setToolTip(self.box.currentText())
        self._about.setVisible(closed is not None)
        if closed is None:
            return
        words = language.say(
            "Judged as of {date} by {rule}, fingerprint {hash}. Rows that wait and the quality of "
            "the data are not kept in a closed period and cannot be reported of it."
        )
        self._about.setText(
            words.format(
                date=language.date(closed.as_of),
                rule=rule_name(closed.rule, language),
                hash=grouped_hash(closed),
            )
        )
