"""The pictures that prove a person's counts, small, and what is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeySequence,
    QPainter,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.evidence import Place
from app.domain.person import Account
from app.domain.platform import RECORDED
from app.services.evidence.keeping import Shown
from app.ui.evidence.incoming import Held, held_in
from app.ui.evidence.words import count_words, place_words, sharing_words
from app.ui.letters.menu import LetterMenu
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.flow import FlowLayout
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.people.card_accounts import account_words, says_something
from app.ui.people.reading import PersonShown
from app.ui.theme.theme import Theme
from app.wording.language import Language

_SIDE = 64
_TILE = _SIDE + 8
_LINE = _TILE + 18


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture as the card shows it; `wrong` says what is wrong with its file."""

    shown: Shown
    small: bytes
    wrong: str = ""


class EvidencePart(QWidget):
    """Ctrl+V and a drop on the card add; Enter or a click opens; Delete removes."""

    asked = Signal(int)
    """The evidence of this person is wanted."""
    open_asked = Signal(int)
    remove_asked = Signal(int)
    place_asked = Signal(object)
    """The pictures of a Place are to be shown, for adding one."""
    held_out = Signal(object, object)
    """A Place, and the Held that shall be added to it."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._person: PersonShown | None = None
        self._held = Held()
        self._add = Button(
            theme,
            language.say("Add evidence"),
            role=ButtonRole.QUIET,
            icon="paperclip",
            small=True,
        )
        self._nothing = label(
            theme,
            language.say("Paste a screenshot here (Ctrl+V), or drop a picture."),
            font="small",
            tone="text_2",
            wrap=True,
        )
        self._first: int | None = None
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, gap=6, line_height=_LINE)
        self._warning = label(theme, font="small", tone="warning_text", wrap=True)
        self._warning.hide()
        head = QHBoxLayout()
        head.addWidget(label(theme, language.say("Evidence"), font="body_semibold"))
        head.addStretch()
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self._nothing, self._tiles, self._warning):
            column.addWidget(part)
        self._tiles.hide()
        writes(self._add)
        self._add.clicked.connect(self._ask_for_place)

    def show_person(self, shown: PersonShown) -> None:
        """Somebody else, or the same person anew: the pictures follow."""
        before = self._person
        self._person = shown
        if before is None or before.card.person.id != shown.card.person.id:
            self._show([])
        self.asked.emit(shown.card.person.id)

    def show_evidence(self, person_id: int, tiles: Sequence[Tile]) -> None:
        """The pictures of a person; those of somebody else come too late."""
        if self._person is not None and self._person.card.person.id == person_id:
            self._show(tiles)

    def take_over(self, page: QWidget, card: QWidget) -> None:
        """Pictures pasted on the page and dropped on the card are for the person on the card."""
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Paste), self._take_clipboard),
            (QKeySequence("Ctrl+B"), self._open_first),
        ):
            shortcut = QShortcut(keys, page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        card.setAcceptDrops(True)
        card.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or self._person is None:
            return False
        held = held_in(event.mimeData())
        if not held:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._hold_out(held)
        return True

    # Showing

    @Slot()
    def _open_first(self) -> None:
        """Ctrl+B, as in the grid of counts: the pictures, or the place for a first one."""
        if self._first is not None:
            self.open_asked.emit(self._first)
        elif self._person is not None:
            self._ask_for_place()

    def _show(self, tiles: Sequence[Tile]) -> None:
        self._first = tiles[0].shown.evidence.id if tiles else None
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        warnings: dict[str, None] = {}
        for tile in tiles:
            self._flow.addWidget(self._tile(tile))
            said = tile.wrong or sharing_words(tile.shown.others, self._language)
            if said:
                where = place_words(tile.shown.evidence.place, self._language)
                warnings[f"{where}: {said}"] = None
        self._tiles.setVisible(bool(tiles))
        self._nothing.setVisible(not tiles)
        self._warning.setText("\n".join(warnings))
        self._warning.setVisible(bool(warnings))
        self._tiles.updateGeometry()

    def _tile(self, tile: Tile) -> QWidget:
        place = tile.shown.evidence.place
        button = QPushButton()
        button.setProperty("role", "bare")
        button.setFixedSize(_TILE, _TILE)
        button.setIcon(self._icon(tile))
        button.setIconSize(QSize(_SIDE, _SIDE))
        name = f"{place_words(place, self._language)} · {count_words(tile.shown, self._language)}"
        button.setAccessibleName(name)
        button.setAccessibleDescription(tile.wrong)
        button.setToolTip(name)
        which = tile.shown.evidence.id
        button.clicked.connect(partial(self.open_asked.emit, which))
        for key, act in (
            (Qt.Key.Key_Return, self.open_asked),
            (Qt.Key.Key_Enter, self.open_asked),
            (Qt.Key.Key_Delete, self.remove_asked),
        ):
            shortcut = QShortcut(QKeySequence(key), button)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(act.emit, which))
        day = self._language.day_and_month(place.observed_on)
        words = label(self._theme, f"{place.platform.tag} {day}", font="tiny", tone="text_2")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(words)
        return made

    def _icon(self, tile: Tile) -> QIcon:
        pixmap = QPixmap()
        if not tile.small or not pixmap.loadFromData(tile.small):
            return self._theme.icon("triangle-alert", "warning_text", 24)
        # A white screenshot has no edge of its own on a white card.
        painter = QPainter(pixmap)
        painter.setPen(self._theme.colour("border_strong"))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return QIcon(pixmap)

    # Adding

    @Slot()
    def _ask_for_place(self) -> None:
        self._held = Held()
        self._choose()

    @Slot()
    def _take_clipboard(self) -> None:
        held = held_in(QGuiApplication.clipboard().mimeData())
        if held and self._person is not None and self.isVisible():
            self._hold_out(held)

    def _hold_out(self, held: Held) -> None:
        self._held = held
        self._choose()

    def _choose(self) -> None:
        """Of several accounts a menu asks which one is meant: it is never guessed."""
        places = self._places()
        if len(places) == 1:
            self._take(next(iter(places.values())))
            return
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._language.say("Which account does the picture show?"))
        menu.addSection(menu.accessibleName())
        for words, place in places.items():
            menu.addAction(words).triggered.connect(partial(self._take, place))
        first = next(action for action in menu.actions() if not action.isSeparator())
        menu.setActiveAction(first)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _take(self, place: Place) -> None:
        held, self._held = self._held, Held()
        if held:
            self.held_out.emit(place, held)
        else:
            self.place_asked.emit(place)

    def _places(self) -> dict[str, Place]:
        """By words the places that a picture can prove: the newest count of each account."""
        if self._person is None:
            return {}
        whose, today = self._person.card.person.id, self._person.as_of
        known = [one for one in self._person.card.accounts if says_something(one)]
        found: dict[str, Place] = {}
        for account in known or [Account(platform) for platform in RECORDED]:
            day = account.latest.observed_on if account.latest is not None else today
            place = Place(whose, account.platform, day)
            words = place_words(place, self._language)
            if account.handle is not None:
                words += f" · {account_words(account, self._language)}"
            found[words] = place
        return found
