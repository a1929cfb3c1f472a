"""LibreOffice prints; what stands on the paper is compared with what stands in the workbook."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from app.domain.report import Chart, Paper, ReportBook, ReportSheet
from app.domain.report_pages import pages_of
from app.ui.printing.paper_page import PaperBook
from app.wording.cells import cell_words
from app.wording.language import Language

_POINT = 25.4 / 72
_NEAR = 3
"""Pages by which the pages of a long workbook may have moved."""

_SLACK = 1.5
"""Millimetres: letters may hang over the edge of their cell by a hair."""

_REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
</oor:items>
"""

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """Size in mm, the words with their boxes in mm, and all letters in the order of painting."""

    width: float
    height: float
    boxes: Sequence[tuple[float, float, float, float, str]]
    letters: str


def profile_of(folder: Path, language: str) -> Path:
    """A fresh profile that writes numbers as the readers of this language do."""
    place = folder / f"profil-{language}"
    (place / "user").mkdir(parents=True, exist_ok=True)
    locale = {"id": "id-ID", "en": "en-US"}[language]
    (place / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format(locale=locale))
    return place


def convert(paths: Sequence[Path], form: str, folder: Path, profile: Path) -> None:
    """All files in one go: the program starts once."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=1_200)
    lost = [path.name for path in paths if not (folder / f"{path.stem}.{form}").is_file()]
    if lost:
        raise RuntimeError(f"LibreOffice opened nothing of {lost}")


def pages_in(pdf: Path) -> list[PrintedPage]:
    boxes = _said("pdftotext", "-bbox", str(pdf), "-")
    painted = _said("pdftotext", "-raw", str(pdf), "-").split("\f")
    found = []
    for number, page in enumerate(_PAGE.finditer(boxes)):
        words = [
            (*(float(edge) * _POINT for edge in word.groups()[:4]), unescape(word[5]))
            for word in _WORD.finditer(page[3])
        ]
        size = float(page[1]) * _POINT, float(page[2]) * _POINT
        found.append(PrintedPage(*size, words, _squeezed(painted[number])))
    return found


def faults_on_paper(
    pages: Sequence[PrintedPage], book: ReportBook, language: Language
) -> Iterator[str]:
    """Every text of the preview, on the page where the preview has it, and nothing outside the paper.

    Where a list goes on without breaks of ours, another program fits a row more on a page: its texts
    are looked for on the neighbouring pages as well, and the number of pages may differ a little.
    """
    described = list(PaperBook(book, tuple(map(pages_of, book.sheets))).pages())
    whole = "".join(page.letters for page in pages)
    for sign in ("###", "Err:"):
        if sign in whole:
            yield f"{sign} stands on the paper"
    yield from _edges(pages, book.sheets[0].paper)
    apart = abs(len(pages) - len(described))
    if apart > 1 + len(described) // 10:
        yield f"{len(pages)} pages, the preview has {len(described)}"
    for number, paper in enumerate(described):
        around = _NEAR + apart
        near = [page.letters for page in pages[max(0, number - around) : number + around + 1]]
        words = {
            _squeezed(word)
            for line in paper.lines
            for piece in line.pieces
            if not isinstance(piece.content, Chart)
            for word in cell_words(piece.content, language).split()
        }
        if not has_breaks(paper.sheet):
            near = ["".join(near)]
        lost = min(({word for word in words if word not in there} for there in near), key=len)
        if lost:
            yield f"page {number + 1} ({paper.sheet.name}): {sorted(lost)} is missing"


def has_breaks(sheet: ReportSheet) -> bool:
    """Whether its pages end where the program says."""
    return sheet.signatures is not None or not sheet.is_list


def _edges(pages: Sequence[PrintedPage], paper: Paper) -> Iterator[str]:
    """The paper that was asked for, and every letter between its margins."""
    for number, page in enumerate(pages, 1):
        if abs(page.width - paper.width) > _SLACK or abs(page.height - paper.height) > _SLACK:
            yield f"page {number} is {page.width:.0f} x {page.height:.0f} mm"
        for left, top, right, bottom, word in page.boxes:
            if (
                left < paper.left - _SLACK
                or right > page.width - paper.right + _SLACK
                or top < 5
                or bottom > page.height - 5
            ):
                yield f"page {number}: {word!r} stands outside, at {left:.0f}-{right:.0f} x {top:.0f}-{bottom:.0f} mm"


def _squeezed(text: str) -> str:
    """Without blanks, and without the signs that group and part a number in each language."""
    return "".join(text.split()).replace(".", "").replace(",", "").replace("−", "-")


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
