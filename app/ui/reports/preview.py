"""The workbook as it will look on paper, page by page, with what was checked."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.report import FOLIO, UNKNOWN_PROOF, Paper
from app.domain.report_kinds import ReportKind
from app.ui.parts.buttons import Button, primary_button
from app.ui.parts.card import Card
from app.ui.parts.elided import Elided
from app.ui.parts.empty import EmptyState
from app.ui.parts.text import label
from app.ui.printing.paper_page import PaperBook
from app.ui.reports.check_list import CheckList
from app.ui.reports.paper import Fit, PaperView
from app.ui.reports.preparing import Prepared
from app.ui.theme.theme import Theme
from app.wording.language import Language


class Preview(QWidget):
    """Turns through all pages of all sheets; `sheet_turned` says which sheet is shown then."""

    sheet_turned = Signal(int)
    import_asked = Signal()
    """Nobody is there: the roster comes first."""
    came = Signal()
    left = Signal()
    """Nobody sees it any more: what is only shown here may wait."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._prepared: Prepared | None = None
        self._proof = UNKNOWN_PROOF
        self._sheet = self._page = 0
        say = language.say
        self.view = PaperView(theme, language)
        self._checks = CheckList(theme, language)
        self._back = _square(theme, "chevron-left", say("Previous page (Page Up)"))
        self._on = _square(theme, "chevron-right", say("Next page (Page Down)"))
        self._smaller = _square(theme, "zoom-out", say("Smaller"))
        self._larger = _square(theme, "zoom-in", say("Larger"))
        self._wide = _square(theme, "move-horizontal", say("As wide as there is room"))
        self._whole = _square(theme, "move-vertical", say("The whole page"))
        self._place = label(theme)
        self._where = Elided(theme)
        self._zoom = label(theme, tone="text_2")
        start = primary_button(theme, say("Import a roster"), icon="file-input")
        start.clicked.connect(self.import_asked)
        self._empty = EmptyState(
            theme,
            "users",
            say("Nobody to report yet"),
            say("Import the list of people first; it takes one file."),
            start,
            in_scrolled=True,
        )
        self._faces = QStackedLayout()
        self._card = Card(theme, say("Preview"), " ", ruled=True, padding=0)
        self._build(theme)
        self._connect()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    @property
    def sheet(self) -> int:
        """Place of the shown sheet in the workbook, from 0."""
        return self._sheet

    @property
    def page(self) -> int:
        """Place of the shown page in its sheet, from 0."""
        return self._page

    @property
    def prepared(self) -> Prepared | None:
        """What is shown; it may be grey, and not what the fields say any more."""
        return self._prepared

    def show_prepared(self, prepared: Prepared) -> None:
        """Stays on the sheet of the same name, and on its page where that still exists."""
        name = self._name_shown()
        if prepared is not self._prepared:
            self._prepared, self._proof = prepared, UNKNOWN_PROOF
        names = [sheet.name for sheet in prepared.book.sheets]
        # Who qualifies is what the clerk comes for: the first look is not at the totals.
        first = self.place_of(ReportKind.QUALIFYING) or 0
        kept = names.index(name) if name in names else first
        self._page = self._page if name in names else 0
        checks = prepared.checks
        self._checks.setVisible(checks is not None)
        if checks is not None:
            self._checks.show_checks(checks)
        self.view.paper.set_greyed(greyed=False)
        self._faces.setCurrentIndex(0 if checks is None or checks.people else 1)
        self._show(kept, min(self._page, len(prepared.pages[kept]) - 1))

    def show_proof(self, prepared: Prepared, proof: str) -> None:
        """The footer says it from now on; of a report that is not shown any more, nothing is done."""
        if prepared is self._prepared:
            self._proof = proof
            self.view.show_again(self._paper_book(prepared), self._sheet)

    def place_of(self, kind: ReportKind) -> int | None:
        """Where the first sheet of that kind stands in the workbook; None where there is none."""
        sheets = () if self._prepared is None else self._prepared.book.sheets
        return next((place for place, sheet in enumerate(sheets) if sheet.kind is kind), None)

    @Slot()
    def turn_grey(self) -> None:
        """What is shown is not what the fields say any more."""
        self.view.paper.set_greyed(greyed=True)

    @Slot(int)
    def show_sheet(self, place: int) -> None:
        """Goes to the first page of a sheet."""
        if self._prepared is not None:
            self._show(place, 0)

    @Slot()
    def turn_on(self) -> None:
        """The next page; after the last one of a sheet, the next sheet."""
        if self._prepared is None:
            return
        if self._page + 1 < len(self._prepared.pages[self._sheet]):
            self._show(self._sheet, self._page + 1)
        elif self._sheet + 1 < len(self._prepared.pages):
            self._show(self._sheet + 1, 0)

    @Slot()
    def turn_back(self) -> None:
        """The page before; before the first one of a sheet, the last one of the sheet before."""
        if self._prepared is None:
            return
        if self._page:
            self._show(self._sheet, self._page - 1)
        elif self._sheet:
            self._show(self._sheet - 1, len(self._prepared.pages[self._sheet - 1]) - 1)

    def _name_shown(self) -> str:
        return "" if self._prepared is None else self._prepared.book.sheets[self._sheet].name

    def _show(self, sheet: int, page: int) -> None:
        if self._prepared is None:
            return
        turned = sheet != self._sheet
        self._sheet, self._page = sheet, page
        book, starts = self._prepared.book, self._prepared.pages[sheet]
        self._card.set_note(self._paper_words(book.sheets[sheet].paper))
        self.view.show_page(self._paper_book(self._prepared), sheet, page)
        self._say_place(len(book.sheets), len(starts))
        if turned:
            self.sheet_turned.emit(sheet)

    def _paper_book(self, prepared: Prepared) -> PaperBook:
        return PaperBook(prepared.book, prepared.pages, self._proof)

    @Slot(int)
    def _look_at(self, page: int) -> None:
        """Scrolled there."""
        if self._prepared is not None:
            self._page = page
            pages = self._prepared.pages
            self._say_place(len(pages), len(pages[self._sheet]))

    def _say_place(self, sheets: int, pages: int) -> None:
        say, number = self._language.say, self._language.number
        place = say("Sheet {sheet} of {sheets}")
        self._place.setText(place.format(sheet=number(self._sheet + 1), sheets=number(sheets)))
        facts = {
            "name": self._name_shown(),
            "page": number(self._page + 1),
            "pages": number(pages),
        }
        # The number first: the name of an organisation may be cut short, and the list has it.
        self._where.say(say("Page {page} of {pages}, {name}").format(**facts))
        self.view.setAccessibleName(say("{name}, page {page} of {pages}").format(**facts))
        self._back.setEnabled(bool(self._sheet or self._page))
        self._on.setEnabled(self._sheet + 1 < sheets or self._page + 1 < pages)

    @Slot(float)
    def _say_zoom(self, zoom: float) -> None:
        percent = self._language.number(round(zoom * 100))
        self._zoom.setText(self._language.say("{percent}%").format(percent=percent))

    def _paper_words(self, paper: Paper) -> str:
        names = {FOLIO.code: "Folio"}
        return self._language.say("{paper} {width} × {height} mm").format(
            paper=names.get(paper.code, "A4"),
            width=self._language.number(int(paper.width)),
            height=self._language.number(int(paper.height)),
        )

    def _build(self, theme: Theme) -> None:
        card = self._card
        ground = QFrame()
        ground.setProperty("role", "panel")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(17, 16, 17, 12)
        inside.setSpacing(12)
        inside.addWidget(self.view, 1)
        inside.addWidget(self._checks)
        inside.addLayout(self._tools())
        faces = QWidget()
        faces.setLayout(self._faces)
        self._faces.addWidget(ground)
        self._faces.addWidget(self._empty)
        card.body.setContentsMargins(1, 0, 1, 1)
        card.body.addWidget(faces)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._back, self._place, self._on):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self._where, 1)
        for part in (self._smaller, self._zoom, self._larger, self._wide, self._whole):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _connect(self) -> None:
        self._back.clicked.connect(self.turn_back)
        self._on.clicked.connect(self.turn_on)
        self._smaller.clicked.connect(self.view.reduce)
        self._larger.clicked.connect(self.view.enlarge)
        self._wide.clicked.connect(partial(self.view.fit, Fit.WIDTH))
        self._whole.clicked.connect(partial(self.view.fit, Fit.WHOLE))
        self.view.zoomed.connect(self._say_zoom)
        self.view.page_looked_at.connect(self._look_at)


def _square(theme: Theme, icon: str, name: str) -> Button:
    """With a frame: these stand alone on the grey ground."""
    made = Button(theme, "", icon=icon, small=True)
    made.setFixedWidth(28)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
