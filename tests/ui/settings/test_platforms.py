"""Tokens, the office's account and X's approval, entered where a clerk enters them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.platform import Platform
from app.services.workplace import Workplace
from app.ui.settings.page import SettingsPage
from app.ui.settings.token_card import TokenCard
from app.ui.tasks import TaskRunner
from tests.ui.settings.conftest import button

CANARY = "ZZCANARY-0123456789"


def opened(page: SettingsPage, tasks: TaskRunner, qtbot: QtBot) -> None:
    page.show_category("platforms")
    qtbot.waitUntil(lambda: tasks.idle)


def card_of(page: SettingsPage, platform: Platform) -> TokenCard:
    cards = page.findChildren(TokenCard)
    return next(one for one in cards if one.card.accessibleName() == platform.name_shown)


def said(card: TokenCard) -> str:
    return " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def test_a_token_is_kept_said_and_never_shown_again(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    opened(page, tasks, qtbot)
    card = card_of(page, Platform.YOUTUBE)
    assert "No token yet." in said(card)
    assert not button(card, "Test the connection").isEnabled()
    card.field.setText(CANARY)
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.idle)
    assert "A token is kept" in said(card)
    assert card.field.text() == ""
    assert not [one for one in page.findChildren(QLineEdit) if CANARY in one.text()]
    assert button(card, "Test the connection").isEnabled()
    key = office.fetching.arranging.settings().youtube.key
    assert key is not None
    assert key.reveal() == CANARY
    qtbot.mouseClick(button(card, "Remove the token"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)
    assert "No token yet." in said(card)
    office.database.checkpoint()
    assert CANARY.encode() not in Path(office.path).read_bytes()


def test_what_is_no_token_is_said_beside_its_field(
    page: SettingsPage, tasks: TaskRunner, qtbot: QtBot
) -> None:
    opened(page, tasks, qtbot)
    card = card_of(page, Platform.X)
    card.field.setText("dua kata")
    qtbot.mouseClick(button(card, "Keep"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)
    assert "is no token of X" in said(card)
    assert "dua kata" not in said(card)


def test_x_is_unlocked_by_a_statement_that_says_who_made_it(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    opened(page, tasks, qtbot)
    card = card_of(page, Platform.X)
    assert "Government End User" in said(card)
    tick = card.findChild(QCheckBox)
    assert isinstance(tick, QCheckBox)
    tick.click()
    qtbot.waitUntil(lambda: tasks.idle)
    approval = office.fetching.arranging.approval()
    assert approval is not None
    assert "Stated by" in said(card)
    tick.click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert office.fetching.arranging.approval() is None


def test_the_offices_own_account_is_kept_when_its_field_is_left(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    opened(page, tasks, qtbot)
    card = card_of(page, Platform.INSTAGRAM)
    field = next(
        one for one in card.findChildren(QLineEdit) if one.echoMode() is QLineEdit.EchoMode.Normal
    )
    field.setText("17840000000000001")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.idle)
    assert office.fetching.arranging.instagram_user_id() == "17840000000000001"


def test_a_clerk_reaches_every_button_and_each_says_of_which_platform(
    page: SettingsPage, tasks: TaskRunner, qtbot: QtBot
) -> None:
    opened(page, tasks, qtbot)
    for card in page.findChildren(TokenCard):
        for one in card.findChildren(QPushButton):
            assert one.accessibleDescription() == card.card.accessibleName()
    assert len(page.findChildren(TokenCard)) == 4


def test_what_the_office_must_arrange_is_asked_of_the_manual(
    page: SettingsPage, tasks: TaskRunner, qtbot: QtBot
) -> None:
    opened(page, tasks, qtbot)
    asked: list[str] = []
    page.platforms.help_asked.connect(asked.append)
    qtbot.mouseClick(button(page, "What the office must arrange…"), Qt.MouseButton.LeftButton)
    assert asked == ["platforms"]
