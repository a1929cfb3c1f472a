"""Rosters in every layout that offices use: `make("sections", seed, folder)` writes one of `LAYOUTS`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from tests.data.make_rosters import (
    ORGANISATIONS,
    RULED,
    SIMPLE,
    Cell,
    PersonTruth,
    Roster,
    SheetTruth,
    book,
    cells,
    listed,
    mapping,
    people,
    social,
    truth,
    wording,
)
from tests.data.writing import Sheet

Layout = Callable[[Random, Path], Roster]
LAYOUTS: dict[str, Layout] = {}


def layout(write: Layout) -> Layout:
    """Adds a layout under its function's name."""
    LAYOUTS[write.__name__] = write
    return write


def make(name: str, seed: int, folder: Path) -> Roster:
    """Writes one roster into `folder`."""
    return LAYOUTS[name](Random(f"{name} {seed}"), folder)


# ------------------------------------------------------------------ one plain list, in many formats


def plain(random: Random, folder: Path, name: str, kind: str) -> Roster:
    """One header row, one row a person; the social columns in one of several orders."""
    base = [one for one in SIMPLE if "_followers" not in one and one not in RULED]
    platforms = random.sample(RULED, 3)
    beside, behind = social(platforms), [*platforms, *(f"{one}_followers" for one in platforms)]
    fields = random.choice(([*base, *beside], [*base, *behind], [*base[:3], *beside, *base[3:]]))
    sheet = Sheet("Data ASN")
    sheet.put(1, wording(random, fields))
    found = list(listed(sheet, 2, people(random, 14), fields))
    return book(folder, name, [(sheet, SheetTruth(sheet.name, [1], mapping(fields), found))], kind)


def _add_plain(name: str, kind: str) -> None:
    def write(random: Random, folder: Path) -> Roster:
        return plain(random, folder, name, kind)

    LAYOUTS[name] = write


for _name, _kind in {
    "simple": "xlsx",
    "old_excel": "xls",
    "open_document": "ods",
    "strict_standard": "strict",
    "semicolons": "csv-semicolon",
    "commas": "csv-comma",
    "western_letters": "csv-cp1252",
    "wide_letters": "csv-utf16",
}.items():
    _add_plain(_name, _kind)


# ------------------------------------------------------------------ heads of several rows


def _grouped(
    sheet: Sheet, row: int, random: Random, base: list[str], *, downward: bool
) -> list[str]:
    """INSTAGRAM over Akun and Pengikut, and so on; returns the fields."""
    top = [*wording(random, base)]
    below: list[Cell] = [None] * len(base)
    names = {"instagram": "INSTAGRAM", "facebook": "FACEBOOK", "x": "TWITTER (X)"}
    for platform in random.sample(RULED, 3):
        left = len(top) + 1
        top += [names[platform], None]
        below += [
            random.choice(("Akun", "Nama Akun", "Link")),
            random.choice(("Pengikut", "Jumlah")),
        ]
        sheet.merge((row, left, row, left + 1))
        base = [*base, platform, f"{platform}_followers"]
    if downward:
        single = len(top) - 6
        sheet.merge(*((row, column, row + 1, column) for column in range(1, single + 1)))
    sheet.put(row, top)
    sheet.put(row + 1, below)
    return base


@layout
def two_row_header(random: Random, folder: Path) -> Roster:
    """Platforms merged over their two columns, the other heads merged downwards."""
    sheet = Sheet("Rekap")
    sheet.put(1, ["DAFTAR AKUN MEDIA SOSIAL ASN"])
    fields = _grouped(
        sheet, 3, random, ["no", "nip", "name", "unit"], downward=random.random() < 0.5
    )
    sheet.put(5, list(range(1, len(fields) + 1)))
    found = list(listed(sheet, 6, people(random, 12), fields))
    return book(folder, "two", [(sheet, SheetTruth(sheet.name, [3, 4], mapping(fields), found))])


