"""Counting person by person gives the numbers that a list of everyone gives."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.count import Interval
from app.domain.coverage import generation_shares, members, reached, units
from app.domain.coverage_tally import CoverageTally
from app.domain.nip import Generations, Nip
from app.domain.person import Account, Count, Person, Source
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge

TODAY = date(2026, 11, 20)
PLACES = st.sampled_from(["", "Dinas Kesehatan", "Badan Riset", "Bidang 1"])
ACCOUNTS = st.lists(
    st.tuples(st.sampled_from(list(Platform)), st.integers(0, 1000)),
    max_size=3,
    unique_by=lambda pair: pair[0],
)
PEOPLE = st.lists(st.tuples(st.integers(1950, 2005), PLACES, PLACES, ACCOUNTS), max_size=12)


@given(PEOPLE)
@settings(max_examples=40, deadline=None)
def test_the_tally_gives_what_a_list_of_everyone_gives(
    office: list[tuple[int, str, str, list[tuple[Platform, int]]]],
) -> None:
    tally, judged = CoverageTally(), []
    for number, (year, organisation, unit, counts) in enumerate(office, 1):
        nip = Nip(f"{year}0101201001{number % 10:01}{number:03}")
        person = Person(nip, f"Pegawai {number}", organisation=organisation, unit=unit, id=number)
        accounts = tuple(
            Account(platform, latest=Count(Interval.of(many), TODAY, Source.TYPED, str(many)))
            for platform, many in counts
        )
        one = PersonStanding(person, accounts, judge(accounts, RULE_A, TODAY))
        judged.append(one)
        qualifies = one.judgement.verdict is Verdict.QUALIFIES
        tally.add(person, reached(accounts, RULE_A), qualifies=qualifies)
    listed = members(judged, RULE_A, Generations.BPS)
    assert tally.units() == units(listed)
    for scheme in Generations:
        assert tally.generations(scheme) == generation_shares(listed, scheme)
