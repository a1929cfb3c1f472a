"""Quick box and pasted lines put together: what the page shows of them, and their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.services.chat import ReadChat
from app.services.preferences import KeepPreferences
from app.services.recording import Entry
from app.ui.followers.chat_desk import ChatDesk
from app.ui.followers.chat_panel import ChatPanel
from app.ui.followers.chat_words import paste_words, recorded_words
from app.ui.followers.day import DayField
from app.ui.followers.known_people import KnownPeople
from app.ui.followers.quick_box import QuickBox
from app.ui.followers.quick_desk import QuickDesk
from app.ui.followers.rows import FollowersRow
from app.ui.parts.buttons import Button
from app.ui.parts.strip import Mood, Strip
from app.ui.prompts import Prompts
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


class FastEntry(QObject):
    """`box`, `panel` and `paste_button` are placed by the page."""

    typed = Signal(object)
    """A list of Entry from the quick box."""
    pasted = Signal(object)
    """A list of Entry from accepted lines."""
    list_shown = Signal(bool)
    """The list of lines wants the place of the grid, or gives it back."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        chat: ReadChat,
        preferences: KeepPreferences,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
        day: DayField,
        model: TableModel[FollowersRow],
        strip: Strip,
        page: QWidget,
    ) -> None:
        """`model` has the rows of the grid as they stand now."""
        super().__init__(page)
        self._language, self._strip = language, strip
        self._awaited = 0
        self._people = KnownPeople(chat, preferences, tasks, prompts, self)
        self.box = QuickBox(theme, language, day)
        self.panel = ChatPanel(theme, language, memory, self._people.name_and_place)
        self.panel.hide()
        self.paste_button = Button(theme, "", icon="clipboard-paste", keys="Ctrl+Shift+V")
        self._quick = QuickDesk(language, chat, self._people, self.box, day, model, self)
        self._desk = ChatDesk(language, chat, self._people, self.panel, tasks, prompts, self)
        self._connect(page)
        self._name_button()

    def refresh(self) -> None:
        """Read again whom one can mean."""
        self._people.read()

    def regions(self) -> Sequence[QWidget]:
        """The parts of the list that F6 goes to."""
        return [self.panel.answer, self.panel.table]

    @Slot()
    def say_recorded(self) -> None:
        """Accepted lines stand in the database."""
        if self._awaited and self._strip.isHidden():
            words = recorded_words(self._awaited, self._language)
            rest = self._language.say("It can be undone with Ctrl+Z.")
            self._strip.say(Mood.DONE, words, rest)
        self._awaited = 0

    @Slot()
    def focus_box(self) -> None:
        """Ctrl+K."""
        self.box.show()
        self.box.line.setFocus()
        self.box.line.selectAll()

    def _connect(self, page: QWidget) -> None:
        for keys, act in (("Ctrl+K", self.focus_box), ("Ctrl+Shift+V", self._paste)):
            QShortcut(QKeySequence(keys), page).activated.connect(act)
        self.paste_button.clicked.connect(self._open_or_paste)
        self.box.line.pasted.connect(self._desk.paste)
        self._quick.recorded.connect(self.typed)
        self._quick.left.connect(self._close)
        self._desk.opened.connect(self._open)
        self._desk.recorded.connect(self._record)
        self._desk.finished.connect(self._close)
        self.panel.closed.connect(self._close)

    @Slot()
    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._desk.paste(text)
        else:
            lead = self._language.say("The clipboard holds no text.")
            rest = self._language.say("Copy the messages in WhatsApp first.")
            self._strip.say(Mood.WARNING, lead, rest)

    @Slot()
    def _open_or_paste(self) -> None:
        if self._desk.waiting and self.panel.isHidden():
            self._open()
            self.panel.answer.line.setFocus()
        else:
            self._paste()

    @Slot()
    def _open(self) -> None:
        self.panel.show()
        self.list_shown.emit(True)
        self._name_button()

    @Slot()
    def _close(self) -> None:
        self.panel.hide()
        self.list_shown.emit(False)
        self._name_button()

    @Slot(object)
    def _record(self, entries: Sequence[Entry]) -> None:
        self._awaited = len(entries)
        self._strip.clear()
        self.pasted.emit(entries)

    def _name_button(self) -> None:
        waiting = self._desk.waiting if self.panel.isHidden() else 0
        self.paste_button.set_words(paste_words(waiting, self._language))
