"""Long rosters of a new office are written in blocks, and that is not to be seen in the office."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.importing.conftest import Content, Desk, Row, desk_at, write_csv

LONG = 120


def people(first: int, rows: int, unit: str = "Dinas Kesehatan") -> list[Row]:
    """Rows that say nothing odd; each is somebody else."""
    return [
        (
            str(number),
            f"19850115201001{1 + number % 2}{number:03}",
            "Galih Rangga" if number % 3 else "Laras Widuri",
            unit,
            f"@galih.{number}" if number % 4 else "",
            str(number * 7) if number % 5 else "1,2 rb",
        )
        for number in range(first, first + rows)
    ]


ODD: list[Row] = [
    ("900", "1,98501E+17", "Damar", "Dinas Kesehatan", "", "9"),
    ("901", "199001012015011901", "Intan, S.Kom.", "Dinas Kesehatan", "tidak punya", "0"),
]
PLAIN = people(1, LONG)
ROSTERS: dict[str, list[Row]] = {
    "nothing odd": PLAIN,
    "odd rows between": [*people(1, 40), *ODD, *people(41, 40), ODD[1], *people(81, 10)],
    "another spelling of the unit": [*people(1, 40), *people(41, 60, "DINAS KESEHATAN")],
    "a unit that text has to escape": [*people(1, 40), *people(41, 60, 'Dinas "Kesehatan"')],
    "a number twice in a block": [*PLAIN[:60], ("99", *PLAIN[7][1:5], "812"), *PLAIN[60:]],
    "a number again much later": [*people(1, 2100), ("99", *PLAIN[7][1:5], "812"), *PLAIN[:40]],
    "a row without a name": [*PLAIN[:50], ("98", "199001012015011902", "", "", "@a", "5")],
    "nobody has an account": [(*row[:4], "", "") for row in PLAIN],
}


@pytest.fixture
def other_desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_at(tmp_path / "lain.db")


@pytest.mark.parametrize("roster", ROSTERS)
def test_a_long_roster_imported_at_once_leaves_what_its_plan_would_leave(
    roster: str, desk: Desk, other_desk: Desk, tmp_path: Path
) -> None:
    file = write_csv(tmp_path / "daftar.csv", ROSTERS[roster])

    shown = desk.plan(file)
    desk.apply(shown)
    applied = other_desk.bring(file)

    assert rows_of(other_desk) == rows_of(desk)
    assert [tally.outcomes for _, tally in applied.tallies] == [shown.outcomes]


@pytest.mark.parametrize("roster", ROSTERS)
def test_a_long_roster_is_taken_back_whole(roster: str, desk: Desk, tmp_path: Path) -> None:
    applied = desk.bring(write_csv(tmp_path / "daftar.csv", ROSTERS[roster]))
    assert rows_of(desk)["people"]

    assert desk.undo(applied.import_id) == ()
    assert not any(rows_of(desk).values())


def test_blocks_end_the_waiting_of_rows_that_come_again(desk: Desk, tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    damaged = [("1", "1,98501E+17", PLAIN[0][2], *PLAIN[0][3:])]
    desk.bring(write_csv(roster, damaged))
    assert len(rows_of(desk)["held_rows"]) == 1

    desk.bring(write_csv(roster, PLAIN))
    assert rows_of(desk)["held_rows"] == []


def rows_of(desk: Desk) -> Content:
    """Everything but what was learned, which only who looks at a plan confirms.

    Which account has which id is nobody's concern.
    """
    content = desk.content()
    rows = {name: content[name] for name in ("people", "counts", "held_rows")}
    return rows | {"accounts": sorted(row[1:] for row in content["accounts"])}
