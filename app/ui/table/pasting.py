"""A block that does not fit where it is pasted is asked about, never cut without a word."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.ui.prompts import Prompts
from app.ui.table.blocks import PasteOverflow
from app.wording.language import Language


class PasteQuestion(QObject):
    """One for a table: `read_only` says which of its cells cannot be pasted over."""

    def __init__(
        self,
        language: Language,
        prompts: Prompts,
        read_only: str,
        paste_fitting: Callable[[PasteOverflow], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._prompts = language, prompts
        self._read_only = read_only
        self._paste_fitting = paste_fitting
        self._overflow: PasteOverflow | None = None

    @Slot(object)
    def ask(self, overflow: PasteOverflow) -> None:
        """Why nothing was pasted, and whether the part that fits shall be."""
        say = self._language.say
        self._overflow = overflow
        self._prompts.ask(
            self._question(overflow),
            say("Paste the part that fits"),
            self._paste,
            safe=say("Nothing has been pasted yet."),
        )

    def _paste(self) -> None:
        overflow, self._overflow = self._overflow, None
        if overflow is not None:
            self._paste_fitting(overflow)

    def _question(self, overflow: PasteOverflow) -> str:
        if overflow.read_only:
            return self._read_only
        number = self._language.number
        text = self._language.say(
            "The block has {rows} × {columns} cells, but there is room for {room} only."
        )
        return text.format(
            rows=number(overflow.rows),
            columns=number(overflow.columns),
            room=f"{number(overflow.room_rows)} × {number(overflow.room_columns)}",
        )
