"""The program with a window: which office is open, in which language and look."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from app.domain.errors import AppError, FileError, OfficeHeld
from app.services.backups.restoring import Prepared, Restored
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.backups.way_out import WayOut
from app.ui.crashes import Crashes
from app.ui.first_window import FirstWindow, call_first_window
from app.ui.office_door import OfficeDoor
from app.ui.office_window import OfficeWindow
from app.ui.offices import Offices
from app.ui.other_offices import OtherOffices
from app.ui.portable.pulled_out import PulledOut
from app.ui.prompts import WindowPrompts
from app.ui.rebuilding import Rebuilding
from app.ui.remembered import RememberedTables
from app.ui.tasks import TaskRunner

_LOG = logging.getLogger("gaung")


class Program(QObject):
    """One window at a time; another office, language or look is another window."""

    def __init__(self, application: QApplication, offices: Offices) -> None:
        super().__init__()
        self._application, self._offices = application, offices
        self._crashes = Crashes()
        self._tasks = TaskRunner(self._crashes.report, self)
        self._workplace: Workplace | None = None
        self._office: OfficeWindow | None = None
        self._prompts: WindowPrompts | None = None
        self._way_out = WayOut(self._crashes.report, self)
        self._way_out.prepared.connect(self._restore)
        self._way_out.anew_agreed.connect(self._begin_anew)
        self._others = OtherOffices(offices, self)
        self._others.chosen.connect(self._replace)
        self._rebuilding = Rebuilding(application, self)
        self._rebuilding.agreed.connect(self._rebuild_now)
        self._pulled = PulledOut(self)
        self._pulled.again_asked.connect(self._open_again)
        self._pulled.quit_asked.connect(self._leave)
        self._handed_over = False
        self._first = FirstWindow(self)
        self._door = OfficeDoor(application, offices, self)
        self._crashes.watch()

    @property
    def office(self) -> OfficeWindow:
        """The window that is open."""
        if self._office is None:
            raise RuntimeError("no office is open")
        return self._office

    @property
    def has_opened(self) -> bool:
        """Whether any office stood in a window."""
        return self._office is not None

    @property
    def has_handed_over(self) -> bool:
        """Whether the program that was there first shows its window instead."""
        return self._handed_over

    def start(self, database: Path, files: Sequence[Path] = (), *, viewing: bool = False) -> bool:
        """Opens the first window; False where the database cannot be opened (and says why).

        Where another program has the office, its window comes to the front, with `files`; see
        `has_handed_over`. `viewing`: only to look, nothing is written in its folder.
        """
        return self._begin(database, lambda office: None, files, viewing=viewing)

    def start_with_sample(self) -> bool:
        """Opens the window on the invented office, which is made first if need be."""
        fill = self._offices.fill_sample
        return self._begin(self._offices.sample, lambda one: fill(one, Job.quiet()))

    def _begin(
        self,
        database: Path,
        fill: Callable[[Workplace], None],
        files: Sequence[Path] = (),
        *,
        viewing: bool = False,
    ) -> bool:
        try:
            workplace = self._door.open(database, viewing=viewing)
            fill(workplace)
        except OfficeHeld as error:
            self._handed_over = call_first_window(database, files)
            if not self._handed_over:
                self._explain_alone(error)
            return False
        except AppError as error:
            self._explain_alone(error)
            return False
        self._show(workplace)
        return True

    def _show(self, workplace: Workplace, page: str = "home") -> None:
        before = self._office
        self._workplace = workplace
        self._tasks = TaskRunner(self._crashes.report, self)
        self._door.dress(workplace)
        prompts = self._prompts = self._made_prompts()
        look = self._door.theme, self._door.language
        tables = RememberedTables(workplace.preferences)
        reports = self._offices.reports_folder(workplace.path)
        office = OfficeWindow(*look, workplace, self._tasks, prompts, tables, reports)
        if workplace.only_looking:
            office.window.say_viewing(self._door.why_viewing())
        prompts.stand_over(office.window)
        self._connect(office, workplace, prompts)
        self._office = office
        if page != office.window.current_key:
            office.window.go(page)
        self._first.listen(workplace.path, office)
        if before is None:
            office.window.appear(office.window.screen().availableSize())
        else:
            office.window.restoreGeometry(before.window.saveGeometry())
            office.window.show()
        self._pulled.stand_over(workplace, *look, office.window, self._tasks, prompts)
        office.start()
        self._others.stand_over(self._door.language, self._tasks, prompts)
        self._others.warn_of_cloud(workplace.path)
        if before is not None:
            before.window.closing.disconnect(self._quit)
            before.window.close()
            before.window.deleteLater()
            before.deleteLater()

    def _connect(self, office: OfficeWindow, workplace: Workplace, prompts: WindowPrompts) -> None:
        office.sample_asked.connect(self._open_sample)
        office.sample_clear_asked.connect(self._clear_sample)
        office.other_office_asked.connect(self._others.choose)
        self._rebuilding.listen(office, self._door, workplace, self._tasks, prompts)
        office.restore_prepared.connect(self._restore)
        office.stick_asked.connect(self._others.open_stick)
        office.take_here_asked.connect(self._take_here)
        office.window.closing.connect(self._quit)
        office.help.follow(self._application)

    # -------------------------------------------------------------- other offices

    @Slot()
    def _rebuild_now(self) -> None:
        """The same office in another language or look, on the same page."""
        if self._workplace is None or self._office is None:
            return
        before = self._office
        page, category = before.window.current_key, before.category
        unfinished = before.unfinished
        self._replace(self._workplace.path, self._door.viewing, page)
        if category:
            self._office.settings.show_category(category)
        if unfinished:
            self._office.importing.open_files(list(unfinished))

    @Slot(object, bool)
    def _replace(self, database: Path, viewing: bool = False, page: str = "home") -> None:
        """Closes the office that is open and opens another; keeps it where that fails."""
        if self._workplace is None or self._prompts is None:
            return
        before, viewed = self._workplace.path, self._door.viewing
        self._finish()
        self._workplace.close()
        refusal: AppError | None = None
        try:
            workplace = self._door.open(database, viewing=viewing)
        except AppError as error:
            refusal, workplace = error, self._door.open(before, viewing=viewed)
        self._show(workplace, page)
        if refusal is not None:
            # Over the new window: with the one before, the sentence would be gone at once.
            self._explain(refusal)

    @Slot(object)
    def _take_here(self, portable: Path) -> None:
        """Opens this computer's own office, and asks whether the stick's is to take its place."""
        self._replace(self._offices.home(), page="settings")
        self.office.settings.show_category("portable")
        self.office.portable.offer(portable.parent, self.office.window)

    @Slot()
    def _open_again(self) -> None:
        """The stick is said to be back: the same office, on the same page."""
        if self._workplace is None or self._office is None:
            return
        page = self._office.window.current_key
        self._finish()
        self._workplace.close()
        try:
            workplace = self._door.open(self._door.at, viewing=self._door.viewing)
        except AppError as error:
            self._pulled.say(error)
            return
        self._show(workplace, page)

    @Slot()
    def _leave(self) -> None:
        if self._office is not None:
            self._office.window.close()

    @Slot()
    def _open_sample(self) -> None:
        self._tasks.run(self._filled_sample, done=self._replace, failed=self._explain)

    def _filled_sample(self, job: Job) -> Path:
        with self._door.sample() as sample:
            self._offices.fill_sample(sample, job)
        return self._offices.sample

    @Slot()
    def _clear_sample(self) -> None:
        if self._workplace is None or not self._workplace.is_sample:
            return
        self._finish()
        self._offices.remove(self._workplace)
        self._show(self._door.open(self._offices.office))

    @Slot(object)
    def _recover(self, error: FileError) -> None:
        """A database is broken or gone, at the start or in the middle of work."""
        if self._prompts is not None:
            look, safety = (self._door.theme, self._door.language), self._door.safety()
            window = self._office.window if self._office else None
            self._way_out.offer(*look, safety, self._prompts, window, error)

    @Slot(object)
    def _restore(self, prepared: Prepared) -> None:
        """Closes the office, swaps the prepared copy in, and opens it again."""
        self._finish()
        if self._workplace is not None:
            self._workplace.close()
        refusal: AppError | None = None
        restored: Restored | None = None
        try:
            restored = self._door.safety().restoring.finish(prepared)
        except AppError as error:
            refusal = error
        try:
            workplace = self._door.open(self._door.at)
        except AppError as error:
            self._explain(refusal or error)
            return
        self._show(workplace, "settings")
        self._way_out.close()
        if restored is not None:
            self.office.settings.show_restored(restored)
        elif refusal is not None:
            self._explain(refusal)

    @Slot()
    def _begin_anew(self) -> None:
        """Closes what is left of the office and opens an empty one in its place."""
        self._finish()
        if self._workplace is not None:
            self._workplace.close()
        try:
            self._offices.begin_anew(self._door.at)
            workplace = self._door.open(self._door.at)
        except AppError as error:
            self._explain(error)
            return
        self._show(workplace)
        self._way_out.close()

    @Slot(object)
    def _explain(self, error: AppError) -> None:
        if self._prompts is not None:
            self._prompts.explain(error)

    def _explain_alone(self, error: AppError) -> None:
        """No window stands yet: one box, and the program ends when it is closed."""
        self._door.dress_alone()
        self._prompts = self._made_prompts()
        self._prompts.explain(error)

    def _made_prompts(self) -> WindowPrompts:
        prompts = self._door.prompts()
        self._crashes.tell_through(prompts)
        prompts.damaged.connect(self._recover)
        prompts.help_asked.connect(self._open_help)
        return prompts

    @Slot(str)
    def _open_help(self, anchor: str) -> None:
        if self._office is not None:
            self._office.help.manual.open(anchor)
        else:
            from app.ui.help_alone import open_help_alone

            look = self._door.theme, self._door.language
            open_help_alone(*look, self._offices.resources, anchor, self)

    @Slot()
    def _quit(self) -> None:
        self._first.stop()
        self._finish()
        if self._workplace is not None:
            self._workplace.close()
            self._workplace = None

    def _finish(self) -> None:
        """Work that still runs must let the database go before it is closed."""
        if self._office is not None:
            try:
                self._office.finish()
            except AppError as error:
                _LOG.error("not saved at the end: %s", type(error))
                self._explain(error)
