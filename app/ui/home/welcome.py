"""The face of an empty office: import a roster, or look round in the sample office."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.home.steps_card import Step, StepsCard
from app.ui.home.to_do import Place
from app.ui.parts.buttons import Button, plain_button, primary_button
from app.ui.parts.text import icon_label, label
from app.ui.theme.painting import paint_icon
from app.ui.theme.theme import Theme
from app.wording.language import Language

_MARGIN = 12
_NARROW_BELOW = 1000
_CARDS = 318
_DROP = 168


class Welcome(QScrollArea):
    """Two ways to begin, the five steps, where files can be dropped."""

    import_asked = Signal()
    sample_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    place_asked = Signal(Place)
    """Where a step is done."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._steps = StepsCard(theme, language)
        self._steps.asked.connect(self.place_asked)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons: list[Button] = []
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._built())

    def show_steps(self, found: Sequence[Step]) -> None:
        """Say how far the office is."""
        self._steps.show_steps(found)

    def buttons(self) -> list[Button]:
        """In the order of Tab; the first one imports."""
        return self._buttons

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < _NARROW_BELOW
        for parts in (self._upper, self._lower):
            parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _built(self) -> QWidget:
        say = self._language.say
        what = say(
            "Gaung records the social media followers of civil servants, shows who qualifies, and "
            "writes an Excel report ready to be signed. Everything stays on this computer."
        )
        words = label(self._theme, what, tone="text_2", wrap=True)
        words.setMaximumWidth(780)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self._import_card(), 1)
        cards.addWidget(self._sample_card(), 1)
        self._steps.setMinimumHeight(_CARDS)
        self._upper.setSpacing(12)
        self._upper.addLayout(cards, 2)
        self._upper.addWidget(self._steps, 1)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, _MARGIN, 8)
        column.setSpacing(16)
        column.addWidget(words)
        column.addLayout(self._upper)
        column.addWidget(self._drop_area())
        column.addLayout(self._foot())
        column.addStretch()
        return page

    def _import_card(self) -> QFrame:
        say = self._language.say
        button = primary_button(self._theme, say("Import the roster"), keys="Ctrl+O")
        button.clicked.connect(self.import_asked)
        promises = (
            say("Excel, CSV, or an export of SIASN"),
            say("Column headings are recognised"),
            say("You look first, then it is stored"),
        )
        return self._card(
            "file-input",
            say("Import the roster"),
            say("Begin with the staff of your office."),
            promises,
            button,
            chosen=True,
        )

    def _sample_card(self) -> QFrame:
        say = self._language.say
        button = plain_button(self._theme, say("Try the sample office"))
        button.clicked.connect(self.sample_asked)
        promises = (
            say("About 150 invented people, six months of counts"),
            say("Every page can be tried"),
            say("Removed with one click"),
        )
        return self._card(
            "building-2",
            say("Try the sample office"),
            say("See how it works without real data."),
            promises,
            button,
        )

    def _card(
        self,
        icon: str,
        title: str,
        text: str,
        promises: Sequence[str],
        button: Button,
        *,
        chosen: bool = False,
    ) -> QFrame:
        button.setAutoDefault(True)
        self._buttons.append(button)
        card = QFrame()
        card.setProperty("role", "chosen_card" if chosen else "card")
        card.setMinimumHeight(_CARDS)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 22, 24, 22)
        column.setSpacing(8)
        column.addWidget(_IconTile(self._theme, icon))
        column.addSpacing(6)
        column.addWidget(label(self._theme, title, font="name"))
        column.addWidget(label(self._theme, text, tone="text_2", wrap=True))
        column.addSpacing(4)
        for promise in promises:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(icon_label(self._theme, "check", tone="accent"))
            row.addWidget(label(self._theme, promise, wrap=True), 1)
            column.addLayout(row)
        column.addStretch()
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _drop_area(self) -> QFrame:
        say = self._language.say
        area = QFrame()
        area.setProperty("role", "drop_area")
        area.setMinimumHeight(_DROP)
        column = QVBoxLayout(area)
        column.setSpacing(8)
        column.addStretch()
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(icon_label(self._theme, "file-down", tone="text_2", size=28), 0, middle)
        where = say("Drop a file or a folder anywhere in this window")
        kinds = say("xlsx, xls, xlsb, ods, csv. A file that is open in Excel can be read as well.")
        first = label(self._theme, where, font="card_title", wrap=True)
        second = label(self._theme, kinds, tone="text_2", wrap=True)
        for words in (first, second):
            words.setAlignment(middle)
            column.addWidget(words)
        column.addStretch()
        return area

    def _foot(self) -> QBoxLayout:
        say = self._language.say
        backup = plain_button(self._theme, say("Restore a backup"), icon="archive-restore")
        backup.clicked.connect(self.restore_asked)
        other = plain_button(self._theme, say("Open another database"), icon="database")
        other.clicked.connect(self.open_asked)
        self._buttons += [backup, other]
        asked = label(self._theme, say("Have you used Gaung before?"), tone="text_2")
        offline = label(self._theme, say("Works without the internet"), tone="text_2")
        self._lower.setSpacing(8)
        self._lower.addLayout(_row(asked, backup, other))
        self._lower.addStretch()
        sign = icon_label(self._theme, "wifi-off", tone="text_2")
        self._lower.addLayout(_row(sign, offline, ends=True))
        return self._lower


def _row(*widgets: QWidget, ends: bool = False) -> QHBoxLayout:
    """`ends`: it stands at the end of its line, with nothing behind it."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if not ends:
        row.addStretch()
    return row


class _IconTile(QWidget):
    """A tinted square with an icon."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setFixedSize(48, 48)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_tint"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        box = self.rect().adjusted(12, 12, -12, -12)
        paint_icon(painter, self._theme, self._icon, "accent", box)
