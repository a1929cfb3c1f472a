"""Prints how long the first page takes to look at an office, and to look a year back.

    python -m tests.bench.months_bench [--people 10000]

Everybody has accounts on three platforms, counted in each of twelve months but for every tenth.
Seconds of the processor: both looks are taken away from the window's thread.
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

from app.bootstrap import open_workplace
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.months import month_ends
from app.wording.language import Language

_AS_OF = date(2026, 11, 20)
_COUNTED = ("instagram", "facebook", "x")
_NOW = "2026-11-20T08:00:00"


def main() -> None:
    """Prints one line for each look."""
    parser = argparse.ArgumentParser(description="Times the looks of the first page.")
    parser.add_argument("--people", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gaung-bench-") as folder:
        path, language = Path(folder) / "kantor.db", Language("en", Path())
        with open_workplace(path, create=True, language=language):
            pass
        fill(path, asked.people)
        with open_workplace(path, create=False, language=language) as office:
            looks = {
                "today": lambda: office.overview.overview(RULE_A, _AS_OF, Job.quiet()),
                "a year back": lambda: office.overview.months(RULE_A, _AS_OF, Job.quiet()),
                "nothing new": office.overview.version,
            }
            for name, look in looks.items():
                began = time.process_time()
                look()
                took = time.process_time() - began
                sys.stdout.write(f"{asked.people} people, {name:12} {took:6.3f} s\n")


def fill(path: Path, people: int) -> None:
    """Invented people of forty offices; every number grows a little from month to month.

    Straight into the tables: written by hand, person by person, it would take an hour.
    """
    random = Random(7)
    with sqlite3.connect(path) as db:
        db.execute(
            "INSERT INTO actions (id, kind, begun_at, begun_by) VALUES (1, 'x', ?, 'x')", [_NOW]
        )
        for one in range(1, people + 1):
            _put(db, "people", _person(one))
            for platform in _COUNTED:
                whose = {"person_id": one, "platform": platform, "touched": 1}
                account = {"handle": f"p{one}", "handle_kind": "username", "written": ""}
                _put(db, "accounts", whose | account | {"stated_none": 0, "unreadable": ""})
                followers = random.randrange(50, 900)
                for day in month_ends(_AS_OF):
                    followers += random.randrange(0, 1 + followers // 20)
                    if random.random() < 0.9:
                        seen = day - timedelta(days=random.randrange(0, 15))
                        _put(db, "counts", whose | _count(followers, seen))


def _person(number: int) -> dict[str, object]:
    texts = ("title_front", "title_back", "status", "rank", "position", "job_type", "echelon")
    born, serial = f"{1970 + number % 30}0101", 1 + number // 60 % 999
    return {
        "id": number,
        "nip": f"{born}{2000 + number // 30 % 20}0{1 + number // 600 % 9}1{serial:03}",
        "name": f"Pegawai {number}",
        "organisation": f"Dinas {number % 40}",
        "unit": f"Bidang {number % 400}",
        "consent": "unknown",
        "service": "active",
        "touched": 1,
    } | dict.fromkeys((*texts, "phone", "email", "note"), "")


def _count(followers: int, day: date) -> dict[str, object]:
    return {
        "low": followers,
        "high": followers,
        "exact": 1,
        "observed_on": day.isoformat(),
        "source": "typed",
        "written": str(followers),
        "recorded_at": _NOW,
        "recorded_by": "x",
        "retracted": 0,
        "day_of_import": 0,
    }


def _put(db: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    # Every name is one of this file.
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608


if __name__ == "__main__":
    main()
