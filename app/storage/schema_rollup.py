"""The tables of what other offices sent: each workbook, and its people as they stood there."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from app.domain.period import PeriodKind
from app.storage.column_kinds import is_day, is_hash, is_nip, number, one_of, text, touched
from app.storage.schema import metadata

__all__ = ["metadata", "submission_contents", "submission_rows", "submissions"]

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    text("sender_id"),
    text("sender"),
    text("period_kind"),
    text("first_day"),
    number("revision"),
    text("as_of"),
    text("rule"),
    number("qualifies"),
    number("not_yet"),
    number("stale"),
    number("no_data"),
    text("snapshot"),
    number("left_out"),
    text("sending_sha256"),
    number("part"),
    number("parts"),
    number("people"),
    text("written_at"),
    text("sha256"),
    text("file_name"),
    text("sheet"),
    text("received_at"),
    text("received_by"),
    touched(),
    UniqueConstraint("sha256"),
    CheckConstraint("part BETWEEN 1 AND parts", name="part_is_one_of_them"),
    one_of("period_kind", PeriodKind),
    is_day("first_day"),
    is_day("as_of"),
    is_hash("sha256"),
    sqlite_strict=True,
)
"""One workbook that was received. It belongs to an action; its rows do not.

Ctrl+Z takes only this row away, however many people stand in the workbook: their rows are found
again when it comes back, and go when something else is received instead.
"""

submission_contents = Table(
    "submission_contents",
    metadata,
    Column("id", Integer, primary_key=True),
    text("sha256"),
    Column("nip", Text, index=True),
    Column("content", Text),
    CheckConstraint("(nip IS NULL) = (content IS NULL)", name="erased_whole"),
    is_hash("sha256"),
    is_nip("nip"),
    sqlite_strict=True,
)
"""What an office said about one person, kept once for all workbooks in which it is the same.

Where a person was erased only the hash stays.
"""

submission_rows = Table(
    "submission_rows",
    metadata,
    number("submission_id"),
    number("row"),
    Column("content_id", Integer, nullable=False, index=True),
    PrimaryKeyConstraint("submission_id", "row"),
    sqlite_strict=True,
)
"""`row` of the sheet. No foreign keys: an id of a workbook is never given twice (see above)."""
