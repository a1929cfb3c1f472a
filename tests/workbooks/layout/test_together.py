"""One column for all accounts of a person, alone or beside one for their counts."""

from datetime import date

import pytest

from app.domain.platform import Platform
from tests.data.grids import GALIH, LARAS, MAWAR, Grid, look

IG, FB, X, TT = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X, Platform.TIKTOK

MORE = [["Damar Wulan", "198703032012011903"], ["Ratna Sekar", "198804042013012904"]]


def people(heads: list[object], *cells: list[object]) -> Grid:
    whose = [["Galih Rangga", GALIH], ["Laras Widuri", LARAS], ["Mawar Sitaresmi", MAWAR], *MORE]
    rows = [[at, *one, *said] for at, (one, said) in enumerate(zip(whose, cells, strict=False), 1)]
    return [["No", "Nama", "NIP", *heads], *rows]


@pytest.mark.parametrize(
    "head",
    [
        "Media Sosial",
        "Akun Medsos",
        "Username Medsos",
        "Akun",
        "Akun media sosial yang dimiliki dan jumlah followernya",
        "Nama akun IG, FB, Twitter",
        "Kolom 4",
    ],
)
def test_accounts_with_their_counts_in_one_column_are_read_each_for_its_platform(
    head: str,
) -> None:
    found = look(
        people(
            [head],
            ["IG: @galihr (1.200 followers)\nFB: Galih Rangga (3 ribu teman)"],
            ["https://instagram.com/laraswd\nhttps://facebook.com/laras.wd"],
            ["tidak punya"],
        )
    )
    assert found.by_column[4] == "handle"
    assert found.handles(IG) == ["galihr", "laraswd", None]
    assert found.handles(FB) == [None, "laras.wd", None]
    assert found.lows(IG) == [1200, None, None]
    assert found.lows(FB) == [2500, None, None]
    assert [entry.no_handle for entry in found.people[2].accounts][:3] == ["none"] * 3
    assert not any(person.about for person in found.people)


def test_counts_in_a_second_column_go_to_the_accounts_in_their_order_or_by_their_labels() -> None:
    found = look(
        people(
            ["Username Medsos", "Jumlah Followers"],
            ["@galihr (IG), @galih_x (Twitter)", "1.200 / 310"],
            ["IG: @laraswd\nFB: laras.wd", "FB 77, IG 1,2 rb"],
            ["tiktok.com/@mawar.s", 512],
        )
    )
    assert found.by_column[4], found.by_column[5] == ("handle", "followers")
    assert found.lows(IG) == [1200, 1150, None]
    assert found.lows(X) == [310, None, None]
    assert found.lows(FB) == [None, 77, None]
    assert found.lows(TT) == [None, None, 512]


def test_what_names_no_platform_waits_with_all_that_was_written() -> None:
    found = look(
        people(
            ["Akun Medsos", "Followers"],
            ["IG: @galihr", "500"],
            ["@laraswd, FB: laras.wd", "800"],
            ["IG: @mawar.s, FB: mawar.s", 1.052],
            ["IG: @damar.w", "600"],
            ["FB: ratna.sekar", "700"],
        )
    )
    galih, laras, mawar = found.people[:3]
    assert (galih.about, laras.about, mawar.about) == ("", "?", "?")
    assert (laras.texts["handle"], laras.texts["followers"]) == ("@laraswd", "800")
    assert found.handles(FB)[:3] == [None, "laras.wd", "mawar.s"]
    assert mawar.texts["followers"] == mawar.texts["followers_as_number"] == "1.052"
    assert "handle" not in mawar.texts


def test_bare_names_and_mere_ticks_make_no_column_of_accounts() -> None:
    for cells in (["@galihr", "laraswd", "@mawar.s"], ["IG, FB", "Instagram", "FB, TikTok"]):
        found = look(people(["Akun Medsos"], *([cell] for cell in cells)))
        assert 4 not in found.by_column
        assert not any(person.about or person.accounts for person in found.people)


def test_the_sum_of_several_accounts_is_not_read_as_a_count() -> None:
    found = look(
        people(
            ["Akun Medsos", "Jumlah Followers"],
            ["IG: @galihr, FB: galih.r", 1700],
            ["IG: @laraswd, FB: laras.wd", 900],
            ["IG: @mawar.s", 512],
        )
    )
    assert 5 not in found.by_column
    assert found.lows(IG) == [None, None, None]
    assert not any(person.about for person in found.people)


