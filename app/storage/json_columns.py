"""The functions of SQLite for JSON, named here alone."""

from typing import Any

from sqlalchemy import ColumnElement, Function, func


def json_array(*values: ColumnElement[Any]) -> Function[str]:
    """The values of a row as one JSON array without blanks, which SQLite itself writes."""
    return func.json_array(*values)


def json_text(content: ColumnElement[str], key: str) -> Function[Any]:
    """One value of a JSON object in a column."""
    return func.json_extract(content, f"$.{key}")


def json_column(values: ColumnElement[Any]) -> Function[str]:
    """The values of one column in all rows, in the order in which SQLite comes upon these."""
    return func.json_group_array(values)
