"""Rows that say who somebody is before anything is judged: the list is there while that is done."""

from functools import cache

from app.domain.nip import Generations, grouped_digits
from app.domain.person import ListedPerson, Service
from app.ui.people.rows import PersonRow
from app.wording.fields import service_word
from app.wording.generations import generation_name
from app.wording.language import Language

PENDING = "…"
"""Stands where something is not known yet."""


class NameWriter:
    """Writes such rows in one language; words that many share are kept once."""

    def __init__(self, language: Language) -> None:
        @cache
        def of_service(service: str) -> tuple[str, bool]:
            known = Service(service)
            return service_word(known, language), known is Service.ACTIVE

        @cache
        def of_year(digits: str) -> tuple[int, str]:
            year = int(digits)
            return year, generation_name(Generations.BPS.of(year), Generations.BPS, language)

        self._of_service, self._of_year = of_service, of_year

    def row(self, one: ListedPerson) -> PersonRow:
        """Who this is; everything that is judged is pending."""
        full, digits = one.full_name, one.nip
        word, serves = self._of_service(one.service)
        born, generation = self._of_year(digits[:4])
        return PersonRow(
            id=one.id,
            name=one.name,
            full_name=full,
            nip=grouped_digits(digits),
            place=one.unit or one.organisation,
            organisation=one.organisation or one.unit,
            rank=one.rank,
            position=one.position,
            status=one.status,
            service=word,
            phone=one.phone,
            email=one.email,
            best_tag="",
            best="",
            best_low=None,
            near=False,
            reached="",
            birth_year=born,
            generation=generation,
            on_record=False,
            verdict=None,
            verdict_word=PENDING,
            serves=serves,
            search=f"{full} {digits}".lower(),
            pending=True,
        )


def as_listed(row: PersonRow) -> tuple[str, str]:
    """The key of the order in which everyone is listed: by name, then by NIP."""
    return row.name.casefold(), row.nip
