"""An office that is gone begins anew only knowingly; one in a cloud folder can be brought in."""

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from app.paths import data_folder, office_database
from app.ui.backups.recovery_dialog import RecoveryDialog
from tests.journeys.test_backup_and_restore import (
    damage,
    database,
    one_standing,
    people,
    press,
    said,
    standing,
)
from tests.journeys.whole_program import program

__all__ = ["database", "program"]


@pytest.fixture
def left(database, program):
    """An office of which only the mark of whoever worked on it is left."""
    database.with_name("data.db-lock").write_bytes(b"")
    database.unlink()
    for backup in (database.parent / "data-cadangan").iterdir():
        backup.unlink()
    return database


def agree(qapp, qtbot, words):
    box = one_standing(qapp, qtbot, QMessageBox)
    (button,) = [one for one in box.findChildren(QPushButton) if one.text() == words]
    button.click()


def test_a_lost_office_without_backups_says_so_and_begins_anew_only_when_agreed(
    program, left, qapp, qtbot
):
    assert not program.start(left)
    dialog = one_standing(qapp, qtbot, RecoveryDialog)
    qtbot.waitUntil(lambda: "Tidak ditemukan cadangan" in said(dialog))
    assert "Belum ada cadangan" in said(dialog)
    press(qtbot, dialog, "Mulai dari awal…")
    agree(qapp, qtbot, "Batal")
    assert not left.exists()
    press(qtbot, dialog, "Mulai dari awal…")
    agree(qapp, qtbot, "Mulai dari awal")
    qtbot.waitUntil(lambda: program.has_opened)
    assert people(left) == []
    qtbot.waitUntil(lambda: not standing(qapp, RecoveryDialog))


def test_a_first_start_asks_nothing(program, qapp):
    assert program.start(office_database())
    assert people(office_database()) == []
    assert not standing(qapp, RecoveryDialog)


def test_a_broken_office_that_begins_anew_is_kept_with_its_backups(program, database, qapp, qtbot):
    broken = damage(database)
    program.start(database)
    dialog = one_standing(qapp, qtbot, RecoveryDialog)
    press(qtbot, dialog, "Mulai dari awal…")
    agree(qapp, qtbot, "Mulai dari awal")
    qtbot.waitUntil(lambda: program.has_opened)
    assert people(database) == []
    (aside,) = database.parent.glob("data-rusak/*/data.db")
    assert aside.read_bytes() == broken
    assert len(list(database.parent.glob("data-cadangan/*.gaung"))) == 1


@pytest.fixture
def clouded(database, program):
    """The office of another computer, in a folder that Dropbox copies."""
    folder = database.parent.parent / "Dropbox" / "Humas"
    folder.mkdir(parents=True)
    for one in database.parent.glob("data*"):
        one.rename(folder / one.name)
    return folder / "data.db"


def test_an_office_in_a_cloud_folder_is_brought_in_when_agreed(program, clouded, qapp, qtbot):
    before = clouded.read_bytes()
    assert program.start(clouded)
    box = one_standing(qapp, qtbot, QMessageBox)
    assert "Dropbox" in box.text()
    office = program.office
    agree(qapp, qtbot, "Salin ke komputer ini")
    qtbot.waitUntil(lambda: program.office is not office)
    inside = office_database()
    assert people(inside) == ["Orang 1", "Orang 2"]
    assert len(list(inside.parent.glob("data-cadangan/*.gaung"))) >= 1
    assert people(clouded) == ["Orang 1", "Orang 2"]
    assert len(before) == len(clouded.read_bytes())
    assert (data_folder() / "kantor.txt").read_text() == "data.db"
    # Here it is safe: nothing more is asked.
    assert not standing(qapp, QMessageBox)


def test_who_stays_in_the_cloud_folder_stays_there(program, clouded, qapp, qtbot):
    assert program.start(clouded)
    agree(qapp, qtbot, "Batal")
    assert not office_database().exists()
    assert program.office.window.isVisible()
