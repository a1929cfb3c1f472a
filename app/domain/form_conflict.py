"""Where returned forms contradict each other, or what was recorded since they went out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.form import NOTHING_PRINTED, Printed
from app.domain.form_return import Owned
from app.domain.handle import NoHandle, handle_key
from app.domain.platform import Platform
from app.domain.roster import AccountEntry, AccountState, CountState, Known, RosterRow


class Place(NamedTuple):
    """Where a row of this import stands: the number of its file, of its sheet, its row (1-based)."""

    file: int
    sheet: int
    row: int


class Option(NamedTuple):
    """One of the contradicting values; `place` None: what is recorded now.

    `none`: it says that there is no account.
    """

    place: Place | None
    handle: str | None
    value: CountState | None
    none: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """One account about which a person has to say what holds; two options at least."""

    person_id: int
    name: str
    platform: Platform
    options: tuple[Option, ...]


Choices = Mapping[tuple[int, Platform], Place | None]
"""What holds, by person and platform: the row of a form, or None for what is recorded."""


class Returned(NamedTuple):
    """A row of a form with its owner; handles that were only printed are taken off already."""

    place: Place
    row: RosterRow
    owned: Owned


def without_printed(row: RosterRow, owned: Owned) -> RosterRow:
    """The row with only what the office added: no texts, no handle that stood there before.

    A form that was out for weeks must not bring an old handle back over a newer one.
    """
    entries = tuple(_unprinted(entry, owned) for entry in row.accounts)
    return row._replace(
        nip=owned.nip,
        flaw=None,
        nip_written="",
        first15=None,
        texts={},
        accounts=entries,
        held_code="",
    )


def conflicts_among(
    returned: Iterable[Returned], known: Mapping[str, Known], as_of: date
) -> list[Conflict]:
    """Every contradiction, in the order of the rows.

    Two rows contradict where they give other counts for one account and day (of different days
    the newer holds), or other handles. A row contradicts the record where it was changed since
    the form was written and the row says something else that is not newer.
    """
    by_account: dict[tuple[int, Platform], list[tuple[Returned, AccountEntry]]] = {}
    for one in returned:
        for entry in one.row.accounts:
            if entry.has_count or entry.handle is not None or _says_none(entry):
                key = (one.owned.person.person_id, entry.platform)
                by_account.setdefault(key, []).append((one, entry))
    found = []
    for (person_id, platform), said in by_account.items():
        owned = said[0][0].owned
        options = list(_options(said, owned, known[owned.nip], platform, as_of))
        if len(options) > 1:
            found.append(Conflict(person_id, owned.person.name, platform, tuple(options)))
    return found


def settled(one: Returned, conflicts: Iterable[Conflict], choices: Choices) -> RosterRow | None:
    """The row after what was chosen; None while something of it has to be chosen."""
    dropped = set()
    for conflict in conflicts:
        key = (conflict.person_id, conflict.platform)
        if conflict.person_id != one.owned.person.person_id:
            continue
        if key not in choices:
            if any(option.place == one.place for option in conflict.options):
                return None
        elif choices[key] != one.place:
            dropped.add(conflict.platform)
    kept = tuple(entry for entry in one.row.accounts if entry.platform not in dropped)
    return one.row._replace(accounts=kept)


def _unprinted(entry: AccountEntry, owned: Owned) -> AccountEntry:
    printed = owned.person.printed.get(entry.platform, NOTHING_PRINTED).handle
    if entry.handle is None or printed is None:
        return entry
    if handle_key(entry.platform, entry.handle) != handle_key(entry.platform, printed):
        return entry
    return entry._replace(
        handle=None,
        handle_kind=None,
        also=None,
        handle_written="",
        no_handle=NoHandle.EMPTY,
        other_platform=False,
    )


def _says_none(entry: AccountEntry) -> bool:
    return entry.no_handle is NoHandle.NONE


def _options(
    said: list[tuple[Returned, AccountEntry]],
    owned: Owned,
    known: Known,
    platform: Platform,
    as_of: date,
) -> Iterator[Option]:
    """What differs; a single one where nothing does."""
    rows = [_option(one, entry, as_of) for one, entry in said]
    recorded = _recorded(rows, owned, known, platform)
    differing: dict[tuple[object, ...], Option] = {}
    for option in rows:
        differing.setdefault(_told_apart(option, platform), option)
    values = list(differing.values())
    if recorded is None and _go_together(values, platform):
        return
    yield from values
    if recorded is not None:
        yield recorded


def _option(one: Returned, entry: AccountEntry, as_of: date) -> Option:
    day = entry.observed_on or one.row.observed_on or as_of
    count = None
    if entry.low is not None:
        count = CountState(
            entry.platform, entry.low, entry.high, entry.exact, day, entry.count_written
        )
    return Option(one.place, entry.handle, count, _says_none(entry))


def _told_apart(option: Option, platform: Platform) -> tuple[object, ...]:
    handle = None if option.handle is None else handle_key(platform, option.handle)
    if option.value is None:
        return handle, option.none, None, None, None
    return handle, option.none, option.value.low, option.value.high, option.value.observed_on


def _go_together(options: list[Option], platform: Platform) -> bool:
    """Whether all of them can hold: one value for each day, one handle, or no account at all."""
    if 0 < sum(option.none for option in options) < len(options):
        return False
    handles = {handle_key(platform, o.handle) for o in options if o.handle is not None}
    values: dict[date, set[tuple[int, int | None]]] = {}
    for option in options:
        if option.value is not None:
            day = values.setdefault(option.value.observed_on, set())
            day.add((option.value.low, option.value.high))
    return len(handles) <= 1 and all(len(day) == 1 for day in values.values())


def _recorded(rows: list[Option], owned: Owned, known: Known, platform: Platform) -> Option | None:
    """What is recorded now, where it came after the form was written and a row contradicts it."""
    printed = owned.person.printed.get(platform, NOTHING_PRINTED)
    account, latest = known.accounts.get(platform), known.latest.get(platform)
    now = Option(None, account.handle if account is not None else None, latest)
    if _count_contradicts(rows, printed, latest) or _handle_contradicts(rows, printed, account):
        return now
    return None


def _count_contradicts(rows: list[Option], printed: Printed, latest: CountState | None) -> bool:
    if latest is None or (latest.low, latest.high) == (printed.low, printed.high):
        return False
    return any(
        option.none
        or (
            option.value is not None
            and option.value.observed_on <= latest.observed_on
            and not option.value.same_value(latest)
        )
        for option in rows
    )


def _handle_contradicts(rows: list[Option], printed: Printed, account: AccountState | None) -> bool:
    if account is None or account.handle is None or account.handle == printed.handle:
        return False
    now = handle_key(account.platform, account.handle)
    return any(
        option.handle is not None and handle_key(account.platform, option.handle) != now
        for option in rows
    )
