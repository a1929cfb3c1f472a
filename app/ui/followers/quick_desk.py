"""The quick box at work: a name, Enter, a count, Enter; the next count or the next name."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.chat import Item, QuickReading, meanings, with_platforms
from app.domain.platform import RECORDED, Platform
from app.services.chat import ReadChat
from app.services.recording import Entry
from app.ui.followers.day import DayField
from app.ui.followers.known_people import KnownPeople
from app.ui.followers.quick_box import QuickBox
from app.ui.followers.quick_words import before_words, item_words, last_words, verdict_words
from app.ui.followers.reading_field import Tone
from app.ui.followers.rows import FollowersRow
from app.ui.table.model import TableModel
from app.wording.counts import refused_count
from app.wording.language import Language

_CHOICES = 3


class _Asks(Enum):
    """What the digits choose now."""

    NOTHING = "nothing"
    PERSON = "person"
    COUNT = "count"


class QuickDesk(QObject):
    """What is recorded was read to the person before; nobody is chosen unseen."""

    recorded = Signal(object)
    """A list of Entry: one act of the person."""
    left = Signal()
    """Back to the table."""

    def __init__(
        self,
        language: Language,
        chat: ReadChat,
        people: KnownPeople,
        box: QuickBox,
        day: DayField,
        model: TableModel[FollowersRow],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._chat, self._people, self._box = language, chat, people, box
        self._day, self._model = day, model
        self._person: int | None = None
        self._first = RECORDED[0]
        self._next = RECORDED[0]
        self._fresh = True
        """No count of the person was recorded yet."""
        self._asks = _Asks.NOTHING
        self._offered: Sequence[int] | Sequence[str] = ()
        self._open: QuickReading = QuickReading()
        line = box.line
        line.textEdited.connect(self._read)
        line.entered.connect(self._enter)
        line.chosen.connect(self._choose)
        line.left.connect(self._leave)
        box.reading.chosen.connect(self._choose)
        people.arrived.connect(self._read)
        self._rest()

    # Reading

    @Slot()
    def _read(self) -> None:
        """After each letter: what Enter would do."""
        self._stop_asking()
        text = self._box.line.text()
        if not text.strip():
            self._rest()
            return
        if self._people.roster is None:
            self._hint(self._language.say("Reading the list of people"))
            self._people.need()
            return
        self._open = self._chat.read_quick(text, self._people.roster)
        self._say(self._open)

    def _say(self, reading: QuickReading) -> None:
        say = self._language.say
        field = self._box.reading
        if reading.tangled:
            field.say(Tone.DOUBT, say("Which count belongs to which platform is not clear."))
        elif reading.named and not reading.people:
            field.say(Tone.DOUBT, say("Nobody is called that."))
        elif reading.named and reading.person is None:
            lead, words = self._people.told_apart(reading.people[:_CHOICES])
            field.offer(lead, words, active=False)
        elif (person := self._meant(reading)) is None:
            self._hint(say("First a name, then Enter, then the count"))
        else:
            self._say_counts(person, reading)

    def _say_counts(self, person: int, reading: QuickReading) -> None:
        items = self._placed(reading)
        name = self._people.name_of(person)
        if not items:
            platform = reading.platform or (self._first if reading.named else self._next)
            lead = f"{self._people.name_and_place(person)}: {platform.name_shown}"
            self._box.reading.say(Tone.SURE, lead, self._language.say("Enter, then the count"))
            return
        unsure = next((item for item in items if not item.is_sure), None)
        if unsure is not None and not meanings(unsure):
            words = refused_count(unsure.reading, self._language)
            self._box.reading.say(Tone.DOUBT, name, words)
            return
        row = self._row_of(person)
        lead = f"{name}, {', '.join(item_words(item, self._language) for item in items)}"
        rest = ""
        if len(items) == 1:
            known = before_words(row, items[0], self._language)
            rule, day = self._people.rule, self._day.day
            changed = verdict_words(row, items[0], rule, day, self._language)
            rest = ", ".join(filter(None, (known, changed)))
        self._box.reading.say(Tone.SURE if unsure is None else Tone.DOUBT, lead, rest)

    # Acting

    @Slot()
    def _enter(self) -> None:
        self._read()
        reading = self._open
        if not self._box.line.text().strip() or self._people.roster is None or reading.tangled:
            return
        if reading.named and reading.person is None:
            if reading.people:
                people = reading.people[:_CHOICES]
                self._ask(_Asks.PERSON, people, *self._people.told_apart(people))
            return
        self._go_on(reading)

    def _go_on(self, reading: QuickReading) -> None:
        """The person is known, or nobody is named."""
        person = self._meant(reading)
        if person is None:
            return
        if reading.named:
            self._person, self._fresh = person, True
            self._next = reading.platform or self._first
        elif reading.platform is not None:
            self._next = reading.platform
        if not reading.items:
            self._box.line.forget()
            self._rest()
            return
        items = self._placed(reading)
        unsure = next((item for item in items if not item.is_sure), None)
        if unsure is None:
            self._record(person, items)
        elif ways := meanings(unsure):
            self._open = reading
            shown = [item_words(replace(unsure, written=way), self._language) for way in ways]
            self._ask(_Asks.COUNT, ways, self._people.name_of(person), shown)

    def _record(self, person: int, items: Sequence[Item]) -> None:
        entries = [
            Entry(person, item.platform, item.written, None, item.handle)
            for item in items
            if item.platform is not None
        ]
        if self._fresh:
            self._first, self._fresh = entries[0].platform, False
        self._next = _after(entries[-1].platform)
        self._box.line.forget()
        self._stop_asking()
        lead = f"{self._people.name_of(person)}, " + ", ".join(
            item_words(item, self._language) for item in items
        )
        rest = self._language.say("saved. Next {platform}, or another name")
        shown = rest.format(platform=self._next.name_shown)
        self._box.reading.say(Tone.SURE, lead, shown)
        self.recorded.emit(entries)

    @Slot(int)
    def _choose(self, place: int) -> None:
        if self._asks is _Asks.NOTHING and self._box.reading.choices:
            self._enter()  # a click needs no Enter before it
        if self._asks is _Asks.NOTHING or place >= len(self._offered):
            return
        chosen, asked = self._offered[place], self._asks
        self._stop_asking()
        if asked is _Asks.PERSON and isinstance(chosen, int):
            self._open = replace(self._open, people=(chosen,))
        elif isinstance(chosen, str):
            at = next(at for at, item in enumerate(self._open.items) if not item.is_sure)
            items = list(self._open.items)
            items[at] = replace(items[at], written=chosen)
            self._open = replace(self._open, items=tuple(items))
        self._go_on(self._open)

    @Slot()
    def _leave(self) -> None:
        self._box.line.forget()
        self._person = None
        self._stop_asking()
        self._rest()
        self.left.emit()

    # Small things

    def _ask(
        self,
        what: _Asks,
        offered: Sequence[int] | Sequence[str],
        lead: str,
        words: Sequence[str],
    ) -> None:
        """From now on the digits choose."""
        self._asks, self._offered = what, offered
        self._box.line.choices = len(offered)
        self._box.reading.offer(lead, words)

    def _stop_asking(self) -> None:
        self._asks, self._offered = _Asks.NOTHING, ()
        self._box.line.choices = 0

    def _rest(self) -> None:
        """Nothing is typed: say what can be."""
        say = self._language.say
        self._open = QuickReading()
        if self._person is None:
            self._box.line.setPlaceholderText(say("Name, Enter, count"))
            self._hint(say("E.g. budi, Enter, 1,2rb, Enter; or lines from WhatsApp"))
            return
        self._box.line.setPlaceholderText(say("Count, or the next name"))
        lead = f"{self._people.name_and_place(self._person)}: {self._next.name_shown}"
        known = last_words(self._row_of(self._person), self._next, self._language)
        self._box.reading.say(Tone.SURE, lead, known)

    def _row_of(self, person_id: int) -> FollowersRow | None:
        """Somebody's row as it stands now, where the filters show it and it is read."""
        place = self._model.find(person_id)
        row = None if place is None else self._model.row_at(place)
        return None if row is None or row.pending else row

    def _hint(self, words: str) -> None:
        self._box.reading.say(Tone.HINT, "", words)

    def _meant(self, reading: QuickReading) -> int | None:
        return reading.person if reading.named else self._person

    def _placed(self, reading: QuickReading) -> tuple[Item, ...]:
        """Counts without a platform are of the one that is next."""
        default = self._first if reading.named else self._next
        return with_platforms(reading.items, default)


def _after(platform: Platform) -> Platform:
    """The next column of the table; after the last one the first."""
    at = RECORDED.index(platform) if platform in RECORDED else -1
    return RECORDED[(at + 1) % len(RECORDED)]
