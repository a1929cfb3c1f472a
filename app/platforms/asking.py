"""Asks until there is an answer that helps: what is tried again, how often, and when to give up.

Each client judges an answer of its platform; what is the same for all is judged here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from app.domain.fetched import OFFLINE, SIGN_IN_PAGE, UNTRUSTED, FetchState, Stop
from app.platforms.calls import Call, CallFailed, Reply, Trouble
from app.platforms.clock import Clock
from app.platforms.http import Door
from app.platforms.limits import come_again, used_up
from app.platforms.pace import Pace
from app.platforms.protocol import Pause
from app.platforms.strict_json import NotStrict, read_json

T = TypeVar("T")

_RETRIES = 3
_TOO_OFTEN = 2
"""So many calls in a row without any answer, each tried again, and the platform is left alone."""
_WAIT_UNTOLD = timedelta(minutes=1)
"""How long a refusal lasts that does not say how long."""


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """The answer, understood."""

    value: T


@dataclass(frozen=True, slots=True)
class Refused:
    """What is said of every account that was asked for in one call."""

    state: FetchState
    code: str


@dataclass(frozen=True, slots=True)
class Again:
    """Worth another try. `state` is what remains if none of them helps."""

    code: str
    state: FetchState = FetchState.TEMPORARY
    most: int = _RETRIES


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of it in the end, and how many requests it took."""

    verdict: Read[T] | Refused | Stop
    calls: int


class Asker:
    """Asks one host."""

    def __init__(self, door: Door, base: str, clock: Clock) -> None:
        self._door = door
        self._base = base
        self._clock = clock
        self._unanswered = 0

    @property
    def pace(self) -> Pace:
        """How fast the host is asked."""
        return self._door.pace(self._base)

    @property
    def closed(self) -> Stop | None:
        """The limit that the host named and that is not over yet."""
        until = self.pace.closed_until
        return None if until is None else Stop(FetchState.RATE_LIMITED, until, "limit")

    def ask(
        self, call: Call, judge: Callable[[Reply], Read[T] | Refused | Again | Stop], pause: Pause
    ) -> Outcome[T]:
        """Sends the call, and again where that helps.

        Raises:
            Cancelled: out of `pause`.
        """
        closed = self.closed
        if closed is not None:
            return Outcome(closed, 0)
        calls = 0
        while True:
            verdict = self._once(call, judge, pause)
            calls += 1
            if not isinstance(verdict, Again):
                self._unanswered = 0
                self._keep_pace(verdict)
                return Outcome(verdict, calls)
            self.pace.had_trouble()
            if calls > verdict.most:
                return Outcome(self._given_up(verdict), calls)

    def _once(
        self, call: Call, judge: Callable[[Reply], Read[T] | Refused | Again | Stop], pause: Pause
    ) -> Read[T] | Refused | Again | Stop:
        try:
            reply = self._door.send(self._base, call, pause)
        except CallFailed as failed:
            return _AFTER[failed.trouble]
        verdict = judge(reply)
        if used_up(reply.headers) and not isinstance(verdict, Stop):
            until = come_again(reply.headers, self._clock.now(), reply.skew)
            if until is not None:
                self.pace.close(until)
        return verdict

    def _keep_pace(self, verdict: Read[T] | Refused | Stop) -> None:
        if isinstance(verdict, Stop) and verdict.until is not None:
            self.pace.had_trouble()
            self.pace.close(verdict.until)
        else:
            self.pace.went_well()

    def _given_up(self, again: Again) -> Refused | Stop:
        self._unanswered += 1
        if again.code == OFFLINE or self._unanswered >= _TOO_OFTEN:
            return Stop(again.state, None, again.code)
        return Refused(again.state, again.code)


_AFTER: Mapping[Trouble, Again | Refused | Stop] = {
    Trouble.CONNECT: Again(OFFLINE, most=1),
    Trouble.CERTIFICATE: Stop(FetchState.TEMPORARY, None, UNTRUSTED),
    Trouble.TIMEOUT: Again("timeout", most=1),
    Trouble.CUT: Again("cut"),
    Trouble.TOO_BIG: Refused(FetchState.UNEXPECTED, "too_big"),
    Trouble.ADDRESS: Stop(FetchState.UNEXPECTED, None, "address"),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The body of an answer; `value` None where a refusal has none that can be read."""

    value: object


def opened(reply: Reply) -> Opened | Again | Stop:
    """What stands in the answer, unless something other than the platform answered."""
    if 300 <= reply.status < 400 or reply.status == 511:
        return Stop(FetchState.TEMPORARY, None, SIGN_IN_PAGE)
    good = 200 <= reply.status < 300
    if reply.is_page:
        # Platforms refuse in JSON; a page that refuses is that of the office's own gateway.
        ours = good or reply.status in _GATEWAY
        return Stop(FetchState.TEMPORARY, None, SIGN_IN_PAGE) if ours else Opened(None)
    try:
        return Opened(read_json(reply.body))
    except NotStrict:
        return Again("json", FetchState.UNEXPECTED) if good else Opened(None)


def by_status(reply: Reply, detail: str = "") -> Refused | Again | Stop:
    """What a refusal means by its number alone, which is the same everywhere."""
    code = f"http {reply.status} {detail}".rstrip()
    if reply.status >= 500:
        return Again(code)
    if reply.status == 429:
        return Stop(FetchState.RATE_LIMITED, limit_ends(reply), code)
    state = _STOPPING.get(reply.status)
    return Refused(FetchState.UNEXPECTED, code) if state is None else Stop(state, None, code)


def limit_ends(reply: Reply) -> datetime:
    """When a host that refuses for its limits may be asked again."""
    told = come_again(reply.headers, reply.received, reply.skew)
    return reply.received + _WAIT_UNTOLD if told is None else told


_GATEWAY = frozenset((401, 403, 407, 451))
_STOPPING = {
    401: FetchState.TOKEN,
    402: FetchState.OUT_OF_CREDIT,
    403: FetchState.NEEDS_PERMISSION,
}
