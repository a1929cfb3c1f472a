"""Undos that can be undone, and which counts took the day of their import."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_PLATFORMS = ("instagram", "facebook", "x", "tiktok", "youtube", "threads", "bluesky", "mastodon")
_SOURCES = ("typed", "pasted", "form", "import", "api")


def upgrade() -> None:
    """Makes the two tables and gives each count its mark."""
    op.create_table(
        "reversals",
        _number("undo_id"),
        _number("action_id"),
        sa.ForeignKeyConstraint(["undo_id"], ["actions.id"]),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"]),
        sa.PrimaryKeyConstraint("undo_id", "action_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "as_of_corrections",
        _number("id"),
        _number("import_id"),
        _text("as_of"),
        _number("touched"),
        sa.CheckConstraint(f"as_of GLOB '{_DAY}'", name="as_of_is_a_day"),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_as_of_corrections_import_id", "as_of_corrections", ["import_id"])
    _mark_counts()


def _mark_counts() -> None:
    """Rebuilds the table: SQLite adds no column that must be filled.

    What an import brought with the very day that was said for it is taken to have that day from
    there: before this step nothing was noted.
    """
    op.drop_index("counts_newest", "counts")
    op.rename_table("counts", "counts_before")
    _make_counts()
    op.execute(
        "INSERT INTO counts (id, person_id, platform, low, high, exact, observed_on, source, "
        "written, recorded_at, recorded_by, import_id, source_sheet, source_row, retracted, "
        "day_of_import, touched) "
        "SELECT id, person_id, platform, low, high, exact, observed_on, source, "
        "written, recorded_at, recorded_by, import_id, source_sheet, source_row, retracted, "
        "observed_on = coalesce((SELECT as_of FROM imports WHERE imports.id = import_id), ''), "
        "touched FROM counts_before"
    )
    # What undo will put back must have the mark as well.
    op.execute(
        "UPDATE earlier_rows SET content = json_set(content, '$.day_of_import', "
        "json_extract(content, '$.observed_on') = coalesce((SELECT as_of FROM imports "
        "WHERE imports.id = json_extract(content, '$.import_id')), '')) "
        "WHERE table_name = 'counts'"
    )
    op.drop_table("counts_before")
    op.create_index(
        "counts_newest", "counts", ["person_id", "platform", "retracted", "observed_on", "id"]
    )


def _make_counts() -> None:
    op.create_table(
        "counts",
        _number("id"),
        _number("person_id"),
        _text("platform"),
        _number("low"),
        sa.Column("high", sa.Integer),
        _number("exact"),
        _text("observed_on"),
        _text("source"),
        _text("written"),
        _text("recorded_at"),
        _text("recorded_by"),
        sa.Column("import_id", sa.Integer),
        sa.Column("source_sheet", sa.Integer),
        sa.Column("source_row", sa.Integer),
        _number("retracted"),
        _number("day_of_import"),
        _number("touched"),
        sa.CheckConstraint(f"observed_on GLOB '{_DAY}'", name="observed_on_is_a_day"),
        _one_of("platform", _PLATFORMS),
        _one_of("source", _SOURCES),
        sa.CheckConstraint(
            "exact = 0 OR (high IS NOT NULL AND high = low)", name="exact_is_one_value"
        ),
        sa.CheckConstraint("low >= 0 AND (high IS NULL OR high >= low)", name="interval_in_order"),
        *(_is_flag(column) for column in ("exact", "retracted", "day_of_import")),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["source_sheet"], ["import_sheets.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _is_flag(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_a_flag")


def _one_of(column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return sa.CheckConstraint(choices, name=f"{column}_known")
