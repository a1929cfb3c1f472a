"""Closed periods and the snapshots that they keep."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


def upgrade() -> None:
    """Makes five tables; nothing in the others changes."""
    _make_periods()
    _make_snapshots()


def _make_periods() -> None:
    op.create_table(
        "periods",
        _number("id"),
        _text("kind"),
        _text("first_day"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "first_day"),
        sa.CheckConstraint(
            "kind = 'month' OR kind = 'quarter' OR kind = 'semester'", name="kind_known"
        ),
        sa.CheckConstraint(f"first_day GLOB '{_DAY}'", name="first_day_is_a_day"),
        sqlite_strict=True,
    )
    op.create_table(
        "period_revisions",
        _number("id"),
        _number("period_id"),
        _number("number"),
        _text("as_of"),
        _text("rule"),
        _number("qualifies"),
        _number("not_yet"),
        _number("stale"),
        _number("no_data"),
        _text("sha256"),
        _text("closed_at"),
        _text("closed_by"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"]),
        sa.UniqueConstraint("period_id", "number"),
        sa.CheckConstraint(f"as_of GLOB '{_DAY}'", name="as_of_is_a_day"),
        _is_hash(),
        sqlite_strict=True,
    )
    op.create_table(
        "period_reopenings",
        _number("revision_id"),
        _text("reopened_at"),
        _text("reopened_by"),
        _text("reason"),
        sa.PrimaryKeyConstraint("revision_id"),
        sa.ForeignKeyConstraint(["revision_id"], ["period_revisions.id"]),
        sa.CheckConstraint("reason <> ''", name="reason_given"),
        sqlite_strict=True,
    )


def _make_snapshots() -> None:
    op.create_table(
        "snapshot_contents",
        _number("id"),
        _text("sha256"),
        sa.Column("nip", sa.Text),
        sa.Column("content", sa.Text),
        sa.PrimaryKeyConstraint("id"),
        sa.CheckConstraint("(nip IS NULL) = (content IS NULL)", name="erased_whole"),
        _is_hash(),
        sa.CheckConstraint(
            "length(nip) = 18 AND nip NOT GLOB '*[^0-9]*'", name="nip_has_18_digits"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_snapshot_contents_sha256", "snapshot_contents", ["sha256"])
    op.create_index("ix_snapshot_contents_nip", "snapshot_contents", ["nip"])
    op.create_table(
        "snapshot_rows",
        _number("revision_id"),
        _number("content_id"),
        sa.Column("person_id", sa.Integer),
        sa.PrimaryKeyConstraint("revision_id", "content_id"),
        sa.ForeignKeyConstraint(["revision_id"], ["period_revisions.id"]),
        sa.ForeignKeyConstraint(["content_id"], ["snapshot_contents.id"]),
        sqlite_strict=True,
    )
    op.create_index("ix_snapshot_rows_content_id", "snapshot_rows", ["content_id"])


def _is_hash() -> sa.CheckConstraint:
    return sa.CheckConstraint(
        "length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'", name="sha256_is_a_hash"
    )


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
