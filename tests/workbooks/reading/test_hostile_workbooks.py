"""Workbooks built to harm: each ends in rows or one typed refusal, soon, and tells no secret."""

import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from app.domain.errors import (
    AppError,
    WorkbookDamaged,
    WorkbookHostile,
    WorkbookTooLarge,
)
from app.workbooks.reading import open_workbook

CANARY = "CANARY-MUST-NOT-BE-READ"
LIMIT = 15.0

RawBook = Callable[..., Path]
TextCell = Callable[[str, str], str]


def outcome(path: Path) -> list[list[object]] | AppError:
    """Everything a reader can ask, or the refusal; never anything else, never late."""
    began = monotonic()
    try:
        with open_workbook(path) as book:
            rows: list[list[object]] = []
            for sheet in book.sheets:
                book.head(sheet.index)
                book.merges(sheet.index)
                rows += [list(row) for chunk in book.chunks(sheet.index) for row in chunk]
    except AppError as error:
        return error
    finally:
        assert monotonic() - began < LIMIT
    assert CANARY not in str(rows)
    return rows


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    path = tmp_path / "canary.txt"
    path.write_text(CANARY, encoding="utf-8")
    return path


def entity_book(raw_book: RawBook, text_cell: TextCell, entities: str, text: str) -> Path:
    return raw_book(
        doctype=f"<!DOCTYPE z [{entities}]>", rows=f'<row r="1">{text_cell("A1", text)}</row>'
    )


def test_entities_that_multiply_are_not_resolved(raw_book: RawBook, text_cell: TextCell) -> None:
    laughs = '<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10)
    )
    long = f'<!ENTITY a "{"x" * 50_000}">'

    assert isinstance(outcome(entity_book(raw_book, text_cell, laughs, "&l9;")), WorkbookDamaged)
    assert isinstance(
        outcome(entity_book(raw_book, text_cell, long, "&a;" * 20_000)), WorkbookDamaged
    )


def test_an_entity_that_points_at_a_file_brings_nothing(
    raw_book: RawBook, text_cell: TextCell, canary: Path
) -> None:
    entity = f'<!ENTITY x SYSTEM "{canary.as_uri()}">'

    assert isinstance(outcome(entity_book(raw_book, text_cell, entity, "&x;")), WorkbookDamaged)


def test_an_outside_grammar_is_not_fetched(raw_book: RawBook) -> None:
    path = raw_book(doctype='<!DOCTYPE z SYSTEM "http://127.0.0.1:9/evil.dtd">')

    assert outcome(path) == [["NIP"]]


def test_a_sheet_that_points_outside_the_workbook_is_not_followed(
    raw_book: RawBook, canary: Path
) -> None:
    path = raw_book(target="../" * 12 + str(canary).lstrip("/"))

    assert isinstance(outcome(path), WorkbookDamaged)


def test_parts_with_foreign_paths_are_never_written(raw_book: RawBook, tmp_path: Path) -> None:
    names = ["../../../../evil.txt", "/evil.txt", "xl\\..\\evil", "C:\\evil.txt"]
    path = raw_book(more=[(name, CANARY) for name in names])
    before = sorted(tmp_path.rglob("*"))

    assert outcome(path) == [["NIP"]]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_missing_sheet_is_damage(raw_book: RawBook) -> None:
    assert isinstance(outcome(raw_book(target="worksheets/none.xml")), WorkbookDamaged)


def test_a_part_full_of_air_is_refused_unopened(raw_book: RawBook) -> None:
    air = b"<si><t>x</t></si>" * 500_000

    assert isinstance(outcome(raw_book(more=[("xl/sharedStrings.xml", air)])), WorkbookHostile)


def test_a_white_picture_is_no_bomb(raw_book: RawBook) -> None:
    picture = b"\xff" * 5_000_000

    assert outcome(raw_book(more=[("xl/media/image1.bmp", picture)])) == [["NIP"]]


