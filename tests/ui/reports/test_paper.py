"""Pages on screen: every line on one page, the head on each, ink where the paper has it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.domain.report import FOLIO, ReportBook, ReportSheet, Row
from app.domain.report_letters import LineKind
from app.domain.report_lines import lines_of
from app.domain.report_pages import pages_of
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.printing.page_painter import PagePainter
from app.ui.printing.paper_page import PaperBook, PaperPage
from app.ui.reports.paper import Fit, PaperView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.ui.reports.pictures import alike

DOTS = 4.0
DAY = date(2026, 11, 20)


@pytest.fixture
def sheet(office: Workplace) -> ReportSheet:
    """Everybody who qualifies: more than one page."""
    people = office.standings.under(RULE_A, DAY, Job.quiet()).people
    return office.report.build(people, RULE_A, DAY, office.preferences.office()).sheets[1]


def pages(sheet: ReportSheet) -> list[PaperPage]:
    starts = pages_of(sheet)
    return list(PaperBook(ReportBook("", "", (sheet,)), (starts,)).pages())


def painted(page: PaperPage, language: Language) -> QImage:
    image = QImage(int(FOLIO.width * DOTS), int(FOLIO.height * DOTS), QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    PagePainter(language).paint(painter, page, DOTS)
    painter.end()
    return image


def ink(image: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """Dark dots in a rectangle of millimetres."""
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(int(left * DOTS), int(right * DOTS))
        for y in range(int(top * DOTS), int(bottom * DOTS))
    )


def test_each_person_stands_on_exactly_one_page(sheet: ReportSheet) -> None:
    rows = [line for page in pages(sheet) for line in page.lines if line.kind is LineKind.ROW]
    assert rows == [line for line in lines_of(sheet) if line.kind is LineKind.ROW]


def test_the_head_stands_on_every_page_once(sheet: ReportSheet) -> None:
    assert len(pages(sheet)) > 1
    for page in pages(sheet):
        kinds = [line.kind for line in page.lines]
        assert kinds.count(LineKind.NUMBERS) == 1


def test_no_page_is_fuller_than_its_paper(sheet: ReportSheet) -> None:
    for page in pages(sheet):
        filled = sum(line.height for line in page.lines) * sheet.scale
        assert filled <= page.paper.inner_height


def test_the_foot_of_a_page_says_which_one_it_is(sheet: ReportSheet) -> None:
    found = pages(sheet)
    last = found[-1]
    left, right = last.footer
    assert left.startswith("Restricted · November 2026 · rule a · ")
    # The hash is known once the content is written.
    assert left.endswith("content …")
    assert right == f"Page {len(found)} of {len(found)}"


def test_paper_is_white_with_ink_only_between_its_margins(
    sheet: ReportSheet, language: Language, theme: Theme
) -> None:
    page = pages(sheet)[0]
    image = painted(page, language)
    paper = page.paper
    assert image.pixelColor(1, 1) == QColor("white")
    assert ink(image, paper.left, paper.top, paper.width - paper.right, 100) > 500
    assert ink(image, 0, 0, paper.left - 1, paper.height) == 0
    assert ink(image, paper.width - paper.right + 1, 0, paper.width, paper.height) == 0
    assert ink(image, paper.left, paper.height - 22, paper.width, paper.height - 14) > 0


def test_the_last_page_has_the_signatures(sheet: ReportSheet, language: Language) -> None:
    kinds = [line.kind for line in pages(sheet)[-1].lines]
    assert LineKind.SIGNED_NAME in kinds
    assert LineKind.ROW in kinds


def test_the_paper_is_fitted_then_enlarged_and_never_smaller_than_fitted(
    theme: Theme, language: Language, qtbot: QtBot
) -> None:
    view = PaperView(theme, language)
    qtbot.addWidget(view)
    view.resize(562, 400)
    view.show()
    fitted = view.paper.zoom
    assert view.paper.width() <= 562
    view.reduce()
    assert view.paper.zoom == fitted
    with qtbot.waitSignal(view.zoomed):
        view.enlarge()
    assert view.paper.zoom == pytest.approx(0.5)
    for _ in range(9):
        view.enlarge()
    assert view.paper.zoom == pytest.approx(2.0)
    for _ in range(9):
        view.reduce()
    assert view.paper.zoom == pytest.approx(fitted)


@pytest.fixture
def view(theme: Theme, language: Language, sheet: ReportSheet, qtbot: QtBot) -> PaperView:
    made = PaperView(theme, language)
    qtbot.addWidget(made)
    made.resize(562, 400)
    made.show()
    made.show_page(PaperBook(ReportBook("", "", (sheet,)), (pages_of(sheet),)), 0, 0)
    return made


def test_all_pages_stand_below_one_another_and_each_has_the_ink_of_its_own(
    view: PaperView, sheet: ReportSheet, language: Language
) -> None:
    view.enlarge()
    whole = view.paper.grab().toImage()
    found = pages(sheet)
    assert view.paper.count == len(found)
    for index, page in enumerate(found):
        box = view.paper.box_of(index)
        alone = QImage(box.size(), whole.format())
        alone.fill(QColor("white"))
        painter = QPainter(alone)
        PagePainter(language).paint(painter, page, 96 / 25.4 * view.paper.zoom)
        painter.end()
        # The frame of the paper is the view's own.
        inner = box.adjusted(2, 2, -2, -2)
        assert alike(whole.copy(inner), alone.copy(inner.translated(-box.topLeft())))


def test_scrolling_tells_which_page_is_looked_at(view: PaperView, qtbot: QtBot) -> None:
    seen: list[int] = []
    view.page_looked_at.connect(seen.append)
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 40):
        bar.setValue(value)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert seen == list(range(1, view.paper.count))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert seen[-1] == 0
    assert bar.value() == 0


def test_a_page_that_is_shown_begins_at_the_top_and_stays_there_at_another_size(
    view: PaperView, sheet: ReportSheet
) -> None:
    book = PaperBook(ReportBook("", "", (sheet,)), (pages_of(sheet),))
    view.show_page(book, 0, 2)
    for change in (view.enlarge, view.enlarge, view.reduce, lambda: view.resize(480, 300)):
        change()
        assert view.verticalScrollBar().value() == view.paper.box_of(2).top()


def test_the_whole_page_or_its_width_is_fitted_to_the_window(view: PaperView) -> None:
    view.resize(700, 300)
    view.fit(Fit.WIDTH)
    room = view.maximumViewportSize()
    wide = view.paper.box_of(0)
    assert wide.width() == pytest.approx(
        room.width() - view.verticalScrollBar().sizeHint().width(), abs=1
    )
    assert wide.height() > room.height()
    view.fit(Fit.WHOLE)
    assert view.paper.box_of(0).height() == pytest.approx(room.height(), abs=1)
    view.resize(700, 260)
    assert view.paper.box_of(0).height() == pytest.approx(room.height() - 40, abs=1)


def test_the_last_page_of_a_long_list_is_made_without_its_rows_before(
    sheet: ReportSheet,
) -> None:
    class Counted(tuple[Row, ...]):
        asked = 0

        def __getitem__(self, place: int) -> Row:  # type: ignore[override]
            Counted.asked += 1
            return super().__getitem__(place)

    table = sheet.tables[-1]
    rows = Counted(table.rows * 30)
    long = replace(sheet, tables=(replace(table, rows=rows),))
    starts = pages_of(long)
    book = PaperBook(ReportBook("", "", (long,)), (starts,))
    Counted.asked = 0
    last = book.page(0, len(starts) - 1)
    assert last.lines[-1].kind is LineKind.SIGNATURE
    assert Counted.asked < 30