@layout
def html_table(random: Random, folder: Path) -> Roster:
    """The same as a web page named .xls, with rowspan and colspan."""
    sheet = Sheet("Rekap")
    fields = _grouped(sheet, 1, random, ["no", "name", "nip", "organisation"], downward=True)
    found = list(listed(sheet, 3, people(random, 12), fields))
    return book(folder, "html", [(sheet, SheetTruth("", [1, 2], mapping(fields), found))], "html")


@layout
def xml_table(random: Random, folder: Path) -> Roster:
    """The same as SpreadsheetML 2003 named .xls."""
    sheet = Sheet("Rekap & Data")
    fields = _grouped(sheet, 2, random, ["no", "name", "nip", "organisation"], downward=True)
    found = list(listed(sheet, 4, people(random, 12), fields))
    truth = SheetTruth(sheet.name, [2, 3], mapping(fields), found)
    return book(folder, "xml", [(sheet, truth)], "xml")


@layout
def three_row_header(random: Random, folder: Path) -> Roster:
    """A group over people, one over media, platforms, and accounts over counts."""
    sheet = Sheet("Sheet1")
    sheet.put(2, ["NO", "IDENTITAS PEGAWAI", None, None, "MEDIA SOSIAL", None, None, None])
    sheet.put(3, [None, "NAMA", "NIP", "JABATAN", "INSTAGRAM", None, "FACEBOOK", None])
    sheet.put(4, [None, None, None, None, "Akun", "Pengikut", "Akun", "Teman"])
    sheet.merge((2, 1, 4, 1), (2, 2, 2, 4), (2, 5, 2, 8), (3, 5, 3, 6), (3, 7, 3, 8))
    sheet.merge(*((3, column, 4, column) for column in (2, 3, 4)))
    fields = ["no", "name", "nip", "position", *social(RULED[:2])]
    found = list(listed(sheet, 5, people(random, 10), fields))
    return book(
        folder, "three", [(sheet, SheetTruth(sheet.name, [2, 3, 4], mapping(fields), found))]
    )


@layout
def grouped_counts(random: Random, folder: Path) -> Roster:
    """NAMA AKUN over IG, FB, X and JUMLAH FOLLOWERS over IG, FB, X."""
    sheet = Sheet("Sheet1")
    sheet.put(
        1,
        [
            *wording(random, ["no", "name", "nip", "unit"]),
            "NAMA AKUN",
            None,
            None,
            "JUMLAH FOLLOWERS",
        ],
    )
    sheet.put(2, [None] * 4 + ["IG", "FB", "X", "IG", "FB", "X"])
    sheet.merge((1, 5, 1, 7), (1, 8, 1, 10), *((1, column, 2, column) for column in range(1, 5)))
    fields = ["no", "name", "nip", "unit", *RULED, *(f"{one}_followers" for one in RULED)]
    found = list(listed(sheet, 3, people(random, 10), fields))
    return book(
        folder, "grouped", [(sheet, SheetTruth(sheet.name, [1, 2], mapping(fields), found))]
    )


# ------------------------------------------------------------------ rows that are no people


@layout
def title_rows(random: Random, folder: Path) -> Roster:
    """Letterhead, number row, total, signature."""
    sheet = Sheet("Lampiran")
    titles = ("PEMERINTAH KABUPATEN TIRTA JAYA", "DINAS PERIKANAN", "DATA ASN PER 18 NOVEMBER 2026")
    for row, title in enumerate(titles, 1):
        sheet.put(row, [title])
    fields = ["no", "name", "nip", "rank", "position", *social(RULED), "observed_on"]
    sheet.put(5, wording(random, fields))
    sheet.put(6, [str(number) for number in range(1, len(fields) + 1)])
    found = list(listed(sheet, 7, people(random, 12), fields))
    end = sheet.last_row
    sheet.put(end + 1, ["JUMLAH", "12 orang"])
    sheet.put(end + 3, [None] * 8 + ["Tirta Jaya, 18 November 2026"])
    sheet.put(end + 4, [None, "Mengetahui,"] + [None] * 6 + ["Kepala Dinas Perikanan,"])
    sheet.put(end + 8, [None] * 8 + ["Drs. Wirya Candrakusuma, M.Si."])
    sheet.put(end + 9, [None] * 8 + ["NIP. 19700312 199503 1 931"])
    one = SheetTruth(sheet.name, [5], mapping(fields), found, "DINAS PERIKANAN")
    return book(folder, "titles", [(sheet, one)])


