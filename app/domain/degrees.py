"""Which words around a name are titles: Indonesian academic, professional and religious ones."""

import re
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BACHELOR = _words(
    """se sh sp st ss si sip sap sab sad sadm sak sakt sos ssos skom sikom spd spdi spdsd spdaud
    spdk spdh spdb sag shi shut skep skm sgz sstp sst sstpi ssi ssn sds spi spt spn sfarm sked
    skg skh spsi sei sesy stp sth sthi sthk sfil sfili shum sars skpm sor spwk sstat smat smb sbio
    stl spust sptk skes skeb ssit strkeb strkep strgz strsos strip strap strkes strt strkom
    strak strpi strp strpt strft strtlm strrad strstat strds strkl strtek strars sinf smn sipem
    sibs sikep sakp spar sarch sdes sing simk skel sosi spdor ssp sud skeps"""
)
_MASTER = _words(
    """mm mh ms msi mpd mpdi mpdk mpdh mkes mkom mikom map mt msc mag mhum mhut mp mpi me mei
    mesy mak makt mti msn mpsi mkm mkeb mkep mfarm mipp mpa mpp mba mab ma mes meng mdev msos mec
    mecdev mars mgz mbiomed mkn mkesos mhi msy mphil mengsc mstat mmat mmsi mmr mth mipol madm
    madmp mtrip mtrap mds mpt mkp mse mps mcs mep mepp mhan mip mpwk mling mfis mked mked mked
    mtp mpub mpdb mor mhp mmg mbus mfin mintl mir mla march mpar mdes msp mil mik mecon mppm"""
)
_DIPLOMA = _words(
    """amd amdkeb amdkep amdkom amdgz amdgizi amdfarm amdkes amdak amdt amdkl amdrad amdan amdpk
    amdli amdip amdft amdrmik amdpust amk amkg amkl amkeb ama amapd amaust amp amf am bsc ba bcap
    bctt bba be beng bed bit"""
)
_DOCTOR_AND_PROFESSION = _words(
    """phd dba edd drph ns ners gr bdn akt ak ca cpa apt psikolog ipm ipp aseaneng asean eng
    spa spog spb spm spjp sppd spkj spot spthtkl spthtbkl sprad span spk spkk spu sppk spkfr sppa
    spp spps spbs spf spd spmk sppm sptht spdv spkg spog spok spog spn spkga sport spbm cfra crmp
    qia cgcae cissp pia fisqua fics"""
)
_KNOWN = _BACHELOR | _MASTER | _DIPLOMA | _DOCTOR_AND_PROFESSION

# Known letters that are names as well; without a dot or capitals of their own they stay names.
_ALSO_NAMES = _words(
    """ma mei ama me spa spi sip sap sad sab mag mars map mak mab ba ca si sei ak gr apt am be
    mes sos san span spot mep mor mil mik mir mla sor sing sud bit bed amp strip strap eng asean
    sport mpi march ms ms pia sosi"""
)

_FRONT_WORDS = _words("kh h hj dr drs dra drg drh ir prof apt ns kiai kyai")
_FRONT = rf"""
    (?:k\.?\ ?h|h|hj|hjh|dr|drs|dra|drg|drh|ir|prof|apt|ns)\.\s*
  | (?:{"|".join(sorted(_FRONT_WORDS))})\s+
  | (?:ust|ustadz|ustadzah|tgk|pdt|pst|rev|bpk|sdr|sdri|ny|tn|nn|bdn)\.\s*
"""
FRONT_TITLES = re.compile(rf"(?:{_FRONT})+(?=\S)", re.IGNORECASE | re.VERBOSE)
"""All titles in front of a name, with or without dots; M., A., R., St., Rr. are names."""

_ONLY_FRONT = re.compile(rf"(?:{_FRONT})+", re.IGNORECASE | re.VERBOSE)
_PLAIN = re.compile(r"[^a-z]+")


def _compact(text: str) -> str:
    return _PLAIN.sub("", text.lower())


def _is_known(letters: str) -> bool:
    if letters in _KNOWN:
        return True
    # Two glued: "S.Kom.M.Si".
    return any(
        letters[:cut] in _KNOWN and letters[cut:] in _KNOWN for cut in range(2, len(letters) - 1)
    )


def may_be_degree(word: str) -> bool:
    """A quick no for most last words of a name; a yes must be asked again."""
    return "." in word or word.lower() in _KNOWN


def may_be_front_title(word: str) -> bool:
    """Whether a first word without a dot can be a title."""
    return word.lower() in _FRONT_WORDS


def is_degree(text: str, shouted: bool) -> bool:
    """True for a title that stands behind a name without a comma.

    Args:
        text: one word, or the words of a spaced title ("S. Kom").
        shouted: the whole name is in capitals, so capitals prove nothing.
    """
    letters = _compact(text)
    if "." in text.rstrip("."):
        # Initials ("A.R.") and glued names ("M.Nur") have dots too: only known titles count.
        return _is_known(letters)
    if letters not in _KNOWN:
        return False
    if shouted:
        return letters not in _ALSO_NAMES
    return text[1:] != text[1:].lower()


# Bounded; an office knows a few hundred combinations, which stand behind half of its names.
@lru_cache(maxsize=1_024)
def are_titles(text: str, shouted: bool) -> bool:
    """True where a piece behind a comma consists of titles only.

    Args:
        text: the piece, without its commas.
        shouted: the whole name is in capitals.
    """
    words = text.split()
    if _is_known(_compact(text)) or _ONLY_FRONT.fullmatch(text.strip() + " "):
        return True
    return all(_is_title(word, shouted) for word in words)


def _is_title(word: str, shouted: bool) -> bool:
    letters = _compact(word)
    if _is_known(letters) or not letters:
        return True
    if "." in word.rstrip("."):
        return True
    short = len(letters) <= 6
    return short and (word.endswith(".") or (word.isupper() and not shouted))
