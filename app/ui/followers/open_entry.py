"""A typed text that a person has to answer for: its readings, and what each answer records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.count import CountReading, Interval
from app.services.checking import Place
from app.services.recording import Entry
from app.wording.counts import count_text
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """`entry` carries the day that it was counted on, whichever day is recorded by then."""

    entry: Entry
    reading: CountReading

    @property
    def place(self) -> Place:
        """Whose cell it was typed into."""
        return self.entry.person_id, self.entry.platform

    @property
    def is_stored(self) -> bool:
        """Recorded as it was read, and asked about afterwards: "1,2 M"."""
        return self.reading.interval is not None

    @property
    def readings(self) -> Sequence[Interval]:
        """What can be meant, the likeliest first."""
        if self.reading.interval is not None:
            return (self.reading.interval,)
        return self.reading.proposals

    def answered(self, choice: int) -> Entry | None:
        """What records this answer; None where the cell is as it is wanted.

        Behind the readings stands the answer that leaves the cell as it was before.
        """
        if choice >= len(self.readings):
            return replace(self.entry, written="") if self.is_stored else None
        return (
            None if self.is_stored else replace(self.entry, written=str(self.readings[choice].low))
        )


def choices(one: OpenEntry, language: Language) -> list[str]:
    """The answers in words, in the order of their digits."""
    written = one.reading.written
    shown = [count_text(reading, written, language) for reading in one.readings]
    return [*shown, language.say("Leave as it was")]


def cell_words(entry: Entry, names: Mapping[int, str]) -> str:
    """Whose count on which platform."""
    return f"{names.get(entry.person_id, '')}, {entry.platform.name_shown}"
