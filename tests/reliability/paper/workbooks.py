"""Writes every report that an office or a province can ask for, and tells where each one stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.bootstrap import locale_folder, open_workplace
from app.domain.office import Office
from app.domain.period import Period, PeriodKind
from app.domain.report import PaperSize, ReportBook
from app.domain.report_kinds import OFFICE_KINDS, Division, ReportKind
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.report import Decree, ReportOptions
from app.services.report.province import PROVINCE_KINDS, ProvinceAsked, province_book
from app.services.rollup.dividing import WHOLE, Splitting
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.reliability.paper.offices import BY_NAME, NOVEMBER, PLAIN, Invented, opened

PAPERS = tuple((size, portrait) for size in PaperSize for portrait in (False, True))
OCTOBER_PERIOD = Period(PeriodKind.MONTH, date(2026, 10, 1))
NOVEMBER_PERIOD = Period(PeriodKind.MONTH, date(2026, 11, 1))
_OF_AN_OFFICE = tuple(kind for kind in ReportKind if kind in OFFICE_KINDS)
_LYING = ((PaperSize.FOLIO, False), (PaperSize.A4, True))


@dataclass(frozen=True, slots=True)
class Written:
    """One workbook. `book` None: it is not of our own description (a filled form)."""

    path: Path
    book: ReportBook | None
    language: Language


def of_office(invented: Invented, folder: Path, language: str) -> Iterator[Written]:
    """Each kind alone (for the usual office), all together on several papers, and the rest."""
    say = Language(language, locale_folder())
    papers = PAPERS if invented.name in ("biasa", "sulit") else _LYING
    with opened(folder, invented, language) as place:
        desk = _Desk(place, folder, f"{invented.name}-{language}", say)
        if invented.name == "biasa":
            for kind in _OF_AN_OFFICE:
                yield desk.report(kind.value, kinds=frozenset((kind,)), division=Division.NOTHING)
        for size, portrait in papers:
            lying = "tegak" if portrait else "lebar"
            yield desk.report(
                f"semua-{size}-{lying}",
                kinds=OFFICE_KINDS,
                paper=size,
                portrait=portrait,
                masked_nip=portrait and size is PaperSize.A4,
                decree=Decree("Keputusan Bupati", "800/123/2026", NOVEMBER)
                if portrait
                else Decree(),
                most_organisations=4 if invented.unpleasant else 150,
            )
        if invented.name in ("satu", "sulit"):
            yield from desk.organisations()
            yield desk.template()
            yield from desk.upwards()


class _Desk:
    def __init__(self, place: Workplace, folder: Path, prefix: str, language: Language) -> None:
        self._place, self._folder, self._language = place, folder, language
        self._prefix = prefix
        self._people = place.standings.under(RULE_A, NOVEMBER, Job.quiet()).people
        self._office = place.preferences.office()

    def report(self, name: str, **asked: object) -> Written:
        options = ReportOptions(**asked)  # type: ignore[arg-type]
        report = self._place.report
        background = report.background(RULE_A, NOVEMBER, options, Job.quiet())
        book = report.build(self._people, RULE_A, NOVEMBER, self._office, options, background)
        return self._write(book, name)

    def organisations(self) -> Iterator[Written]:
        options = ReportOptions(kinds=OFFICE_KINDS, division=Division.FILES)
        books = self._place.report.for_organisations(
            self._people, RULE_A, NOVEMBER, self._office, options
        )
        for number, one in enumerate(books):
            # A few speak for all: the unpleasant office has an organisation for each payload.
            if number % 8 == 0:
                yield self._write(one.build(), f"opd-{number:02}")

    def template(self) -> Written:
        form, target = self._path("formulir"), self._path("formulir-terisi")
        self._place.template.write_example(form)
        self._place.template.write(
            form, target, self._people, RULE_A, NOVEMBER, self._office, Job.quiet()
        )
        form.unlink()
        return Written(target, None, self._language)

    def upwards(self) -> Iterator[Written]:
        writing = self._place.upwards.writing
        closing = self._place.periods.closed()[0]
        for name, splitting in (("utuh", WHOLE), ("bagian", Splitting(most_people=30))):
            target = self._path(f"kirim-{name}")
            found = writing.of_closing(closing.id, target, Job.quiet(), splitting)
            yield from (Written(path, None, self._language) for path in found.paths)

    def _write(self, book: ReportBook, name: str) -> Written:
        target = self._path(name)
        self._place.report.write(book, target, Job.quiet())
        return Written(target, book, self._language)

    def _path(self, name: str) -> Path:
        return self._folder / f"{self._prefix}-{name}.xlsx"


def of_province(folder: Path, language: str) -> Iterator[Written]:
    """Over eight offices of three sizes, one of them missing, on every paper."""
    say = Language(language, locale_folder())
    with open_workplace(folder / f"provinsi-{language}.db", create=True, language=say) as province:
        paths = [*_sent(folder, language)]
        province.upwards.receiving.receive(paths, Job.quiet())
        province.upwards.merging.expect(
            ["Kabupaten Danau Biru", "Kabupaten Kepulauan Tirta Jaya Makmur Sentosa Abadi Selatan"]
        )
        merging = province.upwards.merging
        now = merging.rollup(NOVEMBER_PERIOD, RULE_A, Job.quiet())
        before = merging.rollup(OCTOBER_PERIOD, RULE_A, Job.quiet())
        office = Office(
            "Provinsi Langit",
            PLAIN.name,
            PLAIN.address,
            PLAIN.phone,
            PLAIN.contact,
            "Kota Langit",
            PLAIN.logo,
            PLAIN.signatories,
        )
        for size, portrait in PAPERS:
            options = ReportOptions(kinds=frozenset(PROVINCE_KINDS), paper=size, portrait=portrait)
            book = province_book(ProvinceAsked(now, before, office, options, say))
            target = folder / f"provinsi-{language}-{size}-{'tegak' if portrait else 'lebar'}.xlsx"
            province.report.write(book, target, Job.quiet())
            yield Written(target, book, say)


def _sent(folder: Path, language: str) -> Iterator[Path]:
    for number, name in enumerate(("satu", "biasa", "sulit")):
        invented = BY_NAME[name]
        inner = folder / f"kirim-{number}"
        inner.mkdir(exist_ok=True)
        with opened(inner, invented, language) as place:
            if number == 1:
                # People of one office stand in another one too.
                office = place.preferences.office()
                place.preferences.save_office(
                    Office("Kabupaten Bukit Hijau", office.name, city=office.city)
                )
            writing = place.upwards.writing
            for closing in place.periods.closed():
                target = inner / f"{closing.period.first:%m}.xlsx"
                yield from writing.of_closing(closing.id, target, Job.quiet()).paths
            target = inner / "11.xlsx"
            yield from writing.of_today(
                NOVEMBER_PERIOD, RULE_A, NOVEMBER, target, Job.quiet()
            ).paths
