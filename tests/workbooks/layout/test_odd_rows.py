"""Rows that are no people, and people who look like none: each in a small list typed by hand."""

from datetime import date

import pytest

from app.domain.platform import Platform
from app.domain.roster import SkippedKind
from tests.data.grids import GALIH, LARAS, MAWAR, look

IG = Platform.INSTAGRAM
HEAD: list[object] = ["NO", "NAMA", "NIP", "JABATAN", "IG", "FOLLOWERS"]


def person(number: int, name: str, nip: object, count: object = 512) -> list[object]:
    return [number, name, nip, "Kasi", f"@{name.split()[0].lower()}.tj", count]


ONE, TWO = person(1, "Galih Rangga", GALIH), person(2, "Laras Widuri", LARAS, 1046)


def test_totals_above_the_list_are_no_people() -> None:
    found = look(
        [
            ["REKAP AKUN MEDIA SOSIAL"],
            ["JUMLAH ASN", 2],
            ["JUMLAH FOLLOWERS", 1558],
            [],
            HEAD,
            ["JUMLAH", "", "", "", "", 1558],
            ONE,
            TWO,
        ]
    )
    assert found.header_rows == [5]
    assert found.skipped == {6: SkippedKind.TOTAL}
    assert found.lows(IG) == [512, 1046]


def test_each_page_repeats_head_and_numbers_and_carries_its_sum_over() -> None:
    found = look(
        [
            HEAD,
            [1, 2, 3, 4, 5, 6],
            ONE,
            ["", "Jumlah dipindahkan", "", "", "", 512],
            HEAD,
            ["1", "2", "3", "4", "5", "6"],
            ["", "Jumlah pindahan", "", "", "", 512],
            TWO,
            ["", "Jumlah seluruhnya", "", "", "", 1558],
        ]
    )
    assert found.nips == [GALIH, LARAS]
    assert list(found.skipped.values()) == [
        SkippedKind.NUMBERS,
        SkippedKind.TOTAL,
        SkippedKind.REPEATED_HEADER,
        SkippedKind.NUMBERS,
        SkippedKind.TOTAL,
        SkippedKind.TOTAL,
    ]


def test_a_total_whose_number_landed_under_nip_is_no_person() -> None:
    found = look([HEAD, ONE, TWO, ["", "TOTAL", 2], ["", "Jumlah laki-laki", 1]])
    assert found.nips == [GALIH, LARAS]
    assert set(found.skipped.values()) == {SkippedKind.TOTAL}


def test_sections_with_letters_name_the_organisation_of_those_below() -> None:
    found = look(
        [
            HEAD,
            ["A", "SEKRETARIAT"],
            ONE,
            ["", "Jumlah", 1],
            ["B", "BIDANG PENYULUHAN"],
            person(1, "Laras Widuri", LARAS),
            ["", "Jumlah", 1],
        ]
    )
    assert found.texts("organisation") == ["SEKRETARIAT", "BIDANG PENYULUHAN"]
    assert found.nips == [GALIH, LARAS]


@pytest.mark.parametrize("words", ["STRUKTURAL", "PPPK", "I. PEJABAT ADMINISTRATOR"])
def test_a_section_that_names_no_unit_changes_nobody_s_unit(words: str) -> None:
    found = look([HEAD, [words], ONE, TWO])
    assert found.skipped == {2: SkippedKind.SECTION}
    assert found.texts("organisation") == ["", ""]


def test_notes_place_date_and_signature_end_the_list() -> None:
    found = look(
        [
            HEAD,
            ONE,
            TWO,
            [],
            ["Catatan: data diambil 20 November 2026"],
            ["* akun dinas tidak dihitung"],
            ["Tirta Jaya, 20 November 2026"],
            ["", "", "", "Kepala Dinas,"],
            [],
            ["", "", "", "Wirya Candrakusuma"],
            ["", "", "", "NIP. 197003121995031931"],
        ]
    )
    assert found.nips == [GALIH, LARAS]
    assert set(found.skipped.values()) == {SkippedKind.FOOTER}


def test_somebody_without_a_number_waits_and_numbered_blank_lines_do_not() -> None:
    found = look([HEAD, ONE, [2, "Budi Honor", "-", "THL", "budih", 900], [3], [4], TWO])
    assert found.nips == [GALIH, "(empty)", LARAS]
    assert list(found.skipped) == [4, 5]


def test_a_number_under_the_name_belongs_to_the_person_above() -> None:
    found = look(
        [
            ["NO", "NAMA / NIP", "GOL", "JABATAN", "INSTAGRAM", "PENGIKUT"],
            [1, "GALIH RANGGA", "III/d", "Kasi", "galihr", 512],
            ["", "NIP. 19850101 201001 1 901", "", "", "", ""],
            [2, "LARAS WIDURI", "III/b", "Kasi", "laraswd", 1046],
            ["", "NIP. 19920315 201903 2 902", "", "", "", ""],
        ]
    )
    assert found.layout.two_lines
    assert found.nips == [GALIH, LARAS]
    assert list(found.skipped.values()) == [SkippedKind.SECOND_LINE] * 2


