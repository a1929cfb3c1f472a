"""Killed, or refused by the disk, at every single step: the office stands before or after, whole."""

import errno
import os
import signal
import sqlite3
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.backup import Reason
from app.domain.errors import AppError
from app.services.backups.shelf import Backup, backup_at, prove
from app.services.job import Job
from tests.services.backups.conftest import Office

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed in the middle")

STEPS = ("open", "os.rename", "os.remove", "os.link", "os.mkdir", "sqlite3.connect")
"""What Python tells of before it does it, and what changes a disk."""
MOST = 400
KILLED, REFUSED, DONE, FAULTY, OVER = "killed", "refused", "done", "faulty", "over"

Act = Callable[[], object]


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _refuse() -> None:
    raise OSError(errno.ENOSPC, "no room")


def _at_step(number: int, folder: Path, what: Act, act: Act) -> str:
    """Does something in a child, in which `what` happens before the step of this number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of others do not matter here
        child = os.fork()
    if child == 0:
        os._exit(_in_child(number, str(folder), what, act))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return KILLED
    return {0: DONE, 3: REFUSED, 5: OVER}.get(os.WEXITSTATUS(status), FAULTY)


def _in_child(number: int, folder: str, what: Act, act: Act) -> int:
    seen = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in STEPS and folder in str(arguments[0]):
            seen += 1
            if seen == number:
                what()

    sys.addaudithook(count)
    try:
        act()
    except AppError:
        return 3
    except BaseException:
        traceback.print_exc()
        return 1
    return 0 if seen >= number else 5


def each_step(folder: Path, what: Act, prepare: Act, act: Act) -> Iterator[str]:
    """How it ended for the first step, the second, until there is none of that number."""
    for number in range(1, MOST):
        prepare()
        end = _at_step(number, folder, what, act)
        yield end
        if end == OVER:
            return
    raise AssertionError("it never came to an end")


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def all_whole(office: Office) -> list[Backup]:
    """Every backup that is listed; each one is proven."""
    found = office.backups.backups()
    for backup in found:
        prove(backup)
    return found


@pytest.mark.parametrize("what", [_die, _refuse])
def test_a_backup_stopped_at_any_step_harms_nothing(office: Office, what: Act) -> None:
    first = office.backups.make(Reason.ASKED).backup
    office.add(2, "dua")
    before = office.people()

    def prepare() -> None:
        office.backups.remove(one for one in office.backups.backups() if one.path != first.path)

    ends = []
    for end in each_step(
        office.path.parent, what, prepare, lambda: office.backups.make(Reason.DAILY)
    ):
        ends.append(end)
        assert office.people() == before
        assert is_sound(office.path)
        kept = all_whole(office)
        assert first.path in [one.path for one in kept]
        # Undisturbed it works again.
        assert office.backups.make(Reason.DAILY).backup.contents is not None
    assert FAULTY not in ends
    assert len(ends) > 10
    _clear(office)


@pytest.mark.parametrize("what", [_die, _refuse])
def test_a_restore_stopped_at_any_step_is_whole_or_never_was(office: Office, what: Act) -> None:
    backup = office.backups.write_to(office.path.parent / "usb")
    old = office.path.read_bytes()
    office.add(2, "dua")
    new = office.path.read_bytes()

    def prepare() -> None:
        office.path.write_bytes(new)

    def act() -> object:
        return office.restoring.restore(backup_at(backup.path), Job.quiet())

    ends, states = [], set()
    for end in each_step(office.path.parent, what, prepare, act):
        ends.append(end)
        assert is_sound(office.path)
        state = tuple(office.people())
        states.add(state)
        assert state in (("Orang 1",), ("Orang 1", "Orang 2"))
        if state == ("Orang 1",):
            # Whatever was taken back is on the shelf.
            holding = [one.contents.holding.people for one in all_whole(office) if one.contents]
            assert 2 in holding
        act()
        assert office.people() == ["Orang 1"]
        all_whole(office)
    assert FAULTY not in ends
    assert len(states) == 2
    assert len(ends) > 15
    assert old != new
    _clear(office)


def test_a_restore_over_a_damaged_database_killed_at_any_step_keeps_it(office: Office) -> None:
    backup = office.backups.write_to(office.path.parent / "usb")
    broken = bytearray(office.path.read_bytes())
    broken[4096:8192] = bytes(4096)

    def prepare() -> None:
        office.path.write_bytes(broken)

    def act() -> object:
        return office.restoring.restore(backup_at(backup.path), Job.quiet())

    for _ in each_step(office.path.parent, _die, prepare, act):
        # Nobody finds nothing: the broken one is there, or the restored one is.
        if office.path.read_bytes() != bytes(broken):
            assert office.people() == ["Orang 1"]
            asides = office.path.parent.glob("kantor-rusak/*/kantor.db")
            assert bytes(broken) in [one.read_bytes() for one in asides]
    _clear(office)


def _clear(office: Office) -> None:
    """What a killed program leaves half written is cleared a day later."""
    for path in office.path.parent.rglob("~gaung*"):
        path.unlink()
