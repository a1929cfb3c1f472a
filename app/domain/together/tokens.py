"""Takes a cell of several accounts apart: platforms, links, names, counts, and the signs between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from app.domain.chat.words import PLATFORMS
from app.domain.count import read_count
from app.domain.counted_on import DAY
from app.domain.handle.links import is_link, read_link
from app.domain.platform import Platform
from app.domain.slip import one_slip


class Kind(Enum):
    """What a token is."""

    LABEL = auto()
    LINK = auto()
    AT = auto()
    COUNT = auto()
    WORD = auto()
    PART = auto()
    """Ends what stands before it: a semicolon, a stroke, the number of a list."""
    LINE = auto()
    WEAK = auto()
    """May end it: a comma, a slash, "dan"."""
    ASKS = auto()
    """A colon, or a dash that stands alone: behind a platform it announces the account."""
    EMAIL = auto()
    DAY = auto()
    """When the counts were read from the accounts."""
    NOISE = auto()
    """Brackets, numbers of telephones, "followers:": they say nothing by themselves."""
    ACCOUNT = auto()
    """ "akun", "username", "nama": before an account they say nothing, behind it they are a part of it."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the text, from `start` to `end`; `platform` None of a label: it is none of ours."""

    kind: Kind
    text: str
    start: int
    end: int
    platform: Platform | None = None


_ELSEWHERE = frozenset(
    """linkedin whatsapp whatsap wa telegram tele line snapchat pinterest blog website web email surel gmail
    hp telp telepon lemon8 helo koo""".split()
)
_NEEDS_A_SIGN = frozenset(
    "x tt tw twit thread line web email surel gmail hp telp telepon wa tele blog helo koo".split()
)
"""Words, and beginnings of names, unless a sign behind them or brackets around them say otherwise."""

_NAMES = sorted({*PLATFORMS, *_ELSEWHERE}, key=len, reverse=True)
_TWO_WORDS = {
    "tik tok": Platform.TIKTOK,
    "you tube": Platform.YOUTUBE,
    "face book": Platform.FACEBOOK,
}
_LONG = ("instagram", "facebook", "twitter", "tiktok", "youtube")
_X = r"x\s*[/(]\s*(?:(?:dulu|d/h|formerly)\s+)?twitter\s*\)?|twitter\s*[/(]\s*x\b\s*\)?|x\s+twitter"
_SIGN = (
    r"(?:±|\+\s?/?\s?-|[~≈≥≤]|[<>]\s?=?|(?:sekitar(?:an)?|sktr|kurang\s+lebih|krg\s+lbh|kira[\s-]kira"
    r"|lebih\s+dari|lbh\s+dari|di\s?atas|minimal|min|hampir|kurang\s+dari|di\s?bawah|maksimal|maks)\b\.?)"
)
_COUNTED = r"(?:pengikut(?:nya)?|foll?ow?wers?|folower|orang|org|teman(?:nya)?|friends?|subscribers?|subs|fans)"
_TOKEN = rf"""
    (?P<mark>(?:(?<=\n)|(?<!.))[ ]*(?:[-–—•*·>▪◦]|(?:[0-9]{{1,2}}|[a-z])[.)])(?=[ ]))
    |(?P<day>\(?\b(?:per|tgl\.?|tanggal|posisi|update)\s+[0-9]{{1,2}}[ /.-][ ]?\w{{1,9}}[ /.-][ ]?(?:20)?[0-9]{{2}}(?![0-9])\)?
        |(?<![\w.,@/-]){DAY}\)?|\(\s*(?:per\s+)?[a-z]{{3,9}}\s20[0-9]{{2}}\s*\)|\bper\s+[a-z]{{3,9}}\s20[0-9]{{2}}(?![0-9]))
    |(?P<email>[\w.+-]+@[\w-]+\.[\w.-]+)
    |(?P<phone>(?<![\w.,])(?:\+?62|0)[ -]?8[0-9](?:[ -]?[0-9]){{7,10}}(?![0-9]))
    |(?P<link>(?:h?tt?pp?s?[ ]?[:;][ ]?/+|www\.)[^\s,;|<>"]+|(?:[a-z0-9-]+\.)+[a-z]{{2,8}}/[^\s,;|<>"]*)
    |(?P<at>@[ ]?\w[\w.\-]*)
    |(?P<x>(?<![\w@.])(?:{_X})(?![\w]))
    |(?P<label>(?<![\w@.])(?:tik\ tok|you\ tube|face\ book|{"|".join(map(re.escape, _NAMES))})(?![\w]|[.\-]\w))
    |(?P<count>(?<![\w.,@])(?:{_SIGN}\s*)?(?>[0-9]+(?:[.,][0-9]+)*)(?:\s?[-–]\s?[0-9][0-9.]*(?!\w))?
        (?:\s?(?:ribu|rb|k|juta|jt|mn|m|b|t)(?:an)?(?!\w)|an(?!\w))?(?!\w)(?:\s?\+)?
        (?:\s?{_COUNTED}(?!\w))?)
    |(?P<line>\n)
    |(?P<part>[;|•·])
    |(?P<weak>[,/\\&+]|(?<!\S)(?:dan|serta|atau|and)(?!\S))
    |(?P<asks>[:=]|(?<!\S)[-–—>]+(?!\S))
    |(?P<noise>[()\[\]{{}}<>"'“”‘’*!.])
    |(?P<word>[^\s,;|/\\&+:=()\[\]{{}}<>"“”•·]+)
    """
