"""Writes every kind of report in both languages, prints them with LibreOffice, and finds faults.

    python -m tests.reliability.report_pages OUT [--lang id en] [--only kosong satu biasa sulit banyak provinsi]

Of each workbook: its parts, relationships, names; two readers; no formula and no link but our own;
the pages that LibreOffice makes of it (paper, margins, "###", the words and the breaks of the preview);
the rows that are lower than their text; the PDF of the program itself. OUT gets the workbooks, the
documents, and contact sheets to be looked at. Prints a line for each fault; exit code 1 with any.
Needs LibreOffice (calc) and the Poppler tools. See README.md beside this file.
"""

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from app.services.job import Job
from app.services.report import WriteReport
from app.ui.printing.pdf import WritePdf
from tests.reliability.paper.contact import contact_sheet, picture_pages
from tests.reliability.paper.files import faults_of_file
from tests.reliability.paper.heights import faults_of_heights, make_probe
from tests.reliability.paper.offices import BY_NAME
from tests.reliability.paper.printing import convert, faults_on_paper, pages_in, profile_of
from tests.reliability.paper.workbooks import Written, of_office, of_province

PROVINCE = "provinsi"
MOST_PAGES = 12
"""Of one document on a contact sheet."""


def main() -> int:
    """Gives 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description="Every report on paper.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", nargs="+", choices=("id", "en"), default=["id", "en"])
    parser.add_argument(
        "--only", nargs="+", choices=(*BY_NAME, PROVINCE), default=[*BY_NAME, PROVINCE]
    )
    asked = parser.parse_args()
    # Letters need it; nothing is ever shown.
    application = QGuiApplication(sys.argv[:1])
    wrong = 0
    done: Counter[str] = Counter()
    for language in asked.lang:
        for name in asked.only:
            folder = asked.out / f"{name}-{language}"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            books = [*_written(name, folder, language)]
            for fault in judged(books, folder, language, done):
                wrong += 1
                sys.stdout.write(f"{fault}\n")
                sys.stdout.flush()
    told = ", ".join(f"{number} {what}" for what, number in done.items())
    sys.stdout.write(f"{told}; {wrong} faults\n")
    del application
    return 1 if wrong else 0


def _written(name: str, folder: Path, language: str) -> Iterator[Written]:
    return (
        of_province(folder, language)
        if name == PROVINCE
        else of_office(BY_NAME[name], folder, language)
    )


def judged(
    books: Sequence[Written], folder: Path, language: str, done: Counter[str]
) -> Iterator[str]:
    """Every fault of every workbook, with its name before it."""
    profile = profile_of(folder, language)
    for written in books:
        done["workbooks"] += 1
        for fault in faults_of_file(written.path, written.book):
            yield f"{written.path.name}: {fault}"
    paths = [written.path for written in books]
    convert(paths, "pdf", folder / "pdf", profile)
    described = [written for written in books if written.book is not None]
    probes = folder / "probe"
    probes.mkdir()
    for written in described:
        make_probe(written.path, probes / written.path.name)
    convert([probes / one.path.name for one in described], "xlsx", folder / "answered", profile)
    for written in books:
        yield from _on_paper(written, folder, done)


def _on_paper(written: Written, folder: Path, done: Counter[str]) -> Iterator[str]:
    name = written.path.stem
    pdf = folder / "pdf" / f"{name}.pdf"
    pages = pages_in(pdf)
    done["pages of LibreOffice"] += len(pages)
    _contact(pdf, folder)
    if written.book is None:
        if any("###" in page.letters for page in pages):
            yield f"{name}: ### stands on the paper"
        return
    for fault in faults_on_paper(pages, written.book, written.language):
        yield f"{name}: {fault}"
    answered = folder / "answered" / written.path.name
    for fault in faults_of_heights(written.path, answered, written.book):
        yield f"{name}: {fault}"
    own = folder / "pdf" / f"{name}-qt.pdf"
    WritePdf(WriteReport(written.language), written.language).write(written.book, own, Job.quiet())
    pages = pages_in(own)
    done["pages of Gaung"] += len(pages)
    _contact(own, folder)
    for fault in faults_on_paper(pages, written.book, written.language):
        yield f"{name} (own PDF): {fault}"


def _contact(pdf: Path, folder: Path) -> None:
    pictures = picture_pages(pdf, folder / "png", MOST_PAGES)
    for first in range(0, len(pictures), 6):
        target = folder / f"kontak-{pdf.stem}-{first // 6 + 1}.png"
        contact_sheet(pictures[first : first + 6], target)


if __name__ == "__main__":
    sys.exit(main())
