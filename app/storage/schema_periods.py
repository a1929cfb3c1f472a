"""The tables of closed periods: which were closed, opened again, and everyone as they stood then.

Rows are only ever added. They belong to no action: a closed period never goes away with Ctrl+Z.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from app.domain.period import PeriodKind
from app.storage.column_kinds import is_day, is_hash, is_nip, number, one_of, text
from app.storage.schema import metadata

__all__ = [
    "metadata",
    "period_reopenings",
    "period_revisions",
    "periods",
    "snapshot_contents",
    "snapshot_rows",
]

periods = Table(
    "periods",
    metadata,
    Column("id", Integer, primary_key=True),
    text("kind"),
    text("first_day"),
    UniqueConstraint("kind", "first_day"),
    one_of("kind", PeriodKind),
    is_day("first_day"),
    sqlite_strict=True,
)

period_revisions = Table(
    "period_revisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("period_id", Integer, ForeignKey("periods.id"), nullable=False),
    number("number"),
    text("as_of"),
    text("rule"),
    number("qualifies"),
    number("not_yet"),
    number("stale"),
    number("no_data"),
    text("sha256"),
    text("closed_at"),
    text("closed_by"),
    UniqueConstraint("period_id", "number"),
    is_day("as_of"),
    is_hash("sha256"),
    sqlite_strict=True,
)
"""One closing; the totals stay what they were, whoever is left out of an output later."""

period_reopenings = Table(
    "period_reopenings",
    metadata,
    Column("revision_id", Integer, ForeignKey("period_revisions.id"), primary_key=True),
    text("reopened_at"),
    text("reopened_by"),
    text("reason"),
    CheckConstraint("reason <> ''", name="reason_given"),
    sqlite_strict=True,
)

snapshot_contents = Table(
    "snapshot_contents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("nip", Text, index=True),
    Column("content", Text),
    CheckConstraint("(nip IS NULL) = (content IS NULL)", name="erased_whole"),
    is_hash("sha256"),
    is_nip("nip"),
    sqlite_strict=True,
)
"""What stands about one person in a snapshot, kept once for all snapshots in which it is the same.

Where a person was erased only the hash stays, so that the hash of the snapshot still verifies.
"""

snapshot_rows = Table(
    "snapshot_rows",
    metadata,
    Column("revision_id", Integer, ForeignKey("period_revisions.id"), nullable=False),
    Column("content_id", Integer, ForeignKey("snapshot_contents.id"), nullable=False, index=True),
    Column("person_id", Integer),
    PrimaryKeyConstraint("revision_id", "content_id"),
    sqlite_strict=True,
)
"""`person_id` is no foreign key: the person may be gone. None where the person was erased."""
