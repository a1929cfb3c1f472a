"""Every layout through the real reader: heads, columns, people, numbers, counts, accounts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.roster import Outcome, RosterRow
from app.services.importing.source import Source, SourceSheet
from app.services.inspection import inspect_file
from app.services.job import Job
from tests.data.layouts import LAYOUTS, make
from tests.data.make_rosters import PersonTruth, Roster, SheetTruth

SEEDS = (1, 2, 3)
NEEDED = frozenset({"nip", "name", "name+nip", "rank", "position", "consent", "observed_on"})
UNITS = frozenset({"unit", "organisation"})


@pytest.fixture(params=[f"{name} {seed}" for name in LAYOUTS for seed in SEEDS])
def roster(request: pytest.FixtureRequest, tmp_path: Path) -> Roster:
    name, seed = str(request.param).split()
    return make(name, int(seed), tmp_path)


@pytest.fixture
def opened(roster: Roster) -> Iterator[Source]:
    with Source.open(roster.path, Job.quiet()) as source:
        yield source


def sheets_of(source: Source, roster: Roster) -> Iterator[tuple[SourceSheet, SheetTruth]]:
    assert source.format == roster.format
    assert len(source.sheets) == len(roster.sheets)
    yield from zip(source.sheets, roster.sheets, strict=True)


def expected(truth: SheetTruth) -> dict[int, str]:
    """The columns that must be right; one column of units may have either name."""
    return {
        column: either_unit(truth, field)
        for column, field in truth.columns.items()
        if is_needed(field)
    }


def is_needed(field: str) -> bool:
    return field in NEEDED | UNITS or field.split("_")[0] in (
        "instagram",
        "facebook",
        "x",
        "tiktok",
    )


def either_unit(truth: SheetTruth, field: str) -> str:
    both = set(truth.columns.values()) >= UNITS
    return "unit" if field in UNITS and not both else field


def test_the_heads_are_found_where_they_stand(opened: Source, roster: Roster) -> None:
    for sheet, truth in sheets_of(opened, roster):
        header = sheet.layout.header
        assert (header.rows if header is not None else []) == truth.header_rows, sheet.name


def test_every_column_has_its_meaning_and_no_other_column_one_of_those(
    opened: Source, roster: Roster
) -> None:
    for sheet, truth in sheets_of(opened, roster):
        found = {c.index + 1: c.field.value for c in sheet.layout.columns if c.field is not None}
        found = {c: either_unit(truth, field) for c, field in found.items() if is_needed(field)}
        assert found == expected(truth), sheet.name


def test_exactly_the_people_are_read_with_what_they_bring(opened: Source, roster: Roster) -> None:
    for sheet, truth in sheets_of(opened, roster):
        people = [row for row in opened.people(sheet) if isinstance(row, RosterRow)]
        assert [
            seen(row, one) for row, one in zip(people, truth.people, strict=True)
        ] == truth.people
        if truth.organisation:
            assert {row.texts["organisation"] for row in people} == {truth.organisation}


def seen(row: RosterRow, truth: PersonTruth) -> PersonTruth:
    """What was read of one row, as a truth to compare with."""
    accounts = {entry.platform.value: entry for entry in row.accounts}
    lows: dict[str, int | None] = {}
    handles = {}
    for platform in truth.lows:
        entry = accounts.get(platform)
        lows[platform] = entry.low if entry is not None else None
        if entry is not None and entry.handle is not None:
            handles[platform] = entry.handle
    name = row.texts.get("name", "")
    number = row.nip
    same = name.casefold() == truth.name.casefold()
    return PersonTruth(row.row, number, truth.name if same else name, lows, handles)


def test_hidden_sheets_and_instructions_are_not_chosen(tmp_path: Path) -> None:
    with Source.open(make("sheet_per_unit", 1, tmp_path).path, Job.quiet()) as source:
        assert [sheet.chosen for sheet in source.sheets] == [False, True, True, True, False]


def test_a_person_listed_twice_with_nothing_new_waits(tmp_path: Path) -> None:
    inspection = inspect_file(make("duplicates", 1, tmp_path).path, date(2026, 11, 20), Job.quiet())
    ((_, tally),) = inspection.sheets
    assert tally.outcomes[Outcome.NEW] == 8
    assert tally.outcomes[Outcome.HELD] == 2


def test_a_seed_always_writes_the_same_cells(tmp_path: Path) -> None:
    once, again = (make("simple", 7, tmp_path / name) for name in _folders(tmp_path))
    assert once.sheets == again.sheets


def _folders(folder: Path) -> Iterator[str]:
    for name in ("once", "again"):
        (folder / name).mkdir()
        yield name
