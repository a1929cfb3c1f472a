"""The day of a single cell, by keyboard alone."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.followers.conftest import DAY, Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


def ask(desk: Desk) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_Semicolon, CONTROL)


def observed(desk: Desk) -> date:
    account = desk.account(0)
    assert account is not None
    assert account.latest is not None
    return account.latest.observed_on


def test_a_count_is_typed_with_its_own_day(desk: Desk) -> None:
    desk.go(0)
    desk.type("612 @ 5 nov\n")
    desk.settle()
    assert (desk.low(0), observed(desk)) == (612, date(2026, 11, 5))


def test_the_day_of_a_cell_is_changed_with_a_few_keys(desk: Desk) -> None:
    desk.go(0)
    desk.type("612\n")
    desk.settle()
    assert observed(desk) == DAY
    desk.go(0)
    ask(desk)
    desk.type("5 nov\n")
    desk.settle()
    assert (desk.low(0), observed(desk)) == (612, date(2026, 11, 5))


def test_in_an_empty_cell_the_count_is_typed_before_the_day(desk: Desk) -> None:
    desk.go(0)
    ask(desk)
    desk.type("612\n")
    desk.settle()
    assert (desk.low(0), observed(desk)) == (612, DAY)


def test_in_the_column_of_names_there_is_no_day_to_change(desk: Desk) -> None:
    desk.go(0, 0)
    ask(desk)
    assert not desk.page.grid.is_typed_into


def test_a_proposal_that_is_taken_keeps_the_day_that_was_typed(desk: Desk) -> None:
    desk.go(0)
    desk.type("1.234 rb @ 5 nov\n")
    desk.settle()
    assert desk.low(0) is None
    accept = next(
        one.text()
        for one in desk.page.findChildren(QPushButton)
        if one.isVisible() and one.text().startswith("Make it")
    )
    desk.press(accept)
    desk.settle()
    assert desk.low(0) is not None
    assert observed(desk) == date(2026, 11, 5)
