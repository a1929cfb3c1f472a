"""Replacing a file: the new one whole, or the old one untouched, and nothing beside it."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import (
    DiskFailed,
    DiskFull,
    FileError,
    FileInUse,
    FolderMissing,
    NotAFile,
    NotWritable,
)
from app.domain.writing_errors import FileReadOnly
from app.workbooks.writing.safe_file import replacing

posix_only = pytest.mark.skipif(os.name != "posix", reason="rights and links as on POSIX")


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """An old report; afterwards no temporary file may be left in its folder."""
    path = tmp_path / "laporan é # 100%.xlsx"
    path.write_bytes(b"old")
    yield path
    assert not list(tmp_path.rglob("*.tmp"))


def replace_with(content: bytes, target: Path) -> None:
    with replacing(target) as temporary:
        temporary.write_bytes(content)


def busy(error: OSError, times: int) -> tuple[list[float], dict[str, object]]:
    """A disk that answers `times` times with `error`, and the waits in between."""
    waits: list[float] = []
    left = [times]

    def swap(temporary: Path, place: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise error
        temporary.replace(place)

    return waits, {"swap": swap, "wait": waits.append}


def sharing_violation(winerror: int = 32) -> PermissionError:
    error = PermissionError(errno.EACCES, "held")
    error.winerror = winerror
    return error


def test_the_new_content_takes_the_place_of_the_old_one(target: Path) -> None:
    replace_with(b"new", target)
    assert target.read_bytes() == b"new"


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    replace_with(b"new", tmp_path / "baru.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["baru.xlsx"]


def test_a_failure_inside_the_block_leaves_the_old_file(target: Path) -> None:
    with pytest.raises(TypeError), replacing(target) as temporary:
        temporary.write_text(b"half")  # type: ignore[arg-type]
    assert target.read_bytes() == b"old"


def test_a_file_held_for_a_moment_is_tried_again_with_growing_waits(target: Path) -> None:
    waits, disk = busy(sharing_violation(), times=3)
    with replacing(target, **disk) as temporary:  # type: ignore[arg-type]
        temporary.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert waits == pytest.approx([0.05, 0.1, 0.2])


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_for_long_is_in_use_and_stays_as_it_was(target: Path, winerror: int) -> None:
    waits, disk = busy(sharing_violation(winerror), times=99)
    with pytest.raises(FileInUse), replacing(target, **disk) as temporary:  # type: ignore[arg-type]
        temporary.write_bytes(b"new")
    assert len(waits) == 7
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EIO, DiskFailed),
        (errno.EROFS, NotWritable),
        (errno.EPERM, NotWritable),
        (errno.ENAMETOOLONG, NotWritable),
        (errno.ETIMEDOUT, DiskFailed),
    ],
)
def test_what_the_system_answers_becomes_a_failure_that_names_the_target(
    target: Path, code: int, meaning: type[FileError]
) -> None:
    with pytest.raises(FileError) as failure, replacing(target):
        raise OSError(code, os.strerror(code))
    assert type(failure.value) is meaning
    assert failure.value.path == target
    assert target.read_bytes() == b"old"


def test_a_missing_folder_is_said_before_any_work_is_done(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing), replacing(tmp_path / "tidak ada" / "laporan.xlsx"):
        pytest.fail("no work should begin")


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(NotAFile), replacing(tmp_path):
        pytest.fail("no work should begin")


def test_a_file_marked_read_only_is_respected_even_by_an_administrator(target: Path) -> None:
    target.chmod(stat.S_IREAD)
    with pytest.raises(FileReadOnly), replacing(target):
        pytest.fail("no work should begin")
    target.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert target.read_bytes() == b"old"


@posix_only
def test_a_folder_nobody_may_write_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "arsip"
    folder.mkdir()
    folder.chmod(0o555)
    with pytest.raises(NotWritable), replacing(folder / "laporan.xlsx"):
        pytest.fail("no work should begin")
    folder.chmod(0o755)


@pytest.mark.parametrize("mark", ["~${}", ".~lock.{}#"])
def test_a_workbook_open_in_an_office_program_is_in_use(target: Path, mark: str) -> None:
    target.with_name(mark.format(target.name)).touch()
    with pytest.raises(FileInUse), replacing(target):
        pytest.fail("no work should begin")
    assert target.read_bytes() == b"old"


@posix_only
def test_a_link_stays_a_link_and_its_file_gets_the_content(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "tautan.xlsx"
    link.symlink_to(target)
    replace_with(b"new", link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix_only
def test_the_new_file_may_be_read_by_those_who_could_read_the_old_one(target: Path) -> None:
    target.chmod(0o664)
    replace_with(b"new", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o664


_ON_A_SMALL_DISK = """
import resource, sys
from datetime import date
from pathlib import Path
from app.domain.errors import DiskFull
from app.domain.report import Column, PageFooter, ReportBook, ReportSheet, Row, Table
from app.workbooks.writing import write_report

rows = tuple(Row((number, f"Orang {number * 7919 % 100003}")) for number in range(4000))
table = Table((Column("No."), Column("Nama")), rows, "")
sheet = ReportSheet("Daftar", (20.0, 200.0), ("DAFTAR",), (), (table,), PageFooter("", ""))
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    write_report(ReportBook("Judul", "", (sheet,)), Path(sys.argv[1]), lambda done, total: None)
except DiskFull:
    sys.exit(7)
"""


@posix_only
@pytest.mark.parametrize("limit", [0, 3_000, 20_000, 60_000])
def test_a_full_disk_leaves_the_old_report_and_nothing_else(
    target: Path, tmp_path: Path, limit: int
) -> None:
    spools = tmp_path / "spools"
    spools.mkdir()
    # The program ships without lxml, which would report a full disk in a way of its own.
    surroundings = os.environ | {"TMPDIR": str(spools), "OPENPYXL_LXML": "False"}
    ended = subprocess.run(
        [sys.executable, "-c", _ON_A_SMALL_DISK, str(target), str(limit)],
        env=surroundings | {"PYTHONDONTWRITEBYTECODE": "1"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (7, "")
    assert target.read_bytes() == b"old"
    assert not list(spools.iterdir())
