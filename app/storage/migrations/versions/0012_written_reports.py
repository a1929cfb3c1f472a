"""Which reports were written, by whom, of what, and where they went."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


def upgrade() -> None:
    """Makes one table; nothing in the others changes."""
    op.create_table(
        "written_reports",
        _number("id"),
        *(_text(name) for name in ("written_at", "written_by", "os_user", "kinds")),
        *(_text(name) for name in ("period_kind", "first_day")),
        _number("closing"),
        *(_text(name) for name in ("rule", "as_of", "snapshot", "content", "sha256")),
        *(_text(name) for name in ("form", "name", "folder")),
        *(_number(name) for name in ("people", "masked")),
        sa.PrimaryKeyConstraint("id"),
        sa.CheckConstraint(
            "period_kind = 'month' OR period_kind = 'quarter' OR period_kind = 'semester'",
            name="period_kind_known",
        ),
        sa.CheckConstraint("form = 'xlsx' OR form = 'pdf' OR form = 'template'", name="form_known"),
        sa.CheckConstraint(f"first_day GLOB '{_DAY}'", name="first_day_is_a_day"),
        sa.CheckConstraint(f"as_of GLOB '{_DAY}'", name="as_of_is_a_day"),
        sa.CheckConstraint("masked IN (0, 1)", name="masked_is_a_flag"),
        _is_hash("snapshot"),
        _is_hash("sha256"),
        sa.CheckConstraint("people >= 0", name="people_counted"),
        sqlite_strict=True,
    )
    op.create_index("written_reports_by_content", "written_reports", ["content"])


def _is_hash(name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"length({name}) = 64 AND {name} NOT GLOB '*[^0-9a-f]*'", name=f"{name}_is_a_hash"
    )


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
