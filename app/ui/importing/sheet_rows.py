"""The rows of opened sheets, each sheet read whole when it is first looked at."""

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.errors import AppError
from app.ui.importing.findings import OpenedSheet, Row
from app.ui.importing.reading import LoadedRows, all_rows
from app.ui.tasks import TaskRunner


class SheetRows:
    """Keeps what was read until the files are closed."""

    def __init__(
        self,
        tasks: TaskRunner,
        loaded: Callable[[OpenedSheet], None],
        failed: Callable[[AppError], None],
    ) -> None:
        self._tasks = tasks
        self._loaded, self._failed = loaded, failed
        self._rows: dict[OpenedSheet, list[Row]] = {}
        self._awaited: set[OpenedSheet] = set()

    def of(self, sheet: OpenedSheet) -> Sequence[Row] | None:
        """All rows of a sheet; None while they are being read."""
        return self._rows.get(sheet)

    def load(self, sheet: OpenedSheet) -> None:
        """Reads a sheet, or tells at once that it is read already."""
        if sheet in self._rows:
            self._loaded(sheet)
        else:
            self._awaited.add(sheet)
            self._tasks.run(partial(all_rows, sheet), done=self._take, failed=self._failed)

    def forget(self) -> None:
        """The files are closed: rows that still come are not kept."""
        self._rows.clear()
        self._awaited.clear()

    def _take(self, read: LoadedRows) -> None:
        if read.sheet in self._awaited:
            self._awaited.discard(read.sheet)
            self._rows[read.sheet] = read.rows
            self._loaded(read.sheet)
