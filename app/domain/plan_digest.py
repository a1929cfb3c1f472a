"""One hash for a plan: what was shown is what is written."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.roster import PlannedRow


class PlanDigest:
    """Takes the rows of a plan in their order; equal rows give equal hashes in every process."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, row: PlannedRow) -> None:
        """The next row with all that it would write."""
        self._hash.update(json.dumps(row, default=_plain, sort_keys=True).encode())

    @property
    def text(self) -> str:
        """64 hexadecimal digits."""
        return self._hash.hexdigest()


def digest_of(rows: Iterable[PlannedRow]) -> str:
    """The hash of all `rows`."""
    digest = PlanDigest()
    for row in rows:
        digest.add(row)
    return digest.text


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)
