"""One action on its way back: what it added goes, what stood before returns, later edits stay."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    Update,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)

from app.storage.journal import in_blocks, note_as_it_is, note_inserted
from app.storage.places import OF_A_PERSON, PLACES, free_places, number
from app.storage.schema import (
    actions,
    as_of_corrections,
    checked_counts,
    earlier_rows,
    held_rows,
    inserted_rows,
    layouts,
    people,
    unit_names,
)
from app.storage.schema_rollup import submissions

_OF_NOBODY = (layouts, unit_names, as_of_corrections, checked_counts, submissions)
"""What an import taught, its own day, what was looked at twice, what came in: nobody's row."""

PARENTS_FIRST = (people, *reversed(OF_A_PERSON), held_rows, *_OF_NOBODY)


class Written(Enum):
    """Which rows are still as the action left them, by who wrote them last."""

    BY = "by"
    """The action itself."""
    BEFORE_OR_BY = "before_or_by"
    """Nobody after it: an undo leaves rows as others had written them before."""


class TakingBack:
    """Takes one action back, as far as nothing came after it.

    `noted_by`: an action under which each row is noted before it goes or changes, so that this
    undo can be undone. `only`: nothing but these rows, by table; without a word about others.
    """

    def __init__(
        self,
        tx: Connection,
        action: int,
        *,
        written: Written = Written.BY,
        noted_by: int | None = None,
        only: Mapping[Table, Sequence[int]] | None = None,
    ) -> None:
        self._tx = tx
        self._action = action
        self._written = written
        self._noted_by = noted_by
        self._only = only
        self._returned: set[tuple[Table, int]] = set()
        self.restored = 0
        self.kept: dict[str, None] = {}

    def run(self) -> None:
        """Children go before their parents and return after them.

        A person whose rows are given back to somebody else can go only when that is done: what
        could not go or return at first is tried again until nothing more does.
        """
        done = -1
        while done < self.restored:
            done = self.restored
            self.kept = {}
            for table in reversed(PARENTS_FIRST):
                self._remove_inserted(table)
            for table in PARENTS_FIRST:
                self._restore_earlier(table)

    # -------------------------------------------------------------- what it added

    def _remove_inserted(self, table: Table) -> None:
        ranges = select(inserted_rows.c.first_id, inserted_rows.c.last_id).where(
            inserted_rows.c.action_id == self._action, inserted_rows.c.table_name == table.name
        )
        for first, last in self._tx.execute(ranges).all():
            for scope in self._scopes(table):
                inside = table.c.id.between(first, last) & scope
                going = inside & self._is_as_left(table)
                if table is people:
                    # What hangs on a person by now was written by others.
                    for child in OF_A_PERSON:
                        going &= ~exists().where(child.c.person_id == people.c.id)
                self._note(table, going)
                self.restored += self._tx.execute(delete(table).where(going)).rowcount
                self._keep(table, self._tx.execute(select(table).where(inside)).mappings())

    def _scopes(self, table: Table) -> Iterator[ColumnElement[bool]]:
        if self._only is None:
            yield table.c.id > 0
        else:
            for some in in_blocks(self._only.get(table, ())):
                yield table.c.id.in_(some)

    def _is_as_left(self, table: Table) -> ColumnElement[bool]:
        if self._written is Written.BY:
            return table.c.touched == self._action
        return table.c.touched <= self._action

    # -------------------------------------------------------------- what stood before

    def _restore_earlier(self, table: Table) -> None:
        noted = select(earlier_rows.c.row_id).where(
            earlier_rows.c.action_id == self._action, earlier_rows.c.table_name == table.name
        )
        ids = [i for i in self._tx.execute(noted).scalars() if (table, i) not in self._returned]
        if self._only is not None:
            asked = set(self._only.get(table, ()))
            ids = [row_id for row_id in ids if row_id in asked]
        for some in in_blocks(ids):
            self._restore(table, some)

    def _restore(self, table: Table, ids: list[int]) -> None:
        standing = select(table).where(table.c.id.in_(ids))
        current = {row["id"]: row for row in self._tx.execute(standing).mappings()}
        back: list[Mapping[str, object]] = []
        gone: list[Mapping[str, object]] = []
        for row in self._earlier(table, ids):
            now = current.get(number(row["id"]))
            if now is None:
                gone.append(row)
            elif self._left_so(now) and self._fits(table, row, now):
                back.append(row)
            else:
                self._keep(table, [now])
        if gone:
            self._bring_back(table, gone)
        if back:
            self._note(table, table.c.id.in_([row["id"] for row in back]))
            self._tx.execute(_put_back(table, back[0]), [_as_parameters(row) for row in back])
            self._returned |= {(table, number(row["id"])) for row in back}
            self.restored += len(back)

    def _earlier(self, table: Table, ids: list[int]) -> Iterable[Mapping[str, object]]:
        query = (
            select(earlier_rows.c.content)
            .where(
                earlier_rows.c.action_id == self._action,
                earlier_rows.c.table_name == table.name,
                earlier_rows.c.row_id.in_(ids),
            )
            .order_by(earlier_rows.c.row_id)
        )
        return [json.loads(content) for content in self._tx.execute(query).scalars()]

    def _left_so(self, now: RowMapping) -> bool:
        touched = number(now["touched"])
        if self._written is Written.BY:
            return touched == self._action
        return touched <= self._action

    def _bring_back(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        """Restores removed rows, unless a later action removed them or their place is taken."""
        ids = [number(row["id"]) for row in rows]
        later = (
            select(earlier_rows.c.row_id)
            .join(actions, actions.c.id == earlier_rows.c.action_id)
            .where(
                earlier_rows.c.table_name == table.name,
                earlier_rows.c.row_id.in_(ids),
                earlier_rows.c.action_id > self._action,
                actions.c.undone_at.is_(None),
            )
        )
        removed = set(self._tx.execute(later).scalars())
        free = free_places(self._tx, table, rows)
        back = [row for row in rows if row["id"] in free and row["id"] not in removed]
        returned = [number(row["id"]) for row in back]
        if back:
            self._tx.execute(insert(table), [dict(row) for row in back])
            self._returned |= {(table, row_id) for row_id in returned}
            self.restored += len(back)
        there = set(returned)
        self._keep(table, [row for row in rows if row["id"] not in there])
        if self._noted_by is not None:
            for first, last in _ranges(returned):
                note_inserted(self._tx, self._noted_by, table, first, last)

    def _fits(self, table: Table, row: Mapping[str, object], now: RowMapping) -> bool:
        """Whether the place that it left is free; most rows never left theirs."""
        stayed = all(row[name] == now[name] for name in PLACES.get(table, ()))
        return stayed or row["id"] in free_places(self._tx, table, [row])

    # -------------------------------------------------------------- what is noted

    def _note(self, table: Table, which: ColumnElement[bool]) -> None:
        if self._noted_by is not None:
            note_as_it_is(self._tx, self._noted_by, table, which)

    def _keep(self, table: Table, rows: Iterable[Mapping[str, object] | RowMapping]) -> None:
        """Notes whose rows stay."""
        if self._only is not None or table in _OF_NOBODY:
            return
        if table is held_rows:
            self.kept |= dict.fromkeys(held_name(str(row["texts"])) for row in rows)
            return
        owner = "id" if table is people else "person_id"
        self.kept |= dict.fromkeys(names_of(self._tx, (number(row[owner]) for row in rows)))


def held_name(texts: str) -> str:
    """What to call a row that waits: its name, else its number, else whatever it says first."""
    said: Mapping[str, str] = json.loads(texts)
    found = said.get("name") or said.get("nip") or next(iter(said.values()), "")
    return found or "–"


def names_of(tx: Connection, ids: Iterable[int]) -> list[str]:
    """The names of people by id; of those who are gone, the last one that was noted."""
    wanted = list(dict.fromkeys(ids))
    names: dict[int, str] = {}
    for some in in_blocks(wanted):
        query = select(people.c.id, people.c.name).where(people.c.id.in_(some))
        names.update(iter(tx.execute(query)))
    for some in in_blocks([one for one in wanted if one not in names]):
        gone = (
            select(earlier_rows.c.row_id, earlier_rows.c.content)
            .where(earlier_rows.c.table_name == people.name, earlier_rows.c.row_id.in_(some))
            .order_by(earlier_rows.c.action_id)
        )
        names.update((row_id, json.loads(content)["name"]) for row_id, content in tx.execute(gone))
    return [names[one] for one in wanted if one in names]


def _ranges(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring ids together; they come in their order."""
    first = last = None
    for row_id in ids:
        if first is None or last is None:
            first = row_id
        elif row_id != last + 1:
            yield first, last
            first = row_id
        last = row_id
    if first is not None and last is not None:
        yield first, last


def _put_back(table: Table, row: Mapping[str, object]) -> Update:
    columns: dict[str, object] = {
        column: bindparam(f"old_{column}") for column in row if column != "id"
    }
    return update(table).where(table.c.id == bindparam("old_id")).values(columns)


def _as_parameters(row: Mapping[str, object]) -> dict[str, object]:
    return {f"old_{column}": value for column, value in row.items()}
