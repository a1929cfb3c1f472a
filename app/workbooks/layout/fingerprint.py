"""The fingerprint of a header: the same layout is known again, however it was typed this time."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from app.domain.dates import month_number

_MONTH = re.compile(r"(?<![^\W_])([^\W\d_]{3,9})(?![^\W\d_])(?:[\s.,'’_-]{0,3}(20\d\d)(?!\d))?")

Texts = Sequence[Sequence[str]]
"""Over each column the words of each level, as `Header.texts`."""


def fingerprint(texts: Texts) -> str:
    """64 hexadecimal digits; "" for a header without a word.

    Case, blanks, line breaks and punctuation do not count. Each letter, each digit, the order of
    the columns and the levels over them do. Columns without a heading at the right edge do not:
    a remark beside the list makes no other layout. Of a month, with its year or without, only
    counts which of several in the header it is: next month it is the same layout.
    """
    # "JAÑ" typed as N and a tilde would look like a month.
    texts = [[unicodedata.normalize("NFKC", text) for text in levels] for levels in texts]
    months = sorted({month for levels in texts for text in levels for month in _months(text)})
    columns = [
        "\n".join(filter(None, (_bare(_without_months(text, months)) for text in levels)))
        for levels in texts
    ]
    while columns and not columns[-1]:
        columns.pop()
    return hashlib.sha256("\t".join(columns).encode()).hexdigest() if columns else ""


def _months(text: str) -> list[tuple[int, int]]:
    """Year (0 where it is not said) and month of each that is named."""
    found = ((month_number(one[1].casefold()), one[2]) for one in _MONTH.finditer(text))
    return [(int(year or 0), month) for month, year in found if month is not None]


def _without_months(text: str, months: Sequence[tuple[int, int]]) -> str:
    """Each month replaced by its place among those of the header, the oldest first."""
    if not months:
        return text

    def place(found: re.Match[str]) -> str:
        month = month_number(found[1].casefold())
        if month is None:
            return found[0]
        return f" bulan {months.index((int(found[2] or 0), month))} "

    return _MONTH.sub(place, text)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Letters and digits only. Folded twice: what folding brings forth may need it again."""
    for _ in range(2):
        text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, text))
