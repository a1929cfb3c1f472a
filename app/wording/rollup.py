"""Words for what offices send upwards: how each is there, revisions, why totals moved."""

from collections.abc import Mapping

from app.domain.rollup.development import Move
from app.domain.rollup.merged import Presence
from app.domain.rollup.sending import Sending
from app.wording.language import Language, Words

_PRESENCES: Mapping[Presence, Words] = {
    Presence.USED: lambda say: say("counted"),
    Presence.OTHER_PERIOD: lambda say: say("other period"),
    Presence.LEFT_OUT: lambda say: say("sent for another period only"),
    Presence.MISSING: lambda say: say("has not sent"),
}

_CAME: Mapping[Move, Words] = {
    Move.VERDICT: lambda say: say("Meets the rule now, and did not before"),
    Move.LISTED: lambda say: say("New on the list of an office"),
    Move.OFFICE: lambda say: say("The office was not counted before"),
}

_WENT: Mapping[Move, Words] = {
    Move.VERDICT: lambda say: say("Met the rule before, and does not any more"),
    Move.LISTED: lambda say: say("On the list of no office any more"),
    Move.OFFICE: lambda say: say("The office is not counted now"),
}


def presence_word(presence: Presence, language: Language) -> str:
    """How an office is there, in small letters."""
    return _PRESENCES[presence](language.say)


def came_word(move: Move, language: Language) -> str:
    """Why somebody more qualifies."""
    return _CAME[move](language.say)


def went_word(move: Move, language: Language) -> str:
    """Why somebody less qualifies."""
    return _WENT[move](language.say)


def revision_word(sending: Sending, language: Language) -> str:
    """Which closing of the period it is, or that it is none."""
    if not sending.is_closed:
        return language.say("not closed")
    return language.say("closing {number}").format(number=language.number(sending.revision))
