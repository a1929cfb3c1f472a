"""Words for fetching: what a platform said of an account, why it is not asked, and what to do.

Only a count is a number: everything else is "not known yet", never 0 and never "too few".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.fetch_plan import LeftOut
from app.domain.fetched import (
    LOCKED,
    NOT_SET,
    OFFLINE,
    SIGN_IN_PAGE,
    UNTRUSTED,
    FetchState,
)
from app.domain.platform import Platform
from app.wording.fetch_stops import stop_of_code
from app.wording.language import Language, Words


@dataclass(frozen=True, slots=True)
class _State:
    """`next` is what to do about it; None where there is nothing to do."""

    word: Words
    next: Words | None


_STATES: Mapping[FetchState, _State] = {
    FetchState.OK: _State(lambda say: say("Counted"), None),
    FetchState.HIDDEN: _State(
        lambda say: say("The owner hides the number"),
        lambda say: say("Ask the person for the number, or to show it."),
    ),
    FetchState.NOT_READABLE: _State(
        lambda say: say("Personal, private, or not there: the platform does not tell which"),
        lambda say: say("Ask the person, with a picture of the profile, and record it by hand."),
    ),
    FetchState.NOT_FOUND: _State(
        lambda say: say("No such account"),
        lambda say: say("Check the name of the account with the person."),
    ),
    FetchState.SUSPENDED: _State(
        lambda say: say("The platform has suspended the account"),
        lambda say: say("Ask the person whether there is another account."),
    ),
    FetchState.INVALID_HANDLE: _State(
        lambda say: say("No account of this platform can have such a name"),
        lambda say: say("Correct the name of the account."),
    ),
    FetchState.UNRESOLVABLE_LINK: _State(
        lambda say: say("The link names no account"),
        lambda say: say("Open the link and copy the address of the profile."),
    ),
    FetchState.NEEDS_PERMISSION: _State(
        lambda say: say("The platform has not given the office permission for this"),
        lambda say: say("The settings tell, under Platforms, what the office must arrange."),
    ),
    FetchState.TOKEN: _State(
        lambda say: say("The platform does not accept the token any more"),
        lambda say: say("Enter a new token in the settings, then fetch again."),
    ),
    FetchState.OUT_OF_CREDIT: _State(
        lambda say: say("The credit of the office at this platform is used up"),
        lambda say: say("Buy credit at the platform, then fetch again."),
    ),
    FetchState.RATE_LIMITED: _State(
        lambda say: say("Waits: the platform allows no more for now"),
        lambda say: say("Fetch again when the pause is over; nothing is lost."),
    ),
    FetchState.TEMPORARY: _State(
        lambda say: say("The platform or the way to it was out of order"),
        lambda say: say("Fetch again later; nothing is lost."),
    ),
    FetchState.NO_ANSWER: _State(
        lambda say: say("The platform said nothing about the account"),
        lambda say: say("Fetch again; if it stays so, ask the person."),
    ),
    FetchState.UNEXPECTED: _State(
        lambda say: say("The answer of the platform could not be understood"),
        lambda say: say("Fetch again; if it stays so, tell whoever looks after the program."),
    ),
}

_NO_WAY: Mapping[str, Words] = {
    OFFLINE: lambda say: say("There is no connection to the internet."),
    SIGN_IN_PAGE: lambda say: say(
        "The network answers with a page of its own. Sign in to the Wi-Fi first, in a browser; if it "
        "stays so, the office's network may block the platform: ask whoever looks after it."
    ),
    UNTRUSTED: lambda say: say(
        "Whoever answered could not prove to be the platform. Ask whoever looks after the network."
    ),
}

_STOPS: Mapping[str, Words] = {
    LOCKED: lambda say: say(
        "Locked: the office must first state that it holds the written approval of {platform}."
    ),
    NOT_SET: lambda say: say("The office has not entered a token for {platform} yet."),
}

_LEFT_OUT: Mapping[LeftOut, Words] = {
    LeftOut.NO_CONSENT: lambda say: say("consent is not recorded"),
    LeftOut.REFUSED: lambda say: say("refused or withdrew consent"),
    LeftOut.NO_NAME: lambda say: say("no account can be told from what is written"),
    LeftOut.UNUSABLE: lambda say: say("the platform cannot be asked about this name"),
    LeftOut.ANSWERED: lambda say: say("answered already within a day"),
}

_BY_HAND: Mapping[Platform, Words] = {
    Platform.TIKTOK: lambda say: say(
        "TikTok lets only researchers read the followers of others, no government office: they are "
        "recorded by hand."
    ),
    Platform.THREADS: lambda say: say(
        "Threads lets nobody read the followers of accounts with fewer than 100, and others only "
        "after a review of the app: they are recorded by hand."
    ),
}


def state_word(state: FetchState, language: Language) -> str:
    """What the platform said, for a list; without a full stop."""
    return _STATES[state].word(language.say)


def next_step(state: FetchState, language: Language) -> str:
    """What to do about it; empty for a count."""
    step = _STATES[state].next
    return "" if step is None else step(language.say)


def stop_sentence(platform: Platform, state: FetchState, code: str, language: Language) -> str:
    """Why a platform cannot be asked, and what to do."""
    if code in _NO_WAY:
        return no_way_sentence(code, language)
    known = _STOPS.get(code)
    if known is not None:
        return known(language.say).format(platform=platform.name_shown)
    told = stop_of_code(platform, state, code, language)
    if told:
        return told
    words = language.say("{platform}: {reason}. {step}")
    return words.format(
        platform=platform.name_shown,
        reason=state_word(state, language),
        step=next_step(state, language),
    )


def no_way_sentence(code: str, language: Language) -> str:
    """Why no platform was reached at all."""
    return _NO_WAY[code](language.say)


def left_out_word(why: LeftOut, language: Language) -> str:
    """Why an account is not asked about, behind a number of them."""
    return _LEFT_OUT[why](language.say)


def by_hand_sentence(platform: Platform, language: Language) -> str:
    """Why the counts of a platform are recorded by hand.

    Raises:
        KeyError: a platform that can be asked.
    """
    return _BY_HAND[platform](language.say)
