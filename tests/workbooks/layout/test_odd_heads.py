"""Heads as Indonesian offices really write them, each in a small list typed by hand."""

import pytest

from app.domain.platform import Platform
from app.domain.roster import SkippedKind
from tests.data.grids import GALIH, LARAS, MAWAR, Grid, Span, look

N = None
IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X


def test_a_list_of_seniority_gives_name_rank_and_post_without_births_and_dates() -> None:
    found = look(
        [
            ["DAFTAR URUT KEPANGKATAN (DUK)"],
            ["DINAS PERTANIAN KABUPATEN TIRTA JAYA"],
            [],
            ["NO", "NAMA / TEMPAT TANGGAL LAHIR", "NIP / KARPEG", "GOL / TMT", "JABATAN / TMT",
             "MASA KERJA", N, "LATIHAN JABATAN", N, "USIA", "AKUN IG", "FOLLOWERS IG"],
            [N, N, N, N, N, "THN", "BLN", "NAMA", "TAHUN"],
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
            [1, "Galih Rangga\nTirta Jaya, 01-01-1985", GALIH + "\nP 000901", "III/d\n01-04-2020",
             "Kepala Seksi\n01-01-2021", 10, 3, "PIM IV", 2019, 41, "@galihr", 512],
            [2, "Laras Widuri\nTirta, 15 Maret 1992", LARAS + "\nP 000902", "III/b, 01-04-2020",
             "Penyuluh\n01-01-2021", 7, 3, "-", "", 34, "@laraswd", 1046],
        ],
        [(4, 6, 4, 7), (4, 8, 4, 9)],
    )  # fmt: skip
    assert found.header_rows == [4, 5]
    assert found.skipped == {6: SkippedKind.NUMBERS}
    assert found.names == ["Galih Rangga", "Laras Widuri"]
    assert found.nips == [GALIH, LARAS]
    assert found.texts("rank") == ["III/d", "III/b"]
    assert found.texts("position") == ["Kepala Seksi", "Penyuluh"]
    assert found.texts("organisation")[0] == "DINAS PERTANIAN KABUPATEN TIRTA JAYA"
    assert found.lows(IG) == [512, 1046]


def test_a_name_with_its_birth_behind_a_stroke_is_only_the_name() -> None:
    found = look(
        [
            ["NO", "NAMA/TTL", "NIP", "PANGKAT/GOL/TMT", "JABATAN", "IG", "PENGIKUT"],
            [1, "Galih Rangga / Tirta, 01-01-1985", GALIH, "Penata, III/d, 01-04-2020", "Kasi", "g.r", 512],
            [2, "Laras Widuri", LARAS, "III/b", "Kasi", "l.w", 9],
        ]
    )  # fmt: skip
    assert found.names == ["Galih Rangga", "Laras Widuri"]
    assert found.texts("rank") == ["Penata, III/d", "III/b"]


def test_name_birth_and_number_in_one_cell_are_told_apart() -> None:
    found = look(
        [
            ["NO", "NAMA / TTL / NIP", "JABATAN", "IG", "FOLLOWERS"],
            [1, f"GALIH RANGGA\nTirta, 01-01-1985\nNIP. {GALIH}", "Kasi", "galihr", 512],
            [2, f"LARAS WIDURI\nTirta, 15-03-1992\nNIP. {LARAS}", "Kasi", "laraswd", 1046],
        ]
    )
    assert found.names == ["GALIH RANGGA", "LARAS WIDURI"]
    assert found.nips == [GALIH, LARAS]


def test_a_list_of_posts_skips_the_vacant_one() -> None:
    found = look(
        [
            ["BEZETTING PEGAWAI"],
            ["No", "Nama Jabatan", "Kelas", "Nama Pemangku", "NIP", "Gol", "Instagram", "Pengikut", "ABK", "Ket"],
            [1, "Analis Kebijakan", 9, "Galih Rangga", GALIH, "III/d", "@galihr", 512, 2, ""],
            [2, "Pranata Humas", 8, "Laras Widuri", LARAS, "III/b", "@laraswd", "1.046", 1, ""],
            [3, "Arsiparis", 7, "", "", "", "", "", 2, "kosong"],
        ]
    )  # fmt: skip
    assert found.fields["Nama Pemangku"] == "name"
    assert found.fields["Nama Jabatan"] == "position"
    assert found.nips == [GALIH, LARAS]
    assert list(found.skipped) == [5]


