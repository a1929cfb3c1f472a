"""One look at the office: totals that agree, why rows wait, the ends of past months."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import open_workplace
from app.domain.count import Interval
from app.domain.coverage import GenerationShare
from app.domain.nip import NipFlaw
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.months import MonthTotal
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language

TODAY = date(2026, 11, 20)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    """Six people in two units, and one row whose NIP is too short."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["No", "Nama", "NIP", "Unit Kerja"])
    for number in range(1, 7):
        nip = f"19850101201001100{number}"
        sheet.append([number, f"Pegawai {number}", nip, f"Bidang {number % 2}"])
    sheet.append([7, "Pegawai 7", "1985010120100110", "Bidang 1"])
    path = tmp_path / "roster.xlsx"
    book.save(path)
    language = Language("en", Path())
    with open_workplace(tmp_path / "office.db", create=True, language=language) as made:
        made.importing.import_files([path], TODAY, Job.quiet())
        yield made


def count(office: Workplace, place: int, written: str, day: date) -> None:
    row = office.recording.grid(TODAY, Job.quiet())[place]
    office.recording.record([Entry(row.person.id, Platform.INSTAGRAM, written)], day)


def nips(office: Workplace, place: int) -> frozenset[str]:
    row = office.recording.grid(TODAY, Job.quiet())[place]
    return frozenset({row.person.nip.digits})


def test_the_reasons_of_held_rows_sum_to_their_number(office: Workplace) -> None:
    seen = office.overview.overview(RULE_A, TODAY, Job.quiet())
    assert seen.held_rows == 1
    assert dict(seen.held_reasons) == {NipFlaw.NIK: 1}


def test_the_months_begin_with_the_first_one_that_has_a_count(office: Workplace) -> None:
    count(office, 0, "900", date(2026, 9, 30))
    count(office, 1, "700", date(2026, 10, 2))
    count(office, 0, "300", date(2026, 11, 3))
    first, second = nips(office, 0), nips(office, 1)
    assert office.overview.months(RULE_A, TODAY, Job.quiet()) == [
        MonthTotal(date(2026, 9, 30), first, first, Interval.of(900)),
        MonthTotal(date(2026, 10, 31), first | second, first | second, Interval.of(1600)),
        MonthTotal(TODAY, second, first | second, Interval.of(1000)),
    ]


def test_a_rounded_count_makes_the_followers_of_its_months_rounded(office: Workplace) -> None:
    count(office, 0, "900", date(2026, 9, 30))
    count(office, 1, "1,2 rb", TODAY)
    september, _, now = office.overview.months(RULE_A, TODAY, Job.quiet())
    assert september.followers == Interval.of(900)
    assert now.followers == Interval(900 + 1150, 900 + 1299, exact=False)


def test_a_new_office_knows_only_today(office: Workplace) -> None:
    count(office, 0, "900", TODAY)
    assert [one.as_of for one in office.overview.months(RULE_A, TODAY, Job.quiet())] == [TODAY]


def test_an_office_without_counts_knows_nobody(office: Workplace) -> None:
    assert office.overview.months(RULE_A, TODAY, Job.quiet()) == [
        MonthTotal(TODAY, frozenset(), frozenset(), Interval.of(0))
    ]


def test_a_past_month_is_judged_by_the_age_limit_of_today(office: Workplace) -> None:
    count(office, 0, "900", date(2026, 7, 1))
    found = office.overview.months(RULE_A.with_age_limit(60), TODAY, Job.quiet())
    assert [len(one.qualifying) for one in found] == [1, 0, 0, 0, 0]


def test_a_year_is_looked_back_on_at_most(office: Workplace) -> None:
    count(office, 0, "900", date(2020, 7, 1))
    found = office.overview.months(RULE_A, TODAY, Job.quiet())
    assert [found[0].as_of, len(found)] == [date(2025, 12, 31), 12]
    assert {len(one.qualifying) for one in found} == {1}


@given(
    counts=st.lists(
        st.tuples(
            st.integers(0, 5),
            st.sampled_from([Platform.INSTAGRAM, Platform.X]),
            st.sampled_from(["100", "499", "500", "900", "500+"]),
            st.dates(date(2025, 11, 1), TODAY),
        ),
        min_size=1,
        max_size=12,
    ),
    age=st.sampled_from([None, 45]),
)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_month_is_what_a_look_at_its_last_day_alone_finds(
    office: Workplace, counts: list[tuple[int, Platform, str, date]], age: int | None
) -> None:
    rows = office.recording.grid(TODAY, Job.quiet())
    for place, platform, written, day in counts:
        office.recording.record([Entry(rows[place].person.id, platform, written)], day)
    rule = RULE_A.with_age_limit(age)
    for month in office.overview.months(rule, TODAY, Job.quiet()):
        alone = office.standings.under(rule, month.as_of, Job.quiet())
        qualifying = {
            one.person.nip.digits
            for one in alone.people
            if one.judgement.verdict is Verdict.QUALIFIES
        }
        assert month.qualifying == qualifying


def test_the_generations_sum_to_everyone(office: Workplace) -> None:
    count(office, 0, "900", TODAY)
    seen = office.overview.overview(RULE_A, TODAY, Job.quiet())
    assert list(seen.generations) == [GenerationShare("y", 6, 1)]
