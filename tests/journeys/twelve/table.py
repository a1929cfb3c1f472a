"""The table of what the journeys cost: each journey, way and language beside its budget."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

import pytest

from app.wording.language import LANGUAGES
from tests.journeys.budgets import BUDGETS

COST = "cost of a journey"
"""The property of a test's report: it also comes back from other processes."""

NOT_BUILT = {
    "J11": "no part of the program sends clarifications to units yet, so there is nothing to measure",
}
"""Journeys of the table that the program does not have, and why."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one journey in one way and language."""

    journey: str
    way: str
    language: str
    events: int
    seconds: float
    waited: float

    def as_row(self) -> list[object]:
        """Plain enough for a report of a test."""
        return list(astuple(self))


def costs_in(reports: Iterable[pytest.TestReport]) -> list[Cost]:
    """What tests have written down."""
    return [
        Cost(*row)
        for report in reports
        if report.when == "call"
        for name, row in report.user_properties
        if name == COST
    ]


def table(costs: Sequence[Cost]) -> Iterator[str]:
    """A line for each journey and way: events, seconds of the model, waiting, in each language."""
    found = {(one.journey, one.way, one.language): one for one in costs}
    heads = "".join(f"{f'{code}: events':>12} {'s':>7} {'W s':>6}" for code in LANGUAGES)
    yield f"{'':4}{'':44}{'':15}{heads}   budget: events, s   (Excel)"
    for journey, budget in BUDGETS.items():
        if journey in NOT_BUILT:
            yield f"{journey:4}{budget.title:44}not built: {NOT_BUILT[journey]}"
        for way in sorted({one.way for one in costs if one.journey == journey}):
            cells = "".join(_cell(found.get((journey, way, code))) for code in LANGUAGES)
            events = "-" if budget.events is None else f"{budget.events:,}"
            most = "-" if budget.seconds is None else f"{budget.seconds:.0f}"
            excel = f"({budget.excel_events:,}, {budget.excel_seconds} s)"
            yield f"{journey:4}{budget.title:44}{way:15}{cells}   {events:>14} {most:>4}   {excel}"


def _cell(cost: Cost | None) -> str:
    if cost is None:
        return f"{'-':>12} {'-':>7} {'-':>6}"
    return f"{cost.events:>12,} {cost.seconds:>7.1f} {cost.waited:>6.1f}"
