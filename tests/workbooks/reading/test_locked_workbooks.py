"""Workbooks behind a password: asked for, tried, never kept, and the file stays locked."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import LockUnknown, WorkbookProtected, WrongPassword
from app.workbooks.reading import open_workbook
from tests.data.locking import lock_agile, lock_standard, lock_xls, lock_xls_by_xor
from tests.data.writing import WRITERS, Sheet

Lock = Callable[[Path, str], None]
LOCKS = {
    "2010": ("xlsx", lock_agile),
    "2007": ("xlsx", lock_standard),
    "97": ("xls", lock_xls),
    "95": ("xls", lock_xls_by_xor),
}
ROWS = [["Nama", "NIP"], ["Budi Santosa", "198501012010011901"]]
WORD = "Dinas é 2019"
"""As long as the oldest lock allows: 15 letters."""


@pytest.fixture(params=LOCKS)
def locked(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Path]:
    kind, lock = LOCKS[request.param]

    def make(password: str) -> Path:
        ending, write = WRITERS[kind]
        path = tmp_path / f"daftar.{ending}"
        sheet = Sheet("Data ASN")
        for number, row in enumerate(ROWS, 1):
            sheet.put(number, row)
        write(path, [sheet])
        lock(path, password)
        return path

    return make


def test_the_right_password_opens_it_and_the_file_stays_locked(
    locked: Callable[[str], Path],
) -> None:
    path = locked(WORD)
    before = path.read_bytes()
    with open_workbook(path, password=WORD) as book:
        assert [sheet.name for sheet in book.sheets] == ["Data ASN"]
        assert [row for chunk in book.chunks(0) for row in chunk] == ROWS
        assert book.sha256 == hashlib.sha256(before).hexdigest()
    assert path.read_bytes() == before


def test_without_a_password_it_is_said_that_one_is_needed(locked: Callable[[str], Path]) -> None:
    with pytest.raises(WorkbookProtected) as caught, open_workbook(locked(WORD)):
        pass
    assert not isinstance(caught.value, WrongPassword)


@pytest.mark.parametrize("wrong", ["", "dinas é 2019", "x" * 300])
def test_a_wrong_password_is_told_as_such(locked: Callable[[str], Path], wrong: str) -> None:
    with pytest.raises(WrongPassword), open_workbook(locked(WORD), password=wrong):
        pass


def test_what_excel_locks_for_changing_only_is_read_unasked(locked: Callable[[str], Path]) -> None:
    with open_workbook(locked("VelvetSweatshop")) as book:
        assert [row for chunk in book.chunks(0) for row in chunk] == ROWS


def test_a_lock_that_no_password_of_ours_opens_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    ending, write = WRITERS["xlsx"]
    assert ending == "xlsx"
    write(path, [Sheet("a", rows={1: ["Nama"]})])
    lock_agile(path, WORD)
    # The name of the key's kind: as where only a certificate opens it.
    content = path.read_bytes()
    mark = b"keyEncryptor/password"
    assert mark in content
    path.write_bytes(content.replace(mark, b"keyEncryptor/certific"))
    with pytest.raises(LockUnknown), open_workbook(path, password=WORD):
        pass
