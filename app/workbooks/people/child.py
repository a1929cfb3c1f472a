"""The reading child that also converts: a roster of 100,000 rows keeps two processors busy."""

import pickle
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from app.workbooks.reading import child
from app.workbooks.reading.cells import Row
from app.workbooks.reading.cleaning import put_dates, wash
from app.workbooks.reading.doors import Door

ROWS_AT_ONCE = 2_000


def main() -> None:
    """Serves one workbook until the pipe closes."""
    child.main({**child.QUESTIONS, "people": _people}, _prepare)


def _prepare() -> None:
    """Loads what the question for people needs."""
    import app.workbooks.layout.people
    import app.workbooks.people.frames  # noqa: F401


def _people(door: Door, index: int, wanted: bytes) -> Iterator[tuple[str, Any]]:
    # Loaded here: who only looks at a workbook does not wait for it.
    from app.workbooks.layout.people import PeopleReader
    from app.workbooks.people.frames import packed

    layout, merges, keep_contacts, edits, as_of, in_blocks = pickle.loads(wanted)  # noqa: S301  # from the program itself
    reader = PeopleReader(layout, merges, keep_contacts=keep_contacts, edits=edits, as_of=as_of)
    first: int = layout.header.last + 2
    plain = None if as_of is None else reader.plain_columns(as_of)
    blocks = _blocks(door, index)
    if plain is None:
        rows = chain.from_iterable(blocks)
        found = reader.read(islice(rows, first - 1, None), first)
        while chunk := packed(islice(found, ROWS_AT_ONCE), as_of):
            yield "people", chunk
        return
    number = 1
    for block in blocks:
        below = block[max(0, first - number) :]
        read = reader.read_block(below, max(first, number), plain)
        chunk = packed(read, as_of, in_blocks=in_blocks)
        if chunk:
            yield "people", chunk
        if (stop := reader.stopped_at) is not None:
            rest = chain(block[stop - number :], chain.from_iterable(blocks))
            found = reader.read_on(rest, stop)
            while chunk := packed(islice(found, ROWS_AT_ONCE), as_of):
                yield "people", chunk
            return
        number += len(block)


def _blocks(door: Door, index: int) -> Iterator[list[Row]]:
    for block in child.chunks(door.rows(index)):
        put_dates(block, wash(block))
        yield block


if __name__ == "__main__":
    main()