_SMALL = dict.fromkeys(
    """follower followers folower folowers pengikut pengikutnya teman temannya friend friends subscriber
    subscribers subs jumlah jml jmlh jlh total sebanyak dengan dgn yaitu adalah""".split(),
    Kind.NOISE,
) | dict.fromkeys(
    """akun akunnya account username user nama name link url tautan profil profile id media sosial medsos
    sosmed saya sy nya""".split(),
    Kind.ACCOUNT,
)

_AFTER_A_LABEL = re.compile(r"\s*(?:[:=]|[-–—]\s|\(?\s*@|\+?[0-9]{8})")
_DIGITS_FOLLOW = re.compile(r"\s+[0-9]")


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a cleaned text, in order; it has plain blanks and one sign for a new line."""
    has_marks = re.match(r"\s*[0-9]{1,2}[.)]\s", text) is not None
    for found in _pattern().finditer(text):
        yield _token(found, text, has_marks=has_marks)


@cache
def _pattern() -> re.Pattern[str]:
    """Made with the first cell: at the start of the program nobody waits for it."""
    return re.compile(_TOKEN, re.VERBOSE | re.IGNORECASE)


def _token(found: re.Match[str], text: str, *, has_marks: bool) -> Token:
    start, end, written = found.start(), found.end(), found[0]
    kind, platform = Kind.WORD, None
    match found.lastgroup:
        case "mark" | "part":
            kind = Kind.PART if found.lastgroup == "part" or start else Kind.NOISE
        case "phone" | "noise":
            kind = Kind.NOISE
        case "day" | "asks" | "email" | "at" | "line" | "weak":
            kind = Kind[found.lastgroup.upper()]
        case "link" if is_link(written):
            written = written.rstrip(").]")
            kind, end = Kind.LINK, start + len(written)
            platform = read_link(written, None).platform
        case "x":
            kind, platform = Kind.LABEL, Platform.X
        case "label":
            kind, platform = _label(written, text, start, end)
        case "count":
            kind = _count(written, text, end, has_marks=has_marks)
        case "word":
            kind, platform = _word(written, text, end)
    return Token(kind, written, start, end, platform)


def _label(written: str, text: str, start: int, end: int) -> tuple[Kind, Platform | None]:
    word = " ".join(written.casefold().split())
    if word in _NEEDS_A_SIGN and not _AFTER_A_LABEL.match(text, end):
        in_brackets = text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]")
        if not (in_brackets or (written == "X" and _DIGITS_FOLLOW.match(text, end))):
            return Kind.WORD, None
    return Kind.LABEL, _TWO_WORDS.get(word) or PLATFORMS.get(word)


def _count(written: str, text: str, end: int, *, has_marks: bool) -> Kind:
    if has_marks and len(written) <= 2 and re.match(r"[.)]\s", text[end : end + 2]):
        return Kind.PART
    reading = read_count(written)
    return Kind.COUNT if reading.interval is not None or reading.proposals else Kind.WORD


def _word(written: str, text: str, end: int) -> tuple[Kind, Platform | None]:
    word = written.casefold()
    small = _SMALL.get(word.strip("."))
    if small is not None:
        return small, None
    if len(word) >= 5 and _AFTER_A_LABEL.match(text, end):
        meant = next((known for known in _LONG if one_slip(word, known)), None)
        if meant is not None:
            return Kind.LABEL, PLATFORMS[meant]
    return Kind.WORD, None
