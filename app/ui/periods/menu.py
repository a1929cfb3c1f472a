"""The menu of periods: the office now, every closing, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem, QWidget
from typing_extensions import override

from app.domain.snapshot import Revision
from app.ui.letters.menu import LetterMenu, as_enter, underline
from app.wording.closings import revision_line
from app.wording.language import Language
from app.wording.periods import period_name

_MOST = 12
"""Closings that are listed at once; older ones stand in a menu of their own."""


class PeriodMenu(QMenu):
    """Built anew each time; the one that is looked at is ticked."""

    now_chosen = Signal()
    chosen = Signal(object)
    """The Revision."""
    close_asked = Signal()
    changes_asked = Signal()

    def __init__(
        self,
        language: Language,
        revisions: Sequence[Revision],
        shown: int | None,
        parent: QWidget,
    ) -> None:
        """`shown`: the id of the closing that is looked at; None for the office now."""
        super().__init__(parent)
        self._language = language
        self._shown = shown
        say = language.say
        self._now = self._add(self, say("Now"), ticked=shown is None)
        closed = [one for one in revisions if one.is_closed]
        for one in closed[:_MOST]:
            self._add_closing(self, one)
        self._add_more(say("Older periods"), closed[_MOST:])
        self._add_more(say("Earlier closings"), [one for one in revisions if not one.is_closed])
        self.addSeparator()
        self._changes = self.addAction(say("What changed…"))
        self._changes.setEnabled(bool(revisions))
        self._close = self.addAction(say("Close a period…"))
        self.triggered.connect(self._take)

    @override
    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        super().initStyleOption(option, action)
        underline(self, option, action)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(as_enter(self, event))

    def _add_more(self, words: str, revisions: Sequence[Revision]) -> None:
        if revisions:
            # With a parent of its own: what addMenu(words) gives dies with its Python name.
            more = LetterMenu(words, self)
            self.addMenu(more)
            for one in revisions:
                self._add_closing(more, one)

    def _add_closing(self, menu: QMenu, one: Revision) -> None:
        name, line = period_name(one.period, self._language), revision_line(one, self._language)
        action = self._add(menu, f"{name}   {line}", ticked=one.id == self._shown)
        action.setData(one)

    def _add(self, menu: QMenu, words: str, *, ticked: bool) -> QAction:
        # A reason or a name may hold an ampersand, which would become a mnemonic.
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(ticked)
        return action

    @Slot(QAction)
    def _take(self, action: QAction) -> None:
        if action is self._close:
            self.close_asked.emit()
        elif action is self._changes:
            self.changes_asked.emit()
        elif action is self._now:
            self.now_chosen.emit()
        else:
            self.chosen.emit(action.data())
