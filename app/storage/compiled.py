"""Statements that are built once: compiled once for the whole process, and given plain values.

SQLAlchemy's own memory of compiled statements is one of each opened file: a short work like a fetch
would spend a tenth of its time on compiling what the one before it had compiled.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Delete,
    Insert,
    Select,
    Update,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

Value = int | str | None

Statement = Insert | Update | Delete | Select[*tuple[Any, ...]]

_InOrder = Callable[[tuple[Value, ...]], tuple[Value, ...]]

_DIALECT = sqlite_dialect()


def among(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Whether a number is one of those that the parameter `name` lists (see `listed`).

    One parameter however many they are: the text of the statement never changes, so neither
    SQLAlchemy nor SQLite reads it again.
    """
    return column.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))


def listed(numbers: Iterable[int]) -> str:
    """What `among` takes: Python writes whole numbers in a list as JSON does."""
    return str(list(numbers))


def run(tx: Connection, statement: Statement, **values: Value) -> CursorResult[*tuple[Any, ...]]:
    """Runs a statement that is built once.

    Args:
        tx: the transaction.
        statement: always the same object, since it is remembered by it.
        values: of its parameters, as the database takes them.
    """
    text, in_order = _compiled(statement, tuple(values))
    return tx.exec_driver_sql(text, in_order(tuple(values.values())))


def execute_many(
    tx: Connection,
    statement: Insert | Update | Delete,
    names: Sequence[str],
    rows: Iterable[tuple[Value, ...]],
) -> None:
    """Runs a statement that is built once, for every row; no row, no statement.

    Args:
        tx: the transaction.
        statement: always the same object, since it is remembered by it.
        names: of its parameters, in the order in which the rows give them.
        rows: the values as the database takes them.
    """
    text, in_order = _compiled(statement, tuple(names))
    values = list(map(in_order, rows))
    if values:
        tx.exec_driver_sql(text, values)


@lru_cache(maxsize=64)
def _compiled(statement: Statement, names: tuple[str, ...]) -> tuple[str, _InOrder]:
    """Its text, and what puts the values of a row into the order in which it takes them."""
    compiled = statement.compile(dialect=_DIALECT, column_keys=list(names))
    order = compiled.positiontup
    if order is None:
        raise TypeError("the database wants its parameters by name")
    own = {name: value for name, value in compiled.params.items() if name not in names}
    return str(compiled), _in_order([*names, *own], tuple(own.values()), order)


def _in_order(names: Sequence[str], own: tuple[Value, ...], order: Sequence[str]) -> _InOrder:
    """`own`: what the statement itself says, after whatever it is given."""
    places = [names.index(name) for name in order]
    if len(places) < 2:
        return lambda values: tuple((*values, *own)[place] for place in places)
    if not own:
        return itemgetter(*places)
    picked = itemgetter(*places)
    return lambda values: picked((*values, *own))
