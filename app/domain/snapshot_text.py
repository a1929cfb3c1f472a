"""The one way to write a snapshot down, and the hash over it.

The same content gives the same texts and the same hash: ids of the database, the order in which
people come, the moment and the author of the closing are no part of it. The hash of the whole is
made of the hashes of the rows. So a row may go (a person has the right to be forgotten), its hash
stays in its place, and the hash of the whole still verifies. It detects change, it is no signature;
and whoever knows every single value of a row that went can recognise its hash.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.handle import Handle, HandleKind
from app.domain.nip import Nip
from app.domain.period import Period
from app.domain.person import Account, Consent, Count, Person, Source
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.domain.snapshot import Away, Snapshot
from app.domain.standing import PersonStanding
from app.domain.verdict import Standing, Verdict, judge

FORMAT = 1
"""Of the texts below; a change of any of them is another number."""

_TEXTS = (
    "name",
    "title_front",
    "title_back",
    "status",
    "rank",
    "position",
    "organisation",
    "unit",
    "job_type",
    "echelon",
)
"""What a report may print of a person. Phone, e-mail and remarks are nobody's business later."""


def row_texts(snapshot: Snapshot) -> dict[str, str]:
    """By NIP the text of each row: everyone in the lists, and everyone who is away."""
    rows = {one.person.nip.digits: standing_text(one) for one in snapshot.people}
    for nip, why in snapshot.away.items():
        rows[nip] = _text({"nip": nip, "away": why.value})
    return rows


def hash_of_row(text: str) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_of_snapshot(
    period: Period,
    as_of: date,
    rule: str,
    totals: Mapping[Verdict, int],
    row_hashes: Iterable[str],
) -> str:
    """The hash of the whole; `rule` is the text of the rule as it is kept."""
    whole = {
        "format": FORMAT,
        "period": [period.kind.value, period.first.isoformat()],
        "as_of": as_of.isoformat(),
        "rule": rule,
        "totals": {verdict.value: totals[verdict] for verdict in Verdict},
        "rows": sorted(row_hashes),
    }
    return hashlib.sha256(_text(whole).encode()).hexdigest()


def in_row(text: str, rule: Rule, as_of: date, person_id: int = 0) -> PersonStanding | Away:
    """The person of a row with the verdict and the standings of that time, or why away.

    Ages and distances follow from the counts; what was decided is read, never decided anew.
    """
    row = json.loads(text)
    if "away" in row:
        return Away(row["away"])
    person, accounts = _person(row, person_id), _accounts(row)
    found = judge(accounts, rule, as_of, person.consent)
    worked = {reason.platform: reason for reason in found.reasons}
    reasons = tuple(
        replace(worked[Platform(name)], standing=Standing(standing))
        for name, standing in row["reasons"]
    )
    judgement = replace(found, verdict=Verdict(row["verdict"]), reasons=reasons)
    return PersonStanding(person, accounts, judgement)


def sent_in_row(text: str) -> tuple[Person, tuple[Account, ...], Verdict]:
    """The person of a row with accounts and verdict of that time; for rows of people in the lists."""
    row = json.loads(text)
    return _person(row, 0), _accounts(row), Verdict(row["verdict"])


def qualifies_in_row(text: str) -> bool:
    """Whether the person of a row stood in the lists and qualified."""
    return bool(json.loads(text).get("verdict") == Verdict.QUALIFIES.value)


def _person(row: Mapping[str, Any], person_id: int) -> Person:
    return Person(
        Nip(row["nip"]),
        **{name: row.get(name, "") for name in _TEXTS},
        consent=Consent(row["consent"]),
        id=person_id,
    )


def _accounts(row: Mapping[str, Any]) -> tuple[Account, ...]:
    said = row["accounts"]
    return tuple(
        _account(platform, said[platform.value]) for platform in Platform if platform.value in said
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def standing_text(one: PersonStanding) -> str:
    """The text of the row of somebody in the lists."""
    person, judgement = one.person, one.judgement
    texts = {name: text for name in _TEXTS if (text := getattr(person, name))}
    accounts = {
        account.platform.value: _written(account)
        for account in one.accounts
        if account != Account(account.platform)
    }
    return _text(
        {
            "nip": person.nip.digits,
            **texts,
            "consent": person.consent.value,
            "accounts": accounts,
            "verdict": judgement.verdict.value,
            "reasons": [[r.platform.value, r.standing.value] for r in judgement.reasons],
        }
    )


def _written(account: Account) -> dict[str, object]:
    """Only what says something."""
    said: dict[str, object] = {}
    if account.handle is not None:
        said["handle"] = [account.handle.text, account.handle.kind.value]
    if account.written:
        said["written"] = account.written
    if account.stated_none:
        said["stated_none"] = True
    if account.unreadable:
        said["unreadable"] = account.unreadable
    count, seen = account.latest, account.activity
    if count is not None:
        low, high, exact = count.interval.low, count.interval.high, count.interval.exact
        day, source = count.observed_on.isoformat(), count.source.value
        said["count"] = [low, high, exact, day, source, count.written]
    if seen is not None:
        post = None if seen.last_post is None else seen.last_post.isoformat()
        said["seen"] = [seen.checked_on.isoformat(), post, seen.active]
    out = account.exclusion
    if out is not None:
        said["excluded"] = [out.since.isoformat(), out.reason, out.decided_on.isoformat(), out.by]
    return said


def _account(platform: Platform, said: Mapping[str, object]) -> Account:
    handle, count, seen = said.get("handle"), said.get("count"), said.get("seen")
    out = said.get("excluded")
    return Account(
        platform,
        _handle(platform, handle) if isinstance(handle, list) else None,
        str(said.get("written", "")),
        bool(said.get("stated_none", False)),
        str(said.get("unreadable", "")),
        _count(*count) if isinstance(count, list) else None,
        _activity(*seen) if isinstance(seen, list) else None,
        _exclusion(*out) if isinstance(out, list) else None,
    )


def _handle(platform: Platform, said: list[str]) -> Handle:
    text, kind = said
    return Handle(platform, text, HandleKind(kind))


def _count(low: int, high: int | None, exact: bool, day: str, source: str, written: str) -> Count:
    return Count(Interval(low, high, exact), date.fromisoformat(day), Source(source), written)


def _activity(checked_on: str, last_post: str | None, active: bool | None) -> Activity:
    post = None if last_post is None else date.fromisoformat(last_post)
    return Activity(date.fromisoformat(checked_on), post, active)


def _exclusion(since: str, reason: str, decided_on: str, by: str) -> Exclusion:
    return Exclusion(date.fromisoformat(since), reason, date.fromisoformat(decided_on), by)
