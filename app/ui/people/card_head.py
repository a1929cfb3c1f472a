"""The top of a person's card: initials, name, NIP to copy, job, and the menu of what can be done."""

from enum import Enum

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.nip import EmployeeKind
from app.domain.person import Consent, Person, Service
from app.ui.letters.menu import LetterMenu
from app.ui.parts.buttons import icon_button
from app.ui.parts.text import label
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme
from app.wording.fields import consent_word
from app.wording.language import Language

_AVATAR = 44


class Deed(Enum):
    """What needs a dialog; marks of service and consent are chosen as they are."""

    EDIT = "edit"
    MOVE = "move"
    CHANGE_NIP = "change_nip"
    ACCOUNTS = "accounts"
    ACTIVITY = "activity"
    HISTORY = "history"
    CONSENT = "consent"
    MERGE = "merge"
    OWN_DATA = "own_data"
    ERASE = "erase"


class Avatar(QWidget):
    """The initials of a person in a circle; the name beside says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letters = ""
        self.setFixedSize(_AVATAR, _AVATAR)

    def set_name(self, name: str) -> None:
        """The first letters of the first two words."""
        words = [word for word in name.split() if word[0].isalpha()]
        self._letters = "".join(word[0] for word in words[:2]).upper()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_tint"))
        painter.drawEllipse(self.rect())
        box = QRect(0, 0, _AVATAR, _AVATAR)
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_text(
            painter, self._theme, box, self._letters, font="name", tone="accent", align=centre
        )


class PersonHead(QWidget):
    """Shows a person; asks for what is chosen from the menu."""

    chosen = Signal(object)
    """A Deed, a Service or a Consent."""
    copied = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._person: Person | None = None
        self._meanings: dict[QAction, Deed | Service | Consent] = {}
        self._avatar = Avatar(theme)
        self._name = label(theme, font="name", wrap=True)
        self._nip = label(theme, tone="text_2")
        self._job = label(theme, font="small", tone="text_2", wrap=True)
        self._copy = icon_button(theme, "copy", language.say("Copy the NIP"))
        self.more = icon_button(theme, "ellipsis", language.say("More for this person"))
        self._lay_out()
        self._copy.clicked.connect(self._copy_nip)
        self.more.clicked.connect(self._open_menu)

    def show_person(self, person: Person) -> None:
        """Another person, or the same one changed."""
        self._person = person
        self._avatar.set_name(person.name)
        self._name.setText(person.full_name)
        self._nip.setText(f"{person.nip.label} {person.nip.grouped}")
        self._job.setText("\n".join(job_lines(person)))

    def menu(self) -> QMenu:
        """What can be done with the person now."""
        say = self._language.say
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._meanings.clear()
        person = self._person
        if person is None:
            return menu
        self._add(menu, say("Change details…"), Deed.EDIT)
        self._add(menu, say("Accounts…"), Deed.ACCOUNTS)
        self._add(menu, say("Activity of the accounts…"), Deed.ACTIVITY)
        self._add(menu, say("History of the counts…"), Deed.HISTORY)
        self._add(menu, say("Move to another unit…"), Deed.MOVE)
        self._add(menu, say("Give a new NIP…"), Deed.CHANGE_NIP)
        self._add(menu, say("Merge with another record…"), Deed.MERGE)
        menu.addSeparator()
        if person.service is not Service.ACTIVE:
            self._add(menu, say("Mark as in service again"), Service.ACTIVE)
        if person.service is not Service.MOVED:
            self._add(menu, say("Mark as moved away"), Service.MOVED)
        if person.service is not Service.RETIRED:
            self._add(menu, say("Mark as retired"), Service.RETIRED)
        menu.addSeparator()
        self._add_consents(menu.addMenu(say("Consent")), person.consent)
        self._add(menu, say("Data about this person…"), Deed.OWN_DATA)
        self._add(menu, say("Erase this person…"), Deed.ERASE)
        menu.triggered.connect(self._choose)
        return menu

    def _add(self, menu: QMenu, words: str, what: Deed | Service | Consent) -> QAction:
        # Not as the action's own data: Qt would turn a StrEnum into a bare text.
        action = menu.addAction(words)
        self._meanings[action] = what
        return action

    def _add_consents(self, menu: QMenu, now: Consent) -> None:
        group = QActionGroup(menu)
        for consent in Consent:
            action = self._add(menu, consent_word(consent, self._language), consent)
            action.setCheckable(True)
            action.setChecked(consent is now)
            group.addAction(action)
        menu.addSeparator()
        self._add(menu, self._language.say("Said on another day…"), Deed.CONSENT)

    @Slot()
    def _open_menu(self) -> None:
        corner = self.more.rect().bottomRight()
        menu = self.menu()
        place = self.more.mapToGlobal(corner)
        place.setX(place.x() - menu.sizeHint().width())
        menu.popup(place)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(self._meanings[action])

    @Slot()
    def _copy_nip(self) -> None:
        if self._person is not None:
            QGuiApplication.clipboard().setText(self._person.nip.digits)
            self.copied.emit()

    def _lay_out(self) -> None:
        nip = QHBoxLayout()
        nip.setSpacing(2)
        nip.addWidget(self._nip)
        nip.addWidget(self._copy)
        nip.addStretch()
        top = Qt.AlignmentFlag.AlignTop
        # The menu stands beside the name only: the NIP needs the width to be seen whole.
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(self.more, 0, top)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addLayout(first)
        names.addLayout(nip)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._avatar, 0, top)
        upper.addLayout(names, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(upper)
        column.addWidget(self._job)


def job_lines(person: Person) -> list[str]:
    """Status, rank and position; below, the unit and the organisation."""
    kind = "PPPK" if person.nip.kind is EmployeeKind.PPPK else "PNS"
    first = [person.status or kind, person.rank, person.position]
    second = [person.unit, person.organisation]
    lines = (" · ".join(filter(None, first)), ", ".join(filter(None, second)))
    return [line for line in lines if line]
