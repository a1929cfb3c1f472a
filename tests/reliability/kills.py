"""Kills a piece of work at random moments, with everything that it started."""

import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

from tests.reliability.trial import SEED, Child, Desk, Told, complaint
from tests.reliability.works import AFTER, Work, acks_in


def killed(work: Work, desk: Desk, times: int = 20, seed: int = SEED) -> Told:
    """SIGKILL to the whole group; then the office is looked at, and the same command runs through."""
    chance = random.Random(f"{seed} {work.name}")
    told = Told("kill", work.name, seed=seed)
    whole = _worked(work, desk)
    for number in range(times):
        work.prepare(desk.run)
        # Every third one towards the end, where what was prepared is kept.
        moment = chance.uniform(0.85 if number % 3 == 2 else 0.02, 1.0) * whole
        acks, was_killed = _killed_after(work, desk, moment)
        told.tries += 1
        told.count("hit", was_killed)
        try:
            told.count(work.look(desk.run, acks))
            again = desk.start(work)
            words = complaint(again) or (again.stderr if again.returncode else "")
            state = work.look(desk.run, acks_in(again.stdout))
            if words or state != AFTER:
                raise AssertionError(f"the same command does not run through: {state} {words}")
        except Exception as error:  # every kind of wrong is told
            told.wrong.append(f"{number} at {moment:.3f} s: {error!r}")
    return told


def _worked(work: Work, desk: Desk) -> float:
    """Seconds of the processor that the whole work takes: the clock says little on a busy machine."""
    for _ in range(2):  # the first time something is compiled
        work.prepare(desk.run)
        with desk.begun(work) as child:
            seconds = _watched(child, None)
            ended = child.ended()
        if ended.returncode or work.look(desk.run, acks_in(ended.stdout)) != AFTER:
            raise RuntimeError(f"{work.name} does not run at all: {ended.stderr}")
    return seconds


def _killed_after(work: Work, desk: Desk, seconds: float) -> tuple[list[str], bool]:
    with desk.begun(work) as child:
        _watched(child, seconds)
        with suppress(ProcessLookupError):
            os.killpg(child.number, signal.SIGKILL)
        ended = child.ended()
    return acks_in(ended.stdout), ended.returncode == -signal.SIGKILL


def _watched(child: Child, until: float | None) -> float:
    """Waits until it worked so long, or ended; gives how long it worked."""
    worked = 0.0
    while True:
        try:
            whole = Path(f"/proc/{child.number}/schedstat").read_text(encoding="ascii")
            state = Path(f"/proc/{child.number}/stat").read_text(encoding="utf-8")
        except OSError:
            return worked
        worked = max(worked, int(whole.split()[0]) / 1e9)
        if state.rpartition(")")[2].split()[0] == "Z" or (until is not None and worked >= until):
            return worked
        time.sleep(0.005)
