"""What counts typed into the grid cost in keys and seconds: J1 and J4 of journeys.md section 6."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from random import Random

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import RECORDED, Platform
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.followers.page import FollowersPage
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, window_with
from tests.journeys.keystrokes import Clerk, counted

DAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = sorted("".join(parts) for parts in product("bdgk", "aeiou", "lmnrs", "u"))[:100]
"""A hundred names of four letters, none of them inside of another."""


@pytest.fixture
def page(theme: Theme, language: Language, office: Workplace, tasks: TaskRunner) -> FollowersPage:
    for at, name in enumerate(NAMES):
        office.people.add(Person(Nip(f"19870314201001{1001 + at}"), name.title(), unit="Humas"))
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
def window(
    qtbot: QtBot, theme: Theme, language: Language, tasks: TaskRunner, page: FollowersPage
) -> Iterator[MainWindow]:
    made = window_with(theme, language, "followers", page)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("followers")
    qtbot.waitUntil(lambda: tasks.idle)
    yield made
    qtbot.waitUntil(lambda: tasks.idle)


def counts(office: Workplace) -> dict[tuple[str, Platform], int]:
    return {
        (row.person.name, one.platform): one.latest.interval.low
        for row in office.recording.grid(DAY, Job.quiet())
        for one in row.accounts
        if one.latest is not None
    }


def all_saved(clerk: Clerk, office: Workplace, wanted: dict[tuple[str, Platform], int]) -> None:
    clerk.wait(lambda: len(counts(office)) == len(wanted))
    assert counts(office) == wanted


def test_a_hundred_counts_in_the_order_of_the_list_cost_five_keys_each(
    qtbot: QtBot, window: MainWindow, office: Workplace
) -> None:
    wanted = {(name.title(), Platform.INSTAGRAM): 1234 + 7 * at for at, name in enumerate(NAMES)}
    with counted("J1", qtbot, window, keyboard_only=True) as clerk:
        for number in wanted.values():
            clerk.decide("the next number of the list")
            clerk.type(f"{number}\n")
        all_saved(clerk, office, wanted)
    assert clerk.operators.events == 500


def test_three_platforms_of_a_hundred_people_in_any_order_are_found_by_the_search(
    qtbot: QtBot, window: MainWindow, office: Workplace
) -> None:
    order = Random(4).sample(NAMES, 25)
    wanted = {}
    with counted("J4", qtbot, window, keyboard_only=True) as clerk:
        for at, name in enumerate(order):
            clerk.decide("whose numbers are the next ones?")
            clerk.press(Qt.Key.Key_F, CTRL)
            clerk.type(f"{name}\n")
            for platform, end in zip(RECORDED, "\t\t\n", strict=False):
                wanted[name.title(), platform] = 1000 + 10 * at + len(platform)
                clerk.decide("the number")
                clerk.type(f"{wanted[name.title(), platform]}{end}")
        # Each person costs the same: these stand for a hundred.
        clerk.operators.found *= 4
        all_saved(clerk, office, wanted)
