"""Made-up people as many as an office has, and every way in which their NIP is damaged on the way.

The population has the shape that was measured (reference/domain.md section 1.1): of 7,979 people
2,193 have a one-word name, 1,391 share 471 names (one of them 19 times), 7 in 100 share the first
15 digits with somebody, and nobody shares these digits and the name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

_FIRST = """Adi Agus Ahmad Andi Ani Arif Asep Ayu Bagus Bambang Budi Cahya Dewi Dian Dwi Eka Endah
Fajar Fitri Galih Hadi Hendra Indah Iwan Joko Kartika Lestari Lina Made Muhammad Nur Putri Rahmat
Ratna Rina Rizki Siti Slamet Sri Sugeng Tri Wahyu Wayan Yanti Yusuf""".split()
_LAST = """Anggraini Aprilia Astuti Basuki Firmansyah Gunawan Handayani Hidayat Irawan Kurniawan
Kusuma Lestari Maulana Nugroho Pamungkas Permana Pratama Purnomo Rahmawati Ramadhan Santoso Saputra
Setiawan Sihombing Siregar Suharto Suryani Utami Wibowo Wijaya Wulandari Yuliana""".split()
_START = """Su Sri Har Wi Mar Pur Tri Sa Ka Mu Nu Ra Ro Yu Tu Ngad Pa Ju Ba Da""".split()
_MIDDLE = """di gi ha ka la ma na pri ri sa ta war yo tri min har ya wi""".split()
_END = """yanto yanti wati manto jono nah rti ningsih tono dani yah man ndi sno mi no""".split()


def people(random: Random, number: int) -> dict[str, str]:
    """Names by NIP."""
    names = _names(random, number)
    found: dict[str, str] = {}
    by_head: dict[str, set[str]] = {}
    while len(found) < number:
        head = _head(random)
        for _ in range(2 if random.random() < 0.037 else 1):
            nip = f"{head}{_serial(random):03}"
            # First 15 digits and the name together are nobody else's.
            fresh = len(found) < number and names[-1] not in by_head.get(head, ())
            if nip not in found and fresh:
                found[nip] = names.pop()
                by_head.setdefault(head, set()).add(found[nip])
    return found


def _head(random: Random) -> str:
    year = random.randint(1966, 2001)
    start = min(2026, year + random.randint(19, 35))
    month = "21" if random.random() < 0.5 else f"{random.randint(1, 12):02}"
    born = f"{year}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    return f"{born}{start}{month}{random.randint(1, 2)}"


def _serial(random: Random) -> int:
    return random.randint(1, 369) if random.random() > 0.075 else 1


def _names(random: Random, number: int) -> list[str]:
    shared = round(470 * number / 8_000)
    shares = [2 + (random.random() < 0.6) + (random.random() < 0.32) for _ in range(shared)]
    if number > 1_000:
        shares.insert(0, 19)
    different = len(shares) + number - sum(shares)
    distinct: dict[str, None] = {}
    while len(distinct) < different:
        distinct[_name(random)] = None
    names = list(distinct)
    all_names = [name for name, times in zip(names, shares, strict=False) for _ in range(times)]
    all_names += names[len(shares) :]
    random.shuffle(all_names)
    return all_names


def _name(random: Random) -> str:
    if random.random() < 0.275:
        middle = random.choice(_MIDDLE) if random.random() < 0.7 else ""
        return random.choice(_START) + middle + random.choice(_END)
    first = random.sample(_FIRST, random.choice((1, 1, 2, 3)))
    return " ".join([*first, random.choice(_LAST)])


@dataclass(frozen=True, slots=True)
class Cells:
    """What stands in the two columns of one row, and in the file where that says more."""

    nip: object
    name: str
    in_file: str = ""


Damage = Callable[[str, str, Random], Cells]


def _excel(nip: str, name: str, random: Random) -> Cells:
    return Cells(float(int(nip) // 1000 * 1000), name)


def _rounded(nip: str, name: str, random: Random) -> Cells:
    return Cells(float(int(nip)), name)


def _sixteen_figures(nip: str, name: str, random: Random) -> Cells:
    return Cells(float(f"{int(nip):.15e}"), name)


def _all_in_the_file(nip: str, name: str, random: Random) -> Cells:
    return Cells(float(int(nip)), name, in_file=nip)


def _text_of_a_number(nip: str, name: str, random: Random) -> Cells:
    return Cells(f"{int(float(nip))}{random.choice(('.0', ',0', '.00'))}", name)


def _serial_000(nip: str, name: str, random: Random) -> Cells:
    return Cells(random.choice(("", "'", "NIP. ")) + nip[:15] + "000", name)


def _fifteen_figures(nip: str, name: str, random: Random) -> Cells:
    return Cells(f"{nip[0]}{random.choice('.,')}{nip[1:15]}E+17", name)


def _six_figures(nip: str, name: str, random: Random) -> Cells:
    """As it is shown, and what a table makes of that when it is opened and saved once more."""
    saved = f"{nip[:6]}000000000000"
    shown = f"{nip[0]}{random.choice('.,')}{nip[1:6]}E+17"
    return Cells(random.choice((shown, shown, saved, float(saved))), name)


def _one_less(nip: str, name: str, random: Random) -> Cells:
    at = random.randrange(18)
    return Cells(nip[:at] + nip[at + 1 :], name)


def _more(count: int) -> Damage:
    def damage(nip: str, name: str, random: Random) -> Cells:
        text = nip
        for _ in range(count):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice("0123456789") + text[at:]
        return Cells(text, name)

    return damage


def _wrong_date(nip: str, name: str, random: Random) -> Cells:
    month = random.choice(("22", "50", "80"))
    return Cells(random.choice((nip[:4] + month[0] + nip[5:], "3" + nip[1:])), name)


def _blanks(nip: str, name: str, random: Random) -> Cells:
    blank = random.choice((" ", "\u00a0", "  ", "\n", " . ", "-"))
    return Cells(
        blank.join((nip[:8], nip[8:14], nip[14], nip[15:])) + random.choice(("", " ")), name
    )


def _blanks_anywhere(nip: str, name: str, random: Random) -> Cells:
    at = random.randrange(1, 17)
    return Cells(f"{nip[:at]} {nip[at:]}", name)


def _apostrophe(nip: str, name: str, random: Random) -> Cells:
    return Cells(random.choice(("'", "’", "`", "''", " '")) + nip + random.choice(("", "'")), name)


def _one_letter(nip: str, name: str, random: Random) -> Cells:
    at = random.choice([at for at in range(18) if nip[at] in "01"])
    letter = random.choice("OoQD") if nip[at] == "0" else random.choice("lI|i")
    return Cells(nip[:at] + letter + nip[at + 1 :], name)


def _all_letters(nip: str, name: str, random: Random) -> Cells:
    return Cells(nip.replace("0", "O").replace("1", random.choice("lI")), name)


def _prefix(nip: str, name: str, random: Random) -> Cells:
    return Cells(random.choice(("P", "P ", "NIP", "NI PPPK. ", "p.")) + nip, name)


def _prefix_for_a_digit(nip: str, name: str, random: Random) -> Cells:
    return Cells("P" + nip[1:], name)


def _old_and_new(nip: str, name: str, random: Random) -> Cells:
    old = random.choice(("340099901", "1800009901", "130 099 901"))
    return Cells(f"{old}{random.choice((chr(10), ' / ', ' '))}{nip}", name)


def _old_and_rounded(nip: str, name: str, random: Random) -> Cells:
    return Cells(f"340099901\n{nip[:15]}000", name)


def _two_new(nip: str, name: str, random: Random) -> Cells:
    return Cells(" / ".join(random.sample((nip, "199912312025212999"), 2)), name)


def _swapped(nip: str, name: str, random: Random) -> Cells:
    return Cells(name, nip)


def _swapped_number(nip: str, name: str, random: Random) -> Cells:
    return Cells(name, f"{int(float(nip))}.0")


DAMAGES: Mapping[str, Damage] = {
    "Excel keeps 15 digits": _excel,
    "rounded to a double": _rounded,
    "16 figures": _sixteen_figures,
    "all digits in the file": _all_in_the_file,
    "text of a number": _text_of_a_number,
    "serial 000": _serial_000,
    "exponent, 15 figures": _fifteen_figures,
    "exponent, 6 figures": _six_figures,
    "17 digits": _one_less,
    "19 digits": _more(1),
    "20 digits": _more(2),
    "21 digits": _more(3),
    "no birth date": _wrong_date,
    "blanks": _blanks,
    "a blank anywhere": _blanks_anywhere,
    "apostrophe": _apostrophe,
    "a letter": _one_letter,
    "letters throughout": _all_letters,
    "prefix": _prefix,
    "prefix for a digit": _prefix_for_a_digit,
    "old and new": _old_and_new,
    "old and rounded": _old_and_rounded,
    "two new": _two_new,
    "swapped": _swapped,
    "swapped number cell": _swapped_number,
}


def as_written(name: str, random: Random) -> str:
    """The name as another list has it: capitals, titles, a short form."""
    return random.choice(
        (
            name,
            name.upper(),
            f"{name}, S.Sos., M.Si.",
            f"Dr. {name.upper()}, M.Kom",
            name.replace("Muhammad", "Muh."),
            f" {name} ",
        )
    )
