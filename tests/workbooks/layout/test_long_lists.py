"""Lists with one row an account: found by their column of platforms, planned as additions."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.domain.platform import Platform
from app.domain.roster import HoldReason, Outcome, RosterRow
from app.services.importing.source import Source
from app.services.inspection import inspect_file
from app.services.job import Job
from app.workbooks.layout.platform_names import platform_said

ANA, BUDI = "199001022015012002", "199001032015011003"
HEADS = ["No", "NIP", "Nama", "Unit Kerja", "Platform", "Nama Akun", "Jumlah Follower"]
ROWS = [
    [1, ANA, "Ana Lestari", "Diskominfo", "Instagram", "@ana.lestari", "1.234"],
    [2, ANA, "Ana Lestari", "Diskominfo", "X (Twitter)", "@analestari", 310],
    [3, ANA, "Ana Lestari", "Diskominfo", "Threads", "@ana", 15],
    [4, BUDI, "Budi Santosa", "Dinas Kesehatan", "FB", "budi.santosa.9", "2,1 rb"],
]


def write(path: Path, rows: Sequence[Sequence[object]], heads: Sequence[str] = HEADS) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def read(path: Path) -> list[RosterRow]:
    with Source.open(path, Job.quiet()) as source:
        return [one for one in source.people(source.sheets[0]) if isinstance(one, RosterRow)]


def meanings(path: Path) -> list[str | None]:
    with Source.open(path, Job.quiet()) as source:
        columns = source.sheets[0].layout.columns
        return [None if column.field is None else column.field.value for column in columns]


def outcomes(path: Path) -> dict[Outcome, int]:
    inspection = inspect_file(path, date(2026, 11, 20), Job.quiet())
    ((_, tally),) = inspection.sheets
    return dict(tally.outcomes)


@pytest.mark.parametrize(
    "heads",
    [
        ["Platform", "Nama Akun", "Jumlah Follower"],
        ["Media Sosial", "Username", "Pengikut"],
        ["Jenis Medsos", "Akun", "Jumlah"],
        ["Medsos", "Link Akun", "Jumlah Follower/Subscriber/Teman"],
        ["Nama Platform", "ID Akun", "Followers"],
    ],
)
def test_the_three_columns_are_found_by_their_words_and_values(
    tmp_path: Path, heads: list[str]
) -> None:
    found = meanings(write(tmp_path / "a.xlsx", ROWS, [*HEADS[:4], *heads]))
    assert found == ["no", "nip", "name", "unit", "platform", "handle", "followers"]


def test_each_row_is_one_account_of_its_platform(tmp_path: Path) -> None:
    rows = read(write(tmp_path / "a.xlsx", ROWS))
    seen = [(e.platform, e.handle, e.low, e.high) for row in rows for e in row.accounts]
    assert seen == [
        (Platform.INSTAGRAM, "ana.lestari", 1234, 1234),
        (Platform.X, "analestari", 310, 310),
        (Platform.FACEBOOK, "budi.santosa.9", 2050, 2199),
    ]
    assert [row.about for row in rows] == ["instagram", "x", "threads", "facebook"]


def test_several_rows_of_one_person_are_additions_and_not_repetitions(tmp_path: Path) -> None:
    assert outcomes(write(tmp_path / "a.xlsx", ROWS)) == {
        Outcome.NEW: 2,
        Outcome.CHANGED: 1,
        Outcome.UNCHANGED: 1,
    }


def test_the_same_account_twice_or_another_name_is_held(tmp_path: Path) -> None:
    again = [*ROWS, ROWS[0], [6, BUDI, "Orang Lain", "", "Instagram", "@lain", 5]]
    assert outcomes(write(tmp_path / "a.xlsx", again))[Outcome.HELD] == 2


def test_a_person_is_written_only_beside_the_first_account(tmp_path: Path) -> None:
    rows = [ROWS[0], ["", "", "", "", *ROWS[1][4:]], ROWS[3], [None] * 4 + ["IG", "@budi", 77]]
    found = read(write(tmp_path / "a.xlsx", rows))
    assert [row.nip for row in found] == [ANA, ANA, BUDI, BUDI]
    assert [row.texts["name"] for row in found[2:]] == ["Budi Santosa", "Budi Santosa"]


def test_an_account_without_its_platform_is_held_and_given_to_none(tmp_path: Path) -> None:
    unsaid = [5, BUDI, "Budi Santosa", "", "", "@budi", 900]
    both = [6, BUDI, "Budi Santosa", "", "IG/FB", "@budi", 900]
    path = write(tmp_path / "a.xlsx", [*ROWS, unsaid, both, *ROWS[:3]])
    inspection = inspect_file(path, date(2026, 11, 20), Job.quiet())
    ((_, tally),) = inspection.sheets
    assert tally.problems[HoldReason.NO_PLATFORM] == 2
    held = read(path)[4:6]
    assert all(not row.accounts for row in held)
    assert [row.texts["handle"] for row in held] == ["@budi", "@budi"]
    assert [row.texts["followers"] for row in held] == ["900", "900"]
    assert held[1].texts["platform"] == "IG/FB"


def test_a_person_without_any_account_is_no_fault(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [*ROWS, [5, "198501012010011901", "Citra", "", "-", "-", ""]])
    assert outcomes(path)[Outcome.NEW] == 3


def test_columns_of_one_platform_each_make_a_list_of_people(tmp_path: Path) -> None:
    heads = ["NIP", "Nama", "Medsos utama", "Akun IG", "Followers IG"]
    rows = [[ANA, "Ana", "Instagram", "@ana", 10], [BUDI, "Budi", "Facebook", "@budi", 20]]
    found = meanings(write(tmp_path / "a.xlsx", rows, heads))
    assert found == ["nip", "name", None, "instagram", "instagram_followers"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Instagram", "instagram"),
        ("IG", "instagram"),
        ("Tik Tok", "tiktok"),
        ("X / Twitter", "x"),
        ("akun fb", "facebook"),
        ("www.facebook.com", "facebook"),
        ("You Tube", "youtube"),
        ("Threads", "threads"),
        ("IG, FB", ""),
        ("Instagram saya", ""),
        ("Diskominfo", ""),
        ("", ""),
    ],
)
def test_what_a_cell_says_of_platforms(text: str, said: str) -> None:
    assert platform_said(text) == said
