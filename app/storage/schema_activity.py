"""The table of looks at accounts: when each was last used, as far as anybody saw."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from app.domain.person import Source
from app.domain.platform import Platform
from app.storage.column_kinds import is_day, is_flag, number, one_of, text, touched
from app.storage.schema import metadata

__all__ = ["activities", "metadata"]

activities = Table(
    "activities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    text("platform"),
    text("checked_on"),
    Column("last_post", Text),
    Column("active", Integer),
    text("source"),
    text("recorded_at"),
    text("recorded_by"),
    Column("import_id", Integer, ForeignKey("imports.id")),
    Column("source_sheet", Integer, ForeignKey("import_sheets.id")),
    Column("source_row", Integer),
    number("retracted"),
    touched(),
    Index("activities_newest", "person_id", "platform", "retracted", "checked_on", "id"),
    CheckConstraint("last_post IS NOT NULL OR active IS NOT NULL", name="says_something"),
    CheckConstraint("last_post IS NULL OR last_post <= checked_on", name="seen_when_checked"),
    is_flag("active"),
    is_flag("retracted"),
    one_of("platform", Platform),
    one_of("source", Source),
    is_day("checked_on"),
    is_day("last_post"),
    sqlite_strict=True,
)
"""Append-only, as counts are: a newer look holds, an older one stays in the history."""
