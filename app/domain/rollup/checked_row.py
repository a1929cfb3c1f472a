"""Whether a text from outside is the canonical text of a person who may stand in a list."""

import json
from collections.abc import Mapping
from typing import Any

from app.domain.person import Account, Consent, Count
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.domain.snapshot_text import sent_in_row, standing_text
from app.domain.standing import PersonStanding
from app.domain.verdict import Judgement, Reason, Standing, Verdict

_LONGEST = 100_000
_HIGHEST = 1 << 53
"""Of a count; more than that no program counts exactly."""


def checked_row(text: str, rule: Rule) -> tuple[str, Verdict]:
    """NIP and verdict of a row that was judged by `rule`: reading it never fails afterwards.

    Raises:
        ValueError: it is no such text, or not the one way to write it down.
    """
    if len(text) > _LONGEST:
        raise ValueError("too long for one person")
    try:
        row = json.loads(text)
        _refuse_other_kinds(row)
        person, accounts, verdict = sent_in_row(text)
        reasons = tuple(
            Reason(Platform(name), Standing(standing), Account(Platform(name)))
            for name, standing in row["reasons"]
        )
    except (LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("no text of a person") from error
    if sorted(reason.platform for reason in reasons) != sorted(rule.platforms):
        raise ValueError("judged by another rule")
    if person.consent is Consent.WITHDRAWN:
        raise ValueError("whoever withdrew consent is not sent")
    counts = [account.latest for account in accounts if account.latest is not None]
    if not all(map(_is_sound, counts)):
        raise ValueError("no interval")
    again = standing_text(PersonStanding(person, accounts, Judgement(verdict, reasons)))
    if again != text:
        raise ValueError("not the canonical text")
    return person.nip.digits, verdict


def _is_sound(count: Count) -> bool:
    low, high, exact = count.interval.low, count.interval.high, count.interval.exact
    if not 0 <= low <= _HIGHEST or (exact and high != low):
        return False
    return high is None or low <= high <= _HIGHEST


def _refuse_other_kinds(row: Mapping[str, Any]) -> None:
    """JSON holds lists and numbers where texts belong, and they would be written back unchanged."""
    accounts = row["accounts"]
    texts = [value for name, value in row.items() if name not in ("accounts", "reasons")]
    for said in accounts.values():
        texts += [said.get("written", ""), said.get("unreadable", "")]
        texts += [*said.get("handle", ()), *said.get("excluded", ())]
        if "count" in said:
            low, high, exact, *rest = said["count"]
            texts += rest
            if (
                type(low) is not int
                or type(high) not in (int, type(None))
                or type(exact) is not bool
            ):
                raise ValueError("no count")
        if "seen" in said and type(said["seen"][2]) not in (bool, type(None)):
            raise ValueError("no look at an account")
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("no text")