def test_an_attendance_machine_s_export_is_read() -> None:
    found = look(
        [
            ["Laporan Kehadiran"],
            ["Periode: 01/11/2026 - 30/11/2026"],
            [],
            ["PIN", "NIP", "Nama", "Departemen", "Scan 1", "Scan 2", "Akun Instagram", "Jml Followers"],
            ["101", "P" + GALIH, "Galih Rangga", "Dinas Pertanian", "07.31", "16.02", "galihr", "512"],
            ["102", "P" + LARAS, "Laras Widuri", "Dinas Pertanian", "07.12", "16.05", "laraswd", "1046"],
        ]
    )  # fmt: skip
    assert found.nips == [GALIH, LARAS]
    assert found.fields["Departemen"] == "organisation"
    assert found.lows(IG) == [512, 1046]


def test_an_export_with_underscores_keeps_only_what_it_may() -> None:
    heads = """id nip_baru nip_lama nama_lengkap gelar_depan gelar_belakang tempat_lahir tgl_lahir
    jenis_kelamin agama gol_akhir tmt_gol jabatan unit_kerja opd no_hp akun_instagram jml_follower_ig
    akun_facebook jml_teman_fb akun_x jml_follower_x""".split()
    row = ["8a9f", GALIH, "130099901", "GALIH RANGGA", "", "S.E.", "TIRTA", "1985-01-01", "L", "Islam",
           "III/d", "2020-04-01", "Kepala Seksi", "Bidang Tani", "Dinas Pertanian", "0812", "galihr",
           "512", "Galih R", "1238", "-", "0"]  # fmt: skip
    found = look([[*heads], [*row]])
    assert found.by_column == {
        2: "nip", 3: "nip_lama", 4: "name", 5: "title_front", 6: "title_back", 7: "birth_place",
        8: "birth_date", 9: "gender", 11: "rank", 13: "position", 14: "unit", 15: "organisation",
        16: "phone", 17: "instagram", 18: "instagram_followers", 19: "facebook",
        20: "facebook_followers", 21: "x", 22: "x_followers",
    }  # fmt: skip
    assert "phone" not in found.people[0].texts


def test_a_school_s_export_belongs_to_the_school_and_not_to_its_district() -> None:
    found = look(
        [
            ["Daftar Guru"],
            ["SD NEGERI 1 TIRTA JAYA"],
            ["Kecamatan Kec. Tirta, Kabupaten Kab. Tirta Jaya"],
            ["Tanggal Unduh: 2026-11-18"],
            ["No", "Nama", "NUPTK", "JK", "Tempat Lahir", "Tanggal Lahir", "NIP", "Status Kepegawaian",
             "Jenis PTK", "Agama", "HP", "Pangkat Golongan", "Nama Ibu Kandung", "NIK", "Instagram", "Followers IG"],
            [1, "Mawar Sitaresmi", "1234567890123456", "P", "Tirta", "1990-09-27", MAWAR, "PPPK",
             "Guru Kelas", "Islam", "0812", "IX", "Ibu", "3301", "@mawar.s", 487],
            [2, "Galih Rangga", "1234567890123457", "L", "Tirta", "1985-01-01", GALIH, "PNS",
             "Guru Mapel", "Islam", "0812", "III/d", "Ibu", "3301", "@galihr", 512],
        ]
    )  # fmt: skip
    assert found.header_rows == [5]
    assert found.texts("organisation") == ["SD NEGERI 1 TIRTA JAYA"] * 2
    assert found.names == ["Mawar Sitaresmi", "Galih Rangga"]
    assert found.nips == [MAWAR, GALIH]


