"""The report that was written last: where, for which day, and when."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

KEY = "report"
"""Under which the preferences keep it."""


@dataclass(frozen=True, slots=True)
class LastReport:
    """Remembered in the office's database; `folder` is offered again."""

    folder: Path
    as_of: date
    written_on: date


def as_text(last: LastReport) -> str:
    """What is remembered."""
    return json.dumps(
        {
            "folder": str(last.folder),
            "as_of": last.as_of.isoformat(),
            "written_on": last.written_on.isoformat(),
        }
    )


def from_text(text: str | None) -> LastReport | None:
    """What was remembered; nothing where no report was written, or it cannot be read any more."""
    try:
        kept = json.loads(text or "")
        return LastReport(
            Path(kept["folder"]),
            date.fromisoformat(kept["as_of"]),
            date.fromisoformat(kept["written_on"]),
        )
    except (ValueError, TypeError, KeyError):
        return None
