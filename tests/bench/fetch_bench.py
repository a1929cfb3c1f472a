"""Times a fetch of many accounts against the stand-in, beside what the calls themselves take.

    python -m tests.bench.fetch_bench [--accounts 1000] [--latency 0.05] [--rounds 5] [instagram x …]

Four ways take turns, each as often as there are rounds: the very same requests sent by the
standard library's http.client over one connection (bare), as many writes that wait for the disk
(disk: no answer is safe with less), our clients with nothing kept (alone), and the whole fetch into a
fresh copy of the office. One line of JSON a platform.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlencode, urlsplit

from app.bootstrap import open_workplace
from app.domain.fetched import Asked
from app.domain.platform import Platform
from app.platforms.clock import SYSTEM_CLOCK
from app.platforms.connections import Line, Received, Wire
from app.platforms.settings import PlatformSettings, read_settings
from app.platforms.sources import SOURCES
from app.services.fetching import FetchFollowers
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.platforms.many_accounts import make_office, stand_in_elsewhere

_A_SAVE = 100_000
"""Bytes that the log grows by with the answers about a hundred accounts (measured)."""

PLATFORMS = ("instagram", "facebook", "x", "bluesky", "youtube")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platforms", nargs="*", default=PLATFORMS)
    parser.add_argument("--accounts", type=int, default=1_000)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--rounds", type=int, default=5)
    told = parser.parse_args()
    for name in told.platforms:
        found = measure(Platform(name), told.accounts, told.latency, told.rounds)
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


@dataclass(frozen=True)
class Took:
    """Seconds by the clock, seconds of our own processors, calls."""

    wall: float
    cpu: float
    calls: int


def measure(platform: Platform, accounts: int, latency: float, rounds: int) -> dict[str, object]:
    """One platform. YouTube's ids are known, as in every fetch but the first, which is timed once."""
    with tempfile.TemporaryDirectory() as place:
        office = Path(place) / "kantor.db"
        make_office(office, {platform: accounts})
        with stand_in_elsewhere(latency) as (names, _):
            settings = read_settings(names)
            first = None
            if platform is Platform.YOUTUBE:
                first = _whole(office, platform, settings, datetime.now(UTC))
            wires = _recorded(office, platform, settings)
            ways: dict[str, Callable[[], Took]] = {
                "bare": lambda: _bare(wires),
                "disk": lambda: _disk(office, len(wires)),
                "alone": lambda: _alone(office, platform, settings),
                "fetch": lambda: _whole(_copied(office), platform, settings, _later()),
            }
            grown = _memory()
            found = _in_turn(ways, rounds)
            grown = _memory() - grown
    said = _said(platform, accounts, latency, found) | {"grown_mb": round(grown / 1e6, 1)}
    if first is not None:
        a_call = min(one.wall / one.calls for one in found["bare"])
        said["first_fetch_over_bare"] = round(first.wall / first.calls / a_call, 2)
    return said


def _in_turn(ways: dict[str, Callable[[], Took]], rounds: int) -> dict[str, list[Took]]:
    found: dict[str, list[Took]] = {name: [] for name in ways}
    for turn in range(rounds):
        order = [*ways] if turn % 2 == 0 else [*reversed(ways)]
        for name in order:
            found[name].append(ways[name]())
    return found


def _said(
    platform: Platform, accounts: int, latency: float, found: dict[str, list[Took]]
) -> dict[str, object]:
    least = {name: min(one.wall for one in took) for name, took in found.items()}
    (calls,) = {one.calls for took in found.values() for one in took}

    def over(name: str) -> list[float]:
        """By the least of each, and the median of the rounds."""
        pairs = zip(found["fetch"], found[name], strict=True)
        each = statistics.median(whole.wall / one.wall for whole, one in pairs)
        return [round(least["fetch"] / least[name], 2), round(each, 2)]

    return {
        "platform": str(platform),
        "accounts": accounts,
        "calls": calls,
        "bare": round(least["bare"], 3),
        "alone": round(least["alone"], 3),
        "fetch": round(least["fetch"], 3),
        "fetch_over_bare": over("bare"),
        "fetch_over_alone": over("alone"),
        "fetch_over_50ms": round(least["fetch"] / (calls * latency), 2),
        "disk_ms_a_call": round(1000 * least["disk"] / calls, 1),
        "cpu_ms_a_call": round(1000 * min(one.cpu for one in found["fetch"]) / calls, 1),
    }


