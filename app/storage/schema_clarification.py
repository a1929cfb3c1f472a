"""The table of what people decided about accounts whose counts jumped."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from app.domain.clarification import Decision, InnocentReason
from app.domain.platform import Platform
from app.storage.column_kinds import is_day, is_flag, number, one_of, text, touched
from app.storage.schema import metadata

__all__ = ["clarifications", "metadata"]

clarifications = Table(
    "clarifications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    text("platform"),
    number("count_id"),
    text("since"),
    text("decision"),
    Column("innocent", Text),
    text("note"),
    text("decided_at"),
    text("decided_by"),
    number("retracted"),
    touched(),
    Index("clarifications_of_account", "person_id", "platform", "retracted"),
    CheckConstraint(
        "(innocent IS NULL) = (decision = 'excluded')", name="innocent_where_explained"
    ),
    CheckConstraint("decision <> 'excluded' OR trim(note) <> ''", name="excluded_with_a_reason"),
    is_flag("retracted"),
    one_of("platform", Platform),
    one_of("decision", Decision),
    one_of("innocent", InnocentReason),
    is_day("since"),
    sqlite_strict=True,
)
"""A decision that is taken back stays, retracted: the log forgets nothing.

`count_id` has no foreign key: an id is never given twice, and a count may go with its import.
"""
