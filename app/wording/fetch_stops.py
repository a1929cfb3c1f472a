"""Stops of which the code tells more than the state: what exactly to do about them."""

from collections.abc import Mapping

from app.domain.fetched import FetchState
from app.domain.platform import Platform
from app.wording.language import Language, Words


def stop_of_code(platform: Platform, state: FetchState, code: str, language: Language) -> str:
    """Why a platform cannot be asked, and what to do; empty where the code says nothing special."""
    number, _, detail = code.partition("/")
    words = _BY_CODE.get(code)
    if number == "190":
        words = _TOKENS.get(detail)
    elif words is None and state is FetchState.NEEDS_PERMISSION and detail:
        words = _BY_CODE["permission"]
    if words is None:
        return ""
    return words(language.say).format(
        platform=platform.name_shown, permission=detail, name=platform.name
    )


_BY_CODE: Mapping[str, Words] = {
    "permission": lambda say: say(
        "{platform} refuses: the permission {permission} is missing. Nothing that was read is lost. "
        "The help says step by step what to arrange."
    ),
    "address": lambda say: say(
        "The address that is set for {platform} is not a secure one (https). Correct it; nothing was "
        "sent."
    ),
    "100/app_secret": lambda say: say(
        "{platform} asks for the app secret with each call. Whoever looks after this computer puts it into "
        "the environment variable GAUNG_{name}_APP_SECRET; then start Gaung again and continue."
    ),
    "368": lambda say: say(
        "{platform} has blocked the office's app because of its rules. Look for a notice there before "
        "you continue; nothing that was read is lost."
    ),
}

_TOKENS: Mapping[str, Words] = {
    "458": lambda say: say(
        "The token for {platform} is void: the app was removed from the account that made it. Allow "
        "the app again, then enter a new token in the settings."
    ),
    "459": lambda say: say(
        "Facebook wants to check the account that made the token. Log in at facebook.com and follow "
        "what it says, then continue; a new token would not help."
    ),
    "460": lambda say: say(
        "The token for {platform} is void since the password of its account was changed. Enter a new "
        "one in the settings."
    ),
    "463": lambda say: say(
        "The token for {platform} has expired. Enter a new one in the settings."
    ),
    "464": lambda say: say(
        "The account that made the token is not confirmed at Facebook. Log in at facebook.com and "
        "confirm it, then continue; a new token would not help."
    ),
    "467": lambda say: say(
        "The token for {platform} is void since its account logged out. Enter a new one in the "
        "settings."
    ),
    "492": lambda say: say(
        "The account that made the token has no role on the office's page any more. Give it one, then "
        "enter a new token in the settings."
    ),
}
