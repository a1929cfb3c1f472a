"""YouTube: the Data API with a key; a handle is looked up once, then fifty channels a call.

Reference: platform-apis.md section 6. The number of subscribers comes as text, rounded down to
three figures: 12,300 stands for 12,300 to 12,399; below 1,000 it is exact.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from typing_extensions import override

from app.domain.count import HIGHEST, Interval
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
from app.domain.handle.grammar import is_channel_id
from app.domain.platform import Platform
from app.platforms.accounts import chunks, sorted_out, well_named, without_value
from app.platforms.asking import Again, Asker, Opened, Read, Refused, by_status, opened
from app.platforms.calls import Call, Reply
from app.platforms.clock import Clock
from app.platforms.http import Door, is_address
from app.platforms.protocol import FollowerSource, Pause
from app.platforms.settings import PlatformSettings
from app.platforms.strict_json import part, rows, text_in

MOST = 50

_PATH = "/youtube/v3/channels"
_KEY_HEADER = "X-Goog-Api-Key"
"""Google reads the key from here as well as from the address, where it could be logged."""
_SOMEBODY = "UC_x5XG1OV2P6uZZ5FSM9Ttw"
"""Google's own channel for developers, asked for when the connection is tested."""
_DIGITS = re.compile(r"[0-9]{1,9}")

_TOKEN = frozenset(
    "keyInvalid keyExpired API_KEY_INVALID API_KEY_EXPIRED authError required".split()
)
_DAILY = frozenset("quotaExceeded dailyLimitExceeded".split())
_SHORT = frozenset("rateLimitExceeded userRateLimitExceeded RATE_LIMIT_EXCEEDED".split())
_PERMISSION = frozenset(
    "accessNotConfigured forbidden ipRefererBlocked SERVICE_DISABLED "
    "API_KEY_IP_ADDRESS_BLOCKED API_KEY_SERVICE_BLOCKED API_KEY_HTTP_REFERRER_BLOCKED".split()
)
_OF_A_LIST = frozenset(("items", "kind", "pageInfo"))
"""What stands in the answer of a list, also where nothing was found."""
_NOT_THERE = frozenset("channelNotFound notFound".split())


class YouTube(FollowerSource):
    """Asks with the office's own key."""

    def __init__(self, settings: PlatformSettings, clock: Clock) -> None:
        self._settings = settings.youtube
        self._clock = clock
        door = Door([settings.youtube.url], settings.times, clock)
        self._asker = Asker(door, settings.youtube.url, clock)

    @property
    @override
    def platform(self) -> Platform:
        return Platform.YOUTUBE

    @property
    @override
    def quota(self) -> Quota:
        # 10,000 units a day, one a call; the first call for a handle is for that one alone.
        return Quota(10_000, timedelta(days=1))

    @override
    def barred(self) -> Stop | None:
        if not is_address(self._settings.url):
            return Stop(FetchState.UNEXPECTED, None, "address")
        return None if self._settings.key else Stop(FetchState.TOKEN, None, NOT_SET)

    @override
    def check(self, asked: Asked) -> FetchState | None:
        return None if well_named(asked, self.platform) else FetchState.INVALID_HANDLE

    @override
    def batches(self, asked: Sequence[Asked]) -> Sequence[Sequence[Asked]]:
        known = [one for one in asked if _channel(one)]
        return [*chunks(known, MOST), *([one] for one in asked if not _channel(one))]

    @override
    def fetch(self, batch: Sequence[Asked], pause: Pause) -> Answer:
        barred = self.barred()
        if barred is not None:
            return Answer(stop=barred)
        left, results = sorted_out(batch, self.check)
        calls = 0
        for part_of in self.batches(left):
            outcome = self._asker.ask(self._call(_asked_for(part_of)), self._judge, pause)
            calls += outcome.calls
            if not isinstance(outcome.verdict, Read):
                rest = without_value(part_of, outcome.verdict, calls)
                results += rest.results
                if rest.stop is not None:
                    return Answer(tuple(results), rest.stop, calls)
            else:
                results += _read_channels(part_of, outcome.verdict.value)
        return Answer(tuple(results), None, calls)

    @override
    def test(self, pause: Pause) -> Connection:
        barred = self.barred()
        if barred is not None:
            return Connection(stop=barred)
        verdict = self._asker.ask(self._call((("id", _SOMEBODY),)), self._judge, pause).verdict
        if isinstance(verdict, Refused):
            return Connection(stop=Stop(verdict.state, None, verdict.code))
        return Connection(stop=verdict if isinstance(verdict, Stop) else None)

    def _call(self, query: Sequence[tuple[str, str]]) -> Call:
        key = self._settings.key
        if key is None:
            raise ValueError("barred")
        whole = (("part", "statistics"), *query, ("maxResults", str(MOST)))
        return Call(_PATH, whole, headers={_KEY_HEADER: key})

    def _judge(self, reply: Reply) -> Read[object] | Refused | Again | Stop:
        body = opened(reply)
        if not isinstance(body, Opened):
            return body
        if reply.status == 200:
            return Read(body.value)
        return _judge_refusal(reply, body.value)


