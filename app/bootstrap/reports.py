"""Builds what writes reports: for the office itself, and for those above it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.report import WriteReport
    from app.services.report.checking import CheckReport
    from app.services.report.history import KeepWritten
    from app.services.report.template import FillTemplate
    from app.services.rollup import ReportUpwards
    from app.services.workplace import Workplace


def written(language: Language, place: "Workplace") -> "WriteReport":
    """The report as a workbook."""
    from app.services.report import WriteReport
    from app.services.report.background import GatherBackground

    background = GatherBackground(
        place.overview, place.waiting, place.coverage, place.period_changes
    )
    return WriteReport(language, background, _note_of(place), place.report_history)


def filled(language: Language, place: "Workplace") -> "FillTemplate":
    """The office's own form."""
    from app.services.report.template import FillTemplate

    return FillTemplate(language, _note_of(place), place.report_history)


def checked(place: "Workplace") -> "CheckReport":
    """Whether a report is still as it was written."""
    from app.services.report.checking import CheckReport

    return CheckReport(place.report_history)


def remembered(by: str, place: "Workplace") -> "KeepWritten":
    """What was written."""
    from app.services.report.history import KeepWritten

    return KeepWritten(place.database, datetime.now, by)


def upwards(by: str, language: Language, place: "Workplace") -> "ReportUpwards":
    """What goes to the province, and what a province receives."""
    from app.services.rollup import ReportUpwards

    preferences, wrote, history = place.preferences, _note_of(place), place.report_history
    clock = datetime.now
    return ReportUpwards.over(place.database, preferences, clock, by, language, wrote, history)


def _note_of(place: "Workplace") -> Callable[[str], None]:
    """Leaves the trace that a report was written."""
    return partial(place.audit.note, "report", 1)
