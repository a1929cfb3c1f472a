"""New rows of a table, in blocks that SQLite takes fastest."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
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

_ROWS_OF_A_STATEMENT = 50
"""Of many rows; each statement costs SQLite as much as half a row (measured)."""

Value = int | str | None


class NewRows:
    """New rows of one table under ids counted here: there is only one writer.

    `same` are the columns that hold one value in every row; they are told to SQLite once.
    """

    def __init__(self, tx: Connection, table: Table, same: Mapping[str, Value]) -> None:
        self._tx = tx
        self._table = table
        self._same = dict(same)
        self._insertions: dict[tuple[tuple[str, Value], ...], _Insertion] = {}
        self._first = self._next = self._sent = next_id(tx, table)
        self._waiting: list[object] = []

    @property
    def first_waiting(self) -> int:
        """Rows from this id on are not in the table yet."""
        return self._sent

    def add(self, *values: object) -> int:
        """Takes the values in the order of the table's columns, without the id and the same."""
        row_id = self._next
        self._next = row_id + 1
        self._waiting.append(row_id)
        self._waiting.extend(values)
        return row_id

    def send(self) -> None:
        """Writes what waits."""
        if self._waiting:
            self._insertion({}).send(self._waiting, len(self._waiting))
            self._waiting = []
        self._sent = self._next

    def send_columns(self, columns: Sequence[Sequence[object]], same: Mapping[str, Value]) -> range:
        """Writes rows, column by column, behind what waits; gives their ids.

        `columns` come in the order of the table's, without the id and all that is the `same`: in
        every row, or in these.
        """
        self.send()
        ids = range(self._next, self._next + len(columns[0]))
        values = chain.from_iterable(zip(ids, *columns, strict=True))
        self._insertion(same).send(values, len(ids) * (1 + len(columns)))
        self._next = self._sent = ids.stop
        return ids

    def note(self, action: int) -> None:
        """Tells the journal which rows are new; called once, after the last `send`."""
        if self._next > self._first:
            note_inserted(self._tx, action, self._table, self._first, self._next - 1)

    def _insertion(self, same: Mapping[str, Value]) -> "_Insertion":
        key = tuple(same.items())
        if key not in self._insertions:
            self._insertions[key] = _Insertion(self._tx, self._table, {**self._same, **same})
        return self._insertions[key]


class _Insertion:
    def __init__(self, tx: Connection, table: Table, same: Mapping[str, Value]) -> None:
        self._tx = tx
        values = {
            column.name: _literal(tx, column, same[column.name])
            if column.name in same
            else bindparam(column.name)
            for column in table.columns
        }
        self._statement = str(insert(table).values(values).compile(tx))
        start, row = self._statement.split(" VALUES ", 1)
        self._of_many = f"{start} VALUES {', '.join([row] * _ROWS_OF_A_STATEMENT)}"
        self._width = len(table.columns) - len(same)

    def send(self, values: Iterable[object], number: int) -> None:
        """The values of all rows, one after the other, and how many values that is."""
        left = iter(values)
        block = self._width * _ROWS_OF_A_STATEMENT
        # The driver's own executemany: SQLAlchemy would build a dict for each row.
        if number >= block:
            # So many times the same iterator: each tuple takes the next values, at the speed of C.
            many = islice(zip(*[left] * block, strict=False), number // block)
            self._tx.exec_driver_sql(self._of_many, list(many))
        if number % block:
            rest = list(zip(*[left] * self._width, strict=True))
            self._tx.exec_driver_sql(self._statement, rest)


def _literal(tx: Connection, column: Column[Any], value: Value) -> ColumnElement[Any]:
    written = literal(value, column.type).compile(tx, compile_kwargs={"literal_binds": True})
    return literal_column(str(written), column.type)
