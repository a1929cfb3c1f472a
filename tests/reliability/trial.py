"""What every trial is given, and what it tells."""

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.reliability import acting
from tests.reliability.offices import ROOT, environment_of
from tests.reliability.works import Work

SEED = 20261128


@dataclass(slots=True)
class Told:
    """One line of a table: what was tried how often, what was found, what was wrong."""

    kind: str
    work: str
    tries: int = 0
    found: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    seed: int = SEED

    def count(self, what: str, more: int = 1) -> None:
        """One more of these."""
        self.found[what] = self.found.get(what, 0) + more

    def as_json(self) -> Mapping[str, object]:
        """For the file of results."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Child:
    """A process of its own, which has loaded the program already: it leads a group of its own."""

    number: int
    out: Path
    error: Path

    def ended(self) -> subprocess.CompletedProcess[str]:
        """Waits for its end."""
        _, status = os.waitpid(self.number, 0)
        out, error = (one.read_text(errors="replace") for one in (self.out, self.error))
        return subprocess.CompletedProcess("", os.waitstatus_to_exitcode(status), out, error)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a trial works: its own copy of an office, and a home for the program."""

    run: Path
    home: Path

    def start(self, work: Work) -> subprocess.CompletedProcess[str]:
        """The work undisturbed."""
        with self.begun(work) as child:
            return child.ended()

    def start_behind(self, work: Work, before: list[str]) -> subprocess.CompletedProcess[str]:
        """The work behind a command that disturbs it, as a program that is started anew."""
        return subprocess.run(
            [*before, *work.command(self.run)],
            cwd=ROOT,
            env=environment_of(work, self.home),
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=300,
        )

    @contextmanager
    def begun(self, work: Work) -> Iterator[Child]:
        """The work, just begun, in a child that was forked: nothing of it is the loading of modules."""
        with tempfile.TemporaryDirectory() as scratch:
            out, error = Path(scratch) / "out", Path(scratch) / "error"
            number = os.fork()
            if number == 0:
                os._exit(_in_child(work, self, out, error))
            yield Child(number, out, error)


def _in_child(work: Work, desk: Desk, out: Path, error: Path) -> int:
    os.setsid()
    for path, handle in ((out, 1), (error, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), handle)
    os.environ.clear()
    os.environ.update(environment_of(work, desk.home))
    os.chdir(ROOT)
    try:
        code = acting.main(work.arguments(desk.run))
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def complaint(ended: subprocess.CompletedProcess[str]) -> str:
    """What is wrong with the way a command ended; empty where it may end so."""
    lines = [line for line in ended.stderr.splitlines() if line.strip()]
    if "Traceback" in ended.stderr:
        return f"traceback: {lines[-1][:200]}"
    if ended.returncode not in (0, 3):
        return f"exit {ended.returncode}: {' | '.join(lines[-2:])[:200]}"
    if ended.returncode == 3 and sum(line.startswith("GAGAL: ") for line in lines) != 1:
        return f"exit 3 without its one sentence: {lines[:2]}"
    return ""


def left_behind(folder: Path) -> list[str]:
    """Files that a run which ended by itself should have cleared."""
    return [one.name for one in folder.rglob("~gaung*")]
