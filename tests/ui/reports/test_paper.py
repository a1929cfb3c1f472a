"""Pages on screen: every line on one page, the head on each, ink where the paper has it."""

from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.domain.report import FOLIO, ReportBook, ReportSheet
from app.domain.report_letters import LineKind
from app.domain.report_lines import lines_of
from app.domain.report_pages import pages_of
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.printing.page_painter import PagePainter
from app.ui.printing.paper_page import PaperBook, PaperPage
from app.ui.reports.paper import PaperView
from app.ui.theme.theme import Theme
from app.wording.language import Language

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
