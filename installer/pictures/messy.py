"""The rosters of the pictures: as messy as those that arrive, over the people of the sample office."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from installer.sample_people import Person, everyone

_HEADS = (
    ("No", "NIP", "Nama", "Unit Kerja", "Instagram", None, "Facebook", "Keterangan", "NIK"),
    (None, None, None, None, "Akun", "Pengikut", "Teman", None, None),
)
_UNITS = {3: "Dinkes Kab. TJ", 6: "Disdikpora", 9: "Kec. Ma. Tirta", 12: "Bidang Aptikaa"}
_NIPS: dict[int, int | float | str | None] = {
    2: 198501012010011901,
    5: 1.98706122011011e17,
    8: "19780530201001292",
    11: None,
}
_COUNTS: dict[int, int | str] = {0: 1187, 3: "1,2 rb", 4: "1.5", 7: "500+", 10: 503, 13: "private"}


def messy_roster(folder: Path) -> Path:
    """Titles, two header rows, a number row, changed counts, damaged NIPs, odd units, a total."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    sheet.title = "Data ASN"
    for words in ("PEMERINTAH KABUPATEN TIRTA JAYA", "DAFTAR ASN DAN AKUN MEDIA SOSIAL"):
        sheet.append([words])
    for row in _HEADS:
        sheet.append(row)
    sheet.merge_cells("E3:F3")
    sheet.append(list(range(1, 10)))
    for at, person in enumerate(everyone()[:60]):
        sheet.append(_row(at, person))
    sheet.append([None, "JUMLAH", "60 orang"])
    for number in (17, 18, 19):
        sheet.row_dimensions[number].hidden = True
    other = book.create_sheet("Referensi")
    other.append(["KODE", "PERANGKAT DAERAH"])
    other.append(["01", "Dinas Kesehatan"])
    return _saved(book, folder / "Data ASN November 2026.xlsx")


def headless(folder: Path) -> Path:
    """No row says what the columns mean."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    for person in everyone()[:20]:
        sheet.append([person.name, person.nip, person.unit, person.accounts[0].number])
    return _saved(book, folder / "daftar tanpa judul.xlsx")


def without_unit(folder: Path, name: str = "Dinas Kesehatan") -> Path:
    """No column says whose list it is: at most `name`, that of the file, does."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a sheet")
    sheet.append(["NIP", "Nama", "Followers IG"])
    for person in everyone()[:20]:
        sheet.append([person.nip, person.name, person.accounts[0].number])
    return _saved(book, folder / f"{name}.xlsx")


def _row(at: int, person: Person) -> list[str | int | float | None]:
    nip = _NIPS.get(at, person.nip)
    unit = _UNITS.get(at, person.unit)
    first, second = person.accounts[:2]
    count = _COUNTS.get(at, first.number)
    return [at + 1, nip, person.name, unit, first.handle, count, second.number, None, "3273000000"]


def _saved(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path
