"""Forms go out prefilled and come back: nothing lands with the wrong person, nothing is lost."""

from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from app.domain.errors import NoPeopleForForms
from app.domain.form_key import key_text, read_key
from app.domain.platform import Platform
from app.domain.roster import HoldReason, Outcome
from app.services.forms.issuing import FormOrder
from app.services.forms.tracking import reminder
from app.services.job import Job
from app.services.recording import Entry, RecordCounts
from app.wording.language import Language
from tests.services.forms.conftest import ASKED, Desk, Sheet, nip


def test_a_code_names_form_and_row_and_fits_one_number_only() -> None:
    key = read_key(key_text(12, 7, "198501012010011901").lower())
    assert key is not None
    assert (key.form, key.number) == (12, 7)
    assert key.belongs_to("198501012010011901")
    assert not key.belongs_to("198501012010011902")
    assert read_key("G12-ABCDEF") is None


def test_each_organisation_gets_a_form_with_its_people_and_what_is_known(desk: Desk) -> None:
    issued = desk.send()
    assert issued.people == 18
    assert [path.name for path in issued.files] == [
        "Formulir pengikut Dinas Aman Jaya.xlsx",
        "Formulir pengikut Dinas Bman Jaya.xlsx",
        "Formulir pengikut Dinas Cman Jaya.xlsx",
    ]
    sheet = Sheet(issued.files[0])
    row = next(row for row in sheet.rows() if sheet.get(row, "NIP") == nip(0, 1))
    assert sheet.get(row, "Akun Instagram") == "@akun0.1"
    assert sheet.get(row, "Hitungan lalu Instagram") == "101 (1 Okt 2026)"
    assert sheet.get(row, "Pengikut Instagram") is None


def test_an_earlier_count_that_is_rounded_is_printed_as_rounded(desk: Desk) -> None:
    recording = RecordCounts(desk.office, datetime.now, "Arum")
    day = date(2026, 10, 20)
    known = recording.grid(day, Job.quiet())
    person = next(row.person.id for row in known if row.person.nip.digits == nip(0, 0))
    recording.record([Entry(person, Platform.INSTAGRAM, "1,2 rb")], day)
    sheet = Sheet(desk.send().files[0])
    row = next(row for row in sheet.rows() if sheet.get(row, "NIP") == nip(0, 0))
    assert sheet.get(row, "Hitungan lalu Instagram") == "≈ 1,2 rb (20 Okt 2026)"


def test_only_the_cells_to_fill_in_are_open_and_they_keep_what_is_typed_as_text(
    desk: Desk,
) -> None:
    sheet = Sheet(desk.send().files[0])
    row = sheet.rows()[0]
    assert sheet.cells.protection.sheet
    opened = {
        head
        for head, column in sheet.heads.items()
        if not sheet.cells.cell(row, column).protection.locked
    }
    assert opened == {
        "Akun Instagram",
        "Pengikut Instagram",
        "Akun Facebook",
        "Teman Facebook",
        "Tanggal dicatat",
        "Persetujuan",
    }
    assert sheet.cells.cell(row, sheet.heads["Pengikut Instagram"]).number_format == "@"


def test_a_second_sending_overwrites_no_form_of_the_first(desk: Desk) -> None:
    first, second = desk.send(), desk.send()
    assert not set(first.files) & set(second.files)
    assert all(path.exists() for path in (*first.files, *second.files))


def test_where_a_form_cannot_be_written_none_is_left_and_none_is_recorded(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / "Formulir pengikut Dinas Bman Jaya.xlsx").mkdir()
    issued = desk.send()
    assert "Formulir pengikut Dinas Bman Jaya (2).xlsx" in {path.name for path in issued.files}
    with pytest.raises(NoPeopleForForms):
        desk.send(FormOrder(ASKED, None, frozenset({"Tidak Ada"})))
    assert len(desk.tracking.rounds()) == 1


def test_answers_are_recorded_as_coming_by_form_and_blank_cells_erase_nothing(desk: Desk) -> None:
    path = desk.send().files[0]
    sheet = Sheet(path)
    answers = sheet.answer(Random(1))
    plan, _ = desk.take(sheet.save())
    assert desk.counted() == answers
    assert plan.outcomes[Outcome.HELD] == 0
    assert plan.absent == ()


def test_the_date_in_a_row_goes_before_the_date_of_the_import(desk: Desk) -> None:
    sheet = Sheet(desk.send().files[0])
    row = sheet.rows()[0]
    sheet.put(row, "Pengikut Instagram", "1,2 rb")
    sheet.put(row, "Tanggal dicatat", datetime(2026, 11, 8))
    plan = desk.plan(sheet.save())
    (changed,) = [one for one in plan.sheets[0].rows if one.outcome is Outcome.CHANGED]
    assert changed.write is not None
    (count,) = changed.write.counts
    assert (count.low, count.high, count.observed_on) == (1150, 1299, date(2026, 11, 8))


