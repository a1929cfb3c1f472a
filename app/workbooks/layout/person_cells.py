"""The cells of a person that are no number and no account: names, ranks, units, consent."""

import re
import unicodedata
from functools import lru_cache

from app.domain.absence import ERROR_VALUES
from app.domain.dates import without_birth, without_date
from app.domain.name import is_plain_name, split_titles
from app.domain.name_and_nip import split_name_and_nip
from app.domain.nik import without_nik
from app.domain.nip import NipFlaw, is_plain_nip, read_nip
from app.domain.odd_text import without_invisible
from app.domain.person import Consent

_BLANK_TEXTS = frozenset({"", "-", "–", "'", "null", "nan", "none", "0"}) | ERROR_VALUES
_REFUSAL = re.compile(r"\b(?:tidak|tdk|tak|menolak|belum|no|not)\b", re.IGNORECASE)
_AGREEMENT = re.compile(r"\b(?:ya|bersedia|setuju|yes|agrees?|boleh|menyetujui|y)\b", re.IGNORECASE)


_LIST_NUMBER = re.compile(r"^\(?[0-9]{1,4}[.)]\s*(?=[^\W\d_])")
"""The number of a row that stands before the name: "12. Galih Rangga"."""

_SURE = 1e16
"""From here on a double cannot hold every whole number."""


NipOfRow = tuple[str | None, NipFlaw | None, str, str | None]
"""Digits, flaw, what a flawed cell says, and its first 15 digits: as in `RosterRow`."""


def consent_of(cell: object) -> Consent | None:
    """What a person agreed to; None where the cell does not say."""
    text = clean(cell)
    if _REFUSAL.search(text):
        return Consent.REFUSED
    return Consent.GIVEN if _AGREEMENT.search(text) else None


def clean(cell: object) -> str:
    """A cell as one line of text: NFC, nothing invisible, whole numbers without their ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        # Of so long a number the last digits are made up: it must not look like one that is typed.
        return str(int(cell)) if abs(cell) < _SURE else f"{int(cell)}.0"
    text = cell if isinstance(cell, str) else str(cell)
    if text.isascii() and "  " not in text and "\n" not in text and "\t" not in text:
        return text.strip()
    return " ".join(without_invisible(unicodedata.normalize("NFC", text)).split())


@lru_cache(maxsize=8192)
def person_text(cell: object) -> str:
    """A text to keep; empty for a mark of emptiness. Ranks and units repeat: most are known."""
    text = without_nik(clean(cell))
    return "" if text.casefold() in _BLANK_TEXTS else text


@lru_cache(maxsize=8192)
def text_without_date(cell: object) -> str:
    """As `person_text`, without the day since when it holds."""
    return without_date(person_text(cell))


def _without_birth(cell: object) -> object:
    return without_birth(cell) if isinstance(cell, str) else cell


def put_name(cell: object, texts: dict[str, str]) -> None:
    """Puts the name of a cell into `texts`, its titles apart; nothing where there is none."""
    if isinstance(cell, str) and is_plain_name(cell):
        texts["name"] = cell
        return
    name = _LIST_NUMBER.sub("", without_nik(clean(_without_birth(cell))))
    if name.casefold() in _BLANK_TEXTS:
        return
    front, bare, back = split_titles(name)
    texts["name"] = bare or name
    if front:
        texts["title_front"] = front
    if back:
        texts["title_back"] = back


def put_name_and_nip(cell: object, texts: dict[str, str], *, with_position: bool) -> NipOfRow:
    """Takes apart a cell of both; `with_position`: its head says that a post stands below them."""
    parts = split_name_and_nip(cell if isinstance(cell, str) else clean(cell))
    if parts.rank:
        texts["rank"] = clean(parts.rank)
    if with_position and (position := person_text(parts.behind)):
        texts["position"] = position
    put_name(clean(parts.name), texts)
    return nip_of(parts.nip)


def nip_of(cell: object) -> NipOfRow:
    """What the cell of a number is worth."""
    if isinstance(cell, str) and is_plain_nip(cell):
        return cell, None, "", None
    reading = read_nip(cell)
    if reading.nip is not None:
        return reading.nip.digits, None, "", None
    return None, reading.flaw, reading.written, reading.first15
