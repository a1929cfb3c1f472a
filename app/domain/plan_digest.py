"""One hash for a plan: what was shown is what is written."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from app.domain.person import Service
from app.domain.roster import PlannedRow


class PlanDigest:
    """Takes the rows of a plan in their order; equal rows give equal hashes in every process."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, row: PlannedRow) -> None:
        """The next row with all that it would write."""
        self._hash.update(json.dumps(row, default=_plain, sort_keys=True).encode())

    def add_leaving(self, leaving: Mapping[int, Service]) -> None:
        """Who leaves, by id, after all rows."""
        for person_id in sorted(leaving):
            self._hash.update(f"{person_id} {leaving[person_id]}\n".encode())

    @property
    def text(self) -> str:
        """64 hexadecimal digits."""
        return self._hash.hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)
