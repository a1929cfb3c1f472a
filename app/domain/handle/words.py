"""The words that stand in handle cells and are no handles: nothing, "tidak punya", remarks."""

import re

from app.domain.handle.values import NoHandle, Unresolvable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOTHING = frozenset({"", "0", "null", "nan", "0.0", "0,0", "nat", "undefined"})
_NONE_PHRASES = frozenset(
    {"n/a", "n.a", "n.a.", "#n/a", "nihil", "kosong", "none", "nil", "tanpa akun"}
)

_NOT = _words("""tidak tdk tidk tida tak gak ga gk nggak ngga ngak enggak engga kagak kaga ndak
    belum blm blum belom bln no not nothing none non nihil kosong nil tanpa zonk na""")
_HAVE = _words("""punya pny pnya punyak ada memiliki mempunyai miliki pakai pake memakai pakek
    menggunakan main bermain buat membuat bikin have has available tersedia terdaftar py mendaftar
    dimiliki""")
_ACCOUNT = _words("""akun akunnya akn account accounts medsos sosmed media sosial ig instagram insta fb
    facebook twitter twiter x tiktok tik tok yt youtube channel kanal threads bluesky mastodon
    username user nama link tautan profil data jejaring""")
_FILLER = _words("""saya sy kami masih lagi sekarang saat ini sama sekali memang sudah sdh juga yang yg
    apapun apa satupun pun utk untuk kak pak bu maaf ya a an any do don t does i pernah sampai
    hingga nya""")
_REMARKS = _words("""lupa aktif nonaktif private privat diprivate diprivat dikunci privasi rahasia idem
    ditto sda sama lihat terlampir menyusul banyak sedikit dicek cek iya yes ok oke password
    sandi tahu tau ingat hilang dihack diretas hack blokir diblokir dihapus hapus tutup ditutup
    test tes tbd bersedia jarang dipakai digunakan publik public pribadi personal humas kantor
    ok akses bisa v √ ✓ ✔ true false""")
_STATEMENT = _NOT | _HAVE | _ACCOUNT | _FILLER
_REMARK = _STATEMENT | _REMARKS
# "tidakada", "gapunya": the words glued.
_GLUED = frozenset(
    not_ + have
    for not_ in _NOT
    for have in ("ada", "punya", "pny", "memiliki", "mempunyai", "akun")
)
_WORDS = re.compile(r"[^\W_]+|[√✓✔]")
_EDGES = " \t\n@.,;:!?'\"`’‘“”()[]<>*-–—_/\\|~·•…"

NOT_ORDINARY = frozenset(_REMARK | _GLUED | _NOTHING | _NONE_PHRASES)
"""Single words that are no name unless an @ stands before them; in lower case."""

OPENS_A_STATEMENT = re.compile(rf"(?:{'|'.join(sorted(_NOT))})[._-]", re.IGNORECASE)
"""The beginning of "tidak_ada" and "no.account": a sentence although it has the form of a name."""


def what_words_say(text: str) -> tuple[NoHandle, Unresolvable | None] | None:
    """Tells the texts that speak about an account from those that name one.

    Args:
        text: a cleaned cell, in any case.

    Returns:
        Why there is no handle, or None where the text may be a name.
    """
    folded = text.casefold().strip(_EDGES)
    if folded in _NOTHING:
        return NoHandle.EMPTY, None
    words = _words_of(folded)
    if folded in _NONE_PHRASES or _states_none(words):
        return NoHandle.NONE, None
    # One letter is a cross or a tick in a form, not an account.
    if len(folded) == 1 or (words and all(word in _REMARK for word in words)):
        return NoHandle.UNRESOLVABLE, Unresolvable.WORD
    return None


def is_remark(text: str) -> bool:
    """True where every word of the text is a remark: "(private)", "tidak aktif"."""
    return all(word in _REMARK for word in _WORDS.findall(text.casefold()))


def _words_of(folded: str) -> list[str]:
    words = _WORDS.findall(folded)
    # "akun.resmi" is a name; "tidak_ada" is a sentence.
    if words and (words[0] in _NOT or any(c.isspace() for c in folded)):
        return words
    return [folded]


def _states_none(words: list[str]) -> bool:
    if not all(word in _STATEMENT or word in _GLUED for word in words):
        return False
    return any(word in _NOT or word in _GLUED for word in words)
