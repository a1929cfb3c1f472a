"""Pages of a described sheet: nothing that belongs together is parted."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from app.domain.report import (
    Column,
    Letterhead,
    PageFooter,
    ReportSheet,
    Row,
    Signature,
    Signatures,
    Table,
)
from app.domain.report_letters import Line, LineKind
from app.domain.report_lines import lines_of
from app.domain.report_pages import pages_of

SIGNED = Signatures(Signature(("Mengetahui,",), "Wirya"), Signature(("Tirta,",), "Sekar"))


def table(rows: int, caption: str = "") -> Table:
    columns = (Column("No."), Column("Instagram", group="Pengikut"), Column("X", group="Pengikut"))
    return Table(columns, tuple(Row((n, n, "–")) for n in range(rows)), "Nobody.", caption)


def sheet(*tables: Table) -> ReportSheet:
    return ReportSheet(
        name="Lembar",
        widths=(20.0, 120.0, 130.0),
        title=("DAFTAR",),
        subtitle=(),
        tables=tables,
        footer=PageFooter("", ""),
        notes=("Dasar",),
        letterhead=Letterhead("PEMERINTAH", "DINAS"),
        signatures=SIGNED,
    )


def pages(described: ReportSheet) -> list[Sequence[Line]]:
    lines = list(lines_of(described))
    starts = [*pages_of(described), len(lines)]
    return [lines[a:b] for a, b in pairwise(starts)]


@pytest.mark.parametrize("rows", range(1, 60))
def test_at_least_two_rows_stand_above_the_signatures(rows: int) -> None:
    last = pages(sheet(table(rows)))[-1]
    kinds = [line.kind for line in last]
    assert kinds.count(LineKind.SIGNED_NAME) == 1
    assert kinds.count(LineKind.ROW) >= min(2, rows)


@pytest.mark.parametrize("rows", [1, 17, 40, 200])
def test_no_page_is_fuller_than_the_paper(rows: int) -> None:
    described = sheet(table(rows))
    head = sum(line.height for line in lines_of(described) if line.repeats)
    for number, page in enumerate(pages(described)):
        again = head if number else 0
        assert sum(line.height for line in page) + again <= described.paper.inner_height


@pytest.mark.parametrize("rows", range(1, 30))
def test_no_head_stands_at_the_foot_of_a_page_without_rows(rows: int) -> None:
    for page in pages(sheet(table(rows, "Pertama"), table(3, "Kedua"))):
        assert page[-1].kind not in (LineKind.HEAD, LineKind.NUMBERS, LineKind.CAPTION)


def test_the_lines_of_the_description_are_all_there_in_order() -> None:
    described = sheet(table(2))
    joined = [line for page in pages(described) for line in page]
    assert joined == list(lines_of(described))
    kinds = [line.kind for line in joined]
    assert kinds[:2] == [LineKind.GOVERNMENT, LineKind.OFFICE]
    assert kinds.index(LineKind.HEAD) < kinds.index(LineKind.NUMBERS) < kinds.index(LineKind.ROW)


def test_heads_of_one_group_share_a_head_above_their_own() -> None:
    upper, lower = (line for line in lines_of(sheet(table(1))) if line.kind is LineKind.HEAD)
    assert [(p.first, p.last, p.content, p.down) for p in upper.pieces] == [
        (0, 0, "No.", 2),
        (1, 2, "Pengikut", 1),
    ]
    assert [p.content for p in lower.pieces] == ["Instagram", "X"]


def test_an_empty_list_says_so_in_one_line() -> None:
    (empty,) = (line for line in lines_of(sheet(table(0))) if line.kind is LineKind.EMPTY)
    assert [piece.content for piece in empty.pieces] == ["Nobody."]


def test_the_empty_line_is_as_wide_as_its_table_and_not_as_the_sheet() -> None:
    narrow = Table((Column("Alasan", span=2),), (), "Nobody.")
    (empty,) = (line for line in lines_of(sheet(narrow)) if line.kind is LineKind.EMPTY)
    assert [(piece.first, piece.last) for piece in empty.pieces] == [(0, 1)]
