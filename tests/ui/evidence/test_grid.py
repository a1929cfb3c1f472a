"""Screenshots pasted and dropped on the cells of the grid."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.errors import NotAPicture
from app.domain.platform import Platform
from app.ui.shell.drop import DropFrame
from tests.services.evidence.conftest import encoded, screenshot
from tests.ui.evidence.conftest import ARUM, BAGAS, CITRA, IG, NAMES, Desk, dragged, drop_on


def test_a_pasted_screenshot_proves_the_cell_and_marks_it(desk: Desk) -> None:
    desk.cell(ARUM)
    assert not desk.clip(ARUM)
    desk.copy("1.234")
    desk.paste()
    (shown,) = desk.of(ARUM)
    assert shown.evidence.place == desk.at(ARUM)
    assert desk.clip(ARUM)
    assert "1 picture kept as evidence: Arum Sekarjati, Instagram" in desk.said()


def test_a_cell_without_a_count_can_have_its_screenshot_first(desk: Desk) -> None:
    desk.cell(BAGAS, Platform.X)
    desk.copy("90")
    desk.paste()
    assert desk.of(BAGAS)[0].evidence.place == desk.at(BAGAS, Platform.X)
    assert desk.of(BAGAS)[0].count is None
    assert desk.clip(BAGAS, Platform.X)


def test_texts_are_pasted_as_ever_also_with_the_picture_that_a_spreadsheet_adds(
    desk: Desk,
) -> None:
    desk.cell(BAGAS)
    mime = QMimeData()
    mime.setText("777")
    mime.setImageData(QImage.fromData(encoded(screenshot("777"))))
    QGuiApplication.clipboard().setMimeData(mime)
    desk.paste()
    assert desk.of(BAGAS) == []
    assert desk.place.people.card(BAGAS, desk.today).histories[IG][0].interval.low == 777


def test_pasting_with_nothing_on_the_clipboard_does_nothing(desk: Desk) -> None:
    desk.cell(ARUM)
    QGuiApplication.clipboard().clear()
    desk.paste()
    assert desk.place.evidence.days() == {}


def test_undo_takes_the_picture_and_its_mark_away(desk: Desk) -> None:
    desk.cell(ARUM)
    desk.copy("1.234")
    desk.paste()
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.of(ARUM) == []
    assert not desk.clip(ARUM)


def test_the_same_screenshot_for_somebody_else_is_said_at_once(desk: Desk) -> None:
    desk.copy("1.234")
    desk.cell(ARUM)
    desk.paste()
    desk.cell(BAGAS)
    desk.paste()
    assert f"The same picture is used for {NAMES[0]}." in desk.said()
    assert len(desk.of(BAGAS)) == 1, "it warns and never forbids"


def test_a_file_dropped_on_a_cell_goes_there_and_the_import_stays_shut(desk: Desk) -> None:
    desk.cell(ARUM)
    grid = desk.office.followers.grid
    place = grid.model.find(CITRA)
    assert place is not None
    index = grid.model.index(place, grid.model.place_of(IG.value))
    point = grid.view.visualRect(index).center()
    mime = dragged([desk.file("Tangkapan layar.png", "55")])
    window = desk.office.window
    over = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, over)
    assert not any(frame.isVisible() for frame in window.findChildren(DropFrame))
    assert drop_on(grid.view.viewport(), point, mime)
    desk.settle()
    assert desk.of(CITRA)[0].evidence.place == desk.at(CITRA)
    assert window.current_key == "followers"


def test_a_workbook_dropped_on_the_grid_is_left_to_the_import(desk: Desk) -> None:
    desk.go("followers")
    viewport = desk.office.followers.grid.view.viewport()
    workbook = desk.folder / "Data ASN.xlsx"
    assert not drop_on(viewport, QPoint(300, 20), dragged([workbook]))
    mixed = [desk.file("a.png", "a"), workbook]
    assert not drop_on(viewport, QPoint(300, 20), dragged(mixed))


def test_a_picture_cannot_be_dropped_on_a_name(desk: Desk) -> None:
    desk.cell(ARUM)
    grid = desk.office.followers.grid
    unit = grid.model.index(0, grid.model.place_of("unit"))
    mime = dragged([desk.file("a.png", "a")])
    assert not drop_on(grid.view.viewport(), grid.view.visualRect(unit).center(), mime)
    desk.settle()
    assert desk.place.evidence.days() == {}


def test_a_file_that_is_no_picture_is_explained(desk: Desk) -> None:
    desk.cell(ARUM)
    fake = desk.folder / "bukti.png"
    fake.write_bytes(b"%PDF-1.7")
    QGuiApplication.clipboard().setMimeData(dragged([fake]))
    desk.paste()
    assert [type(error) for error in desk.prompts.explained] == [NotAPicture]
    assert desk.of(ARUM) == []


def test_ctrl_b_opens_the_pictures_of_the_cell(desk: Desk) -> None:
    desk.cell(ARUM)
    for words in ("a", "b"):
        desk.copy(words)
        desk.paste()
    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    box = desk.box()
    assert box._view.is_showing
    words = desk.words(box)
    assert "1,234 followers" in words
    assert "1 / 2" in words
    QTest.keyClick(box, Qt.Key.Key_Right)
    assert "2 / 2" in desk.words(box)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    desk.settle()
    assert len(desk.of(ARUM)) == 1
    QTest.keyClick(box, Qt.Key.Key_Escape)


def test_the_menu_over_a_cell_shows_evidence_and_pastes_a_picture(desk: Desk) -> None:
    desk.cell(ARUM)
    menu = desk.office.followers.grid.view._menu.menu()
    assert not [one for one in menu.actions() if one.text().startswith("Paste the picture")]
    desk.copy("a")
    menu = desk.office.followers.grid.view._menu.menu()
    next(one for one in menu.actions() if one.text().startswith("Paste the picture")).trigger()
    desk.settle()
    assert len(desk.of(ARUM)) == 1
    next(one for one in menu.actions() if one.text().startswith("Show the evidence")).trigger()
    box = desk.box()
    assert box._view.is_showing
    box.reject()


def test_the_dialog_of_a_shared_picture_stays_within_a_low_screen(desk: Desk) -> None:
    desk.copy("sama")
    for person in (BAGAS, ARUM):
        desk.cell(person)
        desk.paste()
    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    box = desk.box()
    assert "The same picture is used for" in desk.words(box)
    # What is left of 1366 x 768 at 200 %, below a title bar.
    box.resize(560, 345)
    assert box.height() == 345
    box.reject()


def test_in_the_dialog_pictures_are_pasted_and_chosen(desk: Desk) -> None:
    desk.cell(BAGAS)
    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    box = desk.box()
    assert not box._view.is_showing
    desk.copy("a")
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert box._view.is_showing
    desk.prompts.files = [desk.file("b.png", "b")]
    box._choose.click()
    desk.settle()
    assert len(desk.of(BAGAS)) == 2
    box.reject()


def test_a_damaged_file_is_said_in_the_dialog(desk: Desk) -> None:
    desk.cell(ARUM)
    desk.copy("a")
    desk.paste()
    (path,) = desk.place.evidence.files()
    path.write_bytes(b"rusak")
    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    box = desk.box()
    assert not box._view.is_showing
    assert "damaged" in box._view.accessibleName()
    box.reject()
