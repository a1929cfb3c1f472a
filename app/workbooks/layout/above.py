"""People in rows that no list reads: above its header, or in the very row that is taken for it."""

from collections.abc import Iterator, Sequence

from app.domain.nip import NipFlaw
from app.domain.roster import HoldReason, RosterRow, SkippedKind, SkippedRow
from app.workbooks.layout.head import Role, read_head
from app.workbooks.layout.lines import LineReader, Row
from app.workbooks.layout.person_row import PersonInRow, person_in
from app.workbooks.layout.sheet import SheetLayout

_Found = tuple[int, PersonInRow | None]
"""A row (1-based), and what its cells say by themselves; None: by its columns it is a person."""


def rows_of_people(found: SheetLayout, head: Sequence[Row], first: int, last: int) -> list[_Found]:
    """The rows `first`..`last` (1-based) that hold a person.

    `found` is what was found out without a person's word: a list of names and counts shows its
    people only under the header that it really has.
    """
    by_columns = set(_people_by(found, head, last))
    rows = ((number, found.own(head[number - 1])) for number in range(first, last + 1))
    seen = ((number, person_in(row)) for number, row in rows)
    return [(number, said) for number, said in seen if said or number in by_columns]


def people_above(
    layout: SheetLayout, found: SheetLayout, head: Sequence[Row], *, keep_contacts: bool
) -> Iterator[RosterRow | SkippedRow]:
    """Everybody whom the header leaves out: held where above it, left out where in its own rows."""
    header = layout.header
    if header is None:
        return
    for number, said in rows_of_people(found, head, 1, header.last + 1):
        if number > header.first:
            yield SkippedRow(number, SkippedKind.HEADER)
        else:
            yield _held(number, said, layout, found, head, keep_contacts=keep_contacts)


def name_in(number: int, said: PersonInRow | None, found: SheetLayout, head: Sequence[Row]) -> str:
    """How the person of such a row is called; empty where the row does not say."""
    if said is not None:
        return said.name
    return _read(number, found, head, keep_contacts=False).texts.get("name", "")


def _held(
    number: int,
    said: PersonInRow | None,
    layout: SheetLayout,
    found: SheetLayout,
    head: Sequence[Row],
    *,
    keep_contacts: bool,
) -> RosterRow:
    """The row with all that its columns say, where they fit; else its number and its name."""
    if found.header is not None and number > found.header.last + 1:
        row = _read(number, found, head, keep_contacts=keep_contacts)
    elif said is not None and said.column in layout.fields.values():
        row = _read(number, layout, head, keep_contacts=keep_contacts)
    else:
        row = RosterRow(number, None, NipFlaw.EMPTY, "", None, {})
    if said is not None and row.nip is None and row.flaw is not said.number.flaw:
        nip = said.number.nip.digits if said.number.nip is not None else None
        written, first15 = said.number.written, said.number.first15
        row = RosterRow(number, nip, said.number.flaw, written, first15, {"name": said.name})
    if row.flaw not in (None, NipFlaw.EMPTY):
        return row  # a number that lost its end must never look whole
    return row._replace(
        nip=None, flaw=HoldReason.ABOVE_HEADER, nip_written=row.nip or "", first15=None
    )


def _read(
    number: int, layout: SheetLayout, head: Sequence[Row], *, keep_contacts: bool
) -> RosterRow:
    # Loaded here: hardly any file has such a row, and the reading child reads all others.
    from app.workbooks.layout.people import PeopleReader

    reader = PeopleReader(layout, keep_contacts=keep_contacts)
    return reader.person(number, layout.own(head[number - 1]))


def _people_by(found: SheetLayout, head: Sequence[Row], last: int) -> Iterator[int]:
    """The rows down to `last` that are people under the header that was found."""
    if found.header is None:
        return
    lines = LineReader(found.header, found.columns, found.two_lines)
    for number in range(found.header.last + 2, last + 1):
        row = found.own(head[number - 1])
        if not any(cell not in (None, "") for cell in row):
            continue
        if lines.read(row).skipped is None and not _heads_columns(row):
            yield number


def _heads_columns(row: Row) -> bool:
    """Most of its texts are heads that are known: the right header under a wrong one."""
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    known = sum(read_head([text]).role is not Role.UNKNOWN for text in texts)
    return bool(texts) and known * 2 > len(texts)
