"""Kills real processes at random moments of a backup, a restore, an upgrade and an erasure.

    python tests/reliability/killing.py [backup] [restore] [migration] [erase] [--kills 20]
                                        [--seed 20261128] [--people 20000]

Each kill: a fresh copy of the office, `python -m app ...` in a process group of its own, SIGKILL at
a random moment of its work, then: the office is sound and in the state before or after, every
backup on the shelf is whole, what was acknowledged is there, and the same command then runs
through. One line of JSON for each kind; exit code 1 where anything was wrong.
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
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.bootstrap import open_workplace  # noqa: E402  # the path is set above
from app.services.backups.shelf import Shelf, prove  # noqa: E402
from app.storage import schema  # noqa: E402
from app.wording.language import Language  # noqa: E402
from tests.bench.import_bench import _cells as cells_of  # noqa: E402
from tests.bench.import_bench import write_roster  # noqa: E402
from tests.data.storing import load, rows_of  # noqa: E402
from tests.reliability.erasing_once import FIRST  # noqa: E402

QUIET_START = 0.35
"""Seconds in which a process only loads its modules: hardly any kill is spent there."""


@dataclass(slots=True)
class Trial:
    """One kind of work: what stands before, what runs, what may be found afterwards."""

    name: str
    folder: Path
    command: Sequence[str]
    prepare: Callable[[], None]
    look: Callable[[bool], str]
    """Given whether it was acknowledged: "before" or "after"; what is wrong is raised."""
    found: dict[str, int] = field(default_factory=dict)

    def run(self, kills: int, seed: int) -> dict[str, object]:
        """Kills it so often, at moments that the seed chooses."""
        chance = random.Random(f"{seed} {self.name}")  # no secret
        self.prepare()
        whole = self._timed()
        wrong, killed = [], 0
        for number in range(kills):
            self.prepare()
            moment = chance.uniform(min(QUIET_START, whole / 2), whole)
            acknowledged, was_killed = self._killed_after(moment)
            killed += was_killed
            try:
                state = self.look(acknowledged)
                self.found[state] = self.found.get(state, 0) + 1
                if self._ended() != 0 or self.look(True) != "after":
                    raise AssertionError("the same command does not run through afterwards")
            except Exception as error:  # every kind of wrong is told
                wrong.append(f"{number} at {moment:.2f} s: {error!r}")
        return {
            "kind": self.name,
            "seed": seed,
            "kills": kills,
            "killed": killed,
            "seconds_undisturbed": round(whole, 2),
            **self.found,
            "wrong": wrong,
        }

    def _timed(self) -> float:
        begun = time.perf_counter()
        if self._ended() != 0:
            raise RuntimeError(f"{self.name} does not run at all")
        self.look(True)
        return time.perf_counter() - begun

    def _ended(self) -> int:
        return subprocess.run(self.command, cwd=ROOT, capture_output=True, check=False).returncode

    def _killed_after(self, seconds: float) -> tuple[bool, bool]:
        process = subprocess.Popen(
            self.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, _ = process.communicate()
        return b"ACK:" in out, process.returncode == -signal.SIGKILL


def gaung(*arguments: str | Path) -> list[str]:
    """The command line of the program."""
    return [sys.executable, "-m", "app", *map(str, arguments)]


def sound(path: Path) -> None:
    """Raises where the database is not."""
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute("PRAGMA integrity_check").fetchall()
        orphans = raw.execute("PRAGMA foreign_key_check").fetchall()
    if found != [("ok",)] or orphans:
        raise AssertionError(f"{found[:2]} {orphans[:2]}")


def names(path: Path) -> int:
    """How many people stand in an office; tells two states apart."""
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("SELECT count(*) FROM people").fetchone()[0])


def whole_ones(folder: Path) -> int:
    """How many backups lie in a folder; one that is not whole raises."""
    found = Shelf(folder).backups()
    for backup in found:
        prove(backup)
    return len(found)


def fresh(folder: Path, base: Path) -> None:
    """The folder becomes a copy of another one."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)


def backup_trial(base: Path, folder: Path) -> Trial:
    """One file for a disk that is carried away."""
    database, target = folder / "kantor.db", folder / "usb"

    def look(acknowledged: bool) -> str:
        sound(database)
        number = whole_ones(target)
        if acknowledged and not number:
            raise AssertionError("acknowledged, but not there")
        return "after" if number else "before"

    return Trial(
        "backup",
        folder,
        gaung("backup", target, "--database", database),
        lambda: fresh(folder, base),
        look,
    )


