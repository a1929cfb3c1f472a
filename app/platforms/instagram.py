"""Instagram: Business Discovery, which sees professional accounts only.

Reference: platform-apis.md section 2. Personal, private, missing and renamed accounts all look the
same from here: NOT_READABLE.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from typing_extensions import override

from app.domain.fetched import (
    NOT_SET,
    Answer,
    Asked,
    Connection,
    Fetched,
    FetchState,
    Quota,
    Stop,
)
from app.domain.handle import HandleKind
from app.domain.platform import Platform
from app.platforms.accounts import chunks, sorted_out, well_named
from app.platforms.asking import Opened
from app.platforms.clock import Clock
from app.platforms.graph import MOST, Graph, Item
from app.platforms.meta_connection import connection_of
from app.platforms.protocol import FollowerSource, Pause
from app.platforms.settings import PlatformSettings
from app.platforms.strict_json import count_in, part, text_in

_ACCOUNT = re.compile(r"[0-9]{5,20}")
_SPLICED = re.compile(r"[a-z0-9._]{1,30}")
"""The name stands inside an expression of fields: nothing else may get in there."""
_NEEDED = ("instagram_basic", "instagram_manage_insights", "pages_read_engagement")


class Instagram(FollowerSource):
    """Asks as the office's own professional account."""

    def __init__(self, settings: PlatformSettings, clock: Clock) -> None:
        self._settings = settings.instagram
        self._graph = Graph(settings.instagram, settings.times, clock)

    @property
    @override
    def platform(self) -> Platform:
        return Platform.INSTAGRAM

    @property
    @override
    def quota(self) -> Quota:
        return Quota(200, timedelta(hours=1))

    @override
    def barred(self) -> Stop | None:
        stop = self._graph.barred()
        if stop is None and not _ACCOUNT.fullmatch(self._settings.user_id):
            return Stop(FetchState.TOKEN, None, NOT_SET)
        return stop

    @override
    def check(self, asked: Asked) -> FetchState | None:
        good = (
            asked.handle.kind is HandleKind.USERNAME
            and well_named(asked, self.platform)
            and _SPLICED.fullmatch(asked.handle.text)
        )
        return None if good else FetchState.INVALID_HANDLE

    @override
    def batches(self, asked: Sequence[Asked]) -> Sequence[Sequence[Asked]]:
        return chunks(asked, MOST)

    @override
    def fetch(self, batch: Sequence[Asked], pause: Pause) -> Answer:
        barred = self.barred()
        if barred is not None:
            return Answer(stop=barred)
        valid, invalid = sorted_out(batch, self.check)
        if not valid:
            return Answer(tuple(invalid))
        answer = self._graph.look_up([self._discovery(one) for one in valid], pause)
        read = (
            _read(asked, item)
            for asked, item in zip(valid, answer.items, strict=True)
            if item is not None
        )
        return Answer((*invalid, *read), answer.stop, answer.calls)

    @override
    def test(self, pause: Pause) -> Connection:
        barred = self.barred()
        token = self._settings.token
        if barred is not None or token is None:
            return Connection(stop=barred)
        whom = f"{self._settings.user_id}?fields=username,name"
        return connection_of(self._graph, whom, token, _NEEDED, pause)

    def _discovery(self, asked: Asked) -> str:
        fields = f"business_discovery.username({asked.handle.text}){{followers_count,username,id}}"
        return f"{self._settings.user_id}?fields={fields}"


def _read(asked: Asked, item: Item) -> Fetched:
    if not isinstance(item, Opened):
        return Fetched(asked, item.state, code=item.code)
    found = part(item.value, "business_discovery")
    name = text_in(found, "username").lower()
    count = count_in(found, "followers_count")
    if count is None or name != asked.handle.text:
        return Fetched(asked, FetchState.UNEXPECTED, code="shape")
    account = text_in(found, "id")
    known = account if _ACCOUNT.fullmatch(account) else None
    return Fetched(asked, FetchState.OK, count, known)
