"""Every client against the badly behaved server of the harness: 24 faults each, with true waiting.

    python tests/reliability/faulty_fetch.py HARNESS [--whole 3] [--only hang,slow]

HARNESS is the folder of `faulty_server.py`, which is no part of the project. `--whole` is the
deadline of one call in seconds (in the program: 20). One line of JSON for each fault; exit code 1
where a result was not typed, a deadline not kept, a token told, or another host called.
"""

import argparse
import contextlib
import importlib
import io
import json
import logging
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.domain.fetched import FetchState  # noqa: E402  # the path is set above
from app.platforms.clock import SYSTEM_CLOCK  # noqa: E402
from app.platforms.settings import PlatformSettings, Times, read_settings  # noqa: E402
from app.platforms.sources import SOURCES  # noqa: E402
from tests.platforms.cases import CASES, Case  # noqa: E402
from tests.platforms.standin import TOKEN, environment  # noqa: E402

FAULTS = (
    "ok 401 429 500 badjson nanjson htmljson dupkeys deep wrongtype emptyok utf16 clock big gzipbomb "
    "slow slowheader hang reset halfbody nolength redirect-other redirect-loop redirect-file"
).split()
SLACK = 1.0
"""Seconds that a busy machine may take between a deadline and its being noticed."""


def settings_at(url: str, whole: float) -> PlatformSettings:
    """As the program would be set to go to this address for everything."""
    return replace(
        read_settings(environment(url, TOKEN)), times=Times(min(5, whole), min(15, whole), whole)
    )


def one(case: Case, url: str, whole: float) -> dict[str, Any]:
    """One client against one fault."""
    paused = [0.0]

    def pause(seconds: float) -> None:
        # Back-off is not what is measured here; a call that hangs is.
        paused[0] += seconds

    source = SOURCES[case.platform](settings_at(url, whole), SYSTEM_CLOCK)
    started = time.monotonic()
    try:
        answer = source.fetch(case.many(1), pause)
    except Exception as error:
        return {"platform": str(case.platform), "wrong": f"raised {type(error).__name__}"}
    took = time.monotonic() - started
    states = [result.state for result in answer.results]
    states += [] if answer.stop is None else [answer.stop.state]
    wrong = []
    if len(states) != 1 or not isinstance(states[0], FetchState):
        wrong.append(f"states {states}")
    if FetchState.OK in states:
        wrong.append("a count from a wrong shape")
    if took > answer.calls * (whole + SLACK):
        wrong.append(f"{took:.1f} s for {answer.calls} calls")
    if TOKEN in repr(answer):
        wrong.append("token in the answer")
    return {
        "platform": str(case.platform),
        "state": str(states[0]) if states else "",
        "calls": answer.calls,
        "seconds": round(took, 2),
        "wrong": "; ".join(wrong),
    }


def run(faults: Sequence[str], whole: float, faulty: Callable[[], Any]) -> int:
    """All of them; gives the number of things that were wrong."""
    said = io.StringIO()
    logging.basicConfig(level=logging.DEBUG, stream=said)
    bad = 0
    with faulty() as server, contextlib.redirect_stderr(said):
        for fault in faults:
            with ThreadPoolExecutor(len(CASES)) as pool:
                url = f"{server.url}/{fault}"
                results = list(pool.map(partial(one, url=url, whole=whole), CASES))
            bad += sum(bool(result["wrong"]) for result in results)
            slowest = max(
                result.get("seconds", 0) / max(1, result.get("calls", 1)) for result in results
            )
            told = {
                result["platform"]: result.get("state") or result["wrong"] for result in results
            }
            line = {"fault": fault, "slowest_call": round(slowest, 2), **told}
            line["wrong"] = [result["wrong"] for result in results if result["wrong"]]
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()
        stolen = [call for call in server.calls if "steal" in call["path"]]
        in_address = [call for call in server.calls if {"access_token", "key"} & set(call["keys"])]
    leaked = TOKEN in said.getvalue()
    bad += len(stolen) + len(in_address) + leaked
    summary = {
        "faults": len(faults),
        "clients": len(CASES),
        "calls": len(server.calls),
        "calls_off_host": len(stolen),
        "tokens_in_addresses": len(in_address),
        "token_in_log": leaked,
        "threads_left": sum(t.name == "call" and t.is_alive() for t in threading.enumerate()),
        "bad": bad,
    }
    sys.stdout.write(json.dumps(summary) + "\n")
    return bad


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("harness", type=Path)
    parser.add_argument("--whole", type=float, default=3.0)
    parser.add_argument("--only", default="")
    told = parser.parse_args()
    sys.path.insert(0, str(told.harness))
    faulty = importlib.import_module("faulty_server").FaultyServer
    faults = told.only.split(",") if told.only else FAULTS
    return 1 if run(faults, told.whole, faulty) else 0


if __name__ == "__main__":
    raise SystemExit(main())
