"""Keeps one answer of a platform: the states of the queue and the counts, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from app.domain.count import Interval
from app.domain.fetch_doubt import is_doubtful
from app.domain.fetch_job import ItemState
from app.domain.fetched import Asked, Fetched, FetchState
from app.domain.person import Source
from app.domain.platform import Platform
from app.domain.roster import CountState
from app.services.fetching.candidates import may_be_asked
from app.storage.accounts import account_state, put_account
from app.storage.actions import begin, last_undoable
from app.storage.changes import commits_so_far
from app.storage.counts import newest_of, record_counts
from app.storage.counts_apart import keep_apart, outdate, whose_wait
from app.storage.fetch_queue import Settled, action_of_job, drop_items, settle
from app.storage.fetchable import KnownAccount, keep_ids, known_accounts
from app.storage.transaction import Transaction

KIND = "fetch"
"""Of the action under which fetched counts are recorded."""

_LATER = (
    FetchState.TOKEN,
    FetchState.NEEDS_PERMISSION,
    FetchState.OUT_OF_CREDIT,
    FetchState.UNEXPECTED,
)
"""Said of the office or of the program, not of the account: it is asked about the next time."""

_ENDS = frozenset(state for state in ItemState if not state.waits)

_TRIES_WITHOUT_ANSWER = 2

Attempts = Mapping[int, int]
"""How often each account was asked by this job, this time included."""

Batches = Sequence[Sequence[Asked]]
"""What goes out in one call each."""


class AnswerWriter:
    """Writes what each call of one run brought about accounts of one platform."""

    def __init__(self, platform: Platform, job_id: int, by: str, as_of: int) -> None:
        """`as_of`: the number of commits after which the accounts were read."""
        self._platform = platform
        self._job = job_id
        self._by = by
        self._as_of = as_of
        self._current: int | None = None
        self._growing = False
        self._apart: set[int] | None = None
        self._alone = True
        self._disturbed = False

    def save(
        self,
        tx: Transaction,
        results: Sequence[Fetched],
        asked: Mapping[Asked, Sequence[KnownAccount]],
        attempts: Attempts,
        at: datetime,
    ) -> int:
        """Keeps every result; gives how many accounts need not be asked again by this job.

        Whoever withdrew the consent, changed the account or was removed while the platform was
        asked leaves the queue, and nothing about them is kept.
        """
        number = commits_so_far(tx)
        self._disturbed = number != self._as_of
        if self._disturbed:
            # Somebody else wrote: nothing that was read before is believed from now on.
            self._alone = self._growing = False
            self._apart = None
        self._as_of = number + 1  # this transaction's own
        told = [(account, found) for found in results for account in asked[found.asked]]
        gone: list[int] = []
        if not self._alone:
            standing = self._standing(tx, [one for one, _ in told])
            gone = [one.account_id for one, _ in told if one.account_id not in standing]
            drop_items(tx, self._job, gone)
            told = [
                (standing[one.account_id], found)
                for one, found in told
                if one.account_id in standing
            ]
        counted = [(one, found.count) for one, found in told if found.count is not None]
        action = self._record(tx, counted, at) if counted else None
        settled = [_settled(one, found, attempts, action) for one, found in told]
        settle(tx, self._job, settled, at)
        self._keep_ids(tx, told, at)
        return len(gone) + sum(row.state in _ENDS for row in settled)

    def still_to_ask(
        self, tx: Transaction, batches: Batches, asked: Mapping[Asked, Sequence[KnownAccount]]
    ) -> tuple[Batches, int]:
        """After `save`: the later calls, without whoever may not be asked any more; and how many.

        Whoever withdrew the consent since the calls were made up is not asked at all.
        """
        if not self._disturbed:
            return batches, 0
        accounts = [each for batch in batches for one in batch for each in asked[one]]
        standing = self._standing(tx, accounts)
        gone = [one.account_id for one in accounts if one.account_id not in standing]
        drop_items(tx, self._job, gone)
        left = [
            [one for one in batch if any(each.account_id in standing for each in asked[one])]
            for batch in batches
        ]
        return [batch for batch in left if batch], len(gone)

    def _standing(
        self, tx: Transaction, accounts: Sequence[KnownAccount]
    ) -> dict[int, KnownAccount]:
        """Those of the accounts that are as they were when they were asked about."""
        handles = {one.account_id: one.handle for one in accounts}
        return {
            one.account_id: one
            for one in known_accounts(tx, self._platform, list(handles))
            if may_be_asked(one) and one.handle == handles[one.account_id]
        }

    def _record(
        self,
        tx: Transaction,
        counted: Sequence[tuple[KnownAccount, Interval]],
        at: datetime,
    ) -> int:
        action = self._action(tx, at)
        local = at.astimezone().replace(tzinfo=None)
        day = local.date()
        before = newest_of(tx, self._platform, [one.person_id for one, _ in counted], day)
        believed = []
        for account, span in counted:
            count = _count(self._platform, span, day)
            newest = before.get(account.person_id)
            if newest is not None and is_doubtful(span, newest.interval):
                low = newest.interval.low
                keep_apart(tx, action, account.person_id, count, low, self._by, local)
                self._waiting(tx).add(account.person_id)
                continue
            believed.append((account.person_id, count))
            if account.unreadable:
                self._settle_account(tx, action, account.person_id)
        self._outdate(tx, action, [one for one, _ in believed], local)
        record_counts(tx, action, believed, Source.API, self._by, local)
        return action

    def _action(self, tx: Transaction, at: datetime) -> int:
        """One step of undo for the whole fetch, as long as nobody does anything in between.

        One for each call would be fifty steps back for one click. One for the job alone would be
        taken back after work that was done later, and could be taken back while it still grows.
        """
        if self._growing and self._current is not None:
            return self._current
        if self._current is None:
            self._current = action_of_job(tx, self._job)
        if self._current is None or self._current != last_undoable(tx):
            self._current = begin(tx, KIND, self._by, at.astimezone().replace(tzinfo=None))
        self._growing = True
        return self._current

    def _outdate(self, tx: Transaction, action: int, people: Sequence[int], at: datetime) -> None:
        """Hardly anybody has a count that waits for a decision: who has is read once."""
        waiting = self._waiting(tx)
        told = [one for one in people if one in waiting] if waiting else []
        if told:
            outdate(tx, action, told, self._platform, self._by, at)
            waiting.difference_update(told)

    def _waiting(self, tx: Transaction) -> set[int]:
        if self._apart is None:
            self._apart = whose_wait(tx, self._platform)
        return self._apart

    def _settle_account(self, tx: Transaction, action: int, person_id: int) -> None:
        """Ends what stood there instead of a count and could not be read."""
        state = account_state(tx, person_id, self._platform)
        if state is not None:
            put_account(tx, action, person_id, state._replace(unreadable=""))

    def _keep_ids(
        self, tx: Transaction, told: Sequence[tuple[KnownAccount, Fetched]], at: datetime
    ) -> None:
        learned = [
            (account, account.handle, found.platform_id)
            for account, found in told
            if found.platform_id is not None
            and found.platform_id != account.platform_id
            and account.handle is not None
        ]
        keep_ids(tx, learned, at)


def _settled(
    account: KnownAccount, found: Fetched, attempts: Attempts, action: int | None
) -> Settled:
    state = found.state
    if state is FetchState.OK:
        return Settled(account.account_id, ItemState.OK, _OK, found.code, action)
    given_up = (
        state is FetchState.NO_ANSWER
        and attempts.get(account.account_id, 0) >= _TRIES_WITHOUT_ANSWER
    )
    waits = state in _LATER or (state.again and not given_up)
    kept = ItemState.RETRY if waits else ItemState.FAILED
    return Settled(account.account_id, kept, str(state), found.code)


_OK = str(FetchState.OK)


def _count(platform: Platform, span: Interval, day: date) -> CountState:
    written = str(span.low) if span.high == span.low else f"{span.low}+"
    return CountState(platform, span.low, span.high, span.exact, day, written)
