"""People who stand where no list is read: above the headings, or in the row that is taken for them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.domain.nip import NipFlaw
from app.domain.roster import HoldReason, Outcome, PlannedRow, SkippedKind
from app.services.importing import ImportPlan, Source
from tests.data.grids import GALIH, LARAS, MAWAR
from tests.services.importing.conftest import HEAD, Desk, write_csv

ONE = [1, GALIH, "Galih Rangga", "Diskominfo", "@galih.rangga", 512]
TWO = [2, LARAS, "Laras Widuri", "Diskominfo", "@laras.widuri", 1046]
THREE = [3, MAWAR, "Mawar Anggraini", "Diskominfo", "@mawar.ang", 88]


def rows_of(plan: ImportPlan) -> dict[int, PlannedRow]:
    (sheet,) = plan.sheets
    assert sum(sheet.tally.outcomes.values()) == sheet.tally.rows_read == len(sheet.rows)
    return {row.row: row for row in sheet.rows}


def held(plan: ImportPlan) -> dict[int, tuple[object, str]]:
    (sheet,) = plan.sheets
    return {
        row.row: (row.held_for, sheet.held_texts[row.row].get("name", ""))
        for row in sheet.rows
        if row.held_for is not None
    }


def test_people_above_the_headings_of_a_sorted_list_wait_and_are_counted(
    desk: Desk, tmp_path: Path
) -> None:
    roster = write_csv(tmp_path / "a.csv", [TWO, list(HEAD), ONE, THREE], ["DAFTAR", "", ""])
    plan = desk.plan(roster)
    assert held(plan) == {2: (HoldReason.ABOVE_HEADER, "Laras Widuri")}
    assert rows_of(plan)[4].outcome is Outcome.NEW
    (sheet,) = plan.sheets
    assert sheet.held_texts[2]["instagram_followers"] == "1046"
    ((_, tally),) = desk.bring(roster).tallies
    assert tally.problems == {HoldReason.ABOVE_HEADER: 1}
    assert (tally.rows_read, tally.outcomes[Outcome.NEW]) == (3, 2)


def test_a_damaged_number_above_the_headings_stays_damaged(desk: Desk, tmp_path: Path) -> None:
    damaged = [2, "1,99203E+17", "Laras Widuri", "Diskominfo", "@laras.widuri", 1046]
    plan = desk.plan(write_csv(tmp_path / "a.csv", [list(HEAD), ONE], damaged))
    assert held(plan) == {1: (NipFlaw.ROUNDED_TEXT, "Laras Widuri")}


@pytest.mark.parametrize(
    "title",
    [
        ["NIP", ":", GALIH],
        ["", "", "NIP. 19850101 201001 1 901"],
        ["Mengetahui: Drs. Galih Rangga, NIP. 19850101 201001 1 901"],
        ["Lampiran", "800/123/2026"],
        ["Telepon", "0271 123456789"],
        ["Jumlah ASN", 1046],
    ],
)
def test_what_a_title_says_of_its_signer_is_no_row_of_the_list(
    title: Sequence[object], desk: Desk, tmp_path: Path
) -> None:
    plan = desk.plan(write_csv(tmp_path / "a.csv", [list(HEAD), ONE, TWO], title))
    assert sorted(rows_of(plan)) == [3, 4]


def test_a_person_who_was_said_to_be_the_headings_is_counted_as_left_out(
    desk: Desk, tmp_path: Path
) -> None:
    def choose(sources: list[Source]) -> None:
        (sheet,) = sources[0].sheets
        assert sheet.people_in(2, 2) == [(2, "Galih Rangga")]
        sheet.set_header(2, 2)

    roster = write_csv(tmp_path / "a.csv", [ONE, TWO, THREE], HEAD)
    rows = rows_of(desk.plan(roster, change=choose))
    assert rows[2].skipped_as is SkippedKind.HEADER
    assert sorted(rows) == [2, 3, 4]


def test_people_above_headings_that_were_chosen_too_far_down_wait(
    desk: Desk, tmp_path: Path
) -> None:
    def choose(sources: list[Source]) -> None:
        sources[0].sheets[0].set_header(4, 4)

    roster = write_csv(tmp_path / "a.csv", [ONE, TWO, THREE], HEAD)
    plan = desk.plan(roster, change=choose)
    assert held(plan) == {
        2: (HoldReason.ABOVE_HEADER, "Galih Rangga"),
        3: (HoldReason.ABOVE_HEADER, "Laras Widuri"),
    }


def test_a_list_without_numbers_loses_nobody_by_headings_too_far_down(
    desk: Desk, tmp_path: Path
) -> None:
    def choose(sources: list[Source]) -> None:
        (sheet,) = sources[0].sheets
        assert sheet.people_in(3, 3) == [(3, "Laras Widuri")]
        assert sheet.people_in(1, 1) == []
        sheet.set_header(3, 3)

    people = [["Galih Rangga", "Diskominfo", 512], ["Laras Widuri", "Diskominfo", 1046]]
    roster = write_csv(tmp_path / "a.csv", people, ["Nama", "Unit Kerja", "Followers IG"])
    plan = desk.plan(roster, change=choose)
    assert held(plan) == {2: (HoldReason.ABOVE_HEADER, "Galih Rangga")}
    assert rows_of(plan)[3].skipped_as is SkippedKind.HEADER


def test_headings_that_are_a_person_are_not_remembered(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", [ONE, TWO, THREE], HEAD)

    def choose(sources: list[Source]) -> None:
        sources[0].sheets[0].set_header(2, 2)

    plan = desk.plan(roster, change=choose)
    desk.apply(plan)
    assert desk.content()["layouts"] == []
    ((_, tally),) = desk.bring(roster).tallies
    assert (tally.rows_read, tally.outcomes[Outcome.SKIPPED]) == (3, 0)


def test_a_second_account_in_the_row_below_waits_and_the_first_count_holds(
    desk: Desk, tmp_path: Path
) -> None:
    below = ["", "", "", "", "@galih.dinas", 12]
    roster = write_csv(tmp_path / "a.csv", [TWO, THREE, ["3", *ONE[1:]], below], HEAD)
    plan = desk.plan(roster)
    assert held(plan) == {5: (HoldReason.REPEATED, "Galih Rangga")}
    desk.bring(roster)
    assert sorted(row[3] for row in desk.content()["counts"]) == [88, 512, 1046]
