"""The readings of the policy in words, with their sources; changed rules are described as they are."""

from dataclasses import replace

import pytest

from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, RULE_C, RULE_D, FacebookMetric, Rule
from app.wording.language import Language
from app.wording.rules import (
    citation,
    is_as_published,
    metric_name,
    policy_note,
    reading_sentence,
    rule_line,
    rule_name,
    rule_short_name,
    rule_status,
    threshold_phrase,
)


@pytest.mark.parametrize(
    ("rule", "name", "short", "reading"),
    [
        (RULE_A, "Tafsir a", "Salah satu akun", "Instagram, Facebook, atau X, paling sedikit 500"),
        (RULE_B, "Tafsir b", "Ketiganya", "Instagram dan X 500 pengikut, Facebook 500 teman"),
        (RULE_C, "Tafsir c", "Instagram atau X", "salah satu dari dua, paling sedikit 500"),
        (RULE_D, "Tafsir d", "Tiga akun", "paling sedikit tiga akun, masing-masing di atas 500"),
    ],
)
def test_the_published_readings_are_named_as_on_the_screen(
    rule: Rule, name: str, short: str, reading: str, indonesian: Language
) -> None:
    assert rule_name(rule, indonesian) == name
    assert rule_short_name(rule, indonesian) == short
    assert reading_sentence(rule, indonesian) == reading


@pytest.mark.parametrize("rule", NAMED_RULES)
def test_every_reading_names_its_source_with_its_year(rule: Rule, language: Language) -> None:
    assert "2019" in citation(rule, language) or "2020" in citation(rule, language)


def test_an_age_limit_does_not_make_a_reading_the_offices_own(indonesian: Language) -> None:
    rule = RULE_A.with_age_limit(90)
    assert citation(rule, indonesian) == citation(RULE_A, indonesian)
    assert rule_short_name(rule, indonesian) == "Salah satu akun"
    assert rule_status(rule, indonesian) == "Aturan a, batas usia 90 hari"
    assert rule_status(RULE_A, indonesian) == "Aturan a, tanpa batas usia"


def test_a_changed_reading_is_described_by_its_values_and_says_who_changed_it(
    indonesian: Language,
) -> None:
    rule = replace(RULE_A, threshold=1000, needed=2)
    assert "1.000" in reading_sentence(rule, indonesian)
    assert rule_short_name(rule, indonesian) == "2 akun"
    assert citation(rule, indonesian).startswith("diubah oleh kantor; dimuat Kompas.com")
    assert citation(replace(rule, key="kami"), indonesian) == "ditetapkan sendiri oleh kantor"
    assert rule_name(replace(rule, key="kami"), indonesian) == "Aturan kantor kami"


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (
            RULE_A.with_age_limit(90),
            "Salah satu dari Instagram, Facebook, dan X: paling sedikit 500 pengikut. "
            "Batas usia 90 hari.",
        ),
        (
            RULE_B,
            "Instagram, Facebook (teman), dan X: masing-masing paling sedikit 500 pengikut. "
            "Tanpa batas usia.",
        ),
        (
            RULE_D,
            "Paling sedikit 3 dari Instagram, Facebook, X, TikTok, dan YouTube: masing-masing di "
            "atas 500 pengikut. Tanpa batas usia.",
        ),
        (
            Rule("satu", (Platform.TIKTOK,), 1, threshold=1000),
            "TikTok: paling sedikit 1.000 pengikut. Tanpa batas usia.",
        ),
    ],
)
def test_any_rule_is_described_from_its_values(rule: Rule, line: str, indonesian: Language) -> None:
    assert rule_line(rule, indonesian) == line


OWN = Rule(
    "own-1",
    (Platform.INSTAGRAM, Platform.FACEBOOK, Platform.TIKTOK),
    2,
    700,
    name="Duta",
    own_thresholds=((Platform.TIKTOK, 2000),),
)


def test_a_rule_of_the_office_goes_by_its_name(indonesian: Language, english: Language) -> None:
    assert rule_name(OWN, indonesian) == "Aturan kantor “Duta”"
    assert rule_name(OWN, english) == "Own rule “Duta”"
    assert rule_status(OWN, indonesian) == "Aturan “Duta”, tanpa batas usia"
    assert citation(OWN, indonesian) == "ditetapkan sendiri oleh kantor"


def test_a_threshold_of_its_own_stands_beside_its_platform(indonesian: Language) -> None:
    assert rule_line(OWN, indonesian).startswith(
        "Paling sedikit 2 dari Instagram, Facebook, dan TikTok (paling sedikit 2.000): "
        "masing-masing paling sedikit 700 pengikut."
    )
    assert threshold_phrase(OWN, indonesian, Platform.TIKTOK) == "paling sedikit 2.000"
    assert threshold_phrase(OWN, indonesian) == "paling sedikit sebesar batas platformnya"
    strict = replace(OWN, strictly=True)
    assert threshold_phrase(strict, indonesian) == "di atas batas platformnya"


@pytest.mark.parametrize("office", [False, True])
def test_a_rule_may_say_itself_what_facebook_counts(office: bool, indonesian: Language) -> None:
    friends = replace(OWN, facebook_metric=FacebookMetric.FRIENDS)
    followers = replace(OWN, facebook_metric=FacebookMetric.FOLLOWERS)
    assert "(teman)" in rule_line(friends, indonesian, facebook_friends=office)
    assert "teman" not in rule_line(followers, indonesian, facebook_friends=office)


def test_friends_are_named_where_the_office_counts_them(indonesian: Language) -> None:
    assert "Facebook (teman)" in rule_line(RULE_A, indonesian, facebook_friends=True)
    assert metric_name(Platform.FACEBOOK, indonesian, facebook_friends=True) == "teman"
    assert metric_name(Platform.FACEBOOK, indonesian) == "pengikut"
    assert metric_name(Platform.X, indonesian, facebook_friends=True) == "pengikut"


def test_the_note_says_that_no_regulation_binds(indonesian: Language) -> None:
    assert "belum ada peraturan yang mengikat" in policy_note(indonesian)


def test_a_closed_reading_that_says_what_facebook_counts_is_still_as_published(
    language: Language,
) -> None:
    closed = replace(RULE_A, facebook_metric=FacebookMetric.FOLLOWERS)
    assert is_as_published(closed)
    assert citation(closed, language) == citation(RULE_A, language)
    assert rule_short_name(closed, language) == rule_short_name(RULE_A, language)
