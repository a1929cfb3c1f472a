"""New rows of a table, in blocks that SQLite takes fastest."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    bindparam,
    insert,
    literal,
    literal_column,
)

from app.storage.journal import next_id, note_inserted


class NewRows:
    """New rows of one table under ids counted here: there is only one writer.

    `same` are the columns that hold one value in every row; they are told to SQLite once.
    """

    def __init__(self, tx: Connection, table: Table, same: Mapping[str, int | str | None]) -> None:
        self._tx = tx
        self._table = table
        values = {
            column.name: _literal(tx, column, same[column.name])
            if column.name in same
            else bindparam(column.name)
            for column in table.columns
        }
        self._statement = str(insert(table).values(values).compile(tx))
        self._first = self._next = next_id(tx, table)
        self._waiting: list[tuple[object, ...]] = []

    @property
    def first_waiting(self) -> int:
        """Rows from this id on are not in the table yet."""
        return self._next - len(self._waiting)

    def add(self, *values: object) -> int:
        """Takes the values in the order of the table's columns, without the id and the same."""
        row_id = self._next
        self._next = row_id + 1
        self._waiting.append((row_id, *values))
        return row_id

    def send(self) -> None:
        """Writes what waits."""
        if self._waiting:
            # The driver's own executemany: SQLAlchemy would build a dict for each row.
            self._tx.exec_driver_sql(self._statement, self._waiting)
            self._waiting = []

    def note(self, action: int) -> None:
        """Tells the journal which rows are new; called once, after the last `send`."""
        if self._next > self._first:
            note_inserted(self._tx, action, self._table, self._first, self._next - 1)


def _literal(tx: Connection, column: Column[Any], value: int | str | None) -> ColumnElement[Any]:
    written = literal(value, column.type).compile(tx, compile_kwargs={"literal_binds": True})
    return literal_column(str(written), column.type)
