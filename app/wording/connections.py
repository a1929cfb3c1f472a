"""Words for tokens: where one is kept, until when it holds, and what a test of it found."""

from collections.abc import Mapping
from datetime import date

from app.domain.credential import Kept, expires_soon
from app.domain.fetched import Connection
from app.domain.platform import Platform
from app.wording.fetching import stop_sentence
from app.wording.language import Language, Words

_KEPT: Mapping[Kept, Words] = {
    Kept.KEYRING: lambda say: say("A token is kept in the secret store of this computer."),
    Kept.SESSION: lambda say: say("A token is kept until Gaung is closed."),
    Kept.ENVIRONMENT: lambda say: say("A token was handed in by whoever started Gaung."),
}


def kept_words(kept: Kept | None, expires_on: date | None, today: date, language: Language) -> str:
    """Where the token is and until when it holds, in whole sentences."""
    say = language.say
    if kept is None:
        return say("No token yet.")
    words = _KEPT[kept](say)
    if expires_on is None:
        return words
    return f"{words} {expiry_sentence(expires_on, today, language)}"


def expiry_sentence(expires_on: date, today: date, language: Language) -> str:
    """Until when, and what to do where that is soon."""
    say, day = language.say, language.date(expires_on)
    if expires_on < today:
        return say("It expired on {day}: enter a new one.").format(day=day)
    if expires_soon(expires_on, today):
        return say("It expires on {day}: arrange a new one now.").format(day=day)
    return say("It holds until {day}.").format(day=day)


def connection_words(platform: Platform, found: Connection, language: Language) -> str:
    """Whom the token speaks for, what it may do, until when; or why it does not work."""
    say = language.say
    if found.stop is not None:
        return stop_sentence(platform, found.stop.state, found.stop.code, language)
    parts = [say("The connection works.")]
    if found.account:
        parts = [say("Connected as {account}.").format(account=found.account)]
    if found.permissions:
        listed = ", ".join(found.permissions)
        parts.append(say("It may: {permissions}.").format(permissions=listed))
    if found.missing:
        listed = ", ".join(found.missing)
        parts.append(say("Missing: {permissions}.").format(permissions=listed))
    if found.expires is not None:
        day = language.date(found.expires.date())
        parts.append(say("It holds until {day}.").format(day=day))
    return " ".join(parts)
