"""Follower counts: what people write for them, as the interval it can mean.

Grammar: reference/domain.md section 7 and the docstring of the invented rosters. ASCII digits
only: Python's own `int` and `float` accept full-width digits, underscores, and read 1.234 as 1.234.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache

from app.domain.absence import is_blank, says_none
from app.domain.count_range import range_of
from app.domain.counted_on import split_counted_on
from app.domain.nik import without_nik
from app.domain.whole_number import whole_number

HIGHEST = 999_999_999
"""No account on earth has as many; a larger number is a slip (a phone number, a NIK)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All counts that one written value can mean. `high` None: no upper end ("500+")."""

    low: int
    high: int | None
    exact: bool

    @classmethod
    def of(cls, value: int) -> "Interval":
        """A count that is known to the last follower."""
        return cls(value, value, exact=True)


class NoCount(StrEnum):
    """Why a cell gives no count. Missing is never 0."""

    EMPTY = "empty"
    NONE = "none"
    """Stated: there is no account."""
    NOT_A_COUNT = "not_a_count"
    """Something stands there ("private", a date, a link) that is no number of followers."""
    AMBIGUOUS = "ambiguous"
    """A number, but which: 1.5, 1.234 rb, a number cell 1.234."""


@dataclass(frozen=True, slots=True)
class CountReading:
    """What one cell says: an interval, or why there is none.

    `proposals` are the readings to choose from where the cell is ambiguous.
    `million_meant`: "M" was read as million although it is miliar in Indonesian: to be warned of.
    """

    interval: Interval | None
    missing: NoCount | None
    written: str
    proposals: tuple[Interval, ...] = ()
    million_meant: bool = False


def read_count(cell: object) -> CountReading:
    """Reads one cell of any type; never raises."""
    if isinstance(cell, str):
        whole = plain_count(cell)
        return _read_text(cell) if whole is None else CountReading(Interval.of(whole), None, cell)
    if cell is None:
        return CountReading(None, NoCount.EMPTY, "")
    if isinstance(cell, bool | date | datetime) or not isinstance(cell, int | float):
        return CountReading(None, NoCount.NOT_A_COUNT, str(cell))
    return _read_number(cell)


def plain_count(cell: object) -> int | None:
    """The count in a cell that is a whole number or its digits; None asks `read_count`.

    Where it gives a count, `read_count` gives the same one, exact, and says nothing else.
    """
    if isinstance(cell, str):
        digits = cell.isascii() and cell.isdigit() and len(cell) <= 9
        return int(cell) if digits and (cell[0] != "0" or cell == "0") else None
    if isinstance(cell, float):
        return int(cell) if 0 <= cell <= HIGHEST and cell.is_integer() else None
    return None


@lru_cache(maxsize=8192)
def _read_number(value: float) -> CountReading:
    if value != value or value < 0 or value > HIGHEST:
        return CountReading(None, NoCount.NOT_A_COUNT, f"{value:g}")
    whole = int(value)
    if whole == value:
        return CountReading(Interval(whole, whole, True), None, str(whole))
    # 1.500 typed in an English Excel becomes 1.5, and so does 1,5 (rb): times 1000 fits both.
    thousandfold = round(value * 1000)
    return CountReading(
        None, NoCount.AMBIGUOUS, f"{value:g}", (Interval.of(thousandfold),) if thousandfold else ()
    )


_SPACES = re.compile(r"[\s\u00a0\u202f\u2007\u2009]+")
_TWO_LINES = re.compile(r"(?<=[0-9])[^\S\n]*\n\s*(?=[0-9])")
"""Two numbers below each other; a blank between them would make them one ("1 234")."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))

