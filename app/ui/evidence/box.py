"""The evidence of one account or one person, picture by picture, in a dialog."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.evidence import Place
from app.services.evidence.keeping import Shown
from app.ui.evidence.incoming import Held, held_in
from app.ui.evidence.picture_view import PictureView
from app.ui.evidence.words import added_words, count_words, place_words, sharing_words
from app.ui.parts.buttons import Button, icon_button, plain_button, quiet_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.language import Language

_SIDE = 560


@dataclass(frozen=True, slots=True)
class Opened:
    """The picture of one piece of evidence, or the words of what is wrong with it."""

    evidence_id: int
    picture: QImage
    wrong: str = ""


class EvidenceBox(QDialog):
    """Left and Right go through the pictures, Delete removes, Ctrl+V adds, Escape leaves."""

    remove_asked = Signal(int)
    held_out = Signal(object)
    """A Held that shall be added."""
    choose_asked = Signal()
    picture_asked = Signal(object)
    """The Shown whose picture is to be seen: one at a time, for each may be large."""

    def __init__(
        self, theme: Theme, language: Language, name: str, place: Place | None, parent: QWidget
    ) -> None:
        """`place` is what is added to; None for everything of a person, where nothing is added."""
        super().__init__(parent)
        say = language.say
        self._language = language
        self._shown: Sequence[Shown] = ()
        self._at = 0
        self.place = place
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Evidence"))
        title = f"{name} · {place_words(place, language)}" if place else name
        self._title = label(theme, title, font="card_title", wrap=True)
        self._view = PictureView(theme)
        self._view.say(say("Reading the pictures"))
        self._what = label(theme, font="body_semibold")
        self._who = label(theme, font="small", tone="text_2")
        self._warning = label(theme, font="body_semibold", tone="warning_text", wrap=True)
        self._number = label(theme, font="small", tone="text_2")
        self._before = icon_button(theme, "chevron-left", say("The picture before"))
        self._after = icon_button(theme, "chevron-right", say("The next picture"))
        self._remove = quiet_button(theme, say("Remove"), icon="trash-2")
        self._choose = plain_button(theme, say("Choose a picture"), icon="image")
        self._paste = plain_button(theme, say("Paste"), icon="clipboard-paste", keys="Ctrl+V")
        self._close = Button(theme, say("Close"))
        self._lay_out()
        self._connect()
        self._show()

    def show_evidence(self, shown: Sequence[Shown], chosen: int | None = None) -> None:
        """What there is; `chosen` is the id of the one to show first, else the place stays."""
        self._shown = shown
        ids = [one.evidence.id for one in shown]
        at = ids.index(chosen) if chosen in ids else self._at
        self._at = max(min(at, len(shown) - 1), 0)
        self._show()

    def show_picture(self, opened: Opened) -> None:
        """The picture that was asked for; one of which nobody wants to know any more is let go."""
        if not self._shown or self._shown[self._at].evidence.id != opened.evidence_id:
            return
        if opened.wrong:
            self._view.say(opened.wrong)
        else:
            self._view.show_picture(opened.picture, self._what.text())

    def _show(self) -> None:
        say, many = self._language.say, len(self._shown)
        for part in (self._before, self._after, self._number):
            part.setVisible(many > 1)
        self._remove.setEnabled(many > 0)
        self._number.setText(f"{self._at + 1} / {many}")
        if not self._shown:
            help_line = say("There is no picture yet. Paste a screenshot, or choose a file.")
            self._view.say(help_line if self.place else say("There is no picture any more."))
            for part in (self._what, self._who, self._warning):
                part.setVisible(False)
            return
        shown = self._shown[self._at]
        what = f"{place_words(shown.evidence.place, self._language)} · "
        self._what.setText(what + count_words(shown, self._language))
        self._who.setText(added_words(shown, self._language))
        self._warning.setText(sharing_words(shown.others, self._language))
        self._what.setVisible(True)
        self._who.setVisible(True)
        self._warning.setVisible(bool(shown.others))
        self.picture_asked.emit(shown)

    def _lay_out(self) -> None:
        buttons = (self._remove, self._choose, self._paste, self._close)
        for button in buttons:
            button.setAutoDefault(False)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        facts.addWidget(self._what)
        facts.addWidget(self._who)
        row = QHBoxLayout()
        row.addLayout(facts, 1)
        for part in (self._before, self._number, self._after):
            row.addWidget(part)
        frame = DialogFrame(self, _SIDE, _SIDE)
        frame.middle.addWidget(self._title)
        frame.middle.addWidget(self._view, 1)
        frame.foot.addLayout(row)
        frame.foot.addWidget(self._warning)
        frame.set_buttons(buttons[0], None, *buttons[1:])
        self._choose.setVisible(self.place is not None)
        self._paste.setVisible(self.place is not None)
        self._close.setFocus()

    def _connect(self) -> None:
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        writes(self._remove, self._choose, self._paste)
        self._remove.clicked.connect(self._ask_to_remove)
        self._choose.clicked.connect(self.choose_asked)
        self._paste.clicked.connect(self._take_clipboard)
        self._close.clicked.connect(self.reject)
        for keys, slot in (
            (QKeySequence(Qt.Key.Key_Left), self._go_back),
            (QKeySequence(Qt.Key.Key_Right), self._go_on),
            (QKeySequence(Qt.Key.Key_Delete), self._ask_to_remove),
            (QKeySequence(QKeySequence.StandardKey.Paste), self._take_clipboard),
        ):
            QShortcut(keys, self).activated.connect(slot)

    @Slot()
    def _go_back(self) -> None:
        self._go(-1)

    @Slot()
    def _go_on(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        if self._shown:
            self._at = (self._at + step) % len(self._shown)
            self._show()

    @Slot()
    def _ask_to_remove(self) -> None:
        if self._shown:
            self.remove_asked.emit(self._shown[self._at].evidence.id)

    @Slot()
    def _take_clipboard(self) -> None:
        held = held_in(QGuiApplication.clipboard().mimeData())
        if self.place is not None and held:
            self.held_out.emit(held)

    def take_files(self, files: list[Path]) -> None:
        """Files that were chosen for this place."""
        self.held_out.emit(Held(files))