@pytest.mark.parametrize(
    "cell",
    [
        f"GALIH RANGGA\nNIP. {GALIH}",
        f"{GALIH}\nGALIH RANGGA",
        f"GALIH RANGGA / {GALIH}",
        f"{GALIH} - GALIH RANGGA",
        "GALIH RANGGA\nNIP. 19850101 201001 1 901\nPenata Tk. I, III/d",
        f"GALIH RANGGA, S.E.\n{GALIH}\nPenata (III/c)",
    ],
)
def test_name_and_number_in_one_cell_come_in_any_order(cell: str) -> None:
    found = look(
        [
            ["NO", "NAMA, NIP, PANGKAT/GOL", "JABATAN", "IG", "FOLLOWERS"],
            [1, cell, "Kasi", "galihr", 512],
            [2, f"LARAS WIDURI\nNIP. {LARAS}", "Kasi", "laraswd", 1046],
        ]
    )
    assert found.names == ["GALIH RANGGA", "LARAS WIDURI"]
    assert found.nips == [GALIH, LARAS]


DAMAGED: list[object] = [
    198501012010011904,
    1.98501012010011e17,
    "198501012010011000",
    "1,98501E+17",
    "1.98501E+17",
    "198501012010011904.0",
    "19850101201001190",
    "1985010120100119011",
    "198513012010011901",
    "19850101201001l901",
    "198501O12010011901",
    "130099901",
    "3301010101850001",
    "",
    "-",
    "'",
    "nan",
    0,
]


@pytest.mark.parametrize("cell", DAMAGED, ids=repr)
def test_a_number_that_cannot_be_believed_holds_its_row_and_loses_nobody(cell: object) -> None:
    found = look([HEAD, person(1, "Galih Rangga", cell), TWO])
    assert found.names == ["Galih Rangga", "Laras Widuri"]
    assert found.nips[0].startswith("(")
    assert found.nips[1] == LARAS


@pytest.mark.parametrize(
    "cell",
    [
        "'" + GALIH,
        "19850101 201001 1 901",
        "19850101\u00a0201001\u00a01\u00a0901",
        "NIP. " + GALIH,
        "19850101-201001-1-901",
        "19850101.201001.1.901",
        "P" + GALIH,
        f"130099901\n{GALIH}",
        f"1800009901 / {GALIH}",
        GALIH + "\n",
    ],
)
def test_a_number_in_an_odd_dress_is_the_same_number(cell: str) -> None:
    assert look([HEAD, person(1, "Galih Rangga", cell), TWO]).nips == [GALIH, LARAS]


def test_a_merged_unit_belongs_to_everybody_beside_it() -> None:
    head: list[object] = ["NO", "UNIT KERJA", "NAMA", "NIP", "IG", "FOLLOWERS"]
    found = look(
        [
            head,
            [1, "Bidang Tani", "Galih Rangga", GALIH, "@galih.tj", 512],
            [2, None, "Laras Widuri", LARAS, "@laras.tj", 1046],
            [3, "Sekretariat", "Mawar Sitaresmi", MAWAR, "tidak punya", None],
        ],
        [(2, 2, 3, 2), (4, 5, 4, 6)],
    )
    assert found.texts("unit") == ["Bidang Tani", "Bidang Tani", "Sekretariat"]


def test_the_sample_row_of_a_form_is_no_person() -> None:
    found = look([HEAD, person(0, "CONTOH NAMA PEGAWAI", "199001012015031001"), ONE, TWO])
    assert found.skipped == {2: SkippedKind.SAMPLE}
    assert found.nips == [GALIH, LARAS]


def test_a_row_whose_name_and_number_changed_places_is_held_and_not_left_out() -> None:
    found = look(
        [
            ["No", "NIP", "Nama", "Unit Kerja"],
            [1, GALIH, "Galih Rangga", "Diskominfo"],
            [2, "Laras Widuri", LARAS, "Diskominfo"],
            [3, "198501012010011907", "Teguh Bayuaji", "Diskominfo"],
            [4, "198501012010011908", "Endah Kinasih", "Diskominfo"],
            ["", "Kepala Dinas", "", ""],
            ["", "", f"NIP. {MAWAR}", ""],
        ]
    )
    assert found.nips[:2] == [GALIH, "(swapped)"]
    assert list(found.skipped) == [6, 7]


def test_a_sample_that_only_its_row_number_calls_one_is_no_person() -> None:
    for sign in ("Contoh", "contoh:", "Contoh Pengisian"):
        found = look([HEAD, [sign, "Budi Santoso", MAWAR, "Kasi", "@budi", 1234], ONE, TWO])
        assert found.skipped == {2: SkippedKind.SAMPLE}
        assert found.nips == [GALIH, LARAS]


@pytest.mark.parametrize("said", ["NIHIL", "Tidak ada", "-nihil-", "Belum ada data"])
def test_an_office_that_reports_nobody_is_no_person(said: str) -> None:
    found = look(
        [
            [*HEAD, "OPD"],
            [*ONE, "Dinkes"],
            [2, said, None, None, None, None, "Dinsos"],
            [*TWO, "BKD"],
        ]
    )
    assert found.skipped == {3: SkippedKind.NOTE}
    assert found.nips == [GALIH, LARAS]