_WORD = (
    r"(?:pengikut(?:nya)?|foll?ow?wers?|folower|orang|org|teman(?:nya)?|friends?|subscribers?|subs"
    r"|fans|flwr?s?|foll?s?\.?|akun|viewers?)"
)
_SPEAKS_OF_FOLLOWERS = re.compile(rf"{_WORD}(?![a-z])", re.IGNORECASE)
_PREFIX_WORD = r"(?:(?:jumlah|jml|total|ada|punya|ig|instagram|fb|facebook|x|twitter|tiktok|tt|yt|youtube)\s*)*"
_SHAPE = rf"""^(?:{_PREFIX_WORD}{_WORD}?\s*(?:[:=]\s*)?)?
    (?P<sign>±|\+\s?/?\s?-|~|≈|>\s?=|≥|>|<\s?=|≤|<
        |sekitar(?:an)?|sktr|kurang\slebih|krg\slbh|kira[\s-]?kira|kira[\s-]?2|k\.?l\.|\bca\.?|about|approx\.?
        |lebih(?:\sdari)?|lbh(?:\sdari)?|di\s?atas|more\sthan|over
        |minimal|min\.?|paling\ssedikit|setidaknya|at\sleast
        |kurang\sdari|krg\sdari|di\s?bawah|less\sthan|under
        |maksimal|maks\.?|paling\sbanyak|hampir|at\smost)?
    \s*(?P<number>[0-9][0-9.,\s]*?)
    \s*(?P<unit>rb|ribu|k|jt|juta|mn|mio|miliar|milyar|m|b|triliun|t)?\.?
    \s*(?P<plus>\+|lebih|ke\s?atas|up\b|(?:-\s?)?an)?
    \s*(?P<word>{_WORD}(?:\s(?:ig|fb|x|twitter|instagram|facebook|tiktok|youtube))?)?\s*[.,;]?$"""


@cache
def _shape() -> re.Pattern[str]:
    """Made with the first count: it takes as long as loading fifty modules."""
    return re.compile(_SHAPE, re.VERBOSE | re.IGNORECASE)


_ABOUT = "about"
_ABOVE = "above"
_AT_LEAST = "at_least"
_BELOW = "below"
_AT_MOST = "at_most"

_UNITS = {"rb": 1_000, "ribu": 1_000, "k": 1_000} | dict.fromkeys(
    ("jt", "juta", "m", "mn", "mio"), 1_000_000
)


# "1,2 rb" comes a thousand times in a roster; plain digits have their own way above.
@lru_cache(maxsize=8192)
def _read_text(cell: str) -> CountReading:
    cell = _TWO_LINES.sub(" ; ", cell.translate(_INVISIBLE))
    written = without_nik(_SPACES.sub(" ", cell).strip())
    text = written.lstrip("'’‘`").strip()
    if is_blank(text):
        return CountReading(None, NoCount.EMPTY, written)
    if says_none(text):
        return CountReading(None, NoCount.NONE, written)
    return _read_phrase(_bare(_followers_part(text)), written)


_WHEN_COUNTED = re.compile(
    r"\s*[(\[,;]?\s*\b(?:per|tgl\.?|tanggal|posisi|data|update)\s[^()]*[0-9][^()]*[)\]]?$"
    r"|\s*\([a-z]{3,9}\s20[0-9]{2}\)$",
    re.IGNORECASE,
)
"""The day behind a count: "512 (per 1 Nov)"."""


def _followers_part(text: str) -> str:
    """Of "2,1 jt pengikut · 500 rb suka" the part that speaks of followers."""
    text, _ = split_counted_on(text)
    text = _WHEN_COUNTED.sub("", text) or text
    parts = [part.strip() for part in re.split(r"[·•|;]|,\s", text)]
    speaking = [part for part in parts if _SPEAKS_OF_FOLLOWERS.search(part)]
    return speaking[0] if len(parts) > 1 and len(speaking) == 1 else text


_REMARK = re.compile(r"\s*\((?!\s*(?:rb|ribu|k|jt|juta|m)\s*\))[^()0-9]+\)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([0-9][^()]*)\)")


def _bare(text: str) -> str:
    """Without what offices put around a number: "512,-", "512*", "(512)", "512 (IG)"."""
    text = _REMARK.sub("", text.rstrip("*) ") if text.endswith(("*", "*)")) else text)
    inside = _IN_BRACKETS.fullmatch(text)
    return inside[1] if inside else text.removesuffix(",-").removesuffix(".-")


