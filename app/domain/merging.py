"""Two records of one person: what speaks against that, and what the one record would say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from app.domain.handle import handle_key
from app.domain.name import fold_name
from app.domain.names_agree import names_agree
from app.domain.nip import EmployeeKind
from app.domain.person import Consent, Person, Service
from app.domain.platform import Platform
from app.domain.roster import AccountState


class Side(Enum):
    """One of the two records."""

    ONE = "one"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Written:
    """When a part was written last, as a number that grows: 0 where it never was."""

    person: int
    accounts: Mapping[Platform, int]


@dataclass(frozen=True, slots=True)
class Record:
    """One of the two; `counts` are all that are kept of the person, `written` says what is newer."""

    person: Person
    accounts: Mapping[Platform, AccountState]
    counts: int
    written: Written


@dataclass(frozen=True, slots=True)
class Merge:
    """What becomes one record: the NIP of `stays` stays, that of `goes` becomes a former one.

    `texts` have the keys of `PERSON_FIELDS`. Counts are never chosen: all of both are kept.
    """

    stays: int
    goes: int
    reason: str
    texts: Mapping[str, str]
    accounts: Mapping[Platform, AccountState]
    consent: Consent
    consent_on: date | None
    service: Service


class Contradiction(StrEnum):
    """What speaks against one person; it warns and never forbids."""

    BIRTH_DATE = "birth_date"
    NAME = "name"


def contradictions(one: Person, other: Person) -> tuple[Contradiction, ...]:
    """Nothing where both can be one person."""
    found = []
    if one.nip.birth_date != other.nip.birth_date:
        found.append(Contradiction.BIRTH_DATE)
    if not names_agree(one.name, other.name):
        found.append(Contradiction.NAME)
    return tuple(found)


def may_be_one(one: Person, other: Person) -> bool:
    """Worth a hint: the same name and birth date under two numbers."""
    name = fold_name(one.name)
    same = bool(name) and name == fold_name(other.name)
    return same and one.nip != other.nip and one.nip.birth_date == other.nip.birth_date


def proposed_nip(one: Record, other: Record) -> Side:
    """A PPPK who became PNS keeps the number of the PNS; else that of whoever was written later."""
    kinds = one.person.nip.kind, other.person.nip.kind
    if kinds[0] is not kinds[1]:
        return Side.ONE if kinds[0] is EmployeeKind.PNS else Side.OTHER
    return _newer(one.written.person, other.written.person)


def became_pns(stays: Person, goes: Person) -> bool:
    """Whether the former number is that of the same person as a PPPK."""
    kinds = goes.nip.kind, stays.nip.kind
    same_birth = goes.nip.birth_date == stays.nip.birth_date
    return kinds == (EmployeeKind.PPPK, EmployeeKind.PNS) and same_birth


def proposed_text(field: str, one: Record, other: Record) -> Side:
    """The filled one; of two, the one that is not in capitals only, else the one written later."""
    texts: tuple[str, str] = getattr(one.person, field), getattr(other.person, field)
    if bool(texts[0]) is not bool(texts[1]):
        return Side.ONE if texts[0] else Side.OTHER
    if texts[0].casefold() == texts[1].casefold() and texts[0].isupper() is not texts[1].isupper():
        return Side.OTHER if texts[0].isupper() else Side.ONE
    return _newer(one.written.person, other.written.person)


def proposed_consent(one: Record, other: Record) -> Side:
    """The stricter one wins; of two alike, the one whose day is known, then the later day."""
    places = _STRICTNESS[one.person.consent], _STRICTNESS[other.person.consent]
    if places[0] != places[1]:
        return Side.ONE if places[0] > places[1] else Side.OTHER
    days = one.person.consent_on or date.min, other.person.consent_on or date.min
    return Side.OTHER if days[1] > days[0] else Side.ONE


def proposed_service(one: Record, other: Record) -> Side:
    """Whoever serves in one of the two records serves; else the one written later."""
    serves = one.person.service is Service.ACTIVE, other.person.service is Service.ACTIVE
    if serves[0] is not serves[1]:
        return Side.ONE if serves[0] else Side.OTHER
    return _newer(one.written.person, other.written.person)


def proposed_account(platform: Platform, one: Record, other: Record) -> Side:
    """A handle before none, words before nothing, then the one written later."""
    worth = _worth(one.accounts.get(platform)), _worth(other.accounts.get(platform))
    if worth[0] != worth[1]:
        return Side.ONE if worth[0] > worth[1] else Side.OTHER
    return _newer(one.written.accounts.get(platform, 0), other.written.accounts.get(platform, 0))


def same_account(one: AccountState | None, other: AccountState | None) -> bool:
    """Whether both say the same, however it was pasted; an account that is not known says nothing."""
    if one is None or other is None:
        return not (_worth(one) or _worth(other))
    if one.handle is None or other.handle is None:
        return one[1:] == other[1:]
    keys = (handle_key(state.platform, state.handle or "") for state in (one, other))
    return len(set(keys)) == 1


_STRICTNESS = {
    consent: place
    for place, consent in enumerate(
        (Consent.UNKNOWN, Consent.GIVEN, Consent.REFUSED, Consent.WITHDRAWN)
    )
}
"""Unknown is no word at all, so any word stands before it."""


def _worth(state: AccountState | None) -> int:
    if state is None:
        return 0
    if state.handle is not None:
        return 3
    if state.stated_none:
        return 2
    return 1 if state.written or state.unreadable else 0


def _newer(one: int, other: int) -> Side:
    return Side.OTHER if other > one else Side.ONE
