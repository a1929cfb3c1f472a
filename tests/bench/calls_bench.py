"""How long the calls of a fetch take, beside what the network itself takes, and how much memory.

    python tests/bench/calls_bench.py [--accounts 1000] [--latency 0.05] [--only x,instagram]

The stand-in holds back each answer for `--latency` seconds. `known`: the ids are known, as in every
fetch but the first. One line of JSON a platform.
"""

import argparse
import json
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.domain.fetched import Asked, Fetched, FetchState  # noqa: E402  # the path is set above
from app.platforms.clock import SYSTEM_CLOCK  # noqa: E402
from app.platforms.protocol import FollowerSource  # noqa: E402
from app.platforms.settings import read_settings  # noqa: E402
from app.platforms.sources import SOURCES  # noqa: E402
from tests.platforms.cases import CASES, Case  # noqa: E402
from tests.platforms.standin import TOKEN, StandIn  # noqa: E402


def fetch(source: FollowerSource, asked: list[Asked]) -> tuple[float, int, list[Fetched]]:
    """Seconds, calls and results."""
    results: list[Fetched] = []
    started, calls = time.perf_counter(), 0
    for batch in source.batches(asked):
        answer = source.fetch(batch, time.sleep)
        assert answer.stop is None, answer.stop
        results += answer.results
        calls += answer.calls
    assert all(result.state is FetchState.OK for result in results)
    return time.perf_counter() - started, calls, results


def measure(case: Case, accounts: int, latency: float) -> dict[str, object]:
    """The first fetch of all accounts, and the second, when ids are known."""
    with StandIn(latency=latency) as server:
        server.world.meta_percent = 0
        source = SOURCES[case.platform](read_settings(server.environment(TOKEN)), SYSTEM_CLOCK)
        first, first_calls, results = fetch(source, case.many(accounts))
        assert len(results) == accounts
        before = _rss()
        known = [replace(result.asked, platform_id=result.platform_id) for result in results]
        again, again_calls, _ = fetch(source, known)
        return {
            "platform": str(case.platform),
            "accounts": accounts,
            "calls": first_calls,
            "seconds": round(first, 2),
            "of_latency": round(first / (first_calls * latency), 3),
            "calls_known": again_calls,
            "minimum_known": case.calls(accounts, known=True),
            "of_latency_known": round(again / (again_calls * latency), 3),
            "mb_grown": round(_rss() - before, 1),
        }


def _rss() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--only", default="")
    told = parser.parse_args()
    wanted = told.only.split(",") if told.only else [str(case.platform) for case in CASES]
    for case in CASES:
        if str(case.platform) in wanted:
            found = measure(case, told.accounts, told.latency)
            sys.stdout.write(json.dumps(found) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
