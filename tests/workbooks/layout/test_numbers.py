"""Numbers of people in one of two columns, or in pieces under one head."""

import pytest

from app.domain.platform import Platform
from app.workbooks.layout.people import PeopleReader
from tests.data.grids import GALIH, LARAS, MAWAR, Grid, look

N = None
IG = Platform.INSTAGRAM
OTHER = "198501012025211903"
NUMERIC = 1.985010120252119e17


def _two(first: str, second: str, *people: tuple[object, object]) -> Grid:
    rows: Grid = [["No", "Nama", first, second, "Unit Kerja", "Akun IG", "Followers IG"]]
    for number, (one, other) in enumerate(people, 1):
        name = f"Pegawai {'ABCDEF'[number - 1]}"
        rows.append([number, name, one, other, "Dinas Uji", f"@akun{number}", 500 + number])
    return rows


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("NIP", "NI PPPK"),
        ("NIP", "NIPPPK"),
        ("NIP PNS", "NIP PPPK"),
        ("NI PPPK", "NIP"),
        ("NIP", "NI PPPK Paruh Waktu"),
        ("NIP", "Nomor Induk PPPK"),
        ("NIP", "NI P3K"),
        ("NIP", "NIP3K"),
        ("NIP", "NIP Baru"),
        ("NIP Baru", "NIP Lama"),
    ],
)
def test_of_two_columns_of_numbers_each_person_has_the_one_that_is_filled(
    first: str, second: str
) -> None:
    found = look(_two(first, second, (GALIH, N), (N, MAWAR), (LARAS, "-")))
    assert found.nips == [GALIH, MAWAR, LARAS]
    assert found.lows(IG) == [501, 502, 503]
    assert found.skipped == {}


def test_two_different_numbers_of_one_person_wait_for_a_person() -> None:
    found = look(_two("NIP", "NI PPPK", (GALIH, N), (LARAS, OTHER), (MAWAR, MAWAR)))
    assert found.nips == [GALIH, "(several)", MAWAR]
    assert found.people[1].nip_written == f"{LARAS} / {OTHER}"


def test_of_an_old_and_a_new_number_the_new_one_is_read() -> None:
    found = look(_two("NIP Lama", "NIP Baru", ("130900901", GALIH), (LARAS, MAWAR)))
    assert found.nips == [GALIH, MAWAR]


def test_an_old_number_of_nine_digits_is_none_and_is_not_kept() -> None:
    found = look(_two("NIP Lama", "NIP Baru", ("130900901", N), (N, GALIH)))
    assert found.nips == ["(empty)", GALIH]
    assert found.people[0].nip_written == ""


def test_a_damaged_number_waits_and_is_not_passed_over_for_the_other_column() -> None:
    found = look(_two("NIP", "NI PPPK", (GALIH, N), ("19850101201001190", OTHER), (N, NUMERIC)))
    assert found.nips == [GALIH, "(length)", "(numeric)"]


def test_what_is_no_number_gives_way_to_the_other_column() -> None:
    found = look(_two("NIP", "NI PPPK", (GALIH, N), ("3300010101850001", MAWAR), ("PPPK", OTHER)))
    assert found.nips == [GALIH, MAWAR, OTHER]


def test_numbers_under_the_same_head_again_may_be_of_somebody_else() -> None:
    found = look(_two("NIP", "NIP", (GALIH, OTHER), (LARAS, OTHER)))
    assert found.nips == [GALIH, LARAS]
    assert found.layout.columns[3].rival == 2


def test_a_number_under_a_signature_in_the_other_column_is_nobody_of_the_list() -> None:
    rows = _two("NIP", "NI PPPK", (GALIH, N), (N, MAWAR))
    rows += [[], [N, N, N, "Mengetahui,"], [N, N, N, "Kepala Dinas"], [N, N, N, f"NIP. {LARAS}"]]
    found = look(rows)
    assert found.nips == [GALIH, MAWAR]
    assert list(found.skipped) == [5, 6, 7]


