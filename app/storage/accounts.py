"""The accounts of people, each with its newest count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.handle import Handle, HandleKind
from app.domain.person import Account, Consent, Count, ListedPerson, Person, Service, Source
from app.domain.platform import Platform
from app.domain.roster import AccountState
from app.storage.activities import activity_of, newest_activities
from app.storage.clarifications import exclusions
from app.storage.journal import insert_row, update_row
from app.storage.listed import listed_people
from app.storage.newest import about, newest_counts
from app.storage.people import person_of, refuse_gone, select_people
from app.storage.schema import accounts, people

_Row = Row[*tuple[Any, ...]]


def put_account(tx: Connection, action: int, person_id: int, state: AccountState) -> None:
    """Replaces the whole state of one account, or adds it.

    Raises:
        PersonGone: there is no such person any more.
    """
    refuse_gone(tx, person_id)
    values = columns_of(state)
    standing = tx.execute(
        select(accounts.c.id).where(
            accounts.c.person_id == person_id, accounts.c.platform == str(state.platform)
        )
    ).scalar()
    if standing is None:
        whose = {"person_id": person_id, "platform": str(state.platform)}
        insert_row(tx, action, accounts, {**whose, **values})
    else:
        update_row(tx, action, accounts, standing, values)


def account_state(tx: Connection, person_id: int, platform: Platform) -> AccountState | None:
    """One account as it is stored, with its second handle; None where nothing is known."""
    return account_states(tx, person_id).get(platform)


def account_states(tx: Connection, person_id: int) -> dict[Platform, AccountState]:
    """The accounts of one person as they are stored, in the order of the platforms."""
    query = select(
        accounts.c.platform,
        accounts.c.handle,
        accounts.c.handle_kind,
        accounts.c.also,
        accounts.c.written,
        accounts.c.stated_none,
        accounts.c.unreadable,
    ).where(accounts.c.person_id == person_id)
    found = {}
    for name, handle, kind, also, written, stated_none, unreadable in tx.execute(query):
        platform = _PLATFORMS[name]
        found[platform] = AccountState(
            platform, handle, kind, also, written, stated_none == 1, unreadable
        )
    return {platform: found[platform] for platform in Platform if platform in found}


def accounts_of(tx: Connection, person_id: int, as_of: date) -> tuple[Account, ...]:
    """The accounts of one person in the order of the platforms.

    Args:
        tx: a transaction.
        person_id: whose.
        as_of: later counts and looks at an account are not asked for.
    """
    known = tx.execute(_select_accounts().where(accounts.c.person_id == person_id))
    newest = tx.execute(newest_counts(as_of, person_id))
    seen = tx.execute(newest_activities(as_of, person_id))
    found = _Assembly().accounts(known, newest, seen)
    return _with_exclusions(person_id, found, exclusions(tx, as_of, person_id))


def accounts_among(
    tx: Connection, ids: Sequence[int], as_of: date
) -> Iterator[tuple[int, tuple[Account, ...]]]:
    """The accounts of some people that were added one after the other; who has none has none here.

    Args:
        tx: a transaction that stays open until the last one is taken.
        ids: ascending, at least one.
        as_of: later counts and looks at an account are not asked for.
    """
    span = _Span(tx, range(ids[0], ids[-1] + 1), (as_of,), _Assembly())
    for person_id in ids:
        yield person_id, span.accounts(person_id)[0]


def people_with_accounts(
    tx: Connection, as_of: date, *, for_output: bool
) -> Iterator[tuple[Person, tuple[Account, ...]]]:
    """Everyone with their accounts, in the order in which they were added.

    Args:
        tx: a transaction that stays open until the last person is taken.
        as_of: later counts are not looked at.
        for_output: leave out who withdrew consent, moved or retired.
    """
    for person, found in people_on_days(tx, (as_of,), for_output=for_output):
        yield person, found[0]


def listed_with_accounts(
    tx: Connection, as_of: date
) -> Iterator[tuple[ListedPerson, tuple[Account, ...]]]:
    """Whoever may stand in an output, as a list names them, in the order in which they were added.

    Args:
        tx: a transaction that stays open until the last person is taken.
        as_of: later counts are not looked at.
    """
    everyone = listed_people(tx, in_outputs=True)
    assembly = _Assembly()
    while block := list(islice(everyone, _AT_A_TIME)):
        span = _Span(tx, range(block[0].id, block[-1].id + 1), (as_of,), assembly)
        for one in block:
            yield one, span.accounts(one.id)[0]


def people_on_days(
    tx: Connection, days: Sequence[date], *, for_output: bool
) -> Iterator[tuple[Person, list[tuple[Account, ...]]]]:
    """As `people_with_accounts`, with the accounts as they are known of each of several days.

    What stands beside the counts (handles, what a person stated) is that of today. Where a day
    knows nothing else than the one before it, its accounts are the very same object.
    """
    everyone = select_people().order_by(people.c.id)
    if for_output:
        everyone = everyone.where(
            people.c.consent != str(Consent.WITHDRAWN), people.c.service == str(Service.ACTIVE)
        )
    rows = tx.execute(everyone)
    assembly = _Assembly()
    texts: dict[str, str] = {}
    once = texts.setdefault
    # So many at a time that nothing large is sorted: the first ones come at once.
    for block in rows.partitions(_AT_A_TIME):
        people_here = [person_of(row, once) for row in block]
        ids = range(people_here[0].id, people_here[-1].id + 1)
        span = _Span(tx, ids, days, assembly)
        for person in people_here:
            yield person, span.accounts(person.id)


def columns_of(state: AccountState) -> dict[str, str | int | None]:
    """What an account's row says besides whose and where."""
    return {
        "handle": state.handle,
        "handle_kind": state.handle_kind,
        "also": state.also,
        "written": state.written,
        "stated_none": int(state.stated_none),
        "unreadable": state.unreadable,
    }


