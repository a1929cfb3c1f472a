"""Pasted lines at work: read, answered with one digit each, recorded as one act."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.chat import (
    ChatLine,
    Doubt,
    QuickReading,
    Roster,
    asked_item,
    is_count,
    meanings,
    with_count,
    with_person,
    with_platform,
)
from app.domain.platform import RECORDED, Platform
from app.services.chat import ReadChat, entries_of
from app.services.job import Job
from app.ui.followers.chat_lines import Group, Pasted, PastedLines
from app.ui.followers.chat_panel import ChatPanel
from app.ui.followers.chat_words import question, said_words
from app.ui.followers.known_people import KnownPeople
from app.ui.followers.quick_words import item_words
from app.ui.followers.reading_field import Tone
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.wording.language import Language

_CHOICES = 3
_Offer = int | Platform | str


class ChatDesk(QObject):
    """What is doubtful stays until it is answered or dropped knowingly."""

    opened = Signal()
    """Lines were pasted: the list wants the place of the grid."""
    recorded = Signal(object)
    """A list of Entry: one paste, one act."""
    finished = Signal()
    """Nothing is left to answer."""

    def __init__(
        self,
        language: Language,
        chat: ReadChat,
        people: KnownPeople,
        panel: ChatPanel,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._chat, self._people = language, chat, people
        self._panel, self._tasks, self._prompts = panel, tasks, prompts
        self._lines = PastedLines()
        self._owed: list[str] = []
        self._current: Pasted | None = None
        self._offers: Sequence[_Offer] = ()
        answer = panel.answer
        answer.line.textEdited.connect(self._read_typed)
        answer.line.entered.connect(self._enter)
        answer.line.chosen.connect(self._choose)
        answer.line.moved.connect(panel.step)
        answer.line.emptied.connect(self._drop)
        answer.line.left.connect(panel.closed)
        answer.line.pasted.connect(self.paste)
        answer.reading.chosen.connect(self._choose)
        answer.dropped.connect(self._drop)
        panel.chosen.connect(self._take_in_hand)
        panel.record_asked.connect(self._record)
        people.arrived.connect(self._read_owed)

    @property
    def waiting(self) -> int:
        """Lines that are neither recorded nor dropped."""
        return len(self._lines.of(Group.OPEN)) + len(self._lines.of(Group.READY))

    @Slot(str)
    def paste(self, text: str) -> None:
        """Read a pasted block; it waits until the list of people is read."""
        self._owed.append(text)
        if self._people.roster is not None:
            self._read_owed()
        else:
            self._people.need()

    # Reading

    @Slot()
    def _read_owed(self) -> None:
        texts, self._owed = self._owed, []
        if texts and self._people.roster is not None:
            read = partial(self._read, "\n".join(texts), self._people.roster)
            self._tasks.run(read, done=self._show_read, failed=self._prompts.explain)

    def _read(self, text: str, roster: Roster, job: Job) -> list[ChatLine]:
        """In the runner's thread."""
        return self._chat.read(text, roster)

    def _show_read(self, lines: list[ChatLine]) -> None:
        self._lines.add(lines)
        first = next((group for group in Group if self._lines.of(group)), Group.OPEN)
        self.opened.emit()
        self._panel.show_groups(first)
        self._show(None)
        self._panel.answer.line.setFocus()

    # Answering

    @Slot(object)
    def _take_in_hand(self, pasted: Pasted | None) -> None:
        self._current = pasted
        self._panel.answer.line.forget()
        self._ask()

    def _ask(self) -> None:
        pasted = self._current
        if pasted is None:
            words = self._language.say("Nothing is left to answer here.")
            self._offer(words, "", (), "")
            return
        line = pasted.line
        hint = self._language.say("Type a name, or write the line anew")
        self._offer(question(line, self._language), said_words(line), self._offers_of(pasted), hint)

    def _offer(self, asked: str, said: str, offers: Sequence[_Offer], hint: str) -> None:
        self._offers = offers
        self._panel.answer.ask(asked, said, [self._words(one) for one in offers], hint)

    def _offers_of(self, pasted: Pasted) -> Sequence[_Offer]:
        if pasted.group is not Group.OPEN:
            return ()
        line = pasted.line
        item = asked_item(line)
        if item is None:
            return line.match.choices[:_CHOICES]
        return RECORDED if line.open_doubt is Doubt.PLATFORM else meanings(item)

    def _words(self, offer: _Offer) -> str:
        if isinstance(offer, int):
            return self._people.name_and_place(offer)
        if isinstance(offer, Platform):
            return offer.name_shown
        item = asked_item(self._current.line) if self._current is not None else None
        return item_words(replace(item, written=offer), self._language) if item else offer

    @Slot()
    def _read_typed(self) -> None:
        """While an answer is typed: whom it fits."""
        answer = self._panel.answer
        if not answer.line.text():
            self._ask()
            return
        answer.line.choices = 0
        read = self._typed()
        if read is None or not read.named or read.items:
            answer.reading.say(Tone.HINT, "", self._language.say("Enter takes it as the answer"))
        elif not read.people:
            answer.reading.say(Tone.DOUBT, self._language.say("Nobody is called that."))
        elif read.person is not None:
            answer.reading.say(Tone.SURE, self._people.name_and_place(read.person))
        else:
            names = [self._people.name_and_place(one) for one in read.people[:_CHOICES]]
            answer.reading.offer(self._language.say("Enter, then"), names, active=False)

    @Slot()
    def _enter(self) -> None:
        text, read = self._panel.answer.line.text().strip(), self._typed()
        if not text or read is None or self._current is None:
            return
        line = self._current.line
        if line.open_doubt is Doubt.COUNT and is_count(text):
            self._answer(with_count(line, text))
        elif line.open_doubt is Doubt.PLATFORM and read.platform is not None:
            self._answer(with_platform(line, read.platform))
        elif read.items:
            self._rewrite(text)
        elif read.person is not None:
            self._answer(with_person(line, read.person))
        elif read.people:
            self._offers = read.people[:_CHOICES]
            self._panel.answer.line.choices = len(self._offers)
            names = [self._words(one) for one in self._offers]
            self._panel.answer.reading.offer(self._language.say("Press"), names)

    @Slot(int)
    def _choose(self, place: int) -> None:
        if self._panel.answer.line.text() and not self._panel.answer.line.choices:
            self._enter()  # a click on a name that is being typed
        if self._current is None or place >= len(self._offers):
            return
        offer, line = self._offers[place], self._current.line
        if isinstance(offer, int):
            self._answer(with_person(line, offer))
        elif isinstance(offer, Platform):
            self._answer(with_platform(line, offer))
        else:
            self._answer(with_count(line, offer))

    def _rewrite(self, text: str) -> None:
        if self._people.roster is None or self._current is None:
            return
        old = self._current.line
        new = self._chat.read_again(text, self._people.roster)
        self._answer(replace(new, sender=old.sender, day=new.day or old.day))

    def _answer(self, line: ChatLine) -> None:
        if self._current is not None:
            self._lines.answer(self._current.id, line)
            self._go_on()

    @Slot()
    def _drop(self) -> None:
        if self._current is not None and self._current.group is not Group.UNUSED:
            self._lines.drop(self._current.id)
            self._go_on()

    def _go_on(self) -> None:
        """The same line while it has more questions, else the next that is shown."""
        place = self._panel.table.currentIndex().row()
        here = self._lines.find(self._current.id) if self._current is not None else None
        stays = here is not None and here.group is Group.OPEN
        self._show(here.id if stays and here is not None else None, place)

    def _show(self, current: int | None, place: int = 0) -> None:
        self._panel.show_lines(self._lines, current)
        if current is None:
            self._panel.go_to(place)
        self._take_in_hand(self._panel.table.current_row())

    # Recording

    @Slot()
    def _record(self) -> None:
        ready = self._lines.take_ready()
        if not ready:
            return
        self.recorded.emit(entries_of(ready))
        if self.waiting:
            self._panel.show_groups(Group.OPEN)
            self._show(None)
            self._panel.answer.line.setFocus()
        else:
            self._show(None)
            self.finished.emit()

    def _typed(self) -> QuickReading | None:
        if self._people.roster is None:
            return None
        return self._chat.read_quick(self._panel.answer.line.text(), self._people.roster)
