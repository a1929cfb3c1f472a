"""Which offices should have sent to the province for a period, and have not."""

import json
from dataclasses import dataclass

from app.domain.period import Period
from app.domain.rollup.choosing import chosen_offices
from app.domain.rollup.merged import Wish
from app.domain.rule import RULE_A
from app.storage.settings import load_settings
from app.storage.submissions import all_submissions
from app.storage.transaction import Transaction

EXPECTED = "rollup_expected"
"""The setting that holds the names of the offices, as a list of JSON."""


@dataclass(frozen=True, slots=True)
class AbsentOffices:
    """For the newest period for which anything came: who has not sent, by name."""

    period: Period
    names: tuple[str, ...]


def expected_offices(tx: Transaction) -> tuple[str, ...]:
    """As the province typed them."""
    try:
        found = json.loads(load_settings(tx).get(EXPECTED, "[]"))
    except ValueError:
        found = []
    return tuple(str(name) for name in found) if isinstance(found, list) else ()


def absent_offices(tx: Transaction) -> AbsentOffices | None:
    """None where nothing was ever received: this office is no province."""
    submissions = all_submissions(tx)
    if not submissions:
        return None
    period = max((one.sending.period for one in submissions), key=lambda one: (one.last, one.first))
    # Which rule would judge does not matter: nobody is judged here.
    chosen = chosen_offices(submissions, Wish(period, RULE_A, expected_offices(tx)))
    return AbsentOffices(period, tuple(one.name for one in chosen if one.arrived is None))
