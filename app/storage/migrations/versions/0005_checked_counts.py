"""Which odd counts a person said are right."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table; nothing in the others changes."""
    op.create_table(
        "checked_counts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("count_id", sa.Integer, nullable=False),
        sa.Column("checked_at", sa.Text, nullable=False),
        sa.Column("checked_by", sa.Text, nullable=False),
        sa.Column("touched", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("count_id"),
        sqlite_strict=True,
    )
