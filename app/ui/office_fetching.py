"""Shows on the page of followers that a fetch works in the background, and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.parts.strip import Answer, Mood
from app.ui.tasks import TaskRunner
from app.wording.connections import expiry_sentence
from app.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.fetching.arrangements import TokenState
    from app.ui.fetching.desk import FetchDesk
    from app.ui.followers.page import FollowersPage
    from app.ui.later import Later


class OfficeFetching(QObject):
    """The dialog may be closed meanwhile; the page always says how far it is."""

    def __init__(
        self,
        language: Language,
        place: Workplace,
        desk: "Later[FetchDesk]",
        page: "Later[FollowersPage]",
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._desk, self._page = language, desk, page
        self._place, self._today, self._tasks = place, place.today, tasks
        desk.once_built(self._connect)

    def _connect(self, desk: "FetchDesk") -> None:
        page = self._page()
        desk.started.connect(self._begin)
        desk.progressed.connect(page.fetching.step)
        desk.ended.connect(self._end)
        page.fetching.cancelled.connect(desk.cancel)

    def start(self) -> None:
        """Says on the page where tokens are needed, once it has read, which of them expire soon."""
        self._page.once_built(self._wait)

    def _wait(self, page: "FollowersPage") -> None:
        # The people come first: all that fetches is loaded for this look.
        self._tasks.once_idle(self._look_soon)

    def _look_soon(self) -> None:
        # Only what was tested once is known: the store of the system is asked for nothing else.
        if self._place.fetching.arranging.knows_expiry():
            self._tasks.run(self._look, done=self._warn, failed=self._say_nothing)

    def _look(self, job: Job) -> "Sequence[TokenState]":
        return self._place.fetching.arranging.expiring(self._today)

    @Slot(object)
    def _warn(self, found: "Sequence[TokenState]") -> None:
        for one in found:
            if one.expires_on is not None:
                lead = self._language.say("Token of {platform}.")
                words = expiry_sentence(one.expires_on, self._today, self._language)
                lead = lead.format(platform=one.platform.name_shown)
                self._page().strip.say(Mood.WARNING, lead, words)

    @Slot(object)
    def _say_nothing(self, error: AppError) -> None:
        """The same is said where tokens are entered."""

    @Slot()
    def _begin(self) -> None:
        self._page().fetching.start(self._language.say("Fetching"), self._words)

    def _words(self, done: int, total: int) -> str:
        number = self._language.number
        words = self._language.say("Fetching: {done} of {total} accounts")
        return words.format(done=number(done), total=number(total))

    @Slot(str)
    def _end(self, words: str) -> None:
        page = self._page()
        page.fetching.stop()
        if page.isVisible():
            page.refresh()
        more = Answer(self._language.say("See the result"), self._open)
        page.strip.say(Mood.DONE, self._language.say("Fetched."), words, [more])

    def _open(self) -> None:
        # With the desk, which has fetched.
        from app.ui.fetching.scope import FetchScope

        self._desk().open_over(self._page().window(), FetchScope())
