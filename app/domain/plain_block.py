"""Plain rows that follow each other, also column by column: so they are stored at the speed of C."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

from app.domain.plain_row import PlainRow
from app.domain.roster import PERSON_FIELDS, AccountState, CountState

FEWEST_ROWS = 25
"""Fewer are quicker one by one (measured)."""

Columns = list[list[Any]]

_PLAIN = {str, int, type(None)}
_FIELDS = frozenset(PERSON_FIELDS)
_NUMBERS, _NAMES = {int}, {str}
_PLACE = 1


@dataclass(frozen=True, slots=True)
class PlainBlock:
    """`rows` are the fields of `PlainRow`, each for all rows.

    `texts`: what people's texts say, by field; fields that nobody has are left out. `accounts` and
    `counts`: first the place of the row (0-based), then what `known_people.Written` has of each;
    no column at all where there is no entry.
    """

    rows: tuple[list[int], list[str], list[str], list[str], list[str]]
    texts: dict[str, list[str]]
    accounts: Columns
    counts: Columns

    def __len__(self) -> int:
        return len(self.rows[0])

    def __iter__(self) -> Iterator[PlainRow]:
        return map(PlainRow, *self.rows)

    @property
    def numbers(self) -> list[int]:
        """The numbers of the rows in their sheet."""
        return self.rows[0]

    @property
    def nips(self) -> list[str]:
        """In the order of the rows."""
        return self.rows[1]

    @property
    def has_names(self) -> bool:
        """Whether each row names its person."""
        return all(self.texts.get("name", ("",)))

    @property
    def organisations_and_units(self) -> dict[tuple[str, str], None]:
        """Each pair once, as it comes first; empty where a row does not say."""
        nothing = [""] * len(self)
        tops, parts = (self.texts.get(field, nothing) for field in ("organisation", "unit"))
        return dict.fromkeys(zip(tops, parts, strict=True))

    def with_units(self, meant: Mapping[tuple[str, str], tuple[str, str]]) -> "PlainBlock | None":
        """The block with other names of these; None where one of them is not plain."""
        rows: list[PlainRow] = []
        for row in self:
            names = meant.get(row.organisation_and_unit)
            other = row if names is None else row.with_units(*names)
            if other is None:
                return None
            rows.append(other)
        return plain_block(rows)


def plain_block(rows: Sequence[tuple[int, str, str, str, str]]) -> PlainBlock:
    """The values of at least one `PlainRow`, in order, as one block.

    Raises:
        ValueError: what they say is no JSON of ours.
    """
    numbers, nips, texts, accounts, counts = map(list, zip(*rows, strict=True))
    by_field = zip(*[text[2:-2].split('","') for text in texts], strict=True)
    return PlainBlock(
        (numbers, nips, texts, accounts, counts),
        {
            field: list(column)
            for field, column in zip(PERSON_FIELDS, by_field, strict=True)
            if any(column)
        },
        _columns(accounts),
        _columns(counts),
    )


def checked_block(block: PlainBlock) -> PlainBlock:
    """The very block, which another process has sent.

    Raises:
        ValueError: its columns are not as they should be; the other process has gone wild.
    """
    numbers, *written = block.rows
    texts = [*written, *block.texts.values()]
    if not block.texts.keys() <= _FIELDS or {len(numbers)} != {*map(len, texts)}:
        raise ValueError("columns that do not fit together")
    for columns, kind in (([numbers], _NUMBERS), (texts, _NAMES)):
        if not all(set(map(type, column)) == kind for column in columns):
            raise ValueError("values of another kind")
    _check_entries(block.accounts, _PLACE + len(AccountState._fields), len(numbers))
    _check_entries(block.counts, _PLACE + len(CountState._fields), len(numbers))
    return block


def _check_entries(columns: Columns, width: int, rows: int) -> None:
    if not columns:
        return
    places = columns[0]
    if len(columns) != width or {len(places)} != {*map(len, columns)}:
        raise ValueError("columns that do not fit together")
    if not all(set(map(type, column)) <= _PLAIN for column in columns):
        raise ValueError("values of another kind")
    if not set(map(type, places)) == _NUMBERS or not 0 <= min(places) <= max(places) < rows:
        raise ValueError("entries of no row")


def _columns(written: list[str]) -> Columns:
    # All at once: each call would cost as much as the reading of a row.
    entries: list[Columns] = json.loads("[[" + "],[".join(written) + "]]")
    places = chain.from_iterable(map(repeat, range(len(entries)), map(len, entries)))
    columns = list(map(list, zip(*chain.from_iterable(entries), strict=True)))
    return [list(places), *columns] if columns else []
