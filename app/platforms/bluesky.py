"""Bluesky: the public interface, no key, 25 accounts a call.

Reference: platform-apis.md section 6. Accounts that are not there are left out of the answer.
"""

import re
from collections.abc import Sequence

from typing_extensions import override

from app.domain.fetched import Answer, Asked, Connection, Fetched, FetchState, Quota, Stop
from app.domain.handle import HandleKind
from app.domain.platform import Platform
from app.platforms.accounts import chunks, sorted_out, well_named, without_value
from app.platforms.asking import Again, Asker, Opened, Read, Refused, by_status, opened
from app.platforms.calls import Call, Reply
from app.platforms.clock import Clock
from app.platforms.http import Door, is_address
from app.platforms.protocol import FollowerSource, Pause
from app.platforms.settings import PlatformSettings
from app.platforms.strict_json import count_in, part, rows, text_in

MOST = 25

_PATH = "/xrpc/app.bsky.actor.getProfiles"
_DID = re.compile(r"did:[a-z]+:[A-Za-z0-9._:%-]{1,250}")
_SOMEBODY = "bsky.app"


class Bluesky(FollowerSource):
    """Asks by the decentralised id where it is known, which survives a change of name."""

    def __init__(self, settings: PlatformSettings, clock: Clock) -> None:
        self._url = settings.bluesky.url
        self._asker = Asker(Door([self._url], settings.times, clock), self._url, clock)

    @property
    @override
    def platform(self) -> Platform:
        return Platform.BLUESKY

    @property
    @override
    def quota(self) -> Quota | None:
        return None

    @override
    def barred(self) -> Stop | None:
        return None if is_address(self._url) else Stop(FetchState.UNEXPECTED, None, "address")

    @override
    def check(self, asked: Asked) -> FetchState | None:
        return None if well_named(asked, self.platform) else FetchState.INVALID_HANDLE

    @override
    def batches(self, asked: Sequence[Asked]) -> Sequence[Sequence[Asked]]:
        return chunks(asked, MOST)

    @override
    def fetch(self, batch: Sequence[Asked], pause: Pause) -> Answer:
        barred = self.barred()
        if barred is not None:
            return Answer(stop=barred)
        left, invalid = sorted_out(batch, self.check)
        if not left:
            return Answer(tuple(invalid))
        outcome = self._asker.ask(_call([_actor(one) for one in left]), _judge, pause)
        if not isinstance(outcome.verdict, Read):
            rest = without_value(left, outcome.verdict, outcome.calls)
            return Answer((*invalid, *rest.results), rest.stop, outcome.calls)
        read = _read_profiles(left, outcome.verdict.value)
        return Answer((*invalid, *read), None, outcome.calls)

    @override
    def test(self, pause: Pause) -> Connection:
        barred = self.barred()
        if barred is not None:
            return Connection(stop=barred)
        verdict = self._asker.ask(_call([_SOMEBODY]), _judge, pause).verdict
        if isinstance(verdict, Refused):
            return Connection(stop=Stop(verdict.state, None, verdict.code))
        return Connection(stop=verdict if isinstance(verdict, Stop) else None)


def _call(actors: Sequence[str]) -> Call:
    return Call(_PATH, [("actors", actor) for actor in actors])


def _judge(reply: Reply) -> Read[object] | Refused | Again | Stop:
    body = opened(reply)
    if not isinstance(body, Opened):
        return body
    return Read(body.value) if reply.status == 200 else by_status(reply)


def _actor(asked: Asked) -> str:
    known = asked.platform_id or ""
    return known if _DID.fullmatch(known) else asked.handle.text


def _read_profiles(batch: Sequence[Asked], body: object) -> list[Fetched]:
    """One result for each account, whatever the body is."""
    if not isinstance(part(body, "profiles"), list):
        return [Fetched(one, FetchState.UNEXPECTED, code="shape") for one in batch]
    profiles = rows(part(body, "profiles"))
    by_name = {text_in(one, "handle").lower(): one for one in profiles}
    by_did = {text_in(one, "did"): one for one in profiles}
    results = []
    for asked in batch:
        actor = _actor(asked)
        is_did = asked.handle.kind is HandleKind.ID or actor != asked.handle.text
        results.append(_read(asked, (by_did if is_did else by_name).get(actor)))
    return results


def _read(asked: Asked, profile: object) -> Fetched:
    if profile is None:
        return Fetched(asked, FetchState.NOT_FOUND)
    found = text_in(profile, "did")
    did = found if _DID.fullmatch(found) else None
    count = count_in(profile, "followersCount")
    if count is None or did is None:
        return Fetched(asked, FetchState.UNEXPECTED, None, did, "shape")
    return Fetched(asked, FetchState.OK, count, did)
