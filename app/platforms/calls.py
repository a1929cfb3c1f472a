"""What goes out over the net and what comes back, as plain values; tokens stay wrapped in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from app.platforms.limits import read_date
from app.platforms.secret import Secret


@dataclass(frozen=True, slots=True)
class Call:
    """One request: a GET, or a POST where it has a form. A token goes into a header or the form.

    `path` begins with a slash; names in it and in `query` are those of accounts, nothing else.
    """

    path: str
    query: Sequence[tuple[str, str]] = ()
    form: Mapping[str, str | Secret] | None = None
    bearer: Secret | None = None
    headers: Mapping[str, Secret] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, whole. Names of headers are in lower case; `received` is by our own clock."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    received: datetime

    @property
    def skew(self) -> timedelta:
        """How far the server's clock is ahead of ours, by its Date header."""
        said = read_date(self.headers.get("date", ""))
        return timedelta() if said is None else said - self.received.astimezone(UTC)

    @property
    def is_page(self) -> bool:
        """A page for people stands where data should."""
        kind = self.headers.get("content-type", "").lower()
        return "html" in kind or self.body.lstrip()[:1] == b"<"


class Trouble(StrEnum):
    """Why no answer came back. The value is the code that is logged."""

    CONNECT = "connect"
    CERTIFICATE = "certificate"
    TIMEOUT = "timeout"
    CUT = "cut"
    """The connection broke, or less came than was announced."""
    TOO_BIG = "too_big"
    ADDRESS = "address"
    """Not https, or a host that is not on the list: nothing was sent."""


class CallFailed(Exception):
    """No answer. It carries nothing of the request, so that no text of it can show a token."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
