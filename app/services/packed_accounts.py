"""The accounts of one person as few bytes, made whole again when somebody looks at them.

Of 100,000 people with three counts each they take 12 MB so, and 100 MB as objects.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from struct import Struct
from typing import NewType

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.handle import Handle, HandleKind
from app.domain.person import Account, Count, Source
from app.domain.platform import Platform

_PLATFORMS, _KINDS, _SOURCES = tuple(Platform), tuple(HandleKind), tuple(Source)
_PLACES = {platform: place for place, platform in enumerate(_PLATFORMS)}

_ACCOUNT = Struct("<HBB4I")
"""What is said, kind of the handle, source and id of the count, its low and high end, its day."""
_SEEN = Struct("<IIBI")
"""Day of the look at an account, day of its last post, whether it is in use, and the id."""
_LEFT_OUT = Struct("<II")
_LENGTH = Struct("<I")

# What is said of an account.
_HANDLE, _WRITTEN, _AS_HANDLE, _WITH_AT, _NONE, _UNREADABLE = (1 << at for at in range(6))
_COUNTED, _ENDLESS, _EXACT, _IN_DIGITS, _LOOKED_AT, _EXCLUDED = (1 << at for at in range(6, 12))

_AGAIN = 1_000
"""People whose accounts stay whole a while: a few windows full of rows."""


PackedAccounts = NewType("PackedAccounts", bytes)
"""Equal where the accounts are: all of them, in their order.

