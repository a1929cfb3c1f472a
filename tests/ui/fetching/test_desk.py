"""The dialog of fetching over a real office and a pretended platform."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.fetch_errors import NotInSample
from app.domain.fetched import NOT_SET, FetchState, Stop
from app.domain.person import Consent
from app.services.fetching import FetchFollowers
from app.ui.fetching.blocks import Blocks
from app.ui.fetching.desk import FetchDesk
from app.ui.fetching.dialog import FetchDialog
from app.ui.fetching.scope import FetchScope
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.services.fetching.conftest import Office, office  # noqa: F401  # a fixture
from tests.services.fetching.pretended import PretendedSource


class Desk:
    """A clerk's hands on the dialog."""

    def __init__(self, qtbot: QtBot, desk: FetchDesk, tasks: TaskRunner, window: QWidget) -> None:
        self.qtbot, self.desk, self.tasks, self.window = qtbot, desk, tasks, window
        self.ended: list[str] = []
        desk.ended.connect(self.ended.append)

    def open(self, scope: FetchScope | None = None) -> FetchDialog:
        self.desk.open_over(self.window, scope or FetchScope())
        self.settle()
        return self.dialog

    @property
    def dialog(self) -> FetchDialog:
        return self.window.findChildren(FetchDialog)[-1]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def press(self, words: str) -> None:
        button = next(
            one
            for one in self.dialog.findChildren(QPushButton)
            if one.isVisible() and one.text() == words
        )
        assert button.isEnabled(), words
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def said(self) -> str:
        shown = [one.text for one in self.dialog.findChildren(Blocks) if one.isVisible()]
        strips = [w for w in self.dialog.findChildren(QWidget) if w.property("role") == "strip"]
        return "\n".join([*shown, *(one.accessibleName() for one in strips if one.isVisible())])


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    crashes: list[Exception] = []
    made = TaskRunner(crashes.append)
    yield made
    made.shutdown()
    assert crashes == []


@pytest.fixture
def desk(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Office,  # noqa: F811
    tasks: TaskRunner,
) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 720)
    window.show()
    sources = {office.source.platform: office.source}
    followers = FetchFollowers(
        office.place.database, lambda: sources, lambda: datetime.now(UTC), "Arum", rests=()
    )
    yield Desk(qtbot, FetchDesk(theme, language, followers, tasks, window), tasks, window)
    for dialog in window.findChildren(FetchDialog):
        dialog.reject()


def test_the_plan_is_shown_before_anything_is_asked(office: Office, desk: Desk) -> None:  # noqa: F811
    office.add("sekar")
    office.add("belum.ditanya", Consent.UNKNOWN)
    desk.open()
    assert "Instagram: 1 account, 1 call." in desk.said()
    assert "1: consent is not recorded" in desk.said()
    assert office.source.asked == []


def test_fetching_stores_and_tells_what_came_of_it(office: Office, desk: Desk) -> None:  # noqa: F811
    person = office.add("sekar")
    office.add("akun.pribadi")
    office.source.accounts = {"sekar": 812, "akun.pribadi": FetchState.NOT_READABLE}
    desk.open()
    desk.press("Fetch 2 accounts")
    assert office.fetched()[person] == [812]
    assert "Instagram: 1 of 2 accounts counted, 1 call." in desk.said()
    assert "record it by hand." in desk.said()
    assert desk.ended == ["1 of 2 accounts counted."]
    office.source.accounts = {"sekar": 812, "akun.pribadi": 33}
    desk.press("Try again what failed")
    assert desk.ended[-1] == "2 of 2 accounts counted."


def test_a_fetch_that_is_refused_says_that_there_is_no_plan(
    office: Office,  # noqa: F811
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise NotInSample

    monkeypatch.setattr(FetchFollowers, "plan", refuse)
    desk.open()
    assert "There is no plan: see below why." in desk.said()
    assert "Nothing was fetched." in desk.said()
    monkeypatch.undo()
    office.add("sekar")
    desk.dialog.reject()
    desk.open()
    assert "There is no plan" not in desk.said()


def test_of_whom_is_chosen_and_the_plan_follows(
    qtbot: QtBot,
    office: Office,  # noqa: F811
    desk: Desk,
) -> None:
    people = [office.add(f"akun.{number}") for number in range(1, 4)]
    dialog = desk.open(FetchScope(shown=tuple(people[:2]), selected=None))
    assert "Instagram: 2 accounts" in desk.said()
    everybody = next(one for one in dialog.findChildren(QRadioButton) if one.text() == "Everybody")
    qtbot.mouseClick(everybody, Qt.MouseButton.LeftButton)
    desk.settle()
    assert "Instagram: 3 accounts" in desk.said()


def test_a_barred_platform_says_why_and_nothing_can_be_fetched(
    office: Office,  # noqa: F811
    desk: Desk,
) -> None:
    office.add("sekar")
    office.source.closed = Stop(FetchState.TOKEN, code=NOT_SET)
    dialog = desk.open()
    fetch = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Fetch now")
    assert not fetch.isEnabled()
    assert "token for Instagram" in desk.said()


def test_a_count_that_is_hard_to_believe_waits_for_an_answer(
    office: Office,  # noqa: F811
    desk: Desk,
) -> None:
    person = office.add("sekar")
    office.count(person, "812")
    office.source.accounts = {"sekar": 0}
    desk.open()
    desk.press("Fetch 1 account")
    assert office.fetched()[person] == []
    desk.press("Accept")
    assert office.fetched()[person] == [0]
    assert not [one for one in desk.dialog.findChildren(QPushButton) if one.text() == "Accept"
                and one.isVisible()]  # fmt: skip


def test_closing_the_dialog_leaves_the_fetch_to_work_on(
    qtbot: QtBot,
    office: Office,  # noqa: F811
    desk: Desk,
) -> None:
    person = office.add("sekar")
    office.source.accounts = {"sekar": 812}
    closed = threading.Event()
    office.source.before_answer = lambda: closed.wait(10) and None
    dialog = desk.open()
    fetch = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Fetch 1 account")
    qtbot.mouseClick(fetch, Qt.MouseButton.LeftButton)
    assert desk.desk.is_fetching
    dialog.reject()
    closed.set()
    desk.settle()
    assert not desk.desk.is_fetching
    assert office.fetched()[person] == [812]
    assert desk.ended == ["1 of 1 account counted."]


def test_a_person_stops_it(qtbot: QtBot, office: Office, desk: Desk) -> None:  # noqa: F811
    for number in range(1, 7):
        office.add(f"akun.{number}")
    office.source.size = 1
    office.source.accounts = {f"akun.{number}": 10 for number in range(1, 7)}
    office.source.before_answer = lambda: desk.desk.cancel() if stop_at(office.source) else None
    desk.open()
    desk.press("Fetch 6 accounts")
    assert "Stopped" in desk.ended[0]
    assert "3 of 6" in desk.ended[0]
    office.source.before_answer = lambda: None
    desk.press("Fetch 3 accounts")
    assert desk.ended[-1] == "6 of 6 accounts counted."


def stop_at(source: PretendedSource) -> bool:
    return len(source.asked) == 3


def test_a_pause_goes_on_by_itself_while_the_program_is_open(
    office: Office,  # noqa: F811
    desk: Desk,
) -> None:
    office.add("sekar")
    until = datetime.now(UTC) + timedelta(hours=1)
    office.source.stops = [Stop(FetchState.RATE_LIMITED, until)]
    desk.open()
    desk.press("Fetch 1 account")
    assert "goes on by itself" in desk.ended[0]
    assert desk.desk._later.isActive()
