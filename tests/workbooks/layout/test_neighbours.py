"""Counts and accounts whose heads say too little: the columns beside them and the cells decide."""

import pytest

from app.domain.platform import Platform
from tests.data.grids import GALIH, LARAS, MAWAR, Grid, look

N = None
IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X
WHO: list[object] = ["No", "Nama", "NIP"]


def two(heads: list[object], first: list[object], second: list[object]) -> Grid:
    galih: list[object] = [1, "Galih Rangga", GALIH]
    laras: list[object] = [2, "Laras Widuri", LARAS]
    return [[*WHO, *heads], [*galih, *first], [*laras, *second]]


@pytest.mark.parametrize(
    "head",
    ["Jumlah", "∑ Followers", "Fol IG", "Jum. Follower IG", "Jumlah Followers/Teman",
     "Pengikut IG per 31 Okt 2026", "Total Followers", 2026],
)  # fmt: skip
def test_a_count_behind_its_account_is_found_whatever_it_is_called(head: object) -> None:
    assert look(two(["Akun IG", head], ["galihr", 512], ["laraswd", 1046])).lows(IG) == [512, 1046]


@pytest.mark.parametrize(
    ("heads", "newest"),
    [
        (["Followers IG (Sebelum)", "Followers IG (Sesudah)"], 1),
        (["Followers Awal", "Followers Akhir"], 1),
        (["Followers Bulan Ini", "Followers Bulan Lalu"], 0),
        (["Followers Sep", "Followers Okt", "Followers Nov"], 2),
        (["Followers IG per 31/10/2026", "Followers IG per 30/09/2026"], 0),
        (["Followers TW I", "Followers TW II", "Followers TW III"], 2),
        (["Followers Des 2025", "Followers Jan 2026"], 1),
        ([2025, 2026], 1),
    ],
)
def test_of_several_counts_of_one_account_the_newest_is_taken(
    heads: list[object], newest: int
) -> None:
    counts: list[object] = [9, 9, 9][: len(heads)]
    counts[newest] = 512
    found = look(two(["IG", *heads], ["galihr", *counts], ["laraswd", *counts]))
    assert found.lows(IG) == [512, 512]


@pytest.mark.parametrize(
    ("head", "value"),
    [("Total Followers", 9999), ("Jumlah", 3), ("Followers", 9999), (N, 2019), ("Total", 9999)],
)
def test_one_number_behind_accounts_on_several_platforms_belongs_to_none(
    head: object, value: int
) -> None:
    found = look(
        two(
            ["IG", "FB", "X", head],
            ["galihr", "Galih R", "galih_r", value],
            ["l.w", "Laras", "l_w", value],
        )
    )
    assert (found.lows(IG), found.lows(FB), found.lows(X)) == ([N, N], [N, N], [N, N])


def test_links_and_labels_say_whose_account_it_is_where_the_heads_only_count() -> None:
    found = look(
        two(
            ["Medsos 1", "Followers 1", "Medsos 2", "Followers 2"],
            ["https://instagram.com/galihr", 512, "FB: galih.rangga", 1238],
            ["https://instagram.com/laraswd", 1046, "FB: laras.widuri", 312],
        )
    )
    assert (found.handles(IG), found.lows(IG)) == (["galihr", "laraswd"], [512, 1046])
    assert (found.handles(FB), found.lows(FB)) == (["galih.rangga", "laras.widuri"], [1238, 312])


@pytest.mark.parametrize("head", [N, "Pegawai", "Nama2"])
def test_names_beside_the_numbers_are_names_under_any_head(head: object) -> None:
    found = look(
        [
            ["No", head, "NIP", "IG", "Followers"],
            [1, "Galih Rangga", GALIH, "galihr", 512],
            [2, "Laras Widuri", LARAS, "laraswd", 1046],
        ]
    )
    assert found.names == ["Galih Rangga", "Laras Widuri"]


@pytest.mark.parametrize("head", ["No Rekening Bank", "NPWP", "No. BPJS", "NUPTK", "Karpeg"])
def test_other_long_numbers_of_a_person_are_never_taken_for_the_nip(head: str) -> None:
    found = look(
        [
            ["No", "Nama", "Unit Kerja", head, "IG", "Followers"],
            [1, "Galih Rangga", "Sekretariat", GALIH, "galihr", 512],
            [2, "Laras Widuri", "Sekretariat", LARAS, "laraswd", 1046],
        ]
    )
    assert found.nips == ["(empty)", "(empty)"]


@pytest.mark.parametrize("number", ["1234567890123456", "012345678901234", "081234567890"])
def test_numbers_under_no_head_are_a_nip_only_if_they_are_built_like_one(number: str) -> None:
    found = look(
        [
            ["No", "Nama", "Unit Kerja", N, "IG", "Followers"],
            [1, "Galih Rangga", "Sekretariat", number, "galihr", 512],
        ]
    )
    assert found.nips == ["(empty)"]


def test_a_table_of_sums_beside_the_list_says_nothing_about_the_people() -> None:
    beside: Grid = [
        [N, "No", "Unit Kerja", "Jumlah Followers"],
        [N, 1, "Bidang X", 700],
        [N, 2, "Bidang Y", 2],
    ]
    people = two(["Unit Kerja", "IG", "Followers"], ["UPTD", "galihr", 512], ["UPT", "lw", 1046])
    found = look([[*one, *other] for one, other in zip(people, beside, strict=True)])
    assert found.texts("unit") == ["UPTD", "UPT"]
    assert found.lows(IG) == [512, 1046]