def _asked(office: Path, platform: Platform) -> list[Asked]:
    """Everybody, with the ids that an earlier fetch learned."""
    with _opened(office) as place, place.database.reading() as tx:
        from app.storage.fetchable import known_accounts

        known = known_accounts(tx, platform)
    return [Asked(one.handle, one.platform_id) for one in known if one.handle is not None]


def _recorded(office: Path, platform: Platform, settings: PlatformSettings) -> list[Wire]:
    """What our clients send, in order."""
    wires: list[Wire] = []
    sent = Line.exchange

    def record(line: Line, wire: Wire) -> Received:
        wires.append(wire)
        return sent(line, wire)

    with patch.object(Line, "exchange", record):
        _alone(office, platform, settings)
    return wires


def _bare(wires: list[Wire]) -> Took:
    """The same requests, and nothing done with the answers."""
    split = urlsplit(wires[0].url)
    assert split.hostname is not None
    connection = HTTPConnection(split.hostname, split.port)
    with _timed(len(wires)) as took:
        for wire in wires:
            body, headers = None, dict(wire.headers)
            if wire.form is not None:
                body = urlencode(wire.form)
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            to = urlsplit(wire.url)
            connection.request(wire.method, f"{to.path}?{to.query}", body, headers)
            response = connection.getresponse()
            assert response.status == 200, response.status
            response.read()
    connection.close()
    return took[0]


def _disk(office: Path, calls: int) -> Took:
    """As many small writes as there are calls, each waited for until the disk has it."""
    with office.with_name("papan").open("wb") as file, _timed(calls) as took:
        for _ in range(calls):
            file.write(bytes(_A_SAVE))
            file.flush()
            os.fsync(file.fileno())
    return took[0]


def _alone(office: Path, platform: Platform, settings: PlatformSettings) -> Took:
    asked = _asked(office, platform)
    source = SOURCES[platform](settings, SYSTEM_CLOCK)
    batches = source.batches(asked)
    with _timed(len(batches)) as took:
        for batch in batches:
            answer = source.fetch(batch, time.sleep)
            assert answer.stop is None, answer.stop
    return took[0]


def _whole(office: Path, platform: Platform, settings: PlatformSettings, now: datetime) -> Took:
    with _opened(office) as place:
        fetching = FetchFollowers(
            place.database,
            lambda: {platform: SOURCES[platform](settings, SYSTEM_CLOCK)},
            lambda: now,
            "",
        )
        (plan,) = fetching.plan().platforms
        with _timed(plan.calls) as took:
            (summary,) = fetching.run(Job.quiet(), platforms=[platform])
        assert (summary.ok, summary.calls) == (plan.accounts, plan.calls), summary
        assert plan.accounts > 0
    return took[0]


@contextmanager
def _timed(calls: int) -> Iterator[list[Took]]:
    took: list[Took] = []
    cpu, start = time.process_time(), time.perf_counter()
    yield took
    took.append(Took(time.perf_counter() - start, time.process_time() - cpu, calls))


def _opened(office: Path) -> Workplace:
    return open_workplace(office, create=False, language=Language("en", Path()))


def _copied(office: Path) -> Path:
    fresh = office.with_name("salinan.db")
    shutil.copyfile(office, fresh)
    return fresh


def _later() -> datetime:
    """When nothing is fresh any more that an earlier fetch brought."""
    return datetime.now(UTC) + timedelta(days=2)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
