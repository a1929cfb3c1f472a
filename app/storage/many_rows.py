"""One statement over many rows: compiled once, and given plain tuples instead of a dict a row."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Dialect,
    Insert,
    Update,
    bindparam,
    func,
    select,
)

Value = int | str | None

_InOrder = Callable[[Sequence[Value]], tuple[Value, ...]]


def among(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Whether a number is one of those that the parameter `name` lists (see `listed`).

    One parameter however many they are: the text of the statement never changes, so neither
    SQLAlchemy nor SQLite reads it again.
    """
    return column.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))


def listed(numbers: Iterable[int]) -> str:
    """What `among` takes."""
    return json.dumps(list(numbers))


def execute_many(
    tx: Connection,
    statement: Insert | Update | Delete,
    names: Sequence[str],
    rows: Iterable[Sequence[Value]],
) -> None:
    """Runs a statement that is built once, for every row; no row, no statement.

    Args:
        tx: the transaction.
        statement: always the same object, since it is remembered by it.
        names: of its parameters, in the order in which the rows give them.
        rows: the values as the database takes them.
    """
    text, in_order = _compiled(statement, tuple(names), tx.dialect)
    values = list(map(in_order, rows))
    if values:
        tx.exec_driver_sql(text, values)


@lru_cache(maxsize=32)
def _compiled(
    statement: Insert | Update | Delete, names: tuple[str, ...], dialect: Dialect
) -> tuple[str, _InOrder]:
    """Its text, and what puts the values of a row into the order in which it takes them."""
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    order = compiled.positiontup
    if order is None:
        raise TypeError("the database wants its parameters by name")
    places = [names.index(name) for name in order]
    return str(compiled), itemgetter(*places) if len(places) > 1 else tuple
