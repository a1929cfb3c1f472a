"""Says what the head of one column means, from its words alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.domain.count_unit import without_unit
from app.domain.fields import Certainty, Field, followers_field, handle_field, observed_field
from app.domain.platform import Platform
from app.workbooks.layout import words as w
from app.workbooks.layout.newest import speaks_of_time
from app.workbooks.layout.spelling import spelled


class Role(Enum):
    """What kind of column a head announces."""

    PERSON = auto()
    HANDLE = auto()
    FOLLOWERS = auto()
    DATE = auto()
    SOCIAL = auto()
    """A platform is named, but only the content can say whether handles or counts stand here."""
    BARE_HANDLE = auto()
    """ "Akun" without a platform."""
    BARE_FOLLOWERS = auto()
    """ "Followers" without a platform: it belongs to a neighbour."""
    OTHER = auto()
    """Clearly something that Gaung does not keep."""
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Head:
    """The meaning of one head. `field` is set where words alone decide it."""

    role: Role
    field: Field | None = None
    platform: Platform | None = None
    certainty: Certainty = Certainty.LIKELY

    @property
    def weight(self) -> float:
        """How much this head speaks for its row being the header."""
        if self.field in (Field.NIP, Field.NAME):
            return 4
        if self.field is Field.NAME_AND_NIP:
            return 1 if self.certainty is Certainty.GUESS else 6
        if self.role in (Role.BARE_FOLLOWERS, Role.BARE_HANDLE):
            return 0.4
        return 0 if self.role in (Role.UNKNOWN, Role.OTHER) else 1


_UNKNOWN = Head(Role.UNKNOWN)
_OTHER = Head(Role.OTHER, certainty=Certainty.CERTAIN)

_SOCIAL_VOCABULARY = (
    frozenset(w.PLATFORM_WORDS)
    | w.FOLLOWERS_WORDS
    | w.COUNT_WORDS
    | w.HANDLE_WORDS
    | w.FILLER_WORDS
    | w.OTHER_MEASURES
    | w.DATE_WORDS
    | w.OBSERVATION_WORDS
    | w.QUESTION_WORDS
    | {"tidak", "lain", "lainnya", "kedua", "tambahan"}
)
_ROLE_WORDS = (
    w.FOLLOWERS_WORDS
    | w.COUNT_WORDS
    | w.HANDLE_WORDS
    | w.OTHER_MEASURES
    | w.DATE_WORDS
    | w.QUESTION_WORDS
)
_SOMEBODY_ELSE = frozenset(
    "atasan pejabat penilai suami istri pasangan anak ayah ibu bank sekolah keluarga".split()
)
_OF_PEOPLE = frozenset("pegawai asn pns pppk identitas biodata personil guru".split())
"""Group heads with these stand over people, whatever else they name."""

_POLITE = frozenset({"bapak", "ibu"})

_SPACES = re.compile(r" +")

_UNIT_VOCABULARY = (
    frozenset(
        """sekolah puskesmas eselon iii iv ii bekerja bertugas bid opd skpd instansi dinas satuan satker perangkat daerah organisasi unit kerja badan nama asal unor
        lembaga tempat tugas kantor bidang bagian sub seksi penempatan sekretariat uptd kecamatan upt""".split()
    )
    | w.FILLER_WORDS
)
_ORGANISATION_WORDS = frozenset(
    "opd skpd instansi dinas perangkat satker satuan organisasi".split()
)
_UNIT_WORDS = frozenset("unit bidang bagian seksi kantor penempatan tugas uptd upt".split())


def read_head(levels: Sequence[str]) -> Head:
    """The meaning of a head; `levels` are its texts from the top row to the bottom row."""
    texts = [" ".join(map(spelled, w.normal(without_unit(level)).split())) for level in levels]
    texts = [_without_asides(text) for text in texts]
    texts = [t for i, t in enumerate(texts) if t and not t.isdigit() and t not in texts[:i]]
    if not texts:
        return _UNKNOWN
    joined = " ".join(texts)
    tokens = joined.split()
    if w.WHOLE_HEADS.get(joined) is not None and not _is_both(tokens):
        return Head(Role.PERSON, w.WHOLE_HEADS[joined], certainty=Certainty.CERTAIN)
    if w.EARLIER.search(joined) or w.AIMED_AT.search(joined):
        return _OTHER
    return _social(texts) or _person(texts, tokens)


def _without_asides(text: str) -> str:
    text = w.UNLESS.sub("", w.ACCORDING_TO.sub("", text))
    return _SPACES.sub(" ", w.FORMER_NAME.sub("", text)).strip()


def _is_both(tokens: Sequence[str]) -> bool:
    return bool({"nama", "name"} & set(tokens)) and "nip" in tokens


# ------------------------------------------------------------------ social columns


def _social(texts: Sequence[str]) -> Head | None:
    platform, level = _platform(texts)
    tokens = _words(texts[level:] if platform else texts[-1:])
    if platform is None:
        if len(texts) > 1 and all(map(speaks_of_time, tokens)):  # "FOLLOWERS" over "SEP", "OKT"
            tokens |= _words(texts[-2:-1])
        return _bare(tokens)
    if not tokens & _ROLE_WORDS:
        tokens |= _role_of_group(texts[:level])
    if tokens & w.CONSENT_WORDS:
        return None
    if _asks_yes_or_no(tokens) or _asks_for_a_picture(texts[level:]):
        return Head(Role.OTHER, None, platform, Certainty.CERTAIN)
    if tokens & w.FOLLOWERS_WORDS:
        return _of(Role.FOLLOWERS, followers_field(platform), platform)
    if tokens & w.OTHER_MEASURES:
        return _OTHER
    if tokens & w.DATE_WORDS:
        return _of(Role.DATE, observed_field(platform), platform)
    if tokens & w.COUNT_WORDS and not tokens & w.HANDLE_WORDS:
        return Head(Role.FOLLOWERS, followers_field(platform), platform)
    if tokens & (w.HANDLE_WORDS - {"id", "nama", "name"}) and not tokens & w.COUNT_WORDS:
        return _of(Role.HANDLE, handle_field(platform), platform)
    return Head(Role.SOCIAL, None, platform)


def _asks_yes_or_no(tokens: set[str]) -> bool:
    if {"ya", "tidak"} <= tokens or {"ada", "tidak"} <= tokens:
        return True
    named = w.FOLLOWERS_WORDS | {"username", "link", "url"}
    return bool(tokens & w.QUESTION_WORDS) and not tokens & named


def _asks_for_a_picture(texts: Sequence[str]) -> bool:
    """Of "Upload Screenshot Followers IG" the picture is asked for, not the number."""
    for word in " ".join(texts).split():
        if word in w.FOLLOWERS_WORDS:
            return False
        if word in w.EVIDENCE_WORDS:
            return True
    return False


def _words(texts: Sequence[str]) -> set[str]:
    joined = " ".join(texts)
    for apart, together in _SET_APART.items():
        joined = joined.replace(apart, together)
    return set(_QUARTER.sub(r"triwulan \1", joined).split())


_SET_APART = {"tik tok": "tiktok", "you tube": "youtube", "face book": "facebook"}
_QUARTER = re.compile(r"\btw (i{1,3}|iv|[1-4])\b")


def _role_of_group(above: Sequence[str]) -> set[str]:
    """What "JUMLAH FOLLOWERS" or "NAMA AKUN" over IG, FB, X adds; one that says both adds nothing."""
    tokens = _words(above)
    speaks_of_counts = bool(tokens & (w.FOLLOWERS_WORDS | w.COUNT_WORDS))
    speaks_of_handles = bool(tokens & (w.HANDLE_WORDS - {"media", "sosial", "medsos", "sosmed"}))
    if speaks_of_counts == speaks_of_handles:
        return set()
    return tokens & (_ROLE_WORDS - {"media", "sosial", "medsos", "sosmed"})


def _of(role: Role, field: Field, platform: Platform) -> Head:
    return Head(role, field, platform, Certainty.CERTAIN)


def _platform(texts: Sequence[str]) -> tuple[Platform | None, int]:
    """The platform of the lowest level that names exactly one, and that level."""
    for level in range(len(texts) - 1, -1, -1):
        tokens = _words(texts[level : level + 1])
        named = {w.PLATFORM_WORDS[t] for t in tokens if t in w.PLATFORM_WORDS}
        long_ones = [t for t in tokens if t in w.PLATFORM_WORDS and t not in w.SHORT_PLATFORM_WORDS]
        at_home = all(t in _SOCIAL_VOCABULARY or speaks_of_time(t) for t in tokens)
        if len(named) == 1 and (long_ones or at_home or len(tokens) > 3):
            return named.pop(), level
    return None, 0


def _bare(tokens: set[str]) -> Head | None:
    """Heads without a platform's name: "Followers", "Jumlah Teman", "Subscribers", "Username"."""
    if not all(t in _SOCIAL_VOCABULARY or speaks_of_time(t) for t in tokens):
        return None
    if tokens & w.OTHER_MEASURES and not tokens & w.FOLLOWERS_WORDS:
        return _OTHER
    if tokens & w.DATE_WORDS and tokens & w.OBSERVATION_WORDS:  # the day of counting
        return None
    friends = tokens & {"teman", "temannya", "temen", "friend", "friends", "pertemanan"}
    if friends and not tokens & (w.FOLLOWERS_WORDS - friends):
        field = followers_field(Platform.FACEBOOK)
        return Head(Role.FOLLOWERS, field, Platform.FACEBOOK, Certainty.LIKELY)
    if tokens & {"subscriber", "subscribers", "subcriber", "subs"}:
        field = followers_field(Platform.YOUTUBE)
        return Head(Role.FOLLOWERS, field, Platform.YOUTUBE, Certainty.LIKELY)
    if tokens & w.FOLLOWERS_WORDS:
        return Head(Role.BARE_FOLLOWERS, certainty=Certainty.GUESS)
    if tokens & {"akun", "account", "username", "medsos", "sosmed", "handle"}:
        return Head(Role.BARE_HANDLE, certainty=Certainty.GUESS)
    return None


