"""What a platform answers when it is asked how many followers accounts have.

Only `FetchState.OK` carries a count: every other state is "not known yet", never 0 and never
"below". Reference: platform-apis.md section 7.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.count import Interval
from app.domain.handle import Handle

OFFLINE = "connect"
"""The code of a `Stop`: no connection came about; nothing was asked."""
SIGN_IN_PAGE = "sign_in_page"
"""The code of a `Stop`: the network answered in the platform's place, as the Wi-Fi of a hotel does."""
UNTRUSTED = "certificate"
"""The code of a `Stop`: whoever answered could not prove to be the platform."""
LOCKED = "locked"
"""The code of a `Stop`: the office has not stated yet that it holds the platform's approval."""
NOT_SET = "not_set"
"""The code of a `Stop`: no token, or no account of the office, is stored."""


class FetchState(StrEnum):
    """What is known of one account after it was asked for; the same for all platforms."""

    OK = "ok"
    HIDDEN = "hidden"
    """The owner hides the number (YouTube)."""
    NOT_READABLE = "not_readable"
    """Personal, private, or not there: the platform does not tell which."""
    NOT_FOUND = "not_found"
    SUSPENDED = "suspended"
    INVALID_HANDLE = "invalid_handle"
    """Known without asking: no account of the platform can have this name."""
    UNRESOLVABLE_LINK = "unresolvable_link"
    """Known without asking: a short link, a post, a group."""
    NEEDS_PERMISSION = "needs_permission"
    TOKEN = "token"  # noqa: S105 a state, no password
    OUT_OF_CREDIT = "out_of_credit"
    RATE_LIMITED = "rate_limited"
    TEMPORARY = "temporary"
    """The platform or the way to it is out of order: the same may succeed later."""
    NO_ANSWER = "no_answer"
    """The platform answered, and said nothing about this account."""
    UNEXPECTED = "unexpected"
    """The answer has no shape that is known."""

    @property
    def again(self) -> bool:
        """Whether asking once more, with nothing changed, may succeed."""
        return self in _AGAIN


_AGAIN = frozenset((FetchState.RATE_LIMITED, FetchState.TEMPORARY, FetchState.NO_ANSWER))


@dataclass(frozen=True, slots=True)
class Asked:
    """An account to ask for. `platform_id`: the platform's own id of it, which survives renames."""

    handle: Handle
    platform_id: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back for one account.

    `platform_id` is the id to keep for the next time. `code` says more for the log ("190/463",
    "http 404"); it never holds text that came over the net.
    """

    asked: Asked
    state: FetchState
    count: Interval | None = None
    platform_id: str | None = None
    code: str = ""

    def __post_init__(self) -> None:
        if (self.state is FetchState.OK) != (self.count is not None):
            raise ValueError("a count belongs to OK, and to nothing else")


@dataclass(frozen=True, slots=True)
class Stop:
    """The platform cannot be asked any more for now. `until` None: until a person does something."""

    state: FetchState
    until: datetime | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one batch gave: accounts without a result stay as they were. `calls` counts requests."""

    results: tuple[Fetched, ...] = ()
    stop: Stop | None = None
    calls: int = 0


@dataclass(frozen=True, slots=True)
class Quota:
    """What may be planned: so many accounts within so long."""

    accounts: int
    within: timedelta


@dataclass(frozen=True, slots=True)
class Connection:
    """What a test of the connection found.

    `account` is whom the token speaks for, as the platform names it. `permissions` it has,
    `missing` it lacks. `expires` None: never, or the platform does not say.
    """

    account: str = ""
    permissions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    expires: datetime | None = None
    stop: Stop | None = None

    @property
    def works(self) -> bool:
        """Nothing stands in the way of a fetch."""
        return self.stop is None and not self.missing
