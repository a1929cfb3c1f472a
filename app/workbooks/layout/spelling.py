"""Undoes what hurry does to the words of column heads: slips, short forms, words glued together.

Sources: column heads of rosters, and of tables that personnel systems export (NM_PEGAWAI, NUNKER).
"""

from functools import lru_cache

from app.domain.slip import one_slip

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
_LIKE_THEM = frozenset(
    {"followed", "mengikut", "mengikuti", "jabatannya", "pengikutnya", "peringkat"}
)
"""Words of their own, although one letter away."""

_IN_FULL = {
    short: full
    for full, shorts in {
        "nama": "nm nma",
        "jabatan": "jab jbt jbtn njab",
        "pegawai": "peg pgw pegw",
        "kepegawaian": "kepeg kpeg",
        "pangkat": "pkt pgkt pngkt",
        "golongan": "ngolru",
        "unit kerja": "unker nunker ukerja unitker",
        "kerja": "krja krj",
        "satuan kerja": "satker",
        "satuan": "sat",
        "perangkat daerah": "pd",
        "depan": "dpn",
        "belakang": "blkg blk",
        "lengkap": "lkp lngkp lgkp lengkp",
        "kelamin": "kel",
        "jenis": "jns",
        "tanggal": "tgl tggl",
        "follower": "foll folls flwrs",
        "teman": "tmn frnd frnds",
        "struktural": "strukt",
        "fungsional": "fungs",
    }.items()
    for short in shorts.split()
}
"""Short forms that mean one thing in a column head, and nothing else there."""

_PARTS = (
    """nip nama nomor jenis status unit kerja satuan perangkat daerah pegawai lengkap pns asn pppk
    jabatan pangkat golongan ruang gelar depan belakang baru lama akun link username user id jumlah
    jml total followers follower pengikut teman friends subscriber subscribers instagram facebook
    twitter tiktok youtube instansi induk tanggal lahir tempat kelamin medsos"""
).split()
_SHORT_PARTS = frozenset({"ig", "fb", "yt", "tt", "nm"})
_SHORTEST_GLUED = 6
_MOST_PARTS = 4


@lru_cache(maxsize=2048)
def spelled(word: str) -> str:
    """The word or words that `word` (in lower case) stands for, else `word` itself.

    It may be short for them, glued together from them, or at most one edit away from one.
    """
    if word in _IN_FULL:
        return _IN_FULL[word]
    if len(word) < _SHORTEST - 1 or word in _WORDS or word in _LIKE_THEM:
        return word
    parts = _apart(word, _MOST_PARTS) if len(word) >= _SHORTEST_GLUED else None
    if parts is not None:
        return " ".join(_IN_FULL.get(part, part) for part in parts)
    for known in _WORDS:
        if word[0] == known[0] and one_slip(word, known):
            return known
    return word


def _apart(word: str, most: int) -> list[str] | None:
    """The known words that `word` is glued from; None where something unknown is left over."""
    if word in _PARTS or word in _SHORT_PARTS:
        return [word]
    if most == 1:
        return None
    for part in (*_PARTS, *_SHORT_PARTS):
        if word.startswith(part):
            rest = _apart(word.removeprefix(part), most - 1)
            if rest is not None:
                return [part, *rest]
    return None
