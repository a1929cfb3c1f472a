"""A bug: into the log, and one plain dialog with the details to copy."""

import logging
import sys
from contextlib import suppress
from datetime import datetime
from types import TracebackType

from app import paths
from app.domain.redaction import fault_report
from app.ui.prompts import WindowPrompts

_MOST = 20
_LOG = logging.getLogger("gaung")


class Crashes:
    """Catches what nobody caught, once `watch` was called; the newest prompts tell of it."""

    def __init__(self) -> None:
        self._prompts: WindowPrompts | None = None

    def watch(self) -> None:
        """From now on for the whole process."""
        sys.excepthook = self._catch

    def tell_through(self, prompts: WindowPrompts) -> None:
        """Where the dialog opens."""
        self._prompts = prompts

    def report(self, error: Exception) -> None:
        """One that a task met."""
        self._catch(type(error), error, error.__traceback__)

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        details = fault_report(kind, error, trace)
        _LOG.error("bug: %s", kind, exc_info=(kind, error, trace))
        _save(details)
        if self._prompts is not None:
            self._prompts.report_bug(details)


def _save(details: str) -> None:
    """One file for each fault beside the log, the newest few; nothing is ever sent."""
    folder = paths.log_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        name = f"galat-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
        (folder / name).write_text(details + "\n", encoding="utf-8")
        for old in sorted(folder.glob("galat-*.txt"))[:-_MOST]:
            old.unlink(missing_ok=True)
