"""Whoever withdraws consent leaves every output; whoever only refuses stays in all of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.person import Consent, Person
from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, RULE_A, Conditions
from app.domain.verdict import Verdict
from app.paths import resources
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language

DAY = date(2026, 11, 20)
CANARY, OTHER = "Kenari Pamitan", "Bagas Tetap"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(
        tmp_path / "kantor.db", create=True, language=Language("id", resources() / "locale")
    ) as opened:
        for number, name in enumerate((CANARY, OTHER), 1):
            nip = Nip(f"198501012010011{number:03}")
            opened.people.add(Person(nip, name, organisation=f"Dinas {name.split()[0]}"))
            opened.recording.record([Entry(number, Platform.INSTAGRAM, "900")], DAY)
        yield opened


def qualifying(office: Workplace) -> dict[str, int]:
    """How many qualify with 500 under each published reading."""
    everyone = office.standings.everyone(DAY, Job.quiet())
    ladders = office.standings.ladders(everyone, DAY, NAMED_RULES)
    return {key: ladder.qualifying(500) for key, ladder in ladders.items()}


def outputs(office: Workplace) -> dict[str, str]:
    """Everything that leaves the program, as text."""
    standings = office.standings.under(RULE_A, DAY, Job.quiet())
    book = office.report.build(standings.people, RULE_A, DAY, office.preferences.office())
    overview = office.overview.overview(RULE_A, DAY, Job.quiet())
    return {
        "standings": repr(standings),
        "numbers": repr(qualifying(office)),
        "report": repr(book),
        "overview": repr(overview),
        "months": repr(office.overview.months(RULE_A, DAY, Job.quiet())),
        "grid": repr(office.recording.grid(DAY, Job.quiet())),
        "forms": repr(office.forms.organisations()),
    }


def test_a_withdrawn_person_leaves_every_output(office: Workplace) -> None:
    before = outputs(office)
    for name in ("standings", "report", "overview", "grid", "forms"):
        assert "Kenari" in before[name], name
    office.people.set_consent(1, Consent.WITHDRAWN)
    for name, text in outputs(office).items():
        assert "Kenari" not in text, name
    assert max(qualifying(office).values()) == 1
    office.undoing.undo_last()
    assert outputs(office) == before


@pytest.mark.parametrize("rule", NAMED_RULES, ids=lambda rule: rule.key)
def test_a_refusal_removes_nobody_and_changes_no_published_verdict(office: Workplace, rule) -> None:
    before = office.standings.under(rule, DAY, Job.quiet()).totals
    office.people.set_consent(1, Consent.REFUSED)
    assert office.standings.under(rule, DAY, Job.quiet()).totals == before
    asked = rule.with_conditions(Conditions(consent_required=True))
    judged = {
        one.person.name: one.judgement.verdict
        for one in office.standings.under(asked, DAY, Job.quiet()).people
    }
    assert judged[CANARY] is Verdict.NOT_YET
