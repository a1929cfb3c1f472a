"""Prints how long a report takes to write beside bare engines; nothing is asserted.

    python tests/bench/report_bench.py [--rows 100000] [--people 8000] [--times 3]

See README.md beside this file.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.standings import Standings

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 20)
HEADS = 30
"""Columns of the raw data of an office with five platforms."""

OURS, STREAMED, KEPT, OPENPYXL = "ours", "XlsxWriter, streamed", "XlsxWriter", "openpyxl, streamed"
LIST, FILLED = "list and recapitulation", "template filled"
Cell = str | int | date | None


def cells(number: int) -> tuple[Cell, ...]:
    """One row as the raw data have it."""
    person: tuple[Cell, ...] = (
        f"19850101201001{1 + number % 2}{number % 999 + 1:03}",
        f"Nama Orang Nomor {number}",
        None,
        "S.Kom.",
        "PNS",
        "Penata, III/c",
        "Pranata Humas Ahli Muda",
        f"Bidang {number % 300}",
        f"Dinas Contoh {number % 37}",
        "Bersedia",
        "Milenial",
    )
    accounts: tuple[Cell, ...] = ()
    for platform in range(5):
        if (number + platform) % 3:
            accounts += (f"@orang{number}.{platform}", number % 3000, date(2026, 11, 1))
        else:
            accounts += (None, None, None)
    verdict = "Memenuhi" if number % 3 else "Belum memenuhi"
    return (*person, *accounts, verdict, "Instagram", number % 50, number % 3000)


# ------------------------------------------------------------------ what is measured


def write_ours(target: Path, rows: int) -> Callable[[], None]:
    """The raw data through the program's own door."""
    sys.path.insert(0, str(ROOT))
    from app.domain.report import Column, PageFooter, ReportBook, ReportSheet, Row, Table
    from app.workbooks.writing import write_report

    columns = tuple(Column(f"Kolom {place}") for place in range(HEADS))
    table = Table(columns, tuple(Row(cells(n)) for n in range(rows)), "", numbered=False)
    footer = PageFooter("Terbatas", "{page}")
    sheet = ReportSheet("Data", (30.0,) * HEADS, (), (), (table,), footer, is_data=True)
    book = ReportBook("Laporan", "", (sheet,))
    return lambda: write_report(book, target, lambda done, total: None)


def write_bare(target: Path, rows: int, *, streamed: bool) -> Callable[[], None]:
    """The same cells through the engine alone, without a table and without a check."""
    import xlsxwriter

    kept = [cells(number) for number in range(rows)]

    def write() -> None:
        with xlsxwriter.Workbook(str(target), {"constant_memory": streamed}) as book:
            sheet = book.add_worksheet("Data")
            text, number, day = (
                book.add_format({"num_format": form, "font_name": "Arial"})
                for form in ("@", "#,##0", "dd-mm-yyyy")
            )
            for place in range(HEADS):
                sheet.write_string(0, place, f"Kolom {place}", text)
            for row, contents in enumerate(kept, start=1):
                for place, content in enumerate(contents):
                    if isinstance(content, str):
                        sheet.write_string(row, place, content, text)
                    elif isinstance(content, int):
                        sheet.write_number(row, place, content, number)
                    elif content is not None:
                        moment = datetime(content.year, content.month, content.day)
                        sheet.write_datetime(row, place, moment, day)

    return write


