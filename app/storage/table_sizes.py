"""How many rows each table has, and which tables there really are."""

from sqlalchemy import Connection, func, inspect, select

from app.storage import (
    schema_activity,
    schema_clarification,
    schema_evidence,
    schema_fetching,
    schema_forms,
    schema_periods,
    schema_rollup,
)
from app.storage.schema import metadata

_LOADED = (
    schema_activity,
    schema_clarification,
    schema_evidence,
    schema_fetching,
    schema_forms,
    schema_periods,
    schema_rollup,
)
"""A table stands in `metadata` only when its module is loaded."""


def rows_of_tables(tx: Connection) -> dict[str, int]:
    """By name, of every table that is described."""
    return {
        table.name: int(tx.execute(select(func.count()).select_from(table)).scalar_one())
        for table in metadata.sorted_tables
    }


def tables_in_file(tx: Connection) -> set[str]:
    """The names of the tables of the file itself, whatever is described."""
    return set(inspect(tx).get_table_names())
