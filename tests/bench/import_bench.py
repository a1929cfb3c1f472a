"""Prints how long `import` takes beside a bare read of the same file; nothing is asserted.

    python tests/bench/import_bench.py [--rows 100000] [--times 3] [--no-office]

See README.md beside this file.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import xlsxwriter

ROOT = Path(__file__).resolve().parents[2]

HEADS = (
    "NO", "NIP", "NAMA", "PANGKAT/GOL", "JABATAN", "UNIT KERJA", "OPD", "Akun IG", "Followers IG",
    "Teman FB", "Followers X", "Tanggal Data",
)  # fmt: skip
RANKS = ("II/c", "III/a", "III/b", "III/c", "III/d", "IV/a")
POSITIONS = ("Guru Ahli Pertama", "Perawat Terampil", "Pengadministrasi Umum", "Analis Kebijakan")
NAMES = ("Galih", "Laras", "Arum", "Damar", "Intan", "Ketut", "Melati", "Yosef", "Wahyu", "Bening")

BARE, FIRST = "bare python-calamine read", "first import"
SECOND, OFFICE = "second import, nothing changed", "LibreOffice to csv"

_POLL_SECONDS = 0.02
_PAGE = os.sysconf("SC_PAGE_SIZE")

BARE_READ = """
import sys
from python_calamine import CalamineWorkbook
with CalamineWorkbook.from_path(sys.argv[1]) as book:
    rows = book.get_sheet_by_index(0).to_python()
print(len(rows))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, seconds of processor (children too), bytes at the peak of all together."""

    wall: float
    cpu: float
    peak: int


# ------------------------------------------------------------------ the workbook


def write_roster(path: Path, rows: int) -> None:
    """A plain roster of 12 columns; the same `rows` give the same cells."""
    random = Random(1)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Data ASN")
    sheet.write_row(0, 0, HEADS)
    for number in range(1, rows + 1):
        sheet.write_row(number, 0, _cells(number, random))
    book.close()


def _cells(number: int, random: Random) -> list[str | int]:
    # Number and serial together make every NIP one of its own.
    serial = 1 + number % 999
    months = number // 999
    born = f"{1965 + months // 336 % 35}{1 + months % 12:02}{1 + months // 12 % 28:02}"
    start = f"{2010 + months // (336 * 35) % 14}{1 + number % 12:02}"
    name = " ".join(NAMES[number // power % 10] for power in (1, 10, 100, 1000, 10_000))
    return [
        number,
        f"{born}{start}{1 + number % 2}{serial:03}",
        name,
        random.choice(RANKS),
        random.choice(POSITIONS),
        f"Unit {number % 900}",
        f"Dinas {number % 40}",
        f"@orang.{number}",
        random.randint(0, 3000),
        random.randint(0, 3000),
        f"{random.randint(1, 9)},{random.randint(1, 9)} rb",
        "20-11-2026",
    ]


# ------------------------------------------------------------------ measuring a tree of processes


def with_compiled_modules(folder: Path) -> dict[str, str]:
    """The environment in which Python keeps compiled modules, as an installed program has them.

    They go into `folder`. Where PYTHONDONTWRITEBYTECODE is set, as on build machines, each start
    would compile the whole program again.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder)}


def measure(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Runs `command` and watches it and all its children.

    Raises:
        SystemExit: it failed; its words are printed.
    """
    started = time.perf_counter()
    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=words, stderr=subprocess.STDOUT
        )
        peak = _Peak(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        peak.stop()
        if process.returncode != 0:
            words.seek(0)
            raise SystemExit(words.read().decode(errors="replace"))
    # Of waited-for children and theirs; a child that its parent never waited for is not in it.
    return Run(wall, used.ru_utime + used.ru_stime, max(peak.highest, used.ru_maxrss * 1024))


class _Peak:
    """Adds up the resident memory of a process and its descendants, again and again."""

    def __init__(self, root: int) -> None:
        self._root = root
        self._ended = threading.Event()
        self.highest = 0
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_POLL_SECONDS):
            self.highest = max(self.highest, sum(_resident(pid) for pid in _tree(self._root)))


def _tree(root: int) -> Iterator[int]:
    yield root
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:  # it ended meanwhile
            continue
        for child in children:
            yield from _tree(int(child))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0


# ------------------------------------------------------------------ the table


def middle(runs: Sequence[Run]) -> Run:
    """The median of each number by itself."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        round(statistics.median(run.peak for run in runs)),
    )


def line(name: str, run: Run) -> str:
    """One line of the table."""
    return f"{name:<32}{run.wall:>8.2f} s{run.cpu:>10.2f} s{run.peak / 2**20:>10.0f} MB"


def to_csv(roster: Path, folder: Path) -> list[str] | None:
    """LibreOffice merely converting the file, with a profile of its own; None: not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return [
        program,
        profile,
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        str(folder),
        str(roster),
    ]


def importing_of(roster: Path, database: Path) -> list[str]:
    """The import as somebody types it."""
    command = [sys.executable, "-m", "app", "import", str(roster)]
    return [*command, "--database", str(database), "--as-of", "2026-11-20"]


def warm_up(folder: Path, environment: Mapping[str, str]) -> None:
    """Imports a few rows twice, so that every module is compiled and lies in the disk's cache."""
    roster, database = folder / "few.xlsx", folder / "few.db"
    write_roster(roster, 20)
    for _ in range(2):
        measure(importing_of(roster, database), environment)
    measure([sys.executable, "-c", BARE_READ, str(roster)], environment)


def compare(roster: Path, folder: Path, times: int, *, office: bool) -> Iterator[str]:
    """Takes turns, so that a machine that gets slower is slower for all."""
    converting = to_csv(roster, folder) if office else None
    runs: dict[str, list[Run]] = {BARE: [], FIRST: [], SECOND: []}
    environment = with_compiled_modules(folder / "compiled")
    warm_up(folder, environment)
    for turn in range(times):
        database = folder / f"{turn}.db"
        importing = importing_of(roster, database)
        runs[BARE].append(measure([sys.executable, "-c", BARE_READ, str(roster)], environment))
        runs[FIRST].append(measure(importing, environment))
        runs[SECOND].append(measure(importing, environment))
        database.unlink()
        if converting is not None:
            runs.setdefault(OFFICE, []).append(measure(converting, environment))
    yield f"{'':<32}{'clock':>10}{'processor':>12}{'memory':>13}{'clock : bare':>15}"
    bare = middle(runs[BARE])
    for name, several in runs.items():
        one = middle(several)
        yield f"{line(name, one)}{one.wall / bare.wall:>13.1f} x"


def say(text: str) -> None:
    """Printed at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """The command."""
    asked = argparse.ArgumentParser(description="Times an import beside a bare read.")
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--no-office", action="store_true", help="without LibreOffice")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        roster = folder / "roster.xlsx"
        write_roster(roster, options.rows)
        size = roster.stat().st_size / 2**20
        shape = f"{options.rows} rows x {len(HEADS)} columns"
        say(f"{shape}, {size:.1f} MB, median of {options.times}")
        for text in compare(roster, folder, options.times, office=not options.no_office):
            say(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
