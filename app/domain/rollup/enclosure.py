"""What an exchange workbook keeps for the program beside what people read, on a hidden sheet.

The first row says what it is and in which form, the second one whose sending and which part; the
canonical texts of its people follow, packed (`workbooks.exchange_text`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.domain.period import Period, PeriodKind
from app.domain.rollup.sending import Part, Sender, Sending
from app.domain.rule_text import rule_from_values, rule_to_values
from app.domain.verdict import Verdict

CONTENT_SHEET = "Isi Gaung"
"""The hidden sheet, in every language: it has to be found again."""

MARK = "gaung-exchange"

_MOST_PARTS = 10_000
_MOST_PEOPLE = 1_048_575


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A hidden sheet of texts."""

    sheet: str
    rows: tuple[tuple[str, ...], ...]


def head_to_text(sending: Sending, part: Part, sheet: str) -> str:
    """One line of JSON; `sheet` is the name of the sheet of people."""
    return json.dumps(
        {
            "sender": [sending.sender.id, sending.sender.name],
            "period": [sending.period.kind.value, sending.period.first.isoformat()],
            "revision": sending.revision,
            "as_of": sending.as_of.isoformat(),
            "rule": rule_to_values(sending.rule),
            "totals": {verdict.value: sending.totals[verdict] for verdict in Verdict},
            "snapshot": sending.snapshot,
            "left_out": sending.left_out,
            "sending": sending.sha256,
            "part": [part.number, part.of, part.people],
            "written_at": part.written_at.isoformat(timespec="seconds"),
            "sha256": part.sha256,
            "sheet": sheet,
        },
        ensure_ascii=True,
        separators=(",", ":"),
    )


def head_from_text(text: str) -> tuple[Sending, Part, str]:
    """What `head_to_text` was given.

    Raises:
        ValueError: it is none of its texts.
    """
    try:
        return _head(json.loads(text))
    except (LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("no head of an exchange workbook") from error


def _head(said: Mapping[str, Any]) -> tuple[Sending, Part, str]:
    sender_id, name = said["sender"]
    kind, first = said["period"]
    number, of, people = (_whole(one) for one in said["part"])
    totals = {verdict: _whole(said["totals"][verdict.value]) for verdict in Verdict}
    if not 1 <= number <= of <= _MOST_PARTS or people > _MOST_PEOPLE:
        raise ValueError("no such part")
    sending = Sending(
        Sender(_text(sender_id), _text(name)),
        Period(PeriodKind(kind), _day(first)),
        _whole(said["revision"]),
        _day(said["as_of"]),
        rule_from_values(said["rule"]),
        totals,
        _text(said["snapshot"]),
        _whole(said["left_out"]),
        _text(said["sending"]),
    )
    written_at = datetime.fromisoformat(said["written_at"]).replace(tzinfo=None)
    part = Part(number, of, people, written_at, _text(said["sha256"]))
    if not sending.sender.id or not name or " ".join(name.split()) != name:
        raise ValueError("nobody's")
    return sending, part, _text(said["sheet"])


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 31:
        raise ValueError("a whole number is wanted")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError("a short text is wanted")
    return value


def _day(value: object) -> date:
    """Years are bounded: whoever counts days from there must not fall off the calendar."""
    day = date.fromisoformat(_text(value))
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError("no day of our time")
    return day


_LONGEST = 500
_FIRST_YEAR, _LAST_YEAR = 2000, 2200
