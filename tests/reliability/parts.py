"""Every part of the long form by its name; each can be run alone."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.reliability import audit, clashes, cuts, disks, faults, kills, matrix
from tests.reliability.offices import NAMES, ROOT, Offices
from tests.reliability.trial import Desk, Told

MANY, FEW = 400, 150
"""People of the office: many where it matters how long the work takes, few where each try is looked at."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What a part is run with."""

    folder: Path
    stand_in: Mapping[str, str]
    seed: int

    def offices(self, people: int) -> Offices:
        """The offices of that size; the copies are kept from one part to the next."""
        return Offices(self.folder / f"offices-{people}", people, self.stand_in)

    @property
    def desk(self) -> Desk:
        """Where it works."""
        return Desk(self.folder / "run", self.folder / "home")


Part = Callable[[Bench], Told]


def _kill(name: str, bench: Bench) -> Told:
    return kills.killed(bench.offices(MANY).work(name), bench.desk, 20, bench.seed)


def _cut(name: str, bench: Bench) -> Told:
    return cuts.cut_off(bench.offices(FEW).work(name), bench.desk, 300, bench.seed)


def _control(name: str, bench: Bench) -> Told:
    """Turned round: it is wrong where no harm is found."""
    work = bench.offices(FEW).work(name)
    told = cuts.cut_off(work, bench.desk, 60, bench.seed, unsynced=True)
    told.wrong = [] if told.wrong else ["without syncing nothing was lost: the trial sees nothing"]
    return told


def _fault(name: str, bench: Bench) -> Told:
    return faults.scanned(bench.offices(FEW).work(name), bench.desk, 1, bench.seed)


def _full(name: str, bench: Bench) -> Told:
    return disks.filled(bench.offices(FEW).work(name), bench.desk, 10, bench.seed)


def _read_only(name: str, bench: Bench) -> Told:
    return disks.read_only(bench.offices(FEW).work(name), bench.desk, bench.seed)


def _tests(name: str, paths: tuple[str, ...], more: tuple[str, ...], bench: Bench) -> Told:
    """Tests of the suite, which try all of it there already; here with another seed."""
    told = Told("tests", name, seed=bench.seed)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        f"--hypothesis-seed={bench.seed}",
        *more,
        *paths,
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    last = ended.stdout.strip().splitlines()[-1]
    told.tries = 1
    told.found = {last: 1}
    if ended.returncode:
        told.wrong.append(ended.stdout[-1500:])
    return told


def _of_all(kind: str, part: Callable[[str, Bench], Told]) -> dict[str, Part]:
    return {f"{kind}/{name}": partial(part, name) for name in NAMES}


PARTS: dict[str, Part] = {
    **_of_all("kill", _kill),
    **_of_all("cut", _cut),
    **_of_all("control", _control),
    **_of_all("fault", _fault),
    **_of_all("full", _full),
    **_of_all("read-only", _read_only),
    "clash/two-imports": lambda bench: clashes.two_imports(bench.offices(FEW), bench.desk),
    "clash/window-and-command": lambda bench: clashes.window_and_command(
        bench.offices(FEW), bench.desk
    ),
    "clash/two-windows": lambda bench: clashes.two_windows(bench.offices(FEW), bench.desk),
    "matrix": lambda bench: matrix.everywhere(bench.offices(FEW), bench.desk, bench.seed),
    "damage": partial(_tests, "700 damages", ("tests/services/backups/test_damage.py",), ()),
    "canary": partial(
        _tests,
        "canary person and token",
        (
            "tests/services/privacy/test_erasing.py",
            "tests/services/privacy/test_never_stored.py",
            "tests/platforms/test_secret.py",
            "tests/platforms/test_vault.py",
            "tests/platforms/test_faults.py",
            "tests/services/fetching/test_arrangements.py",
            "tests/test_command_line_fetch.py",
            "tests/services/test_audit.py",
            "tests/ui/test_crashes.py",
        ),
        (),
    ),
    "parsers": partial(
        _tests,
        "every parser, 1,000 examples each",
        ("tests/domain/test_every_parser.py",),
        ("--hypothesis-profile=long",),
    ),
    "audit": lambda bench: audit.audited(bench.folder),
}
