"""Roster rows as the plain values that the pipe between the two processes can carry."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

from app.domain.count import NoCount
from app.domain.handle import NoHandle
from app.domain.nip import NipFlaw
from app.domain.person import Consent
from app.domain.plain_block import FEWEST_ROWS, PlainBlock, checked_block, plain_block
from app.domain.plain_row import PlainRow, plain_row
from app.domain.platform import Platform
from app.domain.roster import AccountEntry, HoldReason, RosterRow, SkippedKind, SkippedRow
from app.workbooks.layout.plain_columns import PlainTuple

Plain = tuple[Any, ...]

# A frame knows neither enums nor dates. Looked up here: asking an enum costs five times as much.
_FLAWS: dict[str, NipFlaw | HoldReason] = {
    flaw.value: flaw for kind in (NipFlaw, HoldReason) for flaw in kind
}
_PLATFORMS = {platform.value: platform for platform in Platform}
_NO_HANDLES = {None: None} | {none.value: none for none in NoHandle}
_NO_COUNTS = {None: None} | {none.value: none for none in NoCount}
_VALUES: dict[Any, str | None] = {None: None} | {
    member: member.value for kind in (Platform, NoHandle, NoCount) for member in kind
}
_PLAIN_VALUES = len(PlainRow._fields)
_BLOCK_VALUES = len(fields(PlainBlock))
_day = cache(date.fromordinal)


def packed(
    rows: Iterable[RosterRow | SkippedRow | PlainTuple],
    as_of: date | None = None,
    *,
    in_blocks: bool = False,
) -> list[Plain]:
    """Each row as plain values; `unpacked` gives it back.

    Where `as_of` is given, the day of counts without one, plain rows become `PlainRow`s; many of
    them that follow each other one `PlainBlock`, where that is wanted.
    """
    found = _packed_rows(rows, as_of)
    return list(_with_blocks(found)) if in_blocks else found


def _packed_rows(
    rows: Iterable[RosterRow | SkippedRow | PlainTuple], as_of: date | None
) -> list[Plain]:
    found: list[Plain] = []
    for row in rows:
        if isinstance(row, SkippedRow):
            found.append((row.row, row.kind.value))
        elif not isinstance(row, RosterRow):
            found.append(row)
        elif as_of is not None and (plain := plain_row(row, as_of)) is not None:
            found.append(tuple(plain))
        else:
            found.append(_packed_row(row))
    return found


def _with_blocks(rows: list[Plain]) -> Iterator[Plain]:
    for is_plain, some in groupby(rows, lambda row: len(row) == _PLAIN_VALUES):
        run = list(some)
        if is_plain and len(run) >= FEWEST_ROWS:
            block = plain_block(run)
            yield (block.rows, block.texts, block.accounts, block.counts)
        else:
            yield from run


def unpacked(rows: Iterable[Plain]) -> list[RosterRow | SkippedRow | PlainRow | PlainBlock]:
    """The rows again.

    Raises:
        ValueError: these are not the values of rows; the child has gone wild.
    """
    try:
        return [_unpacked(plain) for plain in rows]
    except (TypeError, KeyError, IndexError, ValueError, AttributeError) as error:
        raise ValueError("these are no roster rows") from error


def _unpacked(plain: Plain) -> RosterRow | SkippedRow | PlainRow | PlainBlock:
    if len(plain) == _PLAIN_VALUES:
        row, nip, texts, accounts, counts = plain
        _ = nip + texts + accounts + counts  # nothing but texts can be joined so
        return PlainRow(row, nip, texts, accounts, counts)
    if len(plain) == _BLOCK_VALUES:
        return checked_block(PlainBlock(*plain))
    return _unpacked_row(*plain) if len(plain) > 2 else SkippedRow(plain[0], SkippedKind(plain[1]))


def _packed_row(row: RosterRow) -> Plain:
    number, nip, flaw, written, first15, texts, accounts, day, consent, held_code, about = row
    return (
        number,
        nip,
        None if flaw is None else flaw.value,
        written,
        first15,
        texts,
        [_packed_entry(*entry) for entry in accounts],
        None if day is None else day.toordinal(),
        None if consent is None else consent.value,
        held_code,
        about,
    )


def _packed_entry(
    platform: Platform,
    handle: str | None,
    kind: str | None,
    also: str | None,
    handle_written: str,
    no_handle: NoHandle | None,
    other: bool,
    low: int | None,
    high: int | None,
    exact: bool,
    count_written: str,
    no_count: NoCount | None,
    day: date | None,
) -> Plain:
    return (
        _VALUES[platform], handle, kind, also, handle_written, _VALUES[no_handle], other,
        low, high, exact, count_written, _VALUES[no_count],
        None if day is None else day.toordinal(),
    )  # fmt: skip


def _unpacked_row(
    number: int,
    nip: str | None,
    flaw: str | None,
    written: str,
    first15: str | None,
    texts: dict[str, str],
    accounts: list[Plain],
    day: int | None,
    consent: str | None,
    held_code: str,
    about: str,
) -> RosterRow:
    return RosterRow(
        number,
        nip,
        None if flaw is None else _FLAWS[flaw],
        written,
        first15,
        texts,
        tuple([_unpacked_entry(*plain) for plain in accounts]),
        None if day is None else _day(day),
        None if consent is None else Consent(consent),
        held_code,
        about,
    )


def _unpacked_entry(
    platform: str,
    handle: str | None,
    kind: str | None,
    also: str | None,
    handle_written: str,
    no_handle: str | None,
    other: bool,
    low: int | None,
    high: int | None,
    exact: bool,
    count_written: str,
    no_count: str | None,
    day: int | None,
) -> AccountEntry:
    return AccountEntry(
        _PLATFORMS[platform], handle, kind, also, handle_written, _NO_HANDLES[no_handle], other,
        low, high, exact, count_written, _NO_COUNTS[no_count],
        None if day is None else _day(day),
    )  # fmt: skip
