"""The columns of the audit log."""

from datetime import datetime

from app.services.audit import LogLine
from app.ui.table.column import Align, Column
from app.wording.audit import act_word
from app.wording.language import Language

_SHORT = 12
"""Digits of a hash: enough to tell two files apart."""


def audit_columns(language: Language) -> list[Column[LogLine]]:
    """When, who, what, to how many, which file; a line that was changed says only that."""
    say = language.say

    def line(row: LogLine) -> str:
        return language.number(row.number)

    def when(row: LogLine) -> str:
        at = _at(row)
        return language.short_moment(at) if at is not None else ""

    def what(row: LogLine) -> str:
        if row.entry is None:
            return say("This line was changed")
        return act_word(row.entry.act.kind, language)

    def many(row: LogLine) -> str:
        number = _many(row)
        return language.number(number) if number else ""

    right = Align.RIGHT
    return [
        Column("line", say("Line"), line, _number, align=right, width=66, filterable=False),
        Column("at", say("When"), when, _at, width=142),
        Column("who", say("By"), _who, width=96),
        Column("what", say("What was done"), what, width=180, stretch=True),
        Column("many", say("How many"), many, _many, align=right, width=92, filterable=False),
        Column(
            "file",
            say("Fingerprint"),
            _fingerprint,
            width=120,
            filterable=False,
            tooltip=_whole_fingerprint,
        ),
    ]


def _number(row: LogLine) -> int:
    return row.number


def _at(row: LogLine) -> datetime | None:
    return None if row.entry is None else row.entry.act.at


def _who(row: LogLine) -> str:
    return "" if row.entry is None else row.entry.who


def _many(row: LogLine) -> int | None:
    return None if row.entry is None else row.entry.act.many


def _whole_fingerprint(row: LogLine) -> str:
    return "" if row.entry is None else row.entry.act.sha256


def _fingerprint(row: LogLine) -> str:
    return ", ".join(one[:_SHORT] for one in _whole_fingerprint(row).split())
