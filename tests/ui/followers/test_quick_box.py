"""The quick box: what Enter will save is read before; doubtful names are chosen by a digit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.workplace import Workplace
from app.ui.followers import known_people
from app.ui.followers.choice_line import ChoiceLine
from app.ui.followers.quick_box import QuickBox
from tests.ui.followers.conftest import DAY, Desk, Open

CTRL = Qt.KeyboardModifier.ControlModifier
FACEBOOK, X = Platform.FACEBOOK, Platform.X


class Box:
    """The clerk's hands on the quick box."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        found = desk.page.findChild(QuickBox)
        assert found is not None
        self.widget = found

    @property
    def line(self) -> ChoiceLine:
        return self.widget.line

    def open(self) -> None:
        QTest.keyClick(self.desk.page.window(), Qt.Key.Key_K, CTRL)
        assert self.line.hasFocus()

    def type(self, text: str) -> None:
        self.desk.type(text)

    def said(self) -> str:
        return self.widget.reading.accessibleName()

    def choices(self) -> list[str]:
        return list(self.widget.reading.choices)


@pytest.fixture
def box(desk: Desk) -> Box:
    made = Box(desk)
    made.open()
    return made


def test_a_name_and_a_number_are_two_enters(box: Box) -> None:
    box.type("bagas\n")
    assert box.said().startswith("Bagas Nirwana, Diskominfo: Instagram")
    box.type("1,2rb\n")
    box.desk.settle()
    assert box.desk.low(1) == 1150
    assert "saved" in box.said()
    assert box.line.text() == ""


def test_a_whole_line_is_one_enter_and_is_read_before(box: Box) -> None:
    box.type("fajar fb 640")
    assert box.said() == "Fajar Segara, Facebook 640 now qualifies"
    box.type("\n")
    box.desk.settle()
    assert box.desk.low(4, FACEBOOK) == 640


def test_a_number_after_a_saved_one_is_of_the_next_platform_and_letters_are_the_next_name(
    box: Box,
) -> None:
    box.type("arum\n503\n640\n12\nbagas\n7\n")
    box.desk.settle()
    assert [box.desk.low(0, p) for p in (Platform.INSTAGRAM, FACEBOOK, X)] == [503, 640, 12]
    assert box.desk.low(1) == 7


def test_the_platform_of_one_person_is_the_first_of_the_next(box: Box) -> None:
    box.type("arum fb\n503\nbagas\n640\n")
    box.desk.settle()
    assert (box.desk.low(0, FACEBOOK), box.desk.low(1, FACEBOOK)) == (503, 640)


def test_a_doubtful_name_is_chosen_by_a_digit_after_enter(
    office: Workplace, open_page: Open
) -> None:
    for serial, unit in (("901", "Dinkes"), ("902", "Disdik")):
        office.people.add(Person(Nip(f"198703142010012{serial}"), "Arum Wulandari", unit=unit))
    box = Box(open_page())
    box.open()
    box.type("arum")
    assert len(box.choices()) == 3
    box.type("\n2")
    assert box.said().startswith("Arum Wulandari, Dinkes: Instagram")
    box.type("arum w\n")
    assert box.choices() == ["Dinkes", "Disdik"]
    box.type("2")
    box.type("77\n")
    box.desk.settle()
    card = office.people.card(7, DAY)
    assert [count.interval.low for count in card.histories[Platform.INSTAGRAM]] == [77]


def test_in_a_large_office_people_are_read_when_somebody_is_named(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_people, "_MANY", 1)
    box = Box(open_page())
    box.open()
    box.type("fajar fb 640")
    box.desk.settle()
    assert box.said() == "Fajar Segara, Facebook 640 now qualifies"
    box.type("\n")
    box.desk.settle()
    assert box.desk.low(4, FACEBOOK) == 640


def test_typing_on_leaves_the_choice(office: Workplace, open_page: Open) -> None:
    office.people.add(Person(Nip("198703142010012901"), "Arum Wulandari", unit="Dinkes"))
    box = Box(open_page())
    box.open()
    box.type("arum\n w 1\n")
    box.desk.settle()
    card = office.people.card(6, DAY)
    assert [count.interval.low for count in card.histories[Platform.INSTAGRAM]] == [1]


def test_an_unclear_number_is_chosen_by_a_digit(box: Box) -> None:
    box.type("citra 1.234 rb\n")
    assert box.choices() == ["Instagram 1,234", "Instagram 1,234,000"]
    box.type("1")
    box.desk.settle()
    assert box.desk.low(2) == 1234


def test_an_m_is_never_taken_for_million_unseen(box: Box) -> None:
    box.type("citra 1,2 M\n")
    box.desk.settle()
    assert box.desk.low(2) is None
    box.type("1")
    box.desk.settle()
    assert box.desk.low(2) == 1_150_000


@pytest.mark.parametrize("text", ["zulkarnain\n500\n", "500\n", "arum 500 600\n", "arum ig fb 3\n"])
def test_nothing_is_saved_of_what_is_not_understood(box: Box, text: str) -> None:
    box.type(text)
    box.desk.settle()
    assert all(box.desk.account(row) is None for row in range(5))
    assert box.line.text() != ""


def test_no_account_can_be_said(box: Box) -> None:
    box.type("arum\ntidak punya\n")
    box.desk.settle()
    account = box.desk.account(0)
    assert account is not None
    assert account.stated_none


def test_the_count_before_and_the_change_of_verdict_are_read_out(box: Box) -> None:
    box.type("arum\n418\n")
    box.desk.settle()
    box.type("arum 503")
    assert box.said() == "Arum Sekarjati, Instagram 503 before 418, up 20 %, now qualifies"


def test_escape_goes_back_to_the_table_and_ctrl_k_comes_again(box: Box) -> None:
    box.type("arum")
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is box.desk.view
    assert box.line.text() == ""
    box.open()


def test_a_click_on_a_choice_takes_it(office: Workplace, open_page: Open) -> None:
    office.people.add(Person(Nip("198703142010012901"), "Arum Wulandari", unit="Dinkes"))
    box = Box(open_page())
    box.open()
    box.type("arum 55")
    box.widget.reading.chosen.emit(1)
    box.desk.settle()
    card = office.people.card(6, DAY)
    assert [count.interval.low for count in card.histories[Platform.INSTAGRAM]] == [55]


def test_typing_is_taken_back_before_what_was_saved(box: Box) -> None:
    undone: list[bool] = []
    QShortcut(QKeySequence.StandardKey.Undo, box.desk.page).activated.connect(
        lambda: undone.append(True)
    )
    box.type("arum")
    QTest.keyClick(box.line, Qt.Key.Key_Z, CTRL)
    assert undone == []
    box.type("arum\n")
    QTest.keyClick(box.line, Qt.Key.Key_Z, CTRL)
    assert undone == [True]
