"""The cover names what stands in the workbook, on one page, and counts only what it does not name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from app.domain.office import Office
from app.domain.platform import Platform
from app.domain.report import PaperSize, ReportBook, ReportSheet
from app.domain.report_kinds import OFFICE_KINDS, ReportKind
from app.domain.report_letters import LineKind
from app.domain.report_lines import lines_of
from app.domain.report_pages import pages_of
from app.domain.rule import RULE_A
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from app.services.period_changes import Comparison, Side
from app.services.report import Background, ReportOptions, WriteReport
from tests.services.report.conftest import AS_OF, OFFICE, Make

Ask = Callable[..., ReportBook]

ORGANISATIONS = 9


@pytest.fixture
def people(make: Make) -> list[PersonStanding]:
    return [
        make(n, {Platform.INSTAGRAM: "900"}, organisation=f"Dinas {n}")
        for n in range(ORGANISATIONS)
    ]


@pytest.fixture
def ask(people: list[PersonStanding], service: WriteReport) -> Ask:
    """With a month before, so that no part is missing; and a rule with an age limit likewise."""
    nobody = dict.fromkeys(Verdict, 0)
    before = Side(date(2026, 10, 31), RULE_A, nobody)
    background = Background(comparison=Comparison(before, Side(AS_OF, RULE_A, nobody), ()))

    def asked(office: Office = OFFICE, **options: object) -> ReportBook:
        chosen = ReportOptions(kinds=OFFICE_KINDS, **options)  # type: ignore[arg-type]
        rule = RULE_A.with_age_limit(90)
        return service.build(people, rule, AS_OF, office, chosen, background)

    return asked


def named(cover: ReportSheet) -> list[object]:
    return [row.cells[1] for row in cover.tables[-1].rows]


def test_every_part_is_named_and_only_sheets_of_organisations_are_counted(ask: Ask) -> None:
    cover, *others = ask().sheets
    parts = [one.name for one in others[:-ORGANISATIONS]]
    assert {one.kind for one in others[-ORGANISATIONS:]} == {ReportKind.QUALIFYING}
    assert len(parts) > 12
    assert named(cover)[:-1] == parts
    assert named(cover)[-1] == f"and {ORGANISATIONS} more sheets of organisations"


def test_organisations_are_named_while_there_is_room_for_them(
    ask: Ask, people: list[PersonStanding], service: WriteReport
) -> None:
    kinds = frozenset((ReportKind.COVER, ReportKind.QUALIFYING))
    book = service.build(people, RULE_A, AS_OF, OFFICE, ReportOptions(kinds=kinds))
    assert named(book.sheets[0]) == [sheet.name for sheet in book.sheets[1:]]


@pytest.mark.parametrize(("size", "portrait"), [*product(PaperSize, (False, True))])
def test_the_cover_is_one_page_on_every_paper(ask: Ask, size: PaperSize, portrait: bool) -> None:
    office = replace(OFFICE, name="Dinas Komunikasi, Informatika, Statistik, dan Persandian Daerah")
    cover = ask(office, paper=size, portrait=portrait).sheets[0]
    assert cover.kind is ReportKind.COVER
    assert len(pages_of(cover)) == 1
    # The labels of the facts stay narrow, however small the print is.
    fact = next(line for line in lines_of(cover) if line.kind is LineKind.FACT)
    assert fact.pieces[0].last == 1
