"""Several lists on one sheet: below each other with other columns, and side by side."""

from datetime import date
from pathlib import Path

from app.domain.plain_row import PlainRow, full_row
from app.domain.platform import Platform
from app.domain.roster import RosterRow, SkippedKind, SkippedRow
from app.services.importing import Source
from app.services.job import Job
from app.workbooks.layout.below import layout_at
from tests.data.grids import GALIH, LARAS, MAWAR, Grid, look

IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK

STACKED: Grid = [
    ["No", "Nama", "NIP", "IG", "Followers IG", "FB", "Teman FB"],
    [1, "Galih Rangga", GALIH, "@galihr", 512, "galih.fb", 46],
    [],
    ["DINAS PERTANIAN"],
    ["No", "Nama", "NIP", "FB", "Teman FB", "IG", "Followers IG"],
    [1, "Laras Widuri", LARAS, "laras.fb", 77, "@laras.wd", 1046],
    [2, "Mawar Sitaresmi", MAWAR, "mawar.fb", 33, "@mawar", 87],
]


def test_a_list_below_is_read_by_its_own_header() -> None:
    found = look(STACKED)
    assert found.nips == [GALIH, LARAS, MAWAR]
    assert found.lows(IG) == [512, 1046, 87]
    assert found.lows(FB) == [46, 77, 33]
    assert found.handles(IG) == ["galihr", "laras.wd", "mawar"]
    assert found.texts("organisation")[1:] == ["DINAS PERTANIAN", "DINAS PERTANIAN"]
    assert found.skipped == {4: SkippedKind.SECTION, 5: SkippedKind.REPEATED_HEADER}


def test_columns_that_only_changed_places_among_many_others_are_noticed() -> None:
    first = ["No", "Nama", "NIP", "Gol", "Jabatan", "Unit Kerja", "HP", "Followers IG", "Teman FB"]
    second = [*first[:7], "Teman FB", "Followers IG"]
    person = ["III/d", "Analis", "Bidang Data", "0812"]
    found = look(
        [
            first,
            [1, "Galih Rangga", GALIH, *person, 512, 46],
            second,
            [2, "Laras Widuri", LARAS, *person, 77, 1046],
        ]
    )
    assert (found.lows(IG), found.lows(FB)) == ([512, 1046], [46, 77])


def test_number_and_name_may_change_places_below_and_the_head_may_have_two_rows() -> None:
    found = look(
        [
            ["Nama", "NIP", "IG", "Followers IG"],
            ["Galih Rangga", GALIH, "@galihr", 512],
            ["NIP", "Nama", "Facebook", None, "Instagram", None],
            [None, None, "Akun", "Teman", "Akun", "Pengikut"],
            [LARAS, "Laras Widuri", "laras.fb", 77, "@laras.wd", 1046],
        ],
        merges=[(3, 3, 3, 4), (3, 5, 3, 6)],
    )
    assert found.nips == [GALIH, LARAS]
    assert found.names == ["Galih Rangga", "Laras Widuri"]
    assert (found.lows(IG), found.lows(FB)) == ([512, 1046], [None, 77])
    assert found.skipped == {3: SkippedKind.REPEATED_HEADER, 4: SkippedKind.REPEATED_HEADER}


def test_the_same_heads_again_keep_what_a_person_said_of_them() -> None:
    layout = look(STACKED).layout
    again = [*STACKED[:2], STACKED[0], STACKED[1]]
    assert layout_at(layout, 4, again, ()) is layout
    assert layout_at(layout, 6, STACKED, ()).fields["instagram_followers"] == 6  # type: ignore[index]


