"""Kills `python -m app fetch` again and again while a flaky stand-in answers, until it came through.

    python -m tests.reliability.fetching [--rounds 50] [--accounts 120] [--faults 0.3] [--seed 20261128]

Each round: a fresh copy of an office, `fetch` in a process group of its own, SIGKILL at a random
moment, the same command once more, until one runs to its end and leaves nobody waiting. Then every
account must have exactly the count that the stand-in has for it, once. One line of JSON; exit code 1
where anything was wrong.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap import open_workplace
from app.domain.platform import Platform
from app.wording.language import Language
from tests.platforms.many_accounts import (
    clean_environment,
    handle_of,
    make_office,
    stand_in_elsewhere,
)
from tests.platforms.standin.world import followers_of

ROOT = Path(__file__).resolve().parents[2]
MOST_STARTS = 60
QUIET_START = 0.4
"""Seconds in which a process only loads its modules."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--accounts", type=int, default=120)
    parser.add_argument("--faults", type=float, default=0.3)
    parser.add_argument("--latency", type=float, default=0.02)
    parser.add_argument("--seed", type=int, default=20261128)
    told = parser.parse_args()
    accounts = {
        Platform.INSTAGRAM: told.accounts,
        Platform.X: told.accounts,
        Platform.BLUESKY: told.accounts,
        Platform.YOUTUBE: told.accounts // 10,
    }
    chance = random.Random(told.seed)
    wrong, kills, starts = [], 0, 0
    with (
        tempfile.TemporaryDirectory() as folder,
        stand_in_elsewhere(told.latency, told.faults, told.seed) as (names, pipe),
    ):
        ready = Path(folder) / "ready.db"
        make_office(ready, accounts)
        for number in range(told.rounds):
            path, began = ready, None
            while began != datetime.now(UTC).date():
                # X may be asked again after midnight of UTC: such a round says nothing.
                began = datetime.now(UTC).date()
                path = Path(folder) / f"kantor-{number}-{began}.db"
                shutil.copyfile(ready, path)
                killed, ran = _until_through(path, {**clean_environment(), **names}, chance)
                kills, starts = kills + killed, starts + ran
            found = _difference(path, accounts)
            if found:
                wrong.append(f"round {number}: {found}")
            path.unlink()
        pipe.send("calls")
        calls = pipe.recv()
    answer = {"rounds": told.rounds, "accounts": sum(accounts.values()), "faults": told.faults}
    answer |= {"seed": told.seed, "starts": starts, "kills": kills, "calls": calls, "wrong": wrong}
    sys.stdout.write(json.dumps(answer) + "\n")
    return 1 if wrong else 0


def _until_through(
    path: Path, environment: Mapping[str, str], chance: random.Random
) -> tuple[int, int]:
    """How often it was killed and started."""
    kills = 0
    for start in range(1, MOST_STARTS + 1):
        # The later, the longer it may run: the last ones come through.
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "fetch", "--database", str(path), "--json"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            out, error = process.communicate(timeout=chance.uniform(QUIET_START, 1.0 + start))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            kills += 1
            continue
        if b"Traceback" in error:
            raise SystemExit(error.decode())
        if process.returncode == 0 and _nobody_waits(json.loads(out)):
            return kills, start
        time.sleep(0)
    raise SystemExit(f"{path.name}: {MOST_STARTS} starts, and still somebody waits")


def _nobody_waits(answer: Mapping[str, object]) -> bool:
    jobs = answer["jobs"]
    assert isinstance(jobs, list)
    return all(one["states"] == {} and one["resume_at"] is None for one in jobs)


def _difference(path: Path, accounts: Mapping[Platform, int]) -> str:
    """What is stored and should not be, or the other way round; empty where all is well."""
    expected = sorted(
        (number, str(platform), _followers(platform, number))
        for platform, most in accounts.items()
        for number in range(1, most + 1)
    )
    with closing(sqlite3.connect(path)) as raw:
        stored = sorted(
            raw.execute("SELECT person_id, platform, low FROM counts WHERE source = 'api'")
        )
    if stored != expected:
        missing, more = set(expected) - set(stored), set(stored) - set(expected)
        doubled = len(stored) - len(set(stored))
        return f"{len(missing)} missing, {len(more)} others, {doubled} doubled"
    with open_workplace(path, create=False, language=Language("en", Path())) as place:
        return "; ".join(place.findings())


def _followers(platform: Platform, number: int) -> int:
    count = followers_of(handle_of(platform, number))
    if platform is Platform.YOUTUBE and count >= 1_000:
        return count // 10 * 10
    return count


if __name__ == "__main__":
    raise SystemExit(main())
