"""Prints seconds and peak memory of a province that receives and merges what its offices sent.

    python -m tests.bench.rollup_bench [--offices 35] [--people 8000] [--keep FOLDER]

Invented offices write one exchange workbook each, in a process of its own; a fresh process receives
and merges them. The peak of "all processes" is the sum of the highest the program reached and the
highest that any of its reading children reached: more than they ever hold at one time. A share of
the people stands in two offices. With FOLDER the workbooks are kept there and used again.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from app.bootstrap import open_workplace
from app.domain.count import read_count
from app.domain.handle import Handle
from app.domain.nip import Nip
from app.domain.office import Office
from app.domain.period import Period, PeriodKind
from app.domain.person import Account, Count, Person, Source
from app.domain.platform import RECORDED
from app.domain.rollup.sending import Sender, Sending
from app.domain.rule import RULE_A, RULE_B
from app.domain.snapshot import take_snapshot
from app.services.job import Job
from app.services.rollup.books import ExchangeBooks
from app.wording.language import Language

OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
WRITTEN = ("480", "612", "1,2 rb", "12.345", "500+", "88", "2318")
ENGLISH = Language("en", Path())
MEGABYTE = 1024
"""In the unit of `ru_maxrss`."""


def main() -> None:
    """Writes the workbooks where they are not there yet, then measures."""
    parser = argparse.ArgumentParser(description="Times the roll-up of a province.")
    parser.add_argument("--offices", type=int, default=35)
    parser.add_argument("--people", type=int, default=8_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--step", choices=("all", "write", "receive"), default="all")
    asked = parser.parse_args()
    if asked.step == "write":
        write(asked.keep, asked.offices, asked.people)
    elif asked.step == "receive":
        receive(asked.keep)
    elif asked.keep is not None:
        asked.keep.mkdir(parents=True, exist_ok=True)
        both(asked.keep, asked.offices, asked.people)
    else:
        with TemporaryDirectory() as folder:
            both(Path(folder), asked.offices, asked.people)


def both(folder: Path, offices: int, people: int) -> None:
    """Each step in a fresh process: the memory of one tells nothing of the other."""
    for step in ("write", "receive"):
        if step == "write" and len([*folder.glob("*.xlsx")]) == offices:
            continue
        command = [sys.executable, "-m", "tests.bench.rollup_bench", "--step", step]
        command += ["--keep", str(folder), "--offices", str(offices), "--people", str(people)]
        subprocess.run(command, check=True)


def write(folder: Path, offices: int, people: int) -> None:
    """One workbook for each office."""
    books = ExchangeBooks(lambda: datetime(2026, 11, 2, 9), ENGLISH)
    with timed(f"{offices} workbooks of {people} people written"):
        for number in range(offices):
            name = f"Kabupaten {number + 1:02}"
            everyone = [person(Random(f"{number} {at}"), number, at) for at in range(people)]
            rule = RULE_A if number % 5 else RULE_B
            snapshot = take_snapshot(everyone, rule, OCTOBER.last)
            sender = Sender(f"id {number}", name)
            sending = Sending(sender, OCTOBER, 1, OCTOBER.last, rule, snapshot.totals)
            office = Office(government=name, name="Dinas Kominfo")
            target = folder / f"{name}.xlsx"
            books.write(sending, snapshot.people, office, target, Job.quiet())
    say_memory()


def person(dice: Random, office: int, at: int) -> tuple[Person, tuple[Account, ...]]:
    """Somebody with three accounts; every fiftieth stands in the next office too."""
    owner = office if at % 50 else office // 2
    born = date(1966, 1, 1) + timedelta(days=(at * 7) % 11_000)
    digits = f"{born:%Y%m%d}{2010 + owner % 15}{1 + owner % 12:02}{1 + at % 2}{1 + at % 999:03}"
    found = Person(
        Nip(digits),
        f"Pegawai Bernama Panjang {at}",
        title_back="S.Sos.",
        status="PNS",
        rank="III/c",
        position="Pranata Humas Ahli Muda",
        organisation=f"Dinas Nomor {at % 40}",
        unit=f"Bidang {at % 7}",
    )
    accounts = []
    for platform in dice.sample(RECORDED, 3):
        reading = read_count(dice.choice(WRITTEN))
        assert reading.interval is not None
        day = OCTOBER.last - timedelta(days=dice.randrange(60))
        count = Count(reading.interval, day, Source.IMPORT, reading.written)
        handle = Handle(platform, f"pegawai.{office}.{at}")
        accounts.append(Account(platform, handle, f"@pegawai.{office}.{at}", latest=count))
    return found, tuple(accounts)


def receive(folder: Path) -> None:
    """Into a new office, then merged."""
    files = sorted(folder.glob("*.xlsx"))
    size = sum(path.stat().st_size for path in files) / 1e6
    say(f"{len(files)} workbooks, {size:.1f} MB")
    with (
        TemporaryDirectory() as place,
        open_workplace(Path(place) / "p.db", create=True, language=ENGLISH) as province,
    ):
        with timed("received"):
            receipt = province.upwards.receiving.receive(files, Job.quiet())
        assert all(one.error is None for one in receipt.files), receipt
        say_memory()
        database = (Path(place) / "p.db").stat().st_size / 1e6
        say(f"{'database':44} {database:8.1f} MB")
        with timed("received again: known"):
            province.upwards.receiving.receive(files[:2], Job.quiet())
        with timed("merged"):
            rollup = province.upwards.merging.rollup(OCTOBER, RULE_A, Job.quiet())
        say_memory()
        say(
            f"{rollup.figures.people} people, {len(rollup.doubled)} in several offices, "
            f"{sum(one.is_rejudged for one in rollup.offices)} offices judged anew"
        )
        with timed("traced, everybody"):
            traced = sum(1 for _ in rollup.traced())
        assert traced == rollup.figures.people
        with timed("taken back"):
            province.undoing.undo_last()
        with timed("brought again"):
            province.undoing.redo_last()
        say_memory()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def timed(words: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    say(f"{words:44} {time.perf_counter() - began:8.1f} s")


def say_memory() -> None:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
    say(f"  peak so far {own:.0f} MB, child {child:.0f} MB, together {own + child:.0f} MB")


if __name__ == "__main__":
    main()
