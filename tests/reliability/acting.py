"""Does one piece of work on an office as the window does it, for the trials beside this file.

    python -m tests.reliability.acting [--unsynced] record|fetch|erase|reports FOLDER
    python -m tests.reliability.acting [--unsynced] app ARGUMENTS OF THE COMMAND LINE

Prints `ACK:<what>` when something is kept, and not before. `--unsynced` asks the disk to keep
nothing: the control, in which a power cut has to do harm.
"""

import os
import sys
import threading
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from app.__main__ import main as gaung
from app.bootstrap import locale_folder, open_workplace
from app.cli.output import complain, put
from app.domain.errors import AppError
from app.domain.office import Office
from app.domain.period import Period, PeriodKind
from app.domain.platform import Platform
from app.domain.report_kinds import OFFICE_KINDS, Division
from app.domain.rule import RULE_A
from app.domain.written_report import ReportForm
from app.services.forms.issuing import FormOrder
from app.services.job import Job
from app.services.recording import Entry
from app.services.report import ReportOptions
from app.services.report.province import PROVINCE_KINDS, ProvinceAsked, province_book
from app.services.standings import Standings
from app.services.workplace import Workplace
from app.storage import connecting
from app.wording.errors import error_sentence
from app.wording.language import Language

AS_OF = date(2026, 11, 20)
OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
FIRST_BATCH = date(2026, 9, 1)
BATCHES, IN_A_BATCH = 24, 12
FIRST = 1
"""The id of whoever is erased."""

WORKBOOK, LIST, PAPER, FILLED = "laporan.xlsx", "Dinas.xlsx", "laporan.pdf", "formulir.xlsx"
SENT, PROVINCE, OWN = "kiriman.xlsx", "antarkantor.xlsx", "orang.xlsx"
INCIDENT, MAP = "insiden.xlsx", "peta.xlsx"
TARGETS = (WORKBOOK, LIST, PAPER, FILLED, SENT, PROVINCE, OWN, INCIDENT, MAP)
"""Every kind of file that a clerk may carry away, in the order in which they are written."""
TEMPLATE = "templat.xlsx"
LANGUAGE = Language("id", locale_folder())


def kept(what: object) -> None:
    """Says that it is on the disk."""
    put(f"ACK:{what}")


def record(place: Workplace, folder: Path) -> None:
    """A clerk types block after block; what stands already is not typed again."""
    everyone = place.people.everyone()
    first, *_ = everyone
    for number in range(BATCHES):
        day = FIRST_BATCH + timedelta(days=number)
        card = place.people.card(first.id, day)
        if any(one.observed_on == day for one in card.histories.get(Platform.TIKTOK, ())):
            continue
        block = [
            Entry(one.id, Platform.TIKTOK, str(1000 + number)) for one in everyone[:IN_A_BATCH]
        ]
        place.recording.record(block, day)
        kept(number)


def fetch(place: Workplace, folder: Path) -> None:
    """Asks about everybody who was not asked yet; acknowledges how many are kept so far."""
    before = [0]

    def told(done: int, total: int) -> None:
        kept(before[0] + done)
        if done == total:
            before[0] += done

    with place.database.reading() as tx:
        question = "SELECT count(*) FROM counts WHERE source = 'api'"
        before[0] = int(tx.exec_driver_sql(question).scalar_one())
    place.fetching.followers.run(Job(told, threading.Event()))


def erase(place: Workplace, folder: Path) -> None:
    """Finishes an earlier erasure, then erases the first person with every copy of them."""
    erasing = place.privacy.erasing
    erasing.finish()
    for one in place.people.everyone():
        if one.id == FIRST:
            erased = erasing.erase(one.id, one.name, Job.quiet())
            kept(FIRST)
            erasing.purge(erased, Job.quiet())


def reports(place: Workplace, folder: Path) -> None:
    """Everything that a clerk can have written, each over an older one of the same name."""
    standings = place.standings.under(RULE_A, AS_OF, Job.quiet())
    office = place.preferences.office()
    for target, write in (
        (WORKBOOK, _workbook),
        (LIST, _of_an_organisation),
        (PAPER, _paper),
        (FILLED, _filled),
        (SENT, _sent),
        (PROVINCE, _province),
        (OWN, _own),
        (INCIDENT, _incident),
        (MAP, _map),
    ):
        write(place, standings, office, folder / target)
        kept(target)
    forms = place.forms.issue(FormOrder((Platform.TIKTOK,), None), folder, "Dinas", Job.quiet())
    for one in forms.files:
        kept(one.name)


def _workbook(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    options = ReportOptions(kinds=OFFICE_KINDS)
    background = place.report.background(found.rule, AS_OF, options, Job.quiet())
    book = place.report.build(found.people, found.rule, AS_OF, office, options, background)
    content = place.report.write(book, target, Job.quiet())
    place.report.note(book, target, ReportForm.WORKBOOK, content)


def _of_an_organisation(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    options = ReportOptions(division=Division.FILES)
    books = place.report.for_organisations(found.people, found.rule, AS_OF, office, options)
    first, *_ = books
    place.report.write(first.build(), target, Job.quiet())


def _paper(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    # Only this one loads Qt.
    from PySide6.QtGui import QGuiApplication

    from app.ui.printing.pdf import WritePdf

    application = QGuiApplication.instance() or QGuiApplication([])
    book = place.report.build(found.people, found.rule, AS_OF, office)
    WritePdf(place.report, LANGUAGE).write(book, target, Job.quiet())
    del application


def _filled(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    template = target.with_name(TEMPLATE)
    place.template.write(template, target, found.people, found.rule, AS_OF, office, Job.quiet())


def _sent(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    place.upwards.writing.of_today(OCTOBER, RULE_A, AS_OF, target, Job.quiet())


def _province(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    rollup = place.upwards.merging.rollup(OCTOBER, RULE_A, Job.quiet())
    options = ReportOptions(kinds=frozenset(PROVINCE_KINDS))
    book = province_book(ProvinceAsked(rollup, None, office, options, LANGUAGE))
    place.report.write(book, target, Job.quiet())


def _own(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    place.privacy.own_data.write(FIRST, target, Job.quiet())


def _incident(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    place.privacy.incident.write(target, Job.quiet())


def _map(place: Workplace, found: Standings, office: Office, target: Path) -> None:
    place.privacy.map_book.write(target, Job.quiet())


ACTS: Mapping[str, Callable[[Workplace, Path], None]] = {
    "record": record,
    "fetch": fetch,
    "erase": erase,
    "reports": reports,
}


def unsynced() -> None:
    """From now on nothing waits for the disk."""
    connecting._WRITER = (*connecting._WRITER, "PRAGMA synchronous=OFF")
    os.fsync = lambda handle: None


def main(arguments: list[str]) -> int:
    """Gives the exit code, as the command line does: 3 with one sentence for what is expected."""
    if arguments[0] == "--unsynced":
        unsynced()
        arguments = arguments[1:]
    act, *rest = arguments
    if act == "app":
        return gaung(rest)
    folder = Path(rest[0])
    try:
        with open_workplace(
            folder / "kantor.db", create=False, language=LANGUAGE, alone=True
        ) as place:
            ACTS[act](place, folder)
    except AppError as error:
        complain(error_sentence(error, LANGUAGE))
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
