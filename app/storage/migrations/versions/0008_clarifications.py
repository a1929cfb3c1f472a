"""What people decided about accounts whose counts jumped."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_PLATFORMS = ("instagram", "facebook", "x", "tiktok", "youtube", "threads", "bluesky", "mastodon")
_DECISIONS = ("explained", "excluded")
_INNOCENT = (
    "viral",
    "event",
    "merged",
    "other_account",
    "friends",
    "rounded",
    "mistyped_before",
    "long_uncounted",
    "cleaned",
    "new_account",
    "other",
)


def upgrade() -> None:
    """Makes the table; nothing in the others changes."""
    op.create_table(
        "clarifications",
        _number("id"),
        _number("person_id"),
        _text("platform"),
        _number("count_id"),
        _text("since"),
        _text("decision"),
        sa.Column("innocent", sa.Text),
        _text("note"),
        _text("decided_at"),
        _text("decided_by"),
        _number("retracted"),
        _number("touched"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.CheckConstraint(
            "(innocent IS NULL) = (decision = 'excluded')", name="innocent_where_explained"
        ),
        sa.CheckConstraint(
            "decision <> 'excluded' OR trim(note) <> ''", name="excluded_with_a_reason"
        ),
        sa.CheckConstraint("retracted IN (0, 1)", name="retracted_is_a_flag"),
        _one_of("platform", _PLATFORMS),
        _one_of("decision", _DECISIONS),
        _one_of("innocent", _INNOCENT),
        sa.CheckConstraint(f"since GLOB '{_DAY}'", name="since_is_a_day"),
        sqlite_strict=True,
    )
    op.create_index(
        "clarifications_of_account", "clarifications", ["person_id", "platform", "retracted"]
    )


def _one_of(column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return sa.CheckConstraint(choices, name=f"{column}_known")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
