"""The first minute: an empty office, the sample office and back, another language, another look."""

import gc

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from app.paths import office_database, sample_database
from app.ui.importing.grid import SheetGrid
from app.ui.importing.work import ImportWork, Stage
from tests.journeys.whole_program import program

__all__ = ["program"]


class Shown(QObject):
    """Notes every widget that comes up as a window of its own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    @override
    def eventFilter(self, watched, event):
        shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def texts(program):
    window = program.office.window
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def press(qtbot, program, *words):
    buttons = [
        button
        for button in program.office.window.findChildren(QAbstractButton)
        if button.isVisible() and (button.text() in words or button.accessibleName() in words)
    ]
    assert buttons, words
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_an_empty_office_opens_in_indonesian_and_leads_to_the_first_import(program, qtbot):
    assert program.start(office_database())
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    assert program.office.window.windowTitle() == "Gaung"


def test_the_sample_office_is_a_database_of_its_own_and_goes_with_one_click(program, qtbot):
    program.start(office_database())
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    press(qtbot, program, "Coba dengan kantor contoh")
    qtbot.waitUntil(lambda: "Ini kantor contoh." in texts(program))
    qtbot.waitUntil(lambda: "Yang perlu dikerjakan" in texts(program))
    assert sample_database().exists()
    press(qtbot, program, "Hapus contoh")
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    assert not sample_database().exists()
    assert office_database().exists()


def test_the_sample_office_speaks_and_looks_as_the_window_it_is_opened_from(program, qtbot):
    program.start(office_database())
    for words, told in (("Gelap", "Tampilan"), ("English", "Appearance")):
        program.office.window.go("settings")
        program.office.settings.show_category("look")
        press(qtbot, program, words)
        qtbot.waitUntil(lambda told=told: told in texts(program))
    program.office.window.go("home")
    qtbot.waitUntil(lambda: "Welcome to Gaung" in texts(program))
    press(qtbot, program, "Try the sample office")
    qtbot.waitUntil(lambda: "This is the sample office." in texts(program))
    program.office.window.go("settings")
    program.office.settings.show_category("look")
    chosen = [
        one for one in program.office.settings.findChildren(QAbstractButton) if one.isChecked()
    ]
    assert {"Dark", "English"} <= {one.text() for one in chosen}


def test_another_language_builds_the_window_anew_on_the_same_page(program, qtbot):
    program.start(office_database())
    program.office.window.go("settings")
    program.office.settings.show_category("look")
    press(qtbot, program, "English")
    qtbot.waitUntil(lambda: "Settings" in texts(program))
    assert program.office.window.current_key == "settings"
    assert program.office.settings.category == "look"


def test_the_first_page_speaks_another_language_at_once_and_goes_back(program, qtbot):
    program.start(office_database())
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    for spoken, wanted, greeting in (
        ("Bahasa: Bahasa Indonesia", "English", "Welcome to Gaung"),
        ("Language: English", "Bahasa Indonesia", "Selamat datang di Gaung"),
    ):
        # Before anything has to be scrolled, also on a screen of 1366 x 768 at 150 %.
        program.office.window.resize(911, 492)
        buttons = program.office.home.findChildren(QPushButton)
        (language,) = [one for one in buttons if one.accessibleName() == spoken]
        assert language.visibleRegion().boundingRect() == language.rect()
        press(qtbot, program, spoken)
        menus = [one for one in program.office.home.findChildren(QMenu) if one.isVisible()]
        next(one for one in menus[0].actions() if one.text() == wanted).trigger()
        menus[0].close()
        qtbot.waitUntil(lambda greeting=greeting: greeting in texts(program))


def test_what_is_not_filled_in_yet_is_filled_in_where_it_leads_to(program, qtbot):
    program.start(office_database())
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    settings = program.office.settings
    for asked, category, field in (
        (program.office.home.settings_asked, "office", "Pemerintah"),
        (program.office.home.clerk_asked, "clerk", "Nama"),
    ):
        settings.show_category("backups")
        asked.emit()
        assert program.office.window.current_key == "settings"
        assert settings.category == category
        assert settings.focusWidget().accessibleName() == field


def test_a_file_that_is_open_is_open_in_the_other_language_too(program, qtbot, tmp_path):
    roster = tmp_path / "daftar.csv"
    roster.write_text("NIP;Nama\n199001012015011001;Laras Wening\n", encoding="utf-8")
    program.start(office_database())
    program.office.open_files([roster])
    qtbot.waitUntil(lambda: program.office.importing.unfinished == (roster,))
    program.office.window.go("settings")
    program.office.settings.show_category("look")
    press(qtbot, program, "English")
    qtbot.waitUntil(lambda: "Settings" in texts(program))
    qtbot.waitUntil(lambda: program.office.importing.unfinished == (roster,))


def test_what_was_put_right_is_lost_to_another_language_only_when_agreed(program, qtbot, qapp):
    program.start(office_database())
    qapp.clipboard().setText("NIP\tNama\n199001012015011001\tLaras Wening\n")
    program.office.window.go("import")
    program.office.importing.paste()
    qtbot.waitUntil(lambda: program.office.importing.would_be_lost)
    program.office.window.go("settings")
    program.office.settings.show_category("look")
    press(qtbot, program, "English")
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), QMessageBox))
    qtbot.keyClick(qapp.activeModalWidget(), Qt.Key.Key_Escape)
    assert program.office.importing.would_be_lost
    assert "Pengaturan" in texts(program)


def test_ctrl_z_takes_a_corrected_cell_back_before_anything_that_is_stored(
    program, qtbot, tmp_path
):
    roster = tmp_path / "daftar.csv"
    roster.write_text("NIP;Nama\n1990;Laras Wening\n", encoding="utf-8")
    program.start(office_database())
    program.office.open_files([roster])
    window, page = program.office.window, program.office.importing
    window.activateWindow()
    work = page.findChild(ImportWork)
    qtbot.waitUntil(lambda: work.stage is Stage.READY and work.rows() is not None)
    grid = page.findChild(SheetGrid)
    grid.setFocus()
    grid.go_to(2, 0)
    qtbot.keyClicks(grid, "199001012015011001")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.would_be_lost)
    qtbot.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.would_be_lost)
    assert QApplication.activeModalWidget() is None


def test_a_database_that_cannot_be_opened_is_explained_before_the_program_ends(
    program, qapp, qtbot, tmp_path
):
    no_database = tmp_path / "catatan.db"
    no_database.write_text("bukan basis data", encoding="utf-8")
    assert not program.start(no_database)
    gc.collect()
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), QMessageBox))
    box = qapp.activeModalWidget()
    assert "catatan.db" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: qapp.activeModalWidget() is None)


def test_another_database_that_cannot_be_opened_is_explained_over_the_office_that_stays(
    program, qapp, qtbot, tmp_path
):
    no_database = tmp_path / "catatan.db"
    no_database.write_text("bukan basis data", encoding="utf-8")
    program.start(office_database())
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    press(qtbot, program, "Buka basis data lain")
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), QFileDialog))
    dialog = qapp.activeModalWidget()
    dialog.filesSelected.emit([str(no_database)])
    dialog.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), QMessageBox))
    box = qapp.activeModalWidget()
    assert "catatan.db" in box.text()
    assert box.parentWidget() is program.office.window
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))


def test_nothing_but_the_window_ever_comes_up_as_a_window(program, qapp):
    shown = Shown()
    qapp.installEventFilter(shown)
    program.start_with_sample()
    qapp.removeEventFilter(shown)
    assert shown.windows == ["MainWindow"]


def test_every_page_opens_by_its_number(program, qtbot):
    program.start_with_sample()
    window = program.office.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = []
    for number in range(1, 8):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        keys.append(window.current_key)
    assert keys == ["home", "people", "import", "followers", "standings", "reports", "settings"]
