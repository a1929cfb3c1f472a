"""What an account is after one more row has spoken of it."""

from app.domain.count import NoCount
from app.domain.handle import NoHandle, handle_key
from app.domain.roster import AccountEntry, AccountState

_EMPTY = NoHandle.EMPTY


def merged(before: AccountState | None, entry: AccountEntry) -> AccountState | None:
    """The account after this row; None where nothing is known and nothing is said."""
    if _adds_nothing(before, entry):
        return before
    handle, kind, also = (before.handle, before.handle_kind, before.also) if before else (None,) * 3
    written, stated_none = (before.written, before.stated_none) if before else ("", False)
    if entry.handle is not None and not entry.other_platform:
        if before is None or handle is None or not _is_handle_of(before, entry.handle):
            handle, kind = entry.handle, entry.handle_kind
        also = entry.also if entry.also is not None else also
        written, stated_none = entry.handle_written, False
    elif _names_nothing(entry) and handle is None:
        written, stated_none = entry.handle_written, False
    elif _says_none(entry):
        handle, kind, also, written, stated_none = None, None, None, "", True
    unreadable = _unreadable(entry, before.unreadable if before else "")
    if entry.low is not None and entry.high != 0:
        stated_none = False
    state = AccountState(entry.platform, handle, kind, also, written, stated_none, unreadable)
    if before is None:
        return state if _says_something(state) else None
    same = handle == before.handle and _same_but_written(state, before)
    return before if same else state


def _adds_nothing(before: AccountState | None, entry: AccountEntry) -> bool:
    """The common rows, decided fast: the account that is known, or a count beside no name."""
    if entry.no_count is not None or entry.other_platform:
        return False
    if entry.handle is None:
        silent = entry.no_handle is _EMPTY
        return silent and (before is None or (entry.high != 0 and _is_sound(before)))
    return (
        before is not None
        and entry.handle == before.handle
        and (entry.also is None or entry.also == before.also)
        and _is_sound(before)
    )


def _is_sound(state: AccountState) -> bool:
    """Neither stated to be missing nor with a count that nobody could read."""
    return not state.stated_none and not state.unreadable


def _is_handle_of(state: AccountState, handle: str) -> bool:
    return handle_key(state.platform, handle) == handle_key(state.platform, state.handle or "")


def _names_nothing(entry: AccountEntry) -> bool:
    return entry.no_handle is NoHandle.UNRESOLVABLE or entry.other_platform


def _says_none(entry: AccountEntry) -> bool:
    """Whether "tidak punya" stands in the handle cell, or in the count cell beside an empty one."""
    if entry.no_handle is NoHandle.NONE:
        return entry.low is None or entry.high == 0
    return entry.no_handle is NoHandle.EMPTY and entry.no_count is NoCount.NONE


def _unreadable(entry: AccountEntry, before: str) -> str:
    if entry.no_count is None or entry.no_count is NoCount.NONE:
        return ""
    return before if entry.no_count is NoCount.EMPTY else entry.count_written


def _same_but_written(state: AccountState, before: AccountState) -> bool:
    """The same account, however its handle was pasted this time."""
    return (
        state.handle_kind == before.handle_kind
        and state.also == before.also
        and state.stated_none == before.stated_none
        and state.unreadable == before.unreadable
        and (state.handle is not None or state.written == before.written)
    )


def _says_something(state: AccountState) -> bool:
    return bool(state.handle or state.written or state.stated_none or state.unreadable)
