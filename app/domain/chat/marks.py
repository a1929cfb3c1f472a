"""What marks one person among all: the NIP and the accounts, and what is one slip away from them."""

from collections import defaultdict
from collections.abc import Iterable

from app.domain.chat.values import Known
from app.domain.handle import Handle
from app.domain.platform import Platform
from app.domain.slip import one_slip


class Numbers:
    """People by their NIP, present and former, and by NIPs one slip away."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._holders: dict[str, int] = {}
        self._halves: dict[tuple[int, str], list[str]] = defaultdict(list)
        for one in people:
            for nip in (*one.former_nips, one.nip):
                self._holders[nip] = one.id
                self._halves[0, nip[:8]].append(nip)
                self._halves[1, nip[-8:]].append(nip)

    def holder(self, nip: str) -> int | None:
        """Who has, or had, this number."""
        return self._holders.get(nip)

    def near(self, nip: str) -> list[int]:
        """Others whose number is one slip away: one half of it is whole."""
        close = (*self._halves.get((0, nip[:8]), ()), *self._halves.get((1, nip[-8:]), ()))
        found = dict.fromkeys(self._holders[one] for one in close if one_slip(one, nip))
        found.pop(self._holders.get(nip, -1), None)
        return list(found)


class Accounts:
    """Who owns which account, and whose name of an account is one slip away."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._owners: dict[tuple[Platform, str], set[int]] = defaultdict(set)
        self._keys: dict[tuple[int, Platform], set[str]] = defaultdict(set)
        self._ends: dict[tuple[Platform, int, str], set[str]] = defaultdict(set)
        for one in people:
            for handle in one.handles:
                platform, key = handle.platform, handle.key
                self._owners[platform, key].add(one.id)
                self._keys[one.id, platform].add(key)
                self._ends[platform, 0, key[:3]].add(key)
                self._ends[platform, 1, key[-3:]].add(key)

    def owners(self, handle: Handle) -> frozenset[int]:
        """Who is known to have this account."""
        return frozenset(self._owners.get((handle.platform, handle.key), ()))

    def of(self, person: int, platform: Platform) -> frozenset[str]:
        """The keys of a person's known accounts."""
        return frozenset(self._keys.get((person, platform), ()))

    def near(self, handle: Handle) -> frozenset[int]:
        """Others whose account is one slip away: its beginning or its end is whole."""
        platform, key = handle.platform, handle.key
        close = self._ends.get((platform, 0, key[:3]), set()) | self._ends.get(
            (platform, 1, key[-3:]), set()
        )
        own = self.owners(handle)
        slipped = (self._owners[platform, one] for one in close if one_slip(one, key))
        return frozenset(one for ids in slipped for one in ids if one not in own)
