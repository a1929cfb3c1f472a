"""Invented people, the wordings of heads, and what must be found: the stuff of the rosters in `layouts`.

Seeded: the same seed, the same cells. Nothing is committed; tests write what they need. Everybody is
invented (serials 901 to 999).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from tests.data.writing import Sheet, write_book

Cell = str | int | float | date | None

_FIRST = "Adhyasta Banyu Cakra Elang Gading Harsa Jagad Kinanti Larasati Mayang Nawang Padma Ratih Senja Utari".split()
_LAST = "Adiwarna Bagaskara Candrawinata Dirgantara Gumilar Kertanegari Lokananta Pamekarti Wiryasena".split()
ORGANISATIONS = ("Dinas Pertanian", "Dinas Perikanan", "Badan Riset Daerah", "Kecamatan Hulu Jaya")
_UNITS = ("Sekretariat", "Bidang Data", "Seksi Pelayanan")
_RANKS = ("II/c", "III/a", "III/b", "III/d", "IV/a", "IX")
_POSITIONS = ("Analis Kebijakan", "Pengadministrasi Umum", "Arsiparis Terampil")

RULED = ("instagram", "facebook", "x")


@dataclass(frozen=True, slots=True)
class Count:
    """A written count and the lowest number it can mean; None: it gives none."""

    written: Cell
    low: int | None


@dataclass(frozen=True, slots=True)
class Somebody:
    """One invented person. `handles` and `counts` are by platform."""

    nip: str
    name: str
    rank: str
    position: str
    unit: str
    organisation: str
    handles: dict[str, str]
    counts: dict[str, Count]


@dataclass(frozen=True, slots=True)
class PersonTruth:
    """What a reader must find in one row; `nip` None: held. Handles as they are compared."""

    row: int
    nip: str | None
    name: str
    lows: dict[str, int | None]
    handles: dict[str, str]


@dataclass(frozen=True, slots=True)
class SheetTruth:
    """Rows and columns count from 1. A sheet without `header_rows` is nobody's list."""

    name: str
    header_rows: list[int]
    columns: dict[int, str]
    people: list[PersonTruth] = field(default_factory=list)
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A written file and what stands in it."""

    path: Path
    format: str
    sheets: list[SheetTruth]


# ------------------------------------------------------------------ people


def people(random: Random, number: int) -> list[Somebody]:
    """`number` people with different numbers and names."""
    names = random.sample([f"{first} {last}" for first in _FIRST for last in _LAST], number)
    return [_somebody(random, name, place) for place, name in enumerate(names)]


def _somebody(random: Random, name: str, place: int) -> Somebody:
    born = f"{random.randint(1968, 1999)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    start = random.choice(("202521", f"{random.randint(2000, 2019)}{random.randint(1, 12):02}"))
    handle = name.replace(" ", ".").lower() + ".uji"
    return Somebody(
        f"{born}{start}{random.randint(1, 2)}{901 + place}",
        name,
        random.choice(_RANKS),
        random.choice(_POSITIONS),
        random.choice(_UNITS),
        random.choice(ORGANISATIONS),
        {
            "instagram": handle,
            "facebook": handle,
            "x": handle.replace(".", "_")[:15],
            "tiktok": handle[:24],
        },
        {platform: _count(random) for platform in (*RULED, "tiktok")},
    )


def _count(random: Random) -> Count:
    exact = random.randint(0, 4000)
    grouped = f"{exact:,}".replace(",", ".")
    forms = (
        Count(exact, exact),
        Count(str(exact), exact),
        Count(grouped, exact),
        Count(f"{exact} pengikut", exact),
        Count("1,2 rb", 1150),
        Count("1,2\u00a0rb", 1150),
        Count("3,7K", 3650),
        Count("500+", 500),
        Count("private", None),
        Count("-", None),
        Count(None, None),
    )
    return random.choice(forms)


def truth(
    row: int,
    one: Somebody,
    platforms: Sequence[str],
    nip: str | None = "",
    *,
    handles: bool = True,
) -> PersonTruth:
    """What must be found in `row`; `nip` is the person's own unless it is given."""
    return PersonTruth(
        row,
        one.nip if nip == "" else nip,
        one.name,
        {platform: one.counts[platform].low for platform in platforms},
        {platform: one.handles[platform] for platform in platforms} if handles else {},
    )