@layout
def sections(random: Random, folder: Path) -> Roster:
    """A unit's name over its people, subtotals, the head once more in the middle."""
    sheet, found = Sheet("Sheet1"), []
    fields = ["no", "name", "nip", "rank", *social(RULED)]
    heads = wording(random, fields)
    sheet.put(1, heads)
    everybody, row = people(random, 12), 2
    for place, unit in enumerate(ORGANISATIONS):
        sheet.put(row, [f"{chr(65 + place)}.", unit.upper()] if place % 2 else [unit.upper()])
        row += 1
        if place == 2:
            sheet.put(row, heads)
            sheet.put(row + 1, list(range(1, len(fields) + 1)))
            row += 2
        found += listed(sheet, row, everybody[place * 3 : place * 3 + 3], fields)
        sheet.put(row + 3, [None, f"Jumlah {unit}", 3])
        row += 4
    sheet.put(row, ["TOTAL", None, 12])
    return book(folder, "sections", [(sheet, SheetTruth("Sheet1", [1], mapping(fields), found))])


@layout
def sheet_per_unit(random: Random, folder: Path) -> Roster:
    """Petunjuk first, a sheet for each unit, one of them hidden."""
    first = Sheet("Petunjuk")
    first.put(1, ["PETUNJUK PENGISIAN"])
    first.put(2, ["1. NIP diisi 18 digit, nama dengan gelar"])
    sheets = [(first, SheetTruth("Petunjuk", [], {}))]
    everybody = people(random, 16)
    for place, unit in enumerate(ORGANISATIONS):
        sheet = Sheet(unit, hidden=place == 3)
        fields = ["no", "name", "nip", *social(random.sample(RULED, 3))]
        sheet.put(2, wording(random, fields))
        found = list(listed(sheet, 3, everybody[place * 4 : place * 4 + 4], fields))
        sheets.append((sheet, SheetTruth(unit, [2], mapping(fields), found, unit)))
    return book(folder, "sheets", sheets)


@layout
def two_lines(random: Random, folder: Path) -> Roster:
    """The number in the row under the name."""
    sheet, found = Sheet("DUK"), []
    fields = ["no", "name+nip", "rank", "instagram", "instagram_followers"]
    sheet.put(
        1, ["No", random.choice(("NAMA / NIP", "Nama dan NIP")), "Gol", "Akun IG", "Followers IG"]
    )
    for place, one in enumerate(people(random, 9)):
        row = 2 + 2 * place
        sheet.put(row, [place + 1, one.name.upper(), *cells(one, fields[2:])])
        sheet.put(
            row + 1, [None, f"NIP. {one.nip[:8]} {one.nip[8:14]} {one.nip[14]} {one.nip[15:]}"]
        )
        found.append(truth(row, one, ["instagram"]))
    return book(folder, "lines", [(sheet, SheetTruth("DUK", [1], mapping(fields), found))])


@layout
def one_cell(random: Random, folder: Path) -> Roster:
    """Name and number in one cell, of two or three lines, in either order."""
    sheet, found = Sheet("Cetak"), []
    fields = ["no", "name+nip", "position", "instagram", "instagram_followers"]
    sheet.put(1, ["No", "NAMA, NIP, PANGKAT", "Jabatan", "Instagram", "Jumlah Pengikut"])
    for place, one in enumerate(people(random, 10)):
        grouped = f"{one.nip[:8]} {one.nip[8:14]} {one.nip[14]} {one.nip[15:]}"
        cell = random.choice(
            (
                f"{one.name}\nNIP. {one.nip}",
                f"{one.nip}\n{one.name}",
                f"{one.name}\nNIP {grouped}\nPenata Tk. I (III/d)",
            )
        )
        sheet.put(2 + place, [place + 1, cell, *cells(one, fields[2:])])
        found.append(truth(2 + place, one, ["instagram"]))
    return book(folder, "one-cell", [(sheet, SheetTruth("Cetak", [1], mapping(fields), found))])


