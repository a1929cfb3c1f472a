"""Merges submissions: a pure function of their set, of the list of offices and of the wish.

Order, repetition and splitting of the workbooks change nothing. A person in several offices counts
once: where something of the person was seen last, then in the office whose name comes first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.domain.coverage import reached
from app.domain.person import Account
from app.domain.rollup.choosing import Chosen, chosen_offices
from app.domain.rollup.figures import (
    ELSEWHERE,
    HAS_ACCOUNT,
    HAS_COUNT,
    PLATFORMS,
    VERDICTS,
    People,
    figures_of,
    summed,
)
from app.domain.rollup.merged import Doubled, MergedOffice, RollUp, Wish
from app.domain.rollup.sending import SentRow, Submission
from app.domain.snapshot_text import sent_in_row
from app.domain.verdict import Verdict, judge

Rows = Callable[[Submission], Iterable[SentRow]]
"""Gives the rows of a submission; each is asked for once."""

_NUMBER = {verdict: number for number, verdict in enumerate(VERDICTS)}
_BIT = {platform: 1 << place for place, platform in enumerate(PLATFORMS)}


def merge(
    submissions: Iterable[Submission],
    rows_of: Rows,
    wish: Wish,
    step: Callable[[int, int], None] = lambda done, total: None,
) -> RollUp:
    """See the module. `step` hears of people done, of all; it may raise to stop.

    Only the counted workbooks are read. Every row of them must be one that `sent_in_row` can read.
    """
    chosen = chosen_offices(submissions, wish)
    total = sum(one.arrived.sending.people for one in chosen if one.arrived is not None)
    gathering = _Gathering(rows_of, wish, step, total)
    found = [gathering.office(number, one) for number, one in enumerate(chosen)]
    people = gathering.people
    doubles = _doubles(people)
    for group in doubles:
        _count_once(people, group, chosen)
    offices = tuple(_merged(people, one, taken) for one, taken in zip(chosen, found, strict=True))
    bare = RollUp(
        wish, offices, summed(one.figures for one in offices), (), tuple(gathering.used), people
    )
    doubled = [_doubled(bare, group) for group in doubles]
    doubled.sort(key=lambda one: (one.name.casefold(), one.nip))
    return replace(bare, doubled=tuple(doubled))


@dataclass(slots=True)
class _Taken:
    """What was read of one office: its columns, and people who are not among them."""

    indices: range = range(0)
    is_rejudged: bool = False
    lacking: int = 0
    forgotten: int = 0
    totals: Counter[Verdict] = field(default_factory=Counter)
    changed: Counter[tuple[Verdict, Verdict]] = field(default_factory=Counter)


class _Gathering:
    """Reads office after office into the columns."""

    def __init__(
        self, rows_of: Rows, wish: Wish, step: Callable[[int, int], None], total: int
    ) -> None:
        self._rows_of = rows_of
        self._wish = wish
        self._step = step
        self._total = total
        self._done = 0
        # Thousands of people share a few names of organisations.
        self._known: dict[str, str] = {}
        self.people = People()
        self.used: list[Submission] = []

    def office(self, number: int, one: Chosen) -> _Taken:
        taken = _Taken()
        if one.arrived is None:
            return taken
        sending, first = one.arrived.sending, len(self.people)
        taken.is_rejudged = not sending.rule.decides_as(self._wish.rule)
        here: set[int] = set()
        gone: set[str] = set()
        for submission in one.arrived.submissions:
            self.used.append(submission)
            for row in self._rows_of(submission):
                if row.content is None:
                    gone.add(row.sha256)
                elif int(row.nip) not in here:
                    here.add(int(row.nip))
                    self._take(number, submission, row, row.content, taken)
        taken.indices = range(first, len(self.people))
        taken.forgotten = len(gone)
        taken.lacking = max(0, sending.people - len(here) - len(gone))
        return taken

    def _take(
        self, office: int, submission: Submission, row: SentRow, content: str, taken: _Taken
    ) -> None:
        if self._done % _PEOPLE_PER_STEP == 0:
            self._step(self._done, self._total)
        self._done += 1
        rule, people = self._wish.rule, self.people
        person, accounts, own = sent_in_row(content)
        verdict = own
        if taken.is_rejudged:
            verdict = judge(accounts, rule, submission.sending.as_of, person.consent).verdict
            if verdict is not own:
                taken.changed[own, verdict] += 1
        taken.totals[verdict] += 1
        organisation = person.organisation or person.unit
        people.nips.append(int(row.nip))
        people.names.append(person.name)
        people.organisations.append(self._known.setdefault(organisation, organisation))
        people.offices.append(office)
        people.submissions.append(len(self.used) - 1)
        people.rows.append(row.row)
        people.verdicts.append(_NUMBER[verdict])
        people.own_verdicts.append(_NUMBER[own])
        people.marks.append(_marks(accounts))
        people.reached.append(sum(_BIT[platform] for platform in reached(accounts, rule)))
        people.observed.append(_observed(accounts))


_PEOPLE_PER_STEP = 1_000


def _marks(accounts: Sequence[Account]) -> int:
    existing = [account for account in accounts if account.exists]
    counted = any(account.latest is not None for account in existing)
    return (HAS_ACCOUNT if existing else 0) | (HAS_COUNT if counted else 0)


def _observed(accounts: Sequence[Account]) -> int:
    """The newest day on which anybody looked at an account of the person."""
    days = [account.latest.observed_on for account in accounts if account.latest is not None]
    days += [account.activity.checked_on for account in accounts if account.activity is not None]
    return max(days).toordinal() if days else 0


# ------------------------------------------------------------------ in several offices


def _doubles(people: People) -> list[list[int]]:
    """Columns of the same NIP, wherever there are several."""
    order = sorted(range(len(people)), key=people.nips.__getitem__)
    found: list[list[int]] = []
    for before, index in pairwise(order):
        if people.nips[before] != people.nips[index]:
            continue
        if found and found[-1][-1] == before:
            found[-1].append(index)
        else:
            found.append([before, index])
    return found


def _count_once(people: People, group: list[int], chosen: Sequence[Chosen]) -> None:
    """The one that counts comes first in the group; the others are marked."""

    def first_of(index: int) -> tuple[int, str, str]:
        office = chosen[people.offices[index]]
        return -people.observed[index], office.name.casefold(), office.key

    group.sort(key=first_of)
    for index in group[1:]:
        people.marks[index] |= ELSEWHERE


def _doubled(rollup: RollUp, group: Sequence[int]) -> Doubled:
    people, first = rollup.people, group[0]
    places = [rollup.place(index) for index in group]
    nip = f"{people.nips[first]:018}"
    return Doubled(nip, people.names[first], places[0], tuple(places[1:]))


def _merged(people: People, one: Chosen, taken: _Taken) -> MergedOffice:
    changed: Mapping[tuple[Verdict, Verdict], int] = dict(sorted(taken.changed.items()))
    return MergedOffice(
        key=one.key,
        name=one.name,
        is_expected=one.is_expected,
        presence=one.presence,
        arrived=one.arrived,
        others=one.others,
        other_names=one.other_names,
        figures=figures_of(people, taken.indices),
        totals={verdict: taken.totals[verdict] for verdict in Verdict},
        lacking=taken.lacking,
        elsewhere=sum(people.marks[index] & ELSEWHERE != 0 for index in taken.indices),
        forgotten=taken.forgotten,
        is_rejudged=taken.is_rejudged,
        changed=changed,
    )
