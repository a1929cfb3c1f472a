"""Invented offices from nobody to a thousand people, one of them as unpleasant as names can be."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from app.bootstrap import locale_folder, open_workplace
from app.domain.handle import Handle, HandleKind
from app.domain.nip import Nip
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.period import Period, PeriodKind
from app.domain.person import Person, Source
from app.domain.platform import RECORDED
from app.domain.roster import CountState
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.storage.actions import begin
from app.storage.counts import record_count
from app.storage.people import add_person
from app.storage.transaction import Transaction
from app.wording.language import Language
from tests.services.report.payloads import PAYLOADS

OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 20)
_COUNTED = date(2026, 10, 18)
_SEED = 20261128
_NOON = datetime(2026, 11, 20, 12)

NAMES = (
    "Arum Sekarjati",
    "Bening Pratiwi",
    "Dimas Arunika",
    "Galih Rangga Putra",
    "Intan P.",
    "Laras",
)
TITLES = ("S.Kom.", "S.Sos., M.Si.", "A.Md.", "", "S.I.Kom.")
RANKS = ("Penata, III/c", "Pembina Tk. I, IV/b", "IX", "Penata Muda Tk. I, III/b", "")
POSITIONS = (
    "Pranata Humas Ahli Muda",
    "Pengelola Informasi",
    "Kepala Seksi",
    "Penata Layanan Operasional",
)
ORGANISATIONS = (
    "Dinas Komunikasi dan Informatika",
    "Dinas Kesehatan",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Kecamatan Hulu",
    "Sekretariat Daerah",
    "RSUD dr. Contoh",
)
COUNTS = ("900", "480", "1,2 rb", "20", "12.345", "tidak ada")

LONG_NAME = (
    "Raden Ajeng Siti Nurhalimah Kusumaningtyas Wardhani Prabandari Hadiningrat Suryaningsih"
)
LONG_TITLES = "S.Kom., S.Sos., S.H., M.Kom., M.Si., M.H., Ph.D., CHRP., QIA., CRMP., CFrA., AWP."
LONG_UNIT = (
    "Sub Bagian Umum, Kepegawaian, Perencanaan, Evaluasi, dan Pelaporan pada Unit Pelaksana Teknis "
    "Dinas Pelayanan Informasi Publik dan Pengelolaan Data Statistik Sektoral Wilayah Pegunungan Utara"
)
LONG_WORD = "Dinaspelayananinformasipublikdanpengelolaandatastatistiksektoral" * 2
HUGE = 999_999_999_999
"""More than the door lets in: put beside it, since no platform asks us first."""


@dataclass(frozen=True, slots=True)
class Invented:
    """How one office is filled."""

    name: str
    people: int
    office: Office
    unpleasant: bool = False


def _logo() -> bytes:
    picture, content = Image.new("RGB", (600, 700), "white"), BytesIO()
    draw = ImageDraw.Draw(picture)
    draw.polygon(
        [(40, 40), (560, 40), (560, 420), (300, 660), (40, 420)], outline="black", width=24
    )
    draw.line([(100, 330), (250, 270), (400, 330), (520, 270)], fill="black", width=24)
    picture.save(content, "PNG")
    return content.getvalue()


_KNOWS = Signatory(
    SignatoryRole.KNOWS,
    "Drs. Wirya Candrakusuma, M.Si.",
    "Kepala Dinas Komunikasi dan Informatika",
    "Pembina Utama Muda",
    "197003121995031931",
)
_SIGNS = Signatory(
    SignatoryRole.SIGNS,
    "Sekar Maharatri, S.Sos.",
    "Kepala Bidang IKP",
    "Pembina",
    "197608252002122932",
)
PLAIN = Office(
    "Kabupaten Tirta Jaya",
    "Dinas Komunikasi dan Informatika",
    "Jalan Muara Tirta Nomor 7, Tirta Jaya 00000",
    "(0000) 000000",
    "Laman diskominfo.tirtajaya.contoh, pos-el diskominfo@tirtajaya.contoh",
    "Tirta Jaya",
    logo=_logo(),
    signatories=(_KNOWS, _SIGNS),
)
UNPLEASANT = Office(
    "Pemerintah Kabupaten Kepulauan Tirta Jaya Makmur Sentosa Abadi dan Sekitarnya Bagian Utara",
    "Dinas Komunikasi, Informatika, Statistik, Persandian, Kearsipan, dan Perpustakaan Daerah Umum",
    f"Kompleks Perkantoran Terpadu Gedung B Lantai 3, {LONG_UNIT}",
    "(0000) 000000 ext. 123, 124, 125",
    "Laman https://diskominfo.kepulauantirtajayamakmur.contoh/profil, pos-el =1+1@kepulauan.contoh",
    "Kepulauan Tirta Jaya Makmur",
    logo=_logo(),
    signatories=(
        Signatory(
            SignatoryRole.KNOWS,
            f"Prof. Dr. Ir. H. {LONG_NAME}, {LONG_TITLES}",
            f"Kepala {LONG_UNIT}",
            "Pembina Utama Madya, IV/d",
            "197003121995031931",
        ),
        Signatory(
            SignatoryRole.ON_BEHALF,
            '=HYPERLINK("http://contoh.invalid","klik")',
            f"Sekretaris {LONG_UNIT}",
            "+Pembina",
            "-",
        ),
        Signatory(
            SignatoryRole.SIGNS,
            f"{LONG_NAME}, {LONG_TITLES}",
            "@Kepala Bidang Informasi dan Komunikasi Publik serta Pengelolaan Opini dan Aspirasi Warga",
            "Pembina Tingkat I, IV/b",
            "19900913 202521 2 903",
        ),
    ),
)

OFFICES = (
    Invented("kosong", 0, PLAIN),
    Invented("satu", 1, PLAIN),
    Invented("biasa", 40, PLAIN),
    Invented("sulit", 64, UNPLEASANT, unpleasant=True),
    Invented("banyak", 1_000, PLAIN),
)


@contextmanager
def opened(folder: Path, invented: Invented, language: str) -> Iterator[Workplace]:
    """A fresh office with two months of counts, October closed."""
    words = Language(language, locale_folder())
    with open_workplace(
        folder / f"{invented.name}-{language}.db", create=True, language=words
    ) as place:
        place.preferences.save_office(invented.office)
        for one in invented.office.signatories:
            place.preferences.add_signatory(one)
        people = [_person(number, invented.unpleasant) for number in range(invented.people)]
        with place.database.writing() as tx:
            action = begin(tx, "add_person", "", _NOON)
            for one in people:
                add_person(tx, action, one)
        known = {one.nip.digits: one.id for one in place.people.everyone()}
        ids = [known[one.nip.digits] for one in people]
        place.recording.record(list(_entries(ids, invented, 0)), _COUNTED)
        place.periods.close(
            Period(PeriodKind.MONTH, OCTOBER.replace(day=1)), RULE_A, NOVEMBER, Job.quiet()
        )
        place.recording.record(list(_entries(ids, invented, 1)), NOVEMBER)
        if invented.unpleasant:
            with place.database.writing() as tx:
                _put_huge(tx, begin(tx, "record", "", _NOON), ids)
        yield place


def nip_of(number: int) -> Nip:
    """Of different generations, PNS and PPPK."""
    year, month = 1964 + number % 38, 1 + number % 12
    begun = f"{year + 22}03" if number % 3 else "202521"
    return Nip(f"{year}{month:02}15{begun}{1 + number % 2}{900 + number // 12 % 99:03}")


def _person(number: int, unpleasant: bool) -> Person:
    dice = Random(_SEED + number)
    nip = nip_of(number)
    if unpleasant:
        return _unpleasant(number, nip)
    organisation = ORGANISATIONS[number % len(ORGANISATIONS)]
    unit = ("", "Bidang IKP", "Puskesmas Contoh Utara", "Sub Bagian Umum")[number % 4]
    return Person(
        nip,
        f"{dice.choice(NAMES)} {number}",
        title_back=dice.choice(TITLES),
        status="PPPK" if number % 3 == 0 else "PNS",
        rank=dice.choice(RANKS),
        position=dice.choice(POSITIONS),
        organisation=organisation,
        unit=unit,
    )


def _unpleasant(number: int, nip: Nip) -> Person:
    if number < len(PAYLOADS):
        bad = PAYLOADS[number].replace("\t", " ").replace("\r", " ")
        texts = (
            "name",
            "title_front",
            "title_back",
            "rank",
            "position",
            "organisation",
            "unit",
            "note",
        )
        return Person(nip, **dict.fromkeys(texts, bad))
    return Person(
        nip,
        LONG_NAME if number % 3 else LONG_WORD,
        title_front="Prof. Dr. Ir. Hj.",
        title_back=LONG_TITLES,
        rank="Pembina Utama Madya Golongan Ruang IV/d Terhitung Mulai Tanggal 1 April 2026",
        position=f"Kepala {LONG_UNIT}" if number % 2 else LONG_WORD,
        organisation=f"Dinas {number % 5} {LONG_UNIT}" if number % 4 else LONG_WORD,
        unit=LONG_UNIT if number % 5 else "",
        note=LONG_UNIT,
    )


def _entries(ids: Sequence[int], invented: Invented, month: int) -> Iterator[Entry]:
    """Two in five reach the threshold, some have accounts without a count, some have nothing."""
    for number, person in enumerate(ids):
        if number % 10 == 9:
            continue
        reaches = number % 5 < 2 if month else number % 5 in (1, 2)
        for place, platform in enumerate(RECORDED[: 3 if number % 2 else 5]):
            written = (
                COUNTS[(number // 5 + place) % len(COUNTS)] if reaches else str(495 - number % 90)
            )
            if not reaches and (number + place) % 7 == 0:
                written = "tidak ada"
            text = (
                f"orang.dengan.nama.panjang.sekali.{number}"
                if invented.unpleasant
                else f"orang{number}"
            )
            handle = Handle(platform, text[:30], HandleKind.USERNAME)
            yield Entry(person, platform, written, handle=handle if number % 3 else None)


def _put_huge(tx: Transaction, action: int, ids: Sequence[int]) -> None:
    for number, person in enumerate(ids):
        if number % 3 == 0:
            for platform in RECORDED:
                count = CountState(platform, HUGE, HUGE, True, NOVEMBER, str(HUGE))
                record_count(tx, action, person, count, Source.IMPORT, "", _NOON)


BY_NAME: Mapping[str, Invented] = {one.name: one for one in OFFICES}
