"""What the primary button says at each stage, and why it cannot be pressed."""

from dataclasses import dataclass

from app.ui.importing.work import ImportWork, Stage
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class GoWords:
    """`why` stands in the tooltip."""

    words: str
    enabled: bool
    why: str = ""


def go_words(work: ImportWork, language: Language) -> GoWords:
    """The button carries the number of changes."""
    say = language.say
    match work.stage:
        case Stage.READY if work.changes:
            words = language.say_many(
                "Import {count} change", "Import {count} changes", work.changes
            )
            return GoWords(words, True)
        case Stage.READY:
            return GoWords(say("No changes"), False, _why_nothing(work, language))
        case Stage.APPLYING:
            return GoWords(say("Importing…"), False)
        case Stage.APPLIED:
            why = say("This plan has been imported. Change something here to plan again.")
            return GoWords(say("Imported"), False, why)
        case Stage.STOPPED if work.sheets:
            why = say("The comparison was stopped. Press to compare again.")
            return GoWords(say("Compare again"), True, why)
        case _:
            return GoWords(say("Comparing…"), False, say("The rows are still being compared."))


def _why_nothing(work: ImportWork, language: Language) -> str:
    chosen = [one.sheet for one in work.sheets if one.sheet.chosen]
    if not any(sheet.layout.is_roster for sheet in chosen):
        return language.say("No sheet is read: choose a sheet, or click the row with the headings.")
    return language.say("Every row that is read stands in the database already, or is held.")
