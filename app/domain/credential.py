"""The tokens and keys that an office holds: which platform wants one, and where it is kept."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from app.domain.platform import Platform

VARIABLES: Mapping[Platform, str] = {
    Platform.INSTAGRAM: "GAUNG_INSTAGRAM_TOKEN",
    Platform.FACEBOOK: "GAUNG_FACEBOOK_TOKEN",
    Platform.X: "GAUNG_X_TOKEN",
    Platform.YOUTUBE: "GAUNG_YOUTUBE_KEY",
}
"""Platforms that answer nobody without a token or key, each with the variable that may hold it."""

WARNED_BEFORE = timedelta(days=14)
"""So long before a token expires there is time to arrange a new one."""


class Kept(StrEnum):
    """Where a token is kept, from the surest place to the one that forgets it first."""

    KEYRING = "keyring"
    """The store of the operating system, for this user of this computer."""
    SESSION = "session"
    """In memory alone: gone when Gaung is closed."""
    ENVIRONMENT = "environment"
    """Handed in by whoever started the program."""


def expires_soon(expires_on: date | None, today: date) -> bool:
    """The day of warning is reached; also when it is over already."""
    return expires_on is not None and today >= expires_on - WARNED_BEFORE
