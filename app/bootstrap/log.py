"""The rotating log of the window: kinds, ids and counts, and nothing of the office."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

from app import paths
from app.domain.redaction import fault_report, redacted

_LOG_BYTES = 1_000_000
_LOG_FILES = 3


class RedactingFormatter(logging.Formatter):
    """Of what is told to the log only numbers and types come through; the rest is taken out."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname} {record.name}"
        given = record.args if isinstance(record.args, tuple) else (record.args,)
        message = str(record.msg)
        if record.args:
            try:
                message = message % tuple(map(_harmless, given))
            except (TypeError, ValueError):
                message = "…"
        lines = [f"{head} {redacted(message)}"]
        if record.exc_info and record.exc_info[0] is not None:
            lines.append(fault_report(*record.exc_info))
        return "\n".join(lines)


def _harmless(value: object) -> object:
    if isinstance(value, type):
        return value.__name__
    return value if isinstance(value, int | float) else "…"


def log_handler(folder: Path) -> RotatingFileHandler:
    """Writes into `folder`; old files go by themselves."""
    handler = RotatingFileHandler(
        folder / "gaung.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(RedactingFormatter())
    return handler


def start_log() -> None:
    """From now on for the whole process."""
    logging.basicConfig(level=logging.INFO, handlers=[log_handler(paths.log_folder())])
