"""The card with who signs: a list, and a small dialog for each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.nip import read_nip
from app.domain.office import Signatory, SignatoryRole
from app.services.preferences import KeepPreferences
from app.ui.parts.buttons import Button, icon_button
from app.ui.parts.card import Card
from app.ui.parts.chips import Chip
from app.ui.parts.text import label, line
from app.ui.prompts import Prompts
from app.ui.settings.saving import Saving
from app.ui.settings.signatory_dialog import SignatoryDialog, role_words
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROLES = 104


class SignatoriesCard(QWidget):
    """A pencil or F2 changes one, the bin removes one after a question."""

    office_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        preferences: KeepPreferences,
        saving: Saving,
        prompts: Prompts,
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._preferences, self._saving, self._prompts = preferences, saving, prompts
        self._signatories: Sequence[Signatory] = ()
        self._edits: dict[Button, Signatory] = {}
        self._removals: dict[Button, Signatory] = {}
        self._doomed: Signatory | None = None
        self._card = Card(theme, language.say("Who signs"))
        self._rows = QWidget()
        self._add = Button(theme, language.say("Add a signatory"), icon="plus", small=True)
        self._add.clicked.connect(self._open_new)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._add)
        used = language.say("Used in all reports")
        foot.addWidget(label(theme, used, font="small", tone="text_2"))
        foot.addStretch()
        self._card.body.addWidget(self._rows)
        self._card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        edit = QShortcut(QKeySequence(Qt.Key.Key_F2), self, context=context)
        edit.activated.connect(self._edit_focused)

    def show_signatories(self, signatories: Sequence[Signatory]) -> None:
        """Who is stored, in their order."""
        if self._edits and signatories == self._signatories:
            return
        self._signatories = signatories
        self._edits.clear()
        self._removals.clear()
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for signatory in signatories:
            column.addWidget(line())
            column.addLayout(self._row(signatory))
        if not signatories:
            nobody = self._language.say("Nobody yet: reports leave the names open.")
            column.addWidget(label(self._theme, nobody, tone="text_2", wrap=True))
        column.addWidget(line())
        self._card.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        count = len(signatories)
        note = self._language.say_many("{count} person", "{count} people", count) if count else ""
        self._card.set_note(note)

    def _row(self, one: Signatory) -> QHBoxLayout:
        say = self._language.say
        signs = one.role is not SignatoryRole.ON_BEHALF
        chip = Chip(
            self._theme,
            role_words(one.role, self._language),
            text="accent" if signs else "text_2",
            tint="accent_tint" if signs else "surface_2",
        )
        place = QWidget()
        place.setMinimumWidth(_ROLES)
        in_place = QHBoxLayout(place)
        in_place.setContentsMargins(0, 0, 0, 0)
        in_place.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self._theme, one.name, font="body_medium", wrap=True))
        job = ", ".join(filter(None, (one.position, one.rank)))
        for text in (job, _nip_line(one)):
            if text:
                words.addWidget(label(self._theme, text, font="small", tone="text_2", wrap=True))
        edit = icon_button(self._theme, "pencil", say("Change {name}").format(name=one.name))
        remove = icon_button(self._theme, "trash-2", say("Remove {name}").format(name=one.name))
        edit.clicked.connect(self._edit_pressed)
        remove.clicked.connect(self._ask_removal)
        self._edits[edit] = one
        self._removals[remove] = one
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(place)
        row.addLayout(words, 1)
        row.addWidget(edit)
        row.addWidget(remove)
        return row

    @Slot()
    def _open_new(self) -> None:
        roles = [one.role for one in self._signatories]
        free = (role for role in SignatoryRole if role not in roles)
        self._open(Signatory(next(free, SignatoryRole.SIGNS), "", ""))

    @Slot()
    def _edit_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._edits:
            self._open(self._edits[button])

    @Slot()
    def _edit_focused(self) -> None:
        for button, one in (*self._edits.items(), *self._removals.items()):
            if button.hasFocus():
                self._open(one)

    def _open(self, signatory: Signatory) -> None:
        dialog = SignatoryDialog(self._theme, self._language, signatory, self)
        dialog.kept.connect(self._keep)
        dialog.open()

    @Slot(object)
    def _keep(self, signatory: Signatory) -> None:
        store = self._preferences.change_signatory if signatory.id else self._store_new
        self._saving.write(partial(store, signatory), self._show_stored)

    def _store_new(self, signatory: Signatory) -> None:
        self._preferences.add_signatory(signatory)

    @Slot()
    def _ask_removal(self) -> None:
        button = self.sender()
        if not isinstance(button, Button) or button not in self._removals:
            return
        self._doomed = self._removals[button]
        say = self._language.say
        self._prompts.ask(
            say("Remove {name} from those who sign?").format(name=self._doomed.name),
            say("Remove"),
            self._remove,
            safe=say("Reports that are written already stay as they are."),
        )

    def _remove(self) -> None:
        if self._doomed is not None:
            write = partial(self._preferences.remove_signatory, self._doomed.id)
            self._saving.write(write, self._show_stored)

    def _show_stored(self) -> None:
        self.show_signatories(self._preferences.office().signatories)
        self._add.setFocus()
        self.office_changed.emit()


def _nip_line(signatory: Signatory) -> str:
    """In groups and with its label where it is a whole number, else as it was written."""
    nip = read_nip(signatory.nip).nip
    return f"{nip.label} {nip.grouped}" if nip is not None else signatory.nip
