"""Columns of ranges with a mark in one of them: the range is the count, beyond doubt or not at all."""

import pytest

from app.domain.platform import Platform
from tests.data.grids import GALIH, LARAS, MAWAR, look

IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
BAYU = "199003012015011903"


def intervals(found: object, platform: Platform) -> list[tuple[int | None, int | None, str]]:
    people = found.people  # type: ignore[attr-defined]
    entries = [next((e for e in p.accounts if e.platform is platform), None) for p in people]
    return [(e.low, e.high, e.count_written) if e else (None, None, "") for e in entries]


@pytest.mark.parametrize("tick", ["√", "v", "✓", "X", 1.0])
def test_the_ticked_range_under_a_platform_is_its_count(tick: object) -> None:
    found = look(
        [
            ["No", "Nama", "NIP", "Instagram", "", "", "Facebook", "", ""],
            ["", "", "", "<500", "500-1000", ">1000", "<500", "500-1000", ">1000"],
            [1, "Galih Rangga", GALIH, "", tick, "", tick, "", ""],
            [2, "Laras Widuri", LARAS, tick, "", "", "", "", tick],
            [3, "Mawar Sitaresmi", MAWAR, "", "", "", "", tick, "-"],
        ],
        [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 6), (1, 7, 1, 9)],
    )
    assert intervals(found, IG) == [(500, 1000, "500-1000"), (0, 499, "<500"), (None, None, "")]
    assert intervals(found, FB) == [
        (0, 499, "<500"),
        (1001, None, ">1000"),
        (500, 1000, "500-1000"),
    ]


def test_ranges_behind_an_account_are_its_own_and_two_ticks_are_nobodys() -> None:
    found = look(
        [
            ["No", "Nama", "NIP", "Akun IG", "0-499", "500 - 999", ">= 1.000"],
            [1, "Galih Rangga", GALIH, "@galihr", "", "√", ""],
            [2, "Laras Widuri", LARAS, "@laraswd", "√", "√", ""],
            [3, "Mawar Sitaresmi", MAWAR, "@mawar.s", "", "", 1250],
            [4, "Bayu Aji", BAYU, "@bayu.aji", "", "", "v"],
        ]
    )
    assert found.handles(IG) == ["galihr", "laraswd", "mawar.s", "bayu.aji"]
    assert intervals(found, IG) == [
        (500, 999, "500 - 999"),
        (None, None, "0-499 / 500 - 999"),
        (1250, 1250, "1250"),
        (1000, None, ">= 1.000"),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["Akun IG", "500-1000", "<500", ">1000"],  # in no order: perhaps something else
        ["Unit Kerja", "< 30", "30-40", "> 40"],  # ages
    ],
)
def test_ranges_that_may_mean_something_else_are_not_counts(heads: list[object]) -> None:
    found = look(
        [
            ["No", "Nama", "NIP", *heads],
            [1, "Galih Rangga", GALIH, "Diskominfo", "", "√", ""],
            [2, "Laras Widuri", LARAS, "Diskominfo", "√", "", ""],
        ]
    )
    assert not any("followers" in field for field in found.by_column.values())
