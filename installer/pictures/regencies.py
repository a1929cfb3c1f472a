"""Invented regencies and what they send to their province, for pictures."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.office import Office
from app.domain.period import Period, PeriodKind
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, RULE_A
from app.services.job import Job
from app.services.recording import Entry
from app.services.rollup.dividing import Splitting
from app.services.workplace import Workplace
from app.wording.language import Language

OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
_SEPTEMBER = OCTOBER.before
_NAMES = ("Citra", "Bagas", "Sekar", "Wira", "Laras", "Damar", "Ratih", "Galih")
_OFFICES = (
    "Kabupaten Tirta Jaya",
    "Kabupaten Muara Sari",
    "Kabupaten Gunung Makmur Sejahtera",
    "Kota Lembah Indah",
    "Kabupaten Sungai Raya",
)
EXPECTED = (*_OFFICES, "Kota Pantai Selatan", "Kabupaten Bukit Awan")


def what_was_sent(folder: Path, language: Language) -> list[Path]:
    """Five offices: one twice, one in parts of which one is missing, one under another rule.

    The last file was changed on its way. Made once for all pictures of a language.
    """
    if not folder.is_dir():
        folder.mkdir(parents=True)
        for place, name in enumerate(_OFFICES):
            database = folder / f"{place}.db"
            with open_workplace(database, create=True, language=language) as office:
                office.preferences.save_office(Office(government=name, name="Diskominfo"))
                _fill(office, place)
                _send(office, place, folder / f"{name}.xlsx")
        _change(folder / f"{_OFFICES[4]}.xlsx", folder / "Kota Pantai Selatan.xlsx")
        with suppress(FileNotFoundError):
            (folder / f"{_OFFICES[3]} (2).xlsx").unlink()
    return sorted(folder.glob("*.xlsx"))


def _fill(office: Workplace, place: int) -> None:
    for number in range(8):
        # The first person of each office moved there from the one before.
        own = place * 8 + number + 1 if number else max(1, place * 8 - 6)
        person = Person(
            Nip(f"19{65 + 7 * own % 35}0314201001{1 + own % 2}{own:03}"),
            f"{_NAMES[number]} {_NAMES[(number + own) % 8]}wati",
            organisation=("Dinas Kesehatan", "Dinas Pendidikan", "Kecamatan Muara")[number % 3],
        )
        office.people.add(person)
    _count(office, place, date(2026, 9, 14), 0)


def _count(office: Workplace, place: int, day: date, more: int) -> None:
    entries = [
        Entry(one.id, platform, str(140 * (number + place) + more))
        for number, one in enumerate(office.people.everyone())
        for platform in (Platform.INSTAGRAM, Platform.FACEBOOK)[: 1 + number % 2]
        if number % 7
    ]
    office.recording.record(entries, day)


def _send(office: Workplace, place: int, target: Path) -> None:
    today, writing, quiet = date(2026, 11, 3), office.upwards.writing, Job.quiet()
    rule = NAMED_RULES[2] if place == 2 else RULE_A
    before = office.periods.close(_SEPTEMBER, rule, today, quiet)
    if place != 1:
        writing.of_closing(before.id, target.with_stem(f"{target.stem} September"), quiet)
    _count(office, place, date(2026, 10, 20), 90)
    closing = office.periods.close(OCTOBER, rule, today, quiet)
    splitting = Splitting(5) if place == 3 else Splitting()
    written = writing.of_closing(closing.id, target, quiet, splitting)
    if place == 3:
        written.paths[-1].unlink()
    if place == 0:
        office.periods.reopen(OCTOBER, "Angka diperbaiki")
        _count(office, place, date(2026, 10, 28), 260)
        again = office.periods.close(OCTOBER, rule, today, quiet)
        writing.of_closing(again.id, target.with_stem(f"{target.stem} revisi"), quiet)


def _change(source: Path, target: Path) -> None:
    with ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"Bagas", b"Bagus"))
