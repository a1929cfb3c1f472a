"""Tables that stand beside the list on the same sheet, behind an empty column: sums, mostly."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.fields import Field
from app.workbooks.layout.head import Head, Role, read_head
from app.workbooks.layout.header import Header
from app.workbooks.layout.profile import Profile

_OTHER = Head(Role.OTHER)


def without_tables_beside(header: Header, profiles: Sequence[Profile]) -> Header:
    """The same header with nothing meant by the heads of another table.

    A list may have empty columns too: another table says again what the list said ("No", "Unit").
    """
    found = blocks(header, profiles)
    if len(found) < 2:
        return header
    own = max(found, key=lambda block: sum(header.heads[index].weight for index in block))
    said = _people_fields(header, own)
    heads = list(header.heads)
    for block in found:
        if block is not own and _people_fields(header, block) & said:
            for index in block:
                heads[index] = _OTHER
    return replace(header, heads=tuple(heads))


def blocks(header: Header, profiles: Sequence[Profile]) -> list[list[int]]:
    """Columns that stand together: parted by an empty one, or because the row number comes again."""
    found: list[list[int]] = [[]]
    for index, (texts, seen) in enumerate(zip(header.texts, profiles, strict=True)):
        numbered = bool(texts) and read_head(texts).field is Field.NUMBER
        again = numbered and found[-1] and texts == header.texts[found[-1][0]]
        if not (texts or seen.filled) or again:
            found.append([])
        if texts or seen.filled:
            found[-1].append(index)
    return [block for block in found if block]


def tables_beside(
    header: Header, profiles: Sequence[Profile], used: Iterable[int]
) -> list[tuple[int, int]]:
    """First column, and the one behind the last, of each table none of whose columns is `used`.

    A single column is a remark and no table.
    """
    read = set(used)
    return [
        (block[0], block[-1] + 1)
        for block in blocks(header, profiles)
        if len(block) > 1
        and read.isdisjoint(block)
        and any(profiles[index].filled for index in block)
        and sum(bool(header.texts[index]) for index in block) > 1
    ]


def _people_fields(header: Header, block: Sequence[int]) -> set[Field]:
    heads = [header.heads[index] for index in block]
    return {head.field for head in heads if head.role is Role.PERSON and head.field is not None}
