"""The cell of counts beside a cell of several accounts: labelled as they are, or in their order."""

import re
from dataclasses import replace

from app.domain.absence import is_blank, says_none
from app.domain.count import NoCount, read_count
from app.domain.counted_on import split_counted_on
from app.domain.nik import without_nik
from app.domain.together.pieces import SaidAccount, Together
from app.domain.together.reading import read_together

_PARTS = re.compile(r"\n|[;|]|\s*/\s*|\s*&\s*|,(?![0-9])|(?<![0-9]),|\s+dan\s+")
_LIST_MARK = re.compile(r"^\s*(?:[-–—•*·>]|[0-9]{1,2}[.)])\s+")


def with_counts(said: Together, cell: object) -> Together:
    """The accounts with the counts of the cell; what fits none of them is kept as `uncounted`."""
    if cell is None or (isinstance(cell, str) and is_blank(cell)):
        return said
    accounts = said.accounts
    if accounts and all(one.count != "" for one in accounts):
        return said  # the counts stand beside the names, what comes here is their sum
    counts = read_together(cell) if isinstance(cell, str) else Together()
    together = _labelled(accounts, counts) if counts.accounts else _in_order(said, cell)
    if together is not None:
        return replace(said, accounts=together)
    if not accounts and all(map(_is_nothing, _parts(cell))):
        return said
    written = without_nik(cell) if isinstance(cell, str) else read_count(cell).written
    return replace(said, uncounted=written)


_SAYS_NONE = (NoCount.EMPTY, NoCount.NONE)


def _labelled(
    accounts: tuple[SaidAccount, ...], counts: Together
) -> tuple[SaidAccount, ...] | None:
    """Each to its platform ("IG 1.200, FB 800"); None where one has no place."""
    if counts.unnamed:
        return None
    merged = list(accounts)
    for counted in counts.accounts:
        if counted.count == "":
            return None
        places = [at for at, one in enumerate(merged) if one.platform is counted.platform]
        if len(places) > 1 or (places and merged[places[0]].count != ""):
            return None
        if places:
            merged[places[0]] = replace(merged[places[0]], count=counted.count, day=counted.day)
        else:
            merged.append(replace(counted, name=""))
    return tuple(merged)


def _in_order(said: Together, cell: object) -> tuple[SaidAccount, ...] | None:
    """As many counts as accounts, none of which has one; None where it is not so."""
    accounts, parts = said.accounts, _parts(cell)
    places = list(range(len(accounts)))
    if len(parts) != len(places):  # "FB: -" may be left out among the counts
        places = [at for at in places if not _says_nothing(accounts[at].name)]
    fit = len(parts) == len(places) and all(map(_is_count, parts))
    if not fit or said.unnamed or any(one.count != "" for one in accounts):
        return None
    counts = dict(zip(places, parts, strict=True))
    return tuple(_counted(one, counts.get(at, "")) for at, one in enumerate(accounts))


def _counted(account: SaidAccount, count: object) -> SaidAccount:
    day = split_counted_on(count)[1] if isinstance(count, str) else None
    return replace(account, count=count, day=day)


def _says_nothing(name: str) -> bool:
    return is_blank(name) or says_none(name)


def _parts(cell: object) -> list[object]:
    if not isinstance(cell, str) or read_count(cell).interval is not None:
        return [cell]
    parts = [_LIST_MARK.sub("", part).strip() for part in _PARTS.split(cell.strip())]
    while parts and not parts[-1]:
        parts.pop()
    return list(parts)


def _is_count(part: object) -> bool:
    reading = read_count(part)
    return bool(reading.interval or reading.proposals) or reading.missing in _SAYS_NONE


def _is_nothing(part: object) -> bool:
    reading = read_count(part)
    zero = reading.interval is not None and reading.interval.high == 0
    return zero or reading.missing in _SAYS_NONE
