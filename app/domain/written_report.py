"""What is kept of a report that was written: facts about the file, nobody's name from inside it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from app.domain.period import Period
from app.domain.rule import Rule

EXCHANGE = "exchange"
"""Stands where the kinds of a report stand: a workbook for the province is none of them."""


class ReportForm(StrEnum):
    """What kind of file it is."""

    WORKBOOK = "xlsx"
    PDF = "pdf"
    TEMPLATE = "template"
    """The office's own form, filled."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What a report is of. `closing`: which closing of the period, 0 for the office of that day."""

    period: Period
    closing: int
    rule: Rule
    as_of: date
    snapshot: str
    kinds: tuple[str, ...]
    people: int
    masked: bool


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """One file. `content` is the hash that its proof keeps, empty without a proof.

    `by` is the clerk of the settings, `os_user` the name on the computer; `sha256` is of the file.
    """

    at: datetime
    by: str
    os_user: str
    facts: ReportFacts
    form: ReportForm
    path: Path
    content: str
    sha256: str
    id: int = 0
