"""Who may be asked about: with consent, a name that the platform knows, and no answer of today."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.fetch_plan import LeftOut
from app.domain.fetched import Asked
from app.domain.person import Consent
from app.domain.platform import Platform
from app.platforms.protocol import FollowerSource
from app.storage.fetch_queue import answered_since
from app.storage.fetchable import KnownAccount
from app.storage.transaction import Transaction

_LASTS = timedelta(days=1)

People = Collection[int] | None
"""By id; None for everyone."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The accounts of one platform: those to ask about, and how many are left out for what."""

    accounts: Sequence[KnownAccount]
    left_out: Mapping[LeftOut, int]


def candidates(
    tx: Transaction,
    source: FollowerSource,
    known: Iterable[KnownAccount],
    people: People,
    now: datetime,
) -> Candidates:
    """Sorts every known account of the platform: asked about, or left out for one reason."""
    since = fresh_since(source.platform, now)
    answered = answered_since(tx, source.platform, since, going_on=now - _LASTS)
    found, left_out = [], Counter[LeftOut]()
    for account in known:
        if people is not None and account.person_id not in people:
            continue
        why = _why_not(account, source, answered)
        if why is None:
            found.append(account)
        else:
            left_out[why] += 1
    return Candidates(found, left_out)


def fresh_since(platform: Platform, now: datetime) -> datetime:
    """What was answered since then is not asked again: X counts days, the others hours.

    A job that was broken off goes on by hours on X too: midnight there is seven in the morning here.
    """
    if platform is Platform.X:
        return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return now - _LASTS


def may_be_asked(account: KnownAccount) -> bool:
    """The person agrees, and something names the account."""
    return account.consent is Consent.GIVEN and account.handle is not None


def by_asked(accounts: Iterable[KnownAccount]) -> dict[Asked, list[KnownAccount]]:
    """One question for each account of the platform: two people may name the same one."""
    places: dict[tuple[str, str], list[KnownAccount]] = {}
    for account in accounts:
        handle = account.handle
        if handle is not None:
            places.setdefault((handle.kind, handle.key), []).append(account)
    found = {}
    for each in places.values():
        handle = each[0].handle
        if handle is not None:
            ids = [one.platform_id for one in each if one.platform_id]
            found[Asked(handle, ids[0] if ids else None)] = each
    return found


def _why_not(
    account: KnownAccount, source: FollowerSource, answered: set[tuple[int, str]]
) -> LeftOut | None:
    if account.consent in (Consent.REFUSED, Consent.WITHDRAWN):
        return LeftOut.REFUSED
    if account.consent is not Consent.GIVEN:
        return LeftOut.NO_CONSENT
    if account.handle is None:
        return LeftOut.NO_NAME
    if (account.account_id, account.handle.text) in answered:
        return LeftOut.ANSWERED
    if source.check(Asked(account.handle, account.platform_id)) is not None:
        return LeftOut.UNUSABLE
    return None
