"""What periods are called, and how a changed verdict is told."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.nip import Nip
from app.domain.period import Period, PeriodKind
from app.domain.person import Account, Consent, Count, Person, Service, Source
from app.domain.platform import Platform
from app.domain.rule import RULE_A, RULE_D, Conditions, Rule
from app.domain.snapshot import take_snapshot
from app.domain.verdict_change import Cause, VerdictChange, verdict_changes
from app.wording.language import Language
from app.wording.periods import cause_word, change_sentence, period_name

ANI = Person(Nip("198501012010011001"), "Ani", organisation="Satu")
OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 30)


def counted(value: int, day: date = OCTOBER) -> Account:
    count = Count(Interval.of(value), day, Source.TYPED, str(value))
    return Account(Platform.INSTAGRAM, latest=count)


def changed(
    before: tuple[Person, Account] | None,
    after: tuple[Person, Account] | None,
    rules: tuple[Rule, Rule] = (RULE_A, RULE_A),
    within: str | None = None,
) -> VerdictChange:
    sides = [
        take_snapshot([] if one is None else [(one[0], (one[1],))], rule, day)
        for one, rule, day in zip((before, after), rules, (OCTOBER, NOVEMBER), strict=True)
    ]
    (change,) = verdict_changes(sides[0], sides[1], within)
    return change


@pytest.mark.parametrize(
    ("kind", "name", "translated"),
    [
        (PeriodKind.MONTH, "October 2026", "Oktober 2026"),
        (PeriodKind.QUARTER, "Quarter IV 2026", "Triwulan IV 2026"),
        (PeriodKind.SEMESTER, "Semester II 2026", "Semester II 2026"),
    ],
)
def test_periods_have_the_names_that_offices_use(
    kind: PeriodKind, name: str, translated: str, english: Language, indonesian: Language
) -> None:
    period = Period.around(kind, date(2026, 10, 5))
    assert period_name(period, english) == name
    assert period_name(period, indonesian) == translated


ASKED = RULE_A.with_conditions(Conditions(consent_required=True))
AGED = RULE_A.with_age_limit(20)
OUT = Exclusion(NOVEMBER, "naik 5.000 semalam", NOVEMBER, "Rina")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            changed((ANI, counted(466)), (ANI, counted(503))),
            "Instagram 466 → 503",
        ),
        (
            changed((ANI, counted(900)), (ANI, counted(900)), (AGED, AGED)),
            "Instagram 900 sudah terlalu lama",
        ),
        (
            changed((ANI, counted(900)), (ANI, counted(900)), (RULE_A, RULE_D)),
            "Aturannya berbeda",
        ),
        (
            changed((ANI, counted(900)), (ANI, replace(counted(900), exclusion=OUT))),
            "Instagram 900 tidak dihitung setelah klarifikasi: naik 5.000 semalam (Rina, 30 Nov 2026)",
        ),
        (
            changed(None, (ANI, counted(900))),
            "Sebelumnya tidak ada dalam daftar",
        ),
        (
            changed((ANI, counted(9)), (replace(ANI, service=Service.RETIRED), counted(9))),
            "Pensiun",
        ),
        (
            changed((ANI, counted(9)), (replace(ANI, consent=Consent.WITHDRAWN), counted(9))),
            "Persetujuan ditarik",
        ),
        (
            changed(
                (replace(ANI, consent=Consent.GIVEN), counted(900)),
                (replace(ANI, consent=Consent.REFUSED), counted(900)),
                (ASKED, ASKED),
            ),
            "Bersedia → Tidak bersedia",
        ),
        (
            changed(
                (ANI, counted(9)), (replace(ANI, organisation="Dua"), counted(9)), within="Dua"
            ),
            "Satu → Dua",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_change_is_told_with_the_values_of_both_times(
    change: VerdictChange, words: str, indonesian: Language
) -> None:
    assert change_sentence(change, indonesian) == words


def test_every_cause_has_a_word_of_its_own(indonesian: Language) -> None:
    assert len({cause_word(cause, indonesian) for cause in Cause}) == len(Cause)
