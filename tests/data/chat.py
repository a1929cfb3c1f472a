"""An invented office for chat lines, and lines about it whose truth is known.

Seeded. Everybody is invented (serials 901 to 999). The office is unkind on purpose: namesakes in
one unit and in several, names of one word, the same first name many times in a unit, names that
are one letter apart, short forms that are names of others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from app.domain.chat import Known
from app.domain.handle import Handle
from app.domain.platform import Platform

TODAY = date(2026, 11, 20)

UNITS = {
    "Diskominfo": "Dinas Komunikasi dan Informatika",
    "Dinkes": "Dinas Kesehatan",
    "Disdik": "Dinas Pendidikan dan Kebudayaan",
    "Dishub": "Dinas Perhubungan",
    "Bappeda": "Badan Perencanaan Pembangunan Daerah",
    "BKPSDM": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Kec. Hulu Jaya": "Kecamatan Hulu Jaya",
    "Setda": "Sekretariat Daerah",
    "SDN 2 Hulu Jaya": "SD Negeri 2 Hulu Jaya",
}

FIXED = """
Budi Santoso|Diskominfo|budi_s
Budi Santosa|Disdik|
Budi Hartono|Diskominfo|budi.hartono
Siti Aminah|Dinkes|siti.aminah_d
Siti Aminah|Disdik|
Siti Aminah|Dinkes|
Siti Rahmawati|Dinkes|siti_rahma
Sukarno|Dishub|
Sutrisno|Setda|sutrisno77
Muhammad Rizki Hidayat|Bappeda|mrizki.h
Ahmad Fauzi|BKPSDM|
Achmad Fauzi|BKPSDM|
Suryani Putri|Dinkes|
Ani Lestari|Dinkes|
Dewi Lestari|Disdik|dewi.lestari
Dewi Lestari Ningrum|Disdik|
Nur Hayati|Setda|
Nurhayati|Setda|
Yosef Rinjani|Diskominfo|yosef.rinjani
Yosep Rinjani|Dishub|
I Made Wirata|Bappeda|
Ni Luh Ayu Kartini|Bappeda|ayukartini
Andi Tenri Ola|Dishub|
Abdul Rahman Saleh|BKPSDM|
Fitria Handayani, S.Kom., M.Si.|Diskominfo|fitria_hd
dr. Gunawan Wibowo, Sp.A.|Dinkes|
Hj. Maryam|Kec. Hulu Jaya|
Joko Pambudi|Kec. Hulu Jaya|
Joko Pambudi|Setda|joko_pambudi
Ratna Kumala|Kec. Hulu Jaya|
Wahyu Pratiwi|SDN 2 Hulu Jaya|
Hari Purnomo|Dishub|
"""

_FIRST = """Adhyasta Banyu Cakra Elang Gading Harsa Jagad Kinanti Larasati Mayang Nawang Padma Ratih
Senja Utari Wening Bagus Dimas Galuh Tirta""".split()
_LAST = """Adiwarna Bagaskara Candrawinata Dirgantara Gumilar Kertanegari Lokananta Pamekarti
Wiryasena Kusumaningtyas Mahendrawan Prabandari Sastrawinangun Tejakusuma""".split()


@dataclass(frozen=True, slots=True)
class Said:
    """Lines of one statement with their truth.

    `person` None: nothing is to be recorded. `counts`: the lowest count by platform. `enough`:
    the words name this person and nobody else, so that asking would be idle.
    """

    text: str
    person: int | None
    counts: dict[Platform, int] = field(default_factory=dict)
    enough: bool = True


def office(crowd: int = 320) -> list[Known]:
    """The fixed people first, their ids from 1; then a crowd of which many share their names."""
    random = Random(7)
    shorts = list(UNITS)
    rows = [line.split("|") for line in FIXED.strip().splitlines()]
    for _ in range(crowd):
        name = f"{random.choice(_FIRST)} {random.choice(_LAST)}"
        if random.random() < 0.3:
            name += f" {random.choice(_LAST)}"
        handle = name.lower().replace(" ", ".") + str(random.randint(1, 99))
        rows.append([name, random.choice(shorts), handle if random.random() < 0.4 else ""])
    return [_known(at, *row) for at, row in enumerate(rows, start=1)]


def _known(at: int, name: str, unit: str, handle: str) -> Known:
    random = Random(at)
    born = f"{random.randint(1968, 1999)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    nip = f"{born}{random.randint(2000, 2019)}{random.randint(1, 12):02}{at % 2 + 1}{901 + at % 99}"
    handles = (Handle(Platform.INSTAGRAM, handle),) if handle else ()
    return Known(at, name, nip, UNITS[unit], handles=handles)


def short_unit(one: Known) -> str:
    """The unit as people say it."""
    return next(short for short, long in UNITS.items() if long == one.unit)


# ------------------------------------------------------------------ generated lines

_COUNTS = (
    ("{n}", lambda n: n),
    ("{g}", lambda n: n),
    ("{n} followers", lambda n: n),
    ("{r},{d} rb", lambda n: n // 100 * 100 - 50),
    ("{r},{d}rb", lambda n: n // 100 * 100 - 50),
    ("{r}.{d}k", lambda n: n // 100 * 100 - 50),
    ("{n}+", lambda n: n),
)
_NAMES = {
    Platform.INSTAGRAM: ("ig", "IG", "Ig", "Instagram", "insta"),
    Platform.FACEBOOK: ("fb", "FB", "Facebook", "fesbuk"),
    Platform.X: ("x", "X", "twitter", "Twitter"),
    Platform.TIKTOK: ("tiktok", "TikTok", "tt"),
    Platform.YOUTUBE: ("yt", "YouTube"),
}
_OPENINGS = (
    "",
    "",
    "",
    "izin lapor, ",
    "an. ",
    "a/n ",
    "1. ",
    "12) ",
    "- ",
    "• ",
    "Bu ",
    "pak ",
    "✅ ",
)
_CLOSINGS = ("", "", "", " 🙏", " terima kasih", " ya bu", ". Mksh", " 😊👍")
_PREFIXES = (
    "",
    "",
    "[12/11/26 09.12] {s}: ",
    "12/11/26 09.12 - {s}: ",
    "[12/11/2026, 09:12:33] {s}: ",
    "[09.12, 12/11/2026] {s}: ",
    "\u200e[12/11/26 09.12.05] ~ {s}: ",
)


def generated(
    people: Sequence[Known], number: int, seed: int, *, judged: bool = True
) -> list[Said]:
    """Lines about random people, each with as much of their names as people write.

    Not `judged`: whether that is enough is not worked out.
    """
    random = Random(seed)
    return [_one(random, people, judged=judged) for _ in range(number)]


def _one(random: Random, people: Sequence[Known], *, judged: bool) -> Said:
    who = random.choice(people)
    words, enough = _called(random, who, people if judged else [])
    counts: dict[Platform, int] = {}
    parts = []
    for platform in random.sample(list(_NAMES), random.choice((1, 1, 2, 2, 3))):
        shape, low = random.choice(_COUNTS)
        n = random.randint(1_000, 9_999)
        grouped = f"{n:,}".replace(",", ".")
        written = shape.format(n=n, g=grouped, r=n // 1000, d=n // 100 % 10)
        parts.append(
            f"{random.choice(_NAMES[platform])}{random.choice((' ', ': ', ' : ', '='))}{written}"
        )
        counts[platform] = low(n)
    prefix = random.choice(_PREFIXES).format(s=random.choice(people).name)
    if random.random() < 0.2:
        text = "\n".join((f"{prefix}{words}", *parts))
    else:
        between = random.choice((" ", ", ", " / ", " dan "))
        joint = random.choice((" ", " - ", ": ", ", "))
        body = f"{words}{joint}{between.join(parts)}"
        text = f"{prefix}{random.choice(_OPENINGS)}{body}{random.choice(_CLOSINGS)}"
    return Said(text, who.id, counts, enough)


def _called(random: Random, who: Known, people: Sequence[Known]) -> tuple[str, bool]:
    """How somebody is called in a line, and whether that is enough by the plainest of rules."""
    bare = who.name.split(",")[0].replace("dr. ", "").replace("Hj. ", "")
    words = bare.split()
    place = short_unit(who)
    style = random.choice(
        ("full", "full", "full unit", "full unit", "two unit", "first unit", "nip", "slip")
    )
    said = words
    if style == "two unit":
        said = words[:2]
    elif style == "first unit":
        said = words[:1]
    if style == "slip":
        return _slipped(random, bare), False
    text = " ".join(said)
    if style == "nip":
        return f"{text} NIP {who.nip}", True
    with_place = "unit" in style
    rivals = [one for one in _bearing(people, said) if not with_place or one.unit == who.unit]
    text = random.choice((text, text.lower(), text.upper()))
    if with_place:
        text = random.choice(
            (f"{text} {place}", f"{text} ({place})", f"{text}, {place}", f"{place} {text}")
        )
    if with_place and _plain(who.name) != tuple(word.lower() for word in said):
        # Somebody else bears just this name: the office may have changed.
        lowered = tuple(word.lower() for word in said)
        rivals += [one for one in people if _plain(one.name) == lowered]
    return text, len(rivals) == 1 and (len(said) > 1 or with_place)


def _bearing(people: Sequence[Known], said: Sequence[str]) -> list[Known]:
    """Whose names hold every word said, or one that begins or ends alike."""
    found = list(people)
    for word in said:
        near = {w for one in people for w in _plain(one.name) if _alike(word.lower(), w)}
        found = [one for one in found if near.intersection(_plain(one.name))]
    return found


@cache
def _plain(name: str) -> tuple[str, ...]:
    return tuple(word.strip(",.").lower() for word in name.split())


@cache
def _alike(one: str, other: str) -> bool:
    if one == other or other.startswith(one) or other.endswith(one):
        return True
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and sum(a != b for a, b in pairs) <= 1


def _slipped(random: Random, name: str) -> str:
    at = random.randrange(1, len(name) - 1)
    return name[:at] + random.choice("abeinrstu") + name[at + 1 :]


# ------------------------------------------------------------------ handwritten lines

_TAGS = {platform.tag.lower(): platform for platform in Platform}


def handwritten(people: Sequence[Known]) -> list[Said]:
    """The lines of chat_lines.txt; each block begins with its truth."""
    text = (Path(__file__).parent / "chat_lines.txt").read_text(encoding="utf-8")
    blocks = [block.split("\n", 1) for block in text.strip().split("\n\n\n") if block.strip()]
    return [_written(truth, body, people) for truth, body in blocks]


def _written(truth: str, body: str, people: Sequence[Known]) -> Said:
    """`= Name @ Unit : ig 1234` must be taken, `? Name @ Unit` asked, `-` brings nothing."""
    mark, _, rest = truth.partition(" ")
    if mark == "-":
        return Said(body, None)
    who, _, counts = rest.partition(" : ")
    name, _, unit = who.partition(" @ ")
    person = next(
        (one.id for one in people if one.name == name and (not unit or one.unit == UNITS[unit])), 0
    )
    assert person or not name, truth
    pairs = (pair.split() for pair in counts.split(", ") if pair)
    return Said(body, person, {_TAGS[tag]: int(low) for tag, low in pairs}, mark == "=")
