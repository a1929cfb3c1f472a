"""The test of a connection to Meta: whom the token speaks for, what it may do, until when."""

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from app.domain.fetched import Connection, FetchState, Stop
from app.platforms.accounts import plain_name
from app.platforms.asking import Opened, Refused
from app.platforms.graph import Graph, Item
from app.platforms.protocol import Pause
from app.platforms.secret import Secret
from app.platforms.strict_json import number_in, part, rows, text_in


def connection_of(
    graph: Graph, whom: str, token: Secret, needed: Sequence[str], pause: Pause
) -> Connection:
    """Asks for the account, the permissions and the end of the token, all in one request.

    Args:
        graph: to be asked.
        whom: the relative address of the account that the token speaks for.
        token: the token that is looked into.
        needed: the permissions without which nothing can be fetched.
        pause: waits, or raises `Cancelled`.
    """
    inspected = Secret(f"debug_token?input_token={quote(token.reveal(), safe='')}")
    answer = graph.look_up([whom, "me/permissions", inspected], pause)
    if answer.stop is not None:
        return Connection(stop=answer.stop)
    account, permissions, token_facts = answer.items
    if isinstance(account, Refused):
        return Connection(stop=Stop(account.state, None, account.code))
    named, facts = _body(account), part(_body(token_facts), "data")
    if part(facts, "is_valid") is False:
        return Connection(stop=Stop(FetchState.TOKEN, None, "190"))
    granted = _granted(_body(permissions), facts)
    return Connection(
        plain_name(text_in(named, "name") or text_in(named, "username")),
        tuple(sorted(granted)),
        # Where the platform does not tell the permissions, none is said to be missing.
        tuple(name for name in needed if granted and name not in granted),
        _ends(facts),
    )


def _body(item: Item | None) -> object:
    return item.value if isinstance(item, Opened) else None


def _granted(permissions: object, facts: object) -> set[str]:
    listed = [
        text_in(row, "permission")
        for row in rows(part(permissions, "data"))
        if text_in(row, "status") == "granted"
    ]
    scopes = part(facts, "scopes")
    listed += [one for one in scopes if isinstance(one, str)] if isinstance(scopes, list) else []
    return {plain_name(name) for name in listed if name}


def _ends(facts: object) -> datetime | None:
    """The earlier of two ends: of the token, and of its access to data. 0 is never."""
    told = [number_in(facts, name) for name in ("expires_at", "data_access_expires_at")]
    ends = [seconds for seconds in told if seconds is not None and 0 < seconds < 2**33]
    return datetime.fromtimestamp(min(ends), UTC) if ends else None