def test_a_corrected_number_counts_whatever_the_other_column_says() -> None:
    rows = _two("NIP", "NI PPPK", (LARAS, OTHER), (GALIH, N))
    layout = look(rows).layout

    def nips(edits: dict[int, dict[int, str]]) -> list[object]:
        return [row.nip for row in PeopleReader(layout, edits=edits).read(rows[1:], 2)]  # type: ignore[union-attr]

    assert nips({2: {2: MAWAR}}) == [MAWAR, GALIH]
    assert nips({2: {3: ""}}) == [LARAS, GALIH]


# ------------------------------------------------------------------ in pieces

_PIECES = ["19850101", "201001", "1", "901"]


def _in_pieces(*people: list[object]) -> Grid:
    blank = [""] * (len(people[0]) - 1)
    rows: Grid = [["No", "Nama", "NIP", *blank, "Unit Kerja", "IG", "Followers IG"]]
    for number, pieces in enumerate(people, 1):
        rows.append([number, f"Pegawai {'ABC'[number - 1]}", *pieces, "Dinas Uji", "@a", 500])
    return rows


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    "pieces",
    [
        _PIECES,
        [19850101.0, 201001.0, 1.0, 901.0],
        ["19850101", "2010", "01", "1", "901"],
        ["19850101201001", "1", "901"],
        ["19850101 201001 1", "901"],
        list(GALIH),
    ],
)
def test_pieces_of_a_number_under_one_head_are_joined(pieces: list[object], merged: bool) -> None:
    found = look(_in_pieces(pieces, pieces), [(1, 3, 1, 2 + len(pieces))] if merged else [])
    assert found.nips == [GALIH, GALIH]
    assert found.lows(IG) == [500, 500]
    assert found.texts("unit") == ["Dinas Uji", "Dinas Uji"]


def test_pieces_under_a_head_of_two_rows_are_joined() -> None:
    found = look(
        [
            ["No", "Nama", "NIP", N, N, N, "Media Sosial", N],
            [N, N, N, N, N, N, "Akun IG", "Followers IG"],
            ["1", "2", "3", N, N, N, "4", "5"],
            [1, "Galih Rangga", *_PIECES, "@galihr", 512],
            [2, "Laras Widuri", LARAS, N, N, N, "@laraswd", 30],
        ],
        [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 6), (1, 7, 1, 8)],
    )
    assert found.nips == [GALIH, LARAS]
    assert found.lows(IG) == [512, 30]
    assert found.layout.number_pieces == (2, 3, 4, 5)
    assert [column.rival for column in found.layout.columns] == [None] * 8


def test_a_serial_that_was_typed_as_a_number_has_its_zeros_again() -> None:
    rows = _in_pieces([19850101.0, 201001.0, 1.0, 9.0], _PIECES)
    assert look(rows, [(1, 3, 1, 6)]).nips == ["198501012010011009", GALIH]


@pytest.mark.parametrize(
    ("pieces", "flaw"),
    [
        (["19850101", "201001", "1", ""], "length"),
        (["19850101", "201001", "1", "9"], "length"),
        (["19850101", "201001", "1", "90"], "length"),
        (["19851301", "201001", "1", "901"], "birth_date"),
        (["19850101", "201001", "1", 0.0], "length"),
        (["", "201001", "1", "901"], "empty"),
    ],
)
def test_pieces_that_make_no_number_hold_their_row(pieces: list[object], flaw: str) -> None:
    found = look(_in_pieces(_PIECES, pieces, _PIECES), [(1, 3, 1, 6)])
    assert found.nips == [GALIH, f"({flaw})", GALIH]


def test_a_damaged_number_is_not_mended_with_what_stands_beside_it() -> None:
    rows = _in_pieces([GALIH, ""], [LARAS[:17], "2"], [MAWAR[:17], "3"])
    assert look(rows).nips == [GALIH, "(length)", "(length)"]


def test_a_piece_that_a_person_gives_another_meaning_is_no_piece_any_more() -> None:
    layout = look(_in_pieces(_PIECES, _PIECES), [(1, 3, 1, 6)]).layout
    assert layout.number_pieces == (2, 3, 4, 5)
    assert layout.with_meaning(4, layout.columns[0].field).number_pieces == ()
