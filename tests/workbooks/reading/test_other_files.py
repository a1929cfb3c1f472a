"""Files that are no workbook, or one that cannot be had: each is told for what it is."""

import sqlite3
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import (
    AppError,
    ContentKind,
    FileEmpty,
    FileInUse,
    FileMissing,
    FileUnreadable,
    LockUnknown,
    NotAFile,
    NotAWorkbook,
    WorkbookDamaged,
)
from app.workbooks.reading import open_workbook


def refusal(path: Path) -> AppError:
    with pytest.raises(AppError) as caught, open_workbook(path):
        pass
    assert caught.value.path == path  # type: ignore[attr-defined]
    return caught.value


def zipped(path: Path, *names: str, mimetype: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return path


def compound(path: Path, *streams: str) -> Path:
    """An OLE2 shell with one sector of directory: what old Office and encryption use."""
    entries = [_entry("Root Entry", 5, child=1)]
    for number, name in enumerate(streams, 1):
        following = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, right=following))
    directory = b"".join(entries).ljust(512, b"\0")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    header += struct.pack("<HHHHH6xIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1)
    header = header.ljust(68, b"\0") + struct.pack("<II", 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * (512 - 80)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE).ljust(512, b"\xff")
    path.write_bytes(header + table + directory)
    return path


def _entry(name: str, kind: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le")
    start = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
    return (start + struct.pack("<III", 0xFFFFFFFF, right, child)).ljust(128, b"\0")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%x", ContentKind.PDF),
        (b"\n\n%PDF-1.4\n", ContentKind.PDF),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", ContentKind.PICTURE),
        (b"Rar!\x1a\x07\0", ContentKind.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c\0\x04", ContentKind.ARCHIVE),
        (b"\x1f\x8b\x08\0", ContentKind.ARCHIVE),
        (b"MZ\x90\0\x03\0\0\0", ContentKind.PROGRAM),
        (b"\x7fELF\x02\x01\x01\0", ContentKind.PROGRAM),
        (b"{\\rtf1\\ansi}", ContentKind.WORD),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", ContentKind.OLD_EXCEL),
        (b"\x09\x08\x08\x00\x00\x05\x05\x00", ContentKind.OLD_EXCEL),
        (b'<?xml version="1.0"?><faktur/>', ContentKind.OTHER),
        (b"hanya satu baris tanpa kolom", ContentKind.OTHER),
        (bytes(range(256)) * 20, ContentKind.OTHER),
        (b"\0" * 4096, ContentKind.OTHER),
        (b"PK\x03\x05xxxx", ContentKind.OTHER),
        (b" ", ContentKind.OTHER),
    ],
)
def test_a_file_of_another_kind_is_told_for_what_it_is(
    tmp_path: Path, content: bytes, kind: ContentKind
) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(content)

    error = refusal(path)

    assert isinstance(error, NotAWorkbook)
    assert error.kind is kind


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".gif", ".tiff", ".webp", ".jpeg"])
def test_a_picture_is_told(tmp_path: Path, suffix: str) -> None:
    picture = tmp_path / f"layar{suffix}"
    Image.new("RGB", (60, 40), "white").save(picture)

    error = refusal(picture.rename(tmp_path / "layar.xls"))

    assert isinstance(error, NotAWorkbook)
    assert error.kind is ContentKind.PICTURE


def test_a_database_is_told(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "x.xlsx")
    database.execute("CREATE TABLE t (x)")
    database.close()

    error = refusal(tmp_path / "x.xlsx")

    assert isinstance(error, NotAWorkbook)
    assert error.kind is ContentKind.DATABASE


@pytest.mark.parametrize(
    ("names", "mimetype", "kind"),
    [
        (["[Content_Types].xml", "word/document.xml"], "", ContentKind.WORD),
        (["[Content_Types].xml", "ppt/presentation.xml"], "", ContentKind.POWERPOINT),
        (["content.xml"], "application/vnd.oasis.opendocument.text", ContentKind.WORD),
        (
            ["content.xml"],
            "application/vnd.oasis.opendocument.presentation",
            ContentKind.POWERPOINT,
        ),
        (["a.txt"], "", ContentKind.ARCHIVE),
        ([], "", ContentKind.ARCHIVE),
    ],
)
def test_a_zip_is_told_by_what_it_carries(
    tmp_path: Path, names: list[str], mimetype: str, kind: ContentKind
) -> None:
    error = refusal(zipped(tmp_path / "a.xlsx", *names, mimetype=mimetype))

    assert isinstance(error, NotAWorkbook)
    assert error.kind is kind


