"""Columns of accounts on several platforms: which they are, and what a row of them says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.absence import is_blank, says_none
from app.domain.count import read_count
from app.domain.count_unit import unit_of_head
from app.domain.fields import Certainty, Field
from app.domain.handle import NoHandle, read_handle
from app.domain.platform import RECORDED, Platform
from app.domain.roster import AS_NUMBER, AccountEntry
from app.domain.together import SaidAccount, Together, read_listed, with_counts
from app.workbooks.layout.columns import Column
from app.workbooks.layout.head import Head, Role
from app.workbooks.layout.listed import listed_columns
from app.workbooks.layout.words import (
    COUNT_WORDS,
    FILLER_WORDS,
    HANDLE_WORDS,
    PLATFORM_WORDS,
    normal,
)

Row = Sequence[object]

_MOST = 0.6
"""So many of the cells that say something must name the platforms of their accounts."""

_NEARLY_ALL = 0.9

_NONE = "tidak punya"

_FURTHER = frozenset("lain lainnya kedua ketiga tambahan pertama ke".split())

_SPEAKING = (Role.BARE_HANDLE, Role.BARE_FOLLOWERS, Role.UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Place:
    """A column of accounts, the one of their counts if there is any, and the platforms in its head."""

    accounts: int
    counts: int | None
    order: Sequence[Platform]


class AccountsTogether:
    """Reads the columns of accounts, "Media Sosial 1" and "Media Sosial 2", row by row."""

    def __init__(self, places: Sequence[_Place]) -> None:
        self._places = places

    @classmethod
    def of(cls, columns: Sequence[Column]) -> "AccountsTogether | None":
        """None where no column holds accounts of several platforms."""
        accounts = [column for column in columns if column.field is Field.HANDLE]
        counts = [column.index for column in columns if column.field is Field.FOLLOWERS]
        if not accounts or any(column.field is Field.PLATFORM for column in columns):
            return None
        if len(accounts) == 1:
            return cls([_Place(accounts[0].index, next(iter(counts), None), _order(accounts[0]))])
        ends = [*(column.index for column in accounts[1:]), len(columns)]
        return cls(
            [
                _Place(
                    one.index, next((i for i in counts if one.index < i < end), None), _order(one)
                )
                for one, end in zip(accounts, ends, strict=True)
            ]
        )

    def said(self, row: Row) -> Together:
        """What the cells of a row say; the row must reach them."""
        said = [
            _said(
                row[place.accounts],
                None if place.counts is None else row[place.counts],
                place.order,
            )
            for place in self._places
        ]
        return said[0] if len(said) == 1 else _all_said(said)

    def unnamed(self, said: Together, row: Row) -> dict[str, str]:
        """What names no platform, by field, for whoever can name it."""
        texts = {Field.HANDLE.value: said.unnamed, Field.FOLLOWERS.value: said.uncounted}
        if said.uncounted and not any(self._is_count_in(row, said.uncounted)):
            texts[f"{Field.FOLLOWERS.value}{AS_NUMBER}"] = said.uncounted
        return {field: text for field, text in texts.items() if text}

    def _is_count_in(self, row: Row, text: str) -> Iterator[bool]:
        """For each column of counts, whether the text means what its cell means."""
        meant = read_count(text).interval
        for place in self._places:
            if place.counts is not None:
                yield read_count(row[place.counts]).interval == meant


def _all_said(said: Sequence[Together]) -> Together:
    """What several columns say of one person; a mere "tidak punya" in one of them is no more than that."""
    return Together(
        tuple(account for one in said for account in one.accounts),
        "; ".join(one.unnamed for one in said if one.unnamed),
        "; ".join(one.uncounted for one in said if one.uncounted),
        none=any(one.none for one in said)
        and not any(one.accounts or not one.is_whole for one in said),
    )


def entries_of(said: Together) -> tuple[AccountEntry, ...]:
    """One entry a platform, in their order."""
    if said.none:
        return tuple(_entry(one, [SaidAccount(one, _NONE)]) for one in RECORDED)
    by_platform: dict[Platform, list[SaidAccount]] = {}
    for account in said.accounts:
        if account.platform in RECORDED:
            by_platform.setdefault(account.platform, []).append(account)
    return tuple(_entry(one, by_platform[one]) for one in RECORDED if one in by_platform)


def joined(own: Sequence[AccountEntry], found: Sequence[AccountEntry]) -> tuple[AccountEntry, ...]:
    """The entries of columns of their own, with what is said elsewhere in the row."""
    if not own or not found:
        return tuple(own or found)
    first = {entry.platform: entry for entry in own}
    more = {entry.platform: entry for entry in found}
    both = ((first.get(one), more.get(one)) for one in RECORDED)
    return tuple(entry for pair in both if (entry := _joined(*pair)) is not None)


def place_accounts_together(
    columns: tuple[Column, ...], heads: Sequence[Head], rows: Sequence[Row]
) -> tuple[Column, ...]:
    """The columns, with the one of all accounts and that of their counts where there are such.

    Only what their cells say decides; a column that a head gave to one platform stays with it.
    """
    if any(column.field is Field.PLATFORM for column in columns):
        return columns
    named = any(column.field in (Field.NAME, Field.NAME_AND_NIP) for column in columns)
    free = [c.index for c in columns if _is_free(c, heads[c.index], named=named)]
    if listed := listed_columns(rows, free):
        return _with_meanings(columns, listed)
    found = [i for i in free if _holds_accounts(_column(rows, i), columns[i])]
    if found:
        more = (i for i in free if i != found[0] and _asks_for_accounts(columns[i]))
        accounts = sorted(
            [
                found[0],
                *(i for i in more if _holds_accounts(_column(rows, i), columns[i], further=True)),
            ]
        )
    elif (note := _note_of_accounts(columns, rows)) is not None:
        accounts = [note]
    else:
        return columns
    meant = dict.fromkeys(accounts, Field.HANDLE)
    for index in accounts:
        asked = (i for i in free if i not in meant and _asks_for_counts(heads[i], columns[i]))
        counts = next((i for i in asked if _fits(rows, columns[index], i)), None)
        if counts is not None:
            meant[counts] = Field.FOLLOWERS
    return _with_meanings(columns, meant)


def _with_meanings(columns: Sequence[Column], meant: Mapping[int, Field]) -> tuple[Column, ...]:
    return tuple(
        replace(column, field=meant[column.index], certainty=Certainty.LIKELY, rival=None)
        if column.index in meant
        else column
        for column in columns
    )


# -------------------------------------------------------------- which columns


def _is_free(column: Column, head: Head, *, named: bool) -> bool:
    guessed = column.field is not None and column.field.platform is not None
    if not named and {"nama", "name"} & set(normal(column.header).split()[:1]):
        return False  # the only column that may say whose the accounts are
    return head.role in _SPEAKING and (
        column.field is None or (guessed and column.certainty is Certainty.GUESS)
    )


def _asks_for_accounts(column: Column) -> bool:
    """Of "Media Sosial 2", "Akun lainnya": nothing else is asked for, and no platform is named."""
    words = {word for word in normal(column.header).split() if not word.isdigit()}
    return bool(words & HANDLE_WORDS) and words <= HANDLE_WORDS | FILLER_WORDS | _FURTHER


def _asks_for_counts(head: Head, column: Column) -> bool:
    words = set(normal(column.header).split())
    if unit_of_head(column.header) != 1:
        return False
    return head.role is Role.BARE_FOLLOWERS or bool(words & COUNT_WORDS)


def _column(rows: Sequence[Row], index: int) -> list[str]:
    cells = (row[index] for row in rows if index < len(row))
    return [cell for cell in cells if isinstance(cell, str)]


def _note_of_accounts(columns: Sequence[Column], rows: Sequence[Row]) -> int | None:
    """A column of remarks that are all accounts, where no other column has any."""
    note = next((column.index for column in columns if column.field is Field.NOTE), None)
    if note is None or any(c.field is not None and c.field.platform is not None for c in columns):
        return None
    return note if _holds_accounts(_column(rows, note), columns[note], most=_NEARLY_ALL) else None


def _order(column: Column) -> tuple[Platform, ...]:
    """The platforms that a head names, as it names them."""
    words = normal(column.header).split()
    return tuple(dict.fromkeys(PLATFORM_WORDS[word] for word in words if word in PLATFORM_WORDS))


def _holds_accounts(
    cells: Iterable[str], column: Column, most: float = _MOST, *, further: bool = False
) -> bool:
    """`further`: another column holds such accounts, so that a full name may be one too."""
    order = _order(column)
    speaking = [cell for cell in cells if not is_blank(cell) and not says_none(cell)]
    said = [read_listed(cell, order) for cell in speaking]
    named = [
        one for one in said if one.is_whole and any(further or _is_account(a) for a in one.accounts)
    ]
    platforms = {account.platform for one in named for account in one.accounts} & {*RECORDED}
    fewest = 1 if further or column.field is None else 2
    return len(platforms) >= fewest and len(named) >= most * len(speaking)


def _is_account(account: SaidAccount) -> bool:
    """It names one that can be told, or brings a count; a mere tick or the link of a post does not."""
    if read_count(account.count).interval is not None:
        return True
    return read_handle(account.name, account.platform).handle is not None


def _fits(rows: Sequence[Row], column: Column, counts: int) -> bool:
    """Whether the cells of a column are the counts of the accounts in the other one."""
    accounts, order = column.index, _order(column)
    filled = [
        (said, with_counts(said, row[counts]))
        for row in rows
        if max(accounts, counts) < len(row)
        and row[counts] not in (None, "")
        and (said := _said(row[accounts], None, order)).accounts
    ]
    fitting = sum(counted != said and counted.is_whole for said, counted in filled)
    return fitting > 0 and fitting >= _MOST * len(filled)


# -------------------------------------------------------------- one row


def _said(cell: object, count: object, order: Sequence[Platform]) -> Together:
    text = cell if isinstance(cell, str) else ""
    return with_counts(Together() if is_blank(text) else read_listed(text, order), count)


def _entry(platform: Platform, accounts: Sequence[SaidAccount]) -> AccountEntry:
    """Of several on one platform the one with the count comes first; two counts are nobody's."""
    ordered = sorted(accounts, key=lambda one: one.count == "")
    name = ", ".join(one.name for one in ordered if one.name)
    counts = [one.count for one in ordered if one.count != ""]
    count = counts[0] if len(counts) == 1 else " / ".join(map(str, counts))
    day = ordered[0].day if len(counts) == 1 else None
    return AccountEntry.of(platform, read_handle(name, platform), read_count(count or None), day)


def _joined(own: AccountEntry | None, found: AccountEntry | None) -> AccountEntry | None:
    """The entry of a column of its own, with what the other column says more."""
    if own is None or found is None:
        return own or found
    if own.no_handle in (NoHandle.EMPTY, NoHandle.NONE):
        own = found._replace(
            low=own.low, high=own.high, exact=own.exact, count_written=own.count_written,
            no_count=own.no_count, observed_on=own.observed_on,
        )  # fmt: skip
    elif found.handle is not None and found.handle != own.handle and own.also is None:
        own = own._replace(also=found.handle)
    if own.low is None and not own.count_written and found.low is not None:
        return own._replace(
            low=found.low, high=found.high, exact=found.exact,
            count_written=found.count_written, no_count=found.no_count,
            observed_on=own.observed_on or found.observed_on,
        )  # fmt: skip
    return own
