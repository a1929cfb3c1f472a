"""The plain rows of a block, made column by column: most of the work is done at the speed of C.

Nothing is decided here that the readers of single rows do not decide: each different cell is
shown to them once, and a row of which one cell is not plain is left to them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import chain, count, repeat, zip_longest
from typing import Any

from app.domain.dates import read_date
from app.domain.ditto import is_ditto
from app.domain.handle import HandleKind
from app.domain.name import is_plain_name
from app.domain.nip import is_plain_nip
from app.domain.plain_row import account_text, count_text, is_plain, plain_account
from app.domain.roster import PERSON_FIELDS
from app.workbooks.layout.account_cells import AccountCells
from app.workbooks.layout.lines import says_more

Row = Sequence[object]
PlainTuple = tuple[int, str, str, str, str]
"""The values of a `PlainRow`: named tuples cannot cross the pipe."""

_ODD = "\\"
"""Stands for a cell that needs the long way; no plain text can hold it."""

_REMEMBERED = 50_000
"""Different cells of a column; ranks, units and counts of 100,000 people are fewer."""

# True and 1 equal 1.0, so blocks with such cells cannot be looked up: none is in a plain roster.
_TOLD_APART = {str, float, type(None), date, datetime}


class PlainColumns:
    """Where a sheet has what a plain row says; 0-based columns."""

    def __init__(
        self,
        nip: int,
        name: int,
        texts: Iterable[tuple[str, int, Callable[[object], str]]],
        platforms: Sequence[AccountCells],
        observed: int | None,
        as_of: date,
    ) -> None:
        """`texts`: field, column, and how a filled cell of it is read."""
        self._nip, self._name, self._observed = nip, name, observed
        self._texts = {field: (column, _Remembered(_plain(read))) for field, column, read in texts}
        self._platforms = [
            _PlatformColumns(cells, as_of)
            for cells in sorted(platforms, key=lambda cells: f'{cells.platform.value}"')
        ]
        used = {nip, name, *(column for column, _ in self._texts.values())}
        used.update(*(cells.columns for cells in platforms))
        self._used = sorted(used if observed is None else used | {observed})

    def read(
        self, rows: Sequence[Row], first_row: int, organisation_of: Callable[[str], str]
    ) -> list[PlainTuple | None]:
        """For each row what it says, or None where it has to be read by itself.

        Args:
            rows: of the sheet, one after the other.
            first_row: the number of the first one.
            organisation_of: what is meant where only this unit is said.
        """
        columns = list(zip_longest(*rows))
        blank = (None,) * len(rows)
        by_place: dict[int | None, Row] = {
            place: columns[place] if place < len(columns) else blank for place in self._used
        }
        if not set(map(type, chain.from_iterable(by_place.values()))) <= _TOLD_APART:
            return [None] * len(rows)
        by_place[None] = blank
        nips = [
            cell if isinstance(cell, str) and is_plain_nip(cell) else _ODD
            for cell in by_place[self._nip]
        ]
        texts = self._texts_of(by_place, organisation_of)
        days = by_place[self._observed]
        said = [platform.read(by_place, days) for platform in self._platforms]
        accounts = _joined([of_platform for of_platform, _ in said], len(rows))
        counts = _joined([of_platform for _, of_platform in said], len(rows))
        return [
            (number, nip, text, named[:-1], counted[:-1])
            if not (_ODD in nip or _ODD in text or _ODD in named or _ODD in counted)
            and says_more(row)
            else None
            for number, row, nip, text, named, counted in zip(
                count(first_row), rows, nips, texts, accounts, counts, strict=False
            )
        ]

    def _texts_of(
        self, by_place: dict[int | None, Row], organisation_of: Callable[[str], str]
    ) -> list[str]:
        fields: dict[str, list[str]] = {
            field: list(map(known.__getitem__, by_place[column]))
            for field, (column, known) in self._texts.items()
        }
        fields["name"] = [
            cell if isinstance(cell, str) and is_plain_name(cell) else _ODD
            for cell in by_place[self._name]
        ]
        nothing = [""] * len(fields["name"])
        organisations = fields.get("organisation", nothing)
        if "" in organisations:
            beside = _Remembered(_plain(lambda unit: organisation_of(str(unit))))
            fields["organisation"] = [
                said or beside[unit]
                for said, unit in zip(organisations, fields.get("unit", nothing), strict=True)
            ]
        values = zip(*(fields.get(field, nothing) for field in PERSON_FIELDS), strict=True)
        return [f'["{text}"]' for text in map('","'.join, values)]


class _PlatformColumns:
    def __init__(self, cells: AccountCells, as_of: date) -> None:
        self._cells = cells
        self._as_of = as_of
        self._counts = _Remembered(self._count)

    def read(self, by_place: dict[int | None, Row], days: Row) -> tuple[list[str], list[str]]:
        """The accounts and the counts as text, each with a comma behind it."""
        cells = self._cells
        names = by_place[cells.handle]
        nothing = cells.handle is None
        accounts = [""] * len(names) if nothing else list(map(self._account, names))
        keys = zip(
            by_place[cells.count],
            by_place[cells.observed],
            days,
            [name is None for name in names],
            strict=True,
        )
        return accounts, list(map(self._counts.__getitem__, keys))

    def _account(self, name: object) -> str:
        if name is None:
            return ""
        cells = self._cells
        if isinstance(name, str):
            plain = cells.plain_name(name)
            if plain is not None:  # it has none but the letters of user names
                return plain_account(cells.platform, plain, HandleKind.USERNAME.value, name) + ","
        entry = cells.read_cells(name, None, None)
        if entry is None or entry.low is not None or count_text(entry, None, self._as_of) is None:
            return _ODD
        text = account_text(entry)
        return f"{text}," if text else _ODD

    def _count(self, key: tuple[object, object, object, bool]) -> str:
        number, day, day_of_row, without_name = key
        if is_ditto(day) or is_ditto(day_of_row):
            return _ODD
        entry = self._cells.read_cells(None, number, day)
        if entry is None:
            return ""
        text = count_text(entry, read_date(day_of_row), self._as_of)
        if text is None or (without_name and (not text or entry.high == 0)):
            return _ODD
        return f"{text}," if text else ""


class _Remembered(dict[Any, str]):
    """What the different cells of a column say; `map` over its `__getitem__` runs without Python."""

    def __init__(self, read: Callable[[Any], str]) -> None:
        self._read = read

    def __missing__(self, cell: object) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        text = self[cell] = self._read(cell)
        return text


def _plain(read: Callable[[object], str]) -> Callable[[object], str]:
    def plainly(cell: object) -> str:
        text = "" if cell is None else _ODD if is_ditto(cell) else read(cell)
        return text if is_plain(text) else _ODD

    return plainly


def _joined(columns: Sequence[Sequence[str]], rows: int) -> Iterable[str]:
    return map("".join, zip(*columns, strict=True)) if columns else repeat("", rows)
