"""Finds what is broken in a database: pages, references, and promises no constraint can keep."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, or_, select

from app.domain.nip import read_nip
from app.domain.snapshot_text import hash_of_row
from app.storage import (
    schema,
    schema_activity,
    schema_clarification,
    schema_evidence,
    schema_fetching,
    schema_rollup,
    schema_written,
)
from app.storage.periods import hash_as_stored, revisions
from app.storage.snapshots import changed_contents
from app.storage.submissions import changed_submissions, contents_of_submissions

_MOST_FINDINGS = 100
"""A broken file has thousands; the first say enough."""

_TOUCHED = (
    schema.people,
    schema.former_nips,
    schema.accounts,
    schema.counts,
    schema.held_rows,
    schema.layouts,
    schema.unit_names,
    schema.as_of_corrections,
    schema.checked_counts,
    schema_evidence.evidence,
    schema_activity.activities,
    schema_clarification.clarifications,
    schema_rollup.submissions,
    schema_fetching.counts_apart,
)
_DAYS = (
    (schema.people, "consent_on"),
    (schema.former_nips, "replaced_on"),
    (schema.counts, "observed_on"),
    (schema_evidence.evidence, "observed_on"),
    (schema.imports, "as_of"),
    (schema.as_of_corrections, "as_of"),
    (schema_activity.activities, "checked_on"),
    (schema_activity.activities, "last_post"),
    (schema_clarification.clarifications, "since"),
    (schema_rollup.submissions, "first_day"),
    (schema_rollup.submissions, "as_of"),
    (schema_fetching.counts_apart, "observed_on"),
    (schema_written.written_reports, "first_day"),
    (schema_written.written_reports, "as_of"),
)


def broken_promises(tx: Connection) -> list[str]:
    """One technical line for each finding (at most 100), without names or NIPs."""
    pages = [
        str(line)
        for (line,) in tx.exec_driver_sql(f"PRAGMA integrity_check({_MOST_FINDINGS})")
        if line != "ok"
    ]
    if pages:
        return pages  # what a query says about broken pages means nothing
    findings = [
        *_broken_references(tx),
        *_broken_texts(tx),
        *_broken_journal(tx),
        *_changed_snapshots(tx),
        *_changed_submissions(tx),
    ]
    return findings[:_MOST_FINDINGS]


def _broken_references(tx: Connection) -> Iterator[str]:
    for table, row, parent, _ in tx.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table} {row}: its row of {parent} is missing"


def _broken_texts(tx: Connection) -> Iterator[str]:
    for table in (schema.people, schema.former_nips):
        for row, digits in tx.execute(select(table.c.id, table.c.nip)):
            if read_nip(digits).nip is None:
                yield f"{table.name} {row}: no NIP can read so"
    for table, column in _DAYS:
        for (day,) in tx.execute(select(table.c[column]).distinct()):
            if day is not None and not _is_day(day):
                yield f"{table.name}: {day} is no day"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _broken_journal(tx: Connection) -> Iterator[str]:
    known = select(schema.actions.c.id)
    for table in _TOUCHED:
        orphans = select(func.count()).where(table.c.touched.not_in(known))
        number = tx.execute(orphans).scalar_one()
        if number:
            yield f"{table.name}: {number} rows were written by no known action"
    yield from _broken_imports(tx)
    rows = tx.execute(select(schema.commits.c.id)).all()
    if len(rows) != 1:
        yield f"commits: {len(rows)} rows instead of one"


def _broken_imports(tx: Connection) -> Iterator[str]:
    """The buckets of the sheets must sum to those of their import."""
    buckets = ("rows_read", "new", "changed", "unchanged", "held", "skipped")
    sums = (
        select(
            schema.import_files.c.import_id,
            *(func.sum(schema.import_sheets.c[name]).label(name) for name in buckets),
        )
        .join_from(schema.import_files, schema.import_sheets)
        .group_by(schema.import_files.c.import_id)
        .subquery()
    )
    differs = (func.coalesce(sums.c[name], 0) != schema.imports.c[name] for name in buckets)
    query = (
        select(schema.imports.c.id)
        .outerjoin(sums, sums.c.import_id == schema.imports.c.id)
        .where(or_(*differs))
    )
    for (row,) in tx.execute(query):
        yield f"imports {row}: its sheets sum to other numbers"


def _changed_snapshots(tx: Connection) -> Iterator[str]:
    """Closed periods whose rows, rule or totals are not those of the day of closing."""
    for row in changed_contents(tx):
        yield f"snapshot_contents {row}: the text is not what its hash says"
    for one in revisions(tx):
        if hash_as_stored(tx, one) != one.sha256:
            yield f"period_revisions {one.id}: the snapshot is not what its hash says"


def _changed_submissions(tx: Connection) -> Iterator[str]:
    """What other offices sent is what was received, but for people who were erased."""
    for row, sha256, content in contents_of_submissions(tx):
        if hash_of_row(content) != sha256:
            yield f"submission_contents {row}: the text is not what its hash says"
    for one, rows in changed_submissions(tx):
        yield f"submissions {one}: {rows} rows are not as many as were received"