def test_a_part_that_claims_more_than_any_roster_is_refused(raw_book: RawBook) -> None:
    path = raw_book()
    claim(path, "xl/worksheets/sheet1.xml", (1 << 30) + 1, packed=(1 << 30) // 100)

    assert isinstance(outcome(path), WorkbookTooLarge | WorkbookHostile)


def test_a_part_that_holds_more_than_it_claims_is_refused(raw_book: RawBook) -> None:
    path = raw_book(rows='<row r="1"><c r="A1"><v>1</v></c></row>' * 5_000)
    claim(path, "xl/worksheets/sheet1.xml", 500)

    assert isinstance(outcome(path), WorkbookHostile)


def claim(path: Path, part: str, size: int, packed: int | None = None) -> None:
    """Makes the table of contents lie about one part."""
    content = bytearray(path.read_bytes())
    at = content.rfind(part.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = struct.pack("<I", size)
    if packed is not None:
        content[at + 20 : at + 24] = struct.pack("<I", packed)
    path.write_bytes(content)


def test_the_same_part_twice_is_refused(raw_book: RawBook) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = raw_book(more=[("xl/worksheets/sheet1.xml", "<worksheet/>")])

    assert isinstance(outcome(path), WorkbookHostile)


@pytest.mark.parametrize("parts", [6_000, 30_000])
def test_thousands_of_parts_are_refused(tmp_path: Path, parts: int) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(parts):
            archive.writestr(f"xl/{number}.xml", "")

    assert isinstance(outcome(path), WorkbookHostile)


def test_a_claimed_extent_is_not_believed(raw_book: RawBook) -> None:
    assert outcome(raw_book(before='<dimension ref="A1:XFD1048576"/>')) == [["NIP"]]


def test_a_cell_in_the_last_corner_ends_the_child_only(
    raw_book: RawBook, text_cell: TextCell
) -> None:
    rows = (
        f'<row r="1">{text_cell("A1", "NIP")}</row>'
        f'<row r="1048576">{text_cell("XFD1048576", "x")}</row>'
    )

    error = outcome(raw_book(rows=rows))

    assert isinstance(error, WorkbookTooLarge)
    assert error.limit == "memory"


@pytest.mark.parametrize(
    ("row", "column", "limit"), [(9_999_999, "ZZZZ", "rows"), (2, "ZZZZ", "columns")]
)
def test_a_cell_beyond_the_sheet_is_refused(
    raw_book: RawBook, text_cell: TextCell, row: int, column: str, limit: str
) -> None:
    path = raw_book(rows=f'<row r="{row}">{text_cell(f"{column}{row}", "x")}</row>')

    error = outcome(path)

    assert isinstance(error, WorkbookTooLarge)
    assert error.limit == limit


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', WorkbookDamaged),
        ('<row r="1"><c r="A1" t="d"><v>99999-99-99</v></c></row>', [["99999-99-99"]]),
        ('<row r="1"><c r="A1"><v>60</v></c></row>', [[60.0]]),
        ('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>', []),
        ("", []),
    ],
)
def test_odd_cells_are_rows_or_damage(raw_book: RawBook, rows: str, expected: object) -> None:
    found = outcome(raw_book(rows=rows))

    assert found == expected or (isinstance(expected, type) and isinstance(found, expected))


def test_deep_markup_does_not_overflow(raw_book: RawBook) -> None:
    depth = 60_000
    markup = "".join(f"<a{i % 97}>" for i in range(depth)) + "</a>" * 10

    assert isinstance(outcome(raw_book(after=markup)), list | WorkbookDamaged | WorkbookHostile)


def test_a_hidden_sheet_and_a_huge_joined_block_are_only_told(raw_book: RawBook) -> None:
    path = raw_book(
        attributes=' state="veryHidden"',
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )

    assert outcome(path) == [["NIP"]]
    with open_workbook(path) as book:
        assert [sheet.hidden for sheet in book.sheets] == [True]


@pytest.mark.parametrize("seed", range(30))
def test_flipped_bytes_never_come_out_as_anything_but_rows_or_a_refusal(
    raw_book: RawBook, seed: int
) -> None:
    path = raw_book(rows='<row r="1"><c r="A1" t="s"><v>1</v></c></row>' * 40)
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)
    # Two of three times the table of contents, where a few bytes decide everything.
    first = content.find(b"PK\x01\x02") if seed % 3 else 0
    for _ in range(chance.choice((1, 6, 40))):
        at = chance.randrange(first, len(content) - 4)
        content[at : at + 4] = chance.choice(
            (b"\0\0\0\0", b"\xff\xff\xff\x7f", chance.randbytes(4))
        )
    path.write_bytes(content)

    assert isinstance(outcome(path), list | AppError)


def test_a_part_without_a_name_is_no_crash(raw_book: RawBook) -> None:
    path = raw_book(more=[("x", "y")])
    content = bytearray(path.read_bytes())
    at = content.rfind(b"PK\x01\x02")
    content[at + 28 : at + 34] = struct.pack("<HHH", 0, 1, 0)
    path.write_bytes(content)

    assert isinstance(outcome(path), list | AppError)


def test_a_stream_that_never_inflates_is_damage(raw_book: RawBook, tmp_path: Path) -> None:
    content = bytearray(raw_book().read_bytes())
    packed = zlib.compress(b"x")[2:6]
    at = content.find(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml")
    content[at : at + 4] = packed[::-1]
    (tmp_path / "b.xlsx").write_bytes(content)

    assert isinstance(outcome(tmp_path / "b.xlsx"), list | WorkbookDamaged)
