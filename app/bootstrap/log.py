"""The rotating log of the window."""

import logging
from logging.handlers import RotatingFileHandler

from app import paths

_LOG_BYTES = 1_000_000
_LOG_FILES = 3


def start_log() -> None:
    """A rotating log without names, NIPs or tokens: kinds, ids and counts only."""
    handler = RotatingFileHandler(
        paths.log_folder() / "gaung.log",
        maxBytes=_LOG_BYTES,
        backupCount=_LOG_FILES,
        encoding="utf-8",
    )
    logging.basicConfig(
        level=logging.INFO,
        handlers=[handler],
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
