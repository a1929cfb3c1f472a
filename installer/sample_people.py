"""The invented people of the sample office: those of the pictures, and more from a seed.

Nobody here exists: serials of the numbers are 901 to 999, which no real roster has shown, and the
accounts of the seeded people end in ".tirtajaya".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SEED = 20261120
TODAY = date(2026, 11, 20)
"""The day on which the sample office stands still."""

Cell = str | int | None

PLATFORMS = ("instagram", "facebook", "x", "tiktok", "youtube")


@dataclass(frozen=True, slots=True)
class Account:
    """What stands in the two cells of one platform; `number` is the count behind the writing."""

    handle: Cell = None
    written: Cell = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One row. `accounts` has the order of `PLATFORMS`; `consent` is "Ya", "Tidak" or empty."""

    name: str
    nip: str
    status: str
    rank: str
    position: str
    unit: str
    organisation: str
    accounts: tuple[Account, ...]
    observed_on: date | None
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """How many of its people qualify, and of how many nothing is known; the rest is too small."""

    name: str
    units: tuple[str, ...]
    positions: tuple[str, ...]
    qualifying: int
    small: int
    unknown: int


KOMINFO = "Dinas Komunikasi dan Informatika"
_PICTURED = """
Laras Widuri, S.I.Kom.|199203152019032902|PNS|Penata Muda Tk. I, III/b|Pranata Humas Ahli Pertama|Bidang IKP||laras.widuri 1.046|Laras Widuri 312|tidak punya|laraswdr|.|18 Nov|Ya
Arum Sekarjati, S.Kom.|198907242014022911|PNS|Penata, III/c|Pranata Humas Ahli Muda|Bidang IKP||arum.sekarjati 2.318|Arum Sekarjati 640|arumsekar_tj 211|.|.|18 Nov|Ya
Bagas Nirwana, S.T.|199105082015031903|PNS|Penata, III/c|Pranata Komputer Ahli Muda|Bidang Aptika||bagasnirwana 402|Bagas Nirwana 388|bagasnirwana 733|.|BagasNirwana 1,4rb|17 Nov|Ya
Citra Puspaningrum, S.E.|199701302022032914|PNS|Penata Muda, III/a|Analis Keuangan|Sekretariat||citrapuspa.tj 492|Citra Puspaningrum 257|tidak ada akun|citrapuspa 868|.|18 Nov|Ya
Damar Wicaksana, S.Stat.|198807212011011904|PNS|Penata Tk. I, III/d|Statistisi Ahli Muda|Bidang Statistik||damarwicak 634|Damar Wicaksana 410|damarwicak 95|.|.|18 Nov|Ya
Dewi Rembulan, A.Md.|198909302014022910|PNS|Pengatur Tk. I, II/d|Pengelola Sistem Informasi|Bidang Aptika||dewirembulan 205|Dewi Rembulan 355|tidak punya|.|.|19 Nov|
Fajar Segara, S.Kom.|199402172020121908|PNS|Penata Muda, III/a|Sandiman Ahli Pertama|Bidang Persandian||fajarsegara.tj 701|Fajar Segara 264|.|.|.|22 Jul|Ya
Galih Rangga Putra, S.E.|198501012010011901|PNS|Penata Tk. I, III/d|Pranata Humas Ahli Muda|Bidang IKP||galihrangga 512|Galih Rangga Putra 1.238|galihrangga 144|galihrangga 2,3rb|.|20 Nov|Ya
Hendra Sukmajaya|198706122011011907|PNS|Pengatur, II/c|Pengadministrasi Umum|Sekretariat||.|.|.|.|.|.|
Intan Permatahati, S.Sos.|198604222010012915|PNS|Penata Tk. I, III/d|Pranata Humas Ahli Muda|Bidang IKP||intanpermata.tj 1.530|Intan Permatahati 487|intanpermata 366|intanpermata 4,6rb|IntanPermatahati 1,1rb|20 Nov|Ya
Ketut Sandika, S.T.|199308192019031905|PNS|Penata Muda Tk. I, III/b|Pranata Komputer Ahli Pertama|Bidang Aptika||ketutsandika 298|Ketut Sandika 431|.|ketutsandika 12,3rb|.|20 Nov|Ya
Melati Cempaka, S.Stat.|199511042022032911|PNS|Penata Muda, III/a|Statistisi Ahli Pertama|Bidang Statistik||melaticempaka 1,2rb|Melati Cempaka 176|.|melaticempaka 934|.|20 Nov|Ya
Nurul Azkia, A.Md.|199009132025212903|PPPK|VII|Arsiparis Terampil|Sekretariat||nurulazkia.tj 471|tidak punya|tidak punya|nurulazkia 322|.|20 Nov|
Rizal Mahameru|198403062009011912|PNS|Penata Muda, III/a|Operator Sandi dan Telekomunikasi|Bidang Persandian||tidak punya|.|.|.|.|.|Tidak
Sri Kenanga|197904182005012907|PNS|Penata, III/c|Bendahara|Sekretariat||.|.|.|.|.|.|
Taufan Giri, A.Md.|198206142008011926|PNS|Penata Muda, III/a|Pengelola Informasi|Bidang IKP||taufangiri 503|Taufan Giri 120|.|.|.|20 Nov|Ya
Umi Salamah|197807212010012904|PNS|Pengatur Tk. I, II/d|Pengadministrasi Keuangan|Sekretariat||.|Umi Salamah 298|.|.|.|19 Nov|
Wahyu Tirtana, S.Kom.|199602252022031918|PNS|Penata Muda, III/a|Pranata Komputer Ahli Pertama|Bidang Aptika||.|.|wahyutirtana 581|.|.|11 Agu|
Yosef Rinjani, S.Si.|199206112019031916|PNS|Penata Muda Tk. I, III/b|Statistisi Ahli Pertama|Bidang Statistik||yosefrinjani 418|.|.|.|.|20 Nov|Ya
Bening Pratiwi, S.Ds.|199405182020122933|PNS|Penata Muda, III/a|Pranata Humas Ahli Pertama|Bidang IKP||bening.pratiwi.tj 1,3rb|Bening Pratiwi 208|beningpratiwi 75|.|.|17 Nov|Ya
Dimas Arunika, S.I.Kom.|199607122025211934|PPPK|IX|Penata Layanan Operasional|Bidang IKP||dimasarunika 390|.|dimasarunika 866|.|.|19 Nov|Ya
Sekar Maharatri, S.Sos.|197608252002122932|PNS|Pembina, IV/a|Kepala Bidang IKP|Bidang IKP||sekar.maharatri 341|Sekar Maharatri 402|.|.|.|18 Nov|Ya
Drs. Wirya Candrakusuma, M.Si.|197003121995031931|PNS|Pembina Utama Muda, IV/c|Kepala Dinas|Dinas Komunikasi dan Informatika||.|Wirya Candrakusuma 377|.|.|.|18 Nov|Ya
Mawar Sitaresmi, S.Pd.|199009272025212923|PPPK|IX|Guru Ahli Pertama|SMP Negeri 2 Muara Tirta|Dinas Pendidikan|mawar.sita 487|tidak punya|tidak punya|.|.|20 Nov|Ya
Lintang Ayuna, A.Md.Kep.|199610172022032921|PNS|Pengatur, II/c|Perawat Terampil|UPTD Puskesmas Hulu Jaya|Dinas Kesehatan|lintangayu 1,2rb|.|.|.|.|20 Nov|Ya
Suryo Palapa|197902112005011922|PNS|Penata, III/c|Pengelola Barang Milik Daerah|Bagian Umum|Sekretariat Daerah|.|.|.|.|.|.|
Teguh Bayuaji, S.IP.|198311092008011906|PNS|Penata, III/c|Kepala Seksi Pemerintahan|Seksi Pemerintahan|Kecamatan Muara Tirta|teguhbayu 503|.|.|.|.|20 Nov|Ya
Gilang Samudra, S.T.|198604302010011925|PNS|Penata Tk. I, III/d|Penguji Kendaraan Bermotor|Bidang Lalu Lintas|Dinas Perhubungan|gilangsmdr 926|Gilang Samudra 340|.|.|.|19 Nov|Ya
Tiara Kencana, S.E.|198912042014022930|PNS|Penata, III/c|Perencana Ahli Muda|Bidang Ekonomi|Badan Perencanaan Pembangunan Daerah|tiara.kcn 355|.|.|.|.|18 Nov|
Bayu Lesmana, A.Md.Kep.|198805172012011919|PNS|Penata Muda, III/a|Perawat Mahir|Instalasi Gawat Darurat|RSUD Tirta Jaya|.|.|bayulesmana_tj 581|.|.|11 Agu|Ya
Sekar Ayuningrat, S.Pd.|199304212019032927|PNS|Penata Muda Tk. I, III/b|Guru Ahli Pertama|SD Negeri 1 Tirta Jaya|Dinas Pendidikan|sekar.ayuningrat.tj 497|.|.|.|.|20 Nov|Ya
Panji Wirasena, S.H.|198710032011011928|PNS|Penata Tk. I, III/d|Perancang Peraturan Ahli Muda|Bagian Hukum|Sekretariat Daerah|panji.wirasena 188|Panji Wirasena 489|.|.|.|19 Nov|
Rosa Belimbing, S.K.M.|199112242020122929|PNS|Penata Muda, III/a|Penyuluh Kesehatan Masyarakat|Bidang Kesehatan Masyarakat|Dinas Kesehatan|rosabelimbing.tj 264|.|rosabelimbing 478|.|.|18 Nov|Ya
"""

