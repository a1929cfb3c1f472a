"""The audit log: what was done, by whom, when, how many; each line is chained to the one before.

A line never holds a value of the office: no name, no NIP, no handle. Whoever changes, removes or
adds a line breaks the chain there; whoever cuts lines off at the end is betrayed by the heads that
backups keep.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

FIRST = "0" * 64
"""What stands before the first line."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done. `sha256` of a file, or of several with blanks between them.

    `marks`: up to which row of a table of the database everything is noted by now.
    """

    kind: str
    at: datetime
    many: int = 0
    sha256: str = ""
    marks: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """The last line there was at some moment."""

    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `before` is the hash of the line before; `who` the name at the computer."""

    number: int
    who: str
    act: Act
    before: str

    @property
    def sha256(self) -> str:
        """The hash over everything in the line."""
        return _hash_of(_plain(self))

    @property
    def head(self) -> Head:
        """What a backup keeps of it."""
        return Head(self.number, self.sha256)

    @property
    def line(self) -> str:
        """As it stands in the file, without the end of the line."""
        values = _plain(self)
        return json.dumps({**values, "hash": _hash_of(values)}, separators=(",", ":"))


class Flaw(Enum):
    """How the log is not what was written."""

    CHANGED = "changed"
    """A line is not what its own hash says, or cannot be read."""
    UNCHAINED = "unchained"
    """A line does not follow the one before: some were removed, added, or changed places."""
    CUT = "cut"
    """A backup knows a line that is not there: the end was cut off, or all written anew."""


@dataclass(frozen=True, slots=True)
class Checked:
    """`lines` were read; None where the chain holds. `at`: the line where it breaks, from 1."""

    lines: int
    flaw: Flaw | None = None
    at: int = 0


def read_line(text: str) -> Entry:
    """A line of the file.

    Raises:
        ValueError: it is not, to the letter, what was written.
    """
    try:
        values = json.loads(text)
        said = values.pop("hash")
        act = Act(
            str(values["kind"]),
            datetime.fromisoformat(values["at"]),
            int(values["many"]),
            str(values["file"]),
            {str(key): int(value) for key, value in values["marks"].items()},
        )
        entry = Entry(int(values["n"]), str(values["who"]), act, str(values["before"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no line of an audit log") from error
    if said != entry.sha256 or entry.line != text:
        raise ValueError("not what its hash says")
    return entry


def chained(acts: Iterable[Act], who: str, last: Head) -> list[Entry]:
    """The lines of these acts, after the last one that stands."""
    entries = []
    for act in acts:
        entry = Entry(last.number + 1, who, act, last.sha256)
        entries.append(entry)
        last = entry.head
    return entries


def check_chain(lines: Iterable[str], heads: Iterable[Head] = ()) -> Checked:
    """Whether every line follows the one before it, and every known head is among them."""
    last, found = Head(0, FIRST), {0: FIRST}
    number = 0
    for number, text in enumerate(lines, 1):
        try:
            entry = read_line(text)
        except ValueError:
            return Checked(number, Flaw.CHANGED, number)
        if (entry.number, entry.before) != (last.number + 1, last.sha256):
            return Checked(number, Flaw.UNCHAINED, number)
        last = entry.head
        found[last.number] = last.sha256
    for head in sorted(heads, key=lambda one: one.number):
        if found.get(head.number) != head.sha256:
            return Checked(number, Flaw.CUT, head.number)
    return Checked(number)


def _plain(entry: Entry) -> dict[str, Any]:
    act = entry.act
    return {
        "n": entry.number,
        "at": act.at.isoformat(timespec="seconds"),
        "who": entry.who,
        "kind": act.kind,
        "many": act.many,
        "file": act.sha256,
        "marks": dict(sorted(act.marks.items())),
        "before": entry.before,
    }


def _hash_of(values: Mapping[str, Any]) -> str:
    text = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
