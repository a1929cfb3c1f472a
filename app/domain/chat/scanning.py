"""Takes one line apart: words, platforms, accounts, counts, and the signs between them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from unicodedata import category, normalize

from app.domain.chat.words import PLATFORMS
from app.domain.dates import month_number, read_date
from app.domain.degrees import is_degree
from app.domain.handle import Handle, read_handle
from app.domain.nik import without_nik
from app.domain.platform import Platform


class Kind(Enum):
    """What an atom of a line is."""

    WORD = "word"
    TITLE = "title"
    PLATFORM = "platform"
    HANDLE = "handle"
    COUNT = "count"
    BREAK = "break"
    """A sign that parts statements: comma, semicolon, stroke, "dan"."""
    LINK = "link"
    """A sign that joins: colon, dash, equals, bracket."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece; `platform` and `handle` where it has one."""

    kind: Kind
    text: str
    platform: Platform | None = None
    handle: Handle | None = None


@dataclass(frozen=True, slots=True)
class Scanned:
    """A line taken apart; `nip` has 18 digits or none."""

    atoms: tuple[Atom, ...]
    nip: str = ""
    day: date | None = None


_KEYCAP = re.compile(r"^\s*(?:[0-9]\ufe0f?\u20e3)+\s*[.)]?")
_NUMBERING = re.compile(
    r"^\s*[-*•·▪◦●►➤✓✔☑>]*\s*(?:no\.?\s*)?\(?[0-9]{1,3}(?:\s*[.)\]:/-]+\s*|\s+)(?=[^\W\d_]|[*_@\"'])"
)
_NIP = re.compile(r"(?<![0-9])[12][0-9](?:[ .\-]?[0-9]){16}(?![0-9])")
_PHONE = re.compile(r"(?<![\w.,])(?:\+?62|0)[\s-]?8[0-9](?:[\s-]?[0-9]){7,10}(?![0-9])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_CLOCK = re.compile(
    r"\b(?:jam|pukul|pkl)\.?\s*[0-9]{1,2}[.:][0-9]{2}(?:\s*wi[bt]a?)?\b"
    r"|\b[0-9]{1,2}[.:][0-9]{2}\s*wi[bt]a?\b",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\bhari\s+(?:ini|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b", re.IGNORECASE
)
_DATE = re.compile(
    r"(?<![\w.,/-])(?:[0-9]{1,2}([/-])[0-9]{1,2}\1(?:20)?[0-9]{2}|20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2}|[0-9]{1,2}\s+(?P<month>[a-z]{3,9})\.?\s+20[0-9]{2})"
    r"(?![\w/-])",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    r"\b(?:per|pertanggal|tgl|tanggal)\b\.?\s*(?:tgl|tanggal)?\.?\s*(?P<day>[0-9]{1,2})"
    r"(?:\s*[/-]\s*(?P<number>[0-9]{1,2})|\s+(?P<month>[a-z]{3,9}))(?![\w/-])",
    re.IGNORECASE,
)
"""A day without its year, believed only behind a word that announces it."""

_MONTH = re.compile(r"\b(?P<month>[a-z]{3,9})\s+20[0-9]{2}\b", re.IGNORECASE)
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*(?:[ ]?(?:rb|ribu|k))?\s?"
_MEASURES = (
    r"kiriman|posts?|postingan|mengikuti|following|followings|diikuti|suka|likes?|tayangan|views?"
    r"|akun|kali|x\s+tayang"
)
# "120 kiriman 1.234 pengikut 560 mengikuti": an account as the app shows it; only followers count.
_OTHER_AFTER = re.compile(rf"(?<![\w.,]){_NUMBER}(?:{_MEASURES})\b", re.IGNORECASE)
_OTHER_BEFORE = re.compile(
    rf"\b(?:mengikuti|following|diikuti|kiriman|postingan|post|likes?)\s*[:=]\s*{_NUMBER}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b((?:sd|smp|sma|smk|mts|mi|ma|tk|paud)n?|negeri|puskesmas|pkm|wilayah|wil|korwil|zona)"
    r"\.?\s*([0-9]{1,2})(?![0-9.,])",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"[0-9.,]+\s?%")
_ON_BEHALF = re.compile(r"\b(?:a\s?/\s?n|a\.\s?n)\b\.?\s*:?|^\s*an\.\s*|\batas\s+nama\b", re.I)

_COUNTED = r"pengikut(?:nya)?|foll?owers?|flwr?s?|foll|orang|org|teman|friends?|subs(?:cribers?)?"
"""May be glued to a count: "500followers"."""

_PLATFORM_WORDS = "|".join(sorted(PLATFORMS, key=len, reverse=True))
_SIGN = (
    r"(?:±|\+\s?/?\s?-|[~≈≥≤]|[<>]\s?=?|(?:sekitar(?:an)?|sktr|kurang\s+lebih|krg\s+lbh"
    r"|kira[\s-]kira|lebih\s+dari|lbh\s+dari|di\s?atas|minimal|min|hampir|kurang\s+dari"
    r"|di\s?bawah|maksimal|maks)\b\.?)\s*"
)
_NONE = (
    r"(?:tidak|tdk|tak|ga|gak|gk|nggak|enggak|ngga|belum|blm|blom|tanpa)\s*"
    r"(?:punya|ada|pny|memiliki|mempunyai|py|akun)(?:\s+akun(?:nya)?)?|nihil|zonk"
)
_ATOM = re.compile(
    rf"""
    (?P<link>https?://\S+|www\.\S+|(?:m\.)?(?:instagram|facebook|fb|twitter|x|tiktok|youtube
        |threads)\.(?:com|net|me)/\S+)
    |(?P<handle>@\s?[\w][\w.\-]*)
    |(?P<none>\b(?:{_NONE})\b)
    |(?P<platform>(?<![\w])(?:tik\s?tok|you\s?tube|(?:x|twitter)\s?/\s?(?:twitter|x)
        |{_PLATFORM_WORDS})(?=[\W\d]|$)(?!\.\w|['’]))
    |(?P<count>(?<![\w])(?:{_SIGN})?
        (?>[0-9]+(?:[.,]+[0-9]+)*)
        (?:\s?[-–]\s?[0-9][0-9.]*(?![\w]))?
        (?:\s?(?:ribu|rb|k|juta|jt|mio|mn|miliar|milyar|triliun|m|b|t)(?:an)?|an)?
        (?:(?![^\W\d])|(?=(?:{_COUNTED})\b)) (?:\s?\+|\s+lebih\b)?)
    |(?P<word>[^\W\d](?:[\w'’`]|[.\-](?=\w))*\.?)
    |(?P<digits>[0-9]\w*)
    |(?P<sign>[,;|/&\n]|[:=()\[\]\-–—])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GLUED_PLATFORM = re.compile(rf"(?<!\w)({_PLATFORM_WORDS})(?=[0-9@])", re.IGNORECASE)
_BREAKS = frozenset(",;|/&\n")
_JOINS = frozenset(("dan", "serta", "&"))
_HANDLE_SHAPE = re.compile(r"(?=.*[0-9_.])[\w.]*[^\W_][\w.]*")


def cleaned_line(line: str) -> str:
    """Plain letters and blanks, without emoji, formatting signs and the number of a citizen."""
    text = line
    if not line.isascii():
        text = normalize("NFKC", _KEYCAP.sub("", line))
        text = "".join(" " if _is_picture(c) else c for c in text)
    text = without_nik_only(text)
    return re.sub(r"[ \t\u00a0\u202f\u2007\u2009]+", " ", text.replace("*", " ")).strip()


def without_nik_only(text: str) -> str:
    """Without 16-digit numbers; one of 18 digits is a NIP and stays."""
    if _NIP.search(text):
        parts = _NIP.split(text)
        kept = [*_NIP.findall(text), ""]
        return "".join(without_nik(p) + " " + k + " " for p, k in zip(parts, kept, strict=True))
    return without_nik(text)


def scan(line: str, today: date) -> Scanned:
    """Takes a cleaned line apart; never raises. A day without a year is not after `today`."""
    nip, text = _take_nip(_without_numbering(line))
    day, text = _take_day(text)
    if day is None:
        day, text = _take_short_day(text, today)
    for noise in (
        _EMAIL,
        _PHONE,
        _CLOCK,
        _TODAY,
        _OTHER_BEFORE,
        _OTHER_AFTER,
        _PERCENT,
        _ON_BEHALF,
    ):
        text = noise.sub(" ", text)
    text = _NUMBERED.sub(r"\1\2", text)
    text = _GLUED_PLATFORM.sub(r"\1 ", text)
    shouted = text.upper() == text
    atoms: list[Atom] = []
    for found in _ATOM.finditer(text):
        atom = _atom(found, atoms, shouted=shouted)
        if atom is not None:
            atoms.append(atom)
    return Scanned(tuple(atoms), nip, day)


def _without_numbering(line: str) -> str:
    """Without the number of a list; the day of "15 Okt 2026 Budi ig 500" is none."""
    opening = _DATE.match(line)
    if opening is not None and read_date(opening[0]) is not None:
        return line
    return _NUMBERING.sub("", line, count=1)


def _atom(found: re.Match[str], before: list[Atom], *, shouted: bool) -> Atom | None:
    written = found[0].strip()
    match found.lastgroup:
        case "link":
            reading = read_handle(written, None)
            handle = reading.handle
            return Atom(Kind.HANDLE, written, handle.platform if handle else None, handle)
        case "handle":
            return Atom(Kind.HANDLE, written.replace(" ", ""))
        case "none":
            return Atom(Kind.COUNT, "tidak punya")
        case "platform":
            return Atom(Kind.PLATFORM, written, _platform(written))
        case "count":
            return Atom(Kind.COUNT, " ".join(written.split()))
        case "sign":
            return Atom(Kind.BREAK if found[0] in _BREAKS else Kind.LINK, found[0])
    if written.casefold() in _JOINS:
        return Atom(Kind.BREAK, written)
    plain = written.rstrip(".")
    if _is_title(written, shouted=shouted):
        return Atom(Kind.TITLE, plain)
    if _names_account(plain, before):
        return Atom(Kind.HANDLE, plain)
    return Atom(Kind.WORD, plain)


def _platform(written: str) -> Platform:
    letters = re.sub(r"[^a-z]", "", written.casefold())
    return PLATFORMS.get(letters, Platform.X)


def _is_title(word: str, *, shouted: bool) -> bool:
    return "." in word and is_degree(word, shouted)


def _names_account(word: str, before: list[Atom]) -> bool:
    """A name of an account without @ stands right behind its platform: "IG: budi_s"."""
    behind = [atom for atom in before[-2:] if atom.kind is not Kind.LINK]
    follows = bool(behind) and behind[-1].kind is Kind.PLATFORM
    return follows and _HANDLE_SHAPE.fullmatch(word) is not None


def _take_nip(text: str) -> tuple[str, str]:
    found = _NIP.search(text)
    if found is None:
        return "", text
    digits = re.sub(r"[^0-9]", "", found[0])
    return digits, f"{text[: found.start()]} {text[found.end() :]}"


def _take_day(text: str) -> tuple[date | None, str]:
    """The day said in a line ("per 20/11/2026"); a month alone is taken out and says no day."""
    day = None
    for found in _DATE.finditer(text):
        month = found["month"]
        if month is None or month_number(month.casefold()) is not None:
            day = read_date(found[0]) or day
            text = text.replace(found[0], " ", 1)
    for found in _MONTH.finditer(text):
        if month_number(found["month"].casefold()) is not None:
            text = text.replace(found[0], " ", 1)
    return day, text


def _take_short_day(text: str, today: date) -> tuple[date | None, str]:
    found = _SHORT_DATE.search(text)
    if found is None:
        return None, text
    word = found["month"]
    month = month_number(word.casefold()) if word else int(found["number"])
    if month is None:
        return None, text
    for year in (today.year, today.year - 1):
        day = read_date(f"{found['day']}/{month}/{year}")
        if day is not None and day <= today:
            return day, text.replace(found[0], " ", 1)
    return None, text


def _is_picture(letter: str) -> bool:
    if letter <= "\u00ff" or letter in "–—’‘“”≈≥≤±…•\n":
        return False
    return category(letter) in ("So", "Sk", "Cf", "Cs", "Co", "Cn", "Mn", "Cc", "Me", "Sm")
