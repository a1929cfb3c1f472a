"""Reads everything about one person, in one unchanging view of the office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.clarification import Clarification
from app.domain.evidence import Evidence
from app.domain.history import ConsentEntry, CountEntry, Look
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.roster import AccountState
from app.storage.accounts import account_states
from app.storage.clarifications import decisions
from app.storage.evidence import evidence_of
from app.storage.histories import consent_entries, count_entries, looks
from app.storage.of_person import (
    ClosedRow,
    FormRow,
    PartOfImport,
    StoredRow,
    closed_rows_of,
    form_rows_of,
    imports_with,
    rows_about,
)
from app.storage.people import former_nips, person
from app.storage.transaction import Transaction
from app.storage.whose import whose_traces


@dataclass(frozen=True, slots=True)
class OwnData:
    """One person, wholly; `rows` are the rows as they are stored, with every earlier state."""

    person: Person
    former: Sequence[tuple[Nip, date]]
    accounts: Mapping[Platform, AccountState]
    counts: Sequence[CountEntry]
    looks: Sequence[Look]
    consents: Sequence[ConsentEntry]
    evidence: Sequence[Evidence]
    clarifications: Sequence[tuple[Platform, Clarification]]
    imports: Sequence[PartOfImport]
    closed: Sequence[ClosedRow]
    forms: Sequence[FormRow]
    rows: Sequence[StoredRow]


def gather(tx: Transaction, person_id: int, today: date) -> OwnData:
    """Everything about the person.

    Raises:
        PersonGone: there is no such person any more.
    """
    found = person(tx, person_id)
    whose = whose_traces(tx, person_id)
    decided = decisions(tx)
    return OwnData(
        found,
        former_nips(tx, person_id),
        account_states(tx, person_id),
        [entry for one in Platform for entry in count_entries(tx, person_id, one)],
        looks(tx, person_id),
        consent_entries(tx, person_id),
        evidence_of(tx, person_id),
        [(one, made) for one in Platform for made in decided.get((person_id, one), ())],
        imports_with(tx, whose),
        closed_rows_of(tx, whose),
        form_rows_of(tx, whose),
        list(rows_about(tx, whose)),
    )
