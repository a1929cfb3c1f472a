"""The odd counts of the grid: what the strip says of one, and what a person answers."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.count import read_count
from app.services.checking import CheckCounts, Place
from app.services.recording import Entry
from app.ui.followers.answers import Said
from app.ui.followers.grid import FollowersGrid
from app.ui.followers.rows import CountCell
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.wording.counts import count_text
from app.wording.doubts import doubt_sentence
from app.wording.language import Language


class CountDoubts(QObject):
    """Speaks of the cell under the cursor, else of the newest odd count, until it is answered."""

    confirmed = Signal()
    """A count was said to be right: it stands in the database."""

    def __init__(
        self,
        language: Language,
        checking: CheckCounts,
        tasks: TaskRunner,
        prompts: Prompts,
        grid: FollowersGrid,
        strip: Strip,
        record: Callable[[Sequence[Entry]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._checking, self._tasks, self._prompts = checking, tasks, prompts
        self._grid, self._strip, self._record = grid, strip, record
        self._newest: Place | None = None
        self._again: Place | None = None
        self._shown: Place | None = None
        grid.reached.connect(self._follow)

    @property
    def spoken_of(self) -> bool:
        """Whether the strip is about an odd count now."""
        return self._shown is not None and not self._strip.isHidden()

    def notice(self, places: Sequence[Place]) -> None:
        """These have just been recorded and are odd; the last one is asked about."""
        if places:
            self._newest = places[-1]

    def forget(self) -> None:
        """The person closed the strip: what it asked is not asked again by itself."""
        if self._shown is not None:
            self._newest = self._shown = None

    def said(self) -> Said | None:
        """What to say now; None: no odd count wants an answer."""
        self._shown = None
        for place in (self._grid.current_place, self._newest):
            cell = None if place is None else self._grid.cell_at(place)
            if place is not None and cell is not None and cell.doubt is not None:
                self._shown = place
                return self._said_of(place, cell)
        return None

    def take_second(self, entries: Sequence[Entry]) -> bool:
        """Whether this is an odd count typed once more: then it is right, and not recorded twice."""
        if len(entries) != 1:
            return False
        (entry,) = entries
        place = entry.person_id, entry.platform
        cell = self._grid.cell_at(place)
        latest = cell.account.latest if cell is not None and cell.account is not None else None
        if cell is None or cell.doubt is None or latest is None:
            return False
        if read_count(entry.written).interval != latest.interval:
            return False
        self._confirm(place)
        return True

    def _said_of(self, place: Place, cell: CountCell) -> Said:
        say = self._language.say
        account, doubt = cell.account, cell.doubt
        if account is None or account.latest is None or doubt is None:
            raise ValueError("nothing is odd here")
        count = count_text(account.latest.interval, account.latest.written, self._language)
        name = self._grid.name_of(place[0])
        lead = f"{name}, {place[1].name_shown} {count}"
        answers = []
        if doubt.meant is not None:
            words = say("Make it {count}").format(count=self._language.number(doubt.meant))
            answers.append(Answer(words, partial(self._write, place, str(doubt.meant))))
        answers.append(Answer(say("Take it back"), partial(self._write, place, "")))
        if doubt.decides:
            answers.append(Answer(say("Type it again"), partial(self._ask_again, place)))
        answers.append(Answer(say("It is right"), partial(self._confirm, place), main=True))
        return Said(Mood.WARNING, lead, doubt_sentence(doubt, self._language), answers)

    @Slot()
    def _follow(self) -> None:
        """The cursor is elsewhere: an odd count there is spoken of, an answered one no more."""
        place = self._grid.current_place
        if self._strip.isHidden():
            self.forget()
        if self._again is not None and place != self._again:
            self._again = None
            self._strip.clear()
        elif self._strip.isVisible() and not self.spoken_of:
            return  # something else is being said
        if self.spoken_of and place is not None and place == self._shown:
            return
        self.speak()

    def speak(self) -> None:
        """Say it, or nothing more."""
        spoke = self.spoken_of
        said = self.said()
        if said is not None:
            self._strip.say(said.mood, said.lead, said.rest, said.answers)
        elif spoke:
            self._strip.clear()

    def _write(self, place: Place, text: str) -> None:
        self._grid.view.setFocus()
        self._record([Entry(place[0], place[1], text)])

    def _ask_again(self, place: Place) -> None:
        """Blind: the cell is empty while it is typed into, and the strip says no number."""
        self._again, self._newest = place, None
        lead = f"{self._grid.name_of(place[0])}, {place[1].name_shown}"
        rest = self._language.say(
            "Type the number again, as the account shows it. Typed the same way twice, it is right."
        )
        self._grid.go_to(*place)
        self._shown = None
        self._strip.say(Mood.WARNING, lead, rest)
        self._grid.view.type_anew()

    def _confirm(self, place: Place) -> None:
        cell = self._grid.cell_at(place)
        account = cell.account if cell is not None else None
        if account is None or account.latest is None:
            return
        self._grid.view.setFocus()
        count_id = account.latest.id
        self._tasks.run(
            lambda job: self._keep_word(place, count_id),
            done=self._settle,
            failed=self._prompts.explain,
        )

    def _keep_word(self, place: Place, count_id: int) -> Place:
        """In the runner's thread."""
        self._checking.confirm(count_id)
        return place

    @Slot(object)
    def _settle(self, place: Place) -> None:
        if self._newest == place:
            self._newest = None
        self._again = None
        self._grid.forget_doubt(place)
        if self.spoken_of or self._strip.isVisible():
            self._strip.clear()
        self.speak()
        self.confirmed.emit()
