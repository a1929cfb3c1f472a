"""The page's own sentences: its head and the status bar."""

from datetime import date
from typing import Any

from app.ui.shell.page import Fact
from app.ui.summing import sum_facts
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
    """Sums of the selection; else people."""
    words = language.say_many("{count} person", "{count} people", people)
    facts = sum_facts(sums, language) or [Fact(words)]
    if waiting:
        words = language.say_many("Saving {count} entry", "Saving {count} entries", waiting)
        facts.append(Fact(words))
    return facts
