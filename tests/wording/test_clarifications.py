"""Words about jumps and decisions: complete in both languages, and never an accusation."""

from datetime import date, datetime, timedelta

import pytest

from app.domain.clarification import (
    Clarification,
    Decision,
    Exclusion,
    InnocentReason,
    TakenBack,
)
from app.domain.count import Interval
from app.domain.jump import Jump, Shape
from app.domain.person import Account, Count, Source
from app.domain.platform import Platform
from app.domain.rule import RULE_A, RULE_B
from app.domain.verdict import judge
from app.wording.clarifications import (
    decision_sentence,
    innocent_word,
    jump_briefly,
    jump_sentence,
    shape_word,
)
from app.wording.language import Language
from app.wording.reasons import reason_sentence, reason_short, second_line

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 21, 12)
IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X
BOUGHT = Exclusion(TODAY, "pengikut dibeli.", NOON.date(), "Rina")


def counted(number: int, platform: Platform = IG, exclusion: Exclusion | None = None) -> Account:
    count = Count(Interval.of(number), TODAY, Source.TYPED, str(number))
    return Account(platform, latest=count, exclusion=exclusion)


def sentence(accounts: list[Account], language: Language, rule=RULE_A) -> str:
    return reason_sentence(judge(accounts, rule, TODAY), rule, TODAY, language)


def test_every_shape_and_every_innocent_reason_has_its_own_words(english, indonesian) -> None:
    for language in (english, indonesian):
        assert len({shape_word(one, language) for one in Shape}) == len(Shape)
        assert len({innocent_word(one, language) for one in InnocentReason}) == len(InnocentReason)
    for word in (innocent_word(one, indonesian) for one in InnocentReason):
        assert word not in {innocent_word(one, english) for one in InnocentReason}


def test_a_jump_is_told_with_both_numbers_both_days_and_what_may_have_been_meant(
    english, indonesian
) -> None:
    before = Count(Interval.of(1238), TODAY - timedelta(days=31), Source.TYPED, "1238")
    after = Count(Interval.of(12400), TODAY, Source.TYPED, "12400")
    slip = Jump(IG, Shape.SLIP, before, after, decides=False, meant=1240)
    assert jump_sentence(slip, english) == (
        "From 1,238 on 20 Oct 2026 to 12,400 on 20 Nov 2026, 31 days later. "
        "Perhaps 1,240 was meant."
    )
    assert jump_briefly(slip, indonesian) == "1.238 → 12.400"
    assert jump_sentence(slip, indonesian).startswith("Dari 1.238 pada 20 Okt 2026")


@pytest.mark.parametrize("accounts", [[], [counted(120, FB)]])
def test_the_exclusion_is_what_is_answered_where_the_account_would_have_met_the_rule(
    accounts: list[Account], english
) -> None:
    known = [counted(12_000, exclusion=BOUGHT), *accounts]
    told = (
        "Instagram 12,000 is not counted after clarification: pengikut dibeli (Rina, 21 Nov 2026)"
    )
    assert sentence(known, english).startswith(f"{told}.")
    assert sentence(known, english).count("pengikut dibeli") == 1
    judgement = judge(known, RULE_A, TODAY)
    assert reason_short(judgement, RULE_A, TODAY, english) == told
    rest = second_line(judgement, RULE_A, TODAY, english)
    assert "pengikut dibeli" not in rest
    assert ("Facebook 120." in rest) == bool(accounts)


def test_whoever_qualifies_by_another_account_is_told_of_the_one_left_out(english) -> None:
    known = [counted(12_000, exclusion=BOUGHT), counted(640, FB)]
    told = sentence(known, english)
    assert told.startswith("Facebook 640 ")
    assert told.endswith(
        "Instagram 12,000 is not counted after clarification: pengikut dibeli (Rina, 21 Nov 2026)."
    )
    rest = second_line(judge(known, RULE_A, TODAY), RULE_A, TODAY, english)
    assert "not counted after clarification" in rest


def test_an_excluded_account_below_the_threshold_is_no_stated_absence(english) -> None:
    told = sentence([counted(90, exclusion=BOUGHT)], english)
    assert "no account" not in told.split(":")[0]
    assert told.startswith("Instagram 90 is not counted after clarification")


def test_where_several_are_needed_the_exclusion_is_told_once(english) -> None:
    known = [counted(900), counted(900, FB), counted(900, X, BOUGHT)]
    told = sentence(known, english, RULE_B)
    assert told.startswith("X 900 is not counted after clarification: pengikut dibeli")
    assert told.count("pengikut dibeli") == 1


def test_where_data_are_missing_the_exclusion_is_told_besides(english) -> None:
    known = [counted(900, exclusion=BOUGHT), Account(FB, written="budi")]
    told = sentence(known, english)
    assert told.startswith("Facebook: there is an account, but no count yet.")
    assert "Instagram 900 is not counted after clarification" in told


def test_a_decision_says_what_why_when_and_by_whom(english) -> None:
    def made(decision: Decision, innocent: InnocentReason | None, note: str) -> str:
        one = Clarification(decision, 1, TODAY, innocent, note, NOON, "Rina")
        return decision_sentence(one, english)

    assert made(Decision.EXCLUDED, None, "pengikut dibeli") == (
        "Excluded: pengikut dibeli (Rina, 21 Nov 2026)"
    )
    assert made(Decision.EXPLAINED, InnocentReason.VIRAL, "video banjir") == (
        "In order: A post went viral, video banjir (Rina, 21 Nov 2026)"
    )
    assert made(Decision.EXPLAINED, InnocentReason.OTHER, "sudah ditanya") == (
        "In order: sudah ditanya (Rina, 21 Nov 2026)"
    )
    back = TakenBack(datetime(2026, 11, 25, 8), "Budi")
    one = Clarification(Decision.EXCLUDED, 1, TODAY, None, "dibeli", NOON, "Rina", 7, back)
    assert decision_sentence(one, english) == (
        "Excluded: dibeli (Rina, 21 Nov 2026), taken back (Budi, 25 Nov 2026)"
    )
