"""Ctrl+Z and Ctrl+Y anywhere: takes back the last thing that was done, or does it again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import NothingToRedo, NothingToUndo
from app.storage.actions import UNDO, action, last_redoable, last_undoable, redo, undo
from app.storage.database import Database
from app.storage.import_undo import UNDO_IMPORT

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was taken back; `kept` names people edited since, whose rows stay as they are."""

    kind: str
    kept: tuple[str, ...]

    @property
    def of_an_undo(self) -> bool:
        """It was the undo of an import, which stands again."""
        return self.kind == UNDO_IMPORT


class UndoActions:
    """One action at a time, the newest first."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by

    def undo_last(self) -> TakenBack:
        """Takes the newest action back that stands.

        Raises:
            NothingToUndo: nothing was done yet, or all of it is taken back.
        """
        with self._database.writing() as tx:
            newest = last_undoable(tx)
            if newest is None:
                raise NothingToUndo
            kind = action(tx, newest).kind
            result = undo(tx, newest, self._by, self._clock())
        return TakenBack(kind, result.kept)

    def redo_last(self) -> TakenBack:
        """Does again what the newest step back had taken away.

        Raises:
            NothingToRedo: nothing was taken back, or something new was done since.
        """
        with self._database.writing() as tx:
            step = last_redoable(tx)
            if step is None:
                raise NothingToRedo
            result = redo(tx, step, self._clock())
            self._database.note("redo", result.restored)
        return TakenBack(UNDO, result.kept)
