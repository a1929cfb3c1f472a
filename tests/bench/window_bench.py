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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tests.bench.import_bench import ROOT, with_compiled_modules, write_roster
from tests.bench.window_peers import calc, db_browser

PAGES = ("people", "followers", "standings")
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
        _child(
            "empty", office, environment
        )  # compiles what it loads, as an installed program has it
        empty = [_child("empty", office, environment) for _ in range(told.times)]
        query = statistics.median(_bare_query(office) for _ in range(told.times))
        start = statistics.median(one["window"] for one in empty)
        _say(f"empty window: {start:.2f} s, {empty[0]['rss']:.0f} MB; bare query: {query:.2f} s")
        for page in told.pages:
            runs = [_child(page, office, environment) for _ in range(told.times)]
            _say_page(page, runs, start + query)
        if not told.no_others:
            for name, found in (db_browser(office, environment), calc(office, folder, environment)):
                _say(f"{name}: {found}")


def _say_page(page: str, runs: Sequence[dict[str, float]], base: float) -> None:
    def mid(name: str) -> float:
        return statistics.median(one[name] for one in runs)

    _say(f"{page}, {runs[0]['total']:,.0f} rows")
    _row("window painted", mid("window"), "s", None)
    _row("rows painted", mid("usable"), "s", 2 * base)
    _say(f"    {mid('usable') / base:.2f} times the empty window with the bare query; aim 2")
    _row("  of it processor", mid("usable_cpu"), "s", 2 * base)
    _row("keystroke to picture, p95", mid("key_p95"), "ms", 50)
    _row("  of it processor", mid("key_cpu_p95"), "ms", 50)
    _row("full repaint, processor", mid("repaint"), "ms", 16)
    _row("slowest sort to picture", mid("sort"), "ms", 300)
    _row("  of it processor", mid("sort_cpu"), "ms", 300)
    _row("memory with the rows", mid("rss"), "MB", 250)
    _row("highest memory", mid("peak"), "MB", 250)


def _row(name: str, found: float, unit: str, aim: float | None) -> None:
    beside = "" if aim is None else f"aim {aim:8.2f}   ratio {found / aim:5.2f}"
    _say(f"  {name:50} {found:9.2f} {unit:3} {beside}")


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
    for moment in ("window", "usable"):
        if moment in found:
            found[moment] -= begun
    return found


def _bare_query(office: Path) -> float:
    with closing(sqlite3.connect(office)) as connection:
        start = time.perf_counter()
        rows = connection.execute(QUERY).fetchall()
        took = time.perf_counter() - start
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
