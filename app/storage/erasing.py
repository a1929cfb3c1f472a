"""Takes one person out of every table, for good: no action, nothing is noted, nothing returns."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, or_, select, update

from app.domain.erasure import Trace, Whose
from app.domain.evidence import Picture
from app.domain.nip import NipFlaw
from app.domain.period import Period, PeriodKind
from app.storage.journal import in_blocks
from app.storage.json_columns import json_text
from app.storage.mentions import take_out_mentions
from app.storage.schema import (
    accounts,
    checked_counts,
    counts,
    earlier_rows,
    former_nips,
    held_rows,
    metadata,
    people,
    signatories,
)
from app.storage.schema_activity import activities
from app.storage.schema_clarification import clarifications
from app.storage.schema_evidence import evidence
from app.storage.schema_fetching import counts_apart
from app.storage.schema_forms import form_people
from app.storage.schema_periods import period_revisions, periods, snapshot_contents, snapshot_rows
from app.storage.snapshots import forget_in_snapshots
from app.storage.submissions import forget_in_submissions

_TRACES: Mapping[Table, Trace] = {
    former_nips: Trace.NUMBERS,
    accounts: Trace.ACCOUNTS,
    counts: Trace.COUNTS,
    counts_apart: Trace.COUNTS,
    activities: Trace.ACTIVITIES,
    clarifications: Trace.CLARIFICATIONS,
    evidence: Trace.EVIDENCE,
    form_people: Trace.FORMS,
}


def tables_of_people() -> list[Table]:
    """Every table whose rows say whose they are, also those that are added later; not snapshots."""
    return [
        table
        for table in reversed(metadata.sorted_tables)
        if "person_id" in table.c and table is not snapshot_rows
    ]


def erase_traces(tx: Connection, whose: Whose) -> Counter[Trace]:
    """Takes everything about one person out; gives how many rows of each kind that were.

    Totals of closed periods and of imports stay. The log of the database keeps the texts until it
    is emptied, and free pages until they are wiped (`Database.wipe`).
    """
    found: Counter[Trace] = Counter()
    count_ids = _ids_of_counts(tx, whose)
    found[Trace.NOTED] = _erase_notes(tx, whose, count_ids)
    found[Trace.CLOSED] = sum(forget_in_snapshots(tx, one) for one in sorted(whose.ids))
    found[Trace.CLOSED] += _forget_numbers(tx, whose)
    for some in in_blocks(sorted(count_ids)):
        gone = delete(checked_counts).where(checked_counts.c.count_id.in_(some))
        found[Trace.CHECKED] += tx.execute(gone).rowcount
    for table in tables_of_people():
        theirs: ColumnElement[bool] = table.c.person_id.in_(whose.ids)
        if table is form_people:
            theirs = or_(theirs, table.c.nip.in_(whose.numbers))
        found[_TRACES.get(table, Trace.OTHER)] += tx.execute(delete(table).where(theirs)).rowcount
    found[Trace.PERSON] = tx.execute(delete(people).where(people.c.id.in_(whose.ids))).rowcount
    found[Trace.RECEIVED] = forget_in_submissions(tx, sorted(whose.numbers))
    found[Trace.HELD] = _erase_held(tx, whose)
    found[Trace.SIGNATORIES] = _erase_signatories(tx, whose)
    found[Trace.MENTIONS] = take_out_mentions(tx, whose)
    return +found


def closings_with(tx: Connection, whose: Whose) -> list[Period]:
    """The closed periods in which the person stands, the newest first."""
    theirs = or_(
        snapshot_rows.c.person_id.in_(whose.ids), snapshot_contents.c.nip.in_(whose.numbers)
    )
    query = (
        select(periods.c.kind, periods.c.first_day)
        .join_from(snapshot_rows, snapshot_contents)
        .join(period_revisions, period_revisions.c.id == snapshot_rows.c.revision_id)
        .join(periods)
        .where(theirs, snapshot_contents.c.content.is_not(None))
        .distinct()
        .order_by(periods.c.first_day.desc())
    )
    return [
        Period(PeriodKind(kind), date.fromisoformat(first)) for kind, first in tx.execute(query)
    ]


def pictures_of(tx: Connection, whose: Whose) -> set[Picture]:
    """Every picture that proves, or once proved, something of the person."""
    names = ("sha256", "kind", "original")
    now = select(*(evidence.c[name] for name in names)).where(evidence.c.person_id.in_(whose.ids))
    noted = earlier_rows.c.content
    before = select(*(json_text(noted, name) for name in names)).where(
        earlier_rows.c.table_name == evidence.name, json_text(noted, "person_id").in_(whose.ids)
    )
    return {Picture(*row) for query in (now, before) for row in tx.execute(query)}


def _ids_of_counts(tx: Connection, whose: Whose) -> set[int]:
    now = select(counts.c.id).where(counts.c.person_id.in_(whose.ids))
    before = select(earlier_rows.c.row_id).where(_noted_of(counts, counts.c.person_id, whose))
    return {*tx.execute(now).scalars(), *tx.execute(before).scalars()}


def _noted_of(table: Table, owner: Column[int], whose: Whose) -> ColumnElement[bool]:
    noted = json_text(earlier_rows.c.content, owner.name)
    return (earlier_rows.c.table_name == table.name) & noted.in_(whose.ids)


def _erase_notes(tx: Connection, whose: Whose, count_ids: set[int]) -> int:
    """What undo would bring back of the person: older actions give back everybody else only."""
    theirs = [
        _noted_of(table, table.c.person_id, whose)
        for table in tables_of_people()
        if "touched" in table.c
    ]
    theirs.append((earlier_rows.c.table_name == people.name) & earlier_rows.c.row_id.in_(whose.ids))
    erased = tx.execute(delete(earlier_rows).where(or_(*theirs))).rowcount
    for some in in_blocks(sorted(count_ids)):
        of_counts = json_text(earlier_rows.c.content, checked_counts.c.count_id.name).in_(some)
        checked = earlier_rows.c.table_name == checked_counts.name
        erased += tx.execute(delete(earlier_rows).where(checked, of_counts)).rowcount
    return erased + _erase_notes_of_held(tx, whose)


def _erase_notes_of_held(tx: Connection, whose: Whose) -> int:
    noted = earlier_rows.c
    query = select(noted.action_id, noted.row_id, noted.content).where(
        noted.table_name == held_rows.name
    )
    gone = []
    for action_id, row_id, content in tx.execute(query):
        row = json.loads(content)
        if _is_held_of(whose, row["reason"], row["texts"]):
            gone.append((action_id, row_id))
    for action_id, row_id in gone:
        one = (noted.action_id == action_id) & (noted.row_id == row_id)
        tx.execute(delete(earlier_rows).where(one, noted.table_name == held_rows.name))
    return len(gone)


def _erase_held(tx: Connection, whose: Whose) -> int:
    query = select(held_rows.c.id, held_rows.c.reason, held_rows.c.texts)
    theirs = [
        row_id for row_id, reason, texts in tx.execute(query) if _is_held_of(whose, reason, texts)
    ]
    for some in in_blocks(theirs):
        tx.execute(delete(held_rows).where(held_rows.c.id.in_(some)))
    return len(theirs)


def _is_held_of(whose: Whose, reason: str, texts: str) -> bool:
    return whose.is_meant_by(json.loads(texts), whole=reason != NipFlaw.NUMERIC.value)


def _erase_signatories(tx: Connection, whose: Whose) -> int:
    query = select(signatories.c.id, signatories.c.nip, signatories.c.name)
    theirs = [
        row_id
        for row_id, nip, name in tx.execute(query)
        if whose.number_in(nip) or (not nip.strip() and whose.is_named_in(name))
    ]
    tx.execute(delete(signatories).where(signatories.c.id.in_(theirs)))
    return len(theirs)


def _forget_numbers(tx: Connection, whose: Whose) -> int:
    """Of records that the office does not know any more under any id."""
    left = snapshot_contents.c.nip.in_(whose.numbers)
    ids = list(tx.execute(select(snapshot_contents.c.id).where(left)).scalars())
    for some in in_blocks(ids):
        gone = update(snapshot_contents).where(snapshot_contents.c.id.in_(some))
        tx.execute(gone.values(nip=None, content=None))
        whose_row = update(snapshot_rows).where(snapshot_rows.c.content_id.in_(some))
        tx.execute(whose_row.values(person_id=None))
    return len(ids)
