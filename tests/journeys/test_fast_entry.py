"""J2, J3, J4: counts in any order through the quick box, and a hundred lines from WhatsApp."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.followers.choice_line import ChoiceLine
from app.ui.followers.page import FollowersPage
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, Undo, window_with
from tests.journeys.keystrokes import Clerk, counted

DAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PEOPLE = 100
THREE = (Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X)

_LETTERS = "bcdfghjklmnprst"
_ENDINGS = "ndra wantoro sihana yanti hartono trisna laras mbangun puspa rmadi".split()
_LAST = (
    "Adiwarna Bagaskara Candrawinata Dirgantara Nirwana Kertanegari Lokananta Pamekarti Wiryasena "
    "Tejakusuma"
).split()


def name_of(at: int) -> str:
    """A hundred names that their first four letters tell apart."""
    ten, one = divmod(at, 10)
    first = f"{_LETTERS[one]}{'aeiou'[ten % 5]}{_LETTERS[ten]}i{_ENDINGS[one]}".title()
    return f"{first} {_LAST[ten]}"


@pytest.fixture
def page(theme: Theme, language: Language, office: Workplace, tasks: TaskRunner) -> FollowersPage:
    for at in range(PEOPLE):
        nip = Nip(f"19{60 + at % 40}0314201001{at % 2 + 1}{at + 100}")
        office.people.add(Person(nip, name_of(at), unit=f"Bidang {_LETTERS[at % 5].upper()}"))
    return FollowersPage(
        theme,
        language,
        office.recording,
        office.checking,
        office.chat,
        office.preferences,
        DAY,
        tasks,
        Prompts(),
        Memory(),
    )


@pytest.fixture
def undo(office: Workplace, tasks: TaskRunner, page: FollowersPage) -> Undo:
    return Undo(office, tasks, page)


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    tasks: TaskRunner,
    page: FollowersPage,
    undo: Undo,
) -> MainWindow:
    made = window_with(theme, language, "followers", page)
    made.undo_asked.connect(undo.ask)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("followers")
    qtbot.waitUntil(lambda: tasks.idle)
    return made


def counts(office: Workplace, platform: Platform = Platform.INSTAGRAM) -> dict[str, int]:
    """Who has which count on a platform."""
    found = {}
    for row in office.recording.grid(DAY, Job.quiet()):
        account = row.account(platform)
        if account is not None and account.latest is not None:
            found[row.person.name] = account.latest.interval.low
    return found


def any_order() -> list[int]:
    """The people as they come in, not as they stand in the table."""
    return [at * 37 % PEOPLE for at in range(PEOPLE)]


def settled(tasks: TaskRunner) -> Callable[[], bool]:
    return lambda: tasks.idle


def test_a_hundred_counts_in_any_order_take_a_name_and_a_number_each(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner
) -> None:
    with counted("J2", qtbot, window, keyboard_only=True) as clerk:
        clerk.press(Qt.Key.Key_K, CTRL)
        for at in any_order():
            clerk.decide("whose message is next?")
            clerk.type(f"{name_of(at)[:4].lower()}\n")
            clerk.decide("what number does it say?")
            clerk.type(f"{1000 + at}\n")
        clerk.wait(settled(tasks))
        assert clerk.operators.events <= 10.1 * PEOPLE
    assert counts(office) == {name_of(at): 1000 + at for at in range(PEOPLE)}


def test_three_platforms_of_a_hundred_people_take_the_name_once(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner
) -> None:
    with counted("J4", qtbot, window, keyboard_only=True) as clerk:
        clerk.press(Qt.Key.Key_K, CTRL)
        for at in any_order():
            clerk.decide("whose message is next?")
            clerk.type(f"{name_of(at)[:4].lower()}\n")
            for place in range(len(THREE)):
                clerk.decide("what number does it say?")
                clerk.type(f"{1000 * (place + 1) + at}\n")
        clerk.wait(settled(tasks))
    for place, platform in enumerate(THREE, start=1):
        wanted = {name_of(at): 1000 * place + at for at in range(PEOPLE)}
        assert counts(office, platform) == wanted


def pasted_lines() -> str:
    """Ninety lines that name their person, ten that do not quite."""
    lines = []
    for at in any_order():
        name, unit = name_of(at), f"bidang {_LETTERS[at % 5]}"
        if at % 10 == 3:
            lines.append(f"{name.split()[0][:-1]} ig {1000 + at}")
        else:
            lines.append(f"[12/11/26 09.12] Bu Ani: {name} {unit} ig {1000 + at}")
    return "\n".join(lines)


def answer_line(window: MainWindow) -> ChoiceLine:
    lines = window.findChildren(ChoiceLine)
    return next(line for line in lines if "digit" in line.accessibleName())


def answer_all(clerk: Clerk, window: MainWindow, tasks: TaskRunner) -> None:
    clerk.wait(lambda: tasks.idle and answer_line(window).hasFocus())
    for _ in range(10):
        clerk.decide("is it the first one offered?")
        clerk.press(Qt.Key.Key_1)
    clerk.press(Qt.Key.Key_Return, CTRL)
    clerk.wait(settled(tasks))


def all_recorded(office: Workplace) -> bool:
    return counts(office) == {name_of(at): 1000 + at for at in range(PEOPLE)}


def test_a_hundred_pasted_lines_take_one_digit_for_each_doubt(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner
) -> None:
    QGuiApplication.clipboard().setText(pasted_lines())
    with counted("J3", qtbot, window) as clerk:
        clerk.modelled("P B P B K K K K", "mark the messages in WhatsApp, Ctrl+C, Alt+Tab")
        clerk.press(Qt.Key.Key_V, CTRL | SHIFT)
        answer_all(clerk, window, tasks)
    assert all_recorded(office)


def test_a_hundred_pasted_lines_by_keyboard_alone_are_one_step_to_undo(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner
) -> None:
    QGuiApplication.clipboard().setText(pasted_lines())
    with counted("J3", qtbot, window, keyboard_only=True) as clerk:
        clerk.modelled("K K K K", "Ctrl+C in WhatsApp, Alt+Tab")
        clerk.press(Qt.Key.Key_K, CTRL)
        clerk.press(Qt.Key.Key_V, CTRL)
        answer_all(clerk, window, tasks)
        assert all_recorded(office)
        clerk.press(Qt.Key.Key_Z, CTRL)
        clerk.wait(lambda: tasks.idle and not counts(office))


def test_the_list_can_be_worked_with_the_mouse(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner
) -> None:
    QGuiApplication.clipboard().setText(pasted_lines())
    buttons = window.findChildren(QPushButton)
    paste = next(b for b in buttons if b.text() == "Paste WhatsApp lines")
    qtbot.mouseClick(paste, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle and answer_line(window).hasFocus())
    record = next(b for b in window.findChildren(QPushButton) if b.text() == "Record 90 lines")
    qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)
    assert len(counts(office)) == 90
    assert QApplication.focusWidget() is answer_line(window)
