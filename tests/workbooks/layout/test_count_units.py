"""Counts below a head that tells their unit, in lists of people and in lists of accounts."""

from app.domain.count import NoCount
from app.domain.platform import Platform
from tests.data.grids import GALIH, LARAS, MAWAR, look

IG, FB, TT = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.TIKTOK


def test_counts_in_thousands_are_read_as_such_and_doubtful_ones_are_asked() -> None:
    found = look(
        [
            ["Nama", "NIP", "Akun IG", "Followers IG (ribu)", "FB", "Jumlah Teman (dalam ribuan)"],
            ["Galih Rangga", GALIH, "@galihr", 1.2, "galih.fb", "0,5"],
            ["Laras Widuri", LARAS, "@laraswd", 12, "laras.fb", "1.200"],
            ["Mawar Sitaresmi", MAWAR, "@mawar.s", "800 orang", "-", "-"],
        ]
    )
    assert found.by_column[4] == "instagram_followers"
    assert found.by_column[6] == "facebook_followers"
    assert found.lows(IG) == [1150, 11500, 800]
    assert found.lows(FB) == [450, None, None]
    assert found.people[1].accounts[1].no_count is NoCount.AMBIGUOUS


def test_a_list_of_accounts_may_count_in_thousands_too() -> None:
    found = look(
        [
            ["Nama", "NIP", "Platform", "Akun", "Followers (K)"],
            ["Galih Rangga", GALIH, "Instagram", "@galihr", 1.2],
            ["Laras Widuri", LARAS, "TikTok", "@laraswd", 3],
        ]
    )
    assert [found.lows(IG)[0], found.lows(TT)[1]] == [1150, 2500]


def test_a_unit_on_a_level_of_its_own_holds_for_what_stands_above_it() -> None:
    found = look(
        [
            ["Nama", "NIP", "Akun IG", "Followers IG"],
            [None, None, None, "(ribu)"],
            ["Galih Rangga", GALIH, "@galihr", 1.2],
            ["Laras Widuri", LARAS, "@laraswd", 0.5],
        ]
    )
    assert found.lows(IG) == [1150, 450]
