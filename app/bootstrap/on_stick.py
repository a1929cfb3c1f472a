"""A program that is started for a portable office keeps everything of its own on the stick too."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.storage.portable import is_portable

_HOME = "GAUNG_HOME"


@contextmanager
def at_home_with(database: Path | None, *, viewing: bool) -> Iterator[Path | None]:
    """Gives the portable office the program lives with; None where it is at home on this computer.

    Its log and whatever else it writes lie in the office's folder. Where nothing is to be written
    there, or nothing can be, they lie in a temporary folder that goes with the program.
    """
    if database is None or not is_portable(database):
        yield None
        return
    before = os.environ.get(_HOME)
    with tempfile.TemporaryDirectory(prefix="gaung-", ignore_cleanup_errors=True) as passing:
        on_stick = not viewing and _lets_write(database.parent)
        os.environ[_HOME] = str(database.parent) if on_stick else passing
        try:
            yield database
        finally:
            # An open log could be removed nowhere on Windows, and would hold the stick.
            logging.shutdown()
            if before is None:
                del os.environ[_HOME]
            else:
                os.environ[_HOME] = before


def _lets_write(folder: Path) -> bool:
    log = folder / "log"
    try:
        log.mkdir(exist_ok=True)
        with (log / "gaung.log").open("ab"):
            return True
    except OSError:
        return False
