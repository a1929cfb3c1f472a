"""The first schema: people, accounts, counts, imports, and the journal of actions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes every table of the first release."""
    _make_journal()
    _make_people()
    _make_imports()
    _make_accounts()
    _make_counts()
    _make_office()


def _make_journal() -> None:
    op.create_table(
        "actions",
        _number("id"),
        _text("kind"),
        _text("begun_at"),
        _text("begun_by"),
        sa.Column("undone_at", sa.Text),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "inserted_rows",
        _number("action_id"),
        _text("table_name"),
        _number("first_id"),
        _number("last_id"),
        sa.CheckConstraint("last_id >= first_id", name="range_in_order"),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"]),
        sa.PrimaryKeyConstraint("action_id", "table_name", "first_id"),
        sqlite_strict=True,
    )
    op.create_index("inserted_rows_newest", "inserted_rows", ["table_name", "last_id"])
    op.create_table(
        "earlier_rows",
        _number("action_id"),
        _text("table_name"),
        _number("row_id"),
        _text("content"),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"]),
        sa.PrimaryKeyConstraint("action_id", "table_name", "row_id"),
        sqlite_strict=True,
    )
    commits = op.create_table(
        "commits",
        _number("id"),
        _number("number"),
        sa.CheckConstraint("id = 1", name="only_one_row"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.bulk_insert(commits, [{"id": 1, "number": 0}])


def _make_people() -> None:
    op.create_table(
        "people",
        _number("id"),
        _text("nip"),
        _text("name"),
        _text("title_front"),
        _text("title_back"),
        _text("status"),
        _text("rank"),
        _text("position"),
        _text("organisation"),
        _text("unit"),
        _text("job_type"),
        _text("echelon"),
        _text("phone"),
        _text("email"),
        _text("note"),
        _text("consent"),
        sa.Column("consent_on", sa.Text),
        _text("service"),
        _number("touched"),
        _one_of("consent", "unknown", "given", "refused", "withdrawn"),
        _is_day("consent_on"),
        sa.CheckConstraint(
            "length(nip) = 18 AND nip NOT GLOB '*[^0-9]*'", name="nip_has_18_digits"
        ),
        _one_of("service", "active", "moved", "retired"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("nip"),
        sqlite_strict=True,
    )
    op.create_table(
        "former_nips",
        _number("id"),
        _number("person_id"),
        _text("nip"),
        _text("replaced_on"),
        _text("reason"),
        _number("touched"),
        sa.CheckConstraint(
            "length(nip) = 18 AND nip NOT GLOB '*[^0-9]*'", name="nip_has_18_digits"
        ),
        _is_day("replaced_on"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_former_nips_person_id", "former_nips", ["person_id"])


def _make_imports() -> None:
    op.create_table(
        "imports",
        _number("id"),
        _number("action_id"),
        _text("imported_at"),
        _text("imported_by"),
        _text("as_of"),
        *_outcomes(),
        sa.Column("undone_at", sa.Text),
        _is_day("as_of"),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("action_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "import_files",
        _number("id"),
        _number("import_id"),
        _text("name"),
        _text("sha256"),
        _text("format"),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_import_files_import_id", "import_files", ["import_id"])
    op.create_table(
        "import_sheets",
        _number("id"),
        _number("import_file_id"),
        _text("name"),
        *_outcomes(),
        sa.ForeignKeyConstraint(["import_file_id"], ["import_files.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_import_sheets_import_file_id", "import_sheets", ["import_file_id"])
    op.create_table(
        "held_rows",
        _number("id"),
        _number("import_id"),
        _number("sheet_id"),
        _number("source_row"),
        _text("reason"),
        _text("texts"),
        _number("touched"),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"]),
        sa.ForeignKeyConstraint(["sheet_id"], ["import_sheets.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_held_rows_import_id", "held_rows", ["import_id"])


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        _number("id"),
        _number("person_id"),
        _text("platform"),
        sa.Column("handle", sa.Text),
        sa.Column("handle_kind", sa.Text),
        sa.Column("also", sa.Text),
        _text("written"),
        _number("stated_none"),
        _text("unreadable"),
        _number("touched"),
        _one_of("handle_kind", "username", "id", "channel_id", "legacy", "custom"),
        _one_of(
            "platform",
            "instagram",
            "facebook",
            "x",
            "tiktok",
            "youtube",
            "threads",
            "bluesky",
            "mastodon",
        ),
        sa.CheckConstraint("(handle IS NULL) = (handle_kind IS NULL)", name="handle_has_its_kind"),
        _is_flag("stated_none"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "platform"),
        sqlite_strict=True,
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
        _number("touched"),
        _is_day("observed_on"),
        _one_of(
            "platform",
            "instagram",
            "facebook",
            "x",
            "tiktok",
            "youtube",
            "threads",
            "bluesky",
            "mastodon",
        ),
        _one_of("source", "typed", "pasted", "form", "import", "api"),
        sa.CheckConstraint(
            "exact = 0 OR (high IS NOT NULL AND high = low)", name="exact_is_one_value"
        ),
        _is_flag("exact"),
        sa.CheckConstraint("low >= 0 AND (high IS NULL OR high >= low)", name="interval_in_order"),
        _is_flag("retracted"),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["source_sheet"], ["import_sheets.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index(
        "counts_newest", "counts", ["person_id", "platform", "retracted", "observed_on", "id"]
    )


def _make_office() -> None:
    op.create_table(
        "signatories",
        _number("id"),
        _text("role"),
        _text("name"),
        _text("position"),
        _text("rank"),
        _text("nip"),
        _number("place_in_order"),
        _one_of("role", "knows", "signs", "on_behalf"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "settings", _text("key"), _text("value"), sa.PrimaryKeyConstraint("key"), sqlite_strict=True
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _is_day(column: str) -> sa.CheckConstraint:
    day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    return sa.CheckConstraint(f"{column} GLOB '{day}'", name=f"{column}_is_a_day")


def _is_flag(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_a_flag")


def _one_of(column: str, *values: str) -> sa.CheckConstraint:
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return sa.CheckConstraint(choices, name=f"{column}_known")


def _outcomes() -> tuple[sa.Column[int] | sa.CheckConstraint, ...]:
    names = ("new", "changed", "unchanged", "held", "skipped")
    return (
        _number("rows_read"),
        *(_number(name) for name in names),
        sa.CheckConstraint(f"rows_read = {' + '.join(names)}", name="buckets_sum_to_rows_read"),
    )
