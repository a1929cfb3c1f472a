"""The rows of the table: everything that is shown, sorted and searched, as finished texts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.coverage import reached
from app.domain.handle import shown
from app.domain.nip import Generations
from app.domain.person import Account, Consent, Person, Service
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge
from app.services.standings import is_near_miss
from app.wording.counts import count_text, written_number
from app.wording.fields import consent_word, service_word
from app.wording.generations import generation_name
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word

_ORDER = {verdict: place for place, verdict in enumerate(Verdict)}


class PersonRow(NamedTuple):
    """One person in the list; `verdict` None where the person stands in no output.

    A tuple, since 100,000 are made at once and it takes a fifth of the time of a dataclass.
    """

    id: int
    name: str
    full_name: str
    nip: str
    place: str
    organisation: str
    """The unit where no organisation is noted: what units are counted by elsewhere."""
    rank: str
    position: str
    status: str
    service: str
    phone: str
    email: str
    best_tag: str
    """The platform of the highest count; empty where nothing was counted."""
    best: str
    best_low: int | None
    near: bool
    """Not yet, but short of the threshold by little."""
    reached: str
    """Platforms at the threshold, by name."""
    birth_year: int
    generation: str
    """By the scheme of BPS."""
    on_record: bool
    """Some account is known."""
    verdict: Verdict | None
    verdict_word: str
    """The verdict, or why there is none: moved, retired, consent withdrawn."""
    serves: bool
    search: str
    best_number: int | None = None
    """The highest count as it was written."""
    best_rounded: bool = False
    pending: bool = False
    """Nothing was judged yet: it is only said who this is."""

    @property
    def verdict_place(self) -> int | None:
        """For sorting, in the order in which verdicts are always shown."""
        return None if self.verdict is None else _ORDER[self.verdict]


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Writes rows under one rule, on one day, in one language.

    Ranks, units and the like are those of many: each such text is kept once.
    """

    rule: Rule
    as_of: date
    language: Language
    _texts: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def row(self, person: Person, accounts: Sequence[Account]) -> PersonRow:
        """The row of one person."""
        best = _best(accounts)
        count = best.latest if best is not None else None
        judgement = judge(accounts, self.rule, self.as_of, person.consent)
        verdict = judgement.verdict if in_outputs(person) else None
        standing = PersonStanding(person, tuple(accounts), judgement)
        born = person.nip.birth_date.year
        once = self._once
        return PersonRow(
            id=person.id,
            name=person.name,
            full_name=person.full_name,
            nip=person.nip.grouped,
            place=once(person.place),
            organisation=once(person.organisation or person.unit),
            rank=once(person.rank),
            position=once(person.position),
            status=once(person.status),
            service=service_word(person.service, self.language),
            phone=person.phone,
            email=person.email,
            best_tag=best.platform.tag if best is not None else "",
            best=once(count_text(count.interval, count.written, self.language)) if count else "",
            best_low=count.interval.low if count else None,
            near=verdict is not None and is_near_miss(standing, self.rule),
            reached=once(
                ", ".join(platform.name_shown for platform in reached(accounts, self.rule))
            ),
            birth_year=born,
            generation=generation_name(Generations.BPS.of(born), Generations.BPS, self.language),
            on_record=any(account.exists for account in accounts),
            verdict=verdict,
            verdict_word=self._word(person, verdict),
            serves=person.service is Service.ACTIVE,
            search=_search(person, accounts),
            best_number=written_number(count.interval, count.written) if count else None,
            best_rounded=count is not None and not count.interval.exact,
        )

    def _once(self, text: str) -> str:
        return self._texts.setdefault(text, text)

    def _word(self, person: Person, verdict: Verdict | None) -> str:
        if verdict is not None:
            return verdict_short_word(verdict, self.language)
        return outside_word(person, self.language)


def in_outputs(person: Person) -> bool:
    """Serves here and did not withdraw consent: the others are judged nowhere."""
    return person.service is Service.ACTIVE and person.consent is not Consent.WITHDRAWN


def outside_word(person: Person, language: Language) -> str:
    """Why a person stands in no output."""
    if person.service is not Service.ACTIVE:
        return service_word(person.service, language)
    return consent_word(person.consent, language)


def _best(accounts: Sequence[Account]) -> Account | None:
    counted = [account for account in accounts if account.latest is not None and account.exists]
    return max(counted, key=_low, default=None)


def _low(account: Account) -> int:
    return account.latest.interval.low if account.latest is not None else -1


def _search(person: Person, accounts: Sequence[Account]) -> str:
    """Lower case; the NIP as bare digits, so that its parts are found in any grouping."""
    parts = [person.full_name, person.nip.digits]
    for account in accounts:
        if account.handle is not None:
            parts.append(shown(account.handle))
        elif account.written:
            parts.append(account.written)
    return " ".join(parts).lower()