# ------------------------------------------------------------------ person columns


def _person(texts: Sequence[str], tokens: Sequence[str]) -> Head:
    present = set(tokens)
    if present >= _POLITE:  # "Nama Bapak/Ibu" asks for one's own name, "Nama Ibu" does not
        present -= _POLITE
    if present & w.OTHER_NUMBERS and "nip" not in present:
        return _OTHER
    if present & _UNIT_WORDS | present & _ORGANISATION_WORDS:
        present -= {"sekolah"}  # "Unit Kerja / Sekolah"
    if present & _SOMEBODY_ELSE and not present & w.CONSENT_WORDS:
        return _OTHER if len(texts) > 1 or present & {"nama", "nip"} else _UNKNOWN
    last = w.WHOLE_HEADS.get(texts[-1])
    parted = last in (Field.NAME, Field.NIP) and any(_is_both(t.split()) for t in texts[:-1])
    if _is_both(tokens) and not parted and not present & (w.NIP_TRAPS | {"jabatan"}):
        return Head(Role.PERSON, Field.NAME_AND_NIP, certainty=Certainty.CERTAIN)
    if texts[-1].endswith(" tmt"):  # "Gol / TMT": the golongan, and since when
        texts = [*texts[:-1], texts[-1].removesuffix(" tmt")]
        tokens = " ".join(texts).split()
        present = set(tokens)
        last = w.WHOLE_HEADS.get(texts[-1])
    if last is Field.NAME and len(texts) > 1:
        if texts[0] in w.WHOLE_HEADS:
            return Head(Role.PERSON, w.WHOLE_HEADS[texts[0]])
        above = set(" ".join(texts[:-1]).split())
        if above & w.NAME_TRAPS and not above & _OF_PEOPLE:
            return _OTHER
    if last is not None:
        return Head(Role.PERSON, last, certainty=Certainty.CERTAIN)
    if len(tokens) > 1 and tokens[-1] == "id":
        return _OTHER
    field = _by_tokens(present)
    if field is None and present <= _OF_PEOPLE | {"data"}:
        return Head(Role.PERSON, Field.NAME_AND_NIP, certainty=Certainty.GUESS)
    return Head(Role.PERSON, field) if field else _UNKNOWN


