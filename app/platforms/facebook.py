"""Facebook: Pages only; followers of a person's profile can be read by nobody.

Reference: platform-apis.md section 3. Only `followers_count` is a count: likes (`fan_count`) are
something else and never stand in for it.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from typing_extensions import override

from app.domain.fetched import Answer, Asked, Connection, Fetched, FetchState, Quota, Stop
from app.domain.platform import Platform
from app.platforms.accounts import chunks, sorted_out, well_named
from app.platforms.asking import Opened
from app.platforms.clock import Clock
from app.platforms.graph import MOST, Graph, Item
from app.platforms.meta_connection import connection_of
from app.platforms.protocol import FollowerSource, Pause
from app.platforms.settings import PlatformSettings
from app.platforms.strict_json import count_in, part, text_in

_ID = re.compile(r"[0-9]{1,20}")
_SPLICED = re.compile(r"[a-z0-9.]{1,100}")
_NEEDED = ("pages_read_engagement",)


class Facebook(FollowerSource):
    """Asks for Pages by name, or by the id that was learned."""

    def __init__(self, settings: PlatformSettings, clock: Clock) -> None:
        self._settings = settings.facebook
        self._graph = Graph(settings.facebook, settings.times, clock)

    @property
    @override
    def platform(self) -> Platform:
        return Platform.FACEBOOK

    @property
    @override
    def quota(self) -> Quota:
        return Quota(200, timedelta(hours=1))

    @override
    def barred(self) -> Stop | None:
        return self._graph.barred()

    @override
    def check(self, asked: Asked) -> FetchState | None:
        good = well_named(asked, self.platform) and _SPLICED.fullmatch(asked.handle.text)
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
        pages = [f"{_page(one)}?fields=id,followers_count" for one in valid]
        answer = self._graph.look_up(pages, pause)
        read = (
            _read(asked, item)
            for asked, item in zip(valid, answer.items, strict=True)
            if item is not None
        )
        return Answer((*invalid, *read), answer.stop, answer.calls)

    @override
    def test(self, pause: Pause) -> Connection:
        barred, token = self.barred(), self._settings.token
        if barred is not None or token is None:
            return Connection(stop=barred)
        return connection_of(self._graph, "me?fields=id,name", token, _NEEDED, pause)


def _page(asked: Asked) -> str:
    known = asked.platform_id or ""
    return known if _ID.fullmatch(known) else asked.handle.text


def _read(asked: Asked, item: Item) -> Fetched:
    if not isinstance(item, Opened):
        return Fetched(asked, item.state, code=item.code)
    found = text_in(item.value, "id")
    page = found if _ID.fullmatch(found) else None
    if page is None:
        return Fetched(asked, FetchState.UNEXPECTED, code="shape")
    if part(item.value, "followers_count") is None:
        return Fetched(asked, FetchState.NO_ANSWER, None, page, "followers_count")
    count = count_in(item.value, "followers_count")
    if count is None:
        return Fetched(asked, FetchState.UNEXPECTED, None, page, "shape")
    return Fetched(asked, FetchState.OK, count, page)
