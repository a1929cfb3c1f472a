"""The PDF: the pages of the preview, on the right paper, with words that can be found."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.errors import Cancelled, DiskFull, FileInUse
from app.domain.platform import Platform
from app.domain.proof import SHORT_HASH
from app.domain.report import PaperSize, ReportBook
from app.domain.report_kinds import ReportKind
from app.domain.report_pages import pages_of
from app.domain.report_strips import strips_of
from app.domain.standing import PersonStanding
from app.services.job import Job
from app.services.report import WriteReport
from app.services.report.checking import CheckReport
from app.ui.printing import lettering
from app.ui.printing.pdf import WritePdf
from app.ui.theme.theme import Theme
from app.wording.cells import cell_words
from app.wording.language import Language
from tests.services.report.conftest import Build, Make, build, make, service
from tests.services.report.payloads import PAYLOADS
from tests.ui.printing.pdf_reading import ReadPdf, read_pdf

__all__ = ["build", "make", "service"]

# As in the program: its own letters are there where the machine has none.
pytestmark = pytest.mark.usefixtures("theme")

MANY = 60


@pytest.fixture
def people(make: Make) -> list[PersonStanding]:
    return [
        make(number, {Platform.INSTAGRAM: str(480 + number)}, organisation=f"Dinas {number % 3}")
        for number in range(1, MANY)
    ]


@pytest.fixture
def pdf(service: WriteReport, language: Language) -> WritePdf:
    return WritePdf(service, language)


@pytest.fixture
def written(pdf: WritePdf, tmp_path: Path) -> Callable[[ReportBook], ReadPdf]:
    def made(book: ReportBook) -> ReadPdf:
        target = tmp_path / "laporan.pdf"
        pdf.write(book, target, Job.quiet())
        return read_pdf(target.read_bytes())

    return made


Written = Callable[[ReportBook], ReadPdf]


@pytest.mark.parametrize(
    ("size", "portrait", "width", "height"),
    [
        (PaperSize.FOLIO, False, 330, 215),
        (PaperSize.FOLIO, True, 215, 330),
        (PaperSize.A4, False, 297, 210),
        (PaperSize.A4, True, 210, 297),
    ],
)
def test_it_has_the_pages_of_the_preview_on_the_paper_that_was_asked_for(
    people: list[PersonStanding],
    build: Build,
    written: Written,
    size: PaperSize,
    portrait: bool,
    width: float,
    height: float,
) -> None:
    book = build(people, kinds=frozenset(ReportKind), paper=size, portrait=portrait)
    pages = written(book).pages
    assert len(pages) == sum(len(pages_of(sheet)) for sheet in book.sheets)
    for page in pages:
        assert page.width == pytest.approx(width, abs=0.2)
        assert page.height == pytest.approx(height, abs=0.2)
        left, bottom, right, top = page.inked
        assert left > 29
        assert right < page.width - 19
        assert bottom > 14
        assert top < page.height - 11


def test_each_nip_and_each_name_can_be_found_whole(
    people: list[PersonStanding], build: Build, written: Written
) -> None:
    pieces = written(build(people)).words.split("\n")
    for one in people:
        if one.judgement.reasons[0].met:
            assert one.person.nip.grouped in pieces
            assert one.person.name in pieces


def test_also_in_the_letters_that_the_program_brings_along(
    people: list[PersonStanding],
    build: Build,
    written: Written,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lettering, "_FAMILIES", [QApplication.font().family()])
    book = build(people)
    pieces = written(book).words.split("\n")
    assert QApplication.font().family() == "Inter"
    assert "Page 1 of 1" in pieces
    for one in people:
        if one.judgement.reasons[0].met:
            assert one.person.nip.grouped in pieces


def test_each_page_says_its_number_and_the_hash_of_the_workbook(
    people: list[PersonStanding],
    build: Build,
    service: WriteReport,
    pdf: WritePdf,
    tmp_path: Path,
) -> None:
    book = build(people)
    workbook, document = tmp_path / "a.xlsx", tmp_path / "a.pdf"
    service.write(book, workbook, Job.quiet())
    content = pdf.write(book, document, Job.quiet())
    assert content == CheckReport().check(workbook, Job.quiet()).sha256
    pages = iter(read_pdf(document.read_bytes()).pages)
    for sheet in book.sheets:
        count = len(pages_of(sheet))
        for number in range(1, count + 1):
            pieces = next(pages).pieces
            assert f"Page {number} of {count}" in pieces
            assert any(piece.endswith(f"content {content[:SHORT_HASH]}") for piece in pieces)


def test_it_names_the_report_and_who_made_it(
    people: list[PersonStanding], build: Build, written: Written
) -> None:
    book = replace(build(people), title="Laporan (contoh) \\ akhir")
    found = written(book)
    assert (found.title, found.author) == ("Laporan (contoh) \\ akhir", "Gaung")


def test_what_looks_like_a_formula_or_markup_is_painted_as_it_was_typed(
    make: Make, build: Build, written: Written
) -> None:
    texts = [*PAYLOADS, "nol\x00bita", "\ud800", "\u202eterbalik", "😀 nama"]
    people = [
        make(number, {Platform.INSTAGRAM: "900"}, name=text or "x", position=text, unit=text)
        for number, text in enumerate(texts, start=1)
    ]
    # Long ones are painted over several lines of their cell.
    seen = "".join(written(build(people)).words.split())
    for text in PAYLOADS:
        assert "".join(text.split()) in seen, text


def test_an_old_file_stays_where_it_is_open_elsewhere(
    people: list[PersonStanding], build: Build, pdf: WritePdf, tmp_path: Path
) -> None:
    target = tmp_path / "laporan.pdf"
    target.write_bytes(b"of last month")
    (tmp_path / ".~lock.laporan.pdf#").write_bytes(b"")
    with pytest.raises(FileInUse):
        pdf.write(build(people), target, Job.quiet())
    assert target.read_bytes() == b"of last month"


def test_an_old_file_stays_and_nothing_else_is_left_where_it_is_stopped(
    people: list[PersonStanding], build: Build, pdf: WritePdf, tmp_path: Path
) -> None:
    class Impatient(Job):
        def step(self, done: int, total: int) -> None:
            if done == 2 and total > 2:
                raise Cancelled

        def untold(self) -> Job:
            return Job.quiet()

    target = tmp_path / "laporan.pdf"
    target.write_bytes(b"of last month")
    with pytest.raises(Cancelled):
        pdf.write(build(people), target, Impatient(lambda done, total: None, None))
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.pdf"]
    assert target.read_bytes() == b"of last month"


def test_a_full_disk_is_said_and_leaves_the_old_file(
    people: list[PersonStanding],
    build: Build,
    pdf: WritePdf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    target = tmp_path / "laporan.pdf"
    target.write_bytes(b"of last month")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DiskFull):
        pdf.write(build(people), target, Job.quiet())
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.pdf"]


def test_every_cell_of_every_kind_is_painted(
    people: list[PersonStanding], build: Build, written: Written
) -> None:
    book = build(people[:12], kinds=frozenset(ReportKind))
    language = Language("en", Path())
    seen = "".join(written(book).words.split())
    for sheet in book.sheets:
        for table in sheet.tables:
            for row in table.rows:
                for cell in row.cells:
                    for word in cell_words(cell, language).split():
                        assert word in seen, (sheet.name, word)


def test_the_raw_data_stand_on_pages_side_by_side_with_name_and_number_on_each(
    people: list[PersonStanding], build: Build, written: Written
) -> None:
    book = build(people, kinds=frozenset((ReportKind.DATA,)))
    pages = written(book).pages
    beside = len(strips_of(book.sheets[0]))
    assert beside == 3
    assert len(pages) == 2 * beside
    first = people[0].person
    for page in pages[:beside]:
        assert first.nip.digits in page.pieces
        assert "NIP" in page.pieces
    heads = [("Organisation", "IG followers", "Verdict"), ("Verdict", "Organisation", "IG account")]
    for page, (here, elsewhere) in zip(pages[:2], zip(*heads, strict=True), strict=False):
        assert here in page.pieces
        assert elsewhere not in page.pieces
