"""Writes the workbooks of the sample office into `resources/samples/`: `python installer/sample_office.py`.

The same seed gives the same bytes. An invented regency, as messy as a real roster: letterhead, two
header rows, a number row, a head repeated in the middle, counts in every written form, late
additions with broken numbers, a total, signatures, a sheet of instructions in front and a hidden one.
"""

import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from openpyxl import Workbook  # noqa: E402 - ROOT first, so that it runs as a plain file
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: E402
from openpyxl.utils import get_column_letter  # noqa: E402
from openpyxl.worksheet.worksheet import Worksheet  # noqa: E402

from installer.sample_people import (  # noqa: E402
    KOMINFO,
    ORGANISATIONS,
    SEED,
    TODAY,
    Person,
    everyone,
)

SAMPLES = ROOT / "resources" / "samples"
ROSTER = "kantor-contoh.xlsx"
HISTORY = {
    "2026-06.xlsx": date(2026, 6, 19),
    "2026-07.xlsx": date(2026, 7, 20),
    "2026-08.xlsx": date(2026, 8, 2),
    "2026-09.xlsx": date(2026, 9, 18),
    "2026-10.xlsx": date(2026, 10, 18),
}
"""One workbook a month in `riwayat/`, with the day on which its counts were taken."""

Value = str | int | date | None

HEAD_ROWS = (7, 8)
_SINGLE_HEADS = (
    "NO",
    "NAMA",
    "NIP / NI PPPK",
    "STATUS",
    "PANGKAT/GOL",
    "JABATAN",
    "UNIT KERJA",
    "PERANGKAT DAERAH",
)
_GROUPS = (
    ("INSTAGRAM", "Akun", "Pengikut"),
    ("FACEBOOK", "Akun", "Teman"),
    ("X", "Akun", "Pengikut"),
    ("TIKTOK", "Akun", "Pengikut"),
    ("YOUTUBE", "Akun", "Subscriber"),
)
_LAST_HEADS = ("TANGGAL DATA", "BERSEDIA DICATAT")
_WIDTHS = (5, 34, 22, 16, 24, 30, 34, 40, *(20, 10) * 5, 14, 11)
_COLUMNS = len(_WIDTHS)
_REPEATED_AFTER = 61
"""The clerk's page ends here, and the head is typed once more."""

_LATE: tuple[tuple[str, str | int | None, str, str], ...] = (
    ("Galih Rangga Putra, S.E.", 198501012010011901, "Bidang IKP", KOMINFO),
    ("Hendra Sukmajaya", 198706122011011000, "Sekretariat", KOMINFO),
    ("Endah Kinasih, A.Md.Keb.", "19780530201001292", "Rawat Inap", "RSUD Tirta Jaya"),
    ("Kinasih Wanasegara", None, "SD Negeri 1 Tirta Jaya", "Dinas Pendidikan"),
)
"""Typed at the end as numbers, with 17 digits, without any: these rows have to wait."""

_LARAS = "199203152019032902"
_TEGUH = "198311092008011906"
_GALIH = "198501012010011901"
_YUDHA = "198308092011021904"
_INTAN = "198604222010012915"
_KNOWN_PAST = {
    (_LARAS, 0): (430, 470, 550, 690, 812),
    (_TEGUH, 0): (391, 405, 428, 449, 466),
    (_GALIH, 1): (1190, 1204, 1215, 1229, 1238),
    (_YUDHA, 0): (281, 284, 290, 296, 299),
    (_INTAN, 0): (538, 541, 549, 1487, 1509),
}
"""Counts of the months that the pictures show, by number and place of the platform.

The last two jumped, one of them by exactly a thousand: they are to be clarified.
"""

