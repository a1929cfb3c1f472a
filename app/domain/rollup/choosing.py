"""Which sending of an office counts: of the period that is asked for, the newest revision."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.period import Period
from app.domain.rollup.merged import Arrived, Presence, Wish
from app.domain.rollup.offices import fold_office, office_keys, without_repetition
from app.domain.rollup.sending import Submission


@dataclass(frozen=True, slots=True)
class Chosen:
    """An office with what counts of it, and all else that it sent, the newest first."""

    key: str
    name: str
    is_expected: bool
    presence: Presence
    arrived: Arrived | None = None
    others: tuple[Arrived, ...] = ()
    other_names: tuple[str, ...] = field(default=())


def chosen_offices(submissions: Iterable[Submission], wish: Wish) -> list[Chosen]:
    """Every office that sent anything or should have, by name."""
    everything = set_of(submissions)
    expected = without_repetition(wish.expected)
    keys = office_keys((one.sending.sender for one in everything), expected)
    groups: dict[str, list[Submission]] = defaultdict(list)
    for one in everything:
        groups[keys[one.sending.sender]].append(one)
    listed = {fold_office(name): name for name in expected}
    found = [
        _chosen(key, listed.get(key), groups.get(key, []), wish)
        for key in dict.fromkeys([*listed, *groups])
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))


def set_of(submissions: Iterable[Submission]) -> list[Submission]:
    """Each workbook once, in an order of its own: how often and when it came does not matter."""
    found: dict[str, Submission] = {}
    for one in submissions:
        known = found.get(one.part.sha256)
        # Of the same workbook, the one from which less was erased is no better: the other way round.
        if known is None or (-one.forgotten, one.id) < (-known.forgotten, known.id):
            found[one.part.sha256] = one
    return sorted(found.values(), key=lambda one: one.part.sha256)


def arrivals(submissions: Iterable[Submission]) -> list[Arrived]:
    """The sendings that these bring, the newest first."""
    groups: dict[str, list[Submission]] = defaultdict(list)
    for one in submissions:
        groups[one.sending.sha256].append(one)
    found = [
        Arrived(group[0].sending, tuple(sorted(group, key=_in_order))) for group in groups.values()
    ]
    return sorted(found, key=_rank, reverse=True)


def _chosen(key: str, listed: str | None, submissions: Sequence[Submission], wish: Wish) -> Chosen:
    everything = arrivals(submissions)
    newest_names = dict.fromkeys(one.sending.sender.name for one in everything)
    name = listed if listed is not None else next(iter(newest_names))
    others = tuple(one for one in newest_names if one != name)
    here = [one for one in everything if one.sending.period == wish.period]
    presence = Presence.USED
    if not here:
        presence = Presence.LEFT_OUT if everything else Presence.MISSING
        if everything and wish.other_periods:
            presence = Presence.OTHER_PERIOD
            here = _nearest(everything, wish.period)
    arrived = here[0] if here else None
    rest = tuple(one for one in everything if one is not arrived)
    return Chosen(key, name, listed is not None, presence, arrived, rest, others)


def _nearest(everything: Sequence[Arrived], wanted: Period) -> list[Arrived]:
    """Those of the last period that had begun by then; else of the first one after it."""
    begun = [one.sending.period for one in everything if one.sending.period.first <= wanted.last]
    if begun:
        # Of those that end on one day, the shortest says most about it.
        period = max(begun, key=lambda one: (one.last, one.first))
    else:
        period = min(
            (one.sending.period for one in everything), key=lambda one: (one.first, one.last)
        )
    return [one for one in everything if one.sending.period == period]


def _rank(one: Arrived) -> tuple[date, date, int, datetime, str]:
    """A later period; in it a later revision of the closing, then what was written later.

    The hash decides the rest, so that nothing depends on which came first.
    """
    sending = one.sending
    written = max(submission.part.written_at for submission in one.submissions)
    period = sending.period
    return period.last, period.first, sending.revision, written, sending.sha256


def _in_order(one: Submission) -> tuple[int, int, str]:
    return one.part.of, one.part.number, one.part.sha256
