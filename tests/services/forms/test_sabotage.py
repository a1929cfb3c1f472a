"""Forms after everything that offices do to them: nobody gets another one's count."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from app.domain.roster import Outcome
from tests.data.writing import Sheet as Cells
from tests.data.writing import write_book
from tests.services.forms.conftest import Answers, Desk, Sheet, desk_with

FORMS, PEOPLE = 20, 5
SENT = date(2026, 11, 3)

Returned = tuple[list[Path], Answers]
"""The files that come back from one office, and what was truly answered."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_with(tmp_path, 4, 8)


def sorted_whole(sheet: Sheet, random: Random) -> Returned:
    answers = sheet.answer(random)
    rows = list(sheet.rows())
    random.shuffle(rows)
    sheet.reorder(rows)
    return [sheet.save()], answers


def sorted_without_the_codes(sheet: Sheet, random: Random) -> Returned:
    """Unprotected, and only what is seen was sorted."""
    answers = sheet.answer(random)
    hidden = {sheet.heads["Kode Gaung"], sheet.heads["Kode Gaung akhir"]}
    rows = list(sheet.rows())
    random.shuffle(rows)
    sheet.reorder(rows, lambda column: column not in hidden)
    return [sheet.save()], answers


def names_sorted_alone(sheet: Sheet, random: Random) -> Returned:
    """The worst of all: NIP and name went away from their counts."""
    answers = sheet.answer(random)
    moved = {sheet.heads["NIP"], sheet.heads["Nama"]}
    rows = list(sheet.rows())
    random.shuffle(rows)
    sheet.reorder(rows, lambda column: column in moved)
    return [sheet.save()], answers


def sheet_renamed(sheet: Sheet, random: Random) -> Returned:
    answers = sheet.answer(random)
    sheet.cells.title = "Petunjuk pengisian (2)"
    return [sheet.save()], answers


def nip_deleted(sheet: Sheet, random: Random) -> Returned:
    answers = sheet.answer(random)
    sheet.cells.delete_cols(sheet.heads["NIP"])
    return [sheet.save()], answers


def codes_deleted(sheet: Sheet, random: Random) -> Returned:
    answers = sheet.answer(random)
    sheet.cells.delete_cols(sheet.heads["Kode Gaung akhir"])
    sheet.cells.delete_cols(sheet.heads["Kode Gaung"])
    return [sheet.save()], answers


def list_pasted_over(sheet: Sheet, random: Random) -> Returned:
    """Another list of the same people, with counts, over the printed one."""
    answers: Answers = {}
    people = [(sheet.get(row, "NIP"), sheet.get(row, "Nama")) for row in sheet.rows()]
    random.shuffle(people)
    for row, (number, name) in zip(sheet.rows(), people, strict=True):
        value = random.randint(600, 9_999)
        sheet.put(row, "NIP", number)
        sheet.put(row, "Nama", name)
        sheet.put(row, "Pengikut Instagram", value)
        answers[str(number)] = value
    return [sheet.save()], answers


def returned_twice(sheet: Sheet, random: Random) -> Returned:
    answers = sheet.answer(random)
    path = sheet.save()
    return [path, sheet.save(path.with_name(f"ulang {path.name}"))], answers


def rows_copied(sheet: Sheet, random: Random) -> Returned:
    """A row was copied to have one more, and another person typed over it; one stands twice."""
    answers = sheet.answer(random)
    first, second = list(sheet.rows())[:2]
    last = list(sheet.rows())[-1]
    for column in range(1, sheet.cells.max_column + 1):
        value = sheet.cells.cell(first, column).value
        sheet.cells.cell(last + 1, column).value = value
        sheet.cells.cell(last + 2, column).value = value
    sheet.put(last + 1, "NIP", sheet.get(second, "NIP"))
    sheet.put(last + 1, "Nama", sheet.get(second, "Nama"))
    sheet.put(last + 1, "Pengikut Instagram", "5.432")
    return [sheet.save()], answers


def saved_as_ods(sheet: Sheet, random: Random) -> Returned:
    answers = sheet.answer(random)
    cells = Cells("Formulir")
    for number, row in enumerate(sheet.cells.iter_rows(values_only=True), 1):
        cells.put(number, row)
    return [write_book(sheet.path.parent, sheet.path.stem, [cells], "ods")], answers


def numbers_became_numbers(sheet: Sheet, random: Random) -> Returned:
    """Pasted into another workbook and back: the NIP is a number that lost its end."""
    answers = sheet.answer(random)
    for row in sheet.rows():
        sheet.put(row, "NIP", float(str(sheet.get(row, "NIP"))))
    return [sheet.save()], answers


SABOTAGES: list[Callable[[Sheet, Random], Returned]] = [
    sorted_whole,
    sorted_without_the_codes,
    names_sorted_alone,
    sheet_renamed,
    nip_deleted,
    codes_deleted,
    list_pasted_over,
    returned_twice,
    rows_copied,
    saved_as_ods,
    numbers_became_numbers,
]
ALWAYS_HELD = {sorted_without_the_codes, names_sorted_alone, list_pasted_over}
"""Here code and person do not belong together any more: only a person can say what is right."""


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda one: one.__name__)
def test_forms_after_this_give_no_wrong_count_and_lose_none(
    desk: Desk, sabotage: Callable[[Sheet, Random], Returned]
) -> None:
    random = Random(sabotage.__name__)
    paths: list[Path] = []
    truth: Answers = {}
    for path in desk.send().files:
        files, answers = sabotage(Sheet(path), random)
        paths += files
        truth |= answers
    plan, _ = desk.take(*paths)
    recorded = desk.counted_since(SENT)
    assert _wrong(recorded, truth) == {}
    waiting = {held.texts.get("nip", "") for held in desk.held()}
    waiting_names = {held.texts.get("name", "") for held in desk.held()}
    missing = truth.keys() - recorded.keys() - waiting
    names = desk.names()
    assert {names[number] for number in missing} <= waiting_names
    if sabotage not in ALWAYS_HELD:
        assert recorded == truth
    else:
        assert plan.outcomes[Outcome.HELD] > 0


def test_a_form_of_an_older_sending_brings_its_counts_and_no_older_account(desk: Desk) -> None:
    old = desk.send().files
    new = desk.send().files
    random = Random(5)
    truth: Answers = {}
    for path in new[:2]:
        sheet = Sheet(path)
        truth |= sheet.answer(random)
        sheet.save()
    desk.take(*new[:2])
    for path in old[2:]:
        sheet = Sheet(path)
        truth |= sheet.answer(random)
        sheet.save()
    plan, _ = desk.take(*old[2:])
    assert plan.outcomes[Outcome.HELD] == 0
    assert desk.counted() == truth


def test_twenty_forms_with_all_of_it_mixed_bring_no_wrong_count(tmp_path: Path) -> None:
    random = Random(11)
    for desk in desk_with(tmp_path, FORMS, PEOPLE):
        paths: list[Path] = []
        truth: Answers = {}
        for place, path in enumerate(desk.send().files):
            files, answers = SABOTAGES[place % len(SABOTAGES)](Sheet(path), random)
            paths += files
            truth |= answers
        random.shuffle(paths)
        desk.take(*paths)
        assert _wrong(desk.counted_since(SENT), truth) == {}


def _wrong(recorded: Answers, truth: Answers) -> Answers:
    return {number: value for number, value in recorded.items() if truth.get(number) != value}
