"""Rules of the office's own among its settings: kept in order, chosen like a reading."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, RULE_A, Rule
from app.paths import resources
from app.services.preferences import Preferences
from app.services.workplace import Workplace
from app.storage.settings import save_setting
from app.wording.language import Language

AMBASSADORS = Rule(
    "own-1",
    (Platform.INSTAGRAM, Platform.TIKTOK),
    2,
    700,
    age_limit=30,
    name="Duta",
    own_thresholds=((Platform.TIKTOK, 2000),),
)
WRITERS = Rule("own-2", (Platform.X,), 1, name="Penulis")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    language = Language("id", resources() / "locale")
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as opened:
        yield opened


def test_own_rules_are_kept_in_their_order_and_one_of_them_is_chosen(office: Workplace) -> None:
    office.preferences.save(Preferences(own_rules=(AMBASSADORS, WRITERS), rule_key="own-2"))
    kept = office.preferences.preferences()
    assert kept.own_rules == (AMBASSADORS, WRITERS)
    assert kept.rule == WRITERS
    assert [rule.key for rule in kept.rules] == ["a", "b", "c", "d", "own-1", "own-2"]


def test_the_conditions_of_the_office_are_for_readings_and_own_rules_have_theirs() -> None:
    chosen = Preferences(own_rules=(AMBASSADORS,), age_limit=90, consent_required=True)
    assert chosen.rules[0] == replace(RULE_A, age_limit=90, consent_required=True)
    assert chosen.rule_of("own-1") == AMBASSADORS


def test_a_chosen_rule_that_is_gone_gives_way_to_the_first_reading(office: Workplace) -> None:
    office.preferences.save(Preferences(own_rules=(WRITERS,), rule_key="own-2"))
    office.preferences.save(replace(office.preferences.preferences(), own_rules=()))
    assert office.preferences.preferences().rule == RULE_A


def test_a_spoilt_text_of_rules_leaves_the_readings(office: Workplace, tmp_path: Path) -> None:
    with office.database.writing() as tx:
        save_setting(tx, "own_rules", "[{")
    assert office.preferences.preferences().rules == NAMED_RULES
