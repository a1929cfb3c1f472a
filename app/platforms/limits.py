"""What the headers of an answer say about limits: how much is used, and when to come again.

Reference: platform-apis.md sections 4, 5 and 9. Anybody may write anything into a header: whatever
cannot be read is as if it were not there.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_RESET = timedelta(minutes=15)
"""A reset is never believed to be further away: X's window is as long."""
_SHORTEST = timedelta(seconds=1)
_MOST_MINUTES = 24 * 60
_RESETS = ("x-rate-limit-reset", "x-ratelimit-reset", "ratelimit-reset")
_REMAINING = ("x-rate-limit-remaining", "x-ratelimit-remaining", "ratelimit-remaining")
_EPOCH = 1_000_000_000
"""Smaller numbers are seconds from now."""
_USED = ("call_count", "total_time", "total_cputime")


def read_date(text: str) -> datetime | None:
    """The moment in a header, as HTTP (`Sat, 28 Nov 2026 ...`) or ISO 8601 writes it, in UTC."""
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(text.strip())
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return moment.astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def come_again(headers: Mapping[str, str], now: datetime, skew: timedelta) -> datetime | None:
    """When an exhausted limit opens again, by our own clock; None where the headers do not say.

    Args:
        headers: with names in lower case.
        now: by our own clock.
        skew: how far the server's clock is ahead of it.
    """
    found = [_wait(headers.get(name, ""), now + skew) for name in (*_RESETS, "retry-after")]
    waits = [wait for wait in found if wait is not None]
    if not waits:
        return None
    # One second more: the second of the reset itself may still be refused.
    return now + min(max(waits[0], timedelta()), LONGEST_RESET) + _SHORTEST


def used_up(headers: Mapping[str, str]) -> bool:
    """Whether the answer says that the next call would be refused."""
    return any(headers.get(name, "").strip() == "0" for name in _REMAINING)


@dataclass(frozen=True, slots=True)
class Usage:
    """How much of Meta's limits is used, in percent, and how long until it is free again."""

    percent: float = 0.0
    regain: timedelta | None = None


def meta_usage(headers: Mapping[str, str]) -> Usage:
    """The highest figure that `X-App-Usage` or `X-Business-Use-Case-Usage` names."""
    percent, minutes = 0.0, 0.0
    for one in _usages(headers):
        percent = max([percent, *(_number(one.get(name)) for name in _USED)])
        minutes = max(minutes, _number(one.get("estimated_time_to_regain_access")))
    # Less than a microsecond is no time at all.
    return Usage(percent, timedelta(minutes=min(minutes, _MOST_MINUTES)) or None)


def _usages(headers: Mapping[str, str]) -> Iterator[Mapping[object, object]]:
    app = _json(headers.get("x-app-usage", ""))
    if isinstance(app, dict):
        yield app
    by_id = _json(headers.get("x-business-use-case-usage", ""))
    for entries in by_id.values() if isinstance(by_id, dict) else ():
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                yield entry


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _number(value: object) -> float:
    """A share or a number of minutes; 0 for anything else, also for NaN."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(min(value, 1_000_000)) if value > 0 else 0.0


_DIGITS = re.compile(r"[0-9]{1,15}")


def _wait(text: str, server_now: datetime) -> timedelta | None:
    text = text.strip()
    if _DIGITS.fullmatch(text):
        number = int(text)
        if number < _EPOCH:
            return timedelta(seconds=number)
        return timedelta(seconds=min(number - server_now.timestamp(), _EPOCH))
    moment = read_date(text)
    return None if moment is None else moment - server_now
