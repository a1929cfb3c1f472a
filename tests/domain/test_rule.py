"""Rules of the office's own: what they ask for on each platform, and the text they are kept as."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_D, FacebookMetric, Rule
from app.domain.rule_text import (
    rule_from_text,
    rule_from_values,
    rule_to_text,
    rule_to_values,
    rules_from_text,
    rules_to_text,
)
from tests.domain.random_rules import any_rules

IG, TT = Platform.INSTAGRAM, Platform.TIKTOK
OWN = Rule("own-1", (IG, TT), 1, 700, strictly=True, name="Duta", own_thresholds=((TT, 2000),))


def test_a_platform_may_ask_for_another_number_than_the_rest():
    assert (OWN.threshold_of(IG), OWN.threshold_of(TT)) == (700, 2000)
    assert (OWN.minimum_of(IG), OWN.minimum_of(TT)) == (701, 2001)


def test_a_published_reading_is_no_rule_of_the_office():
    assert OWN.is_own
    assert not any(rule.is_own for rule in NAMED_RULES)


@pytest.mark.parametrize(
    "wrong",
    [
        {"platforms": (IG, IG)},
        {"own_thresholds": ((Platform.X, 5),)},
        {"own_thresholds": ((IG, 5), (IG, 6))},
        {"own_thresholds": ((IG, -1),)},
        {"threshold": -1},
        {"age_limit": 0},
        {"needed": 3},
    ],
)
def test_what_contradicts_itself_cannot_be_made(wrong):
    with pytest.raises(ValueError, match=r"."):
        Rule(**({"key": "own-1", "platforms": (IG, TT), "needed": 1} | wrong))


@given(rule=any_rules())
def test_a_rule_comes_back_from_its_text_as_it_was(rule):
    text = rule_to_text(rule)
    assert rule_from_text(text) == rule
    assert rule_to_text(rule_from_text(text)) == text
    assert rule_from_values(rule_to_values(rule)) == rule
    assert "\n" not in text


@given(rules=st.lists(any_rules()))
def test_several_rules_keep_their_order(rules):
    assert rules_from_text(rules_to_text(rules)) == tuple(rules)


def test_the_text_of_a_rule_never_changes():
    """Closed periods are hashed over it."""
    assert rule_to_text(RULE_D) == (
        '{"key":"d","name":"","platforms":["instagram","facebook","x","tiktok","youtube"],'
        '"needed":3,"threshold":500,"own_thresholds":{},"strictly":true,'
        '"silence_is_no_account":false,"age_limit":null,"active_within_days":null,'
        '"consent_required":false,"facebook_metric":null}'
    )


@pytest.mark.parametrize("wrong", ["", "[]", "7", "{", '{"key":"a"}'])
def test_a_text_of_no_rule_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        rule_from_text(wrong)


@pytest.mark.parametrize("name", sorted(rule_to_values(RULE_A)))
def test_a_rule_with_one_value_of_a_wrong_kind_is_refused(name):
    spoilt = rule_to_values(Rule("own-1", (IG,), 1, facebook_metric=FacebookMetric.FRIENDS))
    spoilt[name] = 1.5
    with pytest.raises(ValueError, match=r"."):
        rule_from_text(json.dumps(spoilt))
    with pytest.raises(ValueError, match=r"."):
        rules_from_text(f"[{json.dumps(spoilt)}]")


def test_one_rule_is_no_list_of_rules():
    with pytest.raises(ValueError, match="list"):
        rules_from_text(rule_to_text(RULE_A))
