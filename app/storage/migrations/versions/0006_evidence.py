"""Pictures that prove counts."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_PLATFORMS = "instagram facebook x tiktok youtube threads bluesky mastodon".split()
_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


def upgrade() -> None:
    """Makes the table; nothing in the others changes."""
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        _text("platform"),
        _text("observed_on"),
        _text("sha256"),
        _text("kind"),
        _text("original"),
        _text("added_at"),
        _text("added_by"),
        sa.Column("touched", sa.Integer, nullable=False),
        _one_of("platform", _PLATFORMS),
        _one_of("kind", ["png", "jpg"]),
        sa.CheckConstraint(f"observed_on GLOB '{_DAY}'", name="observed_on_is_a_day"),
        _is_hash("sha256"),
        _is_hash("original"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("evidence_of_a_count", "evidence", ["person_id", "platform", "observed_on"])
    op.create_index("ix_evidence_sha256", "evidence", ["sha256"])
    op.create_index("ix_evidence_original", "evidence", ["original"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _one_of(column: str, values: list[str]) -> sa.CheckConstraint:
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return sa.CheckConstraint(choices, name=f"{column}_known")


def _is_hash(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"length({column}) = 64 AND {column} NOT GLOB '*[^0-9a-f]*'", name=f"{column}_is_a_hash"
    )