# ------------------------------------------------------------------ numbers


@layout
def destroyed_nips(random: Random, folder: Path) -> Roster:
    """Each kind of loss once, and as many odd dresses of a sound number."""
    sheet, found = Sheet("Data"), []
    fields = ["no", "nip", "name", "unit", "instagram", "instagram_followers"]
    sheet.put(1, wording(random, fields))
    everybody = people(random, 20)
    for place, one in enumerate(everybody):
        digits = one.nip
        grouped = f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
        lost: list[Cell] = [
            int(digits), int(digits[:15]) * 1000, digits[:15] + "000", f"1,{digits[1:6]}E+17",
            f"{digits}.0", digits[:-1], digits + "1", digits.replace("0", "O", 1), None, "130099901",
        ]  # fmt: skip
        sound: list[Cell] = [
            "'" + digits, grouped, grouped.replace(" ", "\u00a0"), f"NIP. {digits}", f"P{digits}",
            f"130099901\n{digits}", grouped.replace(" ", "."), f" {digits} ", f"NI PPPK. {grouped}",
            grouped.replace(" ", "-"),
        ]  # fmt: skip
        row = cells(one, fields, place + 1)
        row[1] = (lost + sound)[place]
        sheet.put(2 + place, row)
        held = place < len(lost)
        found.append(truth(2 + place, one, ["instagram"], None if held else digits))
    return book(folder, "nips", [(sheet, SheetTruth("Data", [1], mapping(fields), found))])


@layout
def duplicates(random: Random, folder: Path) -> Roster:
    """Two people twice, one of them with nothing new."""
    sheet = Sheet("Data")
    fields = ["no", "name", "nip", "unit", *social(RULED)]
    sheet.put(1, wording(random, fields))
    everybody = people(random, 8)
    found = list(listed(sheet, 2, [*everybody, everybody[2], everybody[5]], fields))
    return book(folder, "twice", [(sheet, SheetTruth("Data", [1], mapping(fields), found))])


@layout
def swapped_heads(random: Random, folder: Path) -> Roster:
    """NIP stands over the names and Nama over the numbers."""
    sheet = Sheet("Data")
    fields = ["no", "name", "nip", "unit", *social(RULED[:1])]
    sheet.put(1, ["No", "NIP", "Nama", "Unit Kerja", "Akun IG", "Followers IG"])
    found = list(listed(sheet, 2, people(random, 10), fields))
    return book(folder, "swapped", [(sheet, SheetTruth("Data", [1], mapping(fields), found))])


# ------------------------------------------------------------------ other habits


@layout
def form_answers(random: Random, folder: Path) -> Roster:
    """Long questions as heads, a time stamp first."""
    sheet, found = Sheet("Form Responses 1"), []
    heads = {
        "observed_on": "Cap waktu", "email": "Alamat email", "name": "1. Nama lengkap Bapak/Ibu (tanpa gelar)",
        "nip": "2. Nomor Induk Pegawai (NIP) 18 digit", "organisation": "3. Asal OPD / Instansi",
        "": "4. Apakah Bapak/Ibu memiliki akun Instagram?", "instagram": "5. Sebutkan username Instagram Anda",
        "instagram_followers": "6. Berapa jumlah followers Instagram Anda saat ini?",
        "x": "7. Tuliskan username X (Twitter), bila ada", "x_followers": "8. Berapa pengikut X (Twitter) Anda?",
        "consent": "9. Apakah Anda bersedia akunnya dicatat?",
    }  # fmt: skip
    sheet.put(1, list(heads.values()))
    for place, one in enumerate(people(random, 10)):
        row: list[Cell] = [
            "18/11/2026 9:05:11",
            "a@contoh.id",
            one.name,
            one.nip,
            one.organisation,
            "Ya",
        ]
        row += [
            *cells(one, ["instagram", "instagram_followers", "x", "x_followers"]),
            "Ya, bersedia",
        ]
        sheet.put(2 + place, row)
        found.append(truth(2 + place, one, ["instagram", "x"]))
    return book(folder, "form", [(sheet, SheetTruth(sheet.name, [1], mapping(list(heads)), found))])


