"""A roster of 1,500 people as it arrives: titles, merged heads, odd units, damaged NIPs, a footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from openpyxl import Workbook

from tests.data.damaged_nips import DAMAGES, people

UNITS = (
    "Dinas Komunikasi dan Informatika",
    "Dinas Kesehatan",
    "Dinas Pendidikan dan Kebudayaan",
    "Dinas Perhubungan",
    "Dinas Sosial",
    "Dinas Pertanian",
    "Badan Kepegawaian Daerah",
    "Badan Keuangan Daerah",
    "Inspektorat",
    "Sekretariat Daerah",
)
ODD_UNITS = {
    "Dinas Komunikasi dan Informatka": 0,
    "Dinas Komunikasi & Informatika Kabupaten": 0,
    "Dinas Kominikasi dan Informatika": 0,
    "Dinas Kesehatn": 1,
    "Dinas Kesehattan": 1,
    "Dinas Pendidikan dan Kebudayan": 2,
    "Dinas Pendidkan dan Kebudayaan": 2,
    "Dinas Perhubugan": 3,
    "Dinas Sosail": 4,
    "Dinas Pertanain": 5,
    "Badan Kepegawaian Dearah": 6,
    "Badan Kepegawian Daerah": 6,
    "Badan Keuanagn Daerah": 7,
    "Inspektorta": 8,
    "Sekretariat Daerha": 9,
}
"""As they are typed, and the place in `UNITS` of what is meant."""

_KNOWN = 2_500
_DAMAGED = ("17 digits", "serial 000", "a letter", "no birth date", "rounded to a double")


@dataclass(frozen=True, slots=True)
class Roster:
    """The file, and who stands in it: names by NIP; the damaged ones by the row of the sheet."""

    path: Path
    people: dict[str, str]
    damaged: dict[int, str]


def messy_roster(
    path: Path,
    *,
    rows: int = 1_500,
    damaged: int = 3,
    apart: int = 100,
    month: int = 11,
    seed: int = 1_500,
    left_out: int = 0,
    later: int = 0,
    odd: Sequence[str] = tuple(ODD_UNITS),
) -> Roster:
    """Writes one.

    Args:
        path: Where.
        rows: So many people.
        damaged: So many of them have a NIP that cannot be believed.
        apart: So many rows lie between them.
        month: Of the title; with another one every third count has grown.
        seed: The same people for the same seed.
        left_out: So many of the last ones are not in the list.
        later: So many others are.
        odd: Units as they are typed in one row each.
    """
    everyone = list(people(Random(seed), _KNOWN).items())[: rows + later]
    listed = everyone[: rows - left_out] + everyone[rows:]
    random = Random(seed)
    sheet = _headed(month)
    rows_of_damage: dict[int, str] = {}
    for at, (nip, name) in enumerate(listed):
        cell: object = nip
        unit = UNITS[at % len(UNITS)]
        if at % apart == 7 and at // apart < damaged:
            cell = DAMAGES[_DAMAGED[at // apart % len(_DAMAGED)]](nip, name, random).nip
            rows_of_damage[sheet.max_row + 1] = nip
        if at % 50 == 31 and at // 50 < len(odd):
            unit = odd[at // 50]
        followers = 40 + at % 900 + (25 * (month - 11) if at % 3 == 0 else 0)
        sheet.append([at + 1, name.upper(), cell, unit, f"@orang.{nip[-9:]}", followers])
    _foot(sheet, len(listed))
    sheet.parent.save(path)
    return Roster(path, dict(listed), rows_of_damage)


def _headed(month: int):
    book = Workbook()
    sheet = book.active
    sheet.title = "Rekap"
    sheet.append(["PEMERINTAH KABUPATEN TIRTA JAYA"])
    sheet.append([f"DAFTAR ASN DAN AKUN MEDIA SOSIAL, BULAN {month} TAHUN 2026"])
    sheet.append([])
    sheet.append(["No.", "NAMA", "NIP", "UNIT KERJA", "INSTAGRAM", None])
    sheet.append([None, None, None, None, "AKUN", "PENGIKUT"])
    sheet.append([1, 2, 3, 4, 5, 6])
    for area in ("A1:F1", "A2:F2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4"):
        sheet.merge_cells(area)
    return sheet


def _foot(sheet, rows: int) -> None:
    sheet.append([])
    sheet.append([None, "JUMLAH", None, f"{rows} orang"])
    sheet.append([])
    sheet.append([None, None, None, None, "Tirta Jaya, 20 November 2026"])
    sheet.append([None, None, None, None, "Kepala Dinas,"])
    sheet.append([])
    sheet.append([None, None, None, None, "Suhartini, S.Sos."])
    sheet.append([None, None, None, None, "NIP. 19700101 199501 2 901"])
