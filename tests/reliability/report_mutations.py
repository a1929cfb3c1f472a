"""Edits one digit of every kind of written report, again and again: each edit has to be found, and named.

    python -m tests.reliability.report_mutations [--mutations 500] [--doors 40] [--resaved 40] [--seed 20261128]

Files: every kind alone and all together, one organisation's, a filled form, the exchange workbook whole
and in parts, the province's. Of each: it agrees as it was written; so many single digits edited in
its sheets, read again in this process; some through the very check of the program (and the exchange
workbook through the door of the province, which has to refuse it); then LibreOffice saves it again, untouched (it
has to agree) and edited (the very cell has to be named). One line a file; exit code 1 where any edit was missed.
"""

import argparse
import random
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from app.bootstrap import locale_folder, open_workplace
from app.domain.column_letters import column_letters
from app.domain.proof_check import differences
from app.services.job import Job
from app.services.report.checking import CheckReport
from app.services.rollup.receiving import Reception
from app.wording.language import Language
from app.workbooks.proof_reading import read_report
from tests.reliability.paper.offices import BY_NAME
from tests.reliability.paper.printing import convert, profile_of
from tests.reliability.paper.workbooks import of_office, of_province
from tests.services.report.test_proof import read_as_the_child_does, spots_of

Cell = tuple[str, str]
"""Name of the sheet, letters and number of the cell."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A digit at a place of the XML of one sheet becomes another one."""

    part: str
    sheet: str
    cell: str
    at: int
    digit: str


class Opened:
    """A written workbook with its parts in memory."""

    def __init__(self, path: Path, dice: random.Random) -> None:
        self.path, self._dice = path, dice
        self.proof = read_report(path, lambda done, total: None).proof
        self.names = [sheet.name for sheet in self.proof.sheets]
        with zipfile.ZipFile(path) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self._spots = [
            (f"xl/worksheets/sheet{number}.xml", sheet, cell, at)
            for number, sheet in enumerate(self.names, start=1)
            for cell, at in spots_of(self._parts[f"xl/worksheets/sheet{number}.xml"].decode())
        ]

    def edits(self, number: int) -> Iterator[Edit]:
        """Any digits of any cells; not the same one twice, while there are enough."""
        many = min(number, len(self._spots))
        for part, sheet, cell, at in self._dice.sample(self._spots, many):
            was = self._parts[part].decode()[at]
            digit = self._dice.choice([each for each in "0123456789" if each != was])
            yield Edit(part, sheet, cell, at, digit)

    def edited(self, edit: Edit) -> bytes:
        content = BytesIO()
        with zipfile.ZipFile(content, "w") as new:
            for name, part in self._parts.items():
                if name == edit.part:
                    text = part.decode()
                    part = (text[: edit.at] + edit.digit + text[edit.at + 1 :]).encode()
                new.writestr(name, part)
        return content.getvalue()

    def named_in_process(self, edit: Edit) -> list[Cell]:
        sheets = read_as_the_child_does(self.edited(edit), self.names)
        return [_named(one.sheet, one.row, one.column) for one in differences(self.proof, sheets)]

    def named_by_the_check(self, edit: Edit, folder: Path) -> list[Cell]:
        path = folder / "diubah.xlsx"
        path.write_bytes(self.edited(edit))
        return named_by_the_check(path)


def named_by_the_check(path: Path) -> list[Cell]:
    found = CheckReport().check(path, Job.quiet()).differences
    return [_named(one.sheet, one.row, one.column) for one in found]


def _named(sheet: str, row: int, column: int) -> Cell:
    return sheet, f"{column_letters(column)}{row + 1}"


def missed(edits: Sequence[Edit], name: Callable[[Edit], list[Cell]]) -> list[Edit]:
    """Those whose cell was not named, or not alone."""
    return [edit for edit in edits if name(edit) != [(edit.sheet, edit.cell)]]


def accepted_by_the_province(opened: Opened, edits: Sequence[Edit], folder: Path) -> list[Edit]:
    """Those that the province received all the same."""
    language = Language("id", locale_folder())
    taken = []
    with open_workplace(folder / "penerima.db", create=True, language=language) as province:
        for edit in edits:
            path = folder / "diubah.xlsx"
            path.write_bytes(opened.edited(edit))
            (found,) = province.upwards.receiving.receive([path], Job.quiet()).files
            if found.reception is not Reception.REFUSED:
                taken.append(edit)
    return taken


def resaved(
    opened: Opened, edits: Sequence[Edit], folder: Path, profile: Path
) -> tuple[int, list[Edit]]:
    """Cells named in the untouched file as LibreOffice saved it, and the edits that were missed."""
    folder.mkdir()
    paths = [folder / "utuh.xlsx"]
    paths[0].write_bytes(opened.path.read_bytes())
    for number, edit in enumerate(edits):
        paths.append(folder / f"{number:03}.xlsx")
        paths[-1].write_bytes(opened.edited(edit))
    convert(paths, "xlsx", folder / "lagi", profile)
    again = [folder / "lagi" / path.name for path in paths]
    lost = [
        edit
        for edit, path in zip(edits, again[1:], strict=True)
        if (edit.sheet, edit.cell) not in named_by_the_check(path)
    ]
    return len(named_by_the_check(again[0])), lost


def main() -> int:
    """Gives 1 where an edit was missed, or where an untouched file does not agree."""
    parser = argparse.ArgumentParser(description="One edited digit is found.")
    parser.add_argument("--mutations", type=int, default=500)
    parser.add_argument("--doors", type=int, default=40)
    parser.add_argument("--resaved", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20261128)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="gaung-mutations-") as place:
        folder = Path(place)
        profile = profile_of(folder, "id")
        for number, path in enumerate(_files(folder)):
            opened = Opened(path, dice)
            as_written = named_by_the_check(path)
            edits = list(opened.edits(asked.mutations))
            lost = missed(edits, opened.named_in_process)
            some = edits[: asked.doors]
            lost += missed(some, lambda edit, one=opened: one.named_by_the_check(edit, folder))
            if "kirim" in path.name:
                lost += accepted_by_the_province(opened, some, folder)
            again, unseen = resaved(
                opened, edits[: asked.resaved], folder / f"lagi-{number}", profile
            )
            wrong += len(as_written) + len(lost) + again + len(unseen)
            sys.stdout.write(
                f"{path.stem:34} {len(opened.names):3} sheets  {len(edits)} edits, {len(some)} through the door: "
                f"{len(lost)} missed; saved again: {again} cells of the untouched, "
                f"{len(unseen)} of {min(asked.resaved, len(edits))} edits missed\n"
            )
            for edit in (*lost, *unseen):
                sys.stdout.write(f"    {edit}\n")
            sys.stdout.flush()
    return 1 if wrong else 0


def _files(folder: Path) -> Iterator[Path]:
    """One of each form; of the papers, one."""
    usual = [one.path for one in of_office(BY_NAME["biasa"], folder, "id")]
    yield from (path for path in usual if "-semua-" not in path.name or "folio-lebar" in path.name)
    some = [one.path for one in of_office(BY_NAME["sulit"], folder, "id")]
    wanted = ("folio-lebar", "opd-16", "formulir", "kirim-utuh", "bagian 2")
    yield from (path for path in some if any(part in path.name for part in wanted))
    yield next(one.path for one in of_province(folder, "id"))


if __name__ == "__main__":
    sys.exit(main())
