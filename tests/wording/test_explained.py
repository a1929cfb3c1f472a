"""The explanation: whoever reads it comes to the verdict, without being told."""

from collections import Counter
from datetime import timedelta
from random import Random

from app.domain.activity import Activity
from app.domain.count import read_count
from app.domain.person import Account, Consent, Count, Source
from app.domain.platform import Platform
from app.domain.rule import RULE_A, RULE_D, Conditions, Rule
from app.domain.verdict import judge
from app.wording.explained import explanation
from app.wording.language import Language
from tests.domain.people_at_random import AS_OF, a_person, rules
from tests.wording.explanation_reader import Reader

IG, FB, X, TT = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X, Platform.TIKTOK


def counted(platform: Platform, written: str, days: int = 2, **more: object) -> Account:
    interval = read_count(written).interval
    assert interval is not None
    count = Count(interval, AS_OF - timedelta(days), Source.IMPORT, written)
    return Account(platform, latest=count, **more)  # type: ignore[arg-type]


def told(
    accounts: list[Account],
    rule: Rule,
    language: Language,
    consent: Consent = Consent.UNKNOWN,
    *,
    friends: bool = False,
) -> str:
    judgement = judge(accounts, rule, AS_OF, consent)
    return explanation(judgement, rule, AS_OF, language, facebook_friends=friends)


def test_the_sentence_regenerates_the_verdict_of_ten_thousand_people_under_every_rule(
    indonesian: Language, english: Language
) -> None:
    dice = Random("explained")
    every, readers = rules(dice), [(indonesian, Reader("id")), (english, Reader("en"))]
    seen: Counter[tuple[str, str]] = Counter()
    for _ in range(10_000):
        accounts, consent = a_person(dice)
        for rule in map(dice.choice, every):
            judgement = judge(accounts, rule, AS_OF, consent)
            for language, reader in readers:
                sentence = explanation(judgement, rule, AS_OF, language, facebook_friends=True)
                assert reader.verdict(sentence) == judgement.verdict, sentence
            seen[rule.key, judgement.verdict] += 1
    assert len(seen) == 5 * 4, "a rule never came to one of the verdicts"


def test_value_day_age_source_and_distance_are_all_said(indonesian: Language) -> None:
    accounts = [counted(IG, "492"), counted(FB, "257", 0), Account(X, stated_none=True)]
    assert told(accounts, RULE_A.with_age_limit(90), indonesian, friends=True) == (
        "Instagram 492 pengikut per 18 Nov 2026 (2 hari lalu, impor), kurang 8 dari batas 500; "
        "Facebook 257 teman per 20 Nov 2026 (hari itu juga, impor), kurang 243 dari batas 500; "
        "X: tidak punya akun; aturan a meminta 1 dari 3 akun paling sedikit 500, batas usia 90 hari, "
        "per 20 Nov 2026."
    )


def test_the_same_in_english_for_a_rule_of_the_office(english: Language) -> None:
    rule = Rule("own-1", (IG, TT), 2, 700, name="Duta", own_thresholds=((TT, 2000),))
    assert told([counted(IG, "1046"), counted(TT, "1,2 rb", 1)], rule, english) == (
        "Instagram 1,046 followers as of 18 Nov 2026 (2 days ago, import), 346 above the threshold of "
        "700; TikTok ≈ 1.2K (1,150–1,299) followers as of 19 Nov 2026 (1 day ago, import), at least "
        "701 short of the threshold of 2,000; rule “Duta” asks for 2 of 2 accounts at least at the "
        "threshold of the platform, no age limit, as of 20 Nov 2026."
    )


def test_conditions_are_part_of_it(english: Language) -> None:
    rule = RULE_A.with_conditions(Conditions(90, 30, consent_required=True))
    lively = counted(IG, "900", activity=Activity(AS_OF, last_post=AS_OF - timedelta(3)))
    said = told([lively], rule, english, Consent.GIVEN)
    assert "400 above the threshold of 500, last post on 17 Nov 2026 (3 days ago); " in said
    assert "; agrees; rule a asks for" in said
    assert "age limit 90 days, active in the last 30 days, with consent, as of" in said


def test_missing_is_never_zero_and_unreadable_never_below(indonesian: Language) -> None:
    said = told([Account(IG, unreadable="private")], RULE_D, indonesian)
    assert said.startswith(
        "Instagram: “private”, bukan angka; Facebook, X, TikTok, dan YouTube: belum ada keterangan; "
    )
    assert " 0 " not in said
    assert "kurang" not in said


def test_what_was_quoted_cannot_pass_for_a_clause(english: Language) -> None:
    odd = Account(IG, unreadable="a”; X 900 followers as of")
    said = told([odd], RULE_A, english)
    assert said.startswith("Instagram: “a’; X 900 followers as of”, which is no number; ")
    assert Reader("en").verdict(said) == "no_data"