def _channel(asked: Asked) -> str | None:
    """The id of the channel, if it is known."""
    if asked.handle.kind is HandleKind.CHANNEL_ID:
        return asked.handle.text
    known = asked.platform_id or ""
    return known if is_channel_id(known) else None


def _asked_for(batch: Sequence[Asked]) -> tuple[tuple[str, str], ...]:
    ids = [channel for one in batch if (channel := _channel(one))]
    if ids:
        return (("id", ",".join(ids)),)
    handle = batch[0].handle
    if handle.kind is HandleKind.LEGACY:
        return (("forUsername", handle.text),)
    # A custom name (/c/) has no look-up of its own; mostly the handle is the same.
    return (("forHandle", f"@{handle.text}"),)


def _read_channels(batch: Sequence[Asked], body: object) -> list[Fetched]:
    """One result for each account, whatever the body is; no channel at all leaves `items` out."""
    if not isinstance(body, dict) or not isinstance(body.get("items", []), list):
        return [Fetched(one, FetchState.UNEXPECTED, code="shape") for one in batch]
    if body and not body.keys() & _OF_A_LIST:
        return [Fetched(one, FetchState.UNEXPECTED, code="shape") for one in batch]
    items = rows(body.get("items", []))
    if _channel(batch[0]) is None:
        if len(items) > 1:
            return [Fetched(batch[0], FetchState.UNEXPECTED, code="several")]
        return [_read(batch[0], items[0] if items else None)]
    by_channel = {text_in(item, "id"): item for item in items}
    return [_read(one, by_channel.get(_channel(one) or "")) for one in batch]


def _read(asked: Asked, item: Mapping[str, object] | None) -> Fetched:
    if item is None:
        return Fetched(asked, FetchState.NOT_FOUND)
    found = text_in(item, "id")
    channel = found if is_channel_id(found) else None
    if part(item, "statistics", "hiddenSubscriberCount") is True:
        return Fetched(asked, FetchState.HIDDEN, None, channel)
    digits = text_in(item, "statistics", "subscriberCount")
    if channel is None or not _DIGITS.fullmatch(digits):
        return Fetched(asked, FetchState.UNEXPECTED, None, channel, "shape")
    return Fetched(asked, FetchState.OK, rounded_down(int(digits)), channel)


def rounded_down(shown: int) -> Interval:
    """All numbers of subscribers that are shown as this one."""
    step = 10 ** max(0, len(str(shown)) - 3)
    if step == 1 or shown % step:
        return Interval.of(shown)
    return Interval(shown, min(shown + step - 1, HIGHEST), exact=False)


def _judge_refusal(reply: Reply, body: object) -> Refused | Again | Stop:
    error = part(body, "error")
    reasons = {text_in(row, "reason") for row in rows(part(error, "errors"))}
    reasons |= {text_in(row, "reason") for row in rows(part(error, "details"))}
    for known, state in (
        (_TOKEN, FetchState.TOKEN),
        (_PERMISSION, FetchState.NEEDS_PERMISSION),
    ):
        if reasons & known:
            return Stop(state, None, f"http {reply.status} {min(reasons & known)}")
    if reasons & _DAILY:
        ends = _next_day(reply.received)
        return Stop(FetchState.RATE_LIMITED, ends, f"http {reply.status} {min(reasons & _DAILY)}")
    if reasons & _SHORT:
        ends = reply.received + timedelta(minutes=1)
        return Stop(FetchState.RATE_LIMITED, ends, f"http {reply.status} {min(reasons & _SHORT)}")
    if reasons & _NOT_THERE:
        return Refused(FetchState.NOT_FOUND, f"http {reply.status}")
    return by_status(reply)


def _next_day(now: datetime) -> datetime:
    """The quota's day begins at midnight in California, which is 7 or 8 o'clock UTC."""
    eight = now.replace(hour=8, minute=0, second=0, microsecond=0)
    return eight if now < eight else eight + timedelta(days=1)
