"""J10 and J12: why somebody is not in the list, and what another threshold would change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.person import Account, Person
from app.domain.rule import NAMED_RULES, RULE_A
from app.domain.verdict import Verdict, judge
from app.services.job import Job
from app.ui.parts.calm_spin import CalmSpinBox
from app.wording.reasons import reason_sentence
from app.wording.rules import rule_name
from tests.journeys.keystrokes import Clerk
from tests.journeys.twelve.at_work import ENTER, AtWork
from tests.journeys.twelve.ready_offices import Build, sample


@pytest.fixture
def build() -> Build:
    return sample


def everyone(at_work: AtWork) -> list[tuple[Person, list[Account]]]:
    return list(at_work.office.standings.everyone(at_work.office.today, Job.quiet()))


def test_j10_why_somebody_is_not_in_the_list(at_work: AtWork) -> None:
    today = at_work.office.today
    person, accounts = next(one for one in everyone(at_work) if one[0].name.startswith("Citra"))
    judgement = judge(accounts, RULE_A, today)
    assert judgement.verdict is Verdict.NOT_YET
    sentence = reason_sentence(judgement, RULE_A, today, at_work.language, facebook_friends=True)
    with at_work.counted("J10") as clerk:
        clerk.decide("why is she not in?")
        at_work.go(clerk, "standings")
        clerk.type("citr")
        clerk.press(ENTER)
        clerk.wait(lambda: sentence in at_work.said())
        clerk.decide("read the reason")
    assert person.full_name in at_work.said()


def another_threshold(clerk: Clerk, at_work: AtWork) -> CalmSpinBox:
    """The field comes under the hand, and goes down one step."""
    words = at_work.language.say("What if the threshold were")
    box = at_work.seen(CalmSpinBox, lambda one: one.accessibleName() == words)
    if at_work.by_keys:
        at_work.by_letter(clerk, box)
    else:
        clerk.click(box)
    clerk.press(Qt.Key.Key_Down)
    return box


def test_j12_another_threshold_is_answered_for_every_reading(at_work: AtWork) -> None:
    language, today = at_work.language, at_work.office.today
    with at_work.counted("J12") as clerk:
        clerk.decide("how many would it be?")
        at_work.go(clerk, "standings")
        last = rule_name(NAMED_RULES[-1], language)
        clerk.wait(lambda: any(one.startswith(f"{last}: ") for one in at_work.spoken()))
        box = another_threshold(clerk, at_work)
        for _ in range(6):
            clerk.decide("read one number")
    assert box.value() == 450
    for rule in NAMED_RULES:
        now, then = (
            sum(
                judge(accounts, replace(rule, threshold=threshold), today, person.consent).verdict
                is Verdict.QUALIFIES
                for person, accounts in everyone(at_work)
            )
            for threshold in (500, 450)
        )
        change = f" +{language.number(then - now)}" if then > now else ""
        number = language.say_many("{count} person qualifies", "{count} people qualify", then)
        assert f"{rule_name(rule, language)}: {number}{change}" in at_work.spoken()
