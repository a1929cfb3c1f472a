"""The rows of the table: who somebody is as it is stored, and beside it how they stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from app.domain.coverage import reached
from app.domain.handle import shown
from app.domain.nip import Generations, grouped_digits
from app.domain.person import Account, Consent, ListedPerson, Service
from app.domain.roster import PERSON_FIELDS
from app.domain.rule import Rule
from app.domain.verdict import Verdict, judge
from app.services.standings import is_near_miss
from app.ui.table.looks import PENDING
from app.wording.counts import count_text, written_number
from app.wording.fields import consent_word, service_word
from app.wording.generations import generation_name
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word

_ORDER = {verdict: place for place, verdict in enumerate(Verdict)}


class Stands(NamedTuple):
    """What is said of somebody's accounts under a rule, as finished texts.

    Tuples, here and below, since 100,000 are made at once and it takes a fifth of the time of a
    dataclass.
    """

    best_tag: str
    """The platform of the highest count; empty where nothing was counted."""
    best: str
    best_low: int | None
    near: bool
    """Not yet, but short of the threshold by little."""
    reached: str
    """Platforms at the threshold, by name."""
    on_record: bool
    """Some account is known."""
    verdict: Verdict | None
    """None where the person stands in no output."""
    verdict_word: str
    """The verdict, or why there is none: moved, retired, consent withdrawn."""
    accounts: str
    """Their names, to be found by."""
    best_number: int | None = None
    """The highest count as it was written."""
    best_rounded: bool = False


NOT_JUDGED = Stands("", "", None, False, "", False, None, PENDING, "")
"""It is only known who this is: the list is there while everybody is judged."""


class RowWords:
    """What many rows say alike, in one language."""

    def __init__(self, language: Language) -> None:
        @cache
        def of_service(service: str) -> str:
            return service_word(Service(service), language)

        @cache
        def of_year(year: int) -> str:
            return generation_name(Generations.BPS.of(year), Generations.BPS, language)

        self.service, self.generation = of_service, of_year


class PersonRow(NamedTuple):
    """One person in the list: who it is stays the very same object when they are judged anew."""

    who: ListedPerson
    stands: Stands
    words: RowWords

    @property
    def id(self) -> int:
        """Of the person, for good."""
        return self.who.id

    @property
    def name(self) -> str:
        """As it is stored, without titles."""
        return self.who.name

    @property
    def full_name(self) -> str:
        """With the titles."""
        return self.who.full_name

    @property
    def nip(self) -> str:
        """As it is printed, in groups."""
        return grouped_digits(self.who.nip)

    @property
    def place(self) -> str:
        """The finer unit, else the organisation."""
        return self.who.unit or self.who.organisation

    @property
    def organisation(self) -> str:
        """The unit where no organisation is noted: what units are counted by elsewhere."""
        return self.who.organisation or self.who.unit

    @property
    def service(self) -> str:
        """Whether the person still serves here, in a word."""
        return self.words.service(self.who.service)

    @property
    def serves(self) -> bool:
        """Whether they do."""
        return self.who.serves

    @property
    def birth_year(self) -> int:
        """As the NIP says."""
        return int(self.who.nip[:4])

    @property
    def generation(self) -> str:
        """By the scheme of BPS."""
        return self.words.generation(self.birth_year)

    @property
    def reached(self) -> str:
        """Platforms at the threshold, by name."""
        return self.stands.reached

    @property
    def verdict(self) -> Verdict | None:
        """None where the person stands in no output."""
        return self.stands.verdict

    @property
    def verdict_word(self) -> str:
        """The verdict, or why there is none: moved, retired, consent withdrawn."""
        return self.stands.verdict_word

    @property
    def pending(self) -> bool:
        """Nothing was judged yet."""
        return self.stands is NOT_JUDGED

    @property
    def search(self) -> str:
        """Lower case; the NIP as bare digits, so that its parts are found in any grouping."""
        text = f"{self.who.full_name} {self.who.nip}"
        return (f"{text} {self.stands.accounts}" if self.stands.accounts else text).lower()

    @property
    def verdict_place(self) -> int | None:
        """For sorting, in the order in which verdicts are always shown."""
        verdict = self.stands.verdict
        return None if verdict is None else _ORDER[verdict]


@dataclass(frozen=True, slots=True)
class StandsWriter:
    """Says how people stand under one rule, on one day, in one language."""

    rule: Rule
    as_of: date
    language: Language
    _texts: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def stands(self, who: ListedPerson, accounts: Sequence[Account]) -> Stands:
        """How one person stands; what many people have alike is kept once."""
        best = _best(accounts)
        count = best.latest if best is not None else None
        judgement = judge(accounts, self.rule, self.as_of, Consent(who.consent))
        verdict = judgement.verdict if who.in_outputs else None
        at = reached(accounts, self.rule)
        return Stands(
            best_tag=best.platform.tag if best is not None else "",
            best=self._once(count_text(count.interval, count.written, self.language))
            if count
            else "",
            best_low=count.interval.low if count else None,
            near=verdict is not None and is_near_miss(judgement, self.rule),
            reached=self._once(", ".join(platform.name_shown for platform in at)),
            on_record=any(account.exists for account in accounts),
            verdict=verdict,
            verdict_word=self._word(who, verdict),
            accounts=_names(accounts),
            best_number=written_number(count.interval, count.written) if count else None,
            best_rounded=count is not None and not count.interval.exact,
        )

    def _once(self, text: str) -> str:
        return self._texts.setdefault(text, text)

    def _word(self, who: ListedPerson, verdict: Verdict | None) -> str:
        if verdict is not None:
            return verdict_short_word(verdict, self.language)
        return outside_word(Service(who.service), Consent(who.consent), self.language)


def outside_word(service: Service, consent: Consent, language: Language) -> str:
    """Why a person stands in no output."""
    if service is not Service.ACTIVE:
        return service_word(service, language)
    return consent_word(consent, language)


def suggestions(rows: Iterable[PersonRow]) -> Mapping[str, Sequence[str]]:
    """The texts that stand with anybody, where they mostly are those of somebody else too.

    By the names of `PERSON_FIELDS`.
    """
    people = [row.who for row in rows]
    found: dict[str, set[str]] = {"position": {one.position for one in people}}
    for alike in ({one.placement for one in people}, {one.footing for one in people}):
        for one in alike:
            for name, text in zip(one._fields, one, strict=True):
                found.setdefault(name, set()).add(text)
    return {
        name: sorted(filter(None, texts), key=str.casefold)
        for name, texts in found.items()
        if name in PERSON_FIELDS
    }


def _best(accounts: Sequence[Account]) -> Account | None:
    counted = [account for account in accounts if account.latest is not None and account.exists]
    return max(counted, key=_low, default=None)


def _low(account: Account) -> int:
    return account.latest.interval.low if account.latest is not None else -1


def _names(accounts: Sequence[Account]) -> str:
    parts = []
    for account in accounts:
        if account.handle is not None:
            parts.append(shown(account.handle))
        elif account.written:
            parts.append(account.written)
    return " ".join(parts)
