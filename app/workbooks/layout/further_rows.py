"""Rows that hold nothing but a further account of the person above: number and name stand once."""

from collections.abc import Sequence

from app.domain.absence import is_blank
from app.domain.count import read_count
from app.domain.fields import Field, followers_field, handle_field
from app.domain.handle.links import is_link
from app.domain.platform import RECORDED, Platform
from app.domain.roster import HoldReason, RosterRow
from app.domain.together import read_together
from app.workbooks.layout import words as w
from app.workbooks.layout.columns import Column
from app.workbooks.layout.lines import Row

_PERSON = (Field.NIP, Field.NAME, Field.NAME_AND_NIP)
_ACCOUNTS = frozenset({Field.HANDLE, *map(handle_field, RECORDED)})
_COUNTS = frozenset({Field.FOLLOWERS, *map(followers_field, RECORDED)})


class FurtherRows:
    """Gives such a row the person of the row right above it; a blank row ends whose it can be."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._person = [c.index for c in columns if c.field in _PERSON]
        self._accounts = [c.index for c in columns if c.field in _ACCOUNTS]
        self._counts = [c.index for c in columns if c.field in _COUNTS]
        self._platforms = [
            (c.index, c.field.platform)
            for c in columns
            if c.field in _ACCOUNTS | _COUNTS and c.field
        ]
        self._above: Row = ()
        self._said: set[Platform | None] = set()
        self._is_further = False

    def pass_row(self, row: Row) -> None:
        """The row of a person."""
        self._above = row
        if not self._is_further:
            self._said = {one for at, one in self._platforms if one and _is_filled(row, at)}

    def settled(self, person: RosterRow) -> RosterRow:
        """The person as read; held where a further row tells of a platform that was told of before.

        Two accounts on one platform: the smaller count must not take the place of the larger one.
        """
        said = {one.platform for one in person.accounts if one.handle_written or one.count_written}
        again = self._is_further and bool(said & self._said)
        self._said |= said
        if not again or person.nip is None:
            return person
        return person._replace(nip=None, flaw=HoldReason.REPEATED, nip_written=person.nip)

    def forget(self) -> None:
        """A row that is nobody's, or blank."""
        self._above = ()

    def with_person(self, row: Row) -> Row:
        """The row, with number and name of the one above where it is a further account of that person."""
        self._is_further = False
        if not self._above or any(_is_filled(row, at) for at in self._person):
            return row
        mine = {*self._accounts, *self._counts}
        filled = [at for at in range(len(row)) if _is_filled(row, at)]
        if not filled or not mine.issuperset(filled) or not self._has_account(row):
            return row
        self._is_further = True
        cells = list(row)
        for at in self._person:
            cells[at] = self._above[at] if at < len(self._above) else None
        return cells

    def _has_account(self, row: Row) -> bool:
        """An account for sure, or a name beside a count; a number alone may be a sum."""
        names = [str(row[at]).strip() for at in self._accounts if _is_filled(row, at)]
        if not names or any(w.TOTAL_START.match(n) or w.FOOTER_WORDS.search(n) for n in names):
            return False
        counted = any(
            _is_filled(row, at) and read_count(row[at]).interval is not None for at in self._counts
        )
        return counted or all(map(_is_account, names))


def _is_account(text: str) -> bool:
    if text.startswith("@") or is_link(text):
        return True
    said = read_together(text)
    return bool(said.accounts) and said.is_whole


def _is_filled(row: Row, at: int) -> bool:
    cell = row[at] if at < len(row) else None
    return cell is not None and not (isinstance(cell, str) and is_blank(cell))
