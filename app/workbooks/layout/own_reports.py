"""A list of a report of ours that is read as a roster: whose it is, and units above organisations."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.fields import Field
from app.workbooks.layout.lines import Row
from app.workbooks.layout.person_cells import person_text
from app.workbooks.layout.sheet import SheetLayout, UnitOrigin
from app.workbooks.layout.words import normal

_PLACE_HEADS = frozenset(("unit kerja", "work unit"))
"""Of a column that has the finer unit above the organisation; "Unit" alone has the finer one."""

_ABOVE_MONTH = 2
"""Lines from the end of the title block: the organisation stands above the month."""


def as_own_report(layout: SheetLayout, head: Sequence[Row]) -> SheetLayout:
    """What the form of our own reports says beyond the words of its columns."""
    fields = layout.fields
    if layout.header is None or Field.ORGANISATION in fields:
        return layout
    heads = {column.index: normal(column.header) for column in layout.columns}
    if Field.UNIT in fields and heads.get(fields[Field.UNIT]) in _PLACE_HEADS:
        return replace(layout, unit_above_organisation=True)
    titles = [text for row in head[: layout.header.first] if (text := _first_text(row))]
    if len(titles) < _ABOVE_MONTH:
        return layout
    organisation = titles[-_ABOVE_MONTH]
    # On paper it stands in capitals; the name of the sheet has it as the office writes it.
    if layout.name.casefold() == organisation.casefold():
        organisation = layout.name
    return replace(layout, organisation=organisation, organisation_from=UnitOrigin.TITLE)


def put_place(cell: object, texts: dict[str, str]) -> None:
    """Puts unit and organisation of a cell into `texts`; one line alone is the organisation."""
    text = cell if isinstance(cell, str) else ""
    finer, _, bigger = text.rpartition("\n")
    for field, part in (("unit", finer), ("organisation", bigger)):
        texts.pop(field, None)
        if said := person_text(part):
            texts[field] = said


def _first_text(row: Row) -> str:
    return next((cell.strip() for cell in row if isinstance(cell, str) and cell.strip()), "")