@pytest.mark.parametrize(
    ("streams", "kind"),
    [
        (["WordDocument", "Workbookx"], ContentKind.WORD),
        (["PowerPoint Document"], ContentKind.POWERPOINT),
        (["Contents"], ContentKind.OTHER),
    ],
)
def test_an_old_office_file_is_told_by_its_streams(
    tmp_path: Path, streams: list[str], kind: ContentKind
) -> None:
    error = refusal(compound(tmp_path / "a.xls", *streams))

    assert isinstance(error, NotAWorkbook)
    assert error.kind is kind


def test_a_lock_without_anything_inside_cannot_be_opened(tmp_path: Path) -> None:
    path = compound(tmp_path / "a.xlsx", "EncryptionInfo", "EncryptedPackage")

    assert isinstance(refusal(path), LockUnknown)


def test_a_part_that_the_zip_locks_cannot_be_opened(raw_book: Callable[..., Path]) -> None:
    path = raw_book()
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    path.write_bytes(content)

    assert isinstance(refusal(path), LockUnknown)


def test_an_old_shell_without_inside_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)

    assert isinstance(refusal(path), WorkbookDamaged)


def test_an_old_shell_whose_table_runs_in_circles_is_still_told(tmp_path: Path) -> None:
    path = compound(tmp_path / "a.xls", "Contents")
    content = bytearray(path.read_bytes())
    content[512 + 4 : 512 + 8] = struct.pack("<I", 1)
    content[1024 + 128 + 68 : 1024 + 128 + 76] = struct.pack("<II", 1, 0)
    path.write_bytes(content)

    assert isinstance(refusal(path), NotAWorkbook)


@pytest.mark.parametrize("name", ["~$daftar.xlsx", ".~lock.daftar.ods#"])
def test_the_lock_file_of_an_open_workbook_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(_lock())

    error = refusal(path)

    assert isinstance(error, NotAWorkbook)
    assert error.kind is ContentKind.LOCK_FILE


def test_a_renamed_lock_file_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(_lock())

    error = refusal(path)

    assert isinstance(error, NotAWorkbook)
    assert error.kind is ContentKind.LOCK_FILE


def _lock() -> bytes:
    user = "Humas"
    narrow = bytes([len(user)]) + user.encode().ljust(54, b" ")
    return narrow + bytes([len(user), 0]) + user.encode("utf-16-le").ljust(108, b" \0"[:1])


def test_no_file_no_bytes_and_a_folder_are_three_things(tmp_path: Path) -> None:
    (tmp_path / "kosong.xlsx").write_bytes(b"")

    assert isinstance(refusal(tmp_path / "hilang.xlsx"), FileMissing)
    assert isinstance(refusal(tmp_path / "kosong.xlsx" / "x.xlsx"), FileMissing)
    assert isinstance(refusal(tmp_path), NotAFile)
    assert isinstance(refusal(tmp_path / "kosong.xlsx"), FileEmpty)


@pytest.mark.parametrize(
    ("number", "expected"), [(32, FileInUse), (33, FileInUse), (5, FileUnreadable)]
)
def test_a_file_that_windows_keeps_closed_is_told_apart(
    raw_book: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: type[AppError],
) -> None:
    def refuse(*_: object, **__: object) -> None:
        error = PermissionError(13, "Permission denied")
        error.winerror = number  # type: ignore[attr-defined, unused-ignore]
        raise error

    path = raw_book()
    monkeypatch.setattr(Path, "open", refuse)

    assert type(refusal(path)) is expected


@pytest.mark.parametrize("keep", [0.02, 0.1, 0.5, 0.9, 0.99])
def test_a_torn_off_workbook_is_damaged(raw_book: Callable[..., Path], keep: float) -> None:
    path = raw_book()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])

    assert isinstance(refusal(path), WorkbookDamaged)
