"""The program on the sample office, driven by its own buttons and keys until a picture is taken."""

import shutil
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QKeyCombination,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QDragLeaveEvent, QGuiApplication, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from app import paths
from app.bootstrap import locale_folder, open_workplace
from app.services.job import Job
from app.services.sample_office import close_sample_months, fill_sample_office
from app.ui.collecting import CycleCollector
from app.ui.leaving import hand_over_clipboard
from app.ui.office_window import OfficeWindow
from app.ui.parts.side import SidePanel
from app.ui.parts.spoken import teach_roles
from app.ui.parts.strip import Strip
from app.ui.prompts import WindowPrompts
from app.ui.remembered import RememberedTables
from app.ui.theme.theme import apply_theme, load_theme
from app.ui.words import QtWords
from app.wording.errors import error_sentence
from app.wording.language import Language
from installer.pictures.held_tasks import HeldTasks

_PATIENCE = 60_000
"""Milliseconds until a page that does not come to rest is an error."""
_QUIET = 3
_LATE = 300
"""Milliseconds from which on a timer waits for work that takes long."""
_FRAME = 28
"""How high the title bar of a dialog is painted."""
_W = TypeVar("_W", bound=QWidget)


class Cast(Enum):
    """Who stands in the database of the window."""

    SAMPLE = "sample"
    NOBODY = "nobody"
    OWN = "own"
    """The same people, as if they were an office's own."""


