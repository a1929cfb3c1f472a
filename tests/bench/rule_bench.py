"""Prints how long it takes until a changed rule says how many people qualify.

    python -m tests.bench.rule_bench [--people 10000]

Invented people with anything that may be known of them; the reading from a database is measured
with an imported roster of as many, each with two counts.
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, Conditions, Rule
from app.services.job import Job
from app.services.standings import totals_under
from app.wording.language import Language
from tests.domain.people_at_random import AS_OF, a_person

_TIMES = 7
_HARD = Rule(
    "own-1",
    tuple(Platform),
    4,
    700,
    strictly=True,
    name="all eight",
    own_thresholds=((Platform.TIKTOK, 2000), (Platform.X, 300)),
).with_conditions(Conditions(90, 30, consent_required=True))


def main() -> None:
    """Prints one line for each rule."""
    parser = argparse.ArgumentParser(description="Times a changed rule.")
    parser.add_argument("--people", type=int, default=10_000)
    people = parser.parse_args().people
    dice = Random(7)
    somebody = Nip("198501012010011001")
    everyone = []
    for number in range(people):
        accounts, consent = a_person(dice)
        everyone.append((Person(somebody, f"Orang {number}", consent=consent), tuple(accounts)))
    _say(f"{people} people, median of {_TIMES}")
    for rule in (*NAMED_RULES, _HARD):
        _time(f"rule {rule.key} judged again", lambda one=rule: totals_under(everyone, one, AS_OF))
    with TemporaryDirectory() as folder:
        path, roster = Path(folder) / "k.db", Path(folder) / "a.csv"
        _write(roster, people, dice)
        with open_workplace(path, create=True, language=Language("en", Path())) as office:
            office.importing.import_files([roster], AS_OF, Job.quiet())
            _time(
                "everyone read and judged",
                lambda: totals_under(
                    office.standings.everyone(AS_OF, Job.quiet()), NAMED_RULES[0], AS_OF
                ),
            )


def _write(path: Path, people: int, dice: Random) -> None:
    rows = ["Nama;NIP;Unit Kerja;Followers IG;Followers X"]
    for number in range(people):
        born = date(1970, 1, 1).replace(year=1970 + number % 30, day=1 + number % 28)
        nip = f"{born:%Y%m%d}2015011{1 + number // 420 % 300:03d}"
        counts = f"{dice.randint(0, 3000)};{dice.randint(0, 3000)}"
        rows.append(f"Pegawai {number};{nip};Bidang {number % 40};{counts}")
    path.write_text("\n".join(rows), encoding="utf-8")


def _time(what: str, work: Callable[[], object]) -> None:
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    _say(f"{what:34} {median(taken):6.3f} s")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    main()
