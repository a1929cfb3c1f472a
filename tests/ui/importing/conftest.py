"""A real office, a real page, invented rosters; only the prompts are a fake."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.services.workplace import Workplace
from app.ui.importing.page import ImportPage
from app.ui.importing.work import ImportWork, Stage
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

TODAY = date(2026, 11, 20)
HEADS = ["No", "NIP", "Nama", "Unit Kerja", "Akun Instagram", "Followers Instagram"]


class FakePrompts:
    """Answers at once with what the test prepared."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.questions: list[tuple[str, str]] = []
        self.agrees = True
        self.passwords: list[str] = []
        self.target = Path()

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen(self.files)

    def choose_printer(self, wish: object, chosen: object) -> bool:
        raise AssertionError("nothing is printed here")

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        self.questions.append((question, safe))
        if self.agrees:
            accepted()

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        chosen(self.target)

    def ask_password(self, question: str, told: Callable[[str], None]) -> None:
        self.questions.append((question, ""))
        if self.passwords:
            told(self.passwords.pop(0))


class NoMemory:
    """Remembers nothing from test to test."""

    def load(self, key: str) -> str | None:
        return None

    def save(self, key: str, text: str) -> None:
        pass


class Office:
    """The page over an office, with short ways to ask and to wait."""

    def __init__(
        self, qtbot: QtBot, workplace: Workplace, page: ImportPage, tasks: TaskRunner
    ) -> None:
        self.tasks = tasks
        self.qtbot = qtbot
        self.workplace = workplace
        self.page = page

    @property
    def work(self) -> ImportWork:
        return self.page.findChild(ImportWork)

    def wait(self, *stages: Stage) -> None:
        self.qtbot.waitUntil(lambda: self.work.stage in stages)

    def open(self, *paths: Path) -> None:
        self.page.open_files(paths)
        self.wait(Stage.READY)
        self.qtbot.waitUntil(lambda: self.work.rows() is not None)

    def rest(self) -> None:
        """Until nothing is on its way."""
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def names(self) -> list[str]:
        return [person.name for person in self.workplace.people.everyone()]


def nip(number: int) -> str:
    return f"199001{number % 28 + 1:02}201501{1 + number % 2}{number + 1:03}"


def person(number: int, followers: object = 100, unit: str = "Diskominfo") -> list[object]:
    return [
        number,
        nip(number),
        f"Pegawai {_letters(number)}",
        unit,
        f"@pegawai{number}",
        followers,
    ]


def _letters(number: int) -> str:
    return chr(65 + number // 26) + chr(97 + number % 26) * 3


def write_roster(
    path: Path, rows: Sequence[Sequence[object]], heads: Sequence[object] = HEADS
) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Data ASN"
    sheet.append(["DAFTAR ASN DAN AKUN MEDIA SOSIAL"])
    sheet.append([])
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def prompts() -> FakePrompts:
    return FakePrompts()


@pytest.fixture
def office(
    qtbot: QtBot, theme: Theme, language: Language, tmp_path: Path, prompts: FakePrompts
) -> Iterator[Office]:
    crashes: list[Exception] = []
    tasks = TaskRunner(crashes.append)
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as workplace:
        page = ImportPage(
            theme,
            language,
            workplace.importing,
            workplace.waiting,
            tasks,
            prompts,
            NoMemory(),
            TODAY,
        )
        qtbot.addWidget(page)
        page.resize(1186, 710)
        page.show()
        yield Office(qtbot, workplace, page, tasks)
        tasks.shutdown()
        page.shut()
        page.close()
    assert not crashes
