"""The day that the head of a column of counts says they are of: "Followers per 1 November 2026"."""

import re
from datetime import date

from app.domain.dates import read_date

_DAY = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?:\s?([/.-])\s?[0-9]{1,2}\s?\1\s?|[\s.-]{1,2}[^\W\d_]{3,9}[\s.,-]{1,2})20[0-9]{2}(?![0-9])"
    r"|(?<![0-9])20[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9])"
)
_NUMERIC = re.compile(r"([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})\s?[/.-]")
_WORDS = re.compile(r"[^\W_]+")
_AT_HOME = frozenset(
    """per pertanggal tanggal tgl pada posisi kondisi keadaan data update dicek cek dihitung diambil hitungan as of on at
    jumlah jml jlh banyaknya total count number nya akun follower followers folower folowers pengikut teman friend
    friends subscriber subscribers subs instagram ig facebook fb twitter x tiktok tik tok youtube yt media sosial
    medsos sosmed wib wita wit""".split()
)
"""Words among which a day is that of the counts; beside others it may be a deadline, or the first of a span."""


def day_of_head(text: str) -> date | None:
    """The one whole day of a head, day first; None where it has none, two, or says more of it."""
    days = list(_DAY.finditer(text))
    if len({found[0] for found in days}) != 1:
        return None
    if not all(word in _AT_HOME for word in _WORDS.findall(_DAY.sub(" ", text).casefold())):
        return None
    said = days[0][0]
    numeric = _NUMERIC.match(said)
    if numeric is not None and int(numeric[2]) > 12:
        return None  # the month first: no day of ours
    return read_date(re.sub(r"\s?([/.-])\s?", r"\1", said))