@layout
def returned_form(random: Random, folder: Path) -> Roster:
    """One date for each platform."""
    sheet, found = Sheet("Formulir"), []
    heads: dict[str, Cell] = {"no": "No", "nip": "NIP", "name": "Nama"}
    for platform, name in (("instagram", "Instagram"), ("x", "X/Twitter")):
        heads |= {
            platform: f"Akun {name}",
            f"{platform}_followers": f"Pengikut {name}",
            f"{platform}_observed_on": f"Tanggal cek {name}",
        }
    sheet.put(1, ["FORMULIR PENGIKUT MEDIA SOSIAL"])
    sheet.put(2, ["Perangkat Daerah", "Dinas Pertanian"])
    sheet.put(4, list(heads.values()))
    for place, one in enumerate(people(random, 9)):
        counted = [
            *cells(one, social(["instagram"])),
            date(2026, 11, 17),
            *cells(one, social(["x"])),
        ]
        sheet.put(5 + place, [place + 1, one.nip, one.name, *counted, "18-11-2026"])
        found.append(truth(5 + place, one, ["instagram", "x"]))
    one_truth = SheetTruth("Formulir", [4], mapping(list(heads)), found, "Dinas Pertanian")
    return book(folder, "form-back", [(sheet, one_truth)])


@layout
def phantom(random: Random, folder: Path) -> Roster:
    """Formats far below and far to the right, units merged over their people, "tidak punya" over accounts."""
    sheet, found = Sheet("Data"), []
    fields = ["no", "unit", "name", "nip", *social(RULED)]
    sheet.put(1, wording(random, fields))
    for place, one in enumerate(people(random, 12)):
        row = cells(one, fields, place + 1)
        first = place - place % 4
        row[1] = f"Bidang {first}" if place == first else None
        if place == 5:
            row[4:] = ["tidak punya", None, None, None, None, None]
            sheet.merge((2 + place, 5, 2 + place, 10))
            found.append(PersonTruth(2 + place, one.nip, one.name, dict.fromkeys(RULED), {}))
        else:
            found.append(truth(2 + place, one, RULED))
        sheet.put(2 + place, row)
    sheet.merge((2, 2, 5, 2), (6, 2, 9, 2), (10, 2, 13, 2))
    sheet.formatted_to = 900
    return book(folder, "phantom", [(sheet, SheetTruth("Data", [1], mapping(fields), found))])


@layout
def platform_in_title(random: Random, folder: Path) -> Roster:
    """Only the title says of which platform the followers are."""
    sheet = Sheet("Sheet1")
    sheet.put(1, ["REKAP FOLLOWERS INSTAGRAM ASN"])
    sheet.put(2, ["BULAN NOVEMBER 2026"])
    fields = ["no", "name", "nip", "unit", *social(["instagram"])]
    sheet.put(4, ["No", "Nama", "NIP", "Unit Kerja", "Nama Akun", "Jumlah Followers"])
    found = list(listed(sheet, 5, people(random, 8), fields))
    return book(folder, "title", [(sheet, SheetTruth("Sheet1", [4], mapping(fields), found))])


@layout
def blank_heads(random: Random, folder: Path) -> Roster:
    """The counts stand at the right of each account under no head at all."""
    sheet = Sheet("Sheet1")
    fields = ["no", "name", "nip", *social(RULED)]
    sheet.put(1, ["No", "Nama", "NIP", "Instagram", None, "Facebook", None, "Twitter", None])
    found = list(listed(sheet, 2, people(random, 14), fields))
    return book(folder, "blank", [(sheet, SheetTruth("Sheet1", [1], mapping(fields), found))])


