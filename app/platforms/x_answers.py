"""Reads what X answers: users, partial errors, and refusals of a whole call."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.fetched import Asked, Fetched, FetchState, Stop
from app.platforms.asking import Again, Refused, by_status
from app.platforms.calls import Reply
from app.platforms.strict_json import count_of, part, rows, text_in
from app.platforms.x_batches import by_id

_ID = re.compile(r"[0-9]{1,19}")
_PROBLEMS = {
    "resource-not-found": FetchState.NOT_FOUND,
    "not-authorized-for-resource": FetchState.NOT_READABLE,
    "not-authorized-for-field": FetchState.NOT_READABLE,
    "resource-unavailable": FetchState.NOT_READABLE,
    "disallowed-resource": FetchState.NOT_READABLE,
    "internal-error": FetchState.TEMPORARY,
}
_KNOWN = frozenset(
    "usage-capped credits client-forbidden client-not-enrolled invalid-request "
    "unsupported-authentication rate-limit-exceeded".split()
)
"""Words of X's own that may stand in a code; others do not."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one call told, and for whom another one is needed."""

    results: tuple[Fetched, ...]
    again: tuple[Asked, ...] = ()


def read_users(batch: Sequence[Asked], body: object, *, ids: bool) -> Found:
    """One result for each account of the batch, whatever the body is."""
    users = {_key(user, ids=ids): user for user in rows(part(body, "data"))}
    problems = {name: error for error in rows(part(body, "errors")) for name in _named(error)}
    shaped = isinstance(body, dict) and ("data" in body or "errors" in body)
    results: list[Fetched] = []
    again: list[Asked] = []
    for asked in batch:
        known = by_id(asked)
        key = (known if ids else asked.handle.text) or ""
        user = users.get(key)
        if not ids and known and (user is None or text_in(user, "id") != known):
            # Nobody has the name, or somebody else took it over: the id tells.
            again.append(asked)
        elif user is not None:
            results.append(_read(asked, user))
        elif key in problems:
            results.append(_problem(asked, problems[key]))
        else:
            state = FetchState.NO_ANSWER if shaped else FetchState.UNEXPECTED
            results.append(Fetched(asked, state, code="" if shaped else "shape"))
    return Found(tuple(results), tuple(again))


def refused_names(batch: Sequence[Asked], status: int, body: object) -> Found | None:
    """One name that X does not allow spoils a whole call: it is dropped, the others asked again."""
    if status != 400:
        return None
    messages = " ".join(text_in(error, "message") for error in rows(part(body, "errors")))
    bad = [one for one in batch if f"[{one.handle.text}]" in messages]
    if not bad or len(bad) == len(batch):
        return None
    left = tuple(one for one in batch if one not in bad)
    return Found(tuple(Fetched(one, FetchState.INVALID_HANDLE, code="400") for one in bad), left)


def judge_refusal(reply: Reply, body: object) -> Refused | Again | Stop:
    """What a refusal of a whole call means."""
    kind = text_in(body, "type").rsplit("/", 1)[-1]
    reason = text_in(body, "reason")
    words = text_in(body, "title").casefold() + text_in(body, "detail").casefold()
    detail = next((word for word in (reason, kind) if word in _KNOWN), "")
    code = f"http {reply.status} {detail}".rstrip()
    if reply.status == 429 and kind == "usage-capped":
        return Stop(FetchState.OUT_OF_CREDIT, None, code)
    if reply.status == 403 and ("spend" in words or "credit" in words):
        return Stop(FetchState.OUT_OF_CREDIT, None, code)
    return by_status(reply, detail)


def _key(user: object, *, ids: bool) -> str:
    return text_in(user, "id") if ids else text_in(user, "username").lower()


def _named(error: Mapping[str, object]) -> set[str]:
    return {text_in(error, name).lower() for name in ("value", "resource_id")} - {""}


def _read(asked: Asked, user: Mapping[str, object]) -> Fetched:
    found = text_in(user, "id")
    known = found if _ID.fullmatch(found) else None
    told = part(user, "public_metrics", "followers_count")
    if told is None:
        return Fetched(asked, FetchState.NO_ANSWER, None, known, "followers_count")
    count = count_of(told)
    if count is None or known is None:
        return Fetched(asked, FetchState.UNEXPECTED, None, known, "shape")
    return Fetched(asked, FetchState.OK, count, known)


def _problem(asked: Asked, error: object) -> Fetched:
    if "suspended" in text_in(error, "detail").casefold():
        return Fetched(asked, FetchState.SUSPENDED, code="suspended")
    kind = text_in(error, "type").rsplit("/", 1)[-1]
    state = _PROBLEMS.get(kind, FetchState.UNEXPECTED)
    return Fetched(asked, state, code=kind if kind in _PROBLEMS else "problem")