def restore_trial(base: Path, folder: Path) -> Trial:
    """A backup of a smaller state over a larger one."""
    database, (backup,) = folder / "kantor.db", base.parent.glob("usb/*.gaung")
    present = names(base / "kantor.db")

    def look(acknowledged: bool) -> str:
        sound(database)
        kept, people = whole_ones(folder / "kantor-cadangan"), names(database)
        restored = people != present
        if restored and not kept:
            raise AssertionError("what stood there before is nowhere")
        if acknowledged and not restored:
            raise AssertionError("acknowledged, but not there")
        return "after" if restored else "before"

    return Trial(
        "restore",
        folder,
        gaung("restore", backup, "--database", database),
        lambda: fresh(folder, base),
        look,
    )


def migration_trial(base: Path, folder: Path) -> Trial:
    """An office of the first schema, opened by today's program."""
    database = folder / "lama.db"
    before = rows_of(base / "lama.db")

    def look(acknowledged: bool) -> str:
        sound(database)
        after = rows_of(database)
        (version,) = after["alembic_version"]
        upgraded = version["version_num"] == schema.REVISIONS[-1]
        if not upgraded and after != before:
            raise AssertionError("neither before nor after")
        if upgraded and any(len(after[table]) != len(rows) for table, rows in before.items()):
            raise AssertionError("rows are missing")
        if upgraded and not whole_ones(folder / "lama-cadangan"):
            raise AssertionError("upgraded without a backup")
        return "after" if upgraded else "before"

    return Trial(
        "migration",
        folder,
        gaung("check", "--database", database),
        lambda: fresh(folder, base),
        look,
    )


def erase_trial(base: Path, folder: Path) -> Trial:
    """One person leaves every table, or none; whatever backup is listed is whole."""
    database = folder / "kantor.db"

    def look(acknowledged: bool) -> str:
        sound(database)
        whole_ones(folder / "kantor-cadangan")
        with closing(sqlite3.connect(database)) as raw:
            there = [
                int(raw.execute(question, (FIRST,)).fetchone()[0])
                for question in (
                    "SELECT count(*) FROM people WHERE id = ?",
                    "SELECT count(*) FROM counts WHERE person_id = ?",
                )
            ]
        if (there[0] == 0) is not (there[1] == 0):
            raise AssertionError("half a person")
        if acknowledged and there[0]:
            raise AssertionError("acknowledged, but still there")
        if not there[0] and not whole_ones(folder / "kantor-cadangan"):
            raise AssertionError("erased without a backup before")
        return "before" if there[0] else "after"

    command = [sys.executable, str(Path(__file__).with_name("erasing_once.py")), str(database)]
    return Trial("erase", folder, command, lambda: fresh(folder, base), look)


def make_office(folder: Path, people: int) -> Path:
    """An office with a backup of it beside, and afterwards an import more."""
    base = folder / "base"
    base.mkdir()
    rosters = folder / "satu.xlsx", folder / "dua.xlsx"
    write_roster(rosters[0], people)
    write_roster(rosters[1], people + people // 10)
    run = (
        gaung("import", rosters[0], "--database", base / "kantor.db"),
        gaung("backup", folder / "usb", "--database", base / "kantor.db"),
        gaung("import", rosters[1], "--database", base / "kantor.db"),
    )
    for command in run:
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(base / "kantor-cadangan")
    return base


def make_old_office(folder: Path, people: int) -> Path:
    """The stored office of the first schema, with many people more."""
    base = folder / "old"
    base.mkdir()
    path = load(base / "lama.db", "0001")
    with closing(sqlite3.connect(path)) as raw, raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(people)")]
        ours = raw.execute("SELECT * FROM people WHERE id = 1").fetchone()
        rows = (
            (number, cells_of(number, random.Random(number))[1], *ours[2:])
            for number in range(3, people)
        )
        marks = ", ".join("?" * len(columns))
        raw.executemany(f"INSERT OR IGNORE INTO people VALUES ({marks})", rows)  # noqa: S608
        raw.execute("UPDATE commits SET number = 7")
    with open_workplace(
        Path(shutil.copy(path, folder / "probe.db")), create=False, language=Language("en", Path())
    ):
        pass  # it can be opened at all
    return base


def main() -> int:
    """Gives 1 where any kill did harm."""
    parser = argparse.ArgumentParser(description="Kills backups, restores, upgrades and erasures.")
    parser.add_argument("kinds", nargs="*", default=["backup", "restore", "migration", "erase"])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--people", type=int, default=20_000)
    asked = parser.parse_args()
    harm = 0
    with tempfile.TemporaryDirectory(prefix="gaung-kills-") as scratch:
        folder = Path(scratch)
        base = make_office(folder, asked.people)
        makers = {
            "backup": lambda: backup_trial(base, folder / "run"),
            "restore": lambda: restore_trial(base, folder / "run"),
            "erase": lambda: erase_trial(base, folder / "run"),
            "migration": lambda: migration_trial(
                make_old_office(folder, asked.people), folder / "run"
            ),
        }
        for kind in asked.kinds:
            told = makers[kind]().run(asked.kills, asked.seed)
            harm += bool(told["wrong"])
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()
    return int(harm > 0)


if __name__ == "__main__":
    sys.exit(main())
