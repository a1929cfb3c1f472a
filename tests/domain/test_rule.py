"""Rules of the office's own: what they ask for on each platform, and the text they are kept as."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.platform import Platform
from app.domain.rule import (
    NAMED_RULES,
    RULE_A,
    RULE_D,
    Conditions,
    FacebookMetric,
    Rule,
    named_rule,
)
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
    ("wrong", "why"),
    [
        ({"platforms": (IG, IG)}, "a platform counts once"),
        ({"own_thresholds": ((Platform.X, 5),)}, "a threshold of its own is for one platform"),
        ({"own_thresholds": ((IG, 5), (IG, 6))}, "a threshold of its own is for one platform"),
        ({"own_thresholds": ((IG, -1),)}, "a threshold must not be negative"),
        ({"threshold": -1}, "a threshold must not be negative"),
        ({"age_limit": 0}, "a count may be a day old at least"),
        ({"active_within_days": 0}, "an account is active within a day at least"),
        ({"needed": 3}, "needed must be between 1 and the number of platforms"),
        ({"needed": 0}, "needed must be between 1 and the number of platforms"),
    ],
)
def test_what_contradicts_itself_cannot_be_made(wrong, why):
    with pytest.raises(ValueError, match=rf"^{why}"):
        Rule(**({"key": "own-1", "platforms": (IG, TT), "needed": 1} | wrong))


def test_the_least_that_a_rule_may_ask_for():
    least = Rule("own-1", (IG,), 1, 0, age_limit=1, active_within_days=1, own_thresholds=((IG, 0),))
    assert (least.minimum, least.minimum_of(IG), least.age_limit) == (0, 0, 1)
    assert Rule("own-1", (IG, TT), 2, own_thresholds=((IG, 1), (TT, 2))).needed == 2


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"key": "own-2", "name": "Lain", "facebook_metric": FacebookMetric.FRIENDS}, True),
        ({"platforms": (TT, IG)}, True),
        ({"threshold": 701, "strictly": False, "own_thresholds": ((TT, 2001),)}, True),
        ({"threshold": 701}, False),
        ({"own_thresholds": ((TT, 2001),)}, False),
        ({"own_thresholds": ()}, False),
        ({"strictly": False}, False),
        ({"needed": 2}, False),
        ({"silence_is_no_account": True}, False),
        ({"age_limit": 30}, False),
        ({"active_within_days": 30}, False),
        ({"consent_required": True}, False),
    ],
)
def test_two_rules_decide_alike_where_they_ask_for_the_same(change, same):
    assert OWN.decides_as(replace(OWN, **change)) is same
    assert replace(OWN, **change).decides_as(OWN) is same


def test_platforms_of_another_threshold_move_with_the_rule_and_not_below_nothing():
    assert OWN.with_threshold(800).own_thresholds == ((TT, 2100),)
    assert OWN.with_threshold(800).threshold == 800
    easy = replace(OWN, own_thresholds=((TT, 100), (IG, 650)))
    assert easy.with_threshold(600).own_thresholds == ((TT, 0), (IG, 550))


def test_conditions_are_put_on_and_taken_off_as_a_whole():
    asked = Conditions(age_limit=30, active_within_days=60, consent_required=True)
    strict = OWN.with_conditions(asked)
    assert (strict.age_limit, strict.active_within_days, strict.consent_required) == (30, 60, True)
    assert strict.conditions == asked
    assert strict.with_conditions(Conditions()) == OWN
    assert strict.with_age_limit(None).conditions == replace(asked, age_limit=None)


def test_the_published_readings_are_found_by_their_letter():
    assert [named_rule(letter) for letter in "abcd"] == list(NAMED_RULES)
    assert named_rule("e") is None


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


@pytest.mark.parametrize(
    ("name", "wrong", "why"),
    [
        ("key", 1, "key is a text"),
        ("name", None, "name is a text"),
        ("needed", True, "needed is a whole number"),
        ("needed", "1", "needed is a whole number"),
        ("threshold", 1.5, "threshold is a whole number"),
        ("strictly", 1, "strictly is true or false"),
        ("age_limit", "1", "age_limit is a whole number"),
        ("platforms", "instagram", "platforms is a list"),
        ("own_thresholds", [], "a rule is an object"),
        ("own_thresholds", {"instagram": "1"}, "instagram is a whole number"),
        ("facebook_metric", 1, "facebook_metric is a text"),
    ],
)
def test_what_is_wrong_in_the_text_of_a_rule_is_named(name, wrong, why):
    spoilt = rule_to_values(OWN) | {name: wrong}
    with pytest.raises(ValueError, match=rf"^{why}$"):
        rule_from_values(spoilt)


def test_every_part_of_a_rule_is_kept():
    whole = Rule(
        "own-1", (IG, TT), 2, 700, True, 30, True, 60, True, "Duta É", ((TT, 2000), (IG, 5)),
        FacebookMetric.FRIENDS,
    )  # fmt: skip
    assert rule_from_text(rule_to_text(whole)) == whole
    assert "Duta É" in rule_to_text(whole)
    assert '"facebook_metric":"friends"' in rule_to_text(whole)
    assert rules_from_text(rules_to_text([whole, RULE_A])) == (whole, RULE_A)
    assert rules_to_text([]) == ""
    assert rules_from_text("") == ()


def test_a_rule_in_a_list_has_to_be_an_object():
    with pytest.raises(ValueError, match=r"^a rule is an object$"):
        rules_from_text("[7]")
    with pytest.raises(ValueError, match=r"^a list of rules is wanted$"):
        rules_from_text("{}")
