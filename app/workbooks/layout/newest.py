"""Which of several counts of one platform is the newest, from the words of their heads."""

import re
from collections.abc import Sequence

from app.domain.dates import month_number
from app.domain.head_day import day_of_head
from app.workbooks.layout.words import normal

_LATER = frozenset(
    "akhir sesudah setelah ini terbaru terakhir sekarang terkini baru current verifikasi realisasi".split()
)
_EARLIER = frozenset("awal sebelum sebelumnya lalu kemarin previous".split())
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPANS = frozenset(
    "bulan minggu pekan tahun triwulan kuartal semester periode tahap data posisi kondisi".split()
)
_DATE = re.compile(r"\b[0-3]?\d ([01]?\d) (20\d\d)\b", re.ASCII)


def speaks_of_time(word: str) -> bool:
    """Whether a word of a head only says when: "okt", "2026", "lalu", "triwulan", "iii"."""
    if word.isdigit() or month_number(word) is not None:
        return True
    return word in _LATER or word in _EARLIER or word in _SPANS or word in _QUARTERS


Newness = tuple[int, int, int, int]


def newness(texts: Sequence[str]) -> Newness:
    """Year, month (or quarter), day and stage of a head, each 0 where it is not said; more is newer."""
    said = normal(" ".join(texts))
    words = said.split()
    dated = _DATE.search(said)
    years = [int(word) for word in words if len(word) == 4 and word.isdigit()]
    months = [month for month in map(month_number, words) if month is not None]
    if dated is not None:
        months.append(int(dated[1]))
    elif not months:
        months = [_QUARTERS[word] for word in words if word in _QUARTERS]
    stage = bool(_LATER & set(words)) - bool(_EARLIER & set(words))
    day = day_of_head(" ".join(texts))
    return max(years, default=0), max(months, default=0), day.day if day else 0, stage