def _by_tokens(present: set[str]) -> Field | None:
    """Longer wordings and questions of forms; every rule names what must not stand beside it."""
    if present & w.CONSENT_WORDS or ("influencer" in present and present & w.WILLING_WORDS):
        return Field.CONSENT
    if present & w.DATE_WORDS and present & w.OBSERVATION_WORDS and "lahir" not in present:
        return Field.OBSERVED_ON
    if "nip" in present and present & w.RECKONED and "digit" not in present:
        return None
    nip_words = (
        {"nip", "nipppk", "nippppk", "pppk"} if "ni" in present else {"nip", "nipppk", "nippppk"}
    )
    if present & nip_words or {"induk", "pegawai"} <= present:
        traps = w.NIP_TRAPS - ({"lama"} if "baru" in present else set())
        return Field.NIP if not present & traps else None
    if present & {"nik", "ktp"}:
        return Field.NIK
    if present & {"email", "surel"} and "gov" not in present:
        return Field.EMAIL
    if present & {"hp", "wa", "whatsapp", "handphone", "telepon", "telp", "telpon"}:
        return Field.PHONE
    if "gelar" in present and present & {"depan", "belakang"} and "nama" not in present:
        return Field.TITLE_FRONT if "depan" in present else Field.TITLE_BACK
    return _by_job_tokens(present) or _name_or_unit(present)


def _by_job_tokens(present: set[str]) -> Field | None:
    if present & {"pangkat", "gol", "golongan", "golru"} and not present & w.RANK_TRAPS:
        return Field.RANK
    if "jabatan" in present and present & {"jenis", "kelompok"} and "id" not in present:
        return Field.JOB_TYPE
    if "jabatan" in present and not present & w.POSITION_TRAPS:
        return Field.POSITION
    if "eselon" in present and not present & {"unit", "kerja"}:
        return Field.ECHELON
    kinds = {"asn", "pegawai", "kepegawaian", "pns", "cpns", "pppk", "hukum"}
    if present & {"status", "jenis", "kedudukan"} and present & kinds and "id" not in present:
        return Field.STATUS
    return None


def _name_or_unit(present: set[str]) -> Field | None:
    if present <= _UNIT_VOCABULARY:
        if present & _ORGANISATION_WORDS:
            return Field.ORGANISATION
        if present & _UNIT_WORDS:
            return Field.UNIT
    if present & {"nama", "name"} and not present & w.NAME_TRAPS:
        return Field.NAME
    if present & {"keterangan", "ket", "catatan"}:
        return Field.NOTE
    return None
