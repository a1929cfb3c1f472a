"""Reads any cell as the handle of an account: the one door through which handles enter."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from app.domain.handle.cleaning import cleaned
from app.domain.handle.grammar import RESERVED, named
from app.domain.handle.links import is_link
from app.domain.handle.part import Part, labelled, labels_bound, part_of_link, read_part
from app.domain.handle.values import Handle, HandleKind, HandleReading, NoHandle, Unresolvable
from app.domain.handle.words import NOT_ORDINARY, OPENS_A_STATEMENT, what_words_say
from app.domain.nik import without_nik
from app.domain.platform import Platform

# The plain forms "@name" and "name", which most cells have: one match decides them. Bare digits,
# remarks and everything else take the long way.
_PLAIN: dict[Platform, tuple[re.Pattern[str], frozenset[str]]] = {
    platform: (
        re.compile(rf"(?=@?[0-9._-]*[A-Za-z])@?({form})"),
        NOT_ORDINARY | RESERVED[platform],
    )
    for platform, form in (
        (Platform.INSTAGRAM, r"(?!\.|.*\.\.)[A-Za-z0-9._]{2,30}(?<!\.)"),
        (Platform.FACEBOOK, r"(?!\.)[A-Za-z0-9.]{5,40}(?<!\.)"),
        (Platform.X, r"[A-Za-z0-9_]{2,15}"),
        (Platform.TIKTOK, r"[A-Za-z0-9._]{2,24}(?<!\.)"),
        (Platform.YOUTUBE, r"(?!UC)[A-Za-z0-9][A-Za-z0-9_-]{2,29}"),
    )
}

_LONGEST_CELL = 4_000
_HOSTILE = re.compile(r"[=+]|-(?!@|http|www)\S|@[A-Za-z]+\(|.*\bcmd\|", re.IGNORECASE)
_NAME_WITH_AT = re.compile(r"@\S*\w\S*")
# Excel keeps 15 digits of a number, the rest is zeros.
_NUMBERS_BEFORE_LOSS = 10**15
_PHONE_WITHOUT_ZERO = re.compile(r"(?:62)?8[1-9][0-9]{8,10}")

_TOKENS = re.compile(r"[\s,;|]+")
_BETWEEN = re.compile(r"[,;|/\\\n&]|\s(?:dan|atau)\s|(?<![:=\s])\s+(?=@)", re.IGNORECASE)
_WORD_BETWEEN = re.compile(r"\s(?:dan|atau)\s|&", re.IGNORECASE)
_DEGREE = re.compile(r"(?:[A-Za-z]{1,4}\.)+[A-Za-z]{0,8}\.?")


def read_handle(cell: object, platform: Platform | None) -> HandleReading:
    """Reads what stands in a cell of a platform's column; never raises.

    Args:
        cell: text, a number (a Facebook id typed as number), or anything a workbook may hold.
        platform: the platform of the column; None where nothing says it, then only links and
            labels ("IG: @name") can.

    Returns:
        The handle, or why there is none. Nothing is looked up: the account may still not exist.
    """
    if cell is None:
        return _without("", NoHandle.EMPTY)
    if isinstance(cell, str):
        name = plain_handle(cell, platform) if platform is not None else None
        if name is None or platform is None:
            return _read_text(cell, platform)
        return HandleReading(Handle(platform, name), None, None, None, cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _read_number(cell, platform)
    written = str(cell) if isinstance(cell, bool) else type(cell).__name__
    if hasattr(cell, "isoformat"):
        written = str(cell)  # a date: the program took "mar.3" for one
    return _without(written, NoHandle.UNRESOLVABLE, Unresolvable.INVALID)


def plain_handle(cell: str, platform: Platform) -> str | None:
    """The user name in a cell of the common forms "name" and "@name"; None asks `read_handle`.

    Where it gives a name, `read_handle` gives the same one and says nothing else.
    """
    if platform not in _PLAIN:
        return None
    pattern, odd = _PLAIN[platform]
    match = pattern.fullmatch(cell)
    if match is None:
        return None
    name = match[1].lower()
    core = name.strip("._-")
    if core in odd or len(core) < 2:
        return None
    if ("_" in core or "." in core or "-" in core) and OPENS_A_STATEMENT.match(core):
        return None
    return name


# Bounded, and only for the odd cells: "tidak ada" and "-" come ten thousand times in a roster.
@lru_cache(maxsize=2_048)
def _read_text(written: str, column: Platform | None) -> HandleReading:
    if len(written) > _LONGEST_CELL:
        return _without(written, NoHandle.UNRESOLVABLE, Unresolvable.INVALID)
    text = cleaned(written)
    if not _NAME_WITH_AT.fullmatch(text):
        said = what_words_say(text)
        if said is not None:
            return _without(written, *said)
    if _HOSTILE.match(text):
        return _without(written, NoHandle.UNRESOLVABLE, Unresolvable.HOSTILE)
    tokens = [_from_scheme(labelled(token)[0]) for token in _TOKENS.split(text)]
    links = [token for token in tokens if is_link(token)]
    if links:
        names = [read_part(token, column) for token in tokens if token.startswith("@")]
        found = [part_of_link(link, column) for link in links]
        return _reading(found + [name for name in names if name.handle], written, column)
    return _reading(_parts(text, column), written, column)


def _from_scheme(token: str) -> str:
    """Cuts what is glued to the front of a link ("profil:https://...")."""
    begin = token.lower().find("http")
    return token[begin:] if begin > 0 and not is_link(token) else token


def _parts(text: str, column: Platform | None) -> Sequence[Part]:
    """The parts of a cell that count.

    Names of people may hold every separator, so a bare part must show more than letters, or all
    parts must be plain lower case.
    """
    text = labels_bound(text)
    written = [piece for piece in _BETWEEN.split(text) if any(c.isalnum() for c in piece)]
    if len(written) < 2:
        return [read_part(text, column)]
    by_word = _WORD_BETWEEN.search(text) is not None
    parts = [read_part(piece, column) for piece in written]
    counted = [
        part
        for part in parts
        if part.handle and (part.explicit or part.marked or (part.lowered and not by_word))
    ]
    if any(part.explicit for part in counted):
        return counted
    titled = any(_DEGREE.fullmatch(piece.strip()) for piece in written[1:])
    if counted and not titled and all(part in counted or part.silent for part in parts):
        return counted
    if all(part.silent for part in parts):
        return sorted(parts, key=lambda part: part.none is not NoHandle.UNRESOLVABLE)
    doubtful = next((part for part in parts if part.why and not part.silent), None)
    if doubtful is not None and not any(part.handle for part in parts):
        return [doubtful]
    return [Part(None, NoHandle.UNRESOLVABLE, Unresolvable.DISPLAY_NAME, column)]


def _reading(parts: Sequence[Part], written: str, column: Platform | None) -> HandleReading:
    # The handle that belongs to the column goes first; sorting keeps the order otherwise.
    named_parts = sorted((p for p in parts if p.handle), key=lambda p: p.platform is not column)
    if not named_parts:
        first = parts[0]
        other = first.platform is not column and None not in (first.platform, column)
        return _without(written, first.none or NoHandle.EMPTY, first.why, other)
    handles = [part.handle for part in named_parts if part.handle]
    also = next((handle for handle in handles if handle.key != handles[0].key), None)
    other = column is not None and handles[0].platform is not column
    return HandleReading(handles[0], also, None, None, written, other)


def _read_number(cell: float, platform: Platform | None) -> HandleReading:
    """Only Facebook has accounts that are numbers; elsewhere a count slipped into the column."""
    if cell == 0 or (isinstance(cell, float) and math.isnan(cell)):
        return _without("" if cell != 0 else "0", NoHandle.EMPTY)
    whole = isinstance(cell, int) or cell.is_integer()
    if not whole or not 0 < cell < _NUMBERS_BEFORE_LOSS:
        # Text of a huge int would raise; repr of a float never does.
        written = repr(float(cell)) if abs(cell) < 10**300 else ""
        return _without(written, NoHandle.UNRESOLVABLE, Unresolvable.INVALID)
    written = str(int(cell))
    if platform is Platform.FACEBOOK and not _PHONE_WITHOUT_ZERO.fullmatch(written):
        result = named(platform, HandleKind.ID, written)
        if isinstance(result, Handle):
            return HandleReading(result, None, None, None, written)
    return _without(written, NoHandle.UNRESOLVABLE, Unresolvable.INVALID)


def _without(
    written: str, none: NoHandle, why: Unresolvable | None = None, other: bool = False
) -> HandleReading:
    return HandleReading(None, None, none, why, without_nik(written), other)
