"""Meta's Graph API as Instagram and Facebook both need it: many look-ups in one request.

Reference: platform-apis.md sections 2 and 4. The token stands in the form of the request, never in
its address. A batch saves round trips; every look-up in it is counted by Meta by itself.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.fetched import NOT_SET, FetchState, Stop
from app.platforms.asking import Again, Asker, Opened, Read, Refused, opened
from app.platforms.calls import Call, Reply
from app.platforms.clock import Clock
from app.platforms.http import Door, is_address
from app.platforms.limits import meta_usage
from app.platforms.meta_errors import judge_error
from app.platforms.protocol import Pause
from app.platforms.secret import Secret
from app.platforms.settings import MetaSettings, Times
from app.platforms.strict_json import NotStrict, number_in, part, read_json

MOST = 50
"""Look-ups in one request; one more and Meta refuses them all."""

_TRIES = 4
_NEAR, _FULL = 75.0, 95.0
_SLOWEST = 30.0
_LIMIT_UNTOLD = timedelta(minutes=60)
_VERSION = re.compile(r"v[0-9]{1,3}\.[0-9]{1,2}")

Item = Opened | Refused
"""What one look-up gave: a body, or what is said of its account."""


@dataclass(frozen=True, slots=True)
class GraphAnswer:
    """The look-ups in the order asked; None for one that was not reached before the stop."""

    items: tuple[Item | None, ...]
    stop: Stop | None
    calls: int


class Graph:
    """Asks the Graph with one token."""

    def __init__(self, settings: MetaSettings, times: Times, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._asker = Asker(Door([settings.url], times, clock), settings.url, clock)

    def barred(self) -> Stop | None:
        """Why nothing may be asked."""
        if not is_address(self._settings.url) or not _VERSION.fullmatch(self._settings.version):
            return Stop(FetchState.UNEXPECTED, None, "address")
        if self._settings.token is None:
            return Stop(FetchState.TOKEN, None, NOT_SET)
        return None

    def look_up(self, relative: Sequence[str | Secret], pause: Pause) -> GraphAnswer:
        """Asks for at most fifty relative addresses at once; single ones that failed come again.

        Raises:
            Cancelled: out of `pause`.
        """
        found: list[Item | None] = [None] * len(relative)
        left, calls = list(range(len(relative))), 0
        for last in (False,) * (_TRIES - 1) + (True,):
            outcome = self._asker.ask(self._call([relative[i] for i in left]), self._judge, pause)
            calls += outcome.calls
            verdict = outcome.verdict
            if isinstance(verdict, Stop):
                return GraphAnswer(tuple(found), verdict, calls)
            if isinstance(verdict, Refused) or len(verdict.value) != len(left):
                said = verdict if isinstance(verdict, Refused) else _WRONG_LENGTH
                return GraphAnswer(
                    tuple(said if i in left else one for i, one in enumerate(found)), None, calls
                )
            left, stop = _sorted_in(found, left, verdict.value, last=last)
            if stop is not None:
                if stop.until is not None:
                    self._asker.pace.close(stop.until)
                return GraphAnswer(tuple(found), stop, calls)
            if not left:
                break
            self._asker.pace.had_trouble()
        return GraphAnswer(tuple(found), None, calls)

    def _call(self, relative: Sequence[str | Secret]) -> Call:
        token = self._settings.token
        if token is None:
            raise ValueError("barred")
        form: dict[str, str | Secret] = {
            "access_token": token,
            "include_headers": "false",
            "batch": _batch(relative),
        }
        secret = self._settings.app_secret
        if secret is not None:
            proof = hmac.new(secret.reveal().encode(), token.reveal().encode(), hashlib.sha256)
            form["appsecret_proof"] = Secret(proof.hexdigest())
        return Call(f"/{self._settings.version}/", form=form)

    def _judge(self, reply: Reply) -> Read[list[Item | Again | Stop]] | Refused | Again | Stop:
        ends = self._limit_ends(reply)
        body = opened(reply)
        if not isinstance(body, Opened):
            return body
        if isinstance(body.value, list):
            return Read([_judged_item(item, ends) for item in body.value])
        return judge_error(part(body.value, "error"), reply.status, ends)

    def _limit_ends(self, reply: Reply) -> datetime:
        """Slows down where a limit comes near; says until when one would hold."""
        usage = meta_usage(reply.headers)
        ends = self._clock.now() + (usage.regain or _LIMIT_UNTOLD)
        if usage.percent >= _FULL:
            self._asker.pace.close(ends)
        elif usage.percent >= _NEAR:
            self._asker.pace.slow_down(_SLOWEST * (usage.percent - _NEAR) / (_FULL - _NEAR))
        return ends


def _batch(relative: Sequence[str | Secret]) -> str | Secret:
    """As text; as a secret where one of the addresses is one."""
    asked = [
        {"method": "GET", "relative_url": one.reveal() if isinstance(one, Secret) else one}
        for one in relative
    ]
    text = json.dumps(asked, separators=(",", ":"))
    return Secret(text) if any(isinstance(one, Secret) for one in relative) else text


_WRONG_LENGTH = Refused(FetchState.UNEXPECTED, "length")


def _sorted_in(
    found: list[Item | None],
    left: Sequence[int],
    items: Sequence[Item | Again | Stop],
    *,
    last: bool,
) -> tuple[list[int], Stop | None]:
    """Puts what was answered in its place; gives what is to be asked again, and the first stop."""
    again: list[int] = []
    stop: Stop | None = None
    for index, item in zip(left, items, strict=True):
        if isinstance(item, Stop):
            stop = stop or item
        elif not isinstance(item, Again):
            found[index] = item
        elif last:
            found[index] = Refused(item.state, item.code)
        else:
            again.append(index)
    return again, stop


def _judged_item(item: object, limit_ends: datetime) -> Item | Again | Stop:
    if item is None:
        return Again("null")
    status, text = number_in(item, "code"), part(item, "body")
    if status is None or not isinstance(text, str):
        return Refused(FetchState.UNEXPECTED, "item")
    try:
        body = read_json(text)
    except NotStrict:
        return Again("json", FetchState.UNEXPECTED)
    if status == 200 and part(body, "error") is None:
        return Opened(body)
    return judge_error(part(body, "error"), status, limit_ends)
