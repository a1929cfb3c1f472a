"""Says that the office has not said its name yet, and where it does."""

from collections.abc import Callable

from app.domain.office import Office
from app.ui.parts.strip import Answer, Mood, Strip
from app.wording.language import Language


def warn_of_missing_identity(
    strip: Strip, office: Office, language: Language, open_settings: Callable[[], None]
) -> None:
    """Fills or clears the strip above the page; nobody is stopped from writing."""
    if office.is_named:
        strip.clear()
        return
    say = language.say
    strip.say(
        Mood.WARNING,
        say("The office has no name yet."),
        say("The report can be written, without a letterhead."),
        [Answer(say("Open Settings"), open_settings, icon="settings")],
    )
