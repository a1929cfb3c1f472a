"""What a report can consist of, in the order in which the parts stand in the workbook."""

from enum import StrEnum


class ReportKind(StrEnum):
    """One part that a clerk can ask for; some are several sheets."""

    COVER = "cover"
    SUMMARY = "summary"
    QUALIFYING = "qualifying"
    ANNEX = "annex"
    """Of a decree or a letter of assignment: the names, for the signature of one person."""
    RECAP = "recap"
    PROGRESS = "progress"
    """This period beside the one that was closed last."""
    NOT_YET = "not_yet"
    """Everybody else: near, not yet, out of date, unknown."""
    QUALITY = "quality"
    COVERAGE = "coverage"
    DATA = "data"
    DOUBLED = "doubled"
    """Of a province: people who stand in several offices."""
    TRACE = "trace"
    """Of a province: the workbooks behind each number."""


class Division(StrEnum):
    """What each organisation gets besides the list of all."""

    NOTHING = "nothing"
    SHEETS = "sheets"
    FILES = "files"


USUAL_KINDS = frozenset((ReportKind.SUMMARY, ReportKind.QUALIFYING, ReportKind.NOT_YET))
"""What is written where nobody chooses."""

PROVINCE_KINDS = frozenset((ReportKind.DOUBLED, ReportKind.TRACE))
"""What only a report over offices has."""

OFFICE_KINDS = frozenset(ReportKind) - PROVINCE_KINDS
"""What an office can ask for of its own people."""
