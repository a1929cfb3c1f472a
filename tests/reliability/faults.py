"""Lets the n-th call to the disk fail, with strace, and looks at how the program takes it."""

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.reliability.trial import SEED, Desk, Told, complaint, left_behind
from tests.reliability.works import BEFORE, AckLost, Work, acks_in

FAULTS = {
    "write": ("ENOSPC", "EIO"),
    "pwrite64": ("ENOSPC", "EIO"),
    "fsync": ("EIO",),
    "fdatasync": ("EIO",),
    "ftruncate": ("ENOSPC", "EIO"),
    "rename": ("EACCES", "EIO"),
    "openat": ("EACCES", "EMFILE"),
    "unlink": ("EACCES",),
}
"""What the disk may answer. EACCES for a rename: a virus scanner holds the file for a moment."""

_CALL = re.compile(r"(\w+)\((.*)")

Fault = tuple[str, str, str]
"""The call, the answer, and which ones: "7" the seventh, "7+" that one and all later."""


def faults_of(work: Work, desk: Desk, most: int) -> list[Fault]:
    """At most so many of each kind, spread over the run; the last ones always."""
    hits = _hits(work, desk)
    chosen: list[Fault] = []
    for call, answers in FAULTS.items():
        numbers = hits.get(call, [])
        every = max(1.0, len(numbers) / most)
        picked = {numbers[int(at * every)] for at in range(min(len(numbers), most))}
        picked |= set(numbers[-2:])
        for answer in answers:
            for number in sorted(picked):
                chosen.append((call, answer, str(number)))
                if call != "openat":
                    # If nothing at all can be opened any more, neither can the program itself.
                    chosen.append((call, answer, f"{number}+"))
    return chosen


def faulted(
    work: Work, desk: Desk, faults: Sequence[Fault], seed: int = SEED
) -> Iterator[tuple[Fault, str, str]]:
    """One after another: the fault, the state that it left, and what was wrong with it."""
    for fault in faults:
        call, answer, when = fault
        work.prepare(desk.run)
        inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={answer}:when={when}"]
        ended = desk.start_behind(work, ["strace", "-qq", "-o", "/dev/null", *inject])
        wrong = complaint(ended)
        if _mute(fault) and wrong.startswith("exit 3 without"):
            wrong = ""
        state = "broken"
        try:
            state = work.look(desk.run, acks_in(ended.stdout))
        except AckLost as error:
            wrong += f" lost: {error}"
        except Exception as error:  # every kind of wrong is told
            wrong += f" {error!r}"[:300]
        left = left_behind(desk.run)
        if left and call != "unlink":
            wrong += f" left behind: {left}"
        if ended.returncode == 3 and state not in (BEFORE, "broken"):
            state = f"exit 3, {state}"
        yield fault, state, wrong


def scanned(work: Work, desk: Desk, most: int = 4, seed: int = SEED) -> Told:
    """All of them, counted."""
    told = Told("fault", work.name, seed=seed)
    for fault, state, wrong in faulted(work, desk, faults_of(work, desk, most)):
        told.tries += 1
        told.count(state)
        if wrong:
            told.wrong.append(f"{' '.join(fault)}: {wrong.strip()}")
    return told


def _mute(fault: Fault) -> bool:
    """Where every later write fails, the sentence itself cannot be written either."""
    return fault[0] == "write" and fault[2].endswith("+")


def _hits(work: Work, desk: Desk) -> dict[str, list[int]]:
    """Which calls of each kind touch the office, of the first thread: the others are left in peace.

    A fault is counted within each thread; in another one it would strike the loading of a library.
    """
    # Once before: whatever is compiled at the first start must not be counted.
    work.prepare(desk.run)
    desk.start_behind(work, [])
    work.prepare(desk.run)
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch) / "log"
        tracing = ["strace", "-y", "-s", "0", "-qq", "-o", str(log)]
        ended = desk.start_behind(work, [*tracing, "-e", f"trace={','.join(FAULTS)}"])
        if ended.returncode:
            raise RuntimeError(f"{work.name} does not run: {ended.stderr}")
        seen: dict[str, int] = defaultdict(int)
        hits: dict[str, list[int]] = defaultdict(list)
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            found = _CALL.match(line)
            if found is None:
                continue
            seen[found[1]] += 1
            if str(desk.run) in found[2]:
                hits[found[1]].append(seen[found[1]])
    return hits
