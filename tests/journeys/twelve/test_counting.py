"""J1 to J4: counts in the order of the list, in any order, for three platforms, from WhatsApp."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.domain.platform import RECORDED, Platform
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.followers.choice_line import ChoiceLine
from app.ui.shell.page import PAGE_TITLES
from tests.journeys.keystrokes import Clerk
from tests.journeys.twelve.at_work import CTRL, ENTER, AtWork, Way
from tests.journeys.twelve.ready_offices import (
    PEOPLE,
    Build,
    hundred,
    in_any_order,
    name_of,
    unit_of,
)

INSTAGRAM = Platform.INSTAGRAM
THREE = (INSTAGRAM, Platform.FACEBOOK, Platform.X)
DONE, TIMES = 10, 10
"""So many people are done, and each of them stands for so many: the hundred cost the same each."""
OF_THREE, TIMES_OF_THREE = 5, 20
RECORD = "Record {count} line", "Record {count} lines"


@pytest.fixture
def build() -> Build:
    return hundred


def counts(office: Workplace, platform: Platform = INSTAGRAM) -> dict[str, int]:
    """Who has which count on a platform, in the order of the list."""
    return {
        row.person.name: account.latest.interval.low
        for row in office.recording.grid(office.today, Job.quiet())
        if (account := row.account(platform)) is not None and account.latest is not None
    }


def to_the_quick_box(clerk: Clerk, at_work: AtWork) -> None:
    at_work.go(clerk, "followers")
    if at_work.by_keys:
        clerk.press(Qt.Key.Key_K, CTRL)
    else:
        clerk.click(quick_line(at_work))


def quick_line(at_work: AtWork) -> ChoiceLine:
    name = at_work.language.say("Quick entry: a name, Enter, then the count")
    return at_work.seen(ChoiceLine, lambda one: one.accessibleName() == name)


def test_j1_counts_in_the_order_of_the_list_cost_five_keys_each(at_work: AtWork) -> None:
    people = [
        row.person.name for row in at_work.office.recording.grid(at_work.office.today, Job.quiet())
    ]
    numbers = [1234 + 7 * at for at in range(12)]
    many, before, last = numbers[:8], numbers[8:-1], numbers[-1]
    # The list lies open, as the sheet does in Excel.
    at_work.window.go("followers")
    at_work.settle()
    with at_work.counted("J1") as clerk:
        with clerk.many_times(12):
            for number in many:
                clerk.decide("the next number of the list")
                clerk.type(f"{number}\n")
        for number in before:
            clerk.decide("the next number of the list")
            clerk.type(f"{number}\n")
        clerk.decide("the last number of the list")
        clerk.type(f"{last}")
        if at_work.by_keys:
            clerk.press(ENTER)
        else:
            # Whoever goes on with the mouse needs no Enter: what is typed is kept.
            clerk.click(at_work.button(PAGE_TITLES["standings"](at_work.language.say)))
        clerk.wait(lambda: at_work.tasks.idle and len(counts(at_work.office)) == len(numbers))
    assert clerk.operators.events == 500
    assert counts(at_work.office) == dict(zip(people, numbers, strict=False))


def test_j2_counts_in_any_order_take_a_name_and_a_number_each(at_work: AtWork) -> None:
    done = in_any_order()[:DONE]
    with at_work.counted("J2") as clerk:
        to_the_quick_box(clerk, at_work)
        with clerk.many_times(TIMES):
            for at in done:
                clerk.decide("whose message is next?")
                clerk.type(f"{name_of(at)[:4].lower()}\n")
                clerk.decide("what number does it say?")
                clerk.type(f"{1000 + at}\n")
        clerk.wait(lambda: at_work.tasks.idle)
    assert clerk.operators.events <= 10.1 * PEOPLE
    assert counts(at_work.office) == {name_of(at): 1000 + at for at in done}


def test_j4_three_platforms_take_the_name_once(at_work: AtWork) -> None:
    done = in_any_order()[:OF_THREE]
    with at_work.counted("J4") as clerk:
        to_the_quick_box(clerk, at_work)
        with clerk.many_times(TIMES_OF_THREE):
            for at in done:
                clerk.decide("whose message is next?")
                clerk.type(f"{name_of(at)[:4].lower()}\n")
                for place in range(len(THREE)):
                    clerk.decide("what number does it say?")
                    clerk.type(f"{1000 * (place + 1) + at}\n")
        clerk.wait(lambda: at_work.tasks.idle)
    for place, platform in enumerate(THREE, start=1):
        assert counts(at_work.office, platform) == {name_of(at): 1000 * place + at for at in done}


@pytest.mark.parametrize("way", [Way.KEYBOARD], ids=["keyboard"])
def test_j4_in_the_table_people_are_found_by_the_search(at_work: AtWork) -> None:
    order = in_any_order()[:OF_THREE]
    with at_work.counted("J4", noted=False) as clerk:
        at_work.go(clerk, "followers")
        with clerk.many_times(TIMES_OF_THREE):
            for at in order:
                clerk.decide("whose numbers are the next ones?")
                clerk.press(Qt.Key.Key_F, CTRL)
                clerk.type(f"{name_of(at)[:4].lower()}\n")
                for place, end in enumerate("\t\t\n"):
                    clerk.decide("the number")
                    clerk.type(f"{1000 * (place + 1) + at}{end}")
        clerk.wait(
            lambda: at_work.tasks.idle and len(counts(at_work.office, RECORDED[2])) == OF_THREE
        )
    for place, platform in enumerate(RECORDED[:3], start=1):
        assert counts(at_work.office, platform) == {name_of(at): 1000 * place + at for at in order}


def pasted_lines() -> str:
    """Ninety lines that name their person, ten that do not quite."""
    lines = []
    for at in in_any_order():
        if at % 10 == 3:
            lines.append(f"{name_of(at).split()[0][:-1]} ig {1000 + at}")
        else:
            lines.append(f"[12/11/26 09.12] Bu Ani: {name_of(at)} {unit_of(at)} ig {1000 + at}")
    return "\n".join(lines)


def paste(clerk: Clerk, at_work: AtWork) -> None:
    QGuiApplication.clipboard().setText(pasted_lines())
    if at_work.by_keys:
        clerk.modelled("K K K K", "Ctrl+C in WhatsApp, Alt+Tab")
        to_the_quick_box(clerk, at_work)
        clerk.press(Qt.Key.Key_V, CTRL)
    else:
        clerk.modelled("P B P B K K K K", "mark the messages in WhatsApp, Ctrl+C, Alt+Tab")
        at_work.go(clerk, "followers")
        clerk.click(at_work.button(at_work.language.say("Paste WhatsApp lines")))


def test_j3_pasted_lines_take_one_digit_for_each_doubt_and_are_one_step(at_work: AtWork) -> None:
    with at_work.counted("J3") as clerk:
        paste(clerk, at_work)
        clerk.wait(lambda: at_work.tasks.idle and at_work.counting_button(*RECORD) is not None)
        for _ in range(10):
            clerk.decide("is it the first one offered?")
            clerk.press(Qt.Key.Key_1)
        at_work.do(clerk, at_work.counting_button(*RECORD))
        clerk.wait(lambda: at_work.tasks.idle and len(counts(at_work.office)) == PEOPLE)
    assert counts(at_work.office) == {name_of(at): 1000 + at for at in range(PEOPLE)}
    at_work.window.undo_asked.emit()
    at_work.settle()
    assert counts(at_work.office) == {}


@pytest.mark.parametrize("way", [Way.MOUSE], ids=["mouse"])
def test_j3_lines_beyond_doubt_can_be_recorded_before_the_others(at_work: AtWork) -> None:
    with at_work.counted("J3", noted=False) as clerk:
        paste(clerk, at_work)
        clerk.wait(lambda: at_work.tasks.idle and at_work.counting_button(*RECORD) is not None)
        clerk.click(at_work.counting_button(*RECORD))
        clerk.wait(lambda: at_work.tasks.idle and len(counts(at_work.office)) == 90)
    answer = at_work.window.focusWidget()
    assert isinstance(answer, ChoiceLine)
    assert answer.choices > 0
