"""What other offices sent, and their people as they stood there."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_TEXTS = (
    *("sender_id", "sender", "period_kind", "first_day", "as_of", "rule", "snapshot"),
    *("sending_sha256", "written_at", "sha256", "file_name", "sheet", "received_at", "received_by"),
)
_NUMBERS = (
    *("id", "revision", "qualifies", "not_yet", "stale", "no_data", "left_out"),
    *("part", "parts", "people", "touched"),
)


def upgrade() -> None:
    """Makes three tables; nothing in the others changes."""
    _make_submissions()
    _make_rows()


def _make_submissions() -> None:
    op.create_table(
        "submissions",
        *(sa.Column(name, sa.Integer, nullable=False) for name in _NUMBERS),
        *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
        sa.CheckConstraint("part BETWEEN 1 AND parts", name="part_is_one_of_them"),
        sa.CheckConstraint(
            "period_kind = 'month' OR period_kind = 'quarter' OR period_kind = 'semester'",
            name="period_kind_known",
        ),
        sa.CheckConstraint(f"first_day GLOB '{_DAY}'", name="first_day_is_a_day"),
        sa.CheckConstraint(f"as_of GLOB '{_DAY}'", name="as_of_is_a_day"),
        _is_hash(),
        sqlite_strict=True,
    )


def _make_rows() -> None:
    op.create_table(
        "submission_contents",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
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
    op.create_index("ix_submission_contents_nip", "submission_contents", ["nip"])
    op.create_table(
        "submission_rows",
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("content_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("submission_id", "row"),
        sqlite_strict=True,
    )
    op.create_index("ix_submission_rows_content_id", "submission_rows", ["content_id"])


def _is_hash() -> sa.CheckConstraint:
    return sa.CheckConstraint(
        "length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'", name="sha256_is_a_hash"
    )
