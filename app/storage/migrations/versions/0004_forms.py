"""The forms that go round: which went out, to whom, and which came back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes four tables; nothing in the others changes."""
    op.create_table(
        "form_rounds",
        _number("id"),
        _text("issued_at"),
        _text("issued_by"),
        sa.Column("due_on", sa.Text),
        _text("platforms"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "forms",
        _number("id"),
        _number("round_id"),
        _text("organisation"),
        _text("file_name"),
        sa.ForeignKeyConstraint(["round_id"], ["form_rounds.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_forms_round_id", "forms", ["round_id"])
    op.create_table(
        "form_people",
        _number("form_id"),
        _number("number"),
        _number("person_id"),
        _text("nip"),
        _text("name"),
        _text("printed"),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"]),
        sa.PrimaryKeyConstraint("form_id", "number"),
        sqlite_strict=True,
    )
    op.create_table(
        "form_returns",
        _number("import_id"),
        _number("form_id"),
        _number("answered"),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"]),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"]),
        sa.PrimaryKeyConstraint("import_id", "form_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_form_returns_form_id", "form_returns", ["form_id"])


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
