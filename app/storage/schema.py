"""The tables of the office, with every promise of the domain that SQL can keep."""

from collections.abc import Iterable

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

REVISIONS: tuple[str, ...] = ("0001", "0002")
"""Every revision of the schema, oldest first; a file with any other was made by a newer Gaung."""

metadata = MetaData()

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


def _one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    # Not IN: SQLite would build a table of a long list anew for every row (three times the time).
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return CheckConstraint(choices, name=f"{column}_known")


def _is_day(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} GLOB '{_DAY}'", name=f"{column}_is_a_day")


def _is_flag(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_a_flag")


def _is_nip(column: str) -> CheckConstraint:
    return CheckConstraint(
        f"length({column}) = 18 AND {column} NOT GLOB '*[^0-9]*'", name=f"{column}_has_18_digits"
    )


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _touched() -> Column[int]:
    """The last action that wrote the row: undo asks it whether anything came after."""
    return _number("touched")


def _outcomes() -> tuple[Column[int] | CheckConstraint, ...]:
    """The five buckets; they always sum to the rows read."""
    names = ("new", "changed", "unchanged", "held", "skipped")
    return (
        _number("rows_read"),
        *(_number(name) for name in names),
        CheckConstraint(f"rows_read = {' + '.join(names)}", name="buckets_sum_to_rows_read"),
    )


actions = Table(
    "actions",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("kind"),
    _text("begun_at"),
    _text("begun_by"),
    Column("undone_at", Text),
    sqlite_strict=True,
)

inserted_rows = Table(
    "inserted_rows",
    metadata,
    Column("action_id", Integer, ForeignKey("actions.id"), nullable=False),
    _text("table_name"),
    _number("first_id"),
    _number("last_id"),
    PrimaryKeyConstraint("action_id", "table_name", "first_id"),
    Index("inserted_rows_newest", "table_name", "last_id"),
    CheckConstraint("last_id >= first_id", name="range_in_order"),
    sqlite_strict=True,
)

earlier_rows = Table(
    "earlier_rows",
    metadata,
    Column("action_id", Integer, ForeignKey("actions.id"), nullable=False),
    _text("table_name"),
    _number("row_id"),
    _text("content"),
    PrimaryKeyConstraint("action_id", "table_name", "row_id"),
    sqlite_strict=True,
)
"""The whole row, as JSON, before an action changed or removed it."""

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("nip", Text, nullable=False, unique=True),
    *(_text(field) for field in PERSON_FIELDS),
    _text("consent"),
    Column("consent_on", Text),
    _text("service"),
    _touched(),
    _is_nip("nip"),
    _one_of("consent", Consent),
    _is_day("consent_on"),
    _one_of("service", Service),
    sqlite_strict=True,
)

former_nips = Table(
    "former_nips",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("nip", Text, nullable=False),
    _text("replaced_on"),
    _text("reason"),
    _touched(),
    _is_nip("nip"),
    _is_day("replaced_on"),
    sqlite_strict=True,
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    _text("platform"),
    Column("handle", Text),
    Column("handle_kind", Text),
    Column("also", Text),
    _text("written"),
    _number("stated_none"),
    _text("unreadable"),
    _touched(),
    UniqueConstraint("person_id", "platform"),
    CheckConstraint("(handle IS NULL) = (handle_kind IS NULL)", name="handle_has_its_kind"),
    _one_of("platform", Platform),
    _one_of("handle_kind", HandleKind),
    _is_flag("stated_none"),
    sqlite_strict=True,
)

counts = Table(
    "counts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    _text("platform"),
    _number("low"),
    Column("high", Integer),
    _number("exact"),
    _text("observed_on"),
    _text("source"),
    _text("written"),
    _text("recorded_at"),
    _text("recorded_by"),
    Column("import_id", Integer, ForeignKey("imports.id")),
    Column("source_sheet", Integer, ForeignKey("import_sheets.id")),
    Column("source_row", Integer),
    _number("retracted"),
    _touched(),
    # Its order answers "the newest usable count of each platform" without touching the table.
    Index("counts_newest", "person_id", "platform", "retracted", "observed_on", "id"),
    CheckConstraint("low >= 0 AND (high IS NULL OR high >= low)", name="interval_in_order"),
    CheckConstraint("exact = 0 OR (high IS NOT NULL AND high = low)", name="exact_is_one_value"),
    _is_flag("exact"),
    _is_flag("retracted"),
    _one_of("platform", Platform),
    _one_of("source", Source),
    _is_day("observed_on"),
    sqlite_strict=True,
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("action_id", Integer, ForeignKey("actions.id"), nullable=False, unique=True),
    _text("imported_at"),
    _text("imported_by"),
    _text("as_of"),
    *_outcomes(),
    Column("undone_at", Text),
    _is_day("as_of"),
    sqlite_strict=True,
)

import_files = Table(
    "import_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False, index=True),
    _text("name"),
    _text("sha256"),
    _text("format"),
    sqlite_strict=True,
)

import_sheets = Table(
    "import_sheets",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_file_id", Integer, ForeignKey("import_files.id"), nullable=False, index=True),
    _text("name"),
    *_outcomes(),
    sqlite_strict=True,
)

held_rows = Table(
    "held_rows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False, index=True),
    Column("sheet_id", Integer, ForeignKey("import_sheets.id"), nullable=False),
    _number("source_row"),
    _text("reason"),
    _text("texts"),
    _touched(),
    sqlite_strict=True,
)
"""Rows that wait for a person; `texts` is a JSON object of field and text, never with a NIK."""

layouts = Table(
    "layouts",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("fingerprint"),
    _text("meanings"),
    _text("confirmed_at"),
    _touched(),
    UniqueConstraint("fingerprint"),
    sqlite_strict=True,
)
"""Headers that a person confirmed by importing; `meanings` is a JSON list, a field by column."""

unit_names = Table(
    "unit_names",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("written"),
    _text("name"),
    _touched(),
    UniqueConstraint("written"),
    sqlite_strict=True,
)
"""The unit that a name means; `written` is folded, `name` itself where it is no other one."""

signatories = Table(
    "signatories",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("role"),
    _text("name"),
    _text("position"),
    _text("rank"),
    _text("nip"),
    _number("place_in_order"),
    _one_of("role", SignatoryRole),
    sqlite_strict=True,
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    _text("value"),
    sqlite_strict=True,
)

commits = Table(
    "commits",
    metadata,
    Column("id", Integer, primary_key=True),
    _number("number"),
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