def test_english_heads_are_understood() -> None:
    found = look(
        [
            ["Full Name", "Employee ID (NIP)", "Rank", "Position", "Department", "IG Username",
             "IG Followers", "Facebook Username", "Facebook Friends", "X (Twitter) Handle",
             "X (Twitter) Followers", "Date Checked"],
            ["Galih Rangga", GALIH, "III/d", "Analyst", "Agriculture Agency", "galihr", 512, "galih.r",
             1238, "galihr", 144, "2026-11-20"],
        ]
    )  # fmt: skip
    assert list(found.by_column.values()) == [
        "name", "nip", "rank", "position", "organisation", "instagram", "instagram_followers",
        "facebook", "facebook_followers", "x", "x_followers", "observed_on",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("handle", "count"),
    [
        ("Intagram", "Folowers"),
        ("Instragram", "Jml Folowers IG"),
        ("instagarm", "pengkut"),
        ("AKUN INSTGRAM", "FOLLOWWERS"),
    ],
)
def test_a_slip_of_the_finger_in_a_head_is_understood(handle: str, count: str) -> None:
    found = look(
        [
            ["NO", "NAMA", "NIP", "JABTAN", handle, count],
            [1, "Galih Rangga", GALIH, "Kasi", "@galihr", 512],
            [2, "Laras Widuri", LARAS, "Kasi", "@laraswd", 1046],
        ]
    )
    assert found.by_column[5] == "instagram"
    assert found.by_column[6] == "instagram_followers"
    assert found.texts("position") == ["Kasi", "Kasi"]


def test_misspelt_platforms_in_a_row_each_get_their_own_counts() -> None:
    heads = ["NO", "NAMA", "NIP", "Intagram", "Folowers", "Facebok", "Jml Temen", "Twiter",
             "Follwers", "Tik-Tok", "Folowers"]  # fmt: skip
    found = look(
        [
            [*heads],
            [
                1,
                "Galih Rangga",
                GALIH,
                "@galihr",
                512,
                "Galih R",
                1238,
                "@galihr",
                144,
                "@galihr",
                20,
            ],
            [2, "Laras Widuri", LARAS, "@laraswd", 1046, "Laras W", 312, "", "", "@laras", 100],
        ]
    )
    assert found.lows(IG) == [512, 1046]
    assert found.lows(FB) == [1238, 312]
    assert found.lows(X) == [144, None]
    assert found.lows(Platform.TIKTOK) == [20, 100]


def test_following_is_not_followers() -> None:
    found = look(
        [
            ["NO", "NAMA", "NIP", "IG", "Following", "Followers", "Postingan"],
            [1, "Galih Rangga", GALIH, "galihr", 3000, 512, 20],
            [2, "Laras Widuri", LARAS, "laraswd", 4000, 1046, 30],
        ]
    )
    assert found.lows(IG) == [512, 1046]
    assert set(found.by_column) == {1, 2, 3, 4, 6}


def test_a_link_beside_a_name_does_not_take_the_followers_away() -> None:
    found = look(
        [
            ["No", "Nama Pegawai", "NIP", "OPD", "Link/URL Instagram", "Followers", "Link/URL Facebook",
             "Teman/Followers", "X (Twitter)", "Followers", "Twitter/X Link", "Sosmed Lain", "No HP/WA"],
            [1, "Galih Rangga", GALIH, "Dinas Tani", "https://instagram.com/galihr", 512,
             "https://facebook.com/galih.r", 1238, "@galihr", 144, "https://x.com/galihr",
             "Threads: galihr", "0812"],
        ]
    )  # fmt: skip
    assert (found.lows(IG), found.lows(FB), found.lows(X)) == ([512], [1238], [144])
    assert found.handles(X) == ["galihr"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["Instagram", "Facebook", "X", "Followers", "Followers", "Followers"], ["g.r", "g.fb", "g_x", 512, 1238, 144]),
        (["Pengikut", "Instagram", "Pengikut", "Facebook", "Pengikut", "X"], [512, "g.r", 1238, "g.fb", 144, "g_x"]),
        (["X", "Followers", "Instagram", "Followers", "FB", "Teman"], ["g_x", 144, "g.r", 512, "g.fb", 1238]),
        (["Akun IG", "Akun FB", "Akun X", "Pengikut", "Teman", "Pengikut"], ["g.r", "g.fb", "g_x", 512, 1238, 144]),
        (["IG", "FB", "X", "IG", "FB", "X"], ["g.r", "g.fb", "g_x", 512, 1238, 144]),
        (["Instagram", N, "Facebook", N, "X", N], ["g.r", 512, "g.fb", 1238, "g_x", 144]),
    ],
    ids=["all handles first", "count before handle", "other order", "friends among them", "same heads", "blank heads"],
)  # fmt: skip
def test_bare_counts_find_their_platform(heads: list[object], cells: list[object]) -> None:
    found = look([["NO", "NIP", "NAMA", *heads], [1, GALIH, "Galih Rangga", *cells]])
    assert (found.lows(IG), found.lows(FB), found.lows(X)) == ([512], [1238], [144])
    assert (found.handles(IG), found.handles(X)) == (["g.r"], ["g_x"])


