"""What every trial is given, and what it tells."""

import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

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
class Desk:
    """Where a trial works: its own copy of an office, and a home for the program."""

    run: Path
    home: Path

    def start(
        self, work: Work, *, before: list[str] | None = None, unsynced: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """The work undisturbed, or behind a command that disturbs it."""
        return subprocess.run(
            [*(before or []), *work.command(self.run, unsynced=unsynced)],
            cwd=ROOT,
            env=environment_of(work, self.home),
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=300,
        )


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
