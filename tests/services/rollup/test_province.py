"""What the province sees of all that it received, through the doors of an office."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from app.domain.nip import Nip
from app.domain.period import Period
from app.domain.person import Consent, Person
from app.domain.rollup.merged import Presence, RollUp
from app.domain.rule import RULE_A, RULE_B
from app.domain.verdict import Verdict
from app.domain.verdict_change import Cause
from app.services.job import Job
from app.services.rollup.dividing import Splitting
from app.services.workplace import Workplace
from app.storage.submissions import forget_in_submissions
from tests.services.rollup.offices import NOVEMBER, OCTOBER, fill, nip, opened, send


@pytest.fixture
def others(tmp_path: Path) -> list[Path]:
    """Two more offices; the person of number 5 stands in the first one too, seen later there."""
    paths = []
    for name, counts in (("Kabupaten Bukit", {5: "20", 6: "700"}), ("Kota Cahaya", {7: "88"})):
        with opened(tmp_path / f"{name}.db", name) as place:
            fill(place, counts, date(2026, 10, 25))
            paths += send(place, tmp_path / f"{name}.xlsx")
    return paths


def rollup_of(province: Workplace, period: Period = OCTOBER, **asked: bool) -> RollUp:
    return province.upwards.merging.rollup(period, RULE_A, Job.quiet(), **asked)


def receive(province: Workplace, *paths: Path) -> None:
    receipt = province.upwards.receiving.receive(paths, Job.quiet())
    assert [one.error for one in receipt.files] == [None] * len(paths)


def test_the_order_and_the_parts_in_which_it_comes_change_nothing(
    regency: Workplace, others: list[Path], tmp_path: Path
) -> None:
    whole = send(regency, tmp_path / "utuh.xlsx")
    closing = regency.periods.closed()[0]
    parts = regency.upwards.writing.of_closing(
        closing.id, tmp_path / "bagian.xlsx", Job.quiet(), Splitting(most_people=2)
    ).paths
    dice = Random(3)
    seen = []
    for number, paths in enumerate(
        ([*whole, *others], [*others, *parts], [*parts, *whole, *others])
    ):
        dice.shuffle(paths)
        with opened(tmp_path / f"p{number}.db", "Provinsi Langit") as province:
            for path in paths:
                receive(province, path)
            found = rollup_of(province)
            people = {(one.nip, one.verdict, one.place.office) for one in found.traced()}
            seen.append((found.figures, people, [one.nip for one in found.doubled]))
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0].people == 7


def test_a_person_in_two_offices_is_counted_once_and_named_with_both(
    regency: Workplace, province: Workplace, others: list[Path], tmp_path: Path
) -> None:
    receive(province, *send(regency, tmp_path / "awan.xlsx"), *others)
    found = rollup_of(province)
    (doubled,) = found.doubled
    assert (doubled.nip, doubled.name) == (nip(5), "Orang 5")
    # Seen on 25 October there, on 18 October here.
    assert doubled.counted.office == "Kabupaten Bukit"
    assert [place.office for place in doubled.others] == ["Kabupaten Awan"]
    here = found.office("kabupaten awan")
    assert here is not None
    assert (here.elsewhere, here.figures.people, sum(here.totals.values())) == (1, 4, 5)
    people = province.upwards.merging.people(found, here.key, Job.quiet())
    assert nip(5) not in [one.person.nip.digits for one in people]
    assert len(people) == here.figures.people


def test_people_of_an_office_are_judged_by_the_rule_of_the_province(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    receive(province, *send(regency, tmp_path / "awan.xlsx"))
    merging = province.upwards.merging
    found = merging.rollup(OCTOBER, RULE_B, Job.quiet())
    (office,) = found.offices
    assert office.is_rejudged
    assert office.changed[Verdict.QUALIFIES, Verdict.NO_DATA] == 3
    people = merging.people(found, office.key, Job.quiet())
    counted = dict.fromkeys(Verdict, 0)
    for one in people:
        counted[one.judgement.verdict] += 1
    assert counted == found.figures.verdicts


def test_the_list_of_offices_says_who_is_missing(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    merging = province.upwards.merging
    pasted = "Kab. Awan\r\n\n  Kabupaten Bukit \nKABUPATEN BUKIT\n"
    assert merging.expect([pasted, "Kota Cahaya"]) == (
        *("Kab. Awan", "Kabupaten Bukit", "Kota Cahaya"),
    )
    assert merging.expected() == ("Kab. Awan", "Kabupaten Bukit", "Kota Cahaya")
    receive(province, *send(regency, tmp_path / "awan.xlsx"))
    found = rollup_of(province)
    assert [one.name for one in found.counted_offices] == ["Kab. Awan"]
    assert [one.name for one in found.absent] == ["Kabupaten Bukit", "Kota Cahaya"]


def test_an_office_of_an_earlier_period_is_remembered_and_used_only_as_chosen(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    receive(province, *send(regency, tmp_path / "awan.xlsx"))
    assert province.upwards.merging.periods() == [OCTOBER]
    (left,) = rollup_of(province, NOVEMBER).absent
    assert (left.name, left.presence, left.is_expected) == (
        *("Kabupaten Awan", Presence.LEFT_OUT, False),
    )
    used = rollup_of(province, NOVEMBER, other_periods=True)
    assert used.offices[0].presence is Presence.OTHER_PERIOD
    assert used.figures.people == 5


def test_a_re_sent_revision_counts_and_its_difference_is_told(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    receive(province, *send(regency, tmp_path / "satu.xlsx"))
    fill(regency, {3: "640", 4: "40"}, date(2026, 10, 30))
    regency.people.add(Person(Nip(nip(8)), "Orang 8", organisation="Dinas 2"))
    ids = {one.nip.digits: one.id for one in regency.people.everyone()}
    regency.people.set_consent(ids[nip(1)], Consent.WITHDRAWN)
    second = send(regency, tmp_path / "dua.xlsx")
    receive(province, *second)
    (office,) = rollup_of(province).offices
    assert office.arrived is not None
    assert office.arrived.sending.revision == 2
    (older,) = office.others
    told = province.upwards.merging.difference(older, office.arrived, Job.quiet())
    assert [one.person.name for one in told.new] == ["Orang 8"]
    assert [one.person.name for one in told.gone] == ["Orang 1"]
    assert [new.person.name for _, new in told.counted] == ["Orang 3", "Orang 4"]
    assert [(one.cause, one.was, one.now) for one in told.verdicts] == [
        (Cause.COUNT, Verdict.NOT_YET, Verdict.QUALIFIES),
        (Cause.COUNT, Verdict.NO_DATA, Verdict.NOT_YET),
    ]
    same = province.upwards.merging.difference(older, older, Job.quiet())
    assert same.is_empty
    # Whichever comes first, the newest revision counts.
    with opened(tmp_path / "p2.db", "Provinsi Langit") as other:
        receive(other, *second, tmp_path / "satu.xlsx")
        assert rollup_of(other).figures == rollup_of(province).figures


def test_parts_that_are_not_here_are_told_as_people(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    paths = send(regency, tmp_path / "awan.xlsx", splitting=Splitting(most_people=2))
    receive(province, paths[0], paths[2])
    found = rollup_of(province)
    assert (found.figures.people, found.lacking) == (3, 2)
    assert found.offices[0].arrived is not None
    assert found.offices[0].arrived.parts == (2, 3)


def test_somebody_is_found_with_file_sheet_and_row(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    receive(province, *send(regency, tmp_path / "awan.xlsx"))
    merging = province.upwards.merging
    found = rollup_of(province)
    (one,) = merging.find(found, "orang  3")
    assert one.nip == nip(3)
    assert one.place.words[:2] == ("awan.xlsx", "Civil servants")
    assert merging.find(found, nip(3)[:18]) == [one]
    assert len(merging.find(found, "19870314", most=2)) == 2
    assert merging.find(found, " ") == []


def test_whoever_is_forgotten_or_withdraws_here_is_in_no_figure(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    receive(province, *send(regency, tmp_path / "awan.xlsx"))
    with province.database.writing() as tx:
        forget_in_submissions(tx, [nip(1)])
    mine = province.people.add(Person(Nip(nip(2)), "Orang 2"))
    province.people.set_consent(mine, Consent.WITHDRAWN)
    found = rollup_of(province)
    assert nip(1) not in [one.nip for one in found.traced()]
    assert nip(2) not in [one.nip for one in found.traced()]
    assert (found.figures.people, found.offices[0].forgotten, found.lacking) == (3, 2, 0)
    assert province.findings() == []


def test_the_sending_of_today_gives_way_to_the_closing(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    writing, job = regency.upwards.writing, Job.quiet()
    (closed,) = send(regency, tmp_path / "tutup.xlsx")
    fill(regency, {3: "640"}, date(2026, 10, 30))
    today = writing.of_today(OCTOBER, RULE_A, OCTOBER.last, tmp_path / "kini.xlsx", job)
    receive(province, *today.paths)
    assert rollup_of(province).figures.qualifying == 4
    receive(province, closed)
    assert rollup_of(province).figures.qualifying == 3


def test_a_rule_of_another_name_is_no_other_rule(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    receive(province, *send(regency, tmp_path / "awan.xlsx"))
    own = replace(RULE_A, key="own-3", name="Duta")
    found = province.upwards.merging.rollup(OCTOBER, own, Job.quiet())
    assert not found.offices[0].is_rejudged
    people = province.upwards.merging.people(found, found.offices[0].key, Job.quiet())
    assert len(people) == 5
