"""The office's identity and who signs: kept as they are left, refused where they cannot be printed."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.office import Signatory, SignatoryRole
from app.services.workplace import Workplace
from app.ui.settings.page import SettingsPage
from app.ui.settings.signatory_dialog import SignatoryDialog
from app.ui.tasks import TaskRunner
from tests.ui.settings.conftest import Agreeing, button

LEFT = Qt.MouseButton.LeftButton


def field(widget: QWidget, name: str) -> QLineEdit:
    return next(
        one
        for one in widget.findChildren(QLineEdit)
        if one.accessibleName() == name and one.isVisible()
    )


def said(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def type_into(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_a_field_is_saved_when_it_is_left(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    type_into(field(page, "Government"), "Kabupaten  Tirta Jaya ")
    assert office.preferences.office().government == ""
    with qtbot.waitSignals([page.changed, page.office_changed]):
        QTest.keyClick(field(page, "Government"), Qt.Key.Key_Tab)
    assert office.preferences.office().government == "Kabupaten Tirta Jaya"
    assert [fact.words for fact in page.facts()] == ["All changes are saved"]


def test_enter_saves_a_field_and_leaving_it_does_not_save_again(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    city = field(page, "City")
    type_into(city, "Tirta Jaya")
    with qtbot.waitSignal(page.office_changed):
        QTest.keyClick(city, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(page.office_changed):
        QTest.keyClick(city, Qt.Key.Key_Tab)
    assert office.preferences.office().city == "Tirta Jaya"


def test_what_is_being_typed_is_not_lost_when_the_page_is_shown_again(page: SettingsPage) -> None:
    type_into(field(page, "Address"), "Jalan Muara")
    page.refresh()
    assert field(page, "Address").text() == "Jalan Muara"


def test_the_field_being_typed_in_is_saved_when_the_window_closes(
    page: SettingsPage, office: Workplace, tasks: TaskRunner
) -> None:
    type_into(field(page, "Telephone"), "(0000) 123")
    page.save_open_field()
    tasks.shutdown()
    assert office.preferences.office().phone == "(0000) 123"


def test_a_logo_is_stored_shown_and_removed(
    page: SettingsPage, office: Workplace, prompts: Agreeing, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGB", (30, 40), "navy").save(path)
    prompts.files = [path]
    with qtbot.waitSignal(page.office_changed):
        qtbot.mouseClick(button(page, "Choose a logo"), LEFT)
    assert office.preferences.office().logo == path.read_bytes()
    with qtbot.waitSignal(page.office_changed):
        qtbot.mouseClick(button(page, "Remove"), LEFT)
    assert office.preferences.office().logo == b""
    assert button(page, "Choose a logo").isVisible()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "This is no PNG or JPEG picture."),
        (b"0" * 1_000_001, "This file is larger than 1,000 KB."),
    ],
)
def test_a_file_that_is_no_logo_is_refused_beside_the_field(
    page: SettingsPage,
    office: Workplace,
    prompts: Agreeing,
    tmp_path: Path,
    qtbot: QtBot,
    content: bytes,
    sentence: str,
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    prompts.files = [path]
    qtbot.mouseClick(button(page, "Choose a logo"), LEFT)
    qtbot.waitUntil(lambda: any(words.startswith(sentence) for words in said(page)))
    assert office.preferences.office().logo == b""


def open_dialog(page: SettingsPage, name: str, qtbot: QtBot) -> SignatoryDialog:
    qtbot.mouseClick(button(page, name), LEFT)
    dialog = page.findChild(SignatoryDialog)
    assert dialog is not None
    return dialog


def test_a_signatory_is_added_with_a_nip_in_groups(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    dialog = open_dialog(page, "Add a signatory", qtbot)
    dialog.findChild(QComboBox).setCurrentIndex(1)
    type_into(field(dialog, "Name with titles"), "Sekar Maharatri, S.Sos.")
    type_into(field(dialog, "Position"), "Kepala Bidang IKP")
    type_into(field(dialog, "NIP"), "NIP. 19760825 200212 2 932")
    with qtbot.waitSignal(page.office_changed):
        qtbot.mouseClick(button(dialog, "Save"), LEFT)
    (stored,) = office.preferences.office().signatories
    assert (stored.role, stored.name) == (SignatoryRole.SIGNS, "Sekar Maharatri, S.Sos.")
    assert stored.nip == "197608252002122932"
    qtbot.waitUntil(lambda: "NIP. 19760825 200212 2 932" in said(page))


@pytest.mark.parametrize(
    ("name", "nip", "sentence"),
    [
        ("", "", "A name is needed"),
        ("Sekar", "19760825", "A NIP has 18 digits"),
        ("Sekar", "197613252002122932", "The first 8 digits of a NIP are the birth date"),
    ],
)
def test_who_cannot_be_printed_is_refused_in_the_dialog(
    page: SettingsPage, office: Workplace, qtbot: QtBot, name: str, nip: str, sentence: str
) -> None:
    dialog = open_dialog(page, "Add a signatory", qtbot)
    type_into(field(dialog, "Name with titles"), name)
    type_into(field(dialog, "NIP"), nip)
    qtbot.mouseClick(button(dialog, "Save"), LEFT)
    assert dialog.isVisible()
    assert any(words.startswith(sentence) for words in said(dialog))
    assert office.preferences.office().signatories == ()
    dialog.reject()


@pytest.fixture
def two_sign(office: Workplace, page: SettingsPage) -> SettingsPage:
    office.preferences.add_signatory(Signatory(SignatoryRole.KNOWS, "Wirya", "Kepala Dinas"))
    office.preferences.add_signatory(Signatory(SignatoryRole.SIGNS, "Sekar", "Kepala Bidang"))
    page.refresh()
    return page


def test_f2_changes_who_signs_and_keeps_the_order(
    two_sign: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    pencil = button(two_sign, "Change Wirya")
    pencil.setFocus()
    QTest.keyClick(pencil, Qt.Key.Key_F2)
    dialog = two_sign.findChild(SignatoryDialog)
    type_into(field(dialog, "Rank"), "Pembina")
    with qtbot.waitSignal(two_sign.office_changed):
        QTest.keyClick(field(dialog, "Rank"), Qt.Key.Key_Return)
    stored = [(one.name, one.rank) for one in office.preferences.office().signatories]
    assert stored == [("Wirya", "Pembina"), ("Sekar", "")]


def test_removing_who_signs_is_asked_first(
    two_sign: SettingsPage, office: Workplace, prompts: Agreeing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(two_sign.office_changed):
        qtbot.mouseClick(button(two_sign, "Remove Sekar"), LEFT)
    assert prompts.asked == ["Remove Sekar from those who sign?"]
    assert [one.name for one in office.preferences.office().signatories] == ["Wirya"]


def test_saving_the_identity_keeps_who_signs(
    two_sign: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    type_into(field(two_sign, "Office"), "Diskominfo")
    with qtbot.waitSignal(two_sign.office_changed):
        QTest.keyClick(field(two_sign, "Office"), Qt.Key.Key_Tab)
    assert len(office.preferences.office().signatories) == 2
    assert isinstance(button(two_sign, "Change Sekar"), QPushButton)
