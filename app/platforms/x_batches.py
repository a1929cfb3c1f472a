"""How accounts of X are put into as few calls as there can be: ceil(N / 100)."""

import re
from collections.abc import Sequence

from app.domain.fetched import Asked
from app.domain.handle import HandleKind
from app.platforms.accounts import chunks

MOST = 100

_ID = re.compile(r"[0-9]{1,19}")


def by_id(asked: Asked) -> str | None:
    """The id by which it can be asked for, if one is known."""
    if asked.handle.kind is HandleKind.ID:
        return asked.handle.text
    known = asked.platform_id
    return known if known and _ID.fullmatch(known) else None


def x_batches(asked: Sequence[Asked]) -> list[Sequence[Asked]]:
    """Calls by id and calls by name cannot be mixed.

    Where that would cost a call more than needed, a few accounts with an id are asked for by name.
    """
    ids = [one for one in asked if by_id(one)]
    names = [one for one in asked if not by_id(one)]
    over, room = len(ids) % MOST, -len(names) % MOST
    both = [one for one in ids if one.handle.kind is not HandleKind.ID]
    if 0 < over <= room and len(both) >= over:
        moved = both[-over:]
        ids = [one for one in ids if one not in moved]
        names += moved
    return [*chunks(ids, MOST), *chunks(names, MOST)]
