"""The accounts that a platform may be asked about, with what decides whether it is."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, and_, bindparam, insert, or_, select

from app.domain.handle import Handle, HandleKind
from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.storage.compiled import among, execute_many, listed, run
from app.storage.moments import moment_text
from app.storage.schema import accounts, people
from app.storage.schema_fetching import account_ids


class KnownAccount(NamedTuple):
    """One account that exists; `handle` None where what is written names none.

    `platform_id` is what the platform itself calls the account of just this handle. A plain tuple:
    a fetch reads all of a platform's before its first call.
    """

    account_id: int
    person_id: int
    platform: Platform
    consent: Consent
    handle: Handle | None
    platform_id: str | None
    unreadable: bool


def known_accounts(
    tx: Connection, platform: Platform, only: Sequence[int] | None = None
) -> list[KnownAccount]:
    """Every account on a platform of whoever serves here, in the order of the accounts.

    `only`: of these accounts.
    """
    named = str(platform)
    if only is None:
        rows = run(tx, _KNOWN, platform=named)
    else:
        rows = run(tx, _SOME, platform=named, only=listed(only))
    return [
        KnownAccount(
            account_id,
            person_id,
            platform,
            _CONSENTS[consent],
            None if text is None or kind is None else Handle(platform, text, _KINDS[kind]),
            platform_id,
            unreadable != "",
        )
        for account_id, person_id, consent, text, kind, platform_id, unreadable in rows.all()
    ]


_CONSENTS = {one.value: one for one in Consent}
_KINDS = {one.value: one for one in HandleKind}
"""Asked a thousand times: an enumeration takes three times as long to find its member."""


def _known_accounts() -> Select[int, int, str, str | None, str | None, str | None, str]:
    its_id = and_(
        account_ids.c.account_id == accounts.c.id, account_ids.c.handle == accounts.c.handle
    )
    return (
        select(
            accounts.c.id,
            accounts.c.person_id,
            people.c.consent,
            accounts.c.handle,
            accounts.c.handle_kind,
            account_ids.c.platform_id,
            accounts.c.unreadable,
        )
        .join_from(accounts, people, people.c.id == accounts.c.person_id)
        .outerjoin(account_ids, its_id)
        .where(
            accounts.c.platform == bindparam("platform"),
            accounts.c.stated_none == 0,
            or_(accounts.c.handle.is_not(None), accounts.c.written != ""),
            people.c.service == str(Service.ACTIVE),
        )
        .order_by(accounts.c.id)
    )


_KNOWN = _known_accounts()
_SOME = _KNOWN.where(among(accounts.c.id, "only"))


def keep_ids(tx: Connection, ids: Iterable[tuple[KnownAccount, Handle, str]], at: datetime) -> None:
    """What the platform calls accounts, each with the handle that it was learned for."""
    moment = moment_text(at)
    values = [
        (account.account_id, account.person_id, handle.text, platform_id, moment)
        for account, handle, platform_id in ids
    ]
    execute_many(tx, _LEARNED, _LEARNED_BY, values)


_LEARNED = insert(account_ids).prefix_with("OR REPLACE")
_LEARNED_BY = ("account_id", "person_id", "handle", "platform_id", "learned_at")