@pytest.mark.parametrize(
    "grid",
    [
        [["Label Baris", "Jumlah dari NIP", "Jumlah dari FOLLOWERS IG"], ["Dinas A", 3, 50000]],
        [["Row Labels", "Count of NIP", "Sum of Followers"], ["Dinas A", 30000, 500]],
        [["No", "Nama Kolom", "Keterangan"], [1, "NIP", "18 digit"], [2, "Nama", "tanpa gelar"]],
        [["Nama", "NIP", "IG"], ["nama lengkap", "diisi 18 digit", "akun pribadi"]],
        [["No", "Nama", "Keterangan"], [1, "Tirta", "kota"], [2, "Samudra", "kota"]],
    ],
    ids=["pivot", "English pivot", "table of columns", "explained heads", "some list"],
)
def test_what_only_speaks_of_people_is_nobody_s_list(grid: Grid) -> None:
    assert not look(grid).layout.is_roster


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("Unit Kerja/Sekolah", {"unit"}),
        ("Nama Sekolah", {"unit"}),
        ("Puskesmas", {"unit"}),
        ("Kecamatan", {"unit"}),
        ("Bag/Bid", {"unit"}),
        ("Unit Kerja Eselon III", {"unit"}),
        ("Dinas/Instansi tempat bertugas", {"organisation"}),
        ("Posisi", {"position"}),
        ("Jabatan / Eselon", {"position"}),
        ("Nama Pejabat/Pelaksana", {"other"}),
    ],
)
def test_more_wordings_of_units_and_posts_are_understood(head: str, fields: set[str]) -> None:
    found = look(
        [["Nama", "NIP", head, "IG"], ["Galih Rangga", GALIH, "Tirta", "galihr"],
         ["Mawar Sitaresmi", MAWAR, "Tirta", "mawar"]]
    )  # fmt: skip
    assert found.by_column.get(3, "other") in fields


def test_an_address_is_no_unit_where_a_unit_is_named() -> None:
    found = look(
        [
            ["Nama", "NIP", "Kecamatan", "Unit Kerja"],
            ["Galih Rangga", GALIH, "Tirta", "Bidang Tani"],
        ]
    )
    assert (found.texts("unit"), found.texts("organisation")) == (["Bidang Tani"], [""])


@pytest.mark.parametrize(
    "cell",
    ["19850101‑201001‑1‑901", "19850101–201001–1–901", "19850101/201001/1/901", "19850101_201001_1_901"],
)  # fmt: skip
def test_a_number_in_groups_is_one_number_whatever_parts_them(cell: str) -> None:
    assert look([["Nama", "NIP", "IG"], ["Galih Rangga", cell, "galihr"]]).nips == [GALIH]


@pytest.mark.parametrize(
    "cell", ["@galihr:512", "galihr (512 flw)", "galihr: 512", "galihr (512 per 1 Nov 2026)"]
)
def test_a_count_behind_an_account_is_read_in_every_dress(cell: str) -> None:
    found = look([["Nama", "NIP", "Instagram"], ["Galih Rangga", GALIH, cell]])
    assert (found.handles(IG), found.lows(IG)) == (["galihr"], [512])


@pytest.mark.parametrize(
    ("handle", "count"),
    [
        (
            "Nama akun Instagram Anda (tulis - jika tidak ada)",
            "Followers IG (isi 0 jika tidak ada)",
        ),
        ("Akun IG, jika tidak ada tulis strip", "Jumlah pengikut IG, kosongkan bila tidak ada"),
    ],
)
def test_what_to_write_where_there_is_no_account_makes_no_yes_or_no_question(
    handle: str, count: str
) -> None:
    found = look(two([handle, count], ["galihr", 512], ["-", "-"]))
    assert (found.handles(IG), found.lows(IG)) == (["galihr", N], [512, N])


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("4b. Followers IG", "instagram_followers"),
        ("Frnd FB", "facebook_followers"),
        ("Jml Tmn FB", "facebook_followers"),
        ("Pilih Perangkat Daerah", "organisation"),
        ("PNS/PPPK/Honorer", "status"),
        ("Tanggal pengecekan", "observed_on"),
        ("Tgl. Cek Followers", "observed_on"),
        ("Tanggal pengambilan data followers", "observed_on"),
        ("Kondisi per", "observed_on"),
    ],
)
def test_more_heads_of_forms_and_print_outs_are_understood(head: str, field: str) -> None:
    days = ["2026-11-20", "2026-11-20"] if field == "observed_on" else ["512", "1046"]
    found = look(
        [["Nama", "NIP", head], ["Galih Rangga", GALIH, days[0]], ["Laras", LARAS, days[1]]]
    )
    assert found.by_column.get(3, "other") == field


def test_a_sheet_that_lists_the_columns_of_the_list_is_nobody_s_list() -> None:
    grid: Grid = [
        ["1. Kolom NIP diisi lengkap", "Nama diisi"],
        ["Nama", "nama lengkap"],
        ["NIP", "-"],
    ]
    assert not look(grid).layout.is_roster


@pytest.mark.parametrize("second", ["Instagram 2", "Akun IG Lainnya", "IG kedua"])
def test_the_counts_of_a_second_account_are_not_those_of_the_next_platform(second: str) -> None:
    found = look(
        [
            ["Nama", "NIP", "Instagram", "Followers", second, "Followers", "Facebook", "Followers"],
            ["Galih Rangga", GALIH, "@galihr", 300, "@galih.dinas", 1200, "galih.rangga", 77],
            ["Laras Widuri", LARAS, "@laraswd", 400, "@laras.dinas", 900, "laras.wd", 88],
        ]
    )
    assert found.lows(IG) == [300, 400]
    assert found.lows(FB) == [77, 88]
    assert 6 not in found.by_column
    assert found.layout.columns[4].rival == 2