_THIN = Side(style="thin", color="FF808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="FFD9E1F2")
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def write_samples(folder: Path = SAMPLES) -> list[Path]:
    """Writes every workbook below `folder`, which is made where it is missing; returns their paths."""
    people = everyone()
    (folder / "riwayat").mkdir(parents=True, exist_ok=True)
    written = [_save(roster(people), folder / ROSTER)]
    past = _past(people)
    for month, (name, day) in enumerate(HISTORY.items()):
        written.append(_save(_month(people, past, month, day), folder / "riwayat" / name))
    return written


# ------------------------------------------------------------------ the roster


def roster(people: Sequence[Person]) -> Workbook:
    """The roster of November with everything around its list."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    sheet.title = "Petunjuk"
    _instructions(sheet)
    data = book.create_sheet("Data ASN")
    _letterhead(data)
    _head(data, HEAD_ROWS[0], numbered=True)
    row = HEAD_ROWS[1] + 2
    for number, person in enumerate(people, 1):
        if number == _REPEATED_AFTER:
            _head(data, row, numbered=False)
            row += 2
        _put(data, row, _cells(number, person))
        row += 1
    for number, (name, nip, unit, organisation) in enumerate(_LATE, len(people) + 1):
        _put(data, row, [number, name, nip, "PNS", "", "", unit, organisation])
        row += 1
    _close(data, row, len(people) + len(_LATE))
    _reference(book.create_sheet("Referensi"))
    book.active = 1
    return book


def _instructions(sheet: Worksheet) -> None:
    lines = (
        "PETUNJUK PENGISIAN",
        "1. Isi lembar Data ASN, satu baris untuk satu orang.",
        "2. NIP ditulis sebagai teks, 18 angka, tanpa spasi.",
        "3. Jumlah pengikut boleh ditulis 1.234 atau 1,2 rb.",
        "4. Bila tidak punya akun, tulis: tidak punya.",
        "5. Kirim kembali ke Bidang IKP paling lambat tanggal 20.",
    )
    for row, line in enumerate(lines, 1):
        sheet.cell(row, 1, line)
    sheet.column_dimensions["A"].width = 70


def _letterhead(sheet: Worksheet) -> None:
    lines = (
        "PEMERINTAH KABUPATEN TIRTA JAYA",
        "DINAS KOMUNIKASI DAN INFORMATIKA",
        "Jalan Muara Tirta Nomor 7, Tirta Jaya 00000",
        None,
        "DAFTAR ASN DAN AKUN MEDIA SOSIAL, KEADAAN NOVEMBER 2026",
    )
    for row, line in enumerate(lines, 1):
        if line is not None:
            sheet.cell(row, 1, line).font = Font(bold=row != 3)
            sheet.cell(row, 1).alignment = _CENTRE
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=_COLUMNS)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"C{HEAD_ROWS[1] + 2}"


def _head(sheet: Worksheet, row: int, *, numbered: bool) -> None:
    for column, text in enumerate(_SINGLE_HEADS, 1):
        sheet.cell(row, column, text)
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + 1, end_column=column)
    column = len(_SINGLE_HEADS) + 1
    for group in _GROUPS:
        sheet.cell(row, column, group[0])
        sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=column + 1)
        sheet.cell(row + 1, column, group[1])
        sheet.cell(row + 1, column + 1, group[2])
        column += 2
    for text in _LAST_HEADS:
        sheet.cell(row, column, text)
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + 1, end_column=column)
        column += 1
    if numbered:
        for place in range(1, _COLUMNS + 1):
            sheet.cell(row + 2, place, place)
    for place in range(1, _COLUMNS + 1):
        for line in range(row, row + 2 + numbered):
            cell = sheet.cell(line, place)
            cell.font, cell.alignment, cell.border = Font(bold=True), _CENTRE, _BOX
            cell.fill = _GREY


def _cells(number: int, person: Person) -> list[Value]:
    cells: list[Value] = [
        number,
        person.name,
        person.nip,
        person.status,
        person.rank,
        person.position,
        person.unit,
        person.organisation,
    ]
    for account in person.accounts:
        cells += [account.handle, account.written]
    return [*cells, _day_as_typed(number, person.observed_on), person.consent]


def _day_as_typed(number: int, day: date | None) -> Value:
    """Real dates mostly; every seventh clerk types text."""
    return f"{day:%d-%m-%Y}" if day is not None and number % 7 == 0 else day


def _put(sheet: Worksheet, row: int, cells: Sequence[object]) -> None:
    for column, value in enumerate([*cells, *[None] * (_COLUMNS - len(cells))], 1):
        cell = sheet.cell(row, column)
        cell.border = _BOX
        if value in (None, ""):
            continue
        cell.value = value  # type: ignore[assignment]
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
        elif isinstance(value, int) and column > len(_SINGLE_HEADS):
            cell.number_format = "#,##0"
        elif isinstance(value, str) and column == 3:
            cell.number_format = "@"


def _close(sheet: Worksheet, row: int, people: int) -> None:
    sheet.cell(row, 1, "JUMLAH").font = Font(bold=True)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
    sheet.cell(row, 3, f"{people} orang")
    left, right = 2, _COLUMNS - 6
    signatures = (
        (2, right, "Tirta Jaya, 20 November 2026"),
        (3, left, "Mengetahui,"),
        (4, left, "Kepala Dinas Komunikasi dan Informatika,"),
        (4, right, "Kepala Bidang IKP,"),
        (8, left, "Drs. Wirya Candrakusuma, M.Si."),
        (8, right, "Sekar Maharatri, S.Sos."),
        (9, left, "Pembina Utama Muda"),
        (9, right, "Pembina"),
        (10, left, "NIP. 19700312 199503 1 931"),
        (10, right, "NIP. 19760825 200212 2 932"),
    )
    for below, column, text in signatures:
        sheet.cell(row + below, column, text).font = Font(
            bold=below == 8, underline="single" if below == 8 else None
        )


def _reference(sheet: Worksheet) -> None:
    """The list behind a drop-down, hidden as offices do."""
    sheet.append(["KODE", "PERANGKAT DAERAH"])
    for code, name in enumerate([KOMINFO, *(one.name for one in ORGANISATIONS)], 1):
        sheet.append([f"{code:02}", name])
    sheet.sheet_state = "hidden"


# ------------------------------------------------------------------ the months before


def _past(people: Sequence[Person]) -> dict[tuple[str, int], tuple[int, ...]]:
    """Counts of each month by number and platform's place, growing towards the roster's count."""
    random = Random(SEED + 1)  # noqa: S311 - invented counts, no secret
    counts = {}
    for person in people:
        for place, account in enumerate(person.accounts[:3]):
            if account.number is None:
                continue
            count, months = float(account.number), []
            for _ in HISTORY:
                count /= random.uniform(1.01, 1.09)
                months.append(round(count))
            counts[person.nip, place] = tuple(reversed(months))
    return counts | _KNOWN_PAST


def _month(
    people: Sequence[Person], past: dict[tuple[str, int], tuple[int, ...]], month: int, day: date
) -> Workbook:
    """Whoever was counted by then; who joined this autumn is missing in summer."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    sheet.title = f"{day:%m-%Y}"
    in_august = day.month == 8
    heads = ["NIP", "Nama", "Followers IG", "Teman FB", "Followers X", "Tanggal Data"]
    sheet.append([*heads, "Followers TikTok"] if in_august else heads)
    for number, person in enumerate(people):
        counts = [past[person.nip, p][month] if (person.nip, p) in past else None for p in range(3)]
        joined = number % 9 if person.organisation != KOMINFO else 0
        if not any(counts) or month < joined - 4 or (person.observed_on or TODAY) <= day:
            continue
        row: list[Value] = [person.nip, person.name, *counts, day]
        if in_august and person.nip == _LARAS:
            row.append("1,2\u00a0rb")
        sheet.append(row)
    for cell in sheet["A"]:
        cell.number_format = "@"
    for cell in sheet["F"]:
        cell.number_format = "dd/mm/yyyy"
    for letter, width in zip("ABCDEF", (22, 34, 12, 12, 12, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    return book


# ------------------------------------------------------------------ bytes without a clock

_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def _save(book: Workbook, path: Path) -> Path:
    """Saves with the sample office's own day as every date inside the file."""
    book.properties.creator = "Kantor contoh"
    written = BytesIO()
    book.save(written)
    stamp = f"{datetime(TODAY.year, TODAY.month, TODAY.day, 8):%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(written) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = _MODIFIED.sub(rb"\g<1>" + stamp, source.read(name))
            info = ZipInfo(name, (TODAY.year, TODAY.month, TODAY.day, 8, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, content)
    return path


def main() -> int:
    """The command."""
    for path in write_samples():
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