def test_an_office_said_once_holds_for_its_people_where_the_number_says_so_too() -> None:
    head: list[object] = ["NO", "OPD", "NAMA", "NIP", "IG"]
    rows: list[list[object]] = [
        [1, "Dinas Kesehatan", "Galih Rangga", GALIH, "@a.b"],
        [None, None, "Laras Widuri", LARAS, "@c.d"],
        [None, None, "Mawar Sitaresmi", MAWAR, "@e.f"],
        [2, "Dinas Sosial", "Damar Wulan", "198703032012011903", "@g.h"],
    ]
    found = look([head, *rows])
    assert found.texts("organisation") == [*["Dinas Kesehatan"] * 3, "Dinas Sosial"]
    for at, row in enumerate(
        rows, 1
    ):  # with a number each, a blank office is one that is not known
        row[0] = at
    assert look([head, *rows]).texts("organisation") == ["Dinas Kesehatan", "", "", "Dinas Sosial"]


BAYU = "199003012015011903"
SPACED = "19900927 202521 2 923"


@pytest.mark.parametrize(
    ("row", "number", "name"),
    [
        ([4, "Mawar Anggraini", SPACED], MAWAR, "Mawar Anggraini"),
        (["", "Mawar Anggraini", f"'{MAWAR}"], MAWAR, "Mawar Anggraini"),
        ([4, "Mawar Anggraini", float(MAWAR)], "(numeric)", "Mawar Anggraini"),
        ([4, "Mawar Anggraini", "131234567"], "(old_nip)", "Mawar Anggraini"),
        ([4, "", MAWAR], MAWAR, ""),
        (["", 4, "Mawar Anggraini", MAWAR, "Kasi", "@mawar", 500], "(not_a_nip)", "4"),
    ],
)
def test_a_number_below_a_note_is_still_a_person(row: list[object], number: str, name: str) -> None:
    found = look([HEAD, ONE, TWO, person(3, "Bayu Aji", BAYU), ["Keterangan: lihat lampiran"], row])
    assert (found.nips[3:], found.names[3:]) == ([number], [name])
    assert found.skipped == {5: SkippedKind.FOOTER}


def test_a_number_alone_in_its_row_waits_where_the_list_goes_on() -> None:
    found = look([HEAD, ONE, TWO, person(3, "Bayu Aji", BAYU), ["", "", MAWAR]])
    assert found.nips[3:] == [MAWAR]


@pytest.mark.parametrize("label", ["NIP. ", "", "NIP : "])
@pytest.mark.parametrize("column", [2, 4])
def test_a_signature_is_nobody_of_the_list(label: str, column: int) -> None:
    apart: list[object] = [""] * column
    block: list[list[object]] = [
        [],
        [*apart, "Tirta, 20 November 2026"],
        [*apart, "Kepala Dinas"],
        [],
        [*apart, "Drs. Bayu Aji, M.Si"],
        [*apart, f"{label}19900301 201501 1 903"],
    ]
    found = look([HEAD, ONE, TWO, *block])
    assert found.nips == [GALIH, LARAS]


def test_a_mark_of_repetition_takes_what_the_person_above_has() -> None:
    head: list[object] = ["NO", "NAMA", "NIP", "JABATAN", "UNIT KERJA", "TGL DATA", "FOLLOWERS IG"]
    people = [
        [1, "Galih Rangga", GALIH, "Kasi", "Dinas Kesehatan", "12/10/2026", 512],
        [2, "Laras Widuri", LARAS, '"', "s.d.a", "idem", 700],
        ["A. BIDANG UMUM"],
        [3, "Mawar Anggraini", MAWAR, "idem", "〃", '"', "''"],
        [4, "Bayu Aji", BAYU, "Kabid", "SDA", "1/11/2026", "-"],
    ]
    found = look([head, *people])
    assert found.texts("position") == ["Kasi", "Kasi", "Kasi", "Kabid"]
    assert found.texts("unit") == ["Dinas Kesehatan"] * 3 + ["SDA"]
    days = [one.observed_on for one in found.people]
    assert days == [date(2026, 10, 12)] * 3 + [date(2026, 11, 1)]
    assert found.lows(IG) == [512, 700, None, None]


def test_a_mark_of_repetition_with_nobody_above_says_nothing() -> None:
    found = look([HEAD, [*person(1, "Galih Rangga", GALIH)[:3], "s.d.a", "@galih", 512], TWO])
    assert found.texts("position") == ["", "Kasi"]


def test_a_row_that_explains_the_columns_in_brackets_is_nobody() -> None:
    hints: list[object] = ["", "(nama lengkap)", "(18 digit)", "", "(tanpa @)", "(angka)"]
    found = look([HEAD, hints, ONE, TWO])
    assert found.nips == [GALIH, LARAS]
    assert found.skipped == {2: SkippedKind.SAMPLE}
