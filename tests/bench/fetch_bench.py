"""Times a fetch of many accounts against the stand-in: beside the calls' own time, and its memory.

    python -m tests.bench.fetch_bench [--accounts 1000] [--latency 0.05] [instagram x …]

One line of JSON a platform: how many calls, how long they take by themselves (the same calls, and
nothing kept), how long the fetch takes, the factor, and by how many MB the process grew meanwhile.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap import open_workplace
from app.domain.fetched import Asked
from app.domain.handle import read_handle
from app.domain.platform import Platform
from app.platforms.clock import SYSTEM_CLOCK
from app.platforms.settings import PlatformSettings, read_settings
from app.platforms.sources import SOURCES
from app.services.fetching import FetchFollowers
from app.services.job import Job
from app.wording.language import Language
from tests.platforms.many_accounts import handle_of, make_office, stand_in_elsewhere

PLATFORMS = ("instagram", "facebook", "x", "youtube", "bluesky")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platforms", nargs="*", default=PLATFORMS)
    parser.add_argument("--accounts", type=int, default=1_000)
    parser.add_argument("--latency", type=float, default=0.05)
    told = parser.parse_args()
    for name in told.platforms:
        found = measure(Platform(name), told.accounts, told.latency)
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


def measure(platform: Platform, accounts: int, latency: float) -> dict[str, object]:
    """One platform: the calls alone, then a fetch."""
    with tempfile.TemporaryDirectory() as folder, stand_in_elsewhere(latency) as (names, _):
        settings = read_settings(names)
        asked = []
        for number in range(1, accounts + 1):
            handle = read_handle(handle_of(platform, number), platform).handle
            assert handle is not None
            asked.append(Asked(handle))
        alone, calls = _calls_alone(platform, settings, asked)
        path = Path(folder) / "kantor.db"
        make_office(path, {platform: accounts})
        with open_workplace(path, create=False, language=Language("en", Path())) as place:
            fetching = FetchFollowers(
                place.database,
                lambda: {platform: SOURCES[platform](settings, SYSTEM_CLOCK)},
                lambda: datetime.now(UTC),
                "",
            )
            fetching.plan()  # loads what a first fetch loads
            before, start = _memory(), time.perf_counter()
            (summary,) = fetching.run(Job.quiet(), platforms=[platform])
            wall = time.perf_counter() - start
        assert (summary.ok, summary.calls) == (accounts, calls), summary
        return {
            "platform": str(platform),
            "accounts": accounts,
            "calls": calls,
            "latency_of_calls": round(calls * latency, 2),
            "calls_alone": round(alone, 2),
            "fetch": round(wall, 2),
            "factor": round(wall / alone, 2),
            "grown_mb": round((_memory() - before) / 1e6, 1),
        }


def _calls_alone(
    platform: Platform, settings: PlatformSettings, asked: list[Asked]
) -> tuple[float, int]:
    source = SOURCES[platform](settings, SYSTEM_CLOCK)
    start, calls = time.perf_counter(), 0
    for batch in source.batches(asked):
        answer = source.fetch(batch, lambda seconds: time.sleep(seconds))
        assert answer.stop is None, answer.stop
        calls += answer.calls
    return time.perf_counter() - start, calls


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
