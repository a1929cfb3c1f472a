"""The kinds of columns and constraints that the tables are made of."""

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, Column, Integer, Text

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """One of these texts."""
    # Not IN: SQLite would build a table of a long list anew for every row (three times the time).
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return CheckConstraint(choices, name=f"{column}_known")


def is_day(column: str) -> CheckConstraint:
    """A day as ISO 8601 writes it."""
    return CheckConstraint(f"{column} GLOB '{_DAY}'", name=f"{column}_is_a_day")


def is_flag(column: str) -> CheckConstraint:
    """0 or 1."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_a_flag")


def is_nip(column: str) -> CheckConstraint:
    """18 digits."""
    return CheckConstraint(
        f"length({column}) = 18 AND {column} NOT GLOB '*[^0-9]*'", name=f"{column}_has_18_digits"
    )


def is_hash(column: str) -> CheckConstraint:
    """A SHA-256 in small hexadecimal digits: it names a file, so nothing else may stand there."""
    return CheckConstraint(
        f"length({column}) = 64 AND {column} NOT GLOB '*[^0-9a-f]*'", name=f"{column}_is_a_hash"
    )


def text(name: str) -> Column[str]:
    """Text that is never missing; it may be empty."""
    return Column(name, Text, nullable=False)


def number(name: str) -> Column[int]:
    """A whole number that is never missing."""
    return Column(name, Integer, nullable=False)


def touched() -> Column[int]:
    """The last action that wrote the row: undo asks it whether anything came after."""
    return number("touched")
