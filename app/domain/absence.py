"""Tells an empty cell from the statement that there is nothing."""

import re

_BLANKS = frozenset({"", "-", "--", "---", "–", "—", ".", "..", "...", "'", "null", "nan", "none", "nil", "n/a", "na", "?"})

_NOTHING = re.compile(
    r"""^(?:
        (?:tidak|tdk|tak|gak|ga|ngga?k?|belum|blm|blum|belom|kagak)
            [\s.]*(?:ada|punya|memiliki|mempunyai|pnya|pny|py|pakai|pake|menggunakan|aktif\s+memiliki|buat)
            (?:[\s.]*(?:akun|account|medsos|media\s+sosial|ig|fb|instagram|facebook|twitter|x|tiktok|youtube))*
      | (?:nihil|kosong|tanpa\s+akun|no\s+account|does\s+not\s+have|not\s+available|tidak\s+tersedia)
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s\"'(\[]+|[\s\"')\].,;:!]+$")


def is_blank(text: str) -> bool:
    """True for nothing and for the marks that offices put where nothing is (-, null, nan ...)."""
    return text.strip("\u00a0\u200b\ufeff \t\r\n").casefold() in _BLANKS


def says_none(text: str) -> bool:
    """True where a person states that there is no account: "tidak punya", "blm ada akun ig"."""
    return _NOTHING.match(_EDGES.sub("", text.replace("\u00a0", " "))) is not None