def test_lists_side_by_side_are_read_like_two_sheets(tmp_path: Path) -> None:
    heads = "No,Nama,NIP,IG,Followers IG"
    text = (
        f"DAFTAR ASN\n{heads},,{heads}\n"
        f"1,Galih Rangga,'{GALIH},@galihr,512,,3,Mawar Sitaresmi,'{MAWAR},@mawar,87\n"
        f"2,Laras Widuri,'{LARAS},@laras.wd,1046,,,,,,\n"
    )
    path = tmp_path / "dua.csv"
    path.write_text(text, encoding="utf-8")
    with Source.open(path, Job.quiet()) as source:
        left, right = source.sheets
        people = [
            [p.nip for p in source.people(sheet) if hasattr(p, "nip")] for sheet in (left, right)
        ]
        [mawar] = source.people(right)
    assert people == [[GALIH, LARAS], [MAWAR]]
    assert right.name.endswith("(G–K)")
    assert mawar.row == 3
    assert left.place < right.place


def test_sums_and_rankings_beside_a_list_are_no_second_list(tmp_path: Path) -> None:
    path = tmp_path / "satu.csv"
    path.write_text(
        "No,Nama,NIP,IG,Followers IG,,No,Nama,Followers\n"
        f"1,Galih Rangga,'{GALIH},@galihr,512,,1,Laras Widuri,1046\n"
        f"2,Laras Widuri,'{LARAS},@laras.wd,1046,,2,Galih Rangga,512\n",
        encoding="utf-8",
    )
    with Source.open(path, Job.quiet()) as source:
        assert len(source.sheets) == 1


def test_a_row_number_that_comes_again_begins_another_list(tmp_path: Path) -> None:
    heads = "No,Nama,NIP,Followers IG"
    path = tmp_path / "rapat.csv"
    path.write_text(
        f"{heads},{heads}\n1,Galih Rangga,'{GALIH},512,2,Laras Widuri,'{LARAS},1046\n",
        encoding="utf-8",
    )
    with Source.open(path, Job.quiet()) as source:
        assert [[p.nip for p in source.people(one)] for one in source.sheets] == [[GALIH], [LARAS]]


def test_a_richer_header_further_down_does_not_hide_the_list_above_it() -> None:
    found = look(
        [
            ["DINAS PERTANIAN"],
            ["No", "Nama", "NIP", "IG", "Followers"],
            [1, "Galih Rangga", GALIH, "@galihr", 512],
            ["DINAS PERKEBUNAN"],
            ["No", "NIP", "Nama", "Followers IG", "IG"],
            [1, LARAS, "Laras Widuri", 1046, "@laras.wd"],
            ["No", "NIP", "Nama", "Jabatan", "Gol", "Followers IG", "IG"],
            [1, MAWAR, "Mawar Sitaresmi", "Analis", "IX", 87, "@mawar"],
        ]
    )
    assert found.header_rows == [2]
    assert found.nips == [GALIH, LARAS, MAWAR]
    assert found.lows(IG) == [512, 1046, 87]


def test_plain_rows_above_a_second_header_do_not_hide_it(tmp_path: Path) -> None:
    path = tmp_path / "bertumpuk.csv"
    heads, heads_below = "No,Nama,NIP,Followers IG,Teman FB", "No,NIP,Nama,Teman FB,Followers IG"
    above = [f"{n},Orang A{chr(55 + n)},'1985010120100119{n:02},{n}00,1" for n in range(10, 20)]
    below = [f"{n},'1985010120100119{n:02},Orang B{chr(55 + n)},{n}00,2" for n in range(20, 30)]
    path.write_text(
        "\n".join([heads, *above, heads_below, *below]),
        encoding="utf-8",
    )
    with Source.open(path, Job.quiet()) as source:
        (sheet,) = source.sheets
        in_blocks = source.rows_to_plan(sheet, date(2026, 11, 20))
        rows = [full_row(row) if isinstance(row, PlainRow) else row for row in in_blocks]
    assert [row.row for row in rows] == list(range(2, 23))
    assert rows[10] == SkippedRow(12, SkippedKind.REPEATED_HEADER)
    people = [row for row in rows if isinstance(row, RosterRow)]
    assert [person.texts["name"][:7] for person in people] == ["Orang A"] * 10 + ["Orang B"] * 10
    lows = {(e.platform, e.low) for person in people[10:] for e in person.accounts}
    assert lows == {(IG, 2), *((FB, n * 100) for n in range(20, 30))}