def test_other_accounts_stand_beside_those_with_columns_of_their_own() -> None:
    found = look(
        people(
            ["Akun IG", "Followers IG", "Medsos lainnya"],
            ["@galihr", 512, "TikTok: @galih.r (1.046), IG: @galih_dua"],
            ["@laraswd", 300, "-"],
            ["-", "", "FB: mawar.s, IG: @mawar_s 77"],
        )
    )
    assert found.handles(IG) == ["galihr", "laraswd", "mawar_s"]
    assert found.lows(IG) == [512, 300, 77]
    assert [entry.also for entry in found.people[0].accounts] == ["galih_dua", None]
    assert found.lows(TT) == [1046, None, None]


def test_two_accounts_of_one_platform_keep_both_names_and_no_count_of_either() -> None:
    found = look(
        people(
            ["Medsos"],
            ["IG: @galihr (500), IG: @galih_dua (600)"],
            ["FB: laras.wd; IG: @laraswd"],
            ["-"],
        )
    )
    (entry,) = found.people[0].accounts
    assert (entry.handle, entry.also, entry.low) == ("galihr", "galih_dua", None)
    assert entry.count_written == "500 / 600"


def test_links_to_posts_are_no_accounts() -> None:
    found = look(
        people(
            ["Link konten terbaik"],
            ["https://www.instagram.com/p/C1abc/"],
            ["https://www.instagram.com/reel/C2abc/, https://www.facebook.com/share/p/1abc/"],
            ["https://www.instagram.com/p/C3abc/"],
        )
    )
    assert "handle" not in found.by_column.values()


def test_a_head_that_names_the_platforms_gives_their_order() -> None:
    found = look(
        people(
            ["Akun Medsos (IG/FB)", "Jumlah Followers (IG/FB)"],
            ["@galihr / galih.fb", "500 / 600"],
            ["@laraswd / -", "700 / -"],
            ["FB: mawar.s", "77"],
        )
    )
    assert found.handles(IG) == ["galihr", "laraswd", None]
    assert found.handles(FB) == ["galih.fb", None, "mawar.s"]
    assert found.lows(IG) == [500, 700, None]
    assert found.lows(FB) == [600, None, 77]


def test_remarks_that_are_all_accounts_are_read_as_such_where_no_column_has_any() -> None:
    cells = [["IG: @galihr (500)"], ["IG: @laraswd (600), FB: laras.wd"], ["TikTok: @mawar.s"]]
    found = look(people(["Keterangan"], *cells))
    assert found.lows(IG) == [500, 600, None]
    beside = look(people(["Akun IG", "Keterangan"], *(["@satu.dua", *cell] for cell in cells)))
    assert beside.by_column[5] == "note"
    mixed = look(people(["Keterangan"], *cells[:2], ["cuti"]))
    assert mixed.by_column[4] == "note"


def test_the_only_column_of_names_is_no_column_of_accounts() -> None:
    found = look(
        [
            ["No", "Nama/Akun", "NIP", "Follower"],
            [1, "Galih Rangga", GALIH, None],
            [None, "IG: @galihr", None, 500],
            [None, "FB: galih.fb", None, 600],
            [2, "Laras Widuri", LARAS, None],
            [None, "IG: @laraswd", None, 700],
        ]
    )
    assert "handle" not in found.by_column.values()


def test_numbered_columns_that_each_hold_one_platform_are_read_as_columns_of_it() -> None:
    found = look(
        people(
            ["Medsos 1", "Followers", "Medsos 2", "Followers"],
            ["IG @galihr", 500, "FB galih.fb", 600],
            ["IG: laras_wd", 700, "FB Laras Widuri (77)", ""],
            ["@mawar.s (IG)", 9, "-", ""],
        )
    )
    assert found.handles(IG) == ["galihr", "laras_wd", "mawar.s"]
    assert found.lows(IG) == [500, 700, 9]
    assert found.handles(FB) == ["galih.fb", None, None]
    assert found.lows(FB)[:1] == [600]


def test_remarks_about_a_platform_are_no_accounts_on_it() -> None:
    found = look(people(["Aktivitas"], ["Aktif di IG"], ["Posting di IG"], ["IG private"]))
    assert not any(person.accounts for person in found.people)


