"""Says what a fetch would ask before anything is asked."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from app.domain.fetch_job import JobState
from app.domain.fetch_plan import BY_HAND, FetchPlan, PlatformPlan, portions
from app.domain.person import Consent
from app.platforms.protocol import FollowerSource
from app.services.fetching.candidates import People, by_asked, candidates, may_be_asked
from app.services.fetching.known import Known
from app.storage.fetch_jobs import open_job
from app.storage.fetch_queue import asked_since, waiting_items
from app.storage.fetchable import KnownAccount, known_accounts
from app.storage.transaction import Transaction


def plan_fetch(
    tx: Transaction,
    sources: Iterable[FollowerSource],
    people: People,
    now: datetime,
    known: Known,
) -> FetchPlan:
    """What these platforms would be asked about these people now."""
    by_hand = Counter(
        platform
        for platform in BY_HAND
        for account in known_accounts(tx, platform)
        if (people is None or account.person_id in people)
        and account.consent is not Consent.WITHDRAWN
    )
    return FetchPlan([_plan(tx, source, people, now, known) for source in sources], by_hand)


def _plan(
    tx: Transaction, source: FollowerSource, people: People, now: datetime, known: Known
) -> PlatformPlan:
    everybody = known.of(tx, source.platform)
    found = candidates(tx, source, everybody, people, now)
    left = _left_over(tx, source, everybody)
    waiting = {one.account_id for one in left}
    accounts = [*left, *(one for one in found.accounts if one.account_id not in waiting)]
    asked = by_asked(accounts)
    stop = source.barred()
    quota = source.quota
    used = 0 if quota is None else asked_since(tx, source.platform, now - quota.within)
    job = open_job(tx, source.platform)
    paused = job.paused_until if job is not None and job.state is JobState.PAUSED else None
    return PlatformPlan(
        source.platform,
        accounts=len(accounts),
        handles=len(asked),
        calls=len(source.batches(list(asked))),
        portions=portions(len(asked), quota, used, now, paused or now),
        left_out=found.left_out,
        barred=stop,
        continued=len(left),
    )


def _left_over(
    tx: Transaction, source: FollowerSource, known: Iterable[KnownAccount]
) -> list[KnownAccount]:
    """Who still waits in a job that did not end; they are asked whoever is chosen now."""
    job = open_job(tx, source.platform)
    if job is None:
        return []
    waiting = {row.account_id: row.handle for row in waiting_items(tx, job.id)}
    return [
        one
        for one in known
        if may_be_asked(one)
        and one.handle is not None
        and waiting.get(one.account_id) == one.handle.text
    ]
