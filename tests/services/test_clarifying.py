"""Perlu klarifikasi: who is asked about, what a decision does to every output, and its way back."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.clarification import Decision, InnocentReason
from app.domain.jump import Shape, jumps
from app.domain.merging import Merge
from app.domain.nip import Generations, Nip
from app.domain.person import Account, Consent, Person, Service
from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, RULE_A
from app.domain.verdict import Standing, Verdict
from app.services.clarifying import Clarifications
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language

TODAY = date(2026, 11, 20)
BEFORE = TODAY - timedelta(days=31)
IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "k.db", create=True, language=Language("en", Path())) as opened:
        for at in range(1, 5):
            opened.people.add(Person(Nip(f"19870314201001200{at}"), f"Pegawai {at}", unit="IKP"))
        yield opened


def count(office: Workplace, person: int, written: str, day: date, platform: Platform = IG) -> None:
    office.recording.record([Entry(person, platform, written)], day)


def jumped(office: Workplace, person: int = 1) -> None:
    """From far below the threshold to far above it, in a month."""
    count(office, person, "214", BEFORE)
    count(office, person, "12400", TODAY)


def look(office: Workplace, as_of: date = TODAY) -> Clarifications:
    return office.clarifying.look(RULE_A, as_of, Job.quiet())


def verdict(office: Workplace, person: int = 1, as_of: date = TODAY) -> Verdict:
    people = office.standings.under(RULE_A, as_of, Job.quiet()).people
    return next(one.judgement.verdict for one in people if one.person.id == person)


def test_a_jump_is_asked_about_and_changes_no_verdict_by_itself(office: Workplace) -> None:
    jumped(office)
    count(office, 2, "600", BEFORE)
    count(office, 2, "640", TODAY)
    (asked,) = look(office).open
    assert (asked.person.id, asked.platform, asked.decides) == (1, IG, True)
    assert [one.shape for one in asked.jumps] == [Shape.RISE]
    assert [one.interval.low for one in asked.counts] == [214, 12400]
    assert verdict(office) is Verdict.QUALIFIES


def test_what_is_in_order_is_not_asked_about_again_and_counts_as_ever(office: Workplace) -> None:
    jumped(office)
    (asked,) = look(office).open
    office.clarifying.explain(asked, InnocentReason.VIRAL, "video banjir")
    seen = look(office)
    assert seen.open == []
    (explained,) = seen.explained
    (made,) = explained.decisions
    assert (made.innocent, made.note, made.by) == (InnocentReason.VIRAL, "video banjir", "")
    assert verdict(office) is Verdict.QUALIFIES
    # The grid does not ask either.
    assert office.checking.doubts(_people(office), TODAY) == {}
    office.undoing.undo_last()
    assert len(look(office).open) == 1
    assert office.checking.doubts(_people(office), TODAY) != {}


def test_a_later_jump_is_asked_about_anew(office: Workplace) -> None:
    jumped(office)
    office.clarifying.explain(look(office).open[0], InnocentReason.EVENT, "")
    later = TODAY + timedelta(days=30)
    count(office, 1, "90000", later)
    (asked,) = look(office, later).open
    assert [one.after.interval.low for one in asked.jumps] == [90000]
    assert len(asked.decisions) == 1


def test_an_excluded_account_leaves_every_output_and_comes_back(office: Workplace) -> None:
    jumped(office)
    count(office, 1, "480", TODAY, FB)
    office.clarifying.exclude(look(office).open[0], " pengikut dibeli ")
    seen = look(office)
    assert seen.open == []
    (excluded,) = seen.excluded
    (made,) = excluded.decisions
    assert (made.decision, made.note, made.since) == (Decision.EXCLUDED, "pengikut dibeli", TODAY)
    assert verdict(office) is Verdict.NOT_YET
    (one,) = [p for p in office.standings.under(RULE_A, TODAY, Job.quiet()).people if p.accounts]
    assert [r.standing for r in one.judgement.reasons[:2]] == [Standing.BELOW, Standing.EXCLUDED]
    coverage = office.coverage.coverage(RULE_A, TODAY, Generations.BPS, Job.quiet())
    assert coverage.reach.low == 0
    # Before the doubted count nothing is different.
    assert verdict(office, as_of=BEFORE) is Verdict.NOT_YET
    office.clarifying.take_back(excluded.decisions)
    assert verdict(office) is Verdict.QUALIFIES
    (asked,) = look(office).open
    # The log forgets nothing: what was decided, and that it was taken back.
    assert [(one.note, one.taken_back is not None) for one in asked.past] == [
        ("pengikut dibeli", True)
    ]
    assert asked.decisions == []
    office.undoing.undo_last()
    assert verdict(office) is Verdict.NOT_YET
    office.undoing.undo_last()
    assert verdict(office) is Verdict.QUALIFIES
    assert office.findings() == []


def test_a_new_count_does_not_end_an_exclusion(office: Workplace) -> None:
    jumped(office)
    office.clarifying.exclude(look(office).open[0], "pengikut dibeli")
    count(office, 1, "12500", TODAY + timedelta(days=30))
    assert verdict(office, as_of=TODAY + timedelta(days=30)) is Verdict.NOT_YET


def test_a_slip_that_the_grid_was_told_is_right_is_asked_about_no_more(office: Workplace) -> None:
    count(office, 1, "451", BEFORE)
    count(office, 1, "540", TODAY)
    (asked,) = look(office).open
    assert [one.meant for one in asked.jumps] == [450]
    office.checking.confirm(asked.jumps[0].after.id)
    assert look(office).open == []


def test_a_count_taken_back_is_no_jump(office: Workplace) -> None:
    jumped(office)
    office.people.take_counts_back([look(office).open[0].jumps[0].after.id])
    assert look(office).open == []


def test_a_merged_record_takes_its_decisions_along(office: Workplace) -> None:
    jumped(office, 2)
    office.clarifying.exclude(look(office).open[0], "pengikut dibeli")
    one, other = office.people.records(1, 2)
    merge = Merge(
        stays=1,
        goes=2,
        reason="satu orang",
        texts={},
        accounts={**one.accounts, **other.accounts},
        consent=Consent.UNKNOWN,
        consent_on=None,
        service=Service.ACTIVE,
    )
    office.people.merge(merge)
    assert [found.person.id for found in look(office).excluded] == [1]
    assert verdict(office) is Verdict.NOT_YET
    office.undoing.undo_last()
    assert [found.person.id for found in look(office).excluded] == [2]
    assert office.findings() == []


def test_who_withdrew_consent_is_not_asked_about(office: Workplace) -> None:
    jumped(office)
    office.people.set_consent(1, Consent.WITHDRAWN)
    assert look(office).suspects == []


@pytest.mark.parametrize("rule", NAMED_RULES, ids=lambda rule: rule.key)
def test_the_wide_net_misses_no_jump_that_the_rule_finds(office: Workplace, rule) -> None:
    """The database leaves out most histories; whatever is left out has no jump."""
    chance = random.Random(5)
    entries = [
        (person, platform, chance.choice((3, 90, 214, 450, 480, 505, 540, 900, 1400, 12400)))
        for person in range(1, 5)
        for platform in Platform
    ]
    for month in range(6):
        day = TODAY - timedelta(days=30 * month)
        for person, platform, number in entries:
            factor = chance.choice((1, 1, 1.02, 1.1, 1.3, 2.5, 0.3))
            count(office, person, str(round(number * factor)), day, platform)
    asked = {(one.person.id, one.platform): one.jumps for one in _open(office, rule)}
    for person in range(1, 5):
        histories = office.people.card(person, TODAY).histories
        for platform, counts in histories.items():
            found = jumps(platform, counts, rule.minimum_of(platform), TODAY)
            assert list(asked.get((person, platform), [])) == found


def _open(office: Workplace, rule) -> list:
    return office.clarifying.look(rule, TODAY, Job.quiet()).open


def _people(office: Workplace) -> list[tuple[int, tuple[Account, ...]]]:
    return [(one.person.id, one.accounts) for one in office.recording.grid(TODAY, Job.quiet())]
