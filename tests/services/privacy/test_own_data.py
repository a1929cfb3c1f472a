"""Everything that is kept about one person, and of nobody else, in one workbook."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook

from app.bootstrap import open_workplace
from app.domain.errors import Cancelled, PersonGone
from app.domain.person import Consent
from app.paths import resources
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.services.privacy.conftest import DAY, HANDLE, IG, NAME, NUMBER, OTHER

_PERSONAL = (
    "people",
    "former_nips",
    "accounts",
    "counts",
    "activities",
    "clarifications",
    "evidence",
)


def sheets_of(path: Path) -> dict[str, list[list[object]]]:
    book = load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def text_of(path: Path) -> str:
    return "\n".join(
        str(cell)
        for rows in sheets_of(path).values()
        for row in rows
        for cell in row
        if cell is not None
    )


@pytest.fixture
def written(place: Workplace, canary: int, tmp_path: Path) -> Path:
    target = tmp_path / "orang ini.xlsx"
    assert place.privacy.own_data.write(canary, target, Job.quiet()) > 20
    return target


def test_every_kind_of_data_has_its_sheet(written: Path) -> None:
    found = sheets_of(written)
    assert list(found) == [
        "Who it is",
        "Accounts",
        "Follower counts",
        "Use of the accounts",
        "Consent",
        "Evidence",
        "Clarifications",
        "Imports",
        "Closed periods",
        "Forms",
        "Corrections",
        "All records",
    ]
    for name, rows in found.items():
        words = [str(cell) for row in rows for cell in row if cell is not None]
        assert any(NAME in word for word in words), name
        assert "Nothing is kept of this." not in words, name


def test_no_value_that_is_stored_about_the_person_is_missing(
    place: Workplace, canary: int, written: Path
) -> None:
    said = text_of(written)
    place.database.checkpoint()
    with closing(sqlite3.connect(place.path)) as raw:
        for table in _PERSONAL:
            owner = "id" if table == "people" else "person_id"
            query = f"SELECT * FROM {table} WHERE {owner} = ?"  # noqa: S608
            cursor = raw.execute(query, (canary,))
            columns = [name for name, *_ in cursor.description]
            rows = cursor.fetchall()
            assert rows, table
            for row in rows:
                for column, value in zip(columns, row, strict=True):
                    if value not in (None, "") and column != "touched":
                        assert f"{column} = {value}" in said, (table, column)


def test_corrections_stand_with_before_and_after(written: Path) -> None:
    rows = [row[:5] for row in sheets_of(written)["Corrections"]]
    changes = [(what, before, after) for _, _, what, before, after in rows if before and after]
    assert ("Note", "–", f"catatan {NAME}") in changes
    assert ("Consent", "Not asked yet", "Agrees") in changes
    assert ("NIP", NUMBER, "199912312099121998") in changes


def test_numbers_stay_text_and_nobody_else_stands_there(written: Path) -> None:
    assert ["NIP", NUMBER] in [row[:2] for row in sheets_of(written)["Who it is"]]
    said = text_of(written)
    assert HANDLE in said
    assert OTHER not in said
    assert "198501012010011002" not in said


def test_whoever_withdrew_may_see_it_too(place: Workplace, canary: int, tmp_path: Path) -> None:
    place.people.set_consent(canary, Consent.WITHDRAWN)
    place.privacy.own_data.write(canary, tmp_path / "a.xlsx", Job.quiet())
    assert "Consent withdrawn" in text_of(tmp_path / "a.xlsx")


def test_it_is_written_whole_or_not_at_all(place: Workplace, canary: int, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        place.privacy.own_data.write(canary, target, Job(stop, Event()))
    with pytest.raises(PersonGone):
        place.privacy.own_data.write(999, target, Job.quiet())
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("~")] == []


def test_in_bahasa_indonesia_too(place: Workplace, canary: int, tmp_path: Path) -> None:
    place.close()
    with open_workplace(
        place.path, create=False, language=Language("id", resources() / "locale")
    ) as office:
        office.privacy.own_data.write(canary, tmp_path / "a.xlsx", Job.quiet())
        assert office.privacy.own_data.suggestion(NAME, DAY).startswith("Data orang ini Zzcanary")
    assert "Jumlah pengikut" in sheets_of(tmp_path / "a.xlsx")
    assert IG.name_shown in text_of(tmp_path / "a.xlsx")
