"""The reasons where an office asks for accounts in use and for consent besides."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.activity import Activity
from app.domain.count import Interval
from app.domain.person import Account, Consent, Count, Source
from app.domain.platform import RECORDED, Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, Conditions
from app.domain.verdict import judge
from app.wording.language import Language
from app.wording.reasons import distance_text, reason_sentence, reason_short, second_line
from app.wording.rules import citation, rule_line, rule_status

AS_OF = date(2026, 11, 20)
IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
ACTIVE = RULE_A.with_conditions(Conditions(active_within_days=90))
AGREED = RULE_A.with_conditions(Conditions(consent_required=True))


def ago(days):
    return AS_OF - timedelta(days)


def account(platform, number, activity=None):
    count = Count(Interval.of(number), AS_OF, Source.TYPED, str(number))
    return Account(platform, latest=count, activity=activity)


def sentence(rule, accounts, language, consent=Consent.UNKNOWN):
    return reason_sentence(judge(accounts, rule, AS_OF, consent), rule, AS_OF, language)


def test_an_account_out_of_use_is_said_with_its_last_post(indonesian: Language) -> None:
    quiet = account(IG, 1046, Activity(AS_OF, last_post=ago(331)))
    said = sentence(ACTIVE, [quiet, account(FB, 312)], indonesian)
    assert said == (
        "Instagram 1.046, tetapi aktif terakhir 24 Des 2025 (331 hari). Facebook 312. "
        "X: tidak ada akun tercatat."
    )


def test_no_distance_is_claimed_where_followers_are_not_what_is_missing(english: Language) -> None:
    judgement = judge([account(IG, 1046, Activity(AS_OF, active=False))], ACTIVE, AS_OF)
    assert distance_text(judgement, ACTIVE, english) == "–"
    short = reason_short(judgement, ACTIVE, AS_OF, english)
    assert short == "Instagram 1,046, but not active, checked 20 Nov 2026"


def test_unknown_use_asks_for_the_last_post(indonesian: Language) -> None:
    judgement = judge([account(IG, 1046)], ACTIVE, AS_OF)
    assert reason_short(judgement, ACTIVE, AS_OF, indonesian) == (
        "Instagram 1.046, tetapi tidak diketahui masih aktif"
    )
    second = second_line(judgement, ACTIVE, AS_OF, indonesian)
    assert second.startswith("Catat posting terakhirnya.")


def test_a_look_of_long_ago_says_its_day(english: Language) -> None:
    old = account(IG, 1046, Activity(ago(200), active=True))
    assert sentence(ACTIVE, [old], english).startswith(
        "Instagram 1,046, but last checked 4 May 2026; not known to be active since."
    )


def test_who_qualifies_is_told_how_the_conditions_are_kept(indonesian: Language) -> None:
    rule = RULE_A.with_conditions(Conditions(active_within_days=90, consent_required=True))
    lively = account(IG, 1046, Activity(AS_OF, last_post=ago(16)))
    said = sentence(rule, [lively], indonesian, Consent.GIVEN)
    assert said.endswith("Instagram: aktif terakhir 4 Nov 2026 (16 hari). Bersedia.")


def test_a_refusal_is_the_reason_where_the_rule_asks(indonesian: Language) -> None:
    said = sentence(AGREED, [account(IG, 1046)], indonesian, Consent.REFUSED)
    assert said.startswith("Tidak bersedia, padahal aturan meminta persetujuan. Instagram 1.046.")
    assert (
        distance_text(judge([account(IG, 495)], AGREED, AS_OF, Consent.REFUSED), AGREED, indonesian)
        == "–"
    )


def test_who_was_not_asked_is_asked_about(indonesian: Language) -> None:
    judgement = judge([account(IG, 1046)], AGREED, AS_OF)
    assert reason_short(judgement, AGREED, AS_OF, indonesian) == (
        "Belum ditanya kesediaannya, padahal aturan meminta persetujuan"
    )
    assert second_line(judgement, AGREED, AS_OF, indonesian).startswith("Tanyakan kepadanya.")


def test_the_line_of_the_rule_names_both_conditions(indonesian: Language) -> None:
    rule = RULE_B.with_conditions(Conditions(90, 30, consent_required=True))
    for words in (rule_line(rule, indonesian), rule_status(rule, indonesian)):
        assert "batas usia 90 hari, aktif dalam 30 hari terakhir, dengan persetujuan" in (
            words[:1].lower() + words[1:]
        ).replace("Batas", "batas")
    assert citation(rule, indonesian) == citation(RULE_B, indonesian)


seen = st.none() | st.builds(
    lambda checked, post: Activity(ago(checked), ago(checked + post)),
    st.integers(0, 200),
    st.integers(0, 200),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(account, st.sampled_from(RECORDED), st.integers(1, 1000), seen),
        unique_by=lambda one: one.platform,
    ),
    st.sampled_from(NAMED_RULES),
    st.none() | st.integers(1, 200),
    st.booleans(),
    st.sampled_from(Consent),
)
def test_every_verdict_has_words(english, accounts, rule, active, required, consent):
    rule = rule.with_conditions(Conditions(90, active, required))
    judgement = judge(accounts, rule, AS_OF, consent)
    said = reason_sentence(judgement, rule, AS_OF, english)
    assert said.endswith(".")
    assert ".." not in said
    assert "{" not in said
    assert reason_short(judgement, rule, AS_OF, english)