THREE_ROWS: Grid = [
    ["NO", "IDENTITAS PEGAWAI", N, N, "MEDIA SOSIAL", N, N, N],
    [N, "NAMA", "NIP", "UNIT", "INSTAGRAM", N, "FACEBOOK", N],
    [N, N, N, N, "AKUN", "JUMLAH", "AKUN", "JUMLAH"],
    [1, "Galih Rangga", GALIH, "Bidang Tani", "galihr", 512, "Galih R", 1238],
]


@pytest.mark.parametrize(
    "merges", [[(1, 2, 1, 4), (1, 5, 1, 8), (2, 5, 2, 6), (2, 7, 2, 8), (1, 1, 3, 1)], []]
)
def test_three_rows_of_heads_are_one_header_merged_or_not(merges: list[Span]) -> None:
    found = look(THREE_ROWS, merges)
    assert found.header_rows == [1, 2, 3]
    assert list(found.by_column.values()) == [
        "no", "name", "nip", "unit", "instagram", "instagram_followers", "facebook",
        "facebook_followers",
    ]  # fmt: skip


def test_counts_of_several_months_under_one_head_give_the_newest() -> None:
    found = look(
        [
            ["NO", "NAMA", "NIP", "FOLLOWERS INSTAGRAM", N, N],
            [N, N, N, "SEP", "OKT", "NOV"],
            [1, "Galih Rangga", GALIH, 500, 506, 512],
            [2, "Laras Widuri", LARAS, 690, 812, 1046],
        ],
        [(1, 4, 1, 6)],
    )
    assert found.header_rows == [1, 2]
    assert found.lows(IG) == [512, 1046]


def test_an_account_and_its_followers_in_one_cell_are_both_read() -> None:
    found = look(
        [
            ["No", "Nama", "NIP", "Media Sosial yang dimiliki", N, N, "Ket"],
            [N, N, N, "Instagram", "Facebook", "Twitter", N],
            [1, "Galih Rangga", GALIH, "@galihr (512 followers)", "Galih R (1.238 teman)", "@galihr / 144", ""],
            [2, "Laras Widuri", LARAS, "@laraswd 1.046", "-", "-", ""],
        ]
    )  # fmt: skip
    assert found.handles(IG) == ["galihr", "laraswd"]
    assert found.lows(IG) == [512, 1046]
    assert (found.lows(FB), found.lows(X)) == ([1238, None], [144, None])


def test_a_head_that_says_both_over_cells_that_hold_both_loses_neither() -> None:
    found = look(
        [
            ["No", "Nama", "NIP", "Akun IG dan Jumlah Followers"],
            [1, "Galih Rangga", GALIH, "@galihr (512)"],
            [2, "Laras Widuri", LARAS, "@laraswd (1,2 rb)"],
        ]
    )
    assert found.handles(IG) == ["galihr", "laraswd"]
    assert found.lows(IG) == [512, 1150]


def test_swapped_heads_are_set_right_by_what_stands_below() -> None:
    found = look(
        [
            ["No", "NIP", "Nama", "Unit", "IG", "Followers"],
            [1, "Galih Rangga", GALIH, "Bidang", "galihr", 512],
            [2, "Laras Widuri", LARAS, "Bidang", "laraswd", 1046],
        ]
    )
    assert found.names == ["Galih Rangga", "Laras Widuri"]
    assert found.nips == [GALIH, LARAS]


def test_the_one_platform_of_a_list_may_stand_in_its_title() -> None:
    found = look(
        [
            ["DATA FOLLOWERS INSTAGRAM ASN"],
            ["DINAS PERIKANAN"],
            ["NO", "NAMA", "NIP", "NAMA AKUN", "JUMLAH FOLLOWERS"],
            [1, "Galih Rangga", GALIH, "galihr", 512],
            [2, "Laras Widuri", LARAS, "laraswd", 1046],
        ]
    )
    assert found.handles(IG) == ["galihr", "laraswd"]
    assert found.lows(IG) == [512, 1046]
    assert found.texts("organisation") == ["DINAS PERIKANAN"] * 2


