"""Whether a fetched count is believed at once, or kept apart for a person to accept.

Platforms answer 0 where something broke on their side, and a look-up by name may find somebody
else's account after a rename. Both fall far below what was counted before; a rise is asked about
where counts that jumped are (`jump.py`), but stands meanwhile.
"""

from app.domain.count import Interval


def is_doubtful(now: Interval, before: Interval | None) -> bool:
    """0 after followers were counted, or certainly less than half of them.

    Args:
        now: the fetched count.
        before: the newest count of the account that is in use.
    """
    if before is None or before.low == 0 or now.high is None:
        return False
    return now.high == 0 or now.high * 2 < before.low
