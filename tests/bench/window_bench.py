"""Prints how a window of 100,000 people feels, beside an empty window and other programs.

    python -m tests.bench.window_bench [--people 100000] [--times 1] [--no-others] [people followers standings]

An invented office is imported (the same seed gives the same rows); every window is a process of its
own, under Xvfb where that is installed. Nothing is asserted. See README.md beside this file.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.import_bench import ROOT, with_compiled_modules, write_roster
from tests.bench.window_peers import Opened, calc, db_browser

PAGES = ("people", "followers", "standings")
_BASES = 3
QUERY = """
SELECT p.id, p.name, p.nip, p.unit, a.platform, a.handle, c.low, max(c.observed_on)
FROM people p
LEFT JOIN accounts a ON a.person_id = p.id
LEFT JOIN counts c ON c.person_id = p.id AND c.platform = a.platform AND c.retracted = 0
GROUP BY p.id, a.platform ORDER BY p.id
"""
"""What any list of people with their newest counts must ask for."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", default=PAGES)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--no-others", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, _screen() as screen:
        folder = Path(place)
        environment = with_compiled_modules(folder / "compiled") | screen
        environment |= {"GAUNG_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)}
        office = _office(folder, told.people, environment)
        for kind in ("empty", "loaded"):
            # Compiles what it loads, as an installed program has it.
            _child(kind, office, environment)
        base = _base(office, environment, max(told.times, _BASES))
        ours = {}
        for page in told.pages:
            runs = [_child(page, office, environment) for _ in range(told.times)]
            ours[page] = _say_page(page, runs, base)
        if not told.no_others:
            first = ours[told.pages[0]]
            for name, found in (db_browser(office, environment), calc(office, folder, environment)):
                _say_other(name, found, told.pages[0], first)


@dataclass(frozen=True)
class _Base:
    """An empty window of PySide6, and the bare query: what nobody can do without."""

    window: float
    window_cpu: float
    memory: float
    query: float
    query_cpu: float

    @property
    def both(self) -> float:
        return self.window + self.query

    @property
    def both_cpu(self) -> float:
        return self.window_cpu + self.query_cpu


def _base(office: Path, environment: Mapping[str, str], times: int) -> _Base:
    empty = [_child("empty", office, environment) for _ in range(times)]
    queries = [_bare_query(office) for _ in range(times)]

    def mid(values: Iterable[float]) -> float:
        return statistics.median(values)

    base = _Base(
        mid(one["window"] for one in empty),
        mid(one["window_cpu"] for one in empty),
        mid(one["rss"] for one in empty),
        mid(wall for wall, _ in queries),
        mid(cpu for _, cpu in queries),
    )
    _say(
        f"empty window: {base.window:.2f} s, {base.window_cpu:.2f} s processor, {base.memory:.0f} MB; "
        f"bare query: {base.query:.2f} s, {base.query_cpu:.2f} s processor"
    )
    return base


def _say_page(page: str, runs: Sequence[dict[str, float]], base: _Base) -> dict[str, float]:
    names = [name for name in runs[0] if name != "total"]
    mid = {name: statistics.median(one[name] for one in runs) for name in names}
    _say(f"{page}, {runs[0]['total']:,.0f} rows")
    _row("window painted (beside the empty window)", mid["window"], "s", base.window)
    _row("rows painted (aim: twice empty window and query)", mid["usable"], "s", 2 * base.both)
    _row("  of it processor", mid["usable_cpu"], "s", 2 * base.both_cpu)
    _row("everything known of them", mid["whole"], "s", 2 * base.both)
    _row("  of it processor", mid["whole_cpu"], "s", 2 * base.both_cpu)
    _row("keystroke to picture, p95", mid["key_p95"], "ms", 50)
    _row("  of it processor", mid["key_cpu_p95"], "ms", 50)
    _row("full repaint, processor", mid["repaint"], "ms", 16)
    _row("slowest sort to picture", mid["sort"], "ms", 300)
    _row("  of it processor", mid["sort_cpu"], "ms", 300)
    _row("memory with the rows", mid["rss"], "MB", 250)
    _row("memory with everything known", mid["whole_rss"], "MB", 250)
    _row("highest memory", mid["whole_peak"], "MB", 250)
    return mid


def _say_other(name: str, found: Opened | str, page: str, ours: Mapping[str, float]) -> None:
    if isinstance(found, str):
        _say(f"{name}: {found}")
        return
    _say(f"{name}, the same people: the ratio is that of {page} to it")
    for words, mine, its, unit in (
        ("rows in a window", ours["usable"], found.seconds, "s"),
        ("processor", ours["usable_cpu"], found.processor, "s"),
        ("highest memory", ours["whole_peak"], found.memory, "MB"),
    ):
        _say(f"  {words:50} {its:9.2f} {unit:3} {'':17}ratio {mine / its:5.2f}")


def _row(name: str, found: float, unit: str, aim: float) -> None:
    _say(f"  {name:50} {found:9.2f} {unit:3} aim {aim:8.2f}   ratio {found / aim:5.2f}")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _office(folder: Path, people: int, environment: Mapping[str, str]) -> Path:
    """Imported as a clerk does, so that nothing in it is only of this bench."""
    (folder / "home").mkdir()
    office, roster = folder / "kantor.db", folder / "daftar.xlsx"
    write_roster(roster, people)
    command = [sys.executable, "-m", "app", "import", str(roster), "--database", str(office)]
    subprocess.run(command, cwd=ROOT, env=dict(environment), check=True, capture_output=True)
    return office


def _child(kind: str, office: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """Moments count from the start of the process."""
    begun = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_child", kind, str(office)],
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    for moment in ("window", "usable", "whole"):
        if moment in found:
            found[moment] -= begun
    return found


def _bare_query(office: Path) -> tuple[float, float]:
    """Seconds by the clock, and of processor."""
    with closing(sqlite3.connect(office)) as connection:
        start, cpu = time.perf_counter(), time.process_time()
        rows = connection.execute(QUERY).fetchall()
        took = time.perf_counter() - start, time.process_time() - cpu
    assert rows
    return took


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A screen of our own, or none: then nothing else than our own windows can be measured."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    here, there = os.pipe()
    command = ["Xvfb", "-displayfd", str(there), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[there], stderr=subprocess.DEVNULL)
    os.close(there)
    try:
        with os.fdopen(here) as told:
            number = told.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    main()
