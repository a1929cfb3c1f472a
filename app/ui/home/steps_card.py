"""The five steps of a new office, ticked by what is really there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.office import Office
from app.services.overview import Overview
from app.ui.home.to_do import Place
from app.ui.parts.buttons import quiet_button
from app.ui.parts.card import Card
from app.ui.parts.row_button import RowButton
from app.ui.parts.text import label, line
from app.ui.theme.painting import paint_icon
from app.ui.theme.theme import Theme
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class Step:
    """One step in words; `place` is where it is done."""

    title: str
    detail: str
    done: bool
    place: Place


def steps(overview: Overview, office: Office, language: Language, *, reported: bool) -> list[Step]:
    """The way from an empty office to its first report; `reported`: one was written.

    Looking at the results leaves no trace of its own: whoever wrote a report has seen them.
    """
    say = language.say
    title, detail = say("Write the report"), say("Excel on Folio with letterhead and NIP")
    return [
        Step(say("Import the roster"), say("The list of staff"), overview.people > 0, Place.IMPORT),
        Step(
            say("Fill in the office"),
            say("Name, logo, who signs"),
            office.is_named,
            Place.SETTINGS,
        ),
        Step(say("Record followers"), say("Typed or pasted"), overview.has_counts, Place.COUNTS),
        Step(say("See the results"), say("Who qualifies, and why"), reported, Place.STANDINGS),
        Step(title, detail, reported, Place.REPORT),
    ]


class StepsCard(QWidget):
    """The first open step is filled with the accent, done ones carry a tick; each leads there."""

    asked = Signal(Place)
    hidden = Signal()

    def __init__(self, theme: Theme, language: Language, *, lasting: bool = True) -> None:
        """`lasting` False: a line of its own over other cards, with a way to hide it."""
        super().__init__()
        self._theme = theme
        self._language = language
        self._steps: list[Step] = []
        self._places: dict[RowButton, Place] = {}
        self._between: list[QFrame] = []
        self._lasting = lasting
        self._hide = quiet_button(theme, language.say("Hide"))
        self._hide.setToolTip(language.say("Hide the five steps"))
        self._hide.clicked.connect(self.hidden)
        link = None if lasting else self._hide
        title = language.say("Five steps")
        self._card = Card(theme, title, ruled=True, padding=0, link=link)
        self._card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_steps(self, found: Sequence[Step]) -> None:
        """Say how far the office is; the same steps again keep the focus."""
        if self._steps == list(found):
            return
        self._steps = list(found)
        self._places.clear()
        self._between.clear()
        while (item := self._card.body.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        done = sum(step.done for step in found)
        text = self._language.say("{done} of {all}").format(done=done, all=len(found))
        self._card.set_note(text)
        following = next((step for step in found if not step.done), None)
        for number, step in enumerate(found, 1):
            if number > 1:
                self._between.append(line())
                self._card.body.addWidget(self._between[-1])
            self._card.body.addWidget(self._row(number, step, current=step is following), 1)
        way = self._card.body.direction()
        self.stand(QBoxLayout.Direction(way))

    def stand(self, way: QBoxLayout.Direction) -> None:
        """The steps beside each other, or below each other with a line between."""
        self._card.body.setDirection(way)
        for between in self._between:
            between.setVisible(way is QBoxLayout.Direction.TopToBottom)

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return [*self._places] if self._lasting else [self._hide, *self._places]

    def _row(self, number: int, step: Step, *, current: bool) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(label(self._theme, step.title, font="body_medium"))
        words.addWidget(label(self._theme, step.detail, font="small", tone="text_2"))
        words.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(_Number(self._theme, number, done=step.done, current=current))
        row.addLayout(words, 1)
        done = self._language.say("done") if step.done else ""
        name = " ".join(filter(None, (str(number), step.title, done)))
        made = RowButton(row, name)
        made.clicked.connect(self._ask)
        self._places[made] = step.place
        return made

    @Slot()
    def _ask(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton) and row in self._places:
            self.asked.emit(self._places[row])


class _Number(QWidget):
    """The number of a step in its circle."""

    def __init__(self, theme: Theme, number: int, *, done: bool, current: bool) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._done = done
        self._current = current
        self.setFixedSize(24, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        filled = "accent" if self._current else "qualifies_tint" if self._done else "surface"
        edge = "accent" if self._current else "qualifies_fill" if self._done else "border_strong"
        painter.setBrush(self._theme.colour(filled))
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.drawEllipse(circle)
        if self._done:
            tick = self.rect().adjusted(5, 5, -5, -5)
            paint_icon(painter, self._theme, "check", "qualifies_text", tick)
            return
        painter.setPen(self._theme.colour("on_accent" if self._current else "text_2"))
        painter.setFont(self._theme.font("small_semibold"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
