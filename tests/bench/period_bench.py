"""Prints how long a period takes to close, to read again, and to compare with the one before.

    python -m tests.bench.period_bench [--people 10000]

An invented office, each person with three counts; between the two periods a third of them is
counted again.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from app.bootstrap import open_workplace
from app.domain.period import Period, PeriodKind
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language

OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
NOVEMBER = Period(PeriodKind.MONTH, date(2026, 11, 1))
TODAY = date(2026, 11, 20)


def main() -> None:
    """Prints one line for each step."""
    parser = argparse.ArgumentParser(description="Times closed periods.")
    parser.add_argument("--people", type=int, default=10_000)
    people = parser.parse_args().people
    with TemporaryDirectory() as folder:
        path = Path(folder) / "k.db"
        with open_workplace(path, create=True, language=Language("en", Path())) as office:
            _say(f"{people} people, three counts each")
            _import(office, Path(folder) / "a.csv", people, 1, date(2026, 10, 20))
            before = path.stat().st_size
            rule = RULE_A.with_age_limit(90)
            with _timed("close October"):
                october = office.periods.close(OCTOBER, rule, TODAY, Job.quiet())
            office.database.checkpoint()
            _say(f"{'the file grew by':34} {(path.stat().st_size - before) / 1e6:5.1f} MB")
            office.periods.reopen(OCTOBER, "uji")
            with _timed("close October again, no change"):
                again = office.periods.close(OCTOBER, rule, TODAY, Job.quiet())
            _say(f"{'the same hash':34} {again.sha256 == october.sha256}")
            _import(office, Path(folder) / "b.csv", people // 3, 2, date(2026, 11, 18))
            with _timed("close November"):
                november = office.periods.close(NOVEMBER, rule, TODAY, Job.quiet())
            with _timed("read November"):
                office.periods.read(november.id, Job.quiet())
            with _timed("compare the two"):
                found = office.period_changes.between(again.id, november.id, Job.quiet())
            _say(f"{'changes':34} {len(found.changes)}")
            with _timed("changes since the last period"):
                office.period_changes.since_last(rule, TODAY, Job.quiet())


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    _say(f"{what:34} {time.perf_counter() - began:5.2f} s")


def _import(office: Workplace, file: Path, people: int, seed: int, day: date) -> None:
    chance = Random(seed)
    lines = ["NIP;NAMA;JABATAN;OPD;FOLLOWERS IG;FOLLOWERS FB;FOLLOWERS X"]
    for number in range(people):
        born, month, serial = 1970 + number % 30, number // 30 % 12 + 1, number // 360 + 1
        nip = f"{born}{month:02}15201001{1 + number % 2}{serial:03}"
        counts = ";".join(str(int(chance.lognormvariate(5.8, 1))) for _ in range(3))
        lines.append(f"{nip};Pegawai Nomor {number};Analis Humas;Dinas {number % 40};{counts}")
    file.write_text("\n".join(lines), encoding="utf-8")
    office.importing.import_files([file], day, Job.quiet())


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
