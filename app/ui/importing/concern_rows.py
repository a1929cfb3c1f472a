"""The lines inside a card: a row of the file with what is proposed for it, a person who is absent."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from app.domain.nip import Nip
from app.domain.nip_doctor import Proposal
from app.domain.person import Service
from app.services.importing import InService
from app.ui.importing.findings import Finding
from app.ui.letters.menu import LetterMenu
from app.ui.parts.text import label
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.imports import ground_words
from app.wording.language import Language

_HEIGHT = 26
_ROW_WIDTH = 46
_SIGN = 14


class _Link(QPushButton):
    """Row number, and the proposed number or what the row says."""

    def __init__(self, theme: Theme, language: Language, finding: Finding) -> None:
        super().__init__()
        self._theme = theme
        self._row = language.say("Row {row}").format(row=language.number(finding.row))
        found = finding.diagnosis
        self._is_number = found is not None
        self._text = finding.text if found is None else Nip(found.proposals[0].nip).grouped
        self.setProperty("role", "bare")
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(f"{self._row} {self._text}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        small = QFontMetrics(self._theme.fonts.small)
        width = max(small.horizontalAdvance(self._row) + 1, _ROW_WIDTH)
        row = QRect(2, 0, width, self.height())
        paint_text(painter, self._theme, row, self._row, font="small", tone="accent")
        rest = QRect(width + 6, 0, self.width() - width - 6, self.height())
        wide = QFontMetrics(self._theme.fonts.body).horizontalAdvance(self._text)
        if wide <= rest.width():
            paint_text(painter, self._theme, rest, self._text)
            return
        # Every digit must be seen: without its gaps a number needs less room.
        tight = small.horizontalAdvance(self._text) > rest.width()
        text = self._text.replace(" ", "") if self._is_number and tight else self._text
        paint_text(painter, self._theme, rest, text, font="small")


class _Take(QPushButton):
    """What speaks for the number; pressed, it is taken for this row."""

    def __init__(self, theme: Theme, language: Language, proposals: Sequence[Proposal]) -> None:
        super().__init__()
        self._theme = theme
        self._sign, self._tone = "circle-help", "warning_text"
        first = proposals[0]
        if len(proposals) > 1:
            words = language.say_many("{count} choice", "{count} choices", len(proposals))
        elif first.same_name:
            words = language.say("same name")
            self._sign, self._tone = "check", "qualifies_text"
        else:
            words = language.say("other name") if first.name else language.say("new person")
        self._words = words
        self.setProperty("role", "bare")
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(", ".join((language.say("Use this NIP"), words)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.fonts.small).horizontalAdvance(self._words)
        return QSize(_SIGN + words + 10, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        sign = QRect(2, (self.height() - _SIGN) // 2, _SIGN, _SIGN)
        paint_icon(painter, self._theme, self._sign, self._tone, sign)
        rest = QRect(_SIGN + 6, 0, self.width() - _SIGN - 6, self.height())
        paint_text(painter, self._theme, rest, self._words, font="small", tone=self._tone)


class ConcernRow(QWidget):
    """A link to the row; where a number is proposed, a button takes it for this row alone."""

    reached = Signal(object)
    """The Finding."""
    accepted = Signal(object, object)
    """The Finding and its Proposal."""

    def __init__(self, theme: Theme, language: Language, finding: Finding) -> None:
        super().__init__()
        self._language = language
        self._finding = finding
        self._menu = LetterMenu(self)
        link = _Link(theme, language, finding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(link, 1)
        link.clicked.connect(self._reach)
        link.setToolTip(self._whole())
        # Two files have a row 24 each.
        link.setAccessibleDescription(self._place())
        if finding.diagnosis is not None:
            take = _Take(theme, language, finding.diagnosis.proposals)
            take.setToolTip("\n".join((language.say("Use this NIP"), self._whole())))
            take.clicked.connect(self._take)
            row.addWidget(take)
        self._menu.triggered.connect(self._take_listed)

    def _whole(self) -> str:
        found = self._finding.diagnosis
        lines = [self._place(), self._finding.text]
        for one in found.proposals if found is not None else ():
            lines.append(f"{Nip(one.nip).grouped}  {one.name}".rstrip())
            lines.append(ground_words(one.ground, self._language))
        return "\n".join(line for line in lines if line)

    def _place(self) -> str:
        sheet = self._finding.sheet
        return f"{sheet.source.path.name} · {sheet.sheet.name}"

    @Slot()
    def _reach(self) -> None:
        self.reached.emit(self._finding)

    @Slot()
    def _take(self) -> None:
        found = self._finding.diagnosis
        if found is None:
            return
        if len(found.proposals) == 1:
            self.accepted.emit(self._finding, found.proposals[0])
            return
        self._menu.clear()
        for place, one in enumerate(found.proposals):
            words = f"{Nip(one.nip).grouped}   {one.name}".replace("&", "&&")
            self._menu.addAction(words).setData(place)
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot(QAction)
    def _take_listed(self, action: QAction) -> None:
        found = self._finding.diagnosis
        if found is not None:
            self.accepted.emit(self._finding, found.proposals[action.data()])


class AbsentRow(QWidget):
    """A person whom no row names, and what became of them; a list for one, or for all at once."""

    decided = Signal(list, object)
    """Ids, and a Service or None."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        people: Sequence[InService],
        words: str,
        service: Service | None,
    ) -> None:
        super().__init__()
        self._ids = [person.id for person in people]
        self._choices: tuple[Service | None, ...] = (None, Service.MOVED, Service.RETIRED)
        self._box = QComboBox()
        for text in (language.say("ignore"), language.say("moved"), language.say("retired")):
            self._box.addItem(text)
        self._box.setCurrentIndex(self._choices.index(service))
        self._box.setAccessibleName(words)
        name = label(theme, words)
        name.setToolTip(words)
        name.setMinimumWidth(60)
        name.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(name, 1)
        row.addWidget(self._box)
        self._box.activated.connect(self._decide)

    @Slot(int)
    def _decide(self, place: int) -> None:
        self.decided.emit(self._ids, self._choices[place])
