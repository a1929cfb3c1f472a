"""An office with the invented people, and the page over it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.errors import AppError
from app.paths import resources
from app.services.job import Job
from app.services.sample_office import AS_OF, fill_sample_office
from app.services.workplace import Workplace
from app.ui.printing.print_wish import PrintWish
from app.ui.reports.page import ReportsPage
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

TODAY = AS_OF


class Told:
    """Prompts that answer with the file that the test chose."""

    def __init__(self) -> None:
        self.errors: list[AppError] = []
        self.suggested: list[Path] = []
        self.file: Path | None = None
        self.wishes: list[PrintWish] = []
        self.printer: QPrinter | None = None

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        raise AssertionError(title)

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        raise AssertionError(title)

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        self.suggested.append(suggestion)
        if self.file is not None:
            chosen(self.file)

    def choose_printer(self, wish: PrintWish, chosen: Callable[[QPrinter], None]) -> bool:
        self.wishes.append(wish)
        if self.printer is not None:
            chosen(self.printer)
        return self.printer is not None

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        raise AssertionError(question)

    def explain(self, error: AppError) -> None:
        self.errors.append(error)

    def report_bug(self, details: str) -> None:
        raise AssertionError(details)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, filled once for all tests of the page."""
    path = tmp_path_factory.mktemp("office") / "kantor.db"
    with open_workplace(path, create=True, language=Language("en", Path())) as place:
        samples = resources() / "samples"
        fill_sample_office(samples, place.importing, place.preferences, Job.quiet())
    return path


@pytest.fixture
def office(tmp_path: Path, filled: Path, language: Language) -> Iterator[Workplace]:
    copy = tmp_path / "kantor.db"
    copy.write_bytes(filled.read_bytes())
    with open_workplace(copy, create=False, language=language) as opened:
        yield opened


@pytest.fixture
def empty_office(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "empty.db", create=True, language=language) as opened:
        yield opened


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    crashes: list[Exception] = []
    made = TaskRunner(crashes.append)
    yield made
    made.shutdown()
    assert crashes == []


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where reports are offered first; nobody has made it yet."""
    return tmp_path / "Laporan Gaung"


Open = Callable[..., ReportsPage]


@pytest.fixture
def open_page(
    theme: Theme,
    language: Language,
    tasks: TaskRunner,
    told: Told,
    folder: Path,
    qtbot: QtBot,
) -> Open:
    """Opens the page over an office and waits for its preview."""

    def opened(place: Workplace, *, is_sample: bool = False, today: date = TODAY) -> ReportsPage:
        page = ReportsPage(
            theme,
            language,
            place.report,
            place.standings,
            place.periods,
            place.preferences,
            today,
            folder,
            is_sample,
            tasks,
            told,
        )
        qtbot.addWidget(page)
        page.resize(1186, 710)
        page.show()
        page.activateWindow()
        page.refresh()
        qtbot.waitUntil(lambda: tasks.idle)
        return page

    return opened
