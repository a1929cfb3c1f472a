"""The tables of fetching: jobs, their queue, what platforms call an account, counts kept apart."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from app.domain.fetch_job import ApartDecision, ItemState, JobState
from app.domain.platform import Platform
from app.storage.column_kinds import is_day, is_flag, number, one_of, text, touched
from app.storage.schema import metadata

__all__ = ["account_ids", "counts_apart", "fetch_items", "fetch_jobs", "metadata"]

fetch_jobs = Table(
    "fetch_jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    text("platform"),
    text("started_at"),
    text("by"),
    text("state"),
    Column("stopped_for", Text),
    text("code"),
    Column("paused_until", Text),
    number("calls"),
    one_of("platform", Platform),
    one_of("state", JobState),
    CheckConstraint("state <> 'paused' OR paused_until IS NOT NULL", name="paused_until_when"),
    sqlite_strict=True,
)
"""One job a platform; moments are in UTC. `stopped_for` and `code` say what ended it early."""

fetch_items = Table(
    "fetch_items",
    metadata,
    Column("job_id", Integer, ForeignKey("fetch_jobs.id"), nullable=False),
    number("account_id"),
    number("person_id"),
    text("handle"),
    text("state"),
    Column("result", Text),
    number("attempts"),
    text("code"),
    Column("fetched_at", Text),
    Column("action_id", Integer, ForeignKey("actions.id")),
    PrimaryKeyConstraint("job_id", "account_id"),
    Index("fetch_items_of_account", "account_id", "fetched_at"),
    one_of("state", ItemState),
    CheckConstraint("(state = 'ok') = (action_id IS NOT NULL)", name="ok_has_its_action"),
    CheckConstraint("state <> 'ok' OR fetched_at IS NOT NULL", name="ok_has_its_moment"),
    sqlite_strict=True,
)
"""The queue. No foreign keys to the roster: an id is never given twice, and an account may go.

`handle` is what was asked: an answer about it says nothing about another handle. `action_id` is
the action that recorded the count: taken back, the account was never fetched.
"""

account_ids = Table(
    "account_ids",
    metadata,
    Column("account_id", Integer, primary_key=True),
    number("person_id"),
    text("handle"),
    text("platform_id"),
    text("learned_at"),
    sqlite_strict=True,
)
"""What a platform itself calls an account; it stays when its owner renames it.

It holds for the handle that it was learned for: another one in the roster is another account until
the platform says otherwise. It is nobody's statement, so no action takes it back.
"""

counts_apart = Table(
    "counts_apart",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    text("platform"),
    number("low"),
    Column("high", Integer),
    number("exact"),
    text("observed_on"),
    text("written"),
    number("before_low"),
    text("recorded_at"),
    text("recorded_by"),
    Column("decision", Text),
    Column("decided_at", Text),
    text("decided_by"),
    touched(),
    Index("counts_apart_of_account", "person_id", "platform"),
    CheckConstraint("low >= 0 AND (high IS NULL OR high >= low)", name="interval_in_order"),
    CheckConstraint("(decision IS NULL) = (decided_at IS NULL)", name="decided_once"),
    is_flag("exact"),
    one_of("platform", Platform),
    one_of("decision", ApartDecision),
    is_day("observed_on"),
    sqlite_strict=True,
)
"""Fetched, but not believed at once: no count until a person accepts it, and never lost."""
