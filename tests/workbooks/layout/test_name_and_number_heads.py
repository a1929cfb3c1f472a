"""One head over names and NIPs: over one column, over two, or over both on alternate lines."""

import pytest

from app.domain.platform import Platform
from tests.data.grids import GALIH, LARAS, MAWAR, Grid, Span, look

N = None
IG = Platform.INSTAGRAM


def test_a_head_merged_over_a_column_of_names_and_one_of_numbers_names_both() -> None:
    found = look(
        [
            ["NO", "NAMA / NIP", N, "UNIT KERJA", "INSTAGRAM", "FOLLOWERS"],
            [1, "Galih Rangga", GALIH, "Dinkes", "@galih.r", 512],
            [2, "Laras Widuri", LARAS, "Dinkes", "@laras.w", 9],
        ],
        [(1, 2, 1, 3)],
    )
    assert found.by_column == {
        1: "no",
        2: "name",
        3: "nip",
        4: "unit",
        5: "instagram",
        6: "instagram_followers",
    }
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["Galih Rangga", "Laras Widuri"]
    assert found.lows(IG) == [512, 9]


def test_the_order_of_the_two_columns_is_that_of_the_cells_not_of_the_words() -> None:
    found = look(
        [
            ["NO", "NAMA / NIP", N, "INSTAGRAM", "FOLLOWERS"],
            [1, GALIH, "Galih Rangga", "@galih.r", 512],
            [2, LARAS, "Laras Widuri", "@laras.w", 9],
        ],
        [(1, 2, 1, 3)],
    )
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["Galih Rangga", "Laras Widuri"]


@pytest.mark.parametrize("group", ["Nama / NIP", "NAMA DAN NIP", "Nama, NIP"])
def test_heads_of_their_own_below_the_common_one_decide(group: str) -> None:
    found = look(
        [
            ["REKAPITULASI ASN"],
            [N],
            ["No.", group, N, "Pangkat/Gol.", "Instagram", N],
            [N, "Nama Lengkap", "NIP", N, "Nama Akun", "Jml. Pengikut"],
            [1, 2, 3, 4, 5, 6],
            ["A. DINAS KESEHATAN"],
            [1, "Galih Rangga", "19850101 201001 1 901", "III/d", "@galih.r", 512],
            [N, "JUMLAH", N, N, N, 512],
            ["B. DINAS PENDIDIKAN"],
            ["No.", group, N, "Pangkat/Gol.", "Instagram", N],
            [N, "Nama Lengkap", "NIP", N, "Nama Akun", "Jml. Pengikut"],
            [1, "Laras Widuri", LARAS, "III/b", "@laras.w", 9],
            [2, "Mawar", MAWAR, "III/a", "mawar", "1,2 rb"],
        ],
        [(3, 2, 3, 3), (3, 5, 3, 6), (10, 2, 10, 3), (10, 5, 10, 6)],
    )
    assert found.header_rows == [3, 4]
    assert found.nips == [GALIH, LARAS, MAWAR]
    assert found.names == ["Galih Rangga", "Laras Widuri", "Mawar"]
    assert found.lows(IG) == [512, 9, 1150]


@pytest.mark.parametrize("head", ["Pegawai", "IDENTITAS PEGAWAI", "Data ASN", "Biodata Pegawai"])
def test_a_head_that_only_says_pegawai_is_read_by_its_cells(head: str) -> None:
    found = look(
        [
            ["No", head, "Akun Instagram", "Followers IG"],
            [1, f"Galih Rangga\nNIP. {GALIH}", "@galih.r", 512],
            [2, f"Laras Widuri\nNIP. {LARAS}", "@laras.w", 9],
        ]
    )
    assert found.by_column[2] == "name+nip"
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["Galih Rangga", "Laras Widuri"]


