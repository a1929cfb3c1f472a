"""Undoes one slip of the finger in the long words of column heads: Intagram, Folowwers, Jabtan."""

from functools import lru_cache

_SHORTEST = 6
"""Shorter words lie too close to each other: teman, taman."""

_WORDS = (
    "instagram",
    "facebook",
    "twitter",
    "tiktok",
    "youtube",
    "followers",
    "follower",
    "pengikut",
    "subscribers",
    "subscriber",
    "username",
    "jabatan",
    "pangkat",
    "golongan",
    "instansi",
    "perangkat",
    "pegawai",
    "lengkap",
)
_LIKE_THEM = frozenset({"followed", "mengikut", "mengikuti", "jabatannya", "pengikutnya"})
"""Words of their own, although one letter away."""


@lru_cache(maxsize=2048)
def spelled(word: str) -> str:
    """The known word that `word` (in lower case) is at most one edit away from, else `word`."""
    if len(word) < _SHORTEST - 1 or word in _WORDS or word in _LIKE_THEM:
        return word
    for known in _WORDS:
        if word[0] == known[0] and abs(len(word) - len(known)) <= 1 and _one_edit(word, known):
            return known
    return word


def _one_edit(one: str, other: str) -> bool:
    """One letter more, less, other, or two neighbours exchanged; the words differ."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if start < 0:
        return True
    rest, other_rest = one[start:], other[start:]
    if len(rest) == len(other_rest):
        exchanged = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
        return rest[1:] == other_rest[1:] or exchanged
    longer, shorter = sorted((rest, other_rest), key=len, reverse=True)
    return longer[1:] == shorter
