"""Simulated power cuts: what the disk may hold then is built from a record of the steps, and looked at.

Killing a process keeps what the system has in memory, so it says nothing about syncing; this does.
The model: what was written to a file before it was synced is there; each later write is there, or is
not, or only some of its sectors are; names change in order up to some moment, at least up to the last
sync of that folder or, for a new file, of the file itself. It is an honest disk.
"""

import random
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.reliability.disk_log import Step, put, record
from tests.reliability.offices import ROOT, environment_of
from tests.reliability.trial import SEED, Desk, Told
from tests.reliability.works import AckLost, Work

SECTOR = 512
_MARKS = ("sync", "sync_folder", "rename", "link", "unlink", "create", "ack")

Files = dict[str, bytes]


class _Disk:
    """Files by number, names that lead to them, and what is only on its way to the disk."""

    def __init__(self, base: Mapping[str, bytes]) -> None:
        self._durable: dict[int, bytearray] = {}
        self._names: dict[str, int] = {}
        for name, content in base.items():
            self._names[name] = self._new(content)
        self._on_disk = dict(self._names)
        self._writes: dict[int, list[Step]] = defaultdict(list)
        self._renames: list[tuple[Step, int]] = []
        self.acks: list[str] = []

    def _new(self, content: bytes = b"") -> int:
        number = len(self._durable)
        self._durable[number] = bytearray(content)
        return number

    def take(self, step: Step) -> None:
        """One step more."""
        if step.what == "ack":
            self.acks.append(step.name)
        elif step.what == "sync_folder":
            self._keep_names(self._last(lambda one, _: step.name in _folders_of(one)))
        elif step.what == "sync":
            file = self._names[step.name]
            for one in self._writes.pop(file, []):
                _apply(self._durable[file], one)
            self._keep_names(self._last(lambda one, made: one.what == "create" and made == file))
        elif step.what in ("write", "cut"):
            self._writes[self._names[step.name]].append(step)
        else:
            self._rename(step)

    def _rename(self, step: Step) -> None:
        names = self._names
        if step.what == "create":
            names[step.name] = self._new()
        file = names[step.name]
        if step.what == "unlink":
            del names[step.name]
        elif step.what == "rename":
            names[step.to] = names.pop(step.name)
        elif step.what == "link":
            names[step.to] = file
        self._renames.append((step, file))

    def _last(self, matches: object) -> int:
        assert callable(matches)
        found = [at for at, one in enumerate(self._renames) if matches(*one)]
        return found[-1] + 1 if found else 0

    def _keep_names(self, many: int) -> None:
        for step, file in self._renames[:many]:
            if step.what == "unlink":
                self._on_disk.pop(step.name, None)
            elif step.what == "rename":
                self._on_disk.pop(step.name, None)
                self._on_disk[step.to] = file
            else:
                self._on_disk[step.to or step.name] = file
        del self._renames[:many]

    def after_the_cut(self, chance: random.Random) -> Files:
        """What may be found; another choice each time."""
        self._keep_names(chance.randint(0, len(self._renames)))
        how = chance.choice(("none", "all", "some", "some", "first"))
        for file, writes in self._writes.items():
            first = chance.randint(0, len(writes))
            for at, one in enumerate(writes):
                lost = how == "none" or (how == "first" and at >= first)
                if lost or (how == "some" and chance.random() < 0.5):
                    continue
                for part in _torn(one, chance):
                    _apply(self._durable[file], part)
        return {name: bytes(self._durable[file]) for name, file in self._on_disk.items()}


def _folders_of(step: Step) -> set[str]:
    return {str(Path(name).parent) for name in (step.name, step.to) if name}


def _apply(content: bytearray, step: Step) -> None:
    if step.what == "write":
        put(content, step.at, step.content)
        return
    del content[step.at :]
    content.extend(bytes(step.at - len(content)))


def _torn(step: Step, chance: random.Random) -> Sequence[Step]:
    """Now and then only some sectors of a write arrive."""
    if step.what != "write" or chance.random() >= 0.15:
        return (step,)
    starts = range(0, len(step.content), SECTOR)
    return [
        Step("write", step.name, step.at + start, step.content[start : start + SECTOR])
        for start in starts
        if chance.random() < 0.5
    ]


def files_of(folder: Path) -> Files:
    """Everything below a folder, by relative name."""
    found = sorted(one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): one.read_bytes() for one in found}


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """The folder holds these files and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def state_after(
    steps: Sequence[Step], cut: int, base: Mapping[str, bytes], chance: random.Random
) -> tuple[Files, list[str]]:
    """What the disk holds when the power goes before the step of this number, and what was promised."""
    disk = _Disk(base)
    for step in steps[:cut]:
        disk.take(step)
    return disk.after_the_cut(chance), disk.acks


def cut_off(
    work: Work, desk: Desk, times: int = 300, seed: int = SEED, *, unsynced: bool = False
) -> Told:
    """Each state is opened by the program; `unsynced` is the control, which has to find harm."""
    told = Told("cut, control" if unsynced else "cut", work.name, seed=seed)
    chance = random.Random(f"{seed} {work.name} {unsynced}")
    work.prepare(desk.run)
    base = files_of(desk.run)
    command = work.command(desk.run, unsynced=unsynced)
    steps, ended = record(command, desk.run, environment_of(work, desk.home), ROOT)
    if ended.returncode:
        raise RuntimeError(f"{work.name} does not run: {ended.stderr[-600:]}")
    told.count("steps", len(steps))
    marks = [at for at, one in enumerate(steps) if one.what in _MARKS]
    for number in range(times):
        cut = chance.randint(0, len(steps))
        if chance.random() >= 0.4:
            cut = min(len(steps), max(0, chance.choice(marks) + chance.randint(-2, 3)))
        files, acks = state_after(steps, cut, base, chance)
        lay_out(files, desk.run)
        told.tries += 1
        try:
            told.count(work.look(desk.run, acks))
        except AckLost as error:
            told.count("lost")
            told.wrong.append(f"{number}, cut at {cut}: lost {error}")
        except Exception as error:  # every kind of wrong is told
            told.count("corrupt")
            told.wrong.append(f"{number}, cut at {cut}: {error!r}"[:300])
    return told