def _read_phrase(text: str, written: str) -> CountReading:
    shape = _shape().match(text)
    if shape is None:
        return _read_range(text, written)
    number, unit = shape["number"].strip(), (shape["unit"] or "").casefold()
    scale = _UNITS.get(unit)
    if unit and scale is None:
        return CountReading(None, NoCount.AMBIGUOUS, written)  # miliar, b, t: nobody has as many
    reading = _scaled(number, scale, written) if scale else _unscaled(number, written)
    if reading.interval is None:
        return reading
    bound = _bound(shape["sign"], shape["plus"])
    if shape["sign"] == "≈" and scale:
        # So our own reports mark what a platform rounded: that interval, and no wider one.
        bound = None
    interval = _bounded(reading.interval, bound)
    if interval.low > HIGHEST:
        return CountReading(None, NoCount.NOT_A_COUNT, written)
    return CountReading(interval, None, written, million_meant=unit == "m")


def _read_range(text: str, written: str) -> CountReading:
    ends = range_of(text)
    if ends is None or ends[1] > HIGHEST:
        return CountReading(None, NoCount.NOT_A_COUNT, written)
    return CountReading(Interval(ends[0], ends[1], exact=False), None, written)


def _unscaled(number: str, written: str) -> CountReading:
    """Whole numbers, grouped or not; zero decimals are what a spreadsheet prints."""
    number = number.replace(" ", "\u00a0")
    whole = whole_number(number)
    if whole is not None:
        return CountReading(Interval.of(whole), None, written)
    grouped = re.fullmatch(r"(.+?)([.,])00?", number)
    if grouped and grouped[2] not in grouped[1]:
        whole = whole_number(grouped[1])
        if whole is not None:
            return CountReading(Interval.of(whole), None, written)
    fraction = re.fullmatch(r"([0-9]{1,3})[.,]([0-9]{1,2})", number)
    if fraction:
        thousandfold = int(fraction[1]) * 1000 + int(fraction[2].ljust(3, "0"))
        return CountReading(None, NoCount.AMBIGUOUS, written, (Interval.of(thousandfold),))
    return CountReading(None, NoCount.NOT_A_COUNT, written)


def _scaled(number: str, scale: int, written: str) -> CountReading:
    """A shortened count: rounded or cut off, so the widest interval of both."""
    shape = re.fullmatch(r"([0-9]{1,7})(?:[.,]([0-9]{1,3}))?", number)
    if shape is None:
        return CountReading(None, NoCount.NOT_A_COUNT, written)
    decimals = shape[2] or ""
    if len(decimals) == 3 and scale == 1_000:
        plain = int(shape[1] + decimals)
        choices = (Interval.of(plain), Interval.of(plain * 1_000))
        return CountReading(None, NoCount.AMBIGUOUS, written, choices)
    step = scale // 10 ** len(decimals)
    value = int(shape[1] + decimals) * step
    return CountReading(Interval(max(0, value - step // 2), value + step - 1, False), None, written)


_BOUNDS = {
    word: bound
    for bound, words in {
        _ABOVE: "> | lebih dari | lbh dari | lebih | lbh | di atas | diatas | more than | over",
        _AT_LEAST: "> = | >= | ≥ | minimal | min | paling sedikit | setidaknya | at least",
        _BELOW: "< | kurang dari | krg dari | di bawah | dibawah | less than | under | hampir",
        _AT_MOST: "< = | <= | ≤ | maksimal | maks | paling banyak | at most",
    }.items()
    for word in words.split(" | ")
}
"""What stands before a number and says more than "about"."""

_BOUNDS_BEHIND = {"an": _ABOUT} | dict.fromkeys(
    ("+", "lebih", "ke atas", "keatas", "up"), _AT_LEAST
)


def _bound(sign: str | None, plus: str | None) -> str | None:
    words = " ".join((sign or "").casefold().split()).rstrip(".")
    if words:
        return _BOUNDS.get(words, _ABOUT)
    return _BOUNDS_BEHIND.get((plus or "").casefold().strip("- "))


def _bounded(interval: Interval, bound: str | None) -> Interval:
    low, high = interval.low, interval.high
    if bound is None or high is None:
        return interval
    if bound == _ABOUT:
        return Interval(low * 9 // 10, -(-high * 11 // 10), False)
    if bound == _ABOVE:
        return Interval(low + 1, None, False)
    if bound == _AT_LEAST:
        return Interval(low, None, False)
    return Interval(0, max(0, high - 1) if bound == _BELOW else high, False)
