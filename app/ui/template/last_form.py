"""The form that the office filled last, and the folder that the report went to."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import AppError
from app.services.preferences import KeepPreferences

_KEY = "own_form"
"""Under which the preferences keep it."""


@dataclass(frozen=True, slots=True)
class LastForm:
    """Either may be unknown yet, or gone since."""

    form: Path | None = None
    folder: Path | None = None


class RememberedForm:
    """Kept among the settings of the office, so that it outlives the program."""

    def __init__(self, preferences: KeepPreferences) -> None:
        self._preferences = preferences

    def load(self) -> LastForm:
        """What is there still of what was remembered."""
        try:
            kept = json.loads(self._preferences.load(_KEY) or "{}")
            form, folder = Path(kept["form"] or ""), Path(kept["folder"] or "")
        except (ValueError, TypeError, KeyError):
            return LastForm()
        return LastForm(form if form.is_file() else None, folder if folder.is_dir() else None)

    def save(self, last: LastForm) -> None:
        """The report is written: a database that is busy now must not say otherwise."""
        text = {"form": str(last.form or ""), "folder": str(last.folder or "")}
        with suppress(AppError):
            self._preferences.remember(_KEY, json.dumps(text))