def test_a_header_far_to_the_right_with_stars_and_line_breaks_is_found() -> None:
    left: list[object] = [N] * 5
    found = look(
        [
            [],
            [*left, "DAFTAR NOMINATIF PEGAWAI NEGERI SIPIL"],
            [],
            [*left, "No.", "N a m a", "N I P", "Gol.\nRuang", "Jabatan", "Instagram*", N],
            [*left, N, N, N, N, N, "Nama Akun *", "Jumlah Pengikut *"],
            [*left, 1, "Galih Rangga", GALIH, "III/d", "Kasi", "galihr", "512"],
            [*left, 2, "Laras Widuri", LARAS, "III/b", "Kasi", "laraswd", "1046"],
        ]
    )
    assert found.header_rows == [4, 5]
    assert found.lows(IG) == [512, 1046]
    assert found.texts("rank") == ["III/d", "III/b"]


@pytest.mark.parametrize(
    "heads", [["N A M A", "N I P"], ["N.A.M.A", "N.I.P."], ["N-a-m-a", "n.i.p"]]
)
def test_letters_set_apart_are_one_word(heads: list[object]) -> None:
    found = look([["NO", *heads, "IG", "FOLLOWERS"], [1, "Galih Rangga", GALIH, "g.r", 512]])
    assert (found.names, found.nips) == (["Galih Rangga"], [GALIH])


def test_questions_of_a_form_are_read_as_heads() -> None:
    found = look(
        [
            ["Timestamp", "Email Address", "1. Nama Lengkap (beserta gelar)",
             "2. NIP / NI PPPK (18 digit tanpa spasi)", "3. Perangkat Daerah / Unit Kerja",
             "4. Apakah Bapak/Ibu memiliki akun Instagram?",
             "5. Tuliskan username Instagram Bapak/Ibu (contoh: @namaakun)",
             "6. Berapa jumlah pengikut (followers) akun Instagram Bapak/Ibu saat ini?",
             "7. Link akun X/Twitter", "8. Jumlah followers X/Twitter",
             "9. Apakah Anda bersedia menjadi ASN influencer?"],
            ["18/11/2026 08:01:02", "a@b.id", "Galih Rangga, S.E.", GALIH, "Dinas Tani", "Ya",
             "@galihr", "512", "https://x.com/galihr", "144", "Ya, bersedia"],
            ["18/11/2026 09:01:02", "a@b.id", "Laras Widuri", LARAS, "Dinas Tani", "Ya", "@laraswd",
             "1,2 rb", "-", "-", "Tidak bersedia"],
        ]
    )  # fmt: skip
    assert found.lows(IG) == [512, 1150]
    assert found.by_column[11] == "consent"
    assert 6 not in found.by_column


def test_a_list_of_answers_one_account_a_row_loses_no_person() -> None:
    """Each row repeats its person and says one more account."""
    found = look(
        [
            ["No", "NIP", "Nama", "Platform", "Username", "Followers"],
            [1, GALIH, "Galih Rangga", "Instagram", "galihr", 512],
            [2, GALIH, "Galih Rangga", "Facebook", "Galih R", 1238],
            [3, LARAS, "Laras Widuri", "Instagram", "laraswd", 1046],
        ]
    )
    assert found.nips == [GALIH, GALIH, LARAS]
    accounts = [(entry.platform.value, entry.low) for one in found.people for entry in one.accounts]
    assert accounts == [("instagram", 512), ("facebook", 1238), ("instagram", 1046)]


def test_rows_without_any_header_are_nobody_s_list() -> None:
    found = look([[1, "Galih Rangga", GALIH, "Dinas A", "@galihr", 512]])
    assert not found.layout.is_roster


def test_a_mother_s_name_is_nobody_s_but_a_polite_question_asks_for_one_s_own() -> None:
    found = look(
        [
            ["Nama Ibu Kandung", "1. Nama lengkap Bapak/Ibu (tanpa gelar)", "NIP", "IG"],
            ["Bu Tirta", "Galih Rangga", GALIH, "@galih.tj"],
        ]
    )
    assert found.names == ["Galih Rangga"]


