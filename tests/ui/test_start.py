"""The start builds and loads what it shows, and what nobody has opened waits until somebody does."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.backups.daily import DailyBackup
from app.ui.later import Later
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test

ROOT = Path(__file__).parents[2]
LOADED = """
import sys
import app.bootstrap
import app.ui.home.page
import app.ui.running
app.bootstrap.window_offices()
print(*sorted(name for name in sys.modules if name.startswith("app.") or "." not in name))
"""
WAITS = (
    *("app.ui.people", "app.ui.importing", "app.ui.followers", "app.ui.standings"),
    *("app.ui.reports.page", "app.ui.settings", "app.ui.rollup", "app.ui.forms", "app.ui.template"),
    *("app.ui.manual.window", "app.ui.palette", "app.services.importing", "app.services.report"),
    *("app.services.fetching", "app.workbooks.layout", "app.platforms.http"),
    *("PIL", "alembic", "openpyxl", "xlsxwriter", "requests", "keyring", "python_calamine"),
)
"""Rooms and engines that no start needs before somebody opens what they are for."""


def test_a_part_is_built_once_and_connected_whenever_it_was_asked_for() -> None:
    built: list[int] = []
    heard: list[str] = []
    part = Later(lambda: built.append(1) or "part")  # type: ignore[func-returns-value]
    part.once_built(lambda one: heard.append(f"before {one}"))
    assert (part.built, heard) == (None, [])
    assert (part(), part(), part.built) == ("part", "part", "part")
    part.once_built(lambda one: heard.append(f"after {one}"))
    assert (built, heard) == ([1], ["before part", "after part"])


def test_no_room_is_loaded_before_somebody_opens_it(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED],
        cwd=ROOT,
        env=os.environ | {"GAUNG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = ran.stdout.split()
    assert "app.ui.office_window" in loaded
    early = [one for one in WAITS for name in loaded if f"{name}.".startswith(f"{one}.")]
    assert early == []


@pytest.fixture
def place(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as made:
        yield made


def test_a_window_builds_its_first_page_and_no_other(
    qtbot: QtBot, theme: Theme, language: Language, place: Workplace, tmp_path: Path
) -> None:
    tasks = TaskRunner(lambda error: None)
    office = OfficeWindow(theme, language, place, tasks, Prompts(), Memory(), tmp_path)
    give_up_with_the_test(qtbot, office, tasks)
    office.window.show()
    office.start()
    qtbot.waitUntil(lambda: tasks.idle)
    entries = {entry.key: entry.page for entry in office.window.entries}
    assert [key for key, page in entries.items() if page.built is not None] == ["home"]
    # Nothing is built only to learn that nothing is open there.
    assert (office.unfinished, office.would_be_lost, office.category) == ((), False, "")
    office.window.go("reports")
    assert entries["reports"].built is office.reports
    assert entries["settings"].built is None


@dataclass
class Backups:
    """The backup of the day beside other work, and what was heard of both."""

    tasks: TaskRunner
    daily: DailyBackup
    heard: list[str]


@pytest.fixture
def backups(place: Workplace) -> Iterator[Backups]:
    tasks = TaskRunner(lambda error: None)
    made = Backups(tasks, DailyBackup(place.backups, tasks, tasks), [])
    made.daily.looked.connect(lambda look: made.heard.append("backup"))
    yield made
    tasks.shutdown()


def test_the_backup_of_the_day_comes_after_what_somebody_waits_for(
    qtbot: QtBot, backups: Backups
) -> None:
    tasks, daily, heard = backups.tasks, backups.daily, backups.heard
    opened = Event()

    def ask(what: str, work: Callable[[Job], object]) -> None:
        tasks.run(work, done=lambda _: heard.append(what), failed=lambda error: None)

    ask("first page", lambda job: opened.wait(20))
    daily.start()
    ask("list", lambda job: None)
    opened.set()
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["first page", "list", "backup"]
    heard.clear()
    daily.start()
    qtbot.waitUntil(lambda: heard == ["backup"])


def test_the_backup_of_the_day_waits_for_every_piece_of_a_list(
    qtbot: QtBot, backups: Backups
) -> None:
    tasks, daily, heard = backups.tasks, backups.daily, backups.heard

    def ask(pieces: int) -> None:
        def go_on(_: object) -> None:
            heard.append("piece")
            if pieces > 1:
                ask(pieces - 1)

        tasks.run(lambda job: None, done=go_on, failed=lambda error: None)

    ask(3)
    daily.start()
    qtbot.waitUntil(lambda: "backup" in heard)
    assert heard == ["piece", "piece", "piece", "backup"]
