"""The report that was written last: where, for which day, and when."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.report_kinds import USUAL_KINDS, ReportKind
from app.wording.language import Language

KEY = "report"
"""Under which the preferences keep it."""


@dataclass(frozen=True, slots=True)
class LastReport:
    """Remembered in the office's database; `folder` and `kinds` are offered again."""

    folder: Path
    as_of: date
    written_on: date
    kinds: frozenset[ReportKind] = USUAL_KINDS


def as_text(last: LastReport) -> str:
    """What is remembered."""
    return json.dumps(
        {
            "folder": str(last.folder),
            "as_of": last.as_of.isoformat(),
            "written_on": last.written_on.isoformat(),
            "kinds": sorted(last.kinds),
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
            _known_kinds(kept.get("kinds", ())),
        )
    except (ValueError, TypeError, KeyError):
        return None


def last_words(last: LastReport | None, language: Language) -> str:
    """Of which month, and when it was written."""
    if last is None:
        return language.say("No report written yet")
    month, day = language.month(last.as_of), language.short_date(last.written_on)
    return language.say("Last report: {month}, written {day}").format(month=month, day=day)


def _known_kinds(texts: Iterable[str]) -> frozenset[ReportKind]:
    """Those that this program knows; the usual ones where it knows none of them."""
    known = {kind.value: kind for kind in ReportKind}
    return frozenset(known[text] for text in texts if text in known) or USUAL_KINDS
