"""What keeps a fetch from asking anybody, as far as a person can act on it."""

from dataclasses import dataclass

from app.domain.errors import AppError
from app.domain.fetched import FetchState
from app.domain.platform import Platform


class NotInSample(AppError):
    """The invented office asks no platform: its accounts may be those of real people."""


@dataclass(eq=False)
class PlatformBarred(AppError):
    """A platform may not be asked; `code` says why (`domain.fetched`)."""

    platform: Platform
    state: FetchState
    code: str


@dataclass(eq=False)
class ReadByHand(AppError):
    """The platform has no official way to read the followers of somebody else."""

    platform: Platform


@dataclass(eq=False)
class Offline(AppError):
    """No platform was reached; `code` says what stood in the way (`domain.fetched`)."""

    code: str


@dataclass(eq=False)
class TokenUnreadable(AppError):
    """What was entered can be no token."""

    platform: Platform
