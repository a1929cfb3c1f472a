"""Fetching: jobs with their queue, what platforms call accounts, counts kept apart."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_PLATFORMS = ("instagram", "facebook", "x", "tiktok", "youtube", "threads", "bluesky", "mastodon")
_JOB_STATES = ("running", "paused", "stopped", "ended")
_ITEM_STATES = ("pending", "in_flight", "ok", "failed", "retry")
_DECISIONS = ("accepted", "refused", "outdated")


def upgrade() -> None:
    """Makes four tables; nothing in the others changes."""
    _make_queue()
    _make_ids()
    _make_counts_apart()


def _make_queue() -> None:
    op.create_table(
        "fetch_jobs",
        _number("id"),
        _text("platform"),
        _text("started_at"),
        _text("by"),
        _text("state"),
        sa.Column("stopped_for", sa.Text),
        _text("code"),
        sa.Column("paused_until", sa.Text),
        _number("calls"),
        sa.PrimaryKeyConstraint("id"),
        _one_of("platform", _PLATFORMS),
        _one_of("state", _JOB_STATES),
        sa.CheckConstraint(
            "state <> 'paused' OR paused_until IS NOT NULL", name="paused_until_when"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "fetch_items",
        _number("job_id"),
        _number("account_id"),
        _number("person_id"),
        _text("handle"),
        _text("state"),
        sa.Column("result", sa.Text),
        _number("attempts"),
        _text("code"),
        sa.Column("fetched_at", sa.Text),
        sa.Column("action_id", sa.Integer),
        sa.PrimaryKeyConstraint("job_id", "account_id"),
        sa.ForeignKeyConstraint(["job_id"], ["fetch_jobs.id"]),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"]),
        _one_of("state", _ITEM_STATES),
        sa.CheckConstraint("(state = 'ok') = (action_id IS NOT NULL)", name="ok_has_its_action"),
        sa.CheckConstraint("state <> 'ok' OR fetched_at IS NOT NULL", name="ok_has_its_moment"),
        sqlite_strict=True,
    )
    op.create_index("fetch_items_of_account", "fetch_items", ["account_id", "fetched_at"])


def _make_ids() -> None:
    op.create_table(
        "account_ids",
        _number("account_id"),
        _number("person_id"),
        _text("handle"),
        _text("platform_id"),
        _text("learned_at"),
        sa.PrimaryKeyConstraint("account_id"),
        sqlite_strict=True,
    )


def _make_counts_apart() -> None:
    op.create_table(
        "counts_apart",
        _number("id"),
        _number("person_id"),
        _text("platform"),
        _number("low"),
        sa.Column("high", sa.Integer),
        _number("exact"),
        _text("observed_on"),
        _text("written"),
        _number("before_low"),
        _text("recorded_at"),
        _text("recorded_by"),
        sa.Column("decision", sa.Text),
        sa.Column("decided_at", sa.Text),
        _text("decided_by"),
        _number("touched"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.CheckConstraint("low >= 0 AND (high IS NULL OR high >= low)", name="interval_in_order"),
        sa.CheckConstraint("(decision IS NULL) = (decided_at IS NULL)", name="decided_once"),
        sa.CheckConstraint("exact IN (0, 1)", name="exact_is_a_flag"),
        _one_of("platform", _PLATFORMS),
        _one_of("decision", _DECISIONS),
        sa.CheckConstraint(f"observed_on GLOB '{_DAY}'", name="observed_on_is_a_day"),
        sqlite_strict=True,
    )
    op.create_index("counts_apart_of_account", "counts_apart", ["person_id", "platform"])


def _one_of(column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return sa.CheckConstraint(choices, name=f"{column}_known")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