def test_a_form_that_comes_back_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    sheet = Sheet(desk.send().files[0])
    answers = sheet.answer(Random(2))
    path = sheet.save()
    copy = sheet.save(path.with_name("kiriman ulang.xlsx"))
    plan, _ = desk.take(path, copy)
    assert plan.conflicts == ()
    assert plan.outcomes[Outcome.HELD] == 0
    assert desk.counted() == answers
    again, _ = desk.take(copy)
    assert again.outcomes[Outcome.CHANGED] == 0


def test_two_returns_that_differ_wait_until_one_is_chosen(desk: Desk) -> None:
    path = desk.send().files[0]
    one, other = Sheet(path), Sheet(path)
    row = one.rows()[0]
    number = str(one.get(row, "NIP"))
    one.put(row, "Pengikut Instagram", "700")
    other.put(row, "Pengikut Instagram", "7.000")
    paths = one.save(path.with_name("a.xlsx")), other.save(path.with_name("b.xlsx"))
    plan = desk.plan(*paths)
    (conflict,) = plan.conflicts
    assert conflict.platform is Platform.INSTAGRAM
    assert [option.value.low for option in conflict.options if option.value] == [700, 7000]
    assert plan.outcomes[Outcome.HELD] == 2
    chosen = {(conflict.person_id, conflict.platform): conflict.options[1].place}
    settled, _ = desk.take(*paths, choices=chosen)
    assert settled.outcomes[Outcome.HELD] == 0
    assert desk.counted() == {number: 7000}


def test_what_was_recorded_while_the_form_was_out_is_not_overwritten_unasked(desk: Desk) -> None:
    sheet = Sheet(desk.send().files[0])
    row = sheet.rows()[0]
    number = str(sheet.get(row, "NIP"))
    sheet.put(row, "Pengikut Instagram", "700")
    sheet.put(row, "Tanggal dicatat", "05/11/2026")
    desk.record(number, 1200, date(2026, 11, 12))
    plan = desk.plan(sheet.save())
    (conflict,) = plan.conflicts
    assert conflict.options[-1].place is None
    keep = {(conflict.person_id, conflict.platform): None}
    kept = desk.plan(sheet.path, choices=keep)
    assert kept.outcomes[Outcome.CHANGED] == 0
    assert kept.outcomes[Outcome.HELD] == 0


def test_an_old_account_that_was_only_printed_does_not_come_back_over_a_new_one(
    desk: Desk,
) -> None:
    old = desk.send().files[0]
    sheet = Sheet(old)
    row = sheet.rows()[0]
    number = str(sheet.get(row, "NIP"))
    newer = Sheet(desk.send().files[0])
    newer.put(row, "Akun Instagram", "@akun.baru")
    desk.take(newer.save())
    sheet.put(row, "Pengikut Instagram", "900")
    plan, _ = desk.take(sheet.save())
    assert plan.conflicts == ()
    assert desk.counted() == {number: 900}
    (write,) = [one.write for one in plan.sheets[0].rows if one.write is not None]
    assert write.accounts == ()


def test_who_has_not_returned_is_named_and_an_undone_return_is_none(
    desk: Desk, language: Language
) -> None:
    files = desk.send().files
    sheet = Sheet(files[1])
    sheet.answer(Random(3))
    _, applied = desk.take(sheet.save())
    (sent,) = desk.tracking.rounds()
    assert [form.returned_at is not None for form in sent.forms] == [False, True, False]
    words = reminder(sent, language)
    assert "Dinas Aman Jaya" in words
    assert "Dinas Bman Jaya" not in words
    (record,) = desk.importing.history()
    assert record.id == applied.import_id
    desk.importing.undo(record)
    (sent,) = desk.tracking.rounds()
    assert all(form.returned_at is None for form in sent.forms)
    assert desk.counted() == {}


def test_a_person_who_was_added_below_the_list_is_read_as_in_a_roster(desk: Desk) -> None:
    sheet = Sheet(desk.send().files[0])
    row = sheet.rows()[-1] + 1
    sheet.put(row, "NIP", "199203152019032902")
    sheet.put(row, "Nama", "Citra Puspaningrum")
    sheet.put(row, "Pengikut Instagram", "812")
    plan = desk.plan(sheet.save())
    assert plan.outcomes[Outcome.NEW] == 1


def test_a_form_of_another_office_is_held(desk: Desk) -> None:
    sheet = Sheet(desk.send().files[0])
    row = sheet.rows()[0]
    code = key_text(99, 1, str(sheet.get(row, "NIP")))
    sheet.put(row, "Kode Gaung", code)
    sheet.put(row, "Kode Gaung akhir", code)
    sheet.put(row, "Pengikut Instagram", "812")
    plan = desk.plan(sheet.save())
    held = [one for one in plan.sheets[0].rows if one.outcome is Outcome.HELD]
    assert [one.held_for for one in held] == [HoldReason.FORM_UNKNOWN]


def test_a_form_has_no_formula_whatever_a_name_begins_with(desk: Desk, tmp_path: Path) -> None:
    path = desk.send().files[0]
    book = load_workbook(path)
    assert all(
        cell.data_type != "f" for sheet in book for line in sheet.iter_rows() for cell in line
    )
