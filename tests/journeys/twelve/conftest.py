"""Every journey in every way and language, before the whole window; the table of what they cost.

The table is printed at the end of `python -m pytest tests/journeys/twelve`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import locale_folder
from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.ui.words import QtWords
from app.wording.language import LANGUAGES, Language
from tests.journeys.desk import Memory, give_up_with_the_test
from tests.journeys.keystrokes import Operators
from tests.journeys.twelve.at_work import AtWork, Prompts, Way
from tests.journeys.twelve.ready_offices import Build, ReadyOffices, empty
from tests.journeys.twelve.table import COST, Cost, costs_in, table


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each one that is complete."""
    return Language(request.param, locale_folder())


@pytest.fixture(params=Way, ids=[way.name.lower() for way in Way])
def way(request: pytest.FixtureRequest) -> Way:
    """Keyboard only, and as somebody works who has a mouse."""
    return request.param


@pytest.fixture(autouse=True)
def words_of_qt(qapp: QApplication, language: Language) -> Iterator[None]:
    """Its own buttons speak that language too, and no longer than the test."""
    words = QtWords(language)
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> ReadyOffices:
    """Made once in a run."""
    return ReadyOffices(tmp_path_factory.mktemp("ready"))


@pytest.fixture
def build() -> Build:
    """Which office the journey needs; a file of tests may name another."""
    return empty


@pytest.fixture
def office(
    ready: ReadyOffices, build: Build, language: Language, tmp_path: Path
) -> Iterator[Workplace]:
    """A copy of it."""
    with ready.opened(build, language, tmp_path / "kantor") as opened:
        yield opened


@pytest.fixture
def note(request: pytest.FixtureRequest, way: Way, language: Language) -> Callable[..., None]:
    """Writes down for the table what a journey cost."""

    def write(journey: str, operators: Operators) -> None:
        cost = Cost(
            journey, way.value, language.code, operators.events, operators.seconds, operators.waited
        )
        request.node.user_properties.append((COST, cost.as_row()))

    return write


@pytest.fixture
def at_work(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    way: Way,
    note: Callable[..., None],
    tmp_path: Path,
) -> AtWork:
    """The window as it comes up: the first page in front, nothing looked at yet."""
    prompts = Prompts()
    reports = tmp_path / "laporan"
    program = OfficeWindow(theme, language, office, tasks, prompts, Memory(), reports)
    program.window.resize(1366, 738)
    give_up_with_the_test(qtbot, program, tasks)
    program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    program.start()
    qtbot.waitUntil(lambda: tasks.idle)
    assert program.window.current_key == "home"
    return AtWork(qtbot, program, office, tasks, language, prompts, way, note)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table, of what was run."""
    costs = costs_in(terminalreporter.getreports("passed") + terminalreporter.getreports("failed"))
    if costs:
        terminalreporter.section("what the journeys cost")
        for line in table(costs):
            terminalreporter.write_line(line)
