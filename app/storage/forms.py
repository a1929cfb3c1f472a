"""The forms that went out and came back; writing them down is no action and is never undone."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from app.domain.erasure import HandedOut, Whose
from app.domain.form import Form, FormPerson, Printed
from app.domain.person import Source
from app.domain.platform import Platform
from app.storage.schema import counts, imports
from app.storage.schema_forms import form_people, form_returns, form_rounds, forms


@dataclass(frozen=True, slots=True)
class FormFacts:
    """One form of a round; `returned_at` None while it has not come back."""

    id: int
    organisation: str
    file_name: str
    people: int
    returned_at: datetime | None


@dataclass(frozen=True, slots=True)
class FormRound:
    """One sending: everything that went out together."""

    id: int
    issued_at: datetime
    issued_by: str
    due_on: date | None
    platforms: tuple[Platform, ...]
    forms: tuple[FormFacts, ...]


def add_round(
    tx: Connection, at: datetime, by: str, due_on: date | None, platforms: Sequence[Platform]
) -> int:
    """Records a sending; gives its id."""
    adding = insert(form_rounds).values(
        issued_at=at.isoformat(timespec="seconds"),
        issued_by=by,
        due_on=due_on.isoformat() if due_on is not None else None,
        platforms=",".join(platforms),
    )
    return int(tx.execute(adding.returning(form_rounds.c.id)).scalar_one())


def add_form(tx: Connection, round_id: int, organisation: str, file_name: str) -> int:
    """Records a workbook of the sending; gives its id."""
    adding = insert(forms).values(round_id=round_id, organisation=organisation, file_name=file_name)
    return int(tx.execute(adding.returning(forms.c.id)).scalar_one())


def add_form_people(tx: Connection, form_id: int, people: Iterable[FormPerson]) -> None:
    """Records the rows of a form as they are printed."""
    rows = [
        {
            "form_id": form_id,
            "number": one.number,
            "person_id": one.person_id,
            "nip": one.nip,
            "name": one.name,
            "printed": json.dumps({str(p): list(said) for p, said in one.printed.items()}),
        }
        for one in people
    ]
    if rows:
        tx.execute(insert(form_people), rows)


def forms_by_id(tx: Connection, ids: Iterable[int]) -> dict[int, Form]:
    """These forms with their rows; who never went out is left out."""
    wanted = sorted(set(ids))
    query = (
        select(forms.c.id, forms.c.round_id, forms.c.organisation, form_rounds.c.issued_at)
        .join_from(forms, form_rounds)
        .where(forms.c.id.in_(wanted))
    )
    people = _people_of(tx, wanted)
    return {
        form_id: Form(
            form_id,
            round_id,
            organisation,
            datetime.fromisoformat(at).date(),
            people.get(form_id, {}),
        )
        for form_id, round_id, organisation, at in tx.execute(query)
    }


def note_returns(tx: Connection, import_id: int, answered: Mapping[int, int]) -> None:
    """Records which forms came back with an import, and how many rows of each were answered."""
    rows = [
        {"import_id": import_id, "form_id": form_id, "answered": number}
        for form_id, number in answered.items()
    ]
    if rows:
        tx.execute(insert(form_returns), rows)


def forget_round(tx: Connection, round_id: int) -> None:
    """As if it had never been: for a sending whose files could not all be written."""
    ids = select(forms.c.id).where(forms.c.round_id == round_id)
    tx.execute(delete(form_people).where(form_people.c.form_id.in_(ids)))
    tx.execute(delete(forms).where(forms.c.round_id == round_id))
    tx.execute(delete(form_rounds).where(form_rounds.c.id == round_id))


def mark_counts_of_forms(tx: Connection, import_id: int, sheet_ids: Sequence[int]) -> None:
    """The counts that these sheets of an import brought came by form."""
    of_forms = counts.c.import_id == import_id, counts.c.source_sheet.in_(sheet_ids)
    tx.execute(update(counts).where(*of_forms).values(source=str(Source.FORM)))


def form_rounds_newest_first(tx: Connection) -> list[FormRound]:
    """Every sending with its forms by organisation; a return that was taken back is none."""
    returned = _returned(tx)
    counted = select(form_people.c.form_id, func.count()).group_by(form_people.c.form_id)
    people: Counter[int] = Counter(dict(iter(tx.execute(counted))))
    by_round: dict[int, list[FormFacts]] = {}
    query = select(forms.c.id, forms.c.round_id, forms.c.organisation, forms.c.file_name)
    for form_id, round_id, organisation, file_name in tx.execute(
        query.order_by(forms.c.organisation, forms.c.id)
    ):
        facts = FormFacts(form_id, organisation, file_name, people[form_id], returned.get(form_id))
        by_round.setdefault(round_id, []).append(facts)
    return [
        FormRound(
            round_id,
            datetime.fromisoformat(at),
            by,
            date.fromisoformat(due) if due else None,
            tuple(Platform(name) for name in platforms.split(",") if name),
            tuple(by_round.get(round_id, ())),
        )
        for round_id, at, by, due, platforms in tx.execute(
            select(form_rounds).order_by(form_rounds.c.id.desc())
        )
    ]


def forms_with(tx: Connection, whose: Whose) -> list[HandedOut]:
    """The forms that went out with a person in them."""
    theirs = or_(form_people.c.person_id.in_(whose.ids), form_people.c.nip.in_(whose.numbers))
    query = (
        select(forms.c.file_name, form_rounds.c.issued_at)
        .join_from(form_people, forms)
        .join(form_rounds)
        .where(theirs)
        .distinct()
    )
    return [HandedOut(name, datetime.fromisoformat(at).date()) for name, at in tx.execute(query)]


def _people_of(tx: Connection, ids: Sequence[int]) -> dict[int, dict[int, FormPerson]]:
    found: dict[int, dict[int, FormPerson]] = {}
    query = select(form_people).where(form_people.c.form_id.in_(ids))
    for form_id, number, person_id, nip, name, printed in tx.execute(query):
        said = {Platform(p): Printed(*values) for p, values in json.loads(printed).items()}
        found.setdefault(form_id, {})[number] = FormPerson(number, person_id, nip, name, said)
    return found


def _returned(tx: Connection) -> dict[int, datetime]:
    query = (
        select(form_returns.c.form_id, func.min(imports.c.imported_at))
        .join_from(form_returns, imports)
        .where(imports.c.undone_at.is_(None))
        .group_by(form_returns.c.form_id)
    )
    return {form_id: datetime.fromisoformat(at) for form_id, at in tx.execute(query)}