# ------------------------------------------------------------------ columns

_WORDINGS = {
    "no": ("NO", "No.", "No Urut", "#"),
    "nip": ("NIP/NI PPPK", "Nomor Induk Pegawai", "NIP Baru *", "nip_pegawai"),
    "name": ("Nama Lengkap dan Gelar", "NAMA ASN", "Nama Karyawan", "nama_pegawai"),
    "rank": ("Gol/Ruang", "PANGKAT, GOL.", "Golongan Ruang *", "gol_akhir"),
    "position": ("Jabatan Terakhir", "NAMA JABATAN", "jabatan_aktif"),
    "unit": ("Unit Kerja *", "Bidang/Bagian", "Sub Bidang", "unit_kerja"),
    "organisation": ("SKPD", "Nama OPD", "Satuan Kerja", "Perangkat Daerah *"),
    "instagram": (
        "Akun IG",
        "Nama Akun Instagram",
        "Username Instagram",
        "Link Profil IG",
        "akun_ig",
    ),
    "instagram_followers": (
        "Σ Followers IG",
        "Jml. Pengikut Instagram",
        "Follower(s) IG",
        "Banyaknya Pengikut IG",
    ),
    "facebook": ("Akun FB", "Nama Akun Facebook", "Link Facebook", "akun_fb"),
    "facebook_followers": ("Teman FB", "Jml Pertemanan Facebook", "Pengikut/Teman Facebook"),
    "x": ("Akun X (Twitter)", "Username Twitter", "Akun Twitter/X", "akun_x"),
    "x_followers": ("Followers X", "Jml Pengikut Twitter", "Jumlah Follower X (Twitter)"),
    "tiktok": ("Akun TikTok", "Username Tik Tok"),
    "tiktok_followers": ("Followers TikTok", "Pengikut Tik Tok"),
    "observed_on": ("Tgl Pendataan", "Tanggal Cek", "Per Tanggal"),
}


def wording(random: Random, fields: Sequence[str]) -> list[Cell]:
    """One of the wordings for each field."""
    return [random.choice(_WORDINGS[name]) for name in fields]


def social(platforms: Sequence[str]) -> list[str]:
    """Account and count of each platform."""
    return [name for platform in platforms for name in (platform, f"{platform}_followers")]


def cells(one: Somebody, fields: Sequence[str], number: int = 1) -> list[Cell]:
    """The cells of one person in the order of `fields`."""
    row: list[Cell] = []
    for name in fields:
        platform = name.removesuffix("_followers")
        if name == "no":
            row.append(number)
        elif platform in one.counts:
            row.append(one.handles[name] if name == platform else one.counts[platform].written)
        elif name == "observed_on":
            row.append(date(2026, 11, 18))
        else:
            row.append(str(getattr(one, name)))
    return row


def mapping(fields: Sequence[str]) -> dict[int, str]:
    """Column to field, as `SheetTruth.columns`."""
    return {column: name for column, name in enumerate(fields, 1) if name}


SIMPLE = ["no", "name", "nip", "rank", "position", "unit", "organisation", *social(RULED)]


def listed(
    sheet: Sheet, start: int, everybody: Sequence[Somebody], fields: Sequence[str]
) -> Iterator[PersonTruth]:
    """Puts people from row `start` on and says what must be found."""
    platforms = [name for name in (*RULED, "tiktok") if f"{name}_followers" in fields]
    for number, one in enumerate(everybody, 1):
        row = start + number - 1
        sheet.put(row, cells(one, fields, number))
        yield truth(row, one, platforms, handles=platforms[0] in fields)


def book(
    folder: Path, name: str, sheets: Sequence[tuple[Sheet, SheetTruth]], kind: str = "xlsx"
) -> Roster:
    """Writes the sheets as one file of `kind`."""
    path = write_book(folder, name, [sheet for sheet, _ in sheets], kind)
    shape = {"strict": "xlsx", "html": "html"}.get(kind, kind.split("-")[0])
    return Roster(path, shape, [found for _, found in sheets])
