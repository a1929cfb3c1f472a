"""Everything that an office keeps about one person, table by table, for the person to see."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Table, or_, select, union

from app.domain.erasure import Whose
from app.domain.period import Period, PeriodKind
from app.storage.erasing import tables_of_people
from app.storage.json_columns import json_text
from app.storage.schema import (
    actions,
    counts,
    earlier_rows,
    import_files,
    imports,
    inserted_rows,
    people,
)
from app.storage.schema_activity import activities
from app.storage.schema_forms import form_people, form_rounds, forms
from app.storage.schema_periods import (
    period_reopenings,
    period_revisions,
    periods,
    snapshot_contents,
    snapshot_rows,
)
from app.storage.schema_rollup import submission_contents


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One row as it stands; `until` is the action that ended an earlier state of it."""

    table: str
    row_id: object
    values: Mapping[str, object]
    until: tuple[datetime, str] | None = None


@dataclass(frozen=True, slots=True)
class PartOfImport:
    """An import that wrote something about the person."""

    number: int
    at: datetime
    by: str
    files: tuple[str, ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """What stood about the person in a closing; `rule` and `content` as they are kept."""

    period: Period
    number: int
    as_of: date
    rule: str
    content: str
    reopened: bool


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a form that went out."""

    organisation: str
    file: str
    on: date
    number: int


def rows_about(tx: Connection, whose: Whose) -> Iterator[StoredRow]:
    """Every row of every table that says whose it is, and each of its earlier states."""
    yield from _rows(tx, people, people.c.id.in_(whose.ids))
    for table in tables_of_people()[::-1]:
        yield from _rows(tx, table, table.c.person_id.in_(whose.ids))
    yield from _rows(tx, submission_contents, submission_contents.c.nip.in_(whose.numbers))
    noted = earlier_rows.c
    theirs = [
        (noted.table_name == table.name) & json_text(noted.content, "person_id").in_(whose.ids)
        for table in tables_of_people()
    ]
    theirs.append((noted.table_name == people.name) & noted.row_id.in_(whose.ids))
    query = (
        select(
            noted.table_name, noted.row_id, noted.content, actions.c.begun_at, actions.c.begun_by
        )
        .join(actions, actions.c.id == noted.action_id)
        .where(or_(*theirs))
        .order_by(noted.action_id, noted.table_name, noted.row_id)
    )
    for table, row_id, content, at, by in tx.execute(query):
        yield StoredRow(table, row_id, json.loads(content), (datetime.fromisoformat(at), by))


def imports_with(tx: Connection, whose: Whose) -> list[PartOfImport]:
    """The imports that added or changed something about the person, the newest first."""
    own = [
        select(table.c.import_id).where(table.c.person_id.in_(whose.ids))
        for table in (counts, activities)
    ]
    added = (
        select(imports.c.id)
        .join(inserted_rows, inserted_rows.c.action_id == imports.c.action_id)
        .join(people, people.c.id.between(inserted_rows.c.first_id, inserted_rows.c.last_id))
        .where(inserted_rows.c.table_name == people.name, people.c.id.in_(whose.ids))
    )
    changed = (
        select(imports.c.id)
        .join(earlier_rows, earlier_rows.c.action_id == imports.c.action_id)
        .where(earlier_rows.c.table_name == people.name, earlier_rows.c.row_id.in_(whose.ids))
    )
    ids = union(*own, added, changed).subquery()
    query = select(imports).where(imports.c.id.in_(select(ids))).order_by(imports.c.id.desc())
    found = []
    for row in tx.execute(query).mappings():
        files = select(import_files.c.name).where(import_files.c.import_id == row["id"])
        found.append(
            PartOfImport(
                row["id"],
                datetime.fromisoformat(row["imported_at"]),
                row["imported_by"],
                tuple(tx.execute(files.order_by(import_files.c.id)).scalars()),
                row["undone_at"] is not None,
            )
        )
    return found


def closed_rows_of(tx: Connection, whose: Whose) -> list[ClosedRow]:
    """What every closed period says of the person, the newest first."""
    theirs = or_(
        snapshot_rows.c.person_id.in_(whose.ids), snapshot_contents.c.nip.in_(whose.numbers)
    )
    query = (
        select(
            periods.c.kind,
            periods.c.first_day,
            period_revisions.c.number,
            period_revisions.c.as_of,
            period_revisions.c.rule,
            snapshot_contents.c.content,
            period_reopenings.c.reopened_at,
        )
        .join_from(snapshot_rows, snapshot_contents)
        .join(period_revisions, period_revisions.c.id == snapshot_rows.c.revision_id)
        .join(periods, periods.c.id == period_revisions.c.period_id)
        .outerjoin(period_reopenings, period_reopenings.c.revision_id == period_revisions.c.id)
        .where(theirs, snapshot_contents.c.content.is_not(None))
        .order_by(periods.c.first_day.desc(), period_revisions.c.number.desc())
    )
    return [
        ClosedRow(
            Period(PeriodKind(kind), date.fromisoformat(first)),
            number,
            date.fromisoformat(as_of),
            rule,
            content,
            again is not None,
        )
        for kind, first, number, as_of, rule, content, again in tx.execute(query)
    ]


def form_rows_of(tx: Connection, whose: Whose) -> list[FormRow]:
    """The rows of forms that went out with the person on them, the newest first."""
    theirs = or_(form_people.c.person_id.in_(whose.ids), form_people.c.nip.in_(whose.numbers))
    query = (
        select(
            forms.c.organisation, forms.c.file_name, form_rounds.c.issued_at, form_people.c.number
        )
        .join_from(form_people, forms)
        .join(form_rounds)
        .where(theirs)
        .order_by(form_rounds.c.id.desc(), forms.c.id)
    )
    return [
        FormRow(organisation, file, datetime.fromisoformat(at).date(), number)
        for organisation, file, at, number in tx.execute(query)
    ]


def _rows(tx: Connection, table: Table, which: ColumnElement[bool]) -> Iterator[StoredRow]:
    for row in tx.execute(select(table).where(which)).mappings():
        keys = [column.name for column in table.primary_key]
        yield StoredRow(table.name, row[keys[-1]], dict(row))
