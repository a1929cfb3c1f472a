"""Why a person does or does not qualify, in the words of the pictures; missing is never zero."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.count import read_count
from app.domain.handle import Handle
from app.domain.person import Account, Count, Source
from app.domain.platform import RECORDED, Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, RULE_C, RULE_D, Rule
from app.domain.verdict import Judgement, Verdict, judge
from app.wording.language import Language
from app.wording.reasons import (
    conditions_met,
    distance,
    distance_text,
    reason_sentence,
    reason_short,
    second_line,
)

AS_OF = date(2026, 11, 20)
IG, FB, X, TT = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X, Platform.TIKTOK
WITH_LIMIT = RULE_A.with_age_limit(90)


def counted(
    platform: Platform, written: str, days: int = 2, handle: Handle | None = None
) -> Account:
    interval = read_count(written).interval
    assert interval is not None
    count = Count(interval, AS_OF - timedelta(days), Source.TYPED, written)
    return Account(platform, handle, latest=count)


def none(platform: Platform) -> Account:
    return Account(platform, stated_none=True)


class Said:
    """All words about one person under one rule."""

    def __init__(self, rule: Rule, accounts: list[Account], language: Language) -> None:
        judgement = judge(accounts, rule, AS_OF)
        self.verdict = judgement.verdict
        self.sentence = reason_sentence(judgement, rule, AS_OF, language)
        self.short = reason_short(judgement, rule, AS_OF, language)
        self.second = second_line(judgement, rule, AS_OF, language, others=accounts)
        self.distance = distance_text(judgement, rule, language)
        self.met = conditions_met(judgement)


def test_who_qualifies_is_told_by_which_count_of_which_day(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(IG, "1046"), counted(FB, "312"), none(X)], indonesian)
    assert said.sentence == (
        "Instagram 1.046 pengikut per 18 Nov 2026 (2 hari lalu), 546 di atas batas 500."
    )
    assert said.short == "Instagram 1.046, dicatat 18 Nov 2026"
    assert said.second == "Facebook 312. X: tidak punya."
    assert said.distance == "+546"
    assert said.met == "Instagram"


def test_the_same_in_english(english: Language) -> None:
    said = Said(RULE_A, [counted(IG, "1046", 1), counted(FB, "312")], english)
    assert said.sentence == (
        "Instagram 1,046 followers as of 19 Nov 2026 (1 day ago), 546 above the threshold of 500."
    )


def test_a_rounded_count_is_only_surely_above(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(IG, "1,2 rb", 0)], indonesian)
    assert said.sentence == (
        "Instagram ≈ 1,2 rb pengikut per 20 Nov 2026, paling sedikit 650 di atas batas 500. "
        "Instagram: dibulatkan, nilai terendah pun cukup."
    )
    assert said.distance == "≥ +650"


def test_the_threshold_itself_qualifies(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(IG, "500", 0)], indonesian)
    assert said.sentence == "Instagram 500 pengikut per 20 Nov 2026, tepat pada batas 500."
    assert said.distance == "0"
    open_ended = Said(RULE_A, [counted(IG, "500+", 0)], indonesian)
    assert open_ended.sentence == "Instagram ≥ 500 pengikut per 20 Nov 2026, mencapai batas 500."


def test_facebook_friends_are_called_so(indonesian: Language) -> None:
    judgement = judge([counted(FB, "640", 0)], RULE_A, AS_OF)
    sentence = reason_sentence(judgement, RULE_A, AS_OF, indonesian, facebook_friends=True)
    assert sentence.startswith("Facebook 640 teman per")


def test_who_is_below_is_told_how_much_is_missing(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(IG, "492"), counted(FB, "257"), none(X)], indonesian)
    assert said.verdict is Verdict.NOT_YET
    assert said.sentence == "Terbanyak Instagram 492, dicatat 18 Nov 2026, kurang 8."
    assert said.second == "Facebook 257. X: tidak punya."
    assert said.distance == "−8"
    assert said.met == ""


def test_of_a_single_count_nobody_says_it_is_the_highest(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(IG, "487", 0), none(FB), none(X)], indonesian)
    assert said.short == "Instagram 487, dicatat 20 Nov 2026"
    assert said.second == "Facebook dan X: tidak punya."


def test_who_states_to_have_no_account_is_not_given_a_zero(indonesian: Language) -> None:
    said = Said(RULE_A, [none(IG), none(FB), none(X)], indonesian)
    assert said.sentence == "Menyatakan tidak punya akun Instagram, Facebook, dan X."
    assert said.second == ""
    assert said.distance == "–"


def test_an_old_count_says_its_age_and_asks_to_count_again(indonesian: Language) -> None:
    said = Said(WITH_LIMIT, [counted(IG, "701", 121)], indonesian)
    assert said.verdict is Verdict.STALE
    assert said.short == "Instagram 701, tetapi sudah 121 hari"
    assert said.second.startswith("Dicatat 22 Jul 2026. Catat ulang.")
    assert (
        said.sentence == "Instagram 701, tetapi sudah 121 hari. Dicatat 22 Jul 2026. Catat ulang."
    )
    assert said.distance == "+201"


def test_the_old_count_is_the_reason_even_where_a_fresh_one_is_higher(indonesian: Language) -> None:
    said = Said(WITH_LIMIT, [counted(IG, "400", 121), counted(FB, "450")], indonesian)
    assert said.verdict is Verdict.STALE
    assert said.short == "Instagram 400, tetapi sudah 121 hari"
    assert "Facebook 450." in said.second


def test_nothing_known_is_not_zero(indonesian: Language) -> None:
    said = Said(RULE_A, [], indonesian)
    assert said.sentence == "Belum ada akun dan belum ada hitungan. Tidak berarti nol."
    assert said.short == "Belum ada akun dan belum ada hitungan"
    assert said.second == "Tidak berarti nol."
    assert said.distance == "–"


def test_silence_beside_a_statement_is_named(indonesian: Language) -> None:
    said = Said(RULE_A, [none(IG)], indonesian)
    assert said.sentence == "Facebook dan X: belum ada keterangan. Tidak berarti nol."
    assert said.second == "Tidak berarti nol. Instagram: tidak punya."


def test_an_unusable_entry_is_quoted(indonesian: Language) -> None:
    said = Said(RULE_A, [Account(IG, unreadable="private"), counted(FB, "100")], indonesian)
    assert said.sentence == (
        "Instagram: “private” bukan jumlah pengikut. Tidak berarti nol. Catat jumlahnya."
    )
    assert said.distance == "–"


def test_accounts_without_a_count_are_named_together(indonesian: Language) -> None:
    accounts = [Account(IG, Handle(IG, "laras")), Account(X, Handle(X, "laras")), counted(FB, "90")]
    said = Said(RULE_A, accounts, indonesian)
    assert said.sentence == (
        "Instagram dan X: ada akun, tetapi belum ada hitungan. Catat pengikutnya."
    )


def test_a_count_on_both_sides_of_the_threshold_is_not_sure(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(IG, "±500")], indonesian)
    assert said.verdict is Verdict.NO_DATA
    assert said.sentence == (
        "Instagram ± 500, dicatat 18 Nov 2026, belum pasti paling sedikit 500. Catat angka tepatnya."
    )


def test_a_count_of_a_later_day_is_not_used_and_said_so(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(IG, "700", -3)], indonesian)
    assert said.sentence == (
        "Instagram baru dihitung 23 Nov 2026, sesudah 20 Nov 2026. Pilih tanggal yang lebih baru."
    )


def test_a_platform_outside_the_rule_is_said_not_to_count(indonesian: Language) -> None:
    said = Said(RULE_A, [counted(FB, "431"), counted(TT, "12,3 rb")], indonesian)
    assert said.second.endswith("TikTok ≈ 12,3 rb tidak dihitung tafsir a.")


def test_where_several_accounts_are_needed_all_that_reach_it_are_named(
    indonesian: Language,
) -> None:
    said = Said(RULE_B, [counted(IG, "1046"), counted(FB, "640"), counted(X, "733")], indonesian)
    assert said.short == (
        "Instagram 1.046, X 733, dan Facebook 640: masing-masing paling sedikit 500, perlu 3 akun"
    )
    assert said.distance == "+140"
    assert said.met == "Instagram, X, Facebook"


def test_where_several_are_needed_the_ones_in_the_way_are_named(indonesian: Language) -> None:
    said = Said(RULE_B, [counted(IG, "1046"), counted(FB, "312"), none(X)], indonesian)
    assert said.verdict is Verdict.NOT_YET
    assert said.sentence == (
        "Baru 1 dari 3 akun paling sedikit 500: Instagram 1.046 (18 Nov 2026). "
        "Facebook 312. X: tidak punya."
    )
    assert said.distance == "–"


def test_an_old_high_count_is_never_called_the_highest_of_those_below(
    indonesian: Language,
) -> None:
    rule = RULE_B.with_age_limit(90)
    said = Said(rule, [counted(IG, "5000", 121), counted(FB, "312"), none(X)], indonesian)
    assert said.short == (
        "Belum ada akun dengan hitungan paling sedikit 500, perlu 3; terbanyak Facebook 312"
    )
    assert said.second == "Instagram 5.000 (sudah 121 hari). X: tidak punya."


def test_the_strict_rule_asks_for_more_than_the_threshold(indonesian: Language) -> None:
    at_it = [counted(platform, "500") for platform in RECORDED]
    said = Said(RULE_D, at_it, indonesian)
    assert said.verdict is Verdict.NOT_YET
    assert "di atas 500" in said.short
    assert said.distance == "−1"


def test_a_rule_of_two_platforms_leaves_the_third_out(indonesian: Language) -> None:
    said = Said(RULE_C, [counted(IG, "492"), counted(FB, "3120"), none(X)], indonesian)
    assert said.short == "Instagram 492, dicatat 18 Nov 2026"
    assert said.second == "X: tidak punya. Facebook 3.120 tidak dihitung tafsir c."


# ------------------------------------------------------------------ whatever is known of a person

_TEXTS = st.sampled_from(
    [
        "0",
        "12",
        "499",
        "500",
        "501",
        "1046",
        "1,2 rb",
        "0,4 rb",
        "0,5 rb",
        "500+",
        ">400",
        "<500",
        "±500",
        "450-550",
    ]
)


@st.composite
def _accounts(draw: st.DrawFn) -> list[Account]:
    found = []
    for platform in draw(st.lists(st.sampled_from(RECORDED), unique=True)):
        count = None
        if draw(st.booleans()):
            written = draw(_TEXTS)
            interval = read_count(written).interval
            assert interval is not None
            day = AS_OF - timedelta(draw(st.integers(-5, 400)))
            count = Count(interval, day, draw(st.sampled_from(Source)), written)
        found.append(
            Account(
                platform,
                Handle(platform, "laras") if draw(st.booleans()) else None,
                draw(st.sampled_from(["", "lupa", "{x}"])),
                draw(st.booleans()),
                draw(st.sampled_from(["", "private", "1.5", "{count}", "%"])),
                count,
            )
        )
    return found


_RULES = st.builds(
    Rule.with_age_limit, st.sampled_from(NAMED_RULES), st.sampled_from([None, 1, 30, 90])
)


@given(accounts=_accounts(), rule=_RULES)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("code", ["id", "en"])
def test_every_judgement_has_finished_words(
    accounts: list[Account], rule: Rule, code: str, indonesian: Language, english: Language
) -> None:
    language = indonesian if code == "id" else english
    judgement = judge(accounts, rule, AS_OF)
    sentence = reason_sentence(judgement, rule, AS_OF, language)
    short = reason_short(judgement, rule, AS_OF, language)
    second = second_line(judgement, rule, AS_OF, language, others=accounts)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert short
    assert not short.endswith(".")
    assert second == "" or second.endswith(".")
    _agrees(judgement, rule, short, language)


def _agrees(judgement: Judgement, rule: Rule, short: str, language: Language) -> None:
    """The words and the distance never say more than the verdict."""
    steps = distance(judgement, rule)
    if judgement.verdict is Verdict.QUALIFIES:
        assert steps is not None
        assert steps >= 0
        assert conditions_met(judgement)
    if judgement.verdict is Verdict.NOT_YET:
        assert steps is None or steps < 0
    if judgement.verdict is Verdict.NO_DATA:
        assert distance_text(judgement, rule, language) == "–"


@pytest.mark.parametrize("written", ["1,2 rb", "±900", "700-800"])
def test_a_verdict_that_rests_on_a_rounded_number_says_so(
    written: str, indonesian: Language
) -> None:
    said = Said(RULE_A, [counted(IG, written)], indonesian)
    assert said.verdict is Verdict.QUALIFIES
    remark = "Instagram: dibulatkan, nilai terendah pun cukup."
    assert said.sentence.endswith(remark)
    assert said.second.startswith(remark)


def test_who_is_below_by_a_rounded_number_is_told_so(
    indonesian: Language, english: Language
) -> None:
    said = Said(RULE_A, [counted(IG, "±300"), counted(FB, "20"), none(X)], indonesian)
    assert said.verdict is Verdict.NOT_YET
    remark = "Instagram: dibulatkan, nilai tertinggi pun belum cukup."
    assert said.sentence.endswith(remark)
    assert said.second.startswith(remark)
    remark = "Instagram: rounded, and not enough even at the highest."
    assert Said(RULE_A, [counted(IG, "±300"), none(FB), none(X)], english).second.startswith(remark)


@pytest.mark.parametrize(
    ("instagram", "facebook"),
    [("1046", "312"), ("500+", "312"), ("1,2 rb", "640"), ("<100", "20"), ("±500", "20")],
)
def test_a_verdict_that_rests_on_no_rounded_number_says_nothing_of_it(
    instagram: str, facebook: str, indonesian: Language
) -> None:
    said = Said(RULE_A, [counted(IG, instagram), counted(FB, facebook), none(X)], indonesian)
    assert "dibulatkan" not in said.sentence + said.second


def test_of_several_accounts_one_rounded_number_that_is_needed_is_enough_to_say_so(
    indonesian: Language,
) -> None:
    accounts = [counted(IG, "1046"), counted(FB, "640"), counted(X, "1,2 rb")]
    said = Said(RULE_D, accounts, indonesian)
    assert said.verdict is Verdict.QUALIFIES
    assert said.sentence.count("X: dibulatkan, nilai terendah pun cukup.") == 1
    rest = [none(one) for one in RULE_D.platforms if one not in (IG, X)]
    below = Said(RULE_D, [counted(IG, "1046"), counted(X, "±300"), *rest], indonesian)
    assert below.verdict is Verdict.NOT_YET
    assert below.sentence.count("X: dibulatkan, nilai tertinggi pun belum cukup.") == 1
