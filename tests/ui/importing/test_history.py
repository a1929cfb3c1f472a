"""Earlier imports: seen in full, their date corrected, undone days later with every kept name."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.domain.platform import Platform
from app.services.job import Job
from app.ui.importing.history import ImportHistory
from app.ui.importing.work import Stage
from tests.ui.importing.conftest import TODAY, Office, person, write_roster

Key = Qt.Key
EARLIER = date(2026, 11, 3)


def _brought(office: Office, folder: Path, *numbers: int) -> None:
    path = write_roster(folder / "daftar.xlsx", [person(n, 100 + n) for n in numbers])
    office.workplace.importing.import_files([path], TODAY, Job.quiet())
    office.page.refresh()
    office.rest()


def _dialog(office: Office) -> QDialog:
    office.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def _button(inside: QWidget, words: str) -> QPushButton:
    return next(
        one
        for one in inside.findChildren(QPushButton)
        if one.isVisible() and words in (one.text(), one.accessibleName())
    )


def _offers(office: Office, words: str) -> bool:
    buttons = office.page.findChildren(QPushButton)
    return any(one.text() == words and one.isVisible() for one in buttons)


def _words(inside: QWidget) -> str:
    return "\n".join(one.text() for one in inside.findChildren(QLabel))


def _choose_first(office: Office) -> ImportHistory:
    history = office.page.findChild(ImportHistory)
    history.table.choose(1)
    office.rest()
    return history


def test_enter_opens_an_import_in_full_and_its_fingerprint_is_copied_whole(
    office: Office, tmp_path: Path
) -> None:
    _brought(office, tmp_path, 1, 2)
    history = _choose_first(office)
    history.table.setFocus()
    QTest.keyClick(history.table, Key.Key_Return)
    dialog = _dialog(office)
    words = _words(dialog)
    assert "daftar.xlsx" in words
    assert "Data ASN" in words
    assert "Date of the counts: 20 Nov 2026" in words
    (record,) = office.workplace.importing.history()
    (field,) = dialog.findChildren(QLineEdit)
    assert field.text() == record.files[0].sha256
    _button(dialog, "Copy the fingerprint").click()
    assert QGuiApplication.clipboard().text() == record.files[0].sha256
    QTest.keyClick(dialog, Key.Key_Escape)


def test_a_wrong_date_is_corrected_for_all_counts_that_took_it(
    office: Office, tmp_path: Path
) -> None:
    _brought(office, tmp_path, 1, 2, 3)
    _choose_first(office)
    _button(office.page, "Correct the date…").click()
    dialog = _dialog(office)
    assert "3 counts without a date of their own take the new date." in _words(dialog)
    assert not _button(dialog, "Correct the date").isEnabled()
    (field,) = dialog.findChildren(QDateEdit)
    field.setDate(QDate(EARLIER.year, EARLIER.month, EARLIER.day))
    QTest.keyClick(dialog, Key.Key_Return)
    office.qtbot.waitUntil(lambda: "3 counts have the new date." in _words(office.page))
    office.rest()
    days = {
        one.observed_on
        for someone in office.workplace.people.everyone()
        for one in office.workplace.people.card(someone.id, TODAY).histories[Platform.INSTAGRAM]
    }
    assert days == {EARLIER}
    (record,) = office.workplace.importing.history()
    assert (record.as_of, record.as_of_said) == (EARLIER, TODAY)
    office.workplace.undoing.undo_last()
    (record,) = office.workplace.importing.history()
    assert record.as_of == TODAY


def test_every_name_that_an_undo_kept_is_listed_and_copied(office: Office, tmp_path: Path) -> None:
    _brought(office, tmp_path, *range(1, 31))
    for someone in office.workplace.people.everyone():
        office.workplace.people.change(someone.id, {"rank": "III/b"})
    _choose_first(office)
    _button(office.page, "Undo this import").click()
    office.qtbot.waitUntil(lambda: "The import was undone." in _words(office.page))
    office.rest()
    assert "and 27 more" in _words(office.page)
    _button(office.page, "Show all 30 names").click()
    dialog = _dialog(office)
    (names,) = dialog.findChildren(QPlainTextEdit)
    assert len(names.toPlainText().splitlines()) == 30
    _button(dialog, "Copy").click()
    assert QGuiApplication.clipboard().text() == names.toPlainText()
    QTest.keyClick(dialog, Key.Key_Escape)


def test_an_undone_import_can_be_neither_undone_again_nor_dated(
    office: Office, tmp_path: Path
) -> None:
    _brought(office, tmp_path, 1)
    history = _choose_first(office)
    _button(office.page, "Undo this import").click()
    office.qtbot.waitUntil(lambda: not office.names())
    office.rest()
    history.table.choose(1)
    office.rest()
    assert not _button(office.page, "Undo this import").isEnabled()
    assert not _button(office.page, "Correct the date…").isEnabled()
    assert _button(office.page, "Details…").isEnabled()
    office.workplace.undoing.undo_last()
    assert office.names() == ["Pegawai Abbb"]


def test_ctrl_z_and_ctrl_y_turn_the_page_round_with_the_import(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    office.workplace.undoing.undo_last()
    office.page.refresh()
    office.wait(Stage.READY)
    assert _button(office.page, "Import 2 changes").isEnabled()
    assert not _offers(office, "Undo this import")
    office.rest()
    office.workplace.undoing.redo_last()
    office.page.refresh()
    office.qtbot.waitUntil(lambda: _offers(office, "No changes"))
    assert office.names() == ["Pegawai Abbb", "Pegawai Accc"]