@pytest.mark.parametrize("head", ["Pegawai", "ASN", "Data Pegawai"])
@pytest.mark.parametrize("cells", [("PNS", "PNS"), ("Ya", "Ya"), (3, 1)])
def test_a_head_that_only_says_pegawai_makes_nobody_out_of_other_cells(
    head: str, cells: tuple[object, object]
) -> None:
    found = look(
        [
            ["No", "NIP", head, "Akun Instagram", "Followers IG"],
            [1, GALIH, cells[0], "@galih.r", 512],
            [2, LARAS, cells[1], "@laras.w", 9],
        ]
    )
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["", ""]


def test_names_below_a_head_that_only_says_pegawai_are_names() -> None:
    rows: Grid = [
        ["No", "Pegawai", "NIP", "Akun Instagram", "Followers IG"],
        [1, "Galih Rangga", GALIH, "@galih.r", 512],
        [2, "Laras Widuri", LARAS, "@laras.w", 9],
    ]
    assert look(rows).names == ["Galih Rangga", "Laras Widuri"]


def test_a_common_head_over_one_column_on_alternate_lines_is_left_as_it_is() -> None:
    spans: list[Span] = []
    found = look(
        [
            ["NO", "NAMA", "INSTAGRAM", "FOLLOWERS"],
            [N, "NIP", N, N],
            [1, "Galih Rangga", "@galih.r", 512],
            [N, f"NIP. {GALIH}", N, N],
            [2, "Laras Widuri", "@laras.w", 9],
            [N, f"NIP. {LARAS}", N, N],
        ],
        spans,
    )
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["Galih Rangga", "Laras Widuri"]


@pytest.mark.parametrize(
    ("head", "position"), [("NAMA / NIP / JABATAN", "Kepala Seksi"), ("NAMA / NIP", "")]
)
def test_what_stands_below_the_number_is_a_post_and_no_part_of_the_name(
    head: str, position: str
) -> None:
    found = look(
        [
            ["NO", head, "INSTAGRAM", "FOLLOWERS"],
            [1, f"Galih Rangga, S.Pd\nNIP {GALIH}\nKepala Seksi", "@galih.r", 512],
            [2, f"Laras Widuri\nNIP {LARAS}\nPenata, III/c\nKepala Seksi", "@laras.w", 9],
        ]
    )
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["Galih Rangga", "Laras Widuri"]
    assert found.texts("position") == [position, position]
    assert found.texts("rank") == ["", "Penata, III/c"]


@pytest.mark.parametrize(
    ("head", "field"),
    [("nm_unor", "unit"), ("UNOR", "unit"), ("Unor Induk", "organisation"), ("NAMA UNOR INDUK", "organisation")],
)  # fmt: skip
def test_the_words_of_personnel_systems_for_units_are_known(head: str, field: str) -> None:
    found = look([["nip", "nama", head], [GALIH, "Galih Rangga", "Bidang Aptika"]])
    assert found.by_column[3] == field


@pytest.mark.parametrize("head", ["NIP LAMA /\nNIP BARU", "NIP Baru/Lama", "NIP (LAMA & BARU)"])
def test_of_an_old_and_a_new_number_in_one_cell_the_new_one_is_taken(head: str) -> None:
    found = look(
        [
            ["NO", "NAMA", head, "INSTAGRAM", "FOLLOWERS"],
            [1, "Galih Rangga", f"340099901\n{GALIH}", "@galih.r", 512],
            [2, "Laras Widuri", f"340099902\n{LARAS}", "@laras.w", 9],
        ]
    )
    assert found.by_column[3] == "nip"
    assert found.nips == [GALIH, LARAS]


def test_numbers_without_a_head_are_found_also_where_every_row_is_an_account() -> None:
    found = look(
        [
            ["NO", "NAMA", "IDENTITAS", "AKUN", "PLATFORM", "FOLLOWER"],
            [1, "Galih Rangga", GALIH, "@galih.r", "IG", 512],
            [2, "Laras Widuri", LARAS, "@laras.w", "FB", 9],
        ]
    )
    assert found.nips == [GALIH, LARAS]
    assert found.by_column[5] == "platform"
