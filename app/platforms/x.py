"""X: API v2, a hundred accounts a call; locked until the office states that X approved its use.

Reference: platform-apis.md sections 1.1 and 5. Everything but the count may be missing from an
answer, the order is X's own, and names come back in the case that their owners chose.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from typing_extensions import override

from app.domain.fetched import (
    LOCKED,
    NOT_SET,
    Answer,
    Asked,
    Connection,
    FetchState,
    Quota,
    Stop,
)
from app.domain.handle import HandleKind
from app.domain.platform import Platform
from app.platforms.accounts import sorted_out, well_named, without_value
from app.platforms.asking import Again, Asker, Opened, Outcome, Read, Refused, opened
from app.platforms.calls import Call, Reply
from app.platforms.clock import Clock
from app.platforms.http import Door, is_address
from app.platforms.protocol import FollowerSource, Pause
from app.platforms.settings import PlatformSettings
from app.platforms.x_answers import Found, judge_refusal, read_users, refused_names
from app.platforms.x_batches import MOST, by_id, x_batches

_ID = re.compile(r"[0-9]{1,19}")
_NAME = re.compile(r"[a-z0-9_]{1,15}")
_SOMEBODY = "xdevelopers"
"""Asked for when the connection is tested: X has no call that names the owner of an app's token."""


class X(FollowerSource):
    """Asks by stored ids where there are any, since they survive renames; by name otherwise."""

    def __init__(self, settings: PlatformSettings, clock: Clock) -> None:
        self._settings = settings.x
        door = Door([settings.x.url], settings.times, clock)
        self._asker = Asker(door, settings.x.url, clock)

    @property
    @override
    def platform(self) -> Platform:
        return Platform.X

    @property
    @override
    def quota(self) -> Quota:
        return Quota(300 * MOST, timedelta(minutes=15))

    @override
    def barred(self) -> Stop | None:
        if not self._settings.approved:
            return Stop(FetchState.NEEDS_PERMISSION, None, LOCKED)
        if not is_address(self._settings.url):
            return Stop(FetchState.UNEXPECTED, None, "address")
        return None if self._settings.token else Stop(FetchState.TOKEN, None, NOT_SET)

    @override
    def check(self, asked: Asked) -> FetchState | None:
        text = asked.handle.text
        shape = _ID if asked.handle.kind is HandleKind.ID else _NAME
        good = well_named(asked, self.platform) and shape.fullmatch(text)
        return None if good else FetchState.INVALID_HANDLE

    @override
    def batches(self, asked: Sequence[Asked]) -> Sequence[Sequence[Asked]]:
        return x_batches(asked)

    @override
    def fetch(self, batch: Sequence[Asked], pause: Pause) -> Answer:
        barred = self.barred()
        if barred is not None:
            return Answer(stop=barred)
        left, done = sorted_out(batch, self.check)
        calls = 0
        while left:
            ids = all(by_id(one) for one in left)
            outcome = self._ask(left, pause, ids=ids)
            calls += outcome.calls
            if not isinstance(outcome.verdict, Read):
                rest = without_value(left, outcome.verdict, calls)
                return Answer((*done, *rest.results), rest.stop, calls)
            found = outcome.verdict.value
            done += found.results
            # By name a renamed account is not found; where its id is known, that is asked once more.
            left = list(found.again)
        return Answer(tuple(done), None, calls)

    @override
    def test(self, pause: Pause) -> Connection:
        barred = self.barred()
        if barred is not None:
            return Connection(stop=barred)
        call = self._call((("usernames", _SOMEBODY),), ids=False)
        verdict = self._asker.ask(call, _judge_any, pause).verdict
        if isinstance(verdict, Refused):
            return Connection(stop=Stop(verdict.state, None, verdict.code))
        return Connection(stop=verdict if isinstance(verdict, Stop) else None)

    def _ask(self, batch: Sequence[Asked], pause: Pause, *, ids: bool) -> Outcome[Found]:
        def judge(reply: Reply) -> Read[Found] | Refused | Again | Stop:
            body = opened(reply)
            if not isinstance(body, Opened):
                return body
            if reply.status == 200:
                return Read(read_users(batch, body.value, ids=ids))
            dropped = refused_names(batch, reply.status, body.value)
            return Read(dropped) if dropped else judge_refusal(reply, body.value)

        names = ",".join((by_id(one) if ids else one.handle.text) or "" for one in batch)
        call = self._call((("ids" if ids else "usernames", names),), ids=ids)
        return self._asker.ask(call, judge, pause)

    def _call(self, query: Sequence[tuple[str, str]], *, ids: bool) -> Call:
        path = "/2/users" if ids else "/2/users/by"
        fields = ("user.fields", "public_metrics")
        return Call(path, (*query, fields), bearer=self._settings.token)


def _judge_any(reply: Reply) -> Read[None] | Refused | Again | Stop:
    body = opened(reply)
    if not isinstance(body, Opened):
        return body
    return Read(None) if reply.status == 200 else judge_refusal(reply, body.value)
