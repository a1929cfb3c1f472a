"""What the status bar says of the selected cells, the same on every page."""

from app.ui.shell.page import Fact
from app.ui.table.column import Sums
from app.wording.language import Language


def sum_facts(sums: Sums, language: Language) -> list[Fact]:
    """Sum, average and count, with the about sign where a number in them is rounded.

    Nothing while a single cell or row is selected: it says its number itself.
    """
    if max(sums.rows, 0 if sums.rows else sums.cells) < 2:
        return []
    if sums.rows:
        chosen = language.say_many("{count} row selected", "{count} rows selected", sums.rows)
    else:
        chosen = language.say_many("{count} cell selected", "{count} cells selected", sums.cells)
    if not sums.count:
        return [Fact(chosen)]
    about = "≈ " if sums.rounded else ""
    summed = " ".join(filter(None, (language.say("Sum"), sums.heading)))
    return [
        Fact(summed, f"{about}{language.number(sums.total)}"),
        Fact(language.say("Average"), f"{about}{language.number(sums.mean)}"),
        Fact(language.say("Count"), language.number(sums.count)),
        Fact(chosen),
    ]
