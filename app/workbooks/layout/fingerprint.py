"""The fingerprint of a header: the same layout is known again, however it was typed this time."""

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

Texts = Sequence[Sequence[str]]
"""Over each column the words of each level, as `Header.texts`."""


def fingerprint(texts: Texts) -> str:
    """64 hexadecimal digits; "" for a header without a word.

    Case, blanks, line breaks and punctuation do not count. Each letter, each digit, the order of
    the columns and the levels over them do. Columns without a heading at the right edge do not:
    a remark beside the list makes no other layout.
    """
    columns = ["\n".join(filter(None, map(_bare, levels))) for levels in texts]
    while columns and not columns[-1]:
        columns.pop()
    return hashlib.sha256("\t".join(columns).encode()).hexdigest() if columns else ""


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Letters and digits only. Folded twice: what folding brings forth may need it again."""
    for _ in range(2):
        text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, text))