def test_an_empty_column_of_organisations_leaves_the_path_of_units_its_say() -> None:
    found = look(
        [
            ["NIP BARU", "NAMA", "UNOR NAMA", "SATUAN KERJA", "IG"],
            [GALIH, "Galih Rangga", "SUB BAGIAN X - BADAN Y", None, "@galih.tj"],
        ]
    )
    assert found.texts("organisation") == ["BADAN Y"]


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("NM_PEGAWAI", "name"),
        ("NmPegawai", "name"),
        ("NAMAPEGAWAI", "name"),
        ("NAMA LENGKAP (SESUAI KTP)", "name"),
        ("N A M A   L E N G K A P", "name"),
        ("NUNKER", "unit"),
        ("UnitKerja", "unit"),
        ("Nama Jabatan Sesuai SK Terakhir", "position"),
        ("NJAB", "position"),
        ("Peringkat", "other"),
        ("Nama Operator", "other"),
        ("Stempel waktu", "observed_on"),
    ],
)
def test_short_and_glued_heads_of_personnel_systems_are_understood(head: str, field: str) -> None:
    own = {"name": "X", "position": "X"}
    heads = ["NIP", head, *(h for f, h in (("name", "Nama"), ("unit", "OPD")) if f != field)]
    row = [GALIH, "2026-11-20" if field == "observed_on" else own.get(field, "Bidang Tani")]
    found = look([[*heads, "IG", "Followers"], [*row, "Galih Rangga", "Dinas", "@galihr", 512]][:2])
    assert found.by_column.get(2, "other") == field


def test_a_column_that_asks_for_a_picture_holds_no_count() -> None:
    found = look(
        [
            ["Nama", "NIP", "IG", "Jumlah Followers IG (sertakan SS)", "Upload SS Followers IG",
             "Apakah Anda memiliki FB? (Ya/Tidak)"],
            ["Galih Rangga", GALIH, "@galihr", "512", "https://drive.example/1", "Ya"],
            ["Laras Widuri", LARAS, "@laraswd", "1046", "https://drive.example/2", "Tidak"],
        ]
    )  # fmt: skip
    assert found.lows(IG) == [512, 1046]
    assert set(found.by_column) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("account", "counts"),
    [
        ("Akun X (sebelumnya Twitter)", "Pengikut X (sebelumnya Twitter)"),
        ("X (previously Twitter)", "Followers X (previously Twitter)"),
        ("X/Twitter (dulu bernama Twitter)", "Jumlah"),
        ("Akun X (eks-Twitter)", "Pengikut X (dulunya Twitter)"),
    ],
)
def test_what_x_was_called_before_is_no_count_of_before(account: str, counts: str) -> None:
    found = look([["Nama", "NIP", account, counts], ["Galih Rangga", GALIH, "@galihr", 512]])
    assert found.handles(Platform.X) == ["galihr"]
    assert found.lows(Platform.X) == [512]


def test_last_month_s_count_is_never_today_s_beside_it_or_alone() -> None:
    beside = look(
        [
            ["Nama", "NIP", "Akun IG", "Pengikut IG bulan lalu", "Pengikut IG"],
            ["Galih Rangga", GALIH, "@galihr", 498, 512],
        ]
    )
    alone = look(
        [
            ["Nama", "NIP", "Akun IG", "Pengikut IG bulan lalu"],
            ["Galih Rangga", GALIH, "@galihr", 498],
        ]
    )
    assert beside.lows(IG) == [512]
    assert alone.lows(IG) == [None]
    assert alone.handles(IG) == ["galihr"]


@pytest.mark.parametrize(
    "head", ["I G", "Inst", "Inst.", "@instagram", "\U0001f4f8 Instagram", "IG \u2764\ufe0f"]
)
def test_short_and_decorated_names_of_instagram_are_understood(head: str) -> None:
    found = look(
        [
            ["Nama", "NIP", head, "Followers \U0001f4c8"],
            ["Galih Rangga", GALIH, "galihr", 512],
            ["Laras Widuri", LARAS, "laras.wd", 46],
        ]
    )
    assert found.handles(IG) == ["galihr", "laras.wd"]
    assert found.lows(IG) == [512, 46]


def test_inst_over_offices_is_no_account() -> None:
    found = look(
        [
            ["Nama", "NIP", "Inst.", "IG"],
            ["Galih Rangga", GALIH, "Dinas Kesehatan", "@galihr"],
            ["Laras Widuri", LARAS, "Badan Keuangan", "@laras.wd"],
        ]
    )
    assert found.handles(IG) == ["galihr", "laras.wd"]