def write_openpyxl(target: Path, rows: int) -> Callable[[], None]:
    """The same cells through openpyxl, which cannot store what a formula gives."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    kept = [cells(number) for number in range(rows)]

    def write() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Data")
        forms = {str: "@", int: "#,##0", date: "dd-mm-yyyy", type(None): "General"}
        styled = {}
        for kind, form in forms.items():
            styled[kind] = WriteOnlyCell(sheet)
            styled[kind].number_format = form

        def dressed(contents: tuple[Cell, ...]) -> Iterator[object]:
            for content in contents:
                cell = styled[type(content)]
                cell.value = content
                yield cell

        sheet.append([f"Kolom {place}" for place in range(HEADS)])
        for contents in kept:
            sheet.append(dressed(contents))
        book.save(target)

    return write


def an_office(people: int) -> "Standings":
    """Everybody judged; two in five qualify."""
    sys.path.insert(0, str(ROOT))
    from app.domain.count import Interval
    from app.domain.handle import Handle, HandleKind
    from app.domain.nip import Nip
    from app.domain.person import Account, Count, Person, Source
    from app.domain.platform import Platform
    from app.domain.rule import RULE_A
    from app.services.standings import judged

    def account(platform: Platform, number: int, followers: int) -> Account:
        count = Count(Interval.of(followers), date(2026, 11, 1), Source.IMPORT, str(followers))
        handle = Handle(platform, f"orang{number}", HandleKind.USERNAME)
        return Account(platform, handle, latest=count)

    everyone = []
    for number in range(people):
        nip = Nip(
            f"1985{1 + number % 12:02}{1 + number // 12 % 28:02}201001{1 + number % 2}{number % 999 + 1:03}"
        )
        person = Person(
            nip,
            f"Nama Orang Nomor {number}",
            rank="Penata, III/c",
            position="Pranata Humas Ahli Muda",
            organisation=f"Dinas Contoh {number % 37}",
            unit=f"Bidang Layanan {number % 300}",
        )
        followers = 900 if number % 5 < 2 else 120
        accounts = (
            account(Platform.INSTAGRAM, number, followers),
            account(Platform.FACEBOOK, number, 80),
        )
        everyone.append((person, accounts))
    return judged(everyone, RULE_A, AS_OF)


def write_list(target: Path, people: int) -> Callable[[], None]:
    """List and recapitulation, described and written."""
    standings = an_office(people)
    from app.domain.office import Office
    from app.domain.report_kinds import Division, ReportKind
    from app.domain.rule import RULE_A
    from app.services.job import Job
    from app.services.report import ReportOptions, WriteReport
    from app.wording.language import Language

    service = WriteReport(Language("id", ROOT / "resources" / "locale"))
    kinds = frozenset((ReportKind.QUALIFYING, ReportKind.RECAP))
    options = ReportOptions(kinds=kinds, division=Division.NOTHING)
    office = Office("Kabupaten Contoh", "Dinas Kominfo")

    def write() -> None:
        book = service.build(standings.people, RULE_A, AS_OF, office, options)
        service.write(book, target, Job.quiet())

    return write


def fill_list(target: Path, people: int) -> Callable[[], None]:
    """The example of a template, filled with everyone who qualifies, with its proof."""
    standings = an_office(people)
    from app.domain.office import Office
    from app.domain.rule import RULE_A
    from app.services.job import Job
    from app.services.report.template import FillTemplate
    from app.wording.language import Language

    service = FillTemplate(Language("id", ROOT / "resources" / "locale"))
    template, office = target.with_name("template.xlsx"), Office("Kabupaten Contoh", "Kominfo")
    service.write_example(template)

    def write() -> None:
        service.write(template, target, standings.people, RULE_A, AS_OF, office, Job.quiet())

    return write


MODES: Mapping[str, Callable[[Path, int], Callable[[], None]]] = {
    OURS: write_ours,
    STREAMED: lambda target, rows: write_bare(target, rows, streamed=True),
    KEPT: lambda target, rows: write_bare(target, rows, streamed=False),
    OPENPYXL: write_openpyxl,
    LIST: write_list,
    FILLED: fill_list,
}


# ------------------------------------------------------------------ measuring


def measure(mode: str, size: int, folder: Path) -> tuple[float, float, float]:
    """Seconds on the clock and of processor, megabytes at the peak, in a fresh interpreter."""
    command = [sys.executable, __file__, "--child", mode, "--size", str(size), "--folder", folder]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    clock, processor, memory = map(float, ended.stdout.split())
    return clock, processor, memory


def child(mode: str, size: int, folder: Path) -> None:
    """Writes once; what it prints is read by `measure`."""
    write = MODES[mode](folder / "bench.xlsx", size)
    clock, processor = time.perf_counter(), time.process_time()
    write()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{clock} {processor} {memory}\n")


def main() -> None:
    """Medians of several turns; the ratio is that of processor time to the streamed bare engine."""
    parser = argparse.ArgumentParser(description="Times the writing of reports.")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=8_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--child")
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    if asked.child:
        child(asked.child, asked.size, asked.folder)
        return
    put = sys.stdout.write
    with tempfile.TemporaryDirectory(prefix="gaung-bench-") as place:
        turns: dict[str, list[tuple[float, float, float]]] = {mode: [] for mode in MODES}
        for _ in range(asked.times):
            for mode in MODES:
                size = asked.people if mode in (LIST, FILLED) else asked.rows
                turns[mode].append(measure(mode, size, Path(place)))
    medians = {
        mode: [statistics.median(column) for column in zip(*found, strict=True)]
        for mode, found in turns.items()
    }
    bare = medians[STREAMED][1]
    put(f"{asked.rows} rows x {HEADS} cells; {asked.people} people\n")
    put(f"{'':24}{'clock':>8}{'processor':>11}{'memory':>9}{'ratio':>8}\n")
    for mode, (clock, processor, memory) in medians.items():
        ratio = "" if mode in (LIST, FILLED) else f"{processor / bare:.2f}"
        put(f"{mode:24}{clock:7.1f}s{processor:10.1f}s{memory:6.0f} MB{ratio:>8}\n")


if __name__ == "__main__":
    main()
