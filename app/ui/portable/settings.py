"""What the settings can do about the portable office: three cards, and the work behind them."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.backups.restoring import Prepared
from app.services.job import Job
from app.services.portable.keeping import KeepPortable
from app.services.portable.looking import Known
from app.services.portable.making import Made
from app.services.portable.taking import Offer
from app.ui.portable.make_card import MakeCard
from app.ui.portable.take_card import TakeCard, stays_card
from app.ui.portable.take_dialog import TakeDialog
from app.ui.prompts import Prompts
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


class PortableSettings(QObject):
    """Asks for folders, works away from the window, and hands over what is to take its place."""

    open_asked = Signal(object, bool)
    """A folder of a stick, and whether only to look."""
    take_here_asked = Signal(object)
    """The database of this portable office, which is to be used on this computer."""
    prepared = Signal(object)
    """The Prepared: the office is to be closed, the copy swapped in, and opened again."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        keeping: KeepPortable,
        is_sample: bool,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._keeping = theme, language, keeping
        self._is_sample, self._tasks, self._prompts = is_sample, tasks, prompts
        self._task: Task | None = None
        self._offered: Offer | None = None
        self._window: QWidget | None = None
        self.make = MakeCard(theme, language)
        self.take = TakeCard(theme, language, is_portable=keeping.is_one)
        self.stays = stays_card(theme, language)
        self.make.asked.connect(self._ask_where)
        self.make.cancelled.connect(self._stop)
        self.take.take_asked.connect(self._ask_which)
        self.take.open_asked.connect(self._ask_to_open)
        self.take.view_asked.connect(self._ask_to_view)

    @Slot()
    def refresh(self) -> None:
        """Where the other copy is; a stick may have been plugged in since."""
        if self._is_sample:
            self.make.show_sample()
        elif self._keeping.is_one:
            self.make.show_as_portable(self._keeping.mark)
        elif self._task is None:
            self._tasks.run(self._look, done=self._show, failed=self._ignore)

    def offer(self, place: Path, window: QWidget) -> None:
        """Asks whether the portable office in a folder is to take the place of this one."""
        self._window = window

        def work(job: Job) -> Offer:
            return self._keeping.offer(place, job)

        self._tasks.run(work, done=self._ask_to_take, failed=self._explain)

    def _look(self, job: Job) -> tuple[int, Known | None]:
        return self._keeping.size(), self._keeping.known()

    @Slot(object)
    def _show(self, found: tuple[int, Known | None]) -> None:
        size, known = found
        self.make.show_size(size)
        self.make.show_known(known)

    @Slot(object)
    def _ignore(self, error: AppError) -> None:
        """The card says less; nothing was asked for."""

    # -------------------------------------------------------------- making

    @Slot()
    def _ask_where(self) -> None:
        title = self._language.say("The stick, or a folder on it")
        self._prompts.choose_folder(title, None, self._make)

    def _make(self, folder: Path) -> None:
        def work(job: Job) -> Made:
            return self._keeping.make(folder, job)

        self.make.begin()
        self._task = self._tasks.run(
            work,
            done=self._made,
            failed=self._fail,
            progressed=self.make.step,
            cancelled=self._stopped,
        )

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _made(self, made: Made) -> None:
        self._task = None
        self.make.show_made(made)

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self._task = None
        self.make.show_failed(error)

    @Slot()
    def _stopped(self) -> None:
        self._task = None
        self.make.show_stopped()

    # -------------------------------------------------------------- opening, coming back

    @Slot()
    def _ask_to_open(self) -> None:
        title = self._language.say("The folder of the portable office")
        self._prompts.choose_folder(title, None, self._open)

    @Slot()
    def _ask_to_view(self) -> None:
        title = self._language.say("The folder of the portable office")
        self._prompts.choose_folder(title, None, self._view)

    def _open(self, folder: Path) -> None:
        self.open_asked.emit(folder, False)

    def _view(self, folder: Path) -> None:
        self.open_asked.emit(folder, True)

    @Slot()
    def _ask_which(self) -> None:
        if self._keeping.is_one:
            self.take_here_asked.emit(self._keeping.database)
            return
        title = self._language.say("The folder of the portable office")
        self._prompts.choose_folder(title, None, self._take_from)

    def _take_from(self, folder: Path) -> None:
        self.offer(folder, self.take.window())

    @Slot(object)
    def _ask_to_take(self, offer: Offer) -> None:
        self._offered = offer
        dialog = TakeDialog(self._theme, self._language, offer, self._window)
        dialog.agreed.connect(self._prepare)
        dialog.rejected.connect(self._forget)
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        if self._offered is not None:
            self._offered.forget()
            self._offered = None

    @Slot()
    def _prepare(self) -> None:
        offer = self._offered
        if offer is None:
            return

        def work(job: Job) -> Prepared:
            return self._keeping.prepare(offer, job)

        self._tasks.run(work, done=self._hand_over, failed=self._give_up, cancelled=self._forget)

    @Slot(object)
    def _hand_over(self, prepared: Prepared) -> None:
        self._offered = None
        self.prepared.emit(prepared)

    @Slot(object)
    def _give_up(self, error: AppError) -> None:
        self._forget()
        self._explain(error)

    @Slot(object)
    def _explain(self, error: AppError) -> None:
        self._prompts.explain(error)
