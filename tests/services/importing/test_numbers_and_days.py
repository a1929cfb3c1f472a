"""Two columns of numbers and days in heads, from the file into the office."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.roster import Outcome
from tests.services.importing.conftest import TODAY, Desk, write_csv

GALIH, LARAS, MAWAR = "198501012010011901", "199203152019032902", "199009272025212923"


@pytest.mark.parametrize("people", [1, 40])
def test_an_office_gets_everybody_of_two_columns_of_numbers(
    desk: Desk, tmp_path: Path, people: int
) -> None:
    head = ("Nama", "NIP", "NI PPPK", "Akun IG", "Followers IG")
    rows: list[tuple[object, ...]] = [
        (
            f"Pegawai {'AB'[kind]}{chr(65 + one)}",
            *_number(one, kind),
            f"@akun{one}.{kind}",
            500 + one,
        )
        for one in range(people)
        for kind in (0, 1)
    ]
    rows.append(("Dua Nomor", LARAS, MAWAR, "@dua", 7))
    plan = desk.plan(write_csv(tmp_path / "asn.csv", rows, head))
    assert plan.outcomes == {Outcome.NEW: 2 * people, Outcome.HELD: 1}
    desk.bring(tmp_path / "asn.csv")
    assert len(desk.content()["people"]) == 2 * people
    assert len(desk.content()["held_rows"]) == 1


def _number(one: int, kind: int) -> tuple[str, str]:
    digits = f"19850101{('201001', '202521')[kind]}1{901 + one}"
    return (digits, "-") if kind == 0 else ("", digits)


@pytest.mark.parametrize(
    ("said", "day"), [("1 November 2026", date(2026, 11, 1)), ("30 November 2026", TODAY)]
)
def test_counts_have_the_day_of_their_head_but_none_that_is_still_to_come(
    desk: Desk, tmp_path: Path, said: str, day: date
) -> None:
    head = ("Nama", "NIP", "Akun IG", f"Followers per {said}")
    rows = [("Galih Rangga", GALIH, "@galihr", 500), ("Laras Widuri", LARAS, "@laraswd", 700)]
    path = write_csv(tmp_path / "asn.csv", rows, head)
    plan = desk.plan(path)
    counts = [c for row in plan.sheets[0].rows if row.write for c in row.write.counts]
    assert [(count.low, count.observed_on) for count in counts] == [(500, day), (700, day)]
    assert {count.day_of_import for count in counts} == {day == TODAY}
    desk.bring(path)
    assert desk.plan(path).outcomes == {Outcome.UNCHANGED: 2}
