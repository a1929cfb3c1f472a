"""Damaged numbers in a real plan: proposed, never taken by themselves, and held until agreed."""

import re
import zipfile
from pathlib import Path
from random import Random

from openpyxl import Workbook

from app.domain.nip import NipFlaw
from app.domain.nip_doctor import Diagnosis, Ground
from app.domain.person import Service
from app.domain.roster import Outcome, SkippedKind
from app.services.importing import ImportPlan, Source
from app.services.job import Job
from tests.data.damaged_nips import DAMAGES, people
from tests.services.importing.conftest import HEAD, TODAY, Desk

KINDS = [kind for kind in DAMAGES if kind != "all digits in the file"]
"""All that openpyxl can write: it has no number with 18 digits."""

GALIH, LARAS, MAWAR = "198501012010011901", "199203152019032902", "199009132025212903"


def write(path: Path, *rows: tuple[object, ...], hidden: tuple[int, ...] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    for row in (HEAD, *rows):
        sheet.append(list(row))
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    book.save(path)
    return path


def person(number: int, nip: object, name: str, count: int = 100) -> tuple[object, ...]:
    return (number, nip, name, "Diskominfo", f"@orang{number}", count)


def known(desk: Desk, tmp_path: Path) -> None:
    desk.bring(
        write(
            tmp_path / "awal.xlsx",
            person(1, GALIH, "Galih Rangga"),
            person(2, LARAS, "Laras Widuri"),
        )
    )


def diagnoses(plan: ImportPlan) -> dict[int, Diagnosis]:
    return {row: found for sheet in plan.sheets for row, found in sheet.diagnoses.items()}


def test_a_column_of_numbers_is_held_until_a_person_agrees(desk: Desk, tmp_path: Path) -> None:
    known(desk, tmp_path)
    damaged = write(
        tmp_path / "angka.xlsx",
        person(1, float(GALIH), "GALIH RANGGA, S.Kom.", 612),
        person(2, float(int(LARAS) // 1000 * 1000), "Laras Widuri", 1046),
        person(3, float(MAWAR), "Mawar Sitaresmi", 5),
    )
    source = desk.importing.read(damaged, Job.quiet())
    plan = desk.importing.plan([source], TODAY, Job.quiet())
    assert plan.outcomes[Outcome.HELD] == 3
    found = diagnoses(plan)
    assert {row: [one.nip for one in each.proposals] for row, each in found.items()} == {
        2: [GALIH],
        3: [LARAS],
    }
    assert all(each.safe and each.proposals[0].same_name for each in found.values())
    (sheet,) = plan.sheets
    for row, each in found.items():
        cells = sheet.sheet.cells_of(row, each.proposals[0], sheet.held_texts[row])
        sheet.sheet.set_cells(cells)
    agreed = desk.importing.plan([source], TODAY, Job.quiet())
    assert (agreed.outcomes[Outcome.CHANGED], agreed.outcomes[Outcome.HELD]) == (2, 1)
    applied = desk.apply(agreed)
    assert applied.digest == agreed.digest
    source.close()


def test_every_kind_of_damage_goes_through_a_workbook_and_comes_back_to_its_person(
    desk: Desk, tmp_path: Path
) -> None:
    random = Random(904)
    everyone = list(people(random, 4 * len(KINDS)).items())
    half = len(everyone) // 2
    rows = [person(at, nip, name) for at, (nip, name) in enumerate(everyone[:half])]
    desk.bring(write(tmp_path / "awal.xlsx", *rows))
    before = desk.content()["people"]
    damaged = []
    for at, (nip, name) in enumerate(everyone):
        cells = DAMAGES[KINDS[at % len(KINDS)]](nip, name, random)
        number = cells.name if not cells.name.endswith(".0") else float(cells.name)
        damaged.append(person(at, cells.nip, number, 700))
    source = desk.importing.read(write(tmp_path / "rusak.xlsx", *damaged), Job.quiet())
    plan = desk.importing.plan([source], TODAY, Job.quiet())
    (sheet,) = plan.sheets
    for row, (nip, _) in zip(sheet.rows, everyone, strict=True):
        found = sheet.diagnoses.get(row.row)
        assert row.nip in (nip, None)
        assert found is None or [one.nip for one in found.proposals] == [nip]
    accepted = [
        cell
        for row, found in sheet.diagnoses.items()
        if found.safe and found.proposals[0].name
        for cell in sheet.sheet.cells_of(row, found.proposals[0], sheet.held_texts[row])
    ]
    sheet.sheet.set_cells(accepted)
    agreed = desk.importing.plan([source], TODAY, Job.quiet())
    source.close()
    desk.apply(agreed)
    numbers = {row[1] for row in desk.content()["people"]}
    assert numbers <= {nip for nip, _ in everyone}
    # All of those who are known but for six figures, which are taken one by one.
    assert agreed.outcomes[Outcome.CHANGED] >= half - 2
    assert len(before) == half


def test_a_number_cell_where_the_name_should_stand_is_no_good_number(
    desk: Desk, tmp_path: Path
) -> None:
    roster = write(
        tmp_path / "a.xlsx",
        person(1, GALIH, "Galih Rangga"),
        person(2, "Laras Widuri", float(LARAS)),
        person(3, MAWAR, "Mawar Sitaresmi"),
        person(4, "honorer", "Angkatan 2024"),
    )
    plan = desk.plan(roster)
    assert plan.sheets[0].tally.problems == {NipFlaw.SWAPPED: 1, NipFlaw.NOT_A_NIP: 1}
    assert diagnoses(plan) == {}


def test_a_number_cell_that_should_hold_name_and_number_gives_nobody_a_number(
    desk: Desk, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (("No", "Nama / NIP"), (1, f"Galih Rangga\n{GALIH}"), (2, float(LARAS))):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    plan = desk.plan(tmp_path / "a.xlsx")
    assert plan.sheets[0].tally.problems == {NipFlaw.ROUNDED_TEXT: 1}


def test_digits_that_stand_in_the_file_are_proposed_for_who_is_new(
    desk: Desk, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.xlsx", person(1, 4711, "Mawar Sitaresmi"))
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    part = "xl/worksheets/sheet1.xml"
    parts[part] = re.sub(rb"<v>4711</v>", f"<v>{MAWAR}</v>".encode(), parts[part])
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    (found,) = diagnoses(desk.plan(path)).values()
    assert [(one.nip, one.ground) for one in found.proposals] == [(MAWAR, Ground.FILE_DIGITS)]


def test_a_person_of_the_same_import_can_be_proposed(desk: Desk, tmp_path: Path) -> None:
    people = write(tmp_path / "a.xlsx", person(1, GALIH, "Galih Rangga"))
    accounts = write(tmp_path / "b.xlsx", person(1, GALIH[:15] + "000", "Galih Rangga", 700))
    (found,) = diagnoses(desk.plan(people, accounts)).values()
    assert (found.safe, found.proposals[0].nip) == (True, GALIH)


def test_name_and_number_that_changed_places_are_put_back(desk: Desk, tmp_path: Path) -> None:
    roster = write(
        tmp_path / "a.xlsx",
        person(1, GALIH, "Galih Rangga"),
        person(2, "Laras Widuri", LARAS),
        person(3, MAWAR, "Mawar Sitaresmi"),
    )
    source = desk.importing.read(roster, Job.quiet())
    (sheet,) = desk.importing.plan([source], TODAY, Job.quiet()).sheets
    assert sheet.tally.problems == {NipFlaw.SWAPPED: 1}
    (row,) = sheet.diagnoses
    proposal = sheet.diagnoses[row].proposals[0]
    sheet.sheet.set_cells(sheet.sheet.cells_of(row, proposal, sheet.held_texts[row]))
    plan = desk.importing.plan([source], TODAY, Job.quiet())
    source.close()
    assert plan.outcomes[Outcome.NEW] == 3
    written = plan.sheets[0].rows[1].write
    assert (written.nip, written.texts["name"]) == (LARAS, "Laras Widuri")


def test_a_former_number_leads_to_the_person_who_has_another_now(
    desk: Desk, tmp_path: Path
) -> None:
    known(desk, tmp_path)
    with desk.office.writing() as tx:
        from app.domain.nip import Nip
        from app.storage.actions import begin
        from app.storage.people import change_nip, person_by_nip

        galih = person_by_nip(tx, Nip(GALIH))
        action = begin(tx, "change_nip", "Ani", desk.importing._clock())
        change_nip(tx, action, galih.id, Nip(MAWAR), "SK", TODAY)
    plan = desk.plan(write(tmp_path / "b.xlsx", person(1, GALIH, "Galih Rangga", 900)))
    assert (plan.outcomes[Outcome.NEW], plan.outcomes[Outcome.CHANGED]) == (0, 1)
    assert [one.name for one in plan.absent] == ["Laras Widuri"]


def test_hidden_rows_are_left_out_when_a_person_says_so(desk: Desk, tmp_path: Path) -> None:
    roster = write(
        tmp_path / "a.xlsx",
        person(1, GALIH, "Galih Rangga"),
        person(2, LARAS, "Laras Widuri"),
        hidden=(3,),
    )
    assert desk.plan(roster).outcomes[Outcome.NEW] == 2

    def leave_out(sources: list[Source]) -> None:
        sources[0].sheets[0].without_hidden = True

    plan = desk.plan(roster, change=leave_out)
    assert (plan.outcomes[Outcome.NEW], plan.outcomes[Outcome.SKIPPED]) == (1, 1)
    assert [row.skipped_as for row in plan.sheets[0].rows] == [None, SkippedKind.HIDDEN]


def test_who_is_absent_can_leave_with_the_import_and_comes_back_with_its_undo(
    desk: Desk, tmp_path: Path
) -> None:
    known(desk, tmp_path)
    before = desk.content()
    plan = desk.plan(write(tmp_path / "b.xlsx", person(1, GALIH, "Galih Rangga", 900)))
    shown = plan.digest
    plan.leaving[plan.absent[0].id] = Service.RETIRED
    assert plan.digest != shown
    assert plan.changes == 2
    applied = desk.apply(plan)
    assert applied.digest == plan.digest
    services = [row[-2] for row in desk.content()["people"]]
    assert sorted(services) == ["active", "retired"]
    desk.undo(applied.import_id)
    assert desk.content()["people"] == before["people"]