class Stage:
    """One look in one language; a window at a time, over a fresh copy of its office."""

    def __init__(
        self, application: QApplication, code: str, look: str, size: tuple[int, int], pause: int
    ) -> None:
        """`pause`: milliseconds between two looks at whether the window is at rest."""
        self._application, self._size, self._pause = application, size, pause
        self._collector = CycleCollector(application)
        teach_roles()
        self.language = Language(code, locale_folder())
        self.theme = load_theme(look, paths.resources())
        apply_theme(application, self.theme, paths.resources())
        self._words = QtWords(self.language)
        application.installTranslator(self._words)
        self._look = look
        paths.data_folder().mkdir(parents=True, exist_ok=True)
        self._filled = self._fill()

    # One window

    def open(self, cast: Cast) -> None:
        """A window over this office, as it was made."""
        office = paths.sample_database() if cast is Cast.SAMPLE else paths.office_database()
        for suffix in ("", "-wal", "-shm"):
            office.with_name(office.name + suffix).unlink(missing_ok=True)
        if cast is not Cast.NOBODY:
            shutil.copyfile(self._filled, office)
        self.workplace = open_workplace(office, create=True, language=self.language)
        self.tasks = HeldTasks(_fail)
        self.prompts = WindowPrompts(
            self.theme,
            self.language,
            lambda error: error_sentence(error, self.language),
            paths.data_folder(),
        )
        self.office = OfficeWindow(
            self.theme,
            self.language,
            self.workplace,
            self.tasks,
            self.prompts,
            RememberedTables(self.workplace.preferences),
            paths.data_folder() / "Laporan",
        )
        self.window = self.office.window
        self.office.help.follow(self._application)
        self.prompts.help_asked.connect(self.office.help.manual.open)
        self.prompts.stand_over(self.window)
        below = self.window.screen().availableGeometry().height() - self._size[1]
        self.window.fit(QSize(*self._size))
        self.window.setGeometry(0, below, *self._size)
        self.window.show()
        self.window.activateWindow()
        self.office.start()

    def close(self) -> None:
        """The window and its office."""
        self.tidy()
        self.office.finish()
        self.window.close()
        self.window.deleteLater()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.workplace.close()

    def tidy(self) -> None:
        """Closes what the scene before has opened over the window."""
        self.tasks.go_on()
        for widget in reversed(self.over()):
            widget.close()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.sendEvent(self.window, QDragLeaveEvent())
        self.window.activateWindow()
        self.rest()
        for strip in self.parts(Strip):
            strip.clear()
        for side in self.parts(SidePanel):
            side.close_drawer()

    def leave(self) -> None:
        """After the last window: as the program does it, so that the process ends in peace."""
        self._application.removeTranslator(self._words)
        hand_over_clipboard()

    def say(self, words: str) -> str:
        """The words of a button, as the window says them."""
        return self.language.say(words)

    # What a clerk does

    def go(self, page: str) -> None:
        """To another page."""
        self.window.go(page)
        self.rest()

    def press(self, *words: str) -> None:
        """Presses the button of these words, wherever it can be seen."""
        said = {self.say(one) for one in words}
        for button in self.parts(QAbstractButton):
            if button.isEnabled() and said & {button.text(), button.accessibleName()}:
                if button.focusPolicy().value & Qt.FocusPolicy.ClickFocus.value:
                    button.setFocus(Qt.FocusReason.MouseFocusReason)
                button.click()
                self.rest()
                return
        raise LookupError(f"no button says {sorted(said)}")

    def press_name(self, name: str, within: QWidget) -> None:
        """Presses the button that screen readers call this."""
        for button in within.findChildren(QAbstractButton):
            if button.accessibleName() == name:
                button.click()
                self.rest()
                return
        raise LookupError(name)

    def choose(self, words: str) -> None:
        """Chooses from the menu that is open."""
        menu = self.part(QMenu)
        action = next(one for one in menu.actions() if one.text() == self.say(words))
        action.trigger()
        menu.close()
        self.rest()

    def write(self, text: str) -> None:
        """Types where the focus is."""
        for letter in text:
            # The first letter may open an editor for those that follow.
            QTest.keyClicks(self._typed_into(), letter)
        self.rest()

    def key(self, *keys: str) -> None:
        """Presses keys, each written as in a menu: "Ctrl+K"."""
        for one in keys:
            together: QKeyCombination = QKeySequence(one)[0]  # type: ignore[index]  # stubs know none
            QTest.keyClick(self._typed_into(), together.key(), together.keyboardModifiers())
        self.rest()

    def copied(self, text: str) -> None:
        """Something was copied elsewhere."""
        QGuiApplication.clipboard().setText(text)

    def menu_of(self, widget: QWidget, where: QPoint) -> None:
        """The menu of the right mouse button."""
        widget.customContextMenuRequested.emit(where)
        self.rest()

    # Looking

    def part(self, kind: type[_W]) -> _W:
        """The first part of this kind that can be seen."""
        found = self.parts(kind)
        if not found:
            raise LookupError(f"no {kind.__name__} can be seen")
        return found[0]

    def parts(self, kind: type[_W]) -> list[_W]:
        """Every part of this kind that can be seen; what stands over the window comes first."""
        found = []
        for top in [*reversed(self.over()), self.window]:
            if isinstance(top, kind):
                found.append(top)
            found += [one for one in top.findChildren(kind) if one.isVisible()]
        return found

    def over(self) -> list[QWidget]:
        """What stands over the window, the uppermost last."""
        found = [
            widget
            for widget in self._application.topLevelWidgets()
            if widget.isVisible() and widget is not self.window
        ]
        # A dialog that another one opened stands over that one.
        return sorted(found, key=_depth)

    def rest(self) -> None:
        """Runs the window until no work is under way and what it brought is painted."""
        deadline = QDeadlineTimer(_PATIENCE)
        quiet = 0
        while quiet < _QUIET:
            loop = QEventLoop()
            QTimer.singleShot(self._pause, loop.quit)
            loop.exec()
            quiet = quiet + 1 if self.tasks.at_rest else 0
            if deadline.hasExpired():
                raise TimeoutError("the page does not come to rest")

    def show_progress(self) -> None:
        """What would come up after a second of work comes up at once."""
        for timer in self.window.findChildren(QTimer):
            late = timer.isSingleShot() and timer.interval() >= _LATE
            if timer.isActive() and late and not isinstance(timer.parent(), Strip):
                timer.start(0)
        self.rest()

    def picture(self) -> QPixmap:
        """The window with everything that stands over it, laid out for the words it has now."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        made = self.window.grab()
        painter = QPainter(made)
        for widget in self.over():
            place = widget.geometry().translated(-self.window.geometry().topLeft())
            if widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
                self._paint_frame(painter, place, widget.windowTitle())
            painter.drawPixmap(place.topLeft(), widget.grab())
        painter.end()
        return made

    # Inside

    def _paint_frame(self, painter: QPainter, inside: QRect, title: str) -> None:
        """What the system puts around a dialog."""
        bar = QRect(inside.left(), inside.top() - _FRAME, inside.width(), _FRAME)
        painter.fillRect(bar, self.theme.colour("surface"))
        painter.setPen(self.theme.colour("border_strong"))
        painter.drawRect(inside.united(bar).adjusted(-1, -1, 0, 0))
        painter.setPen(self.theme.colour("text_2"))
        painter.setFont(self.theme.font("small"))
        painter.drawText(bar.adjusted(12, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter, title)

    def _typed_into(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None and popup.isVisible():
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self.window

    def _fill(self) -> Path:
        """The sample office, made once."""
        made = paths.data_folder() / "filled.db"
        samples = paths.resources() / "samples"
        with open_workplace(paths.sample_database(), create=True, language=self.language) as place:
            fill_sample_office(samples, place.importing, place.preferences, Job.quiet())
            chosen = replace(
                place.preferences.preferences(), language=self.language.code, theme=self._look
            )
            place.preferences.save(chosen)
            close_sample_months(place.periods, place.preferences, Job.quiet())
        shutil.copyfile(paths.sample_database(), made)
        return made


def _depth(widget: QWidget) -> int:
    depth = 0
    while (above := widget.parentWidget()) is not None:
        widget, depth = above, depth + 1
    return depth


def _fail(error: Exception) -> None:
    raise error
