"""Lists with a row a person whose cells list platforms, accounts and counts side by side."""

from collections.abc import Mapping, Sequence

from app.domain.fields import Field
from app.domain.platform import Platform
from app.domain.together import Together, read_listed, with_counts
from app.workbooks.layout.platform_names import platform_said, platforms_listed

Row = Sequence[object]

_MOST = 0.8
_RECORDED = {platform.value: platform for platform in Platform}


def listed_columns(rows: Sequence[Row], free: Sequence[int]) -> dict[int, Field]:
    """The meanings of the columns where "IG dan FB" stands beside "@satu dan @dua" and "500 dan 600".

    Only where the cells of a row list as many, in nearly all rows that list several.
    """
    for named in free:
        cells = [text for row in rows if (text := _text(row, named))]
        several = [row for row in rows if platforms_listed(_text(row, named))]
        known = sum(bool(platform_said(cell) or platforms_listed(cell)) for cell in cells)
        if not several or known < _MOST * len(cells):
            continue
        rest = [index for index in free if index != named]
        accounts = next((i for i in rest if _agree(several, named, i, None)), None)
        if accounts is None:
            continue
        counts = (i for i in rest if i != accounts and _agree(several, named, accounts, i))
        found = {named: Field.PLATFORM, accounts: Field.HANDLE}
        return found | dict.fromkeys(list(counts)[:1], Field.FOLLOWERS)
    return {}


def listed_accounts(row: Row, fields: Mapping[Field, int]) -> Together | None:
    """What a row says that lists several platforms; None for any other row."""
    order = platforms_listed(_text(row, fields[Field.PLATFORM]))
    if not order or Field.HANDLE not in fields:
        return None
    counts = fields.get(Field.FOLLOWERS)
    return _said(row, order, fields[Field.HANDLE], counts)


def _agree(rows: Sequence[Row], named: int, accounts: int, counts: int | None) -> bool:
    fitting = 0
    for row in rows:
        order = platforms_listed(_text(row, named))
        said = _said(row, order, accounts, counts)
        counted = counts is None or any(one.count != "" for one in said.accounts)
        fitting += said.is_whole and len(said.accounts) == len(order) and counted
    return fitting >= _MOST * len(rows)


def _said(row: Row, order: Sequence[str], accounts: int, counts: int | None) -> Together:
    platforms = [_RECORDED.get(one) for one in order]
    said = read_listed(_text(row, accounts), platforms)
    return said if counts is None or counts >= len(row) else with_counts(said, row[counts])


def _text(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else None
    return cell.strip() if isinstance(cell, str) else ""
