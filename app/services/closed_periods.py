"""Reading a closed period: what is stored of it, and what of that may be shown today."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from app.domain.errors import ClosingGone
from app.domain.snapshot import Away, Revision, Snapshot
from app.domain.snapshot_text import hash_of_row, in_row, qualifies_in_row
from app.domain.standing import PersonStanding
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.periods import hash_as_stored, revision
from app.storage.snapshots import StoredRow, current_ids, rows_of, withdrawn_ids
from app.storage.transaction import Transaction

_PROGRESS_PEOPLE = 1000


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """What was closed, as far as it may be shown today.

    Who has withdrawn consent since is not among `snapshot.people`: `hidden` says how many they
    are; `revision.totals` still has them, without a name. `erased` people are only hashes by now.
    `intact`: the stored rows still give the hash that was noted when the period was closed.
    """

    revision: Revision
    snapshot: Snapshot
    hidden: int
    erased: int
    intact: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is stored of a closing; `withdrawn` are the NIPs that must not be shown any more."""

    revision: Revision
    snapshot: Snapshot
    withdrawn: frozenset[str]
    erased: int
    intact: bool

    def shown(self) -> ClosedPeriod:
        """Without whoever has withdrawn consent since."""
        snapshot = self.without(self.withdrawn)
        hidden = len(self.snapshot.people) - len(snapshot.people)
        return ClosedPeriod(self.revision, snapshot, hidden, self.erased, self.intact)

    def without(self, nips: frozenset[str]) -> Snapshot:
        """The snapshot without these people, also in its totals."""
        people = [one for one in self.snapshot.people if one.person.nip.digits not in nips]
        away = {nip: why for nip, why in self.snapshot.away.items() if nip not in nips}
        return replace(self.snapshot, people=people, away=away)

    def is_hidden(self, one: PersonStanding) -> bool:
        """Has withdrawn consent since."""
        return one.person.nip.digits in self.withdrawn


def read_whole(tx: Transaction, revision_id: int, job: Job) -> Whole:
    """Everyone in a snapshot, by name.

    Raises:
        ClosingGone: there is no such closing.
    """
    closed = revision(tx, revision_id)
    if closed is None:
        raise ClosingGone
    reading = _Reading(tx, closed)
    with collector_paused():
        for number, row in enumerate(rows_of(tx, revision_id), 1):
            if number % _PROGRESS_PEOPLE == 0:
                job.step(number, 0)
            reading.take(number, row)
    intact = reading.intact and hash_as_stored(tx, closed) == closed.sha256
    people = sorted(reading.people, key=_by_name)
    snapshot = Snapshot(closed.rule, closed.as_of, people, reading.away, reading.who)
    return Whole(closed, snapshot, frozenset(reading.withdrawn), reading.erased, intact)


def number_qualifying(tx: Transaction, revision_id: int, job: Job) -> int:
    """How many qualified in a snapshot, without whoever has withdrawn consent since."""
    ids, withdrawn = current_ids(tx), withdrawn_ids(tx)
    known, found = set(ids.values()), 0
    for number, row in enumerate(rows_of(tx, revision_id), 1):
        if number % _PROGRESS_PEOPLE == 0:
            job.step(number, 0)
        if row.content is None or not qualifies_in_row(row.content):
            continue
        found += _who(row, ids, known) not in withdrawn
    return found


def _who(row: StoredRow, ids: Mapping[str, int], known: Set[int]) -> int | None:
    """The record as it was closed, else whoever has that number now."""
    if row.person_id in known or row.nip is None:
        return row.person_id
    return ids.get(row.nip)


class _Reading:
    """Row by row, with who that is today."""

    def __init__(self, tx: Transaction, closed: Revision) -> None:
        self._closed = closed
        self._ids = current_ids(tx)
        self._known = set(self._ids.values())
        self._withdrawn = withdrawn_ids(tx)
        self._taken: set[int] = set()
        self.people: list[PersonStanding] = []
        self.away: dict[str, Away] = {}
        self.who: dict[str, int] = {}
        self.withdrawn: set[str] = set()
        self.erased = 0
        self.intact = True

    def take(self, number: int, row: StoredRow) -> None:
        if row.nip is None or row.content is None:
            self.erased += 1
            return
        if hash_of_row(row.content) != row.sha256:
            self.intact = False
        person_id = _who(row, self._ids, self._known)
        if person_id is not None:
            self.who[row.nip] = person_id
            if person_id in self._withdrawn:
                self.withdrawn.add(row.nip)
        # Two records that are one by now, or somebody who is gone: still a row each.
        shown = -number if person_id is None or person_id in self._taken else person_id
        one = in_row(row.content, self._closed.rule, self._closed.as_of, shown)
        if isinstance(one, Away):
            self.away[row.nip] = one
        else:
            self._taken.add(shown)
            self.people.append(one)


def _by_name(one: PersonStanding) -> tuple[str, str]:
    return one.person.name.casefold(), one.person.nip.digits
