"""The tables of the office, with every promise of the domain that SQL can keep."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from app.domain.handle import HandleKind
from app.domain.office import SignatoryRole
from app.domain.person import Consent, Service, Source
from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS
from app.storage.column_kinds import is_day, is_flag, is_nip, number, one_of, text, touched

REVISIONS: tuple[str, ...] = tuple(f"{number:04}" for number in range(1, 13))
"""Every revision of the schema, oldest first; a file with any other was made by a newer Gaung."""

metadata = MetaData()


def _outcomes() -> tuple[Column[int] | CheckConstraint, ...]:
    """The five buckets; they always sum to the rows read."""
    names = ("new", "changed", "unchanged", "held", "skipped")
    return (
        number("rows_read"),
        *(number(name) for name in names),
        CheckConstraint(f"rows_read = {' + '.join(names)}", name="buckets_sum_to_rows_read"),
    )


actions = Table(
    "actions",
    metadata,
    Column("id", Integer, primary_key=True),
    text("kind"),
    text("begun_at"),
    text("begun_by"),
    Column("undone_at", Text),
    sqlite_strict=True,
)

inserted_rows = Table(
    "inserted_rows",
    metadata,
    Column("action_id", Integer, ForeignKey("actions.id"), nullable=False),
    text("table_name"),
    number("first_id"),
    number("last_id"),
    PrimaryKeyConstraint("action_id", "table_name", "first_id"),
    Index("inserted_rows_newest", "table_name", "last_id"),
    CheckConstraint("last_id >= first_id", name="range_in_order"),
    sqlite_strict=True,
)

earlier_rows = Table(
    "earlier_rows",
    metadata,
    Column("action_id", Integer, ForeignKey("actions.id"), nullable=False),
    text("table_name"),
    number("row_id"),
    text("content"),
    PrimaryKeyConstraint("action_id", "table_name", "row_id"),
    sqlite_strict=True,
)
"""The whole row, as JSON, before an action changed or removed it."""

reversals = Table(
    "reversals",
    metadata,
    Column("undo_id", Integer, ForeignKey("actions.id"), nullable=False),
    Column("action_id", Integer, ForeignKey("actions.id"), nullable=False),
    PrimaryKeyConstraint("undo_id", "action_id"),
    sqlite_strict=True,
)
"""Which actions an action took back that is itself an undo: undone, it lets them stand again."""

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("nip", Text, nullable=False, unique=True),
    *(text(field) for field in PERSON_FIELDS),
    text("consent"),
    Column("consent_on", Text),
    text("service"),
    touched(),
    is_nip("nip"),
    one_of("consent", Consent),
    is_day("consent_on"),
    one_of("service", Service),
    sqlite_strict=True,
)

former_nips = Table(
    "former_nips",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("nip", Text, nullable=False),
    text("replaced_on"),
    text("reason"),
    touched(),
    is_nip("nip"),
    is_day("replaced_on"),
    sqlite_strict=True,
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    text("platform"),
    Column("handle", Text),
    Column("handle_kind", Text),
    Column("also", Text),
    text("written"),
    number("stated_none"),
    text("unreadable"),
    touched(),
    UniqueConstraint("person_id", "platform"),
    CheckConstraint("(handle IS NULL) = (handle_kind IS NULL)", name="handle_has_its_kind"),
    one_of("platform", Platform),
    one_of("handle_kind", HandleKind),
    is_flag("stated_none"),
    sqlite_strict=True,
)

counts = Table(
    "counts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    text("platform"),
    number("low"),
    Column("high", Integer),
    number("exact"),
    text("observed_on"),
    text("source"),
    text("written"),
    text("recorded_at"),
    text("recorded_by"),
    Column("import_id", Integer, ForeignKey("imports.id")),
    Column("source_sheet", Integer, ForeignKey("import_sheets.id")),
    Column("source_row", Integer),
    number("retracted"),
    number("day_of_import"),
    touched(),
    # Its order answers "the newest usable count of each platform" without touching the table.
    Index("counts_newest", "person_id", "platform", "retracted", "observed_on", "id"),
    CheckConstraint("low >= 0 AND (high IS NULL OR high >= low)", name="interval_in_order"),
    CheckConstraint("exact = 0 OR (high IS NOT NULL AND high = low)", name="exact_is_one_value"),
    is_flag("exact"),
    is_flag("retracted"),
    is_flag("day_of_import"),
    one_of("platform", Platform),
    one_of("source", Source),
    is_day("observed_on"),
    sqlite_strict=True,
)

checked_counts = Table(
    "checked_counts",
    metadata,
    Column("id", Integer, primary_key=True),
    number("count_id"),
    text("checked_at"),
    text("checked_by"),
    touched(),
    UniqueConstraint("count_id"),
    sqlite_strict=True,
)
"""Odd counts that a person said are right; no foreign key, as an id is never given twice."""

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("action_id", Integer, ForeignKey("actions.id"), nullable=False, unique=True),
    text("imported_at"),
    text("imported_by"),
    text("as_of"),
    *_outcomes(),
    Column("undone_at", Text),
    is_day("as_of"),
    sqlite_strict=True,
)

as_of_corrections = Table(
    "as_of_corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False, index=True),
    text("as_of"),
    touched(),
    is_day("as_of"),
    sqlite_strict=True,
)
"""The days that an import's own one was corrected to afterwards; the newest row holds."""

import_files = Table(
    "import_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False, index=True),
    text("name"),
    text("sha256"),
    text("format"),
    sqlite_strict=True,
)

import_sheets = Table(
    "import_sheets",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_file_id", Integer, ForeignKey("import_files.id"), nullable=False, index=True),
    text("name"),
    *_outcomes(),
    sqlite_strict=True,
)

held_rows = Table(
    "held_rows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False, index=True),
    Column("sheet_id", Integer, ForeignKey("import_sheets.id"), nullable=False),
    number("source_row"),
    text("reason"),
    text("texts"),
    touched(),
    sqlite_strict=True,
)
"""Rows that wait for a person; `texts` is a JSON object of field and text, never with a NIK."""

layouts = Table(
    "layouts",
    metadata,
    Column("id", Integer, primary_key=True),
    text("fingerprint"),
    text("meanings"),
    text("confirmed_at"),
    touched(),
    UniqueConstraint("fingerprint"),
    sqlite_strict=True,
)
"""Headers that a person confirmed by importing; `meanings` is a JSON list, a field by column."""

unit_names = Table(
    "unit_names",
    metadata,
    Column("id", Integer, primary_key=True),
    text("written"),
    text("name"),
    touched(),
    UniqueConstraint("written"),
    sqlite_strict=True,
)
"""The unit that a name means; `written` is folded, `name` itself where it is no other one."""

signatories = Table(
    "signatories",
    metadata,
    Column("id", Integer, primary_key=True),
    text("role"),
    text("name"),
    text("position"),
    text("rank"),
    text("nip"),
    number("place_in_order"),
    one_of("role", SignatoryRole),
    sqlite_strict=True,
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    text("value"),
    sqlite_strict=True,
)

commits = Table(
    "commits",
    metadata,
    Column("id", Integer, primary_key=True),
    number("number"),
    CheckConstraint("id = 1", name="only_one_row"),
    sqlite_strict=True,
)
"""One row that counts the committed transactions: tells whether a failed commit landed."""

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", Text, nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
    sqlite_strict=True,
)