First their number and their platforms; then what has a fixed size of each, so that it is found
without looking at the rest; then texts and whatever few accounts have, in turn.
"""


def packed(accounts: Iterable[Account]) -> PackedAccounts:
    """These accounts, of which each has a platform of its own."""
    platforms, fixed, rest = bytearray(), bytearray(), bytearray()
    for one in accounts:
        platforms.append(_PLACES[one.platform])
        fixed += _fixed(one)
        _put_rest(rest, one)
    return PackedAccounts(bytes((len(platforms),)) + platforms + fixed + rest)


@lru_cache(maxsize=_AGAIN)
def whole(accounts: PackedAccounts) -> tuple[Account, ...]:
    """The very same accounts; those that were looked at last are not made again."""
    return fresh(accounts)


def fresh(accounts: PackedAccounts) -> tuple[Account, ...]:
    """The same, for whoever goes through everybody: nothing of it is remembered."""
    rest = _Rest(accounts, _start(accounts, accounts[0]))
    return tuple(
        _account(
            _PLATFORMS[accounts[1 + at]], _ACCOUNT.unpack_from(accounts, _start(accounts, at)), rest
        )
        for at in range(accounts[0])
    )


NO_ACCOUNTS = packed(())
"""Of somebody of whom nothing is known."""


def low_on(platform: Platform) -> Callable[[PackedAccounts], int | None]:
    """Asks for the low end of the newest count; None where nothing was counted."""
    return _asked_for(platform, _COUNTED)


def exact_on(platform: Platform) -> Callable[[PackedAccounts], int | None]:
    """Asks for the newest count where it is known to the last follower; else None."""
    return _asked_for(platform, _EXACT)


def _asked_for(platform: Platform, wanted: int) -> Callable[[PackedAccounts], int | None]:
    """`wanted`: what must be said of the account for its low end to be told."""
    place = _PLACES[platform]

    def low(accounts: PackedAccounts) -> int | None:
        at = accounts.find(place, 1, accounts[0] + 1)
        if at < 0:
            return None
        said, _, _, _, found, _, _ = _ACCOUNT.unpack_from(accounts, _start(accounts, at - 1))
        return found if said & wanted else None

    return low


def _start(accounts: bytes, at: int) -> int:
    return 1 + accounts[0] + at * _ACCOUNT.size


# Packing


def _fixed(one: Account) -> bytes:
    handle, count = one.handle, one.latest
    said = _NONE * one.stated_none | _UNREADABLE * bool(one.unreadable)
    said |= _LOOKED_AT * (one.activity is not None) | _EXCLUDED * (one.exclusion is not None)
    kind = 0
    if handle is not None:
        kind = _KINDS.index(handle.kind)
        said |= _HANDLE
    said |= _as_written(one)
    if count is None:
        return _ACCOUNT.pack(said, kind, 0, 0, 0, 0, 0)
    span = count.interval
    said |= _COUNTED | _ENDLESS * (span.high is None) | _EXACT * span.exact
    said |= _IN_DIGITS * (count.written == str(span.low))
    source, high, day = _SOURCES.index(count.source), span.high or 0, count.observed_on.toordinal()
    return _ACCOUNT.pack(said, kind, source, count.id, span.low, high, day)


def _as_written(one: Account) -> int:
    """Mostly the handle stood there itself: then it is not kept twice."""
    if not one.written:
        return 0
    if one.handle is not None and one.written == one.handle.text:
        return _AS_HANDLE
    if one.handle is not None and one.written == f"@{one.handle.text}":
        return _WITH_AT
    return _WRITTEN


def _put_rest(rest: bytearray, one: Account) -> None:
    """In the order in which `_Rest` takes it."""
    if one.handle is not None:
        _put_text(rest, one.handle.text)
    if _as_written(one) == _WRITTEN:
        _put_text(rest, one.written)
    if one.unreadable:
        _put_text(rest, one.unreadable)
    if one.latest is not None and one.latest.written != str(one.latest.interval.low):
        _put_text(rest, one.latest.written)
    if (seen := one.activity) is not None:
        post = 0 if seen.last_post is None else seen.last_post.toordinal()
        active = 2 if seen.active is None else int(seen.active)
        rest += _SEEN.pack(seen.checked_on.toordinal(), post, active, seen.id)
    if (left := one.exclusion) is not None:
        rest += _LEFT_OUT.pack(left.since.toordinal(), left.decided_on.toordinal())
        _put_text(rest, left.reason)
        _put_text(rest, left.by)


def _put_text(rest: bytearray, text: str) -> None:
    written = text.encode("utf-8", "surrogatepass")
    rest += _LENGTH.pack(len(written))
    rest += written


# Making whole


def _account(
    platform: Platform, fixed: tuple[int, int, int, int, int, int, int], rest: "_Rest"
) -> Account:
    said, kind = fixed[:2]
    handle = Handle(platform, rest.text(), _KINDS[kind]) if said & _HANDLE else None
    written = rest.text() if said & _WRITTEN else ""
    if handle is not None and said & (_AS_HANDLE | _WITH_AT):
        written = f"@{handle.text}" if said & _WITH_AT else handle.text
    return Account(
        platform,
        handle,
        written,
        bool(said & _NONE),
        rest.text() if said & _UNREADABLE else "",
        _count(fixed, rest) if said & _COUNTED else None,
        rest.activity() if said & _LOOKED_AT else None,
        rest.exclusion() if said & _EXCLUDED else None,
    )


def _count(fixed: tuple[int, int, int, int, int, int, int], rest: "_Rest") -> Count:
    said, _, source, count_id, low, high, day = fixed
    interval = Interval(low, None if said & _ENDLESS else high, bool(said & _EXACT))
    written = str(low) if said & _IN_DIGITS else rest.text()
    return Count(interval, date.fromordinal(day), _SOURCES[source], written, count_id)


class _Rest:
    """Takes in turn what has no fixed size."""

    def __init__(self, packed: bytes, at: int) -> None:
        self._packed, self._at = packed, at

    def _next(self, shape: Struct) -> tuple[int, ...]:
        found: tuple[int, ...] = shape.unpack_from(self._packed, self._at)
        self._at += shape.size
        return found

    def text(self) -> str:
        (length,) = self._next(_LENGTH)
        begins, self._at = self._at, self._at + length
        return self._packed[begins : self._at].decode("utf-8", "surrogatepass")

    def activity(self) -> Activity:
        checked, post, active, row_id = self._next(_SEEN)
        last_post = date.fromordinal(post) if post else None
        return Activity(
            date.fromordinal(checked), last_post, None if active > 1 else bool(active), row_id
        )

    def exclusion(self) -> Exclusion:
        since, decided_on = self._next(_LEFT_OUT)
        reason, by = self.text(), self.text()
        return Exclusion(date.fromordinal(since), reason, date.fromordinal(decided_on), by)
