"""Evidence on the person card."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from app.domain.platform import Platform
from app.services.recording import Entry
from app.ui.people.card_evidence import EvidencePart
from tests.ui.evidence.conftest import ARUM, BAGAS, NAMES, Desk, dragged, drop_on


def on_card(desk: Desk, person: int) -> EvidencePart:
    desk.go("people")
    desk.office.people.show_person(person)
    people = desk.office.people
    desk.qtbot.waitUntil(lambda: people.person_shown is not None)
    desk.qtbot.waitUntil(lambda: getattr(people.person_shown, "id", 0) == person)
    desk.settle()
    return desk.office.people.evidence


def tiles(part: EvidencePart) -> list[QPushButton]:
    return [b for b in part._tiles.findChildren(QPushButton) if not b.isHidden()]


def test_a_screenshot_pasted_on_the_card_proves_the_newest_count_of_the_only_account(
    desk: Desk,
) -> None:
    part = on_card(desk, ARUM)
    assert "Paste a screenshot here" in desk.words(part)
    desk.copy("1.234")
    desk.paste()
    assert desk.of(ARUM)[0].evidence.place == desk.at(ARUM)
    (tile,) = tiles(part)
    assert tile.accessibleName().startswith("Instagram · ")
    assert "1,234 followers" in tile.accessibleName()
    assert "kept as evidence" in desk.said()


def test_of_several_accounts_a_menu_asks_which_one(desk: Desk) -> None:
    desk.place.recording.record([Entry(ARUM, Platform.X, "90")], desk.today)
    part = on_card(desk, ARUM)
    desk.copy("90")
    desk.paste()
    assert desk.of(ARUM) == []
    desk.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.settle()
    assert desk.of(ARUM)[0].evidence.place == desk.at(ARUM, Platform.X)
    assert len(tiles(part)) == 1


def test_a_file_dropped_on_the_card_is_taken(desk: Desk) -> None:
    on_card(desk, ARUM)
    mime = dragged([desk.file("a.png", "a"), desk.file("b.png", "b")])
    assert drop_on(desk.office.people._panel, QPoint(40, 40), mime)
    desk.settle()
    assert len(desk.of(ARUM)) == 2


def test_a_shared_picture_is_flagged_on_both_cards(desk: Desk) -> None:
    desk.copy("sama")
    for person in (ARUM, BAGAS):
        desk.cell(person)
        desk.paste()
    for person, other in ((ARUM, NAMES[1]), (BAGAS, NAMES[0])):
        assert f"The same picture is used for {other}." in desk.words(on_card(desk, person))


def test_enter_opens_a_tile_and_delete_removes_it_until_it_is_undone(desk: Desk) -> None:
    part = on_card(desk, ARUM)
    desk.copy("1.234")
    desk.paste()
    (tile,) = tiles(part)
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    box = desk.box()
    assert box._view.is_showing
    box.reject()
    desk.office.window.activateWindow()
    desk.qtbot.waitUntil(desk.office.window.isActiveWindow)
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.of(ARUM) == []
    assert tiles(part) == []
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.of(ARUM)) == 1
    desk.qtbot.waitUntil(lambda: len(tiles(part)) == 1)


def test_a_missing_file_is_said_on_the_card(desk: Desk) -> None:
    desk.cell(ARUM)
    desk.copy("a")
    desk.paste()
    for path in desk.place.evidence.files():
        path.unlink()
    part = on_card(desk, ARUM)
    assert "not in its folder any more" in desk.words(part)
    assert len(tiles(part)) == 1


def test_the_button_of_somebody_without_accounts_asks_for_the_platform(desk: Desk) -> None:
    part = on_card(desk, BAGAS)
    part._add.click()
    desk.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    box = desk.box()
    assert box.place == desk.at(BAGAS)
    box.reject()


def test_ctrl_b_opens_the_pictures_of_the_person_as_it_does_in_the_grid(desk: Desk) -> None:
    part = on_card(desk, ARUM)
    desk.copy("1.234")
    desk.paste()
    assert tiles(part)
    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    box = desk.box()
    assert box._view.is_showing
    box.reject()
