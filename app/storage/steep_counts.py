"""Which accounts have counts that moved a lot: a wide net, so that few histories are read whole."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, and_, case, func, or_, select

from app.domain.platform import Platform
from app.domain.plausibility import Window
from app.storage.schema import counts


def accounts_that_moved(
    tx: Connection, since: date, until: date, minimums: Mapping[Platform, int]
) -> set[tuple[int, Platform]]:
    """By person and platform, every account in which `domain.jump` can find anything, and others.

    Two counts that follow each other lie further apart than a month brings by default, or on
    different sides of the threshold; some count of the account lies at the threshold or above.
    `minimums` has the smallest count that meets the rule for every platform.
    """
    # Of two counts on one day the later recorded one holds.
    held = (
        select(
            counts.c.person_id,
            counts.c.platform,
            counts.c.observed_on,
            func.max(counts.c.id).label("id"),
        )
        .where(
            counts.c.retracted == 0,
            counts.c.observed_on.between(since.isoformat(), until.isoformat()),
        )
        .group_by(counts.c.person_id, counts.c.platform, counts.c.observed_on)
        .subquery("held")
    )
    account = (held.c.person_id, held.c.platform)
    day = held.c.observed_on
    pairs = select(
        held.c.person_id,
        held.c.platform,
        counts.c.low,
        counts.c.high,
        func.lag(counts.c.low).over(partition_by=account, order_by=day).label("low_before"),
        func.lag(counts.c.high).over(partition_by=account, order_by=day).label("high_before"),
        func.max(counts.c.low).over(partition_by=account).label("most"),
    ).join_from(held, counts, counts.c.id == held.c.id)
    pair = pairs.subquery("pairs").c
    minimum = case({str(one): number for one, number in minimums.items()}, value=pair.platform)
    usual = Window()
    moved = or_(
        pair.low * 100 > pair.high_before * (100 + usual.up),
        pair.high * 100 < pair.low_before * (100 - usual.down),
        and_(pair.low_before < minimum, pair.low >= minimum),
        and_(pair.low_before >= minimum, pair.low < minimum),
    )
    query = select(pair.person_id, pair.platform).where(pair.most >= minimum, moved).distinct()
    return {(person_id, Platform(name)) for person_id, name in tx.execute(query)}
