"""What stands below and between the people and looks like one: sums, notes, other tables."""

import pytest

from app.domain.platform import Platform
from app.domain.roster import SkippedKind
from tests.data.grids import GALIH, LARAS, MAWAR, Grid, look

N = None
IG = Platform.INSTAGRAM
HEAD: list[object] = ["No", "Nama", "NIP", "Unit Kerja", "IG", "Followers"]
PEOPLE: Grid = [
    HEAD,
    [1, "Galih Rangga", GALIH, "Sekretariat", "galihr", 512],
    [2, "Laras Widuri", LARAS, "Sekretariat", "laraswd", 1046],
]


@pytest.mark.parametrize(
    "below",
    [
        [["Catatan"], [1, "Data diambil tanggal 31 Oktober 2026"], [2, "Akun yang diprivate tidak dihitung"]],
        [[1, "Data diambil tanggal 31 Oktober 2026"], [2, "Akun yang diprivate tidak dihitung"]],
        [["Ket:", "PNS", "= Pegawai Negeri Sipil"], [N, "PPPK", "= Pegawai Pemerintah"]],
        [["REKAP"], [N, "PNS", 3], [N, "PPPK", 1], [N, "Jumlah", 4]],
        [[N, "PNS", 31200, "orang"], [N, "PPPK", 1, "orang"]],
        [[N, "Laki-laki", 2], [N, "Perempuan", 2]],
        [["No", "Media Sosial", "Jumlah Akun", "Total"], [1, "Instagram", 4, 2144], [2, "Akun lain", 3, 90]],
        [["No", "Unit Kerja", "Jumlah ASN", "Punya IG", "Rata2"], [1, "Sekretariat", 3, 1, 33], [2, "UPTD", 4, 2, 5]],
    ],
    ids=["notes", "bare notes", "legend", "by status", "with words", "by sex", "by platform", "by unit"],
)  # fmt: skip
def test_sums_notes_and_other_tables_below_a_list_are_no_people(below: Grid) -> None:
    found = look([*PEOPLE, [], *below])
    assert found.nips == [GALIH, LARAS]
    assert len(found.skipped) == len(below)


def test_the_same_list_goes_on_below_a_table_of_sums() -> None:
    sums: Grid = [["No", "Unit Kerja", "Jumlah ASN"], [1, "Sekretariat", 2]]
    found = look([*PEOPLE, *sums, HEAD, [3, "Budi Honor", "-", "Sekretariat", "budih", 900]])
    assert found.names == ["Galih Rangga", "Laras Widuri", "Budi Honor"]


def test_a_post_that_nobody_holds_is_nobody() -> None:
    found = look([*PEOPLE, [3, "KOSONG", "-", "Sekretariat", "-", "-"], [4, "(lowong)", N, "UPTD"]])
    assert found.nips == [GALIH, LARAS]


@pytest.mark.parametrize(
    "row", [["a", "b", "c", "d", "e", "f"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6=4+5)"]]
)
def test_letters_and_reckonings_under_the_heads_only_count_the_columns(row: list[object]) -> None:
    found = look([HEAD, row, *PEOPLE[1:]])
    assert found.skipped == {2: SkippedKind.NUMBERS}
    assert found.lows(IG) == [512, 1046]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["DINAS TANI (1 orang)"], ["DINAS PERIKANAN - 1 pegawai"]),
        (["DINAS TANI", N, N, N, 512], ["DINAS PERIKANAN", N, N, N, "1.046"]),
        (["I", "DINAS TANI", N, N, 512], ["II", "DINAS PERIKANAN", N, N, 1046]),
        (["OPD", ":", "DINAS TANI"], ["OPD", ":", "DINAS PERIKANAN"]),
        (["DINAS TANI"] * 5, ["DINAS PERIKANAN"] * 5),
    ],
    ids=["with its people", "with its sum", "numbered with its sum", "behind a label", "in each cell"],
)  # fmt: skip
def test_sections_in_every_dress_name_the_unit_of_those_below(
    first: list[object], second: list[object]
) -> None:
    found = look(
        [
            ["No", "Nama", "NIP", "IG", "Followers"],
            first,
            [1, "Galih Rangga", GALIH, "galihr", 512],
            second,
            [1, "Laras Widuri", LARAS, "laraswd", 1046],
        ]
    )
    assert found.nips == [GALIH, LARAS]
    assert found.texts("organisation") == ["DINAS TANI", "DINAS PERIKANAN"]


def test_a_print_form_with_rank_below_rank_has_two_lines_a_person() -> None:
    found = look(
        [
            ["NO", "NAMA", "PANGKAT", "JABATAN", "IG", "FOLLOWERS"],
            [N, "NIP", "GOL/TMT", "TMT", N, N],
            [1, "Galih Rangga", "Penata", "Kasi", "galihr", 512],
            [N, GALIH, "III/d, 01-04-2020", "01-01-2021", N, N],
            [2, "Laras Widuri", "Penata Muda", "Penyuluh", "laraswd", 1046],
            [N, LARAS, "III/b, 01-04-2022", "01-01-2021", N, N],
        ]
    )
    assert found.header_rows == [1, 2]
    assert found.nips == [GALIH, LARAS]
    assert found.texts("rank") == ["Penata, III/d", "Penata Muda, III/b"]
    assert set(found.skipped.values()) == {SkippedKind.SECOND_LINE}


@pytest.mark.parametrize("birth_last", [True, False])
def test_three_lines_a_person_are_one_person(birth_last: bool) -> None:
    def lines(number: int, name: str, nip: str) -> Grid:
        below: Grid = [[N, nip, "III/d"], [N, "Tirta, 01-01-1985"]]
        return [[number, name, "Penata", "akun", 512], *(below if birth_last else below[::-1])]

    found = look(
        [
            ["NO", "NAMA / TTL / NIP", "PANGKAT", "IG", "FOLLOWERS"],
            *lines(1, "Galih Rangga", GALIH),
            *lines(2, "Laras Widuri", LARAS),
            *lines(3, "Mawar Sitaresmi", MAWAR),
            ["", "Tirta, 20 November 2026"],
            ["", "Kepala Dinas"],
            ["", "NIP. 197003121995031931"],
        ]
    )
    assert found.nips == [GALIH, LARAS, MAWAR]
    assert found.names == ["Galih Rangga", "Laras Widuri", "Mawar Sitaresmi"]
    assert found.lows(IG) == [512] * 3
