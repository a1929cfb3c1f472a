"""Reads an explanation as a stranger would, and comes to a verdict of its own.

It knows the two languages and the meaning of the policy (DESIGN section 3), and nothing else: it
imports nothing of the program, and the verdict is written nowhere in the sentence. Every number is
used: ages are counted from the days, distances from the values, and what the sentence claims of
them must agree.
"""

import re
from dataclasses import dataclass
from datetime import date

MET, CANNOT, OPEN = "met", "cannot", "open"

_MONTHS = {
    "id": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
_DAY = r"\d+ \w{3} \d{4}"
_AGO = {
    "id": r"hari itu juga|\d(?:[\d.]*\d)? hari lalu",
    "en": r"the same day|\d(?:[\d,]*\d)? days? ago",
}
_RULE = {
    "id": rf"aturan (?:“”|[a-d]) meminta (?P<needed>\d+) dari (?P<all>\d+) akun (?P<sign>di atas|paling"
    r" sedikit) (?:\d(?:[\d.]*\d)?|batas platformnya|sebesar batas platformnya), (?:tanpa batas usia|batas usia"
    r" (?P<age>\d(?:[\d.]*\d)?) hari)(?:, aktif dalam (?P<active>\d(?:[\d.]*\d)?) hari terakhir)?(?P<consent>, dengan"
    rf" persetujuan)?, per (?P<day>{_DAY})",
    "en": rf"rule (?:“”|[a-d]) asks for (?P<needed>\d+) of (?P<all>\d+) accounts (?P<sign>above|at"
    r" least) (?:\d(?:[\d,]*\d)?|(?:at )?the threshold of the platform), (?:no age limit|age limit"
    r" (?P<age>\d(?:[\d,]*\d)?) days?)(?:, active in the last (?P<active>\d(?:[\d,]*\d)?) days?)?(?P<consent>, with"
    rf" consent)?, as of (?P<day>{_DAY})",
}
_COUNTED = {
    "id": rf"(?P<name>\w+) (?P<value>.+?) (?:pengikut|teman) per (?P<day>{_DAY}) \((?P<ago>{_AGO['id']}),"
    r" (?:diketik|ditempel|formulir|impor|diambil daring)\), (?P<rest>.*)",
    "en": rf"(?P<name>\w+) (?P<value>.+?) (?:followers|friends) as of (?P<day>{_DAY})"
    rf" \((?P<ago>{_AGO['en']}), (?:typed|pasted|form|import|fetched)\), (?P<rest>.*)",
}
_COMPARED = {
    "id": r"(?P<least>paling sedikit )?(?P<over>\d(?:[\d.]*\d)?) di atas batas (?P<t1>\d(?:[\d.]*\d)?)|(?:tepat|paling"
    r" sedikit) pada batas (?P<t2>\d(?:[\d.]*\d)?)|kurang (?P<least2>paling sedikit )?(?P<short>\d(?:[\d.]*\d)?) (?:dari"
    r" batas|untuk melewati) (?P<t3>\d(?:[\d.]*\d)?)|belum pasti (?:paling sedikit|di atas) (?P<t4>\d(?:[\d.]*\d)?)",
    "en": r"(?P<least>at least )?(?P<over>\d(?:[\d,]*\d)?) above the threshold of (?P<t1>\d(?:[\d,]*\d)?)|(?:just )?at the"
    r" threshold of (?P<t2>\d(?:[\d,]*\d)?)(?: at least)?|(?P<least2>at least )?(?P<short>\d(?:[\d,]*\d)?) short of (?:the"
    r" threshold of|more than) (?P<t3>\d(?:[\d,]*\d)?)|not certainly (?:at least|above) (?P<t4>\d(?:[\d,]*\d)?)",
}
_REST = {
    "id": r"(?P<old>, terlalu lama)?(?P<beside>, di sampingnya tertulis “”)?(?P<use>, .*)?",
    "en": r"(?P<old>, too old)?(?P<beside>, beside it “”)?(?P<use>, .*)?",
}
_USE = {
    "id": rf"tidak diketahui masih aktif|(?P<gone>tidak dilihat lagi sejak)? ?(?P<post>posting terakhir)?"
    rf"(?P<out>terlihat tidak aktif)?(?:terlihat aktif)? ?(?P<day>{_DAY}) \((?P<ago>{_AGO['id']})\)",
    "en": rf"not known to be active|(?P<gone>not looked at since)? ?(?P<post>last post on)?(?P<out>seen"
    rf" out of use on)?(?:seen active on)? ?(?P<day>{_DAY}) \((?P<ago>{_AGO['en']})\)",
}
_LACKS = {
    "id": {
        "ada akun, belum dihitung": OPEN,
        "tidak punya akun": CANNOT,
        "tidak tercatat punya akun": CANNOT,
        "belum ada keterangan": OPEN,
        "“”, bukan angka": OPEN,
        "baru dihitung": OPEN,
        "tidak dihitung setelah klarifikasi": CANNOT,
    },
    "en": {
        "an account without a count": OPEN,
        "no account, as stated": CANNOT,
        "no account on record": CANNOT,
        "nothing known yet": OPEN,
        "“”, which is no number": OPEN,
        "counted only on": OPEN,
        "left out after clarification": CANNOT,
    },
}
_SAID = {
    "id": {
        "bersedia": "given",
        "tidak bersedia": "no",
        "menarik persetujuannya": "no",
        "belum ditanya kesediaannya": "unknown",
    },
    "en": {
        "agrees": "given",
        "does not agree": "no",
        "withdrew the consent": "no",
        "not asked yet for consent": "unknown",
    },
}


@dataclass(frozen=True)
class Asked:
    """What the rule asks for, as the last clause says it."""

    needed: int
    accounts: int
    strictly: bool
    age: int | None
    active: int | None
    consent: bool
    day: date


@dataclass(frozen=True)
class Stands:
    """How one platform stands, and how it would stand whatever the age of its count."""

    now: str
    ageless: str


class Reader:
    """Reads sentences of one language."""

    def __init__(self, code: str) -> None:
        self._code = code

    def verdict(self, sentence: str) -> str:
        """The verdict that follows from the sentence alone."""
        assert sentence.endswith(".")
        bare = re.sub("“[^“”]*”", "“”", sentence[:-1])
        *clauses, last = bare.split("; ")
        asked = self._asked(last)
        consents = [_SAID[self._code][one] for one in clauses if one in _SAID[self._code]]
        told = [one for one in clauses if one not in _SAID[self._code]]
        platforms = [stands for one in told for stands in self._platforms(one, asked)]
        assert len(platforms) == asked.accounts
        assert len(consents) == asked.consent
        said = consents[0] if consents else "given"
        now = _decided([one.now for one in platforms], asked.needed, said)
        ageless = _decided([one.ageless for one in platforms], asked.needed, said)
        return "stale" if now == "no_data" and ageless != "no_data" else now

    def _asked(self, clause: str) -> Asked:
        found = re.fullmatch(_RULE[self._code], clause)
        assert found, clause
        strictly = found["sign"] in ("above", "di atas")
        return Asked(
            self._number(found["needed"]),
            self._number(found["all"]),
            strictly,
            self._number(found["age"]) if found["age"] else None,
            self._number(found["active"]) if found["active"] else None,
            bool(found["consent"]),
            self._day(found["day"]),
        )

    def _platforms(self, clause: str, asked: Asked) -> list[Stands]:
        counted = re.fullmatch(_COUNTED[self._code], clause)
        if counted:
            return [self._counted(counted, asked)]
        names, _, lack = clause.partition(": ")
        number = len(re.split(r", dan |, and | dan | and |, ", names))
        kinds = {k: kind for k, kind in _LACKS[self._code].items() if lack.startswith(k)}
        words = max(kinds, key=len)
        use = lack.removeprefix(words).partition(", ")[2] if asked.active else ""
        kind = kinds[words]
        if use and kind == OPEN and self._in_use(use, asked) == "no":
            kind = CANNOT
        return [Stands(kind, kind)] * number

    def _counted(self, found: re.Match[str], asked: Asked) -> Stands:
        low, high = self._value(found["value"])
        age = (asked.day - self._day(found["day"])).days
        assert age == self._ago(found["ago"])
        compared = re.match(_COMPARED[self._code], found["rest"])
        assert compared, found["rest"]
        threshold = next(self._number(compared[f"t{n}"]) for n in (1, 2, 3, 4) if compared[f"t{n}"])
        minimum = threshold + asked.strictly
        self._check_distance(compared, low, high, threshold, minimum)
        more = re.fullmatch(_REST[self._code], found["rest"][compared.end() :])
        assert more, found["rest"]
        old = asked.age is not None and age > asked.age
        assert old == bool(more["old"])
        sure = CANNOT if high is not None and high < minimum else OPEN
        by_count = MET if low >= minimum else sure
        if by_count == CANNOT and more["beside"]:
            by_count = OPEN
        kinds = [OPEN if old else by_count, by_count]
        if asked.active is not None:
            used = self._in_use(more["use"].removeprefix(", "), asked)
            kinds = [_with_use(kind, used) for kind in kinds]
        return Stands(*kinds)

    def _check_distance(
        self, compared: re.Match[str], low: int, high: int | None, threshold: int, minimum: int
    ) -> None:
        """What the sentence says of the distance is what the value says."""
        if compared["over"]:
            assert low - threshold == self._number(compared["over"])
            assert low >= minimum
        elif compared["t2"]:
            assert low == threshold == minimum
        elif compared["short"]:
            assert high is not None
            assert minimum - high == self._number(compared["short"])
        else:
            assert low < minimum
            assert high is None or high >= minimum

    def _in_use(self, words: str, asked: Asked) -> str:
        found = re.fullmatch(_USE[self._code], words)
        assert found, words
        assert asked.active is not None
        if not found["day"]:
            return "unknown"
        days = (asked.day - self._day(found["day"])).days
        assert days == self._ago(found["ago"])
        if found["gone"]:
            assert days > asked.active
            return "unknown"
        if found["post"]:
            return "yes" if days <= asked.active else "no"
        assert days <= asked.active
        return "no" if found["out"] else "yes"

    def _value(self, text: str) -> tuple[int, int | None]:
        if text.startswith("≥ "):
            return self._number(text[2:]), None
        if text.startswith("< "):
            return 0, self._number(text[2:]) - 1
        if text.startswith("≤ "):
            return 0, self._number(text[2:])
        bounds = re.fullmatch(r"(?:[≈±] .+ \()?([\d.,]+)–([\d.,]+)\)?", text)
        if bounds:
            return self._number(bounds[1]), self._number(bounds[2])
        return self._number(text), self._number(text)

    def _ago(self, words: str) -> int:
        digits = re.match(r"[\d.,]+", words)
        return self._number(digits[0]) if digits else 0

    def _number(self, text: str) -> int:
        return int(text.replace("." if self._code == "id" else ",", ""))

    def _day(self, text: str) -> date:
        day, month, year = text.split()
        return date(int(year), _MONTHS[self._code].index(month) + 1, int(day))


def _with_use(kind: str, used: str) -> str:
    if used == "no" and kind != CANNOT:
        return CANNOT
    return OPEN if used == "unknown" and kind == MET else kind


def _decided(kinds: list[str], needed: int, said: str) -> str:
    met, still = kinds.count(MET), kinds.count(OPEN)
    if said == "no" or met + still < needed:
        return "not_yet"
    if met < needed:
        return "no_data"
    return "qualifies" if said == "given" else "no_data"
