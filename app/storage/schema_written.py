"""The table of reports that were written. Rows are only added, and belong to no action.

Ctrl+Z takes back what was recorded; a file that left the office stays written.
"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table

from app.domain.period import PeriodKind
from app.domain.written_report import ReportForm
from app.storage.column_kinds import is_day, is_flag, is_hash, number, one_of, text
from app.storage.schema import metadata

__all__ = ["metadata", "written_reports"]

written_reports = Table(
    "written_reports",
    metadata,
    Column("id", Integer, primary_key=True),
    text("written_at"),
    text("written_by"),
    text("os_user"),
    text("kinds"),
    text("period_kind"),
    text("first_day"),
    number("closing"),
    text("rule"),
    text("as_of"),
    text("snapshot"),
    text("content"),
    text("sha256"),
    text("form"),
    text("name"),
    text("folder"),
    number("people"),
    number("masked"),
    Index("written_reports_by_content", "content"),
    one_of("period_kind", PeriodKind),
    one_of("form", ReportForm),
    is_day("first_day"),
    is_day("as_of"),
    is_flag("masked"),
    is_hash("snapshot"),
    is_hash("sha256"),
    CheckConstraint("people >= 0", name="people_counted"),
    sqlite_strict=True,
)
"""`content` is empty where a file proves nothing of itself; `closing` 0: of no closed period."""
