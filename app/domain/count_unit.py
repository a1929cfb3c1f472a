"""Counts in thousands or millions: the unit that a column head tells, and cells below such a head."""

import re

from app.domain.count import CountReading, Interval, NoCount, read_count

_ONES = 1
_LARGEST = 1e9
_UNITS = {
    "ribu": 1_000, "ribuan": 1_000, "rb": 1_000, "k": 1_000, "thousand": 1_000, "thousands": 1_000,
    "000": 1_000, "1000": 1_000, "juta": 1_000_000, "jutaan": 1_000_000, "jt": 1_000_000,
    "million": 1_000_000, "millions": 1_000_000,
}  # fmt: skip
_WORDS = "ribu(?:an)?|rb|juta(?:an)?|jt|thousands?|millions?"
_HEAD = re.compile(
    rf"""[(\[]\s*(?:dalam|dlm|in|satuan|x|×|\*|')?\s*(?:satuan\s+)?
        (?P<inside>{_WORDS}|k|1[.,]?000|000)\s*(?:orang|followers?|pengikut|teman)?\s*[)\]]
    |\b(?:dalam|dlm|in|satuan)\s+(?:satuan\s+)?(?P<behind>{_WORDS})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SHORT = re.compile(r"([^0-9]{0,20}?)([0-9]{1,2}(?:[.,][0-9]{1,2})?)(\s?\+)?")
"""So few thousands that nothing else can be meant: "1,2", "±0,75", "12+"."""

_SAYS_ITS_UNIT = re.compile(
    r"[0-9]\s?(?:rb|ribu|k|jt|juta|mn?|mio)\b|[0-9]\s*[a-z]{3}", re.IGNORECASE
)
_NAMES = {1_000: "ribu", 1_000_000: "juta"}


def unit_of_head(head: str) -> int:
    """1,000 for "Followers (ribu)" and "Pengikut (dalam ribuan)", 1,000,000 for "(juta)", else 1."""
    found = _HEAD.search(head)
    if found is None:
        return _ONES
    word = (found["inside"] or found["behind"]).casefold()
    return _UNITS[word.replace(".", "").replace(",", "")]


def without_unit(head: str) -> str:
    """The head without what it says of the unit."""
    return _HEAD.sub(" ", head)


def read_count_in(cell: object, unit: int) -> CountReading:
    """Reads a cell below a head that tells the unit, with `written` such that it says the unit too.

    Whoever writes 1200 below "(ribu)" may mean 1,200 or 1,200,000: that is asked.
    """
    if unit not in _NAMES:
        return read_count(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _read_number(float(cell), unit) if 0 <= cell < _LARGEST else read_count(cell)
    plain = read_count(cell)
    if plain.missing in (NoCount.EMPTY, NoCount.NONE) or not isinstance(cell, str):
        return plain
    if _says_all(plain.interval, cell):
        return plain
    short = _SHORT.fullmatch(cell.strip())
    if short is not None:
        return read_count(f"{short[1]}{short[2]} {_NAMES[unit]}{short[3] or ''}")
    return plain if plain.interval is None else _doubtful(plain.interval, cell.strip(), unit)


def _says_all(interval: Interval | None, cell: str) -> bool:
    return (interval is not None and interval.high == 0) or bool(_SAYS_ITS_UNIT.search(cell))


def _read_number(value: float, unit: int) -> CountReading:
    plain = read_count(value)
    if plain.interval is not None and (value == 0 or value >= 100):
        return plain if value == 0 else _doubtful(plain.interval, plain.written, unit)
    thousandfold = round(value * 1_000)
    if (
        unit == 1_000
        and 1_000 <= thousandfold < 100_000
        and len(f"{value:g}".partition(".")[2]) == 3
    ):
        # 1.234 thousand, and 1.234 typed into an English Excel, are the same.
        return CountReading(Interval.of(thousandfold), None, str(thousandfold))
    written = f"{value:g}".replace(".", ",")
    if not 0 < value < 100 or len(written.partition(",")[2]) > 2:
        return _doubtful(None, written, unit)
    return read_count(f"{written} {_NAMES[unit]}")


def _doubtful(interval: Interval | None, written: str, unit: int) -> CountReading:
    choices: tuple[Interval, ...] = ()
    if interval is not None and interval.high is not None:
        larger = Interval(interval.low * unit, interval.high * unit, interval.exact)
        choices = (interval, larger)
    return CountReading(None, NoCount.AMBIGUOUS, f"{written} ({_NAMES[unit]})", choices)
