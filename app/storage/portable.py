"""The mark of a portable office: a folder on a stick that somebody chose knowingly."""

import json
from datetime import datetime
from pathlib import Path

from app.domain.portable import Mark
from app.paths import PORTABLE_MARK


def mark_of(folder: Path) -> Path:
    """The file that makes a folder a portable office."""
    return folder / PORTABLE_MARK


def is_portable(database: Path) -> bool:
    """Whether a database lies in a portable office."""
    return mark_of(database.parent).is_file()


def read_mark(folder: Path) -> Mark | None:
    """What the mark says; None where none stands, or nobody can read it."""
    try:
        said = json.loads(mark_of(folder).read_text("utf-8"))
        made_at = datetime.fromisoformat(said["made_at"])
        return Mark(made_at, str(said["computer"]), str(said["by"]), int(said["number"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def mark_text(mark: Mark) -> str:
    """What is written into the mark."""
    said = {
        "made_at": mark.made_at.isoformat(),
        "computer": mark.computer,
        "by": mark.by,
        "number": mark.number,
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