_LONG_UNIT = (
    "Unit Pelaksana Teknis Daerah Pengujian Mutu Konstruksi dan Pemeliharaan Alat Berat Tirta Hulu"
)
_TEACHERS = ("Guru Ahli Pertama", "Guru Ahli Muda", "Guru Ahli Madya", "Penjaga Sekolah")
_NURSES = ("Perawat Terampil", "Bidan Ahli Pertama", "Perawat Mahir", "Asisten Apoteker Terampil")
_OFFICE = ("Pengelola Data", "Analis Kebijakan Ahli Muda", "Pengadministrasi Umum", "Bendahara")
_SCHOOLS = ("SD Negeri 1 Tirta Jaya", "SD Negeri 3 Muara Tirta", "SMP Negeri 2 Muara Tirta")
_CLINICS = ("UPTD Puskesmas Hulu Jaya", "UPTD Puskesmas Muara Tirta", "Bidang Kesehatan Masyarakat")

ORGANISATIONS = (
    Organisation("Dinas Pendidikan", (*_SCHOOLS, "Sekretariat"), _TEACHERS, 15, 10, 7),
    Organisation("Dinas Kesehatan", _CLINICS, _NURSES, 9, 8, 5),
    Organisation("RSUD Tirta Jaya", ("Instalasi Gawat Darurat", "Rawat Inap"), _NURSES, 4, 6, 3),
    Organisation("Sekretariat Daerah", ("Bagian Umum", "Bagian Hukum"), _OFFICE, 3, 3, 2),
    Organisation("Kecamatan Muara Tirta", ("Seksi Pemerintahan", "Sekretariat"), _OFFICE, 3, 3, 1),
    Organisation("Dinas Perhubungan", ("Bidang Lalu Lintas", "Sekretariat"), _OFFICE, 3, 3, 1),
    Organisation(
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        (_LONG_UNIT, "Bidang Bina Marga"),
        _OFFICE,
        3,
        3,
        1,
    ),
    Organisation(
        "Badan Perencanaan Pembangunan Daerah",
        ("Bidang Ekonomi", "Sekretariat"),
        ("Perencana Ahli Pertama", "Perencana Ahli Muda"),
        3,
        1,
        1,
    ),
    Organisation(
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        ("Bidang Mutasi", "Sekretariat"),
        ("Analis SDM Aparatur Ahli Pertama", "Pengelola Kepegawaian"),
        2,
        2,
        1,
    ),
    Organisation(
        "Satuan Polisi Pamong Praja", ("Bidang Trantibum",), ("Polisi Pamong Praja",), 0, 4, 1
    ),
    Organisation("Kecamatan Hulu Jaya", ("Seksi Pelayanan",), _OFFICE, 1, 2, 1),
    Organisation("Badan Kesatuan Bangsa dan Politik", ("Sekretariat",), _OFFICE, 0, 2, 1),
    Organisation(
        "Dinas Perpustakaan dan Kearsipan", ("Bidang Arsip",), ("Arsiparis Terampil",), 2, 0, 0
    ),
)

