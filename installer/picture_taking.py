"""Opens the program on the sample office and paints page after page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app import paths
from app.bootstrap import locale_folder, open_workplace
from app.services.job import Job
from app.services.sample_office import close_sample_months, fill_sample_office
from app.services.workplace import Workplace
from app.ui.collecting import CycleCollector
from app.ui.office_window import OfficeWindow
from app.ui.prompts import WindowPrompts
from app.ui.remembered import RememberedTables
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme, apply_theme, load_theme
from app.ui.words import QtWords
from app.wording.errors import error_sentence
from app.wording.language import Language

PAGES = ("home", "people", "import", "followers", "standings", "reports", "settings")
_PATIENCE = 60_000
"""Milliseconds until a page that does not come to rest is an error."""


def take_pictures(
    folder: Path, code: str, look: str, scale: float, size: tuple[int, int]
) -> Iterator[Path]:
    """Paints the empty first page, every page, and the import page with a file read."""
    folder.mkdir(parents=True, exist_ok=True)
    paths.data_folder().mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    CycleCollector(application)
    language = Language(code, locale_folder())
    theme = load_theme(look, paths.resources())
    apply_theme(application, theme, paths.resources())
    words = QtWords(language)
    application.installTranslator(words)
    ending = f"{code}-{look}-{round(scale * 100)}.png"
    samples = paths.resources() / "samples"
    for name, database in (("empty", paths.office_database()), ("", paths.sample_database())):
        with open_workplace(database, create=True, language=language) as workplace:
            if not name:
                fill_sample_office(samples, workplace.importing, workplace.preferences, Job.quiet())
                chosen = replace(workplace.preferences.preferences(), language=code, theme=look)
                workplace.preferences.save(chosen)
                close_sample_months(workplace.periods, workplace.preferences, Job.quiet())
            yield from _of_one_office(
                workplace, theme, language, folder, f"{name}-{ending}" if name else ending, size
            )


def _of_one_office(
    workplace: Workplace,
    theme: Theme,
    language: Language,
    folder: Path,
    ending: str,
    size: tuple[int, int],
) -> Iterator[Path]:
    tasks = TaskRunner(_fail)
    prompts = WindowPrompts(theme, language, lambda error: error_sentence(error, language), Path())
    memory = RememberedTables(workplace.preferences)
    office = OfficeWindow(
        theme, language, workplace, tasks, prompts, memory, paths.data_folder() / "Laporan"
    )
    prompts.stand_over(office.window)
    office.window.resize(*size)
    office.window.show()
    office.start()
    pages = ("home",) if ending.startswith("empty") else PAGES
    for page in pages:
        office.window.go(page)
        yield _picture(office, tasks, folder / f"{page}-{ending}")
    if len(pages) > 1:
        office.open_files([paths.resources() / "samples" / "kantor-contoh.xlsx"])
        yield _picture(office, tasks, folder / f"import-read-{ending}")
    office.finish()
    office.window.close()


def _picture(office: OfficeWindow, tasks: TaskRunner, target: Path) -> Path:
    _rest(tasks)
    office.window.grab().save(str(target))
    return target


def _rest(tasks: TaskRunner) -> None:
    """Runs the window until no work is under way and what it brought is painted."""
    deadline = QDeadlineTimer(_PATIENCE)
    quiet = 0
    while quiet < 3:
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
        quiet = quiet + 1 if tasks.idle else 0
        if deadline.hasExpired():
            raise TimeoutError("the page does not come to rest")


def _fail(error: Exception) -> None:
    raise error