@pytest.mark.parametrize("head", ["No. Induk", "Nomor Induk", "Nomor Pokok Pegawai"])
def test_other_words_for_the_number_of_a_civil_servant(head: str) -> None:
    found = look([["Nama", head, "IG"], ["Galih Rangga", GALIH, "@galihr"]])
    assert found.nips == [GALIH]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Nama Pegawai/Jabatan", "Galih Rangga\nKepala Seksi"),
        ("NAMA / JABATAN", "Galih Rangga / Kepala Seksi"),
        ("Nama dan Jabatan", "Galih Rangga - Kepala Seksi"),
    ],
)
def test_a_cell_with_name_and_position_gives_both(head: str, cell: str) -> None:
    found = look([["No", head, "NIP", "IG"], [1, cell, GALIH, "@galihr"]])
    assert found.names == ["Galih Rangga"]
    assert found.texts("position") == ["Kepala Seksi"]


def test_nama_jabatan_beside_a_name_is_the_position() -> None:
    found = look(
        [["Nama", "Nama Jabatan", "NIP", "IG"], ["Galih Rangga", "Analis", GALIH, "@galihr"]]
    )
    assert found.names == ["Galih Rangga"]
    assert found.texts("position") == ["Analis"]


def people(heads: list[object], *cells: list[object]) -> Grid:
    whose = [["Galih Rangga", GALIH], ["Laras Widuri", LARAS], ["Mawar Sitaresmi", MAWAR]]
    return [["Nama", "NIP", *heads], *([*one, *c] for one, c in zip(whose, cells, strict=True))]


def test_a_question_says_of_which_platform_the_columns_behind_it_are() -> None:
    found = look(
        people(
            ["Punya IG? (Y/T)", "Akun", "Followers", "Punya FB? (Y/T)", "Akun", "Teman"],
            ["Y", "@galihr", 512, "T", "-", "-"],
            ["Y", "@laraswd", 77, "Y", "laras.wd", 600],
            ["T", "-", "-", "T", "-", "-"],
        )
    )
    assert found.handles(IG) == ["galihr", "laraswd", None]
    assert found.lows(IG) == [512, 77, None]
    assert found.lows(FB) == [None, 600, None]


@pytest.mark.parametrize("answers", [["Ya", "Tidak", "Ya"], ["Tidak", "Tidak", "Tidak"]])
def test_whether_there_are_so_many_followers_is_no_count_and_no_statement(
    answers: list[str],
) -> None:
    for head in ("Follower IG > 500", "Followers IG minimal 500"):
        found = look(people([head, "Akun IG"], *([one, "@satu.dua"] for one in answers)))
        assert all(entry.no_count == "empty" for one in found.people for entry in one.accounts)
        assert found.handles(IG) == ["satu.dua"] * 3


def test_a_head_with_a_limit_over_counts_is_one_of_counts() -> None:
    found = look(people(["Akun IG", "Follower ≥ 500"], ["@a.b", 512], ["@c.d", 600], ["@e.f", 9]))
    assert found.lows(IG) == [512, 600, 9]


def test_everybody_who_says_tidak_below_a_head_of_counts_has_no_account() -> None:
    found = look(people(["Followers X"], ["Tidak"], ["tidak"], ["-"]))
    assert [e.no_count for one in found.people for e in one.accounts] == ["none", "none", "empty"]


@pytest.mark.parametrize("head", ["Facebook / Teman", "FB (Teman)", "Akun FB & Jumlah Teman"])
def test_account_and_count_in_one_cell_are_taken_apart_below_a_head_of_counts(head: str) -> None:
    found = look(
        people([head], ["galih.rangga / 500"], ["Laras Widuri (1,2 rb)"], ["mawar.s - 700"])
    )
    assert found.handles(FB) == ["galih.rangga", None, "mawar.s"]
    assert found.lows(FB) == [500, 1150, 700]


def test_labelled_counts_stay_counts() -> None:
    found = look(people(["Jumlah Teman FB"], ["FB: 500"], ["fb = 600"], ["Teman: 700"]))
    assert found.lows(FB) == [500, 600, 700]
    assert found.handles(FB) == [N, N, N]


@pytest.mark.parametrize("title", ["DATA FOLLOWER INSTAGRAM ASN", "Akun Instagram Pegawai"])
def test_a_title_names_the_platform_of_account_and_number_alike(title: str) -> None:
    rows = people(["Nama Akun", "Jumlah"], ["galih.r", 512], ["laras.w", 77], ["mawar.s", 9])
    found = look([[title], [], *rows])
    assert found.handles(IG) == ["galih.r", "laras.w", "mawar.s"]
    assert found.lows(IG) == [512, 77, 9]