_MEN = """Adhyasta Banyu Cakra Dharma Elang Gading Harsa Jagad Kresna Langit Mahesa Naraya Pandu Rangga
Samudra Satria Surya Tirta Wisnu Yudha Aji Bima Guntur Rimba""".split()
_WOMEN = """Anggrek Ayuning Cahya Dahlia Embun Gendis Kartika Kinanti Larasati Mayang Mega Nawang Padma
Ratih Rinjani Sekar Senja Tanjung Utari Wangi Wulan Anindya Kirana Pelangi""".split()
_FAMILY = """Adiwarna Anggapraja Bagaskara Candrawinata Dirgantara Estungkara Gumilar Hadiningrat
Jayengrana Kertanegari Lokananta Mangkuluhur Nusabhakti Pamekarti Rahardjasa Sastrawijaya Tirtawening
Wanasegara Widyaloka Yudhapraja Bumiraksa Samparan Kalingga Sukmaraga Purbacaraka Wiryasena""".split()
_LONG_NAME = "Raden Ajeng Kusumaningtyas Cahyaningrum Puspitasari Hadiningrat Wulandari Tirtawening"
_DEGREES = {
    "Guru": "S.Pd.",
    "Perawat": "A.Md.Kep.",
    "Bidan": "S.Tr.Keb.",
    "Analis": "S.IP.",
    "Perencana": "S.E.",
}

