"""Mastodon: each account at its own server, no key, one account a call, listed servers only.

Reference: platform-apis.md section 6. A server of the fediverse is anybody's computer: only those
that the office put on its list are ever asked, and one that is out of order holds up no other.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from typing_extensions import override

from app.domain.fetched import (
    Answer,
    Asked,
    Connection,
    Fetched,
    FetchState,
    Quota,
    Stop,
)
from app.domain.platform import Platform
from app.platforms.accounts import chunks, well_named
from app.platforms.asking import Again, Asker, Opened, Read, Refused, by_status, opened
from app.platforms.calls import Call, Reply
from app.platforms.clock import Clock
from app.platforms.http import Door, is_address, is_loopback
from app.platforms.protocol import FollowerSource, Pause
from app.platforms.settings import INSTANCE, PlatformSettings
from app.platforms.strict_json import count_in, part, text_in

_PATH = "/api/v1/accounts/lookup"
_SERVER = re.compile(r"[a-z0-9.-]{4,253}")
_ID = re.compile(r"[0-9]{1,30}")
_SOMEBODY = "mastodon"
_REST = timedelta(minutes=5)
"""How long a server is left alone that could not be reached."""


class Mastodon(FollowerSource):
    """Asks the server that stands in the account's own name."""

    def __init__(self, settings: PlatformSettings, clock: Clock) -> None:
        self._url = settings.mastodon.url
        self._servers = settings.mastodon.servers
        self._times = settings.times
        self._clock = clock
        self._askers: dict[str, Asker] = {}
        self._resting: dict[str, Stop] = {}

    @property
    @override
    def platform(self) -> Platform:
        return Platform.MASTODON

    @property
    @override
    def quota(self) -> Quota:
        return Quota(300, timedelta(minutes=5))

    @override
    def barred(self) -> Stop | None:
        good = is_address(self._url.replace(INSTANCE, "mastodon.social"))
        return None if good else Stop(FetchState.UNEXPECTED, None, "address")

    @override
    def check(self, asked: Asked) -> FetchState | None:
        if not well_named(asked, self.platform):
            return FetchState.INVALID_HANDLE
        return None if self._is_listed(_server(asked)) else FetchState.NEEDS_PERMISSION

    @override
    def batches(self, asked: Sequence[Asked]) -> Sequence[Sequence[Asked]]:
        return chunks(asked, 1)

    @override
    def fetch(self, batch: Sequence[Asked], pause: Pause) -> Answer:
        barred = self.barred()
        if barred is not None:
            return Answer(stop=barred)
        results, calls = [], 0
        for asked in batch:
            state = self.check(asked)
            if state is not None:
                results.append(Fetched(asked, state))
                continue
            answer = self._fetch_one(asked, pause)
            results += answer.results
            calls += answer.calls
            if answer.stop is not None:
                return Answer(tuple(results), answer.stop, calls)
        return Answer(tuple(results), None, calls)

    @override
    def test(self, pause: Pause) -> Connection:
        barred = self.barred()
        if barred is not None:
            return Connection(stop=barred)
        server = min(self._servers)
        verdict = self._asker(server).ask(_call(_SOMEBODY), _judge, pause).verdict
        if isinstance(verdict, Refused) and verdict.state is not FetchState.NOT_FOUND:
            return Connection(stop=Stop(verdict.state, None, verdict.code))
        return Connection(server, stop=verdict if isinstance(verdict, Stop) else None)

    def _fetch_one(self, asked: Asked, pause: Pause) -> Answer:
        server = _server(asked)
        resting = self._resting.get(server)
        if resting is not None and self._clock.now() < (resting.until or self._clock.now()):
            return Answer((Fetched(asked, resting.state, code=resting.code),))
        outcome = self._asker(server).ask(_call(asked.handle.text.partition("@")[0]), _judge, pause)
        verdict, calls = outcome.verdict, outcome.calls
        if isinstance(verdict, Read):
            return Answer((_read(asked, verdict.value),), None, calls)
        if isinstance(verdict, Stop):
            if verdict.state is FetchState.RATE_LIMITED:
                return Answer((), verdict, calls)
            self._resting[server] = replace(verdict, until=self._clock.now() + _REST)
        return Answer((Fetched(asked, verdict.state, code=verdict.code),), None, calls)

    def _asker(self, server: str) -> Asker:
        base = self._url.replace(INSTANCE, server)
        if base not in self._askers:
            self._askers[base] = Asker(Door([base], self._times, self._clock), base, self._clock)
        return self._askers[base]

    def _is_listed(self, server: str) -> bool:
        if not _SERVER.fullmatch(server):
            return False
        # Nothing leaves this computer then: the address is that of a test, or of a local gateway.
        here = INSTANCE not in self._url and is_loopback(self._url)
        return here or server in self._servers


def _server(asked: Asked) -> str:
    return asked.handle.text.partition("@")[2]


def _call(name: str) -> Call:
    return Call(_PATH, [("acct", name)])


def _judge(reply: Reply) -> Read[object] | Refused | Again | Stop:
    body = opened(reply)
    if not isinstance(body, Opened):
        return body
    code = f"http {reply.status}"
    if reply.status == 200:
        return Read(body.value)
    if reply.status == 404 and text_in(body.value, "error"):
        return Refused(FetchState.NOT_FOUND, code)
    if reply.status in (401, 403):
        # This server answers only those who have an account there.
        return Refused(FetchState.NEEDS_PERMISSION, code)
    if reply.status == 410:
        return Refused(FetchState.SUSPENDED, code)
    return by_status(reply)


def _read(asked: Asked, body: object) -> Fetched:
    """The account itself, not what the server knows of one of the same name elsewhere."""
    name, _, server = asked.handle.text.partition("@")
    address = text_in(body, "acct").lower()
    same = text_in(body, "username").lower() == name and address in ("", name, f"{name}@{server}")
    count = count_in(body, "followers_count")
    if not same or count is None:
        return Fetched(asked, FetchState.UNEXPECTED, code="shape")
    if part(body, "suspended") is True:
        return Fetched(asked, FetchState.SUSPENDED)
    found = text_in(body, "id")
    return Fetched(asked, FetchState.OK, count, found if _ID.fullmatch(found) else None)