def test_a_head_asn_over_names_is_one_of_names_and_over_status_one_of_status() -> None:
    for cells, field in (
        (["Galih", "Laras W", "Mawar S"], "name"),
        (["PNS", "PPPK", "CPNS"], "status"),
    ):
        rows = [["No", "ASN", "NIP", "IG"]]
        rows += [
            [at, one, nip, "@a.b"]
            for at, (one, nip) in enumerate(zip(cells, (GALIH, LARAS, MAWAR), strict=True))
        ]
        assert look(rows).by_column[2] == field


def test_first_and_last_names_in_two_columns_are_one_name() -> None:
    found = look(
        [
            ["NIP", "Nama Depan", "Nama Belakang", "IG"],
            [GALIH, "Galih", "Rangga Putra", "@a.b"],
            [LARAS, "Laras", None, "@c.d"],
        ]
    )
    assert found.names == ["Galih Rangga Putra", "Laras"]


@pytest.mark.parametrize(
    "head", ["Fllwrs IG", "Pengikut IG (org)", "Berapa followersnya IG?", "Flowers IG"]
)
def test_more_slips_of_the_word_for_followers(head: str) -> None:
    found = look(people(["IG", head], ["@a.b", 512], ["@c.d", 600], ["@e.f", 9]))
    assert found.lows(IG) == [512, 600, 9]


@pytest.mark.parametrize(
    "beside", ["Target Followers Instagram", "Kenaikan Followers Instagram", "Selisih Follower IG"]
)
def test_what_should_be_or_was_gained_is_no_count(beside: str) -> None:
    found = look(
        people(["IG", beside, "Followers IG"], ["@a", 5, 512], ["@b", 6, 600], ["@c", 7, 9])
    )
    assert found.lows(IG) == [512, 600, 9]
    alone = look(people(["IG", beside], ["@a", 5], ["@b", 6], ["@c", 7]))
    assert alone.lows(IG) == [N, N, N]


@pytest.mark.parametrize(
    ("said", "checked"),
    [
        ("Followers IG (menurut pegawai)", "Followers IG (hasil verifikasi)"),
        ("Target Follower", "Realisasi Follower"),
    ],
)
def test_what_was_verified_comes_before_what_was_said(said: str, checked: str) -> None:
    found = look(
        people(["IG", said, checked], ["@a", 5000, 512], ["@b", 5000, 600], ["@c", 5000, 9])
    )
    assert found.lows(IG) == [512, 600, 9]


def test_name_number_rank_and_post_in_one_cell_are_four() -> None:
    cells = [
        f"{n}\n{nip}\nPenata, III/c\nKepala Seksi"
        for n, nip in (("Galih R", GALIH), ("Laras W", LARAS))
    ]
    found = look(
        [["No", "Nama, NIP, Pangkat/Gol, Jabatan", "IG"], *([1, one, "@a.b"] for one in cells)]
    )
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["Galih R", "Laras W"]
    assert found.texts("rank") == ["Penata, III/c"] * 2
    assert found.texts("position") == ["Kepala Seksi"] * 2


def test_the_number_of_a_row_is_no_part_of_a_name() -> None:
    names = ["1. Galih Rangga", "12) Drs. Laras Widuri, M.Si", "(3) Mawar"]
    found = look(
        [
            ["Nama", "NIP", "IG"],
            *([n, nip, "@a.b"] for n, nip in zip(names, (GALIH, LARAS, MAWAR), strict=True)),
        ]
    )
    assert found.names == ["Galih Rangga", "Laras Widuri", "Mawar"]
    assert found.texts("title_front") == ["", "Drs.", ""]


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Bersediakah Anda menjadi ASN Influencer?", "consent"),
        ("Mau menjadi ASN influencer?", "consent"),
        ("As of", "observed_on"),
        ("Last updated", "observed_on"),
        ("Menjadi Influencer (Ya/Tidak)", None),
    ],
)
def test_a_question_of_willingness_and_a_day_of_counting_are_known(
    head: str, field: str | None
) -> None:
    found = look([["Nama", "NIP", head], ["Galih Rangga", GALIH, "Tidak"]])
    assert found.by_column.get(3) == field
