"""Two real processes want the same office: one wins, the other is told."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tests.reliability.offices import ROOT, Offices, environment_of
from tests.reliability.trial import Desk, Told, complaint
from tests.reliability.works import Work, acks_in, number, sound

ROUNDS = 20
_PATIENCE = 60.0


def two_imports(offices: Offices, desk: Desk) -> Told:
    """The command twice at once, twenty times: what was acknowledged stands there, and no more."""
    told = Told("clash", "two imports")
    work = offices.work("import")
    database = desk.run / "kantor.db"
    for one in range(ROUNDS):
        work.prepare(desk.run)
        both = [_begun(work.command(desk.run), work, desk) for _ in range(2)]
        ended = [_ended(process) for process in both]
        told.tries += 1
        acks = [ack for found in ended for ack in acks_in(found.stdout)]
        told.count(f"{len(acks)} kept")
        told.count("told", sum(found.returncode == 3 for found in ended))
        try:
            sound(database)
            wrong = [words for found in ended if (words := complaint(found))]
            imports = number(database, "SELECT count(*) FROM imports") - 1
            if wrong or not acks or imports != len(acks):
                raise AssertionError(f"{wrong} {acks} {imports}")
        except Exception as error:  # every kind of wrong is told
            told.wrong.append(f"{one}: {error!r}"[:300])
    return told


def window_and_command(offices: Offices, desk: Desk) -> Told:
    """While the window has the office: looking is allowed, writing is told who holds it."""
    told = Told("clash", "window and command")
    work = offices.work("import")
    work.prepare(desk.run)
    database = desk.run / "kantor.db"
    with _window(database, work, desk):
        for what, code in (("import", 3), ("standings", 0), ("restore", 3), ("fetch", 3)):
            ended = _ended(_begun(_commands(what, work, offices, desk), work, desk))
            told.tries += 1
            told.count(f"exit {ended.returncode}")
            held = "dibuka oleh" in ended.stderr or "sedang" in ended.stderr
            if ended.returncode != code or complaint(ended) or (code == 3 and not held):
                told.wrong.append(f"{what}: {ended.returncode} {ended.stderr[-300:]}")
    again = desk.start(work)
    if again.returncode or not acks_in(again.stdout):
        told.wrong.append(f"not free afterwards: {again.stderr[-300:]}")
    return told


def two_windows(offices: Offices, desk: Desk) -> Told:
    """The second start ends at once with 0, and the first goes on."""
    told = Told("clash", "two windows")
    work = offices.work("import")
    work.prepare(desk.run)
    database = desk.run / "kantor.db"
    with _window(database, work, desk) as first:
        for one in range(3):
            ended = _ended(_begun(_gaung("--database", str(database)), work, desk))
            told.tries += 1
            told.count(f"exit {ended.returncode}")
            if ended.returncode or ended.stderr or first.poll() is not None:
                told.wrong.append(f"{one}: {ended.returncode} {ended.stderr[-300:]}")
    sound(database)
    return told


def _commands(what: str, work: Work, offices: Offices, desk: Desk) -> list[str]:
    if what == "import":
        return work.command(desk.run)
    if what == "restore":
        return offices.work("restore").command(desk.run)
    return _gaung(what, "--database", str(desk.run / "kantor.db"), "--json")


def _gaung(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "app", *arguments]


@contextmanager
def _window(database: Path, work: Work, desk: Desk) -> Iterator[subprocess.Popen[str]]:
    """A real window, without a screen; it is there once it holds the office."""
    process = _begun(_gaung("--database", str(database)), work, desk)
    try:
        until = time.monotonic() + _PATIENCE
        while not _is_held(database):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"no window: {process.poll()}")
            time.sleep(0.2)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _is_held(database: Path) -> bool:
    """The window opens its log, and looks into the office at its start."""
    log = database.with_name(f"{database.name}-wal")
    if not log.exists():
        return False
    with closing(sqlite3.connect(database)) as raw:
        raw.execute("SELECT count(*) FROM people").fetchone()
    return True


def _begun(command: Sequence[str], work: Work, desk: Desk) -> subprocess.Popen[str]:
    environment = {**environment_of(work, desk.home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, start_new_session=True,
    )  # fmt: skip


def _ended(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    out, error = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, out, error)
