"""A list whose columns nothing heads: its cells alone say what they mean."""

from collections.abc import Sequence

from app.workbooks.layout.header import Header
from app.workbooks.layout.lines import Row
from app.workbooks.layout.person_row import person_in
from app.workbooks.layout.sheet import SheetLayout, with_header


def without_header(layout: SheetLayout, head: Sequence[Row]) -> SheetLayout:
    """The layout of a sheet of which a person said that it has no headings.

    The list begins with the first row that shows a person; what stands above is its title. Where
    no row does, it begins with the first one. Number and name are proposed, the rest is asked.
    """
    rows = [layout.own(row) for row in head]
    first = next((at for at, row in enumerate(rows) if person_in(row)), 0)
    return with_header(layout, Header(first, first - 1, (), ()), rows)
