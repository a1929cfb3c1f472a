"""The lists of the dialog "Perlu klarifikasi", and what each of them says while it is empty."""

from enum import Enum

from app.ui.parts.empty import EmptyState
from app.ui.theme.theme import Theme
from app.wording.language import Language


class Kind(Enum):
    """Which accounts are listed."""

    OPEN = "open"
    EXCLUDED = "excluded"
    EXPLAINED = "explained"


def nothing_listed(theme: Theme, kind: Kind, language: Language) -> EmptyState:
    """What stands in the place of a list without an account."""
    say = language.say
    sentence, help_line = {
        Kind.OPEN: (
            say("Nothing to look at"),
            say("No count has jumped, or each jump has been looked at."),
        ),
        Kind.EXCLUDED: (
            say("No account is left out"),
            say("An account that is excluded stands here, and can be taken back."),
        ),
        Kind.EXPLAINED: (
            say("Nothing is noted as in order"),
            say("A jump with an innocent reason stands here, and can be taken back."),
        ),
    }[kind]
    return EmptyState(theme, "circle-check", sentence, help_line)
