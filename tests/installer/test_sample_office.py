"""The invented office: the committed workbooks are what the generator writes, and they show it all."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.nip import NipFlaw
from app.domain.platform import Platform
from app.domain.roster import RosterRow
from app.domain.rule import RULE_A
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from app.services.importing import ImportRoster
from app.services.importing.source import Source
from app.services.job import Job
from app.services.office_tally import OfficeTally
from app.services.standings import JudgeStandings, Standings
from app.storage.database import Database
from installer import sample_office
from installer.sample_people import TODAY, everyone

ROSTER = sample_office.SAMPLES / sample_office.ROSTER
MONTHS = [sample_office.SAMPLES / "riwayat" / name for name in sample_office.HISTORY]


@pytest.fixture(scope="module")
def rows() -> list[RosterRow]:
    with Source.open(ROSTER, Job.quiet()) as source:
        (sheet,) = [sheet for sheet in source.sheets if sheet.chosen]
        return [row for row in source.people(sheet) if isinstance(row, RosterRow)]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database into which the roster and then its months were imported."""
    path = tmp_path_factory.mktemp("office") / "sample.db"
    with Database.open(path, create=True) as database:
        importing = ImportRoster(database, lambda: datetime(2026, 11, 20, 9, tzinfo=UTC), "Arum")
        for file in (ROSTER, *MONTHS):
            importing.import_files([file], TODAY, Job.quiet())
        yield database


def standings(office: Database, as_of: date = TODAY, age_limit: int | None = None) -> Standings:
    return JudgeStandings(office).under(RULE_A.with_age_limit(age_limit), as_of, Job.quiet())


def by_organisation(found: Standings, verdict: Verdict) -> Counter[str]:
    return Counter(
        one.person.organisation for one in found.people if one.judgement.verdict is verdict
    )


def named(found: Standings, name: str) -> PersonStanding:
    (one,) = [one for one in found.people if one.person.name == name]
    return one


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(path)
    return {
        f"{sheet.title} {sheet.sheet_state} {sorted(map(str, sheet.merged_cells.ranges))}": list(
            sheet.values
        )
        for sheet in book.worksheets
    }


def test_the_committed_workbooks_are_what_the_generator_writes(tmp_path: Path) -> None:
    written = sample_office.write_samples(tmp_path)
    assert [cells(path) for path in written] == [cells(path) for path in (ROSTER, *MONTHS)]


def test_no_clock_stands_in_the_workbooks(tmp_path: Path) -> None:
    once, again = (sample_office.write_samples(tmp_path / name) for name in ("once", "again"))
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_the_workbooks_of_the_sample_office_stay_small() -> None:
    assert sum(path.stat().st_size for path in (ROSTER, *MONTHS)) < 300_000


def test_nobody_in_the_sample_office_can_be_a_real_person() -> None:
    assert all(901 <= int(person.nip[-3:]) <= 999 for person in everyone())


def test_nobody_comes_twice() -> None:
    people = everyone()
    assert len({person.nip for person in people}) == len({p.name for p in people}) == len(people)


def test_the_list_is_found_between_instructions_letterhead_and_signatures() -> None:
    with Source.open(ROSTER, Job.quiet()) as source:
        seen = {sheet.name: (sheet.layout.hidden, sheet.chosen) for sheet in source.sheets}
        (roster,) = [sheet for sheet in source.sheets if sheet.chosen]
        assert roster.layout.header is not None
        assert roster.layout.header.rows == list(sample_office.HEAD_ROWS)
    assert seen == {
        "Petunjuk": (False, False),
        "Data ASN": (False, True),
        "Referensi": (True, False),
    }


def test_everybody_is_read_and_four_rows_have_to_wait(rows: list[RosterRow]) -> None:
    sound = [row.nip for row in rows if row.nip is not None]
    assert sound == [person.nip for person in everyone()]
    assert [row.flaw for row in rows[len(sound) :]] == [
        NipFlaw.NUMERIC,
        NipFlaw.NUMERIC,
        NipFlaw.LENGTH,
        NipFlaw.EMPTY,
    ]


def test_counts_stand_there_in_every_written_form(rows: list[RosterRow]) -> None:
    written = [entry.count_written for row in rows for entry in row.accounts]
    for form in ("rb", "K", "500+", "private", "pengikut", "."):
        assert any(form in text for text in written), form
    handles = [entry.handle_written for row in rows for entry in row.accounts]
    assert {"tidak punya", "-"} <= set(handles)


def test_the_verdicts_are_mixed_as_in_a_real_office(office: Database) -> None:
    totals = standings(office).totals
    people = sum(totals.values())
    assert 0.37 <= totals[Verdict.QUALIFIES] / people <= 0.45
    assert 0.33 <= totals[Verdict.NOT_YET] / people <= 0.43
    assert totals[Verdict.NO_DATA] / people >= 0.12
    assert standings(office, age_limit=90).totals[Verdict.STALE] >= 6


def test_eight_people_are_close_to_the_threshold(office: Database) -> None:
    assert 6 <= len(standings(office).near_misses) <= 10


def test_two_organisations_have_nobody_and_one_rests_on_one_person(office: Database) -> None:
    found = standings(office)
    qualifying = by_organisation(found, Verdict.QUALIFIES)
    everywhere = {one.person.organisation for one in found.people}
    assert len(everywhere) == 14
    assert {name for name in everywhere if not qualifying[name]} == {
        "Satuan Polisi Pamong Praja",
        "Badan Kesatuan Bangsa dan Politik",
    }
    assert [name for name, number in qualifying.items() if number == 1] == ["Kecamatan Hulu Jaya"]


def test_more_people_qualify_from_month_to_month(office: Database) -> None:
    days = [*sample_office.HISTORY.values(), TODAY]
    numbers = [standings(office, day).totals[Verdict.QUALIFIES] for day in days]
    assert numbers == sorted(set(numbers))


def test_the_people_of_the_pictures_have_the_numbers_of_the_pictures(office: Database) -> None:
    found = standings(office, age_limit=90)
    laras = named(found, "Laras Widuri")
    assert laras.person.full_name == "Laras Widuri, S.I.Kom."
    assert laras.judgement.best is not None
    assert laras.judgement.best.distance == 546
    assert named(found, "Fajar Segara").judgement.verdict is Verdict.STALE
    assert named(found, "Citra Puspaningrum").judgement.verdict is Verdict.NOT_YET
    assert named(found, "Hendra Sukmajaya").judgement.verdict is Verdict.NO_DATA
    tiktok = {a.platform: a for a in laras.accounts}[Platform.TIKTOK].latest
    assert tiktok is not None
    assert (TODAY - tiktok.observed_on).days == 110


def test_one_account_of_a_month_ago_grew_over_the_threshold(office: Database) -> None:
    before = named(standings(office, date(2026, 10, 31)), "Teguh Bayuaji").judgement
    assert before.verdict is Verdict.NOT_YET
    assert named(standings(office), "Teguh Bayuaji").judgement.verdict is Verdict.QUALIFIES


def test_the_longest_unit_has_more_than_ninety_letters(office: Database) -> None:
    found = standings(office)
    assert max(len(one.person.unit) for one in found.people) >= 90
    assert max(len(one.person.name) for one in found.people) >= 60


def test_every_platform_is_used_by_somebody_with_many_followers(office: Database) -> None:
    tally = OfficeTally(RULE_A, TODAY)
    JudgeStandings(office).tell_each(tally.add, TODAY, Job.quiet())
    assert all(tally.by_platform[p] for p in (Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X))
