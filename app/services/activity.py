"""Whether accounts are in use: what a person typed, platform by platform, on its way to the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.activity import Activity
from app.domain.activity_reading import read_activity
from app.domain.person import Source
from app.domain.platform import Platform
from app.storage.accounts import accounts_of
from app.storage.actions import begin
from app.storage.activities import record_activity, retract_activity
from app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Seen:
    """What was typed of one account: a day, "aktif", "tidak aktif"; empty takes it back."""

    platform: Platform
    written: str


def write_activities(
    tx: Transaction, by: str, now: datetime, person_id: int, seen: Sequence[Seen], checked_on: date
) -> int:
    """Adds a look for each account of which something else is known now; gives how many.

    What changes nothing leaves no step to undo.

    Raises:
        PersonGone: the person is not there any more.
        ValueError: an entry cannot be read; ask `read_activity` first.
    """
    stands = {one.platform: one.activity for one in accounts_of(tx, person_id, checked_on)}
    action: int | None = None
    written = 0
    for one in seen:
        before = stands.get(one.platform)
        new = _said(one, checked_on)
        if new is None and before is None:
            continue
        if new is not None and before is not None and _says_the_same(new, before):
            continue
        action = action if action is not None else begin(tx, "activity", by, now)
        written += 1
        if new is not None:
            record_activity(tx, action, person_id, one.platform, new, Source.TYPED, by, now)
        elif before is not None:
            retract_activity(tx, action, before.id)
    return written


def _said(seen: Seen, checked_on: date) -> Activity | None:
    reading = read_activity(seen.written, checked_on)
    if reading.activity is None and not reading.is_empty:
        raise ValueError("an entry of an activity that nobody can read")
    return reading.activity


def _says_the_same(one: Activity, other: Activity) -> bool:
    """Also seen on the same day: a later look that finds the same is news."""
    same_words = (one.last_post, one.active) == (other.last_post, other.active)
    return same_words and one.checked_on == other.checked_on
