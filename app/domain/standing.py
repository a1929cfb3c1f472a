"""One person together with what is known of the accounts and the verdict on them."""

from dataclasses import dataclass

from app.domain.person import Account, Person
from app.domain.verdict import Judgement


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """How one person stands to a rule on a day."""

    person: Person
    accounts: tuple[Account, ...]
    judgement: Judgement
