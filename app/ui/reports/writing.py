"""Writes a report file without losing one: another file is replaced only when somebody said so."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import count
from pathlib import Path

from app.domain.errors import AppError
from app.domain.file_names import copy_name
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.services.report import WriteReport
from app.ui.reports.last_report import KEY, LastReport, as_text
from app.ui.reports.preparing import ReportDraft, Wanted


class Taken(Enum):
    """What to do where a file of that name stands already."""

    ASK = "ask"
    REPLACE = "replace"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Order:
    """One report to write; `mark` stays at the end of the name of a copy."""

    wanted: Wanted
    target: Path
    taken: Taken = Taken.ASK
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """It stands there."""

    last: LastReport
    path: Path


@dataclass(frozen=True, slots=True)
class Occupied:
    """Another file stands there; nothing was written."""

    order: Order


class ReportFiles:
    """Writes one report at a time. Only the thread of the work may call `write`."""

    def __init__(
        self,
        draft: ReportDraft,
        report: WriteReport,
        preferences: KeepPreferences,
        first_folder: Path,
        today: date,
    ) -> None:
        self._draft = draft
        self._report = report
        self._preferences = preferences
        self.first_folder = first_folder
        self._today = today
        self._ours: dict[Path, tuple[int, int]] = {}

    def write(self, order: Order, job: Job) -> Written | Occupied:
        """Writes what the preview shows, and remembers the folder.

        Raises:
            FileError: The target cannot be written; what stood there is untouched.
            Cancelled: The person stopped it; what stood there is untouched.
        """
        target = _free_copy(order) if order.taken is Taken.COPY else order.target
        if order.taken is Taken.ASK and target.is_file() and not self._is_ours(target):
            return Occupied(order)
        if target.parent == self.first_folder:
            # The folder that we offer ourselves is made; where that fails, writing says why.
            with suppress(OSError):
                target.parent.mkdir(parents=True, exist_ok=True)
        prepared = self._draft.prepare(order.wanted, job)
        self._report.write(prepared.book, target, job)
        self._ours[target] = _stamp(target)
        last = LastReport(target.parent, order.wanted.as_of, self._today)
        # The report is there: a database that is busy now must not say otherwise.
        with suppress(AppError):
            self._preferences.remember(KEY, as_text(last))
        return Written(last, target)

    def _is_ours(self, target: Path) -> bool:
        """Written by this window, and nobody has touched it since."""
        return target in self._ours and self._ours[target] == _stamp(target)


def _stamp(path: Path) -> tuple[int, int]:
    with suppress(OSError):
        facts = path.stat()
        return facts.st_mtime_ns, facts.st_size
    return 0, 0


def _free_copy(order: Order) -> Path:
    names = (copy_name(order.target.name, number, order.mark) for number in count(2))
    paths = (order.target.with_name(name) for name in names)
    return next(path for path in paths if not path.exists())
