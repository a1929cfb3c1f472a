"""The one offer that stands when a database is broken or gone, at the start or in work."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import FileError
from app.services.backups.safety import Safety
from app.ui.prompts import Prompts
from app.ui.theme.theme import Theme
from app.wording.language import Language

if TYPE_CHECKING:
    from app.ui.backups.recovery import Recovery


class WayOut(QObject):
    """However often the failure comes, it is offered once."""

    prepared = Signal(object)
    """The Prepared: the office is to be closed, the copy swapped in, and opened again."""
    anew_agreed = Signal()
    """An empty office is wanted, knowingly."""

    def __init__(self, crashed: Callable[[Exception], None], parent: QObject) -> None:
        super().__init__(parent)
        self._crashed = crashed
        self._open: Recovery | None = None

    def offer(
        self,
        theme: Theme,
        language: Language,
        safety: Safety,
        prompts: Prompts,
        window: QWidget | None,
        error: FileError,
    ) -> None:
        """Opens the dialog over `window`, unless it stands already."""
        if self._open is not None:
            return
        # Few offices ever need it.
        from app.ui.backups.recovery import Recovery

        self._open = Recovery(theme, language, safety, prompts, self._crashed, self)
        self._open.prepared.connect(self.prepared)
        self._open.anew_agreed.connect(self.anew_agreed)
        self._open.closed.connect(self._forget)
        self._open.offer_over(window, error)

    def close(self) -> None:
        """An office stands again."""
        if self._open is not None:
            self._open.close()

    @Slot()
    def _forget(self) -> None:
        self._open = None
