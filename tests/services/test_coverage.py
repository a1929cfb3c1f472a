"""Coverage of the sample office: its numbers agree with a direct count, and its team covers."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.coverage import Demand, Level, covered_by
from app.domain.errors import Cancelled
from app.domain.nip import Generations
from app.domain.platform import RECORDED
from app.domain.rule import NAMED_RULES, RULE_A
from app.domain.verdict import Verdict, judge
from app.paths import resources
from app.services.coverage import Coverage
from app.services.job import Job
from app.services.sample_office import fill_sample_office
from app.services.workplace import Workplace
from app.wording.language import Language

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    path = tmp_path_factory.mktemp("office") / "contoh.db"
    with open_workplace(path, create=True, language=Language("en", Path())) as made:
        samples = resources() / "samples"
        fill_sample_office(samples, made.importing, made.preferences, Job.quiet())
        yield made


def seen(office: Workplace, age_limit: int | None = None) -> Coverage:
    rule = RULE_A.with_age_limit(age_limit)
    return office.coverage.coverage(rule, TODAY, Generations.BPS, Job.quiet())


@pytest.mark.parametrize("generation", [None, "x", "y", "z"])
def test_the_matrix_equals_a_direct_count(office: Workplace, generation: str | None) -> None:
    everyone = [
        (person, accounts)
        for person, accounts in office.standings.everyone(TODAY, Job.quiet())
        if generation in (None, Generations.BPS.of(person.nip.birth_date.year))
    ]
    units = seen(office).units(generation)
    assert sum(unit.people for unit in units) == len(everyone)
    for unit in units:
        own = [accounts for person, accounts in everyone if person.organisation == unit.name]
        assert unit.qualifying == sum(
            judge(accounts, RULE_A, TODAY).verdict is Verdict.QUALIFIES for accounts in own
        )
        for platform in RECORDED:
            assert unit.reached[platform] == sum(
                account.platform is platform
                and account.latest is not None
                and account.latest.interval.low >= 500
                for accounts in own
                for account in accounts
            )


def test_the_finer_matrix_equals_a_direct_count_and_sums_to_the_coarse_one(
    office: Workplace,
) -> None:
    everyone = office.standings.everyone(TODAY, Job.quiet())
    coarse = {unit.name: unit for unit in seen(office).units()}
    finer = seen(office).units(level=Level.UNITS)
    assert len({(unit.name, unit.within) for unit in finer}) == len(finer) > len(coarse)
    for unit in finer:
        own = [
            (person, accounts)
            for person, accounts in everyone
            if person.organisation == unit.name
            and ("" if person.unit == unit.name else person.unit) == unit.within
        ]
        assert unit.people == len(own)
        assert unit.nips == {person.nip.digits for person, _ in own}
        assert unit.qualifying == sum(
            judge(accounts, RULE_A, TODAY).verdict is Verdict.QUALIFIES for _, accounts in own
        )
    for name, unit in coarse.items():
        inside = [one for one in finer if one.name == name]
        assert unit.people == sum(one.people for one in inside)
        assert unit.qualifying == sum(one.qualifying for one in inside)
        for platform in RECORDED:
            assert unit.reached[platform] == sum(one.reached[platform] for one in inside)


def test_whoever_alone_qualifies_in_a_finer_unit_is_named(office: Workplace) -> None:
    coverage = seen(office)
    found = office.coverage.team(coverage, Demand.FINER_UNITS, Job.quiet())
    lonely = {
        (unit.name, unit.within)
        for unit in coverage.units(level=Level.UNITS)
        if unit.qualifying == 1 and unit.within
    }
    assert {(one.unit, one.within) for one, _ in found.alone} == lonely
    assert lonely


def test_the_two_organisations_without_anybody_are_holes(office: Workplace) -> None:
    holes = {unit.name for unit in seen(office).units() if not unit.qualifying}
    assert holes == {"Satuan Polisi Pamong Praja", "Badan Kesatuan Bangsa dan Politik"}


@pytest.mark.parametrize("demand", list(Demand))
def test_the_team_covers_what_everyone_covers(office: Workplace, demand: Demand) -> None:
    coverage = seen(office)
    found = office.coverage.team(coverage, demand, Job.quiet())
    qualifying = [one for one in coverage.people if one.qualifies]
    everything = frozenset().union(*(covered_by(one, demand) for one in qualifying))
    by_team = frozenset().union(*(covered_by(one, demand) for one in found.team))
    assert by_team == everything
    assert found.things == len(everything)
    assert found.at_least == len(found.team) <= found.greedy
    assert all(one.qualifies for one in found.team)


def test_for_every_organisation_its_furthest_reaching_person_is_taken(office: Workplace) -> None:
    coverage = seen(office)
    team = office.coverage.team(coverage, Demand.UNITS, Job.quiet()).team
    assert len(team) == 12
    for one in team:
        rivals = [two.reach for two in coverage.people if two.unit == one.unit and two.qualifies]
        assert one.reach == max(rivals)


def test_one_organisation_rests_on_one_person(office: Workplace) -> None:
    alone = office.coverage.team(seen(office), Demand.UNITS, Job.quiet()).alone
    assert [(one.unit, things) for one, things in alone] == [
        ("Kecamatan Hulu Jaya", frozenset({"Kecamatan Hulu Jaya"}))
    ]


def test_generations_sum_to_everyone_under_either_scheme(office: Workplace) -> None:
    everyone = office.standings.everyone(TODAY, Job.quiet())
    for scheme in Generations:
        found = office.coverage.coverage(RULE_A, TODAY, scheme, Job.quiet())
        assert sum(share.people for share in found.shares) == len(everyone)
        qualifying = sum(one.qualifies for one in found.people)
        assert sum(share.qualifying for share in found.shares) == qualifying
        for share in found.shares:
            years = [person.nip.birth_date.year for person, _ in everyone]
            assert share.people == sum(scheme.of(year) == share.key for year in years)


def test_reach_is_an_interval_of_sums(office: Workplace) -> None:
    coverage = seen(office)
    sure = sum(one.reach for one in coverage.people if one.qualifies)
    assert coverage.reach.low == sure
    assert coverage.reach.high is None or coverage.reach.high > sure


def test_who_goes_stale_is_whom_the_age_limit_drops_in_a_month(office: Workplace) -> None:
    assert seen(office).going_stale == []
    found = seen(office, age_limit=20)
    later = found.as_of.replace(month=12)
    by_judging = [
        person.id
        for person, accounts in office.standings.everyone(TODAY, Job.quiet())
        if judge(accounts, found.rule, TODAY).verdict is Verdict.QUALIFIES
        and judge(accounts, found.rule, later).verdict is not Verdict.QUALIFIES
    ]
    assert [one.id for one in found.going_stale] == by_judging
    assert by_judging


def test_who_retires_within_a_year_comes_the_soonest_first(office: Workplace) -> None:
    leaving = seen(office).leaving
    assert [one.when.latest for one in leaving] == sorted(one.when.latest for one in leaving)
    assert all(one.when.earliest <= date(2027, 11, 20) for one in leaving)


def test_a_team_that_is_looked_for_can_be_stopped(office: Workplace) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        office.coverage.coverage(RULE_A, TODAY, Generations.BPS, Job(lambda *_: None, stop))


def test_ladders_answer_two_thresholds_for_every_reading(office: Workplace) -> None:
    everyone = office.standings.everyone(TODAY, Job.quiet())
    ladders = office.standings.ladders(everyone, TODAY, NAMED_RULES)
    assert set(ladders) == {"a", "b", "c", "d"}
    for rule in NAMED_RULES:
        for threshold in (450, 500):
            tried = replace(rule, threshold=threshold)
            verdicts = [judge(accounts, tried, TODAY).verdict for _, accounts in everyone]
            numbers = ladders[rule.key].qualifying(tried.minimum)
            assert numbers == verdicts.count(Verdict.QUALIFIES)


def test_whoever_is_near_and_grows_is_estimated_from_their_own_counts(office: Workplace) -> None:
    standings = office.standings.under(RULE_A, TODAY, Job.quiet())
    near = standings.near_misses
    found = office.standings.crossings(near, RULE_A, TODAY)
    assert found
    assert set(found) <= {one.person.id for one in near}
    assert all(0 <= one.soonest <= one.latest for one in found.values())
