"""The looks at accounts: when each was last used."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_PLATFORMS = ("instagram", "facebook", "x", "tiktok", "youtube", "threads", "bluesky", "mastodon")
_SOURCES = ("typed", "pasted", "form", "import", "api")


def upgrade() -> None:
    """Makes the table; nothing in the others changes."""
    op.create_table(
        "activities",
        _number("id"),
        _number("person_id"),
        _text("platform"),
        _text("checked_on"),
        sa.Column("last_post", sa.Text),
        sa.Column("active", sa.Integer),
        _text("source"),
        _text("recorded_at"),
        _text("recorded_by"),
        sa.Column("import_id", sa.Integer),
        sa.Column("source_sheet", sa.Integer),
        sa.Column("source_row", sa.Integer),
        _number("retracted"),
        _number("touched"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"]),
        sa.ForeignKeyConstraint(["source_sheet"], ["import_sheets.id"]),
        sa.CheckConstraint("last_post IS NOT NULL OR active IS NOT NULL", name="says_something"),
        sa.CheckConstraint(
            "last_post IS NULL OR last_post <= checked_on", name="seen_when_checked"
        ),
        sa.CheckConstraint("active IN (0, 1)", name="active_is_a_flag"),
        sa.CheckConstraint("retracted IN (0, 1)", name="retracted_is_a_flag"),
        _one_of("platform", _PLATFORMS),
        _one_of("source", _SOURCES),
        sa.CheckConstraint(f"checked_on GLOB '{_DAY}'", name="checked_on_is_a_day"),
        sa.CheckConstraint(f"last_post GLOB '{_DAY}'", name="last_post_is_a_day"),
        sqlite_strict=True,
    )
    op.create_index(
        "activities_newest",
        "activities",
        ["person_id", "platform", "retracted", "checked_on", "id"],
    )


def _one_of(column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return sa.CheckConstraint(choices, name=f"{column}_known")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
