"""What imports learn: layouts that a person confirmed, and units by the names that offices write."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the two tables; nothing in the others changes."""
    op.create_table(
        "layouts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("meanings", sa.Text, nullable=False),
        sa.Column("confirmed_at", sa.Text, nullable=False),
        sa.Column("touched", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("fingerprint"),
        sqlite_strict=True,
    )
    op.create_table(
        "unit_names",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("written", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("touched", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("written"),
        sqlite_strict=True,
    )
