"""Names of sheets that every spreadsheet program accepts, each one once."""

import re

LONGEST = 31
"""UTF-16 units; Excel calls a workbook with a longer name damaged."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_RESERVED = "history"
_OF_WORKING_LISTS = ("belum", "tanpa", "perlu", "hampir")
"""Words by which other programs know the sheets of people who do not qualify (DESIGN section 6)."""


class SheetNames:
    """The names of one workbook, in the order in which they are asked for."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """A legal name as near to `wanted` as can be, different from all before it."""
        name = _legal(wanted) or "–"
        if name.casefold() == _RESERVED:
            name = f"{name}."
        found, number = name, 1
        while found.casefold() in self._taken:
            number += 1
            tail = f" ({number})"
            found = f"{_shortened(name, LONGEST - len(tail))}{tail}"
        self._taken.add(found.casefold())
        return found

    def take_for_organisation(self, organisation: str, substitute: str) -> str:
        """As `take`; a name that would be read as a list of others becomes the `substitute`."""
        misleading = any(word in organisation.casefold() for word in _OF_WORKING_LISTS)
        return self.take(substitute if misleading or not _legal(organisation) else organisation)


def _legal(wanted: str) -> str:
    text = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("' ")
    if _units(text) > LONGEST:
        text = re.sub(r"\b(?:dan|and)\b", "&", text, flags=re.IGNORECASE)
    return _shortened(text, LONGEST)


def _shortened(text: str, most: int) -> str:
    """Ends at a blank where one is near, and says with an ellipsis that something is missing."""
    if _units(text) <= most:
        return text
    cut = text
    while _units(cut) > most - 1:
        cut = cut[:-1]
    blank = cut.rfind(" ")
    if blank > most // 2:
        cut = cut[:blank]
    return f"{cut.rstrip(' &,-')}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
