"""A table that is wider than its paper stands on pages beside one another, never in letters too small."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.report import (
    SMALLEST_SCALE,
    Column,
    PageFooter,
    Paper,
    PaperSize,
    ReportSheet,
    Row,
    Table,
    paper_of,
)
from app.domain.report_letters import LETTERING, Line, LineKind, Piece
from app.domain.report_pages import pages_of
from app.domain.report_strips import on_strip, strips_of

WIDE = (40.0, 44.0, *[30.0] * 21)


def sheet(
    widths: tuple[float, ...], rows: int = 1, keys: int = 2, paper: Paper | None = None
) -> ReportSheet:
    """From the third column on, each third one begins something and two more are joined to it."""
    columns = tuple(
        Column(f"K{place}", joined=place > 2 and place % 3 != 2) for place in range(len(widths))
    )
    table = Table(columns, tuple(Row(tuple(range(len(widths)))) for _ in range(rows)), "")
    return ReportSheet(
        name="Data",
        widths=widths,
        title=(),
        subtitle=(),
        tables=(replace(table, numbered=False),),
        footer=PageFooter("", ""),
        is_data=True,
        page=paper or paper_of(PaperSize.FOLIO),
        keys=keys,
    )


def width_on_paper(described: ReportSheet, columns: tuple[int, ...]) -> float:
    return sum(described.widths[place] for place in columns) * described.scale


@given(
    st.lists(st.floats(8, 45), min_size=3, max_size=40),
    st.sampled_from(PaperSize),
    st.booleans(),
)
@settings(max_examples=60)
def test_every_column_stands_on_one_page_beside_its_keys_and_inside_the_paper(
    widths: list[float], size: PaperSize, portrait: bool
) -> None:
    described = sheet(tuple(widths), paper=paper_of(size, portrait=portrait))
    strips = strips_of(described)
    for strip in strips:
        assert strip[:2] == (0, 1)
        assert len(strip) > 2
        assert width_on_paper(described, strip) <= described.paper.inner_width + 1e-6
    others = [place for strip in strips for place in strip[2:]]
    assert others == list(range(2, len(widths)))
    letters = LETTERING[LineKind.DATA].points * described.scale
    assert letters >= 7 - 1e-9


def test_columns_that_belong_together_are_never_parted() -> None:
    described = sheet(WIDE)
    firsts = [strip[2] for strip in strips_of(described)[1:]]
    assert len(firsts) == 2
    assert all(place % 3 == 2 for place in firsts)


def test_columns_that_belong_together_and_fit_nowhere_are_parted_all_the_same() -> None:
    narrow = sheet((80.0, 60.0, 50.0, 50.0, 50.0), paper=paper_of(PaperSize.A4, portrait=True))
    assert strips_of(narrow) == ((0, 1, 2), (0, 1, 3), (0, 1, 4))


@pytest.mark.parametrize(
    "described",
    [sheet((40.0, 44.0, 60.0)), sheet((40.0, 44.0, *[30.0] * 9)), sheet(WIDE, keys=0)],
)
def test_what_can_be_read_on_one_page_or_has_no_keys_is_fitted_to_its_width(
    described: ReportSheet,
) -> None:
    assert strips_of(described) == (tuple(range(len(described.widths))),)
    fitting = described.paper.inner_width / sum(described.widths)
    assert described.scale == min(1.0, fitting)
    assert described.is_parted is (bool(described.keys) and fitting < SMALLEST_SCALE)


def test_pages_beside_one_another_begin_at_the_same_line() -> None:
    starts = pages_of(sheet(WIDE, rows=100))
    beside = len(strips_of(sheet(WIDE)))
    assert len(set(starts)) > 1
    assert [starts.count(start) for start in dict.fromkeys(starts)] == [beside] * len(set(starts))


def test_a_text_over_the_whole_width_stands_on_each_page() -> None:
    line = Line(LineKind.EMPTY, 4.6, (Piece(0, 22, "Nobody."),))
    (piece,) = on_strip(line, (0, 1, 8, 9, 10)).pieces
    assert (piece.first, piece.last, piece.content) == (0, 4, "Nobody.")