def test_platforms_accounts_and_counts_may_be_listed_side_by_side() -> None:
    found = look(
        people(
            ["Jenis Medsos", "Nama Akun", "Follower"],
            ["IG dan FB", "@galihr dan galih.fb", "500 dan 600"],
            ["IG", "@laraswd", 700],
            ["Facebook\nTikTok", "Mawar S\n@mawar.s", "8\n9"],
        )
    )
    assert (found.by_column[4], found.by_column[6]) == ("platform", "followers")
    assert found.handles(IG) == ["galihr", "laraswd", None]
    assert found.lows(IG) == [500, 700, None]
    assert found.handles(FB) == ["galih.fb", None, None]
    assert found.lows(FB) == [600, None, 8]
    assert found.lows(TT) == [None, None, 9]


def test_a_row_that_lists_more_platforms_than_accounts_waits() -> None:
    rows = [["IG, FB", "@galihr, galih.fb"]] * 4 + [["IG, FB", "@ratna.s"]]
    found = look(people(["Platform", "Nama Akun"], *rows))
    assert [person.about for person in found.people] == ["", "", "", "", "?"]
    assert found.people[4].texts["handle"] == "@ratna.s"


def test_ticked_platforms_beside_one_account_each_make_no_list() -> None:
    rows = [
        ["Instagram, Facebook", "@galihr"],
        ["Instagram", "@laraswd"],
        ["Facebook, TikTok", "@m"],
    ]
    found = look(people(["Media sosial yang dimiliki", "Nama akun"], *rows))
    assert not any(person.about or person.accounts for person in found.people)


def test_several_columns_of_accounts_are_read_together() -> None:
    found = look(
        people(
            ["Media Sosial 1", "Media Sosial 2", "Media Sosial 3"],
            ["IG: @galihr (1.200)", "FB: Galih Rangga (800)", "TikTok @galihr 90"],
            ["instagram.com/laraswd - 600 followers", "-", "Twitter: @laraswd 20"],
            ["@mawar.s", "IG @mawar_s", ""],
            ["tidak punya", "FB: Damar Wulan", "tidak punya"],
        )
    )
    assert [found.by_column[at] for at in (4, 5, 6)] == ["handle"] * 3
    assert found.handles(IG) == ["galihr", "laraswd", "mawar_s", None]
    assert found.lows(IG) == [1200, 600, None, None]
    assert found.lows(FB) == [800, None, None, None]
    assert found.lows(TT) == [90, None, None, None]
    assert found.lows(X) == [None, 20, None, None]
    assert [person.about for person in found.people] == ["", "", "?", ""]
    assert found.texts("handle") == ["", "", "@mawar.s", ""]


def test_each_of_several_columns_of_accounts_has_the_counts_beside_it() -> None:
    found = look(
        people(
            ["Akun Medsos", "Jumlah Followers", "Akun Medsos", "Jumlah Followers"],
            ["IG: @galihr", 1200, "FB: Galih Rangga", 800],
            ["FB: laras.wd", 77, "IG: @laraswd", "600"],
            ["TikTok: @mawar.s", 5, "", ""],
        )
    )
    assert found.lows(IG) == [1200, 600, None]
    assert found.lows(FB) == [800, 77, None]
    assert found.lows(TT) == [None, None, 5]


def test_a_day_beside_an_account_is_when_it_was_counted() -> None:
    found = look(
        people(
            ["Media Sosial"],
            ["IG: @galihr (1.200, per 12-10-2026)"],
            ["IG @laraswd 600 followers (01/11/2026)"],
            ["IG: @mawar.s - 800 followers per 5 November 2026"],
        )
    )
    assert found.lows(IG) == [1200, 600, 800]
    days = [entry.observed_on for person in found.people for entry in person.accounts]
    assert days == [date(2026, 10, 12), date(2026, 11, 1), date(2026, 11, 5)]


def test_a_day_in_the_cell_of_a_count_is_its_own() -> None:
    found = look(
        people(
            ["Instagram", "Followers IG"],
            ["@galihr", "1.200 (12/10/2026)"],
            ["@laraswd", "600 per 1 Nov 2026"],
            ["", "77 (1/11/2026)"],
        )
    )
    assert found.lows(IG) == [1200, 600, 77]
    days = [entry.observed_on for person in found.people for entry in person.accounts]
    assert days == [date(2026, 10, 12), date(2026, 11, 1), date(2026, 11, 1)]
