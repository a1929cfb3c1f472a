"""Two records side by side: what is proposed, and what speaks against one person."""

from datetime import date

import pytest

from app.domain.merging import (
    Contradiction,
    Record,
    Side,
    Written,
    became_pns,
    contradictions,
    may_be_one,
    proposed_account,
    proposed_consent,
    proposed_nip,
    proposed_service,
    proposed_text,
    same_account,
)
from app.domain.nip import Nip
from app.domain.person import Consent, Person, Service
from app.domain.platform import Platform
from app.domain.roster import AccountState

PNS = Nip("199203152019032902")
OTHER_PNS = Nip("199203152019032903")
PPPK = Nip("199203152023212001")
ELDER = Nip("198001012005011001")
IG = Platform.INSTAGRAM


def record(nip: Nip = PNS, name: str = "Laras", newer: int = 1, **parts: object) -> Record:
    accounts = parts.pop("accounts", {})
    person = Person(nip, name, **parts)  # type: ignore[arg-type]  # any part
    return Record(person, accounts, 0, Written(newer, dict.fromkeys(accounts, newer)))  # type: ignore[arg-type]


def test_whoever_became_pns_keeps_that_number_else_the_later_one_stays() -> None:
    assert proposed_nip(record(PPPK, newer=9), record(PNS)) is Side.OTHER
    assert proposed_nip(record(PNS), record(PPPK, newer=9)) is Side.ONE
    assert proposed_nip(record(PNS), record(OTHER_PNS, newer=9)) is Side.OTHER
    assert became_pns(record(PNS).person, record(PPPK).person)
    assert not became_pns(record(PPPK).person, record(PNS).person)
    assert not became_pns(record(ELDER).person, record(PPPK).person)


def test_a_filled_text_is_proposed_and_of_two_the_later() -> None:
    filled, empty = record(unit="Humas"), record(newer=9)
    assert proposed_text("unit", filled, empty) is Side.ONE
    assert proposed_text("unit", empty, filled) is Side.OTHER
    assert proposed_text("unit", filled, record(newer=9, unit="IKP")) is Side.OTHER
    assert proposed_text("unit", filled, record(newer=9, unit="HUMAS")) is Side.ONE


@pytest.mark.parametrize(
    ("one", "other", "wins"),
    [
        (Consent.GIVEN, Consent.WITHDRAWN, Side.OTHER),
        (Consent.REFUSED, Consent.GIVEN, Side.ONE),
        (Consent.WITHDRAWN, Consent.REFUSED, Side.ONE),
        (Consent.UNKNOWN, Consent.GIVEN, Side.OTHER),
    ],
)
def test_the_stricter_consent_is_proposed(one: Consent, other: Consent, wins: Side) -> None:
    assert proposed_consent(record(consent=one), record(consent=other, newer=0)) is wins


def test_of_two_alike_consents_the_later_day_is_proposed() -> None:
    dated = record(consent=Consent.GIVEN, consent_on=date(2026, 1, 1))
    assert proposed_consent(record(consent=Consent.GIVEN), dated) is Side.OTHER
    assert proposed_consent(dated, record(consent=Consent.GIVEN)) is Side.ONE


def test_whoever_serves_in_one_record_serves() -> None:
    moved = record(service=Service.MOVED, newer=9)
    assert proposed_service(record(), moved) is Side.ONE
    assert proposed_service(moved, record()) is Side.OTHER


def test_of_accounts_a_handle_is_proposed_and_of_two_the_later() -> None:
    named = {IG: AccountState(IG, "laras", "username", None, "@Laras")}
    again = {IG: AccountState(IG, "laras.w", "username", None, "@laras.w")}
    none = {IG: AccountState(IG, stated_none=True)}
    assert proposed_account(IG, record(accounts=named), record(accounts=none, newer=9)) is Side.ONE
    assert proposed_account(IG, record(), record(accounts=none)) is Side.OTHER
    later = record(accounts=again, newer=9)
    assert proposed_account(IG, record(accounts=named), later) is Side.OTHER


def test_one_handle_in_two_spellings_is_one_account() -> None:
    one = AccountState(IG, "laras", "username", None, "@laras")
    assert same_account(one, AccountState(IG, "laras", "username", None, "instagram.com/laras"))
    assert not same_account(one, AccountState(IG, "laras2", "username", None, "@laras2"))
    assert not same_account(one, None)
    assert same_account(None, AccountState(IG))


def test_another_birth_date_or_name_warns_and_titles_do_not() -> None:
    laras = record(name="Laras Widuri").person
    assert contradictions(laras, record(OTHER_PNS, name="LARAS WIDURI, S.I.Kom.").person) == ()
    assert contradictions(laras, record(ELDER, name="Laras Widuri").person) == (
        Contradiction.BIRTH_DATE,
    )
    assert contradictions(laras, record(OTHER_PNS, name="Bagas Nirwana").person) == (
        Contradiction.NAME,
    )


def test_the_same_name_and_birth_date_under_two_numbers_is_worth_a_hint() -> None:
    laras = record(name="Laras Widuri").person
    assert may_be_one(laras, record(PPPK, name="LARAS WIDURI, S.I.Kom.").person)
    assert not may_be_one(laras, record(ELDER, name="Laras Widuri").person)
    assert not may_be_one(laras, record(OTHER_PNS, name="Laras W.").person)
    assert not may_be_one(laras, laras)