_STATUS = ("PNS",) * 6 + ("PPPK",) * 3 + ("PPPK Paruh Waktu",)
_PNS_RANKS = (
    "Pengatur, II/c",
    "Penata Muda, III/a",
    "Penata Muda Tk. I, III/b",
    "Penata, III/c",
    "III/d",
)
_OLD_DAYS = (
    date(2026, 4, 20),
    date(2026, 6, 3),
    date(2026, 7, 9),
    date(2026, 8, 5),
    date(2026, 7, 28),
)
_MONTHS = {"Jul": 7, "Agu": 8, "Nov": 11}
_ABSENT = (None, None, None, "-", "tidak punya")


def everyone() -> list[Person]:
    """Everybody with a sound number, one organisation after the other."""
    random = Random(SEED)  # noqa: S311 - invented people, no secret
    people = list(_pictured())
    names = _names(random)
    for organisation in ORGANISATIONS:
        people += _staff(organisation, names, random)
    order = [KOMINFO, *(organisation.name for organisation in ORGANISATIONS)]
    return sorted(people, key=lambda person: order.index(person.organisation))


# ------------------------------------------------------------------ the people of the pictures


def _pictured() -> Iterator[Person]:
    for line in _PICTURED.strip().splitlines():
        name, nip, status, rank, position, unit, organisation, *rest = line.split("|")
        *accounts, day, consent = rest
        yield Person(
            name,
            nip,
            status,
            rank,
            position,
            unit,
            organisation or KOMINFO,
            tuple(_pictured_account(*pair) for pair in zip(PLATFORMS, accounts, strict=True)),
            _day(day),
            consent,
        )


def _day(text: str) -> date | None:
    if text == ".":
        return None
    day, month = text.split()
    return date(2026, _MONTHS[month], int(day))


def _pictured_account(platform: str, text: str) -> Account:
    if text == ".":
        return Account()
    if text.startswith("tidak"):
        return Account(text, "-")
    if text[-1].isalpha() and not text.endswith("rb"):
        return Account(f"@{text}")
    handle, _, count = text.rpartition(" ")
    shown = handle if platform in ("facebook", "youtube") else f"@{handle}"
    if count.endswith("rb"):
        number = round(float(count.removesuffix("rb").replace(",", ".")) * 1000)
        return Account(shown, count.replace("rb", "\u00a0rb"), number)
    number = int(count.replace(".", ""))
    return Account(shown, number, number)


# ------------------------------------------------------------------ the people from the seed


def _names(random: Random) -> Iterator[tuple[str, bool]]:
    """Full names without repetition, each with True for a woman."""
    yield _LONG_NAME, True
    pairs = [(f"{first} {last}", first in _WOMEN) for first in _MEN + _WOMEN for last in _FAMILY]
    random.shuffle(pairs)
    yield from pairs


def _staff(
    organisation: Organisation, names: Iterator[tuple[str, bool]], random: Random
) -> Iterator[Person]:
    kinds = "q" * organisation.qualifying + "s" * organisation.small + "u" * organisation.unknown
    for number, kind in enumerate(random.sample(kinds, len(kinds))):
        name, woman = next(names)
        status = random.choice(_STATUS)
        position = random.choice(organisation.positions)
        accounts = _accounts(kind, name, random)
        counted = any(account.written not in (None, "-") for account in accounts)
        yield Person(
            name + _degree(position),
            _nip(status, woman, random),
            status,
            _rank(status, random),
            position,
            organisation.units[number % len(organisation.units)],
            organisation.name,
            accounts,
            _observed(random) if counted else None,
            random.choice(("Ya", "Ya", "Ya", "", "Tidak") if kind != "q" else ("Ya", "Ya", "")),
        )


