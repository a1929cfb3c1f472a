"""One program at a time works on an office; the operating system frees what a dead one held."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import DatabaseDamaged, OfficeHeld
from app.storage.database import Database
from app.storage.process_lock import Holder, ProcessLock, lock_file

SINCE = datetime(2026, 11, 20, 9, 5)
HOLD = """
import sys
from pathlib import Path
from app.storage.database import Database
with Database.open(Path(sys.argv[1]), create=True, alone=True):
    print("held", flush=True)
    sys.stdin.read()
"""


def start_holding(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", HOLD, str(path)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_is_told_who_holds_the_office_and_since_when(tmp_path: Path) -> None:
    database = tmp_path / "kantor.db"
    with (
        ProcessLock.take(database, Holder("arum", "PC-HUMAS", SINCE)),
        pytest.raises(OfficeHeld) as held,
    ):
        ProcessLock.take(database)
    assert (held.value.by, held.value.computer, held.value.since) == ("arum", "PC-HUMAS", SINCE)


def test_another_way_to_the_same_file_is_the_same_office(tmp_path: Path) -> None:
    (tmp_path / "lain").symlink_to(tmp_path, target_is_directory=True)
    with ProcessLock.take(tmp_path / "kantor.db"), pytest.raises(OfficeHeld):
        ProcessLock.take(tmp_path / "lain" / "kantor.db")


def test_whoever_lets_go_lets_the_next_in(tmp_path: Path) -> None:
    database = tmp_path / "kantor.db"
    ProcessLock.take(database).release()
    ProcessLock.take(database).release()


@pytest.mark.parametrize("words", [b"", b"{", b"[]", b'{"by": 1}', b"\xff\xfe"])
def test_a_lock_whose_words_cannot_be_read_still_holds(words: bytes, tmp_path: Path) -> None:
    database = tmp_path / "kantor.db"
    with ProcessLock.take(database):
        lock_file(database).write_bytes(words)
        with pytest.raises(OfficeHeld) as held:
            ProcessLock.take(database)
    assert held.value.since is None


def test_an_office_that_is_held_is_not_opened_and_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "kantor.db"
    process = start_holding(path)
    try:
        with pytest.raises(OfficeHeld):
            Database.open(path, create=True, alone=True)
        # Who only looks may look.
        with Database.open(path, create=False) as looking, looking.reading():
            pass
    finally:
        process.communicate(timeout=30)
    with Database.open(path, create=False, alone=True):
        pass


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kantor.db"
    process = start_holding(path)
    process.kill()
    process.communicate(timeout=30)
    with Database.open(path, create=False, alone=True):
        pass


def test_a_refused_opening_leaves_nothing_held(tmp_path: Path) -> None:
    path = tmp_path / "kantor.db"
    with Database.open(path, create=True):
        pass
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(DatabaseDamaged):
        Database.open(path, create=False, alone=True)
    ProcessLock.take(path).release()


TRY = """
import sys
from pathlib import Path
from app.domain.errors import OfficeHeld
from app.storage.database import Database
try:
    opened = Database.open(Path(sys.argv[1]), create=False, alone=True)
except OfficeHeld:
    print("told", flush=True)
else:
    print("held", flush=True)
    sys.stdin.readline()
    opened.close()
"""


def test_of_several_starts_at_once_one_wins_and_the_others_are_told(tmp_path: Path) -> None:
    path = tmp_path / "kantor.db"
    with Database.open(path, create=True):
        pass
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", TRY, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(5)
    ]
    answers = [process.stdout.readline().strip() for process in starts if process.stdout]
    for process in starts:
        process.communicate("\n", timeout=30)
    assert sorted(answers) == ["held", *["told"] * 4]


def test_a_lock_on_a_disk_that_is_gone_is_let_go_of_in_peace(tmp_path: Path) -> None:
    lock = ProcessLock.take(tmp_path / "kantor.db")
    assert lock._file is not None
    # So it is on a stick that was pulled out: no call on the open file is answered any more.
    os.close(lock._file.fileno())
    lock.release()
    lock.release()
