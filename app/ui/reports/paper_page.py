"""One printed page of a described sheet: the lines that stand on it, from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from app.domain.report import UNKNOWN_PROOF, Paper, ReportSheet
from app.domain.report_letters import Line
from app.domain.report_lines import lines_of


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page with the repeated head above its own lines; `number` counts from 1."""

    sheet: ReportSheet
    number: int
    count: int
    lines: tuple[Line, ...]

    @property
    def paper(self) -> Paper:
        """Size and margins in millimetres."""
        return self.sheet.paper

    @property
    def footer(self) -> tuple[str, str]:
        """The last line, left and right, with its numbers."""
        footer = self.sheet.footer
        numbers = footer.right.replace("{page}", str(self.number))
        left = footer.left.replace("{proof}", UNKNOWN_PROOF)
        return left, numbers.replace("{pages}", str(self.count))


def paper_page(sheet: ReportSheet, starts: Sequence[int], index: int) -> PaperPage:
    """Page `index` (from 0) of a sheet whose pages begin with the lines `starts`.

    Lines are made anew up to the end of the page: a list of 60,000 people is never kept as lines.
    """
    first = starts[index]
    end = starts[index + 1] if index + 1 < len(starts) else None
    repeated: list[Line] = []
    own: list[Line] = []
    for place, line in enumerate(islice(lines_of(sheet), end)):
        if place >= first:
            own.append(line)
        elif line.repeats:
            repeated.append(line)
    return PaperPage(sheet, index + 1, len(starts), (*repeated, *own))
