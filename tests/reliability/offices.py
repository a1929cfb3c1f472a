"""Makes the offices that stand before a trial, and the eight pieces of work over them."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from app.bootstrap import open_workplace
from app.domain.backup import Reason
from app.domain.office import Office
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.services.job import Job
from tests.bench.import_bench import _cells as cells_of
from tests.bench.import_bench import write_roster
from tests.data.storing import load
from tests.platforms.many_accounts import make_office
from tests.reliability import works
from tests.reliability.acting import AS_OF, LANGUAGE, OCTOBER, TARGETS, TEMPLATE
from tests.reliability.works import OLD_REPORT, Work

ROOT = Path(__file__).resolve().parents[2]

NAMES = ("import", "record", "fetch", "report", "backup", "restore", "migration", "erase")
"""In the order in which they are told."""

Environment = Mapping[str, str]


class Offices:
    """Everything that the trials copy from, in one folder; made once, when it is first asked for."""

    def __init__(self, folder: Path, people: int, stand_in: Environment | None = None) -> None:
        self._folder = folder
        self._people = people
        self._stand_in = stand_in
        """The environment of a stand-in for the platforms; without one there is no fetch."""

    def work(self, name: str) -> Work:
        """One of `NAMES`."""
        made: Mapping[str, Callable[[], Work]] = {
            "import": self._import,
            "record": self._record,
            "fetch": self._fetch,
            "report": self._report,
            "backup": self._backup,
            "restore": self._restore,
            "migration": self._migration,
            "erase": self._erase,
        }
        return made[name]()

    # -------------------------------------------------------------- the eight

    def _import(self) -> Work:
        base, roster = self._used(), self._roster(2)
        look = partial(works.look_at_import, base)
        return Work("import", base, lambda at: ["app", "import", str(roster), *_of(at)], look)

    def _record(self) -> Work:
        return Work("record", self._used(), _acting("record"), works.look_at_record)

    def _fetch(self) -> Work:
        each = max(60, self._people // 40)
        platforms = dict.fromkeys((Platform.INSTAGRAM, Platform.X, Platform.BLUESKY), each)
        base = self._made("fetch", lambda base: make_office(base / "kantor.db", platforms))
        environment = _named(self._stand_in)
        look = partial(works.look_at_fetch, platforms)
        return Work("fetch", base, _acting("fetch"), look, environment)

    def _report(self) -> Work:
        base = self._made("report", self._with_old_reports)
        environment = {"QT_QPA_PLATFORM": "offscreen"}
        return Work("report", base, _acting("reports"), works.look_at_reports, environment)

    def _backup(self) -> Work:
        base = self._used()

        def arguments(at: Path) -> list[str]:
            return ["app", "backup", str(at / "usb"), *_of(at)]

        return Work("backup", base, arguments, works.look_at_backup)

    def _restore(self) -> Work:
        base = self._made("larger", self._imported_twice)
        backup = self._carried_away()
        look = partial(works.look_at_restore, base)
        return Work("restore", base, lambda at: ["app", "restore", str(backup), *_of(at)], look)

    def _migration(self) -> Work:
        base = self._made("old", self._of_the_first_schema)
        look = partial(works.look_at_migration, base)
        return Work("migration", base, lambda at: ["app", "check", *_of(at, "lama.db")], look)

    def _erase(self) -> Work:
        base = self._made("erase", self._with_a_backup)
        return Work("erase", base, _acting("erase"), works.look_at_erase)

    # -------------------------------------------------------------- what stands before

    def _used(self) -> Path:
        return self._made("used", lambda base: self._import_into(base, 1))

    def _made(self, name: str, make: Callable[[Path], object]) -> Path:
        base = self._folder / name
        if not base.exists():
            being_made = self._folder / f"{name}.part"
            shutil.rmtree(being_made, ignore_errors=True)
            being_made.mkdir(parents=True)
            make(being_made)
            being_made.rename(base)
        return base

    def _roster(self, which: int) -> Path:
        path = self._folder / f"roster-{which}.xlsx"
        if not path.exists():
            write_roster(path, self._people + (which - 1) * (self._people // 10))
        return path

    def _import_into(self, base: Path, *which: int) -> None:
        for one in which:
            _run("import", self._roster(one), *_of(base))
        shutil.rmtree(base / "kantor-cadangan", ignore_errors=True)

    def _imported_twice(self, base: Path) -> None:
        self._import_into(base, 1, 2)

    def _carried_away(self) -> Path:
        def make(base: Path) -> None:
            _run("backup", base, *_of(self._used()))

        (backup,) = self._made("usb", make).glob("*.gaung")
        return backup

    def _with_a_backup(self, base: Path) -> None:
        shutil.copytree(self._used(), base, dirs_exist_ok=True)
        with open_workplace(base / "kantor.db", create=False, language=LANGUAGE) as place:
            place.backups.make(Reason.ASKED)

    def _with_old_reports(self, base: Path) -> None:
        """An office that has a name, heard from others, and has an older file of every kind."""
        shutil.copytree(self._used(), base, dirs_exist_ok=True)
        with open_workplace(base / "kantor.db", create=False, language=LANGUAGE) as place:
            named = Office(government="Kabupaten Awan", name="Dinas Kominfo")
            place.preferences.save_office(named)
            sent = base.with_name("sent.xlsx")
            place.upwards.writing.of_today(OCTOBER, RULE_A, AS_OF, sent, Job.quiet())
            place.upwards.receiving.receive([sent], Job.quiet())
            place.template.write_example(base / TEMPLATE)
        for name in TARGETS:
            (base / name).write_bytes(OLD_REPORT)

    def _of_the_first_schema(self, base: Path) -> None:
        path = load(base / "lama.db", "0001")
        with closing(sqlite3.connect(path)) as raw, raw:
            columns = [row[1] for row in raw.execute("PRAGMA table_info(people)")]
            ours = raw.execute("SELECT * FROM people WHERE id = 1").fetchone()
            rows = (
                (one, cells_of(one, random.Random(one))[1], *ours[2:])
                for one in range(3, self._people)
            )
            marks = ", ".join("?" * len(columns))
            raw.executemany(f"INSERT OR IGNORE INTO people VALUES ({marks})", rows)  # noqa: S608
            raw.execute("UPDATE commits SET number = 7")


def _acting(what: str) -> Callable[[Path], list[str]]:
    return lambda at: [what, str(at)]


def _of(folder: Path, name: str = "kantor.db") -> list[str]:
    return ["--database", str(folder / name)]


def _named(stand_in: Environment | None) -> Environment:
    if stand_in is None:
        raise RuntimeError("a fetch needs the stand-in for the platforms")
    return stand_in


def _run(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def environment_of(work: Work, home: Path) -> dict[str, str]:
    """In which its command runs: nothing of Gaung's from outside, a home of its own.

    Compiled modules are kept beside that home, as an installed program has them: compiling anew at
    each start would take longer than the work.
    """
    kept = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith("GAUNG_") and name != "PYTHONDONTWRITEBYTECODE"
    }
    compiled = str(home.with_name("compiled"))
    return {**kept, "GAUNG_HOME": str(home), "PYTHONPYCACHEPREFIX": compiled, **work.environment}
