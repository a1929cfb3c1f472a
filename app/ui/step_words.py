"""What the status bar says after a step back or forth."""

from app.services.undoing import TakenBack
from app.wording.language import Language


def undone_words(taken: TakenBack, language: Language) -> str:
    """After Ctrl+Z; who was edited since is named."""
    if taken.kept:
        words = language.say("Undone, except for {names}, edited since")
        return words.format(names=", ".join(taken.kept))
    return language.say("Undone")


def redone_words(taken: TakenBack, language: Language) -> str:
    """After Ctrl+Y; who was edited since is named."""
    if taken.kept:
        words = language.say("Done again, except for {names}, edited since")
        return words.format(names=", ".join(taken.kept))
    return language.say("Done again")
