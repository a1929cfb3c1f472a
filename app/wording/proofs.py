"""Words for the check of a report: its outcome, and each cell that differs."""

from collections.abc import Mapping, Sequence

from app.domain.column_letters import column_letters
from app.domain.proof import SheetProof, day_of
from app.domain.proof_check import Difference, DifferenceKind
from app.domain.written_report import WrittenReport
from app.wording.counts import quotable
from app.wording.language import Language, Words

_WHERE: Mapping[DifferenceKind, Words] = {
    DifferenceKind.ROW_GONE: lambda say: say("Row {row} is missing"),
    DifferenceKind.ROW_ADDED: lambda say: say("Row {row} was added"),
    DifferenceKind.SHEET_GONE: lambda say: say("The sheet is missing or hidden"),
    DifferenceKind.SHEET_ADDED: lambda say: say("The sheet was added"),
    DifferenceKind.SHEETS_MOVED: lambda say: say("The sheets stand in another order"),
    DifferenceKind.FACT: lambda say: say("Facts on the hidden sheet"),
}


def place_words(found: Difference, language: Language) -> str:
    """Which cell, such as C12; or what else is not as it was."""
    if found.kind is DifferenceKind.CELL:
        return f"{column_letters(found.column)}{found.row + 1}"
    return _WHERE[found.kind](language.say).format(row=language.number(found.row + 1))


def before_words(found: Difference, language: Language) -> str:
    """What the program wrote there, where that is kept."""
    if found.kind not in (DifferenceKind.CELL, DifferenceKind.FACT):
        return ""
    if found.before is None:
        return language.say("(not kept)")
    return value_words(found.before, language)


def now_words(found: Difference, language: Language) -> str:
    """What stands there now."""
    if found.kind is DifferenceKind.FACT:
        return language.say("(changed)")
    return value_words(found.now, language) if found.kind is DifferenceKind.CELL else ""


def value_words(value: str, language: Language) -> str:
    """A canonical cell as a person reads it."""
    kind, text = value[:1], value[1:]
    if not kind:
        return language.say("(empty)")
    day = day_of(text) if kind == "d" else None
    if day is not None:
        return f"{day:%d-%m-%Y}"
    if kind == "n" and text.lstrip("-").isdigit():
        return language.number(int(text))
    if kind == "n" and language.code == "id":
        return text.replace(".", ",")
    return text


_MOST_PLACES = 6
"""Named of those that a proof leaves out; of a long column one place names all."""


def uncovered_facts(sheets: Sequence[SheetProof], language: Language) -> list[tuple[str, str]]:
    """One fact about the cells that a proof leaves out, with their places; none where all count."""
    runs = [(sheet.name, run) for sheet in sheets for run in sheet.uncovered]
    if not runs:
        return []
    places = []
    for name, run in runs[:_MOST_PLACES]:
        letters = column_letters(run.column)
        last = f":{letters}{run.last + 1}" if run.cells > 1 else ""
        places.append(f"{name} {letters}{run.first + 1}{last}")
    places += ["…"] if len(runs) > _MOST_PLACES else []
    words = language.say_many(
        "{count} cell with a formula",
        "{count} cells with formulas",
        sum(run.cells for _, run in runs),
    )
    return [(language.say("Not covered"), f"{words}: {', '.join(places)}")]


def outcome_words(
    number: int, language: Language, *, more: bool, uncovered: int = 0
) -> tuple[str, str]:
    """The sentence in bold, and what it means; nothing is known of `uncovered` cells."""
    say = language.say
    if not number and uncovered:
        return say("It agrees."), language.say_many(
            "Every other cell holds what Gaung wrote; {count} cell with a formula is not covered.",
            "Every other cell holds what Gaung wrote; {count} cells with formulas are not covered.",
            uncovered,
        )
    if not number:
        return say("It agrees."), say("Every cell holds what Gaung wrote.")
    if more:
        return say("It does not agree."), language.say_many(
            "More than {count} difference was found.",
            "More than {count} differences were found.",
            number,
        )
    return say("It does not agree."), language.say_many(
        "{count} difference was found.", "{count} differences were found.", number
    )


def written_words(written: WrittenReport | None, language: Language) -> str:
    """By whom and when a report was written, where this office knows of it."""
    if written is None:
        return language.say("not known in this office")
    say = language.say
    day, time = language.date(written.at.date()), language.clock(written.at)
    who = quotable(written.by or written.os_user) or say("somebody")
    text = say("by {who} on {date} at {time}, as {file}")
    return text.format(who=who, date=day, time=time, file=" ".join(written.path.name.split()))


def state_words(state: str, language: Language) -> str:
    """What became of a written file."""
    return _STATES[state](language.say)


_STATES: Mapping[str, Words] = {
    "same": lambda say: say("as written"),
    "changed": lambda say: say("saved again or changed"),
    "gone": lambda say: say("not there any more"),
}
