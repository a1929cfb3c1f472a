"""Sentences for what keeps a fetch from asking anybody."""

from app.domain.errors import AppError
from app.domain.fetch_errors import (
    NotInSample,
    Offline,
    PlatformBarred,
    ReadByHand,
    TokenUnreadable,
)
from app.wording.fetching import by_hand_sentence, no_way_sentence, stop_sentence
from app.wording.language import Language


def not_in_sample(language: Language) -> str:
    """Why the invented office fetches nothing."""
    return language.say(
        "The invented sample office asks no platform: its accounts may belong to real people. "
        "Nothing was changed. Open your own office first."
    )


def fetch_error_sentence(error: AppError, language: Language) -> str | None:
    """The whole sentence; None for a failure of another kind."""
    say = language.say
    if isinstance(error, NotInSample):
        return not_in_sample(language)
    if isinstance(error, PlatformBarred):
        reason = stop_sentence(error.platform, error.state, error.code, language)
        return say("{reason} Nothing was asked.").format(reason=reason)
    if isinstance(error, ReadByHand):
        reason = by_hand_sentence(error.platform, language)
        return say("{reason} Nothing was asked.").format(reason=reason)
    if isinstance(error, TokenUnreadable):
        return say(
            "What was entered is no token of {platform}. Nothing was changed. Copy the token once more, "
            "whole and without spaces."
        ).format(platform=error.platform.name_shown)
    if isinstance(error, Offline):
        reason = no_way_sentence(error.code, language)
        return say("{reason} Nothing was lost: fetch again when the way is open.").format(
            reason=reason
        )
    return None
