"""The accounts of a platform as they were read last: a plan and the fetch after it read them once."""

from collections.abc import Sequence

from app.domain.platform import Platform
from app.storage.changes import commits_so_far
from app.storage.fetchable import KnownAccount, known_accounts
from app.storage.transaction import Transaction

_MOST = 10_000
"""More of a platform are not held between a plan and its fetch: some megabytes."""


class Known:
    """Of one database. What anybody committed since makes it worthless, and it is read anew."""

    def __init__(self) -> None:
        self._read: dict[Platform, tuple[int, Sequence[KnownAccount]]] = {}

    def of(self, tx: Transaction, platform: Platform) -> Sequence[KnownAccount]:
        """Of everybody; held for whoever asks next."""
        number = commits_so_far(tx)
        found = self._held(platform, number)
        if found is None:
            found = known_accounts(tx, platform)
        if len(found) <= _MOST:
            self._read[platform] = number, found
        return found

    def taken(self, tx: Transaction, platform: Platform) -> Sequence[KnownAccount]:
        """The same, and held no longer; asked before the transaction writes anything."""
        found = self._held(platform, commits_so_far(tx))
        return known_accounts(tx, platform) if found is None else found

    def _held(self, platform: Platform, number: int) -> Sequence[KnownAccount] | None:
        """One word with the dictionary: a plan may be made while a fetch begins."""
        as_of, found = self._read.pop(platform, (number, None))
        return found if as_of == number else None