EXPORT = """PNS ID|NIP BARU|NIP LAMA|NAMA|GELAR DEPAN|GELAR BELAKANG|TEMPAT LAHIR ID|TEMPAT LAHIR NAMA|TANGGAL LAHIR
|JENIS KELAMIN|AGAMA ID|AGAMA NAMA|JENIS KAWIN ID|JENIS KAWIN NAMA|NIK|NOMOR HP|EMAIL|EMAIL GOV|ALAMAT|NPWP NOMOR|BPJS
|JENIS PEGAWAI ID|JENIS PEGAWAI NAMA|KEDUDUKAN HUKUM ID|KEDUDUKAN HUKUM NAMA|STATUS CPNS PNS|KARTU ASN VIRTUAL
|NOMOR SK CPNS|TANGGAL SK CPNS|TMT CPNS|NOMOR SK PNS|TANGGAL SK PNS|TMT PNS|GOL AWAL ID|GOL AWAL NAMA|GOL AKHIR ID
|GOL AKHIR NAMA|TMT GOLONGAN|MK TAHUN|MK BULAN|JENIS JABATAN ID|JENIS JABATAN NAMA|JABATAN ID|JABATAN NAMA|TMT JABATAN
|TINGKAT PENDIDIKAN ID|TINGKAT PENDIDIKAN NAMA|PENDIDIKAN ID|PENDIDIKAN NAMA|TAHUN LULUS|KPKN ID|KPKN NAMA
|LOKASI KERJA ID|LOKASI KERJA NAMA|UNOR ID|UNOR NAMA|||INSTANSI INDUK ID|INSTANSI INDUK NAMA|INSTANSI KERJA ID
|INSTANSI KERJA NAMA|SATUAN KERJA INDUK ID|SATUAN KERJA INDUK NAMA|SATUAN KERJA KERJA ID|SATUAN KERJA KERJA NAMA
|IS VALID NIK|NAMA SEKOLAH|FLAG IKD""".replace("\n", "").split("|")
"""The 69 heads of the national personnel system's export (reference/domain.md section 4)."""


@layout
def national_export(random: Random, folder: Path) -> Roster:
    """69 columns, no accounts; beside it belongs a workbook of accounts keyed by NIP."""
    sheet, found = Sheet("Data ASN"), []
    sheet.put(1, list(EXPORT))
    government = "Pemerintah Kab. Tirta Jaya"
    for place, one in enumerate(people(random, 9)):
        told: dict[str, Cell] = {
            "NIP BARU": one.nip, "NAMA": one.name, "GOL AKHIR NAMA": one.rank, "AGAMA NAMA": "Islam",
            "JABATAN NAMA": one.position, "UNOR NAMA": f"{one.unit} - {one.organisation}",
            "INSTANSI INDUK NAMA": government, "INSTANSI KERJA NAMA": government, "NIK": "3301010101850001",
            "TEMPAT LAHIR NAMA": "Tirta", "GOL AWAL NAMA": "II/a", "TMT JABATAN": "01-01-2020",
            "JENIS JABATAN NAMA": "Jabatan Fungsional", "NAMA SEKOLAH": "SMA Contoh", "UNOR ID": "8ae4" * 8,
            "SATUAN KERJA INDUK NAMA": government, "LOKASI KERJA NAMA": "Tirta Jaya",
        }  # fmt: skip
        sheet.put(2 + place, [told.get(head) for head in EXPORT])
        found.append(PersonTruth(2 + place, one.nip, one.name, {}, {}))
    wanted = {
        "NIP BARU": "nip",
        "NAMA": "name",
        "GOL AKHIR NAMA": "rank",
        "JABATAN NAMA": "position",
        "UNOR NAMA": "unit",
    }
    columns = {column: wanted[head] for column, head in enumerate(EXPORT, 1) if head in wanted}
    return book(folder, "export", [(sheet, SheetTruth("Data ASN", [1], columns, found))])


@layout
def accounts_by_nip(random: Random, folder: Path) -> Roster:
    """No names at all: accounts for people who are known already."""
    sheet, found = Sheet("Akun"), []
    fields = ["nip", *social([*RULED, "tiktok"])]
    sheet.put(1, wording(random, fields))
    for place, one in enumerate(people(random, 9)):
        sheet.put(2 + place, cells(one, fields))
        known = truth(2 + place, one, [*RULED, "tiktok"])
        found.append(PersonTruth(known.row, known.nip, "", known.lows, known.handles))
    return book(folder, "accounts", [(sheet, SheetTruth("Akun", [1], mapping(fields), found))])
