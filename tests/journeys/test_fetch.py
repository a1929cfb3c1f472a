"""A clerk lets counts be fetched: a plan, the fetch, the numbers in the grid, and one step back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.handle import read_handle
from app.domain.nip import Nip
from app.domain.person import Consent, Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.people import AccountEdit
from app.services.workplace import Workplace
from app.storage.settings import save_setting
from app.ui.fetching.dialog import FetchDialog
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts
from tests.platforms.standin import TOKEN, StandIn
from tests.platforms.standin.world import followers_of

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

IG, X = Platform.INSTAGRAM, Platform.X


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    with StandIn() as server:
        for name, value in server.environment(TOKEN).items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("GAUNG_X_APPROVED")
        yield server


@pytest.fixture
def place(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
) -> OfficeWindow:
    for at in range(1, 4):
        person = office.people.add(Person(Nip(f"19870314201001200{at}"), f"Pegawai {at}"))
        edits = [AccountEdit(one, read_handle(f"akun_{at}", one)) for one in (IG, X)]
        office.people.put_accounts(person, edits)
        if at < 3:
            office.people.set_consent(person, Consent.GIVEN)
    made = OfficeWindow(theme, language, office, tasks, Prompts(), Memory(), tmp_path)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 720)
    made.window.show()
    made.window.go("followers")
    qtbot.waitUntil(lambda: tasks.idle)
    return made


def press(qtbot: QtBot, tasks: TaskRunner, inside: QWidget, words: str) -> None:
    buttons = inside.findChildren(QPushButton)
    button = next(one for one in buttons if one.isVisible() and one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)


def test_counts_are_fetched_shown_and_taken_back_in_one_step(
    qtbot: QtBot, stand_in: StandIn, place: OfficeWindow, office: Workplace, tasks: TaskRunner
) -> None:
    page = place.followers
    press(qtbot, tasks, page, "Fetch automatically")
    dialog = place.window.findChild(FetchDialog)
    assert isinstance(dialog, FetchDialog)
    told = " ".join(one.accessibleName() for one in dialog.findChildren(QWidget))
    assert "Instagram: 2 accounts, 1 call." in told
    assert "1: consent is not recorded" in told
    assert "written approval of X" in told
    assert stand_in.calls == []
    press(qtbot, tasks, dialog, "Fetch 2 accounts")
    assert len(stand_in.calls) == 1
    dialog.reject()
    qtbot.waitUntil(lambda: tasks.idle)
    rows = office.recording.grid(office.today, Job.quiet())
    lows = [
        account.latest.interval.low if account and account.latest else None
        for account in (row.account(IG) for row in rows)
    ]
    assert lows == [followers_of("akun_1"), followers_of("akun_2"), None]
    filled = [cell for row in page.grid.model.rows_shown() for cell in row.cells if cell.is_filled]
    assert len(filled) == 2
    place.window.undo_asked.emit()
    qtbot.waitUntil(lambda: tasks.idle)
    rows = office.recording.grid(office.today, Job.quiet())
    assert all(one.latest is None for row in rows for one in row.accounts)


def test_a_token_that_expires_soon_is_told_of_on_the_page_once_its_people_are_read(
    qtbot: QtBot,
    stand_in: StandIn,
    office: Workplace,
    theme: Theme,
    language: Language,
    tasks: TaskRunner,
    tmp_path: Path,
) -> None:
    soon = office.today + timedelta(days=5)
    with office.database.writing() as tx:
        save_setting(tx, f"fetch_token_expires_{IG}", soon.isoformat())
    made = OfficeWindow(theme, language, office, tasks, Prompts(), Memory(), tmp_path)
    qtbot.addWidget(made.window)
    made.window.show()
    made.start()
    qtbot.waitUntil(lambda: tasks.idle)
    made.window.go("followers")
    strip = made.followers.strip
    qtbot.waitUntil(strip.isVisible)
    assert strip.accessibleName().startswith("Token of Instagram.")
    assert language.date(soon) in strip.accessibleName()
    # Once for each window: who closed it is not told again at each look at the page.
    strip.clear()
    made.window.go("home")
    made.window.go("followers")
    qtbot.waitUntil(lambda: tasks.idle)
    assert not strip.isVisible()
