"""A disk that is full at each size step, and one that may only be read: a RAM disk of that size.

Mounting one takes root. Sizes step from what the office itself needs to where everything fits.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.reliability.trial import SEED, Desk, Told, complaint, left_behind
from tests.reliability.works import AFTER, BEFORE, Work, acks_in

ROOMY = 400 << 20
_PAGE = 4096


@contextmanager
def ram_disk(place: Path, size: int) -> Iterator[None]:
    """Mounted at `place` while the block lasts."""
    place.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


def may_mount() -> bool:
    """Only root may, and not in every container."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def filled(work: Work, desk: Desk, steps: int = 12, seed: int = SEED) -> Told:
    """At each size the work ends well or is refused; with room again the same command runs through."""
    told = Told("full disk", work.name, seed=seed)
    needs, whole = _size(work.base), _peak(work, desk)
    for step in range(steps):
        size = needs + 2 * _PAGE + (whole - needs) * step // (steps - 1)
        try:
            with ram_disk(desk.run, size):
                shutil.copytree(work.base, desk.run, dirs_exist_ok=True)
                told.tries += 1
                _one(work, desk, told)
        except Exception as error:  # every kind of wrong is told
            told.wrong.append(f"{size >> 10} KB: {error!r}"[:400])
    return told


def _one(work: Work, desk: Desk, told: Told) -> None:
    ended = desk.start(work)
    told.count("hit full", ended.returncode == 3)
    wrong = complaint(ended)
    if left := left_behind(desk.run):
        wrong += f" left behind: {left}"
    _mount("-o", f"remount,size={ROOMY}", str(desk.run))
    told.count(work.look(desk.run, acks_in(ended.stdout)))
    again = desk.start(work)
    wrong += complaint(again)
    state = work.look(desk.run, acks_in(again.stdout))
    if wrong or again.returncode or state != AFTER:
        raise AssertionError(f"{wrong} then {again.returncode}, {state}: {again.stderr[-200:]}")


def read_only(work: Work, desk: Desk, seed: int = SEED) -> Told:
    """Nothing may be written there: one sentence, and nothing is changed; then all runs through."""
    told = Told("read-only disk", work.name, seed=seed)
    with ram_disk(desk.run, ROOMY):
        shutil.copytree(work.base, desk.run, dirs_exist_ok=True)
        _mount("-o", "remount,ro", str(desk.run))
        told.tries += 1
        try:
            ended = desk.start(work)
            wrong = complaint(ended)
            _mount("-o", "remount,rw", str(desk.run))
            state = work.look(desk.run, acks_in(ended.stdout))
            told.count(state)
            if wrong or ended.returncode != 3 or state != BEFORE:
                raise AssertionError(f"{ended.returncode} {state} {wrong}")
            again = desk.start(work)
            if again.returncode or work.look(desk.run, acks_in(again.stdout)) != AFTER:
                raise AssertionError(f"not afterwards: {again.stderr[-200:]}")
        except Exception as error:  # every kind of wrong is told
            told.wrong.append(repr(error)[:400])
    return told


def _size(folder: Path) -> int:
    files = [one for one in folder.rglob("*") if one.is_file()]
    return sum(-(-one.stat().st_size // _PAGE) * _PAGE for one in files)


def _peak(work: Work, desk: Desk) -> int:
    """Room with which it surely ends well: what stands afterwards, and a log and a copy beside it."""
    work.prepare(desk.run)
    ended = desk.start(work)
    if ended.returncode:
        raise RuntimeError(f"{work.name} does not run: {ended.stderr[-300:]}")
    return 2 * _size(desk.run) + (1 << 20)
