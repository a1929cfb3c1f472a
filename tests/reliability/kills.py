"""Kills a piece of work at random moments, with everything that it started."""

import os
import random
import signal
import subprocess
import time

from tests.reliability.offices import ROOT, environment_of
from tests.reliability.trial import SEED, Desk, Told, complaint
from tests.reliability.works import AFTER, Work, acks_in

QUIET_START = 0.4
"""Seconds in which a process only loads its modules: hardly any kill is spent there."""


def killed(work: Work, desk: Desk, times: int = 20, seed: int = SEED) -> Told:
    """SIGKILL to the whole group; then the office is looked at, and the same command runs through."""
    chance = random.Random(f"{seed} {work.name}")
    told = Told("kill", work.name, seed=seed)
    whole = _timed(work, desk)
    for number in range(times):
        work.prepare(desk.run)
        moment = chance.uniform(min(QUIET_START, whole / 2), whole)
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
            told.wrong.append(f"{number} at {moment:.2f} s: {error!r}")
    return told


def _timed(work: Work, desk: Desk) -> float:
    work.prepare(desk.run)
    begun = time.perf_counter()
    ended = desk.start(work)
    took = time.perf_counter() - begun
    if ended.returncode or work.look(desk.run, acks_in(ended.stdout)) != AFTER:
        raise RuntimeError(f"{work.name} does not run at all: {ended.stderr}")
    return took


def _killed_after(work: Work, desk: Desk, seconds: float) -> tuple[list[str], bool]:
    process = subprocess.Popen(
        work.command(desk.run), cwd=ROOT, env=environment_of(work, desk.home),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        out, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, _ = process.communicate()
    return acks_in(out), process.returncode == -signal.SIGKILL
