"""Which accounts have counts that moved a lot: a wide net, so that few histories are read whole."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, Subquery, and_, case, func, or_, select

from app.domain.person import Count
from app.domain.platform import Platform
from app.domain.plausibility import MOVED, Window
from app.storage.counts import histories
from app.storage.schema import counts


def accounts_that_moved(
    tx: Connection, since: date, news: date, until: date, minimums: Mapping[Platform, int]
) -> set[tuple[int, Platform]]:
    """By person and platform, every account in which `domain.jump` can find anything, and others.

    Two counts that follow each other lie further apart than a month brings by default, or on
    different sides of the threshold and not quite near each other; one of them reaches the
    threshold, or nearly.

    Args:
        tx: a transaction.
        since: older counts are not looked at.
        news: the later one of the two counts is not older.
        until: later counts are not looked at.
        minimums: the smallest count that meets the rule, for every platform.
    """
    account = (counts.c.person_id, counts.c.platform)
    # One pass in the order of the index: what is asked of the count before comes out of it.
    before = {
        name: func.lag(counts.c[name]).over(
            partition_by=account, order_by=(counts.c.observed_on, counts.c.id)
        )
        for name in ("low", "high", "observed_on")
    }
    pairs = (
        select(
            *account,
            counts.c.observed_on,
            counts.c.low,
            counts.c.high,
            counts.c.exact,
            *(one.label(f"{name}_before") for name, one in before.items()),
        )
        .where(
            counts.c.retracted == 0,
            counts.c.observed_on.between(since.isoformat(), until.isoformat()),
        )
        .subquery("pairs")
    )
    pair = pairs.c
    minimum = case({str(one): number for one, number in minimums.items()}, value=pair.platform)
    # Of two counts on one day the later recorded one holds: who has such is taken as it is.
    twice = pair.observed_on == pair.observed_on_before
    query = (
        select(pair.person_id, pair.platform)
        .where(pair.observed_on >= news.isoformat(), or_(twice, _moved(pairs, minimum)))
        .distinct()
    )
    return {(person_id, Platform(name)) for person_id, name in tx.execute(query)}


def histories_of(
    tx: Connection, accounts: Collection[tuple[int, Platform]], since: date, until: date
) -> dict[tuple[int, Platform], list[Count]]:
    """The usable counts of these accounts from one day to another, the newest first."""
    found: dict[tuple[int, Platform], list[Count]] = {}
    for platform in {one for _, one in accounts}:
        whose = sorted(person_id for person_id, one in accounts if one is platform)
        found |= histories(tx, whose, since, until, platform)
    return found


def _moved(pairs: Subquery, minimum: ColumnElement[int]) -> ColumnElement[bool]:
    """Each count against the one before it, its near end against the other's near end."""
    now, before, usual = pairs.c, pairs.c.low_before, Window()
    rose = now.low * 100 > now.high_before * (100 + usual.up)
    fell = now.high * 100 < before * (100 - usual.down)
    crossed = or_(
        and_(before < minimum, now.low >= minimum), and_(before >= minimum, now.low < minimum)
    )
    shifted = or_(now.low > now.high_before * (1 + MOVED), now.low < before * (1 - MOVED))
    # Of a slip inside the window both ends may lie a little below the threshold.
    least = minimum * (100 - usual.down)
    near = or_(now.low * 100 >= least, before * 100 >= least)
    return and_(near, or_(rose, fell, and_(now.exact == 1, crossed, shifted)))
