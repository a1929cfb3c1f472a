"""The words by which people call an office: its own words, its initials, the usual short forms."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from unicodedata import combining, normalize

GENERIC = frozenset(
    """dinas badan kantor bidang seksi bagian sub subbag subbagian sekretariat kecamatan kec
    kelurahan kel desa kabupaten kab kota unit upt uptd pelaksana teknis daerah dan pada di
    pemerintah provinsi prov urusan kelompok tim instansi lembaga""".split()
)
"""They stand in many names of offices, so that they tell none from another."""

_SHORT_FORMS: dict[str, tuple[str, ...]] = {
    short: tuple(stems.split())
    for shorts, stems in {
        "dinkes diskes": "dinas kesehatan",
        "disdik dindik disdikbud dindikbud dikbud disdikpora": "dinas pendidikan",
        "diskominfo dinkominfo kominfo diskominfotik diskominfosp": "komunikasi informatika",
        "dishub dinhub": "dinas perhubungan",
        "distan dispertan distanbun": "dinas pertanian",
        "dinsos dissos": "dinas sosial",
        "disdukcapil dukcapil capil dindukcapil": "kependudukan",
        "disnaker disnakertrans naker": "tenaga kerja",
        "dispora disporapar": "pemuda",
        "dispar disparbud dinpar": "pariwisata",
        "disbud": "dinas kebudayaan",
        "disperindag disdag dindag": "perdagangan",
        "dpmptsp ptsp": "penanaman modal",
        "dpmd dispermades pmd": "pemberdayaan desa",
        "dp3a dppa": "perlindungan anak",
        "dlh dlhk": "lingkungan hidup",
        "dpupr pupr pu dpu dinpu": "pekerjaan umum",
        "perkim disperkim dpkp": "perumahan",
        "bappeda bapperida bappedalitbang": "perencanaan",
        "bkpsdm bkd bkpp bkpsdmd": "kepegawaian",
        "bpbd": "bencana",
        "bpkad bpkd bpkpd bkad": "keuangan",
        "bapenda dispenda": "pendapatan",
        "kesbangpol bakesbangpol kesbang": "kesatuan bangsa",
        "satpol satpolpp": "pamong praja",
        "damkar": "kebakaran",
        "setda": "sekretariat daerah",
        "setwan sekwan": "sekretariat perwakilan",
        "rsud": "rumah sakit",
        "pkm": "puskesmas",
        "dispusip dinpusip disperpusip": "perpustakaan",
        "diskop diskopukm dinkop": "koperasi",
        "dkp diskan": "perikanan",
        "disnak diskeswan": "peternakan",
        "dkpp": "ketahanan pangan",
        "dp2kb dppkb": "keluarga berencana",
    }.items()
    for short in shorts.split()
}
_SMALL = frozenset("dan di pada serta".split())
_APOSTROPHES = re.compile("['’‘`´]")


@lru_cache(maxsize=4_096)
def aliases(unit: str) -> frozenset[str]:
    """Every single word that can stand for the office; empty for a name of generic words only."""
    words = words_of(unit)
    found = {word for word in words if word not in GENERIC}
    # "SDN 2" is one word in a line: its number is no count.
    found.update(f"{one}{two}" for one, two in pairwise(words) if two.isdigit())
    found.update(f"{one}n{two}" for one, state, two in _triples(words) if state == "negeri")
    initials = "".join(word[0] for word in words if word not in _SMALL)
    if len(initials) >= 3:
        found |= {initials, "".join(word[0] for word in words)}
    for short, stems in _SHORT_FORMS.items():
        if all(any(word.startswith(stem) for word in words) for stem in stems):
            found.add(short)
        if short in words:
            # Whoever writes it short in the roster is called by the long form too.
            found.update(stem for stem in stems if stem not in GENERIC)
            found.update(s for s, other in _SHORT_FORMS.items() if other == stems)
    return frozenset(found)


def _triples(words: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def words_of(text: str) -> tuple[str, ...]:
    """The words of any text in plain small letters, apostrophes dropped."""
    plain = normalize("NFKD", _APOSTROPHES.sub("", text))
    return tuple(re.findall(r"[^\W_]+", "".join(c for c in plain if not combining(c)).casefold()))