def _degree(position: str) -> str:
    degree = _DEGREES.get(position.split()[0])
    return f", {degree}" if degree else ""


def _nip(status: str, woman: bool, random: Random) -> str:
    born = date(random.randint(1969, 1999), random.randint(1, 12), random.randint(1, 28))
    if status == "PNS":
        start = (
            f"{min(born.year + random.randint(22, 32), 2024)}{random.choice((1, 2, 3, 4, 12)):02}"
        )
    else:
        start = f"{random.randint(2021, 2025) if status == 'PPPK' else 2025}21"
    return f"{born:%Y%m%d}{start}{2 if woman else 1}{random.randint(901, 999)}"


def _rank(status: str, random: Random) -> str:
    if status == "PNS":
        return random.choice(_PNS_RANKS)
    return random.choice(("IX", "IX", "VII", "V")) if status == "PPPK" else ""


def _observed(random: Random) -> date:
    if random.random() < 0.09:
        return random.choice(_OLD_DAYS)
    return TODAY - timedelta(days=random.randint(0, 3))


def _accounts(kind: str, name: str, random: Random) -> tuple[Account, ...]:
    """Of one person: `kind` q qualifies under rule a, s is too small, u unknown."""
    if kind == "u":
        return _unknown(name, random)
    best = random.choices((0, 1, 2), (7, 2, 1))[0]
    number = _best_number(kind, random)
    known_everywhere = kind == "q" and random.random() < 0.1
    accounts = []
    for place, platform in enumerate(PLATFORMS):
        if place == best:
            accounts.append(_account(platform, name, number, random))
        elif known_everywhere and place < 3:
            accounts.append(_account(platform, name, random.randint(510, 2600), random))
        elif random.random() < (0.45, 0.4, 0.2, 0.4, 0.12)[place]:
            most = 430 if place < 3 else 5200
            accounts.append(_account(platform, name, random.randint(25, most), random))
        else:
            accounts.append(Account(random.choice(_ABSENT)))
    return tuple(accounts)


def _best_number(kind: str, random: Random) -> int:
    if kind == "q":
        return 500 + round(random.lognormvariate(6.3, 0.9))
    return random.randint(452, 494) if random.random() < 0.06 else random.randint(40, 440)


def _unknown(name: str, random: Random) -> tuple[Account, ...]:
    """Nothing at all, an account that nobody counted, or one that shows no count."""
    what = random.choice(("nothing", "nothing", "nothing", "uncounted", "private"))
    first = Account()
    if what != "nothing":
        first = Account(_handle("instagram", name), "private" if what == "private" else None)
    return (first, *(Account() for _ in PLATFORMS[1:]))


def _handle(platform: str, name: str) -> str:
    words = name.replace(",", "").split()
    short = f"{words[0]}.{words[-1]}".lower()
    if platform == "facebook":
        return " ".join(words[:3])
    if platform == "x":
        return f"@{words[0]}_{words[-1]}"[:12].lower() + "_tj"
    if platform == "tiktok":
        return f"@{short}.tj"[-24:]
    return f"@{short}.tirtajaya"


def _account(platform: str, name: str, number: int, random: Random) -> Account:
    handle = _handle(platform, name)
    if platform == "instagram" and random.random() < 0.15:
        handle = f"https://www.instagram.com/{handle[1:]}/"
    return Account(handle, _written(number, random), number)


def _written(number: int, random: Random) -> Cell:
    """As people write it; a rounded form never moves a count over the threshold."""
    if number >= 1000:
        forms: Sequence[Cell] = (
            number,
            number,
            f"{number:,}".replace(",", "."),
            f"{number / 1000:.1f}".replace(".", ",") + "\u00a0rb",
            f"{number / 1000:.1f}".replace(".", ",") + "K",
        )
        return random.choice(forms)
    if number >= 520 and random.random() < 0.15:
        return "500+"
    return random.choice((number, number, number, number, str(number), f"{number} pengikut"))
