"""The pages of a described workbook: what stands on each of them, from top to bottom."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.report import UNKNOWN_PROOF, Paper, ReportBook, ReportSheet
from app.domain.report_letters import Line
from app.domain.report_lines import lines_from
from app.domain.report_strips import on_strip, strips_of


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page with the repeated head above its own lines; `number` counts from 1.

    Its lines have the columns of this page alone, as wide as `widths` says. `proof` begins the hash of the content, as the workbook's own footer does.
    """

    sheet: ReportSheet
    number: int
    count: int
    lines: tuple[Line, ...]
    widths: tuple[float, ...]
    proof: str = UNKNOWN_PROOF

    @property
    def paper(self) -> Paper:
        """Size and margins in millimetres."""
        return self.sheet.paper

    @property
    def footer(self) -> tuple[str, str]:
        """The last line, left and right, with its numbers."""
        footer = self.sheet.footer
        numbers = footer.right.replace("{page}", str(self.number))
        left = footer.left.replace("{proof}", self.proof)
        return left, numbers.replace("{pages}", str(self.count))


@dataclass(frozen=True, slots=True)
class PaperBook:
    """A workbook as pages; `starts` has the index of each page's first line, sheet by sheet."""

    book: ReportBook
    starts: Sequence[Sequence[int]]
    proof: str = UNKNOWN_PROOF

    @property
    def count(self) -> int:
        """Pages of all sheets."""
        return sum(map(len, self.starts))

    def count_of(self, sheet: int) -> int:
        """Pages of one sheet; sheets are counted from 0."""
        return len(self.starts[sheet])

    def page(self, sheet: int, index: int) -> PaperPage:
        """Page `index` (from 0) of a sheet. Its lines are made anew: a long list is never kept."""
        starts, described = self.starts[sheet], self.book.sheets[sheet]
        first = starts[index]
        following = starts[bisect_right(starts, first) :][:1]
        strips = strips_of(described)
        columns = strips[index - bisect_left(starts, first)]
        lines: list[Line] = []
        for place, line in lines_from(described, first):
            if place in following:
                break
            lines.append(line if len(strips) == 1 else on_strip(line, columns))
        widths = tuple(described.widths[place] for place in columns)
        return PaperPage(described, index + 1, len(starts), tuple(lines), widths, self.proof)

    def pages(self, sheet: int | None = None) -> Iterator[PaperPage]:
        """All pages of one sheet, or of all sheets one after the other."""
        sheets = range(len(self.starts)) if sheet is None else (sheet,)
        for place in sheets:
            for index in range(self.count_of(place)):
                yield self.page(place, index)