_PLATFORMS = {platform.value: platform for platform in Platform}
_KINDS = {kind.value: kind for kind in HandleKind}
_SOURCES = {source.value: source for source in Source}
_PLACES = {platform: place for place, platform in enumerate(Platform)}


def _select_accounts() -> Select[int, str, str | None, str | None, str, int, str]:
    return select(
        accounts.c.person_id,
        accounts.c.platform,
        accounts.c.handle,
        accounts.c.handle_kind,
        accounts.c.written,
        accounts.c.stated_none,
        accounts.c.unreadable,
    )


_AT_A_TIME = 4_000


class _Span:
    """The accounts of people whose ids lie in a range, asked for in the order of the ids."""

    def __init__(
        self, tx: Connection, ids: range, days: Sequence[date], assembly: "_Assembly"
    ) -> None:
        whose = _select_accounts().where(*about(accounts.c.person_id, ids))
        self._known = _ByPerson(tx.execute(whose.order_by(accounts.c.person_id)))
        self._newest = [
            _ByPerson(tx.execute(newest_counts(day, ids).order_by("person_id"))) for day in days
        ]
        self._seen = [
            _ByPerson(tx.execute(newest_activities(day, ids).order_by("person_id"))) for day in days
        ]
        self._excluded = [exclusions(tx, day) for day in days]
        self._assembly = assembly

    def accounts(self, person_id: int) -> list[tuple[Account, ...]]:
        """Of one person, as they are known of each day."""
        stands = self._known.of(person_id)
        found: list[tuple[Account, ...]] = []
        plain: tuple[Account, ...] = ()
        before: tuple[list[_Row], list[_Row]] | None = None
        for counts_then, looks_then, excluded_then in zip(
            self._newest, self._seen, self._excluded, strict=True
        ):
            now = counts_then.of(person_id), looks_then.of(person_id)
            plain = plain if now == before else self._assembly.accounts(stands, *now)
            found.append(_with_exclusions(person_id, plain, excluded_then))
            before = now
        return found


class _ByPerson:
    """Rows in the order of their person, the first value, handed out person by person."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._rows = iter(rows)
        self._next = next(self._rows, None)

    def of(self, person_id: int) -> list[_Row]:
        """The rows of this person; those of people before are passed over."""
        found = []
        row = self._next
        while row is not None and row[0] <= person_id:
            if row[0] == person_id:
                found.append(row)
            row = next(self._rows, None)
        self._next = row
        return found


class _Assembly:
    """Puts rows of accounts and of their newest counts together."""

    def __init__(self) -> None:
        self._day = cache(date.fromisoformat)
        # Many have the same count, written the same way: each is kept once.
        self._interval = cache(Interval)
        self._texts: dict[str, str] = {}

    def accounts(
        self, known: Iterable[_Row], newest: Iterable[_Row], seen: Iterable[_Row]
    ) -> tuple[Account, ...]:
        """The accounts of one person; a count or a look without an account stands for itself."""
        latest = {row[1]: self._count(row) for row in newest}
        found = [_account(row, latest.pop(row[1], None)) for row in known]
        found += [Account(_PLATFORMS[name], latest=count) for name, count in latest.items()]
        looks = {_PLATFORMS[row[1]]: activity_of(row) for row in seen}
        if looks:
            found = [replace(one, activity=looks.pop(one.platform, None)) for one in found]
            found += [Account(platform, activity=look) for platform, look in looks.items()]
        if len(found) > 1:
            found.sort(key=_place)
        return tuple(found)

    def _count(self, row: _Row) -> Count:
        _, _, row_id, low, high, exact, observed_on, source, written = row
        interval = self._interval(low, high, exact == 1)
        written = self._texts.setdefault(written, written)
        return Count(interval, self._day(observed_on), _SOURCES[source], written, row_id)


def _with_exclusions(
    person_id: int, found: tuple[Account, ...], excluded: Mapping[tuple[int, Platform], Exclusion]
) -> tuple[Account, ...]:
    """Hardly anybody has one: whoever has none keeps the very same accounts."""
    if not excluded or not any((person_id, one.platform) in excluded for one in found):
        return found
    return tuple(replace(one, exclusion=excluded.get((person_id, one.platform))) for one in found)


def _account(row: _Row, latest: Count | None) -> Account:
    _, name, text, kind, written, stated_none, unreadable = row
    platform = _PLATFORMS[name]
    handle = None if text is None else Handle(platform, text, _KINDS[kind])
    return Account(platform, handle, written, stated_none == 1, unreadable, latest)


def _place(account: Account) -> int:
    return _PLACES[account.platform]
