"""Several rows for the accounts of one person, whose number and name stand only in the first one."""

import pytest

from app.domain.platform import Platform
from app.domain.roster import SkippedKind
from tests.data.grids import GALIH, LARAS, look

IG, FB, TT = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.TIKTOK


@pytest.mark.parametrize("merged", [True, False])
def test_a_further_account_below_is_of_the_person_above(merged: bool) -> None:
    found = look(
        [
            ["No", "Nama", "NIP", "Akun", "Followers"],
            [1, "Galih Rangga", GALIH, "IG: @galihr", 500],
            ["", "", "", "FB: Galih Rangga", 700],
            ["", "", "", "TikTok: @galihr", ""],
            [2, "Laras Widuri", LARAS, "IG: @laraswd", 30],
        ],
        [(2, at, 4, at) for at in (1, 2, 3)] if merged else [],
    )
    assert found.skipped == {}
    assert found.nips == [GALIH, GALIH, GALIH, LARAS]
    assert found.names == ["Galih Rangga"] * 3 + ["Laras Widuri"]
    assert found.lows(IG) == [500, None, None, 30]
    assert found.lows(FB) == [None, 700, None, None]
    assert found.handles(TT) == [None, None, "galihr", None]


def test_a_second_account_of_one_platform_waits_and_takes_no_count_away() -> None:
    found = look(
        [
            ["No", "Nama", "NIP", "Akun IG", "Followers IG"],
            [1, "Galih Rangga", GALIH, "@galihr", 300],
            ["", "", "", "@galih.dinas", 12],
            [2, "Laras Widuri", LARAS, "@laraswd", 800],
        ]
    )
    assert found.nips == [GALIH, "(repeated)", LARAS]
    assert found.people[1].nip_written == GALIH
    assert found.lows(IG) == [300, 12, 800]


@pytest.mark.parametrize(
    "below",
    [
        [["", "", "", "", 1100]],
        [["", "", "", "Jumlah", 1100]],
        [["", "", "", "Mengetahui,"], ["", "", "", "Kepala Dinas"]],
        [["", "", "", "Tirta, 20 November 2026"]],
        [[], ["", "", "", "@humas.tirta", 5000]],
    ],
)
def test_a_sum_or_a_signature_below_is_no_account_of_the_last_person(
    below: list[list[object]],
) -> None:
    people: list[list[object]] = [
        ["No", "Nama", "NIP", "Akun IG", "Followers IG"],
        [1, "Galih Rangga", GALIH, "@galihr", 300],
        [2, "Laras Widuri", LARAS, "@laraswd", 800],
    ]
    found = look([*people, *below])
    assert found.nips == [GALIH, LARAS]
    assert set(found.skipped.values()) <= {SkippedKind.FOOTER, SkippedKind.TOTAL, SkippedKind.NOTE}
