"""Names of units: the key by which two spellings are one name, and the numbers inside."""

import re
import unicodedata
from functools import lru_cache

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_COUNTED = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()
_FILLERS = frozenset({"dan", "and"})
"""Left out, as a comma or an ampersand is in their place."""

_IN_FULL = {
    short: full.split()
    for full, shorts in {
        "dinas": "din dns dis",
        "badan": "bdn ban",
        "kecamatan": "kec kecam",
        "kelurahan": "kel",
        "kabupaten": "kab",
        "provinsi": "prov propinsi",
        "sekretariat": "sekr sekret",
        "sekretariat daerah": "setda",
        "sekretariat dewan perwakilan rakyat daerah": "setwan",
        "dewan perwakilan rakyat daerah": "dprd",
        "inspektorat": "insp inspekt",
        "bagian": "bag bagn",
        "bidang": "bid bdg",
        "sub bagian": "subbag subbagian",
        "sub bidang": "subbid subbidang",
        "sumber daya manusia": "sdm",
        "rumah sakit": "rs",
        "rumah sakit umum daerah": "rsud",
        "satuan polisi": "satpol",
        "pusat kesehatan masyarakat": "puskesmas pusk",
        "sekolah dasar": "sd",
        "sekolah dasar negeri": "sdn",
        "sekolah menengah pertama": "smp",
        "sekolah menengah pertama negeri": "smpn",
        "sekolah menengah atas": "sma",
        "sekolah menengah atas negeri": "sman",
        "sekolah menengah kejuruan": "smk",
        "sekolah menengah kejuruan negeri": "smkn",
    }.items()
    for short in shorts.split()
}
"""Short forms that stand for one thing in the name of a unit, and for nothing else there."""

_SCHOOLS = frozenset({"sd", "smp", "sma", "smk"})


@lru_cache(maxsize=16_384)
def fold_unit(text: str) -> str:
    """The key for comparing; "" where the text has no letter and no digit.

    Case, punctuation, blanks, "dan" and "&", usual short forms (Din., Kab., SDM, RSUD, SDN) and
    zeros before a number do not count. Nothing else is forgiven: such names are one name.
    """
    words: list[str] = []
    before = ""
    for word in _WORDS.findall(unicodedata.normalize("NFKC", text).casefold()):
        if word == "n" and before in _SCHOOLS:
            words.append("negeri")
        elif word == "pp" and before == "satpol":
            words += ("pamong", "praja")
        elif word not in _FILLERS:
            plain = word.lstrip("0") or "0" if word.isdigit() else word
            words += _IN_FULL.get(plain, [plain])
        before = word
    return " ".join(words)


@lru_cache(maxsize=16_384)
def words_and_numbers(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A folded name apart: its words, and the numbers and lone letters between them.

    Numbers are what tells SD 1 from SD 2, II from III, Kelas A from Kelas B, Satu from Dua.
    """
    words, numbers = [], []
    for word in key.split():
        number = _number(word)
        if number:
            numbers.append(number)
        else:
            words.append(word)
    return tuple(words), tuple(numbers)


def _number(word: str) -> str:
    if _ROMAN.fullmatch(word):
        return str(_value(word))
    if word in _COUNTED:
        return str(_COUNTED.index(word) + 1)
    return word if word.isdigit() or len(word) == 1 else ""


def _value(roman: str) -> int:
    total = 0
    for place, letter in enumerate(roman):
        worth = _ROMAN_VALUES[letter]
        less = any(_ROMAN_VALUES[after] > worth for after in roman[place + 1 :])
        total += -worth if less else worth
    return total
