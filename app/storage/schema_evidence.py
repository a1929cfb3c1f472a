"""The table of pictures that prove counts; the pictures themselves are files beside the database."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from app.domain.platform import Platform
from app.storage.column_kinds import is_day, is_hash, one_of, text, touched
from app.storage.schema import metadata

__all__ = ["evidence", "metadata"]

KINDS = ("png", "jpg")

evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    text("platform"),
    text("observed_on"),
    Column("sha256", Text, nullable=False, index=True),
    text("kind"),
    Column("original", Text, nullable=False, index=True),
    text("added_at"),
    text("added_by"),
    touched(),
    Index("evidence_of_a_count", "person_id", "platform", "observed_on"),
    one_of("platform", Platform),
    one_of("kind", KINDS),
    is_day("observed_on"),
    is_hash("sha256"),
    is_hash("original"),
    sqlite_strict=True,
)
"""`sha256` names the file; `original` is the hash of what came in. No file is named otherwise."""
