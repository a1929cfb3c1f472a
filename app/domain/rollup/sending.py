"""What an office sends of a period, the parts it comes in, and the workbooks that were received."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.period import Period
from app.domain.rule import Rule
from app.domain.rule_text import rule_to_text
from app.domain.verdict import Verdict

FORMAT = 1
"""Of an exchange workbook; a later one is refused by this program, never half understood."""


@dataclass(frozen=True, slots=True)
class Sender:
    """An office that sends; `id` was made once for its database and outlives a change of name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Sending:
    """What an office says of a period; the same in each of its parts.

    `revision` is the number of the closing, 0 where the period is not closed: then it is the state
    on `as_of`. `snapshot` is the hash of the closing, empty where there is none. `totals` are those
    of the people who are sent. `left_out` is how many people of the closing are not sent, because
    they withdrew consent or were erased since. `sha256` is over all of this and every row.
    """

    sender: Sender
    period: Period
    revision: int
    as_of: date
    rule: Rule
    totals: Mapping[Verdict, int]
    snapshot: str = ""
    left_out: int = 0
    sha256: str = ""

    @property
    def people(self) -> int:
        """How many people the whole has, in all parts."""
        return sum(self.totals.values())

    @property
    def is_closed(self) -> bool:
        """It is of a closed period."""
        return self.revision > 0

    def sealed(self, row_hashes: Iterable[str]) -> "Sending":
        """The same with the hash over it and over the rows of all its people, in any order."""
        whole = {
            "format": FORMAT,
            "sender": [self.sender.id, self.sender.name],
            "period": [self.period.kind.value, self.period.first.isoformat()],
            "revision": self.revision,
            "as_of": self.as_of.isoformat(),
            "rule": rule_to_text(self.rule),
            "totals": {verdict.value: self.totals[verdict] for verdict in Verdict},
            "snapshot": self.snapshot,
            "left_out": self.left_out,
            "rows": sorted(row_hashes),
        }
        return replace(self, sha256=_hash(whole))


@dataclass(frozen=True, slots=True)
class Part:
    """One workbook of a sending: part `number` of `of`, with so many people.

    `sha256` is over the sending, the numbers, the moment of writing and the rows in it.
    """

    number: int
    of: int
    people: int
    written_at: datetime
    sha256: str = ""

    def sealed(self, sending: Sending, row_hashes: Iterable[str]) -> "Part":
        """The same with its hash; the rows may come in any order."""
        whole = {
            "sending": sending.sha256,
            "part": [self.number, self.of, self.people],
            "written_at": self.written_at.isoformat(timespec="seconds"),
            "rows": sorted(row_hashes),
        }
        return replace(self, sha256=_hash(whole))


@dataclass(frozen=True, slots=True)
class Submission:
    """One workbook that was received and is kept.

    `sheet` is the name of the sheet of people in it. `forgotten` is how many of its people were
    erased here afterwards: their rows are gone on purpose, only the hashes of them stay.
    """

    id: int
    sending: Sending
    part: Part
    file_name: str
    sheet: str
    received_at: datetime
    received_by: str
    forgotten: int = 0

    @property
    def is_reduced(self) -> bool:
        """It holds less than was sent, because somebody was erased here."""
        return self.forgotten > 0


@dataclass(frozen=True, slots=True)
class SentRow:
    """One person of a submission: row of the sheet (from 1), and the canonical text of the person.

    `content` None: erased here; only the hash of the text stays.
    """

    row: int
    nip: str
    sha256: str
    content: str | None


def _hash(whole: Mapping[str, object]) -> str:
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
