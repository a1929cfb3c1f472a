"""Builds what writes reports: for the office itself, and for those above it."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.backups.safety import Safety
    from app.services.coverage import CoverOffice
    from app.services.overview import LookOver
    from app.services.period_changes import ComparePeriods
    from app.services.preferences import KeepPreferences
    from app.services.report import WriteReport
    from app.services.report.checking import CheckReport
    from app.services.report.history import KeepWritten
    from app.services.report.template import FillTemplate
    from app.services.rollup import ReportUpwards
    from app.services.waiting_room import WaitingRoom
    from app.storage.database import Database


def reports(
    database: "Database",
    by: str,
    language: Language,
    safety: "Safety",
    overview: "LookOver",
    waiting: "WaitingRoom",
    coverage: "CoverOffice",
    changes: "ComparePeriods",
) -> "tuple[WriteReport, FillTemplate, CheckReport, KeepWritten]":
    """Written, filled, checked, remembered."""
    from app.services.report import WriteReport
    from app.services.report.background import GatherBackground
    from app.services.report.checking import CheckReport
    from app.services.report.history import KeepWritten
    from app.services.report.template import FillTemplate

    background = GatherBackground(overview, waiting, coverage, changes)
    wrote = partial(safety.backups.audit.note, "report", 1)
    written = KeepWritten(database, datetime.now, by)
    report = WriteReport(language, background, wrote, written)
    template = FillTemplate(language, wrote, written)
    return report, template, CheckReport(written), written


def upwards(
    database: "Database",
    safety: "Safety",
    preferences: "KeepPreferences",
    by: str,
    language: Language,
    history: "KeepWritten",
) -> "ReportUpwards":
    """What goes to the province, and what a province receives."""
    from app.services.rollup import ReportUpwards

    wrote = partial(safety.backups.audit.note, "report", 1)
    return ReportUpwards.over(database, preferences, datetime.now, by, language, wrote, history)
