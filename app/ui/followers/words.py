"""The page's own sentences: its head and the status bar."""

from datetime import date
from typing import Any

from app.ui.shell.page import Fact
from app.ui.table.column import Sums
from app.ui.table.model import TableModel
from app.wording.language import Language


def head_facts(day: date, model: TableModel[Any], language: Language) -> str:
    """November 2026 · 68 of 1,503 people."""
    people = language.say_many("{count} person", "{count} people", model.total_count)
    if model.narrowed:
        text = language.say("{month} · {shown} of {people}")
    else:
        text = language.say("{month} · {people}")
    shown = language.number(model.filtered_count)
    return text.format(month=language.month(day), people=people, shown=shown)


def status_facts(sums: Sums, people: int, waiting: int, language: Language) -> list[Fact]:
    """Sums of the selection, with the about sign where a number in it is rounded; else people."""
    if sums.cells > 1:
        facts = _sum_facts(sums, language)
    else:
        facts = [Fact(language.say_many("{count} person", "{count} people", people))]
    if waiting:
        words = language.say_many("Saving {count} entry", "Saving {count} entries", waiting)
        facts.append(Fact(words))
    return facts


def _sum_facts(sums: Sums, language: Language) -> list[Fact]:
    cells = Fact(language.say_many("{count} cell selected", "{count} cells selected", sums.cells))
    if not sums.count:
        return [cells]
    about = "≈ " if sums.rounded else ""
    return [
        Fact(language.say("Sum"), f"{about}{language.number(sums.total)}"),
        Fact(language.say("Average"), f"{about}{language.number(sums.mean)}"),
        Fact(language.say("Count"), language.number(sums.count)),
        cells,
    ]
