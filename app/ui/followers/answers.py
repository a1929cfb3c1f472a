"""What the strip below the grid says of typed texts, and what can be answered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.count import read_count
from app.domain.dated_count import split_day
from app.services.checking import Place
from app.services.recording import Entry, Refused
from app.ui.followers.open_entry import OpenEntry, cell_words
from app.ui.parts.strip import Answer, Mood
from app.wording.counts import million_warning, quotable, refused_count
from app.wording.language import Language

Record = Callable[[Sequence[Entry]], None]
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One state of the strip."""

    mood: Mood
    lead: str
    rest: str
    answers: Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Correction:
    """Entries that a button records in the place of refused ones."""

    entries: Sequence[Entry]
    record: Record

    def apply(self) -> None:
        """Record them as if they had been typed."""
        self.record(self.entries)


class OpenQuestions:
    """What was refused or read with a doubt and nobody has answered yet, by its cell."""

    def __init__(
        self,
        language: Language,
        record: Record,
        go_to: Callable[[Entry], None],
        see: Callable[[], None],
    ) -> None:
        """`see` opens the list of all of them."""
        self._language = language
        self._record = record
        self._go_to = go_to
        self._see = see
        self._open: dict[Place, OpenEntry] = {}

    @property
    def open(self) -> Sequence[OpenEntry]:
        """All of them, in the order in which they were typed."""
        return list(self._open.values())

    def take(self, entries: Iterable[Entry], refused: Iterable[Refused], day: date) -> None:
        """A batch came back: what was typed into a cell anew answers what was asked of it.

        Args:
            entries: the whole batch.
            refused: those of them that were not recorded.
            day: the batch is of.
        """
        unread = {(one.entry.person_id, one.entry.platform): one for one in refused}
        for entry in entries:
            place = entry.person_id, entry.platform
            self._open.pop(place, None)
            dated = split_day(entry.written, date.max)
            own = replace(entry, observed_on=dated.day or entry.observed_on or day)
            reading = read_count(dated.written)
            if place in unread:
                one = unread[place]
                own = replace(one.entry, observed_on=one.entry.observed_on or day)
                self._open[place] = OpenEntry(own, one.reading)
            elif reading.million_meant:
                self._open[place] = OpenEntry(own, reading)

    def settle(self, places: Iterable[Place]) -> None:
        """These were answered without anything to record."""
        for place in places:
            self._open.pop(place, None)

    def forget(self) -> None:
        """The person closed the strip."""
        self._open.clear()

    def said(self, names: Mapping[int, str]) -> Said | None:
        """What to say now; None for nothing. `names` has the people by their id."""
        refused = [one for one in self.open if not one.is_stored]
        millions = [self._of_million(one, names) for one in self.open if one.is_stored]
        if not refused and not millions:
            return None
        if not refused:
            return Said(Mood.WARNING, millions[0], " ".join(millions[1:]), [self._see_all()])
        if len(self.open) == 1:
            return self._one(refused[0], names)
        one = self._several(refused, names)
        return replace(one, rest=" ".join((one.rest, *millions)))

    def _of_million(self, one: OpenEntry, names: Mapping[int, str]) -> str:
        return f"{cell_words(one.entry, names)}: {million_warning(one.reading, self._language)}"

    def _see_all(self) -> Answer:
        words = self._language.say_many("See {count} entry", "See {count} entries", len(self._open))
        return Answer(words, self._see, icon="circle-help")

    def _one(self, refused: OpenEntry, names: Mapping[int, str]) -> Said:
        answers = []
        for proposal in refused.reading.proposals:
            words = self._language.say("Make it {count}")
            count = self._language.number(proposal.low)
            entry = _with(refused.entry, proposal.low)
            correction = Correction([entry], self._record)
            answers.append(Answer(words.format(count=count), correction.apply))
        if not answers:
            visit = Correction([refused.entry], self._visit)
            answers = [Answer(self._language.say("Go to the cell"), visit.apply)]
        lead = cell_words(refused.entry, names)
        return Said(Mood.WARNING, lead, refused_count(refused.reading, self._language), answers)

    def _several(self, refused: Sequence[OpenEntry], names: Mapping[int, str]) -> Said:
        lead = self._language.say_many(
            "{count} entry was not read:", "{count} entries were not read:", len(refused)
        )
        parts = [self._briefly(one, names) for one in refused[:_NAMED]]
        if len(refused) > _NAMED:
            more = len(refused) - _NAMED
            parts.append(self._language.say_many("and {count} more", "and {count} more", more))
        answers = [self._see_all()]
        sure = [one for one in refused if len(one.reading.proposals) == 1]
        if sure:
            entries = [_with(one.entry, one.reading.proposals[0].low) for one in sure]
            words = self._language.say_many(
                "Accept {count} proposal", "Accept {count} proposals", len(sure)
            )
            answers.insert(0, Answer(words, Correction(entries, self._record).apply))
        rest = self._language.say("{cells}. What was stored is unchanged.")
        return Said(Mood.WARNING, lead, rest.format(cells="; ".join(parts)), answers)

    def _briefly(self, one: OpenEntry, names: Mapping[int, str]) -> str:
        text = f"{cell_words(one.entry, names)} “{quotable(one.entry.written)}”"
        if len(one.reading.proposals) != 1:
            return text
        count = self._language.number(one.reading.proposals[0].low)
        return self._language.say("{entry} ({count}?)").format(entry=text, count=count)

    def _visit(self, entries: Sequence[Entry]) -> None:
        self._go_to(entries[0])


def _with(entry: Entry, number: int) -> Entry:
    return replace(entry, written=str(number))
