"""A backup comes back in the window; a broken or lost database is never replaced by an empty one."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from app.bootstrap import locale_folder, open_workplace
from app.domain.backup import Reason
from app.domain.errors import DatabaseDamaged
from app.domain.nip import Nip
from app.domain.person import Person
from app.paths import office_database, resources
from app.services.job import Job
from app.ui.backups.recovery_dialog import RecoveryDialog
from app.ui.backups.restore_dialog import RestoreDialog
from app.wording.language import Language
from tests.journeys.whole_program import program

__all__ = ["program"]

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def database():
    """An office with one person, a backup of it, and one person more."""
    path = office_database()
    path.parent.mkdir(parents=True, exist_ok=True)
    with open_workplace(path, create=True, language=Language("id", locale_folder())) as place:
        _add(place, 1)
        place.backups.make(Reason.ASKED)
        _add(place, 2)
    return path


def _add(place, serial):
    place.people.add(Person(Nip(f"198703142010012{serial:03}"), f"Orang {serial}"))


def people(path):
    with closing(sqlite3.connect(path)) as raw:
        return [name for (name,) in raw.execute("SELECT name FROM people ORDER BY id")]


def standing(qapp, kind):
    return [one for one in qapp.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def one_standing(qapp, qtbot, kind):
    qtbot.waitUntil(lambda: len(standing(qapp, kind)) == 1)
    return standing(qapp, kind)[0]


def press(qtbot, widget, words):
    def found():
        return [
            one
            for one in widget.findChildren(QPushButton)
            if one.isVisible() and one.isEnabled() and one.text() == words
        ]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], LEFT)


def said(widget):
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def damage(path):
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)
    return bytes(content)


def test_a_backup_is_restored_in_the_window_and_the_restore_is_taken_back(
    program, database, qapp, qtbot
):
    program.start(database)
    window = program.office.window
    window.go("settings")
    program.office.settings.show_category("backups")
    for expected in (["Orang 1"], ["Orang 1", "Orang 2"]):
        # The second time the newest is the state before the first restore.
        rows = program.office.settings
        qtbot.waitUntil(lambda page=rows: "Pulihkan…" in _buttons(page))
        if expected == ["Orang 1"]:
            _last(rows).click()
        else:
            press(qtbot, rows, "Pulihkan…")
        before = program.office
        press(qtbot, one_standing(qapp, qtbot, RestoreDialog), "Pulihkan")
        qtbot.waitUntil(lambda old=before: program.office is not old)
        assert people(database) == expected
        qtbot.waitUntil(lambda: "Dipulihkan: data kantor" in said(program.office.settings))
        assert program.office.settings.category == "backups"


def _buttons(page):
    return [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]


def _last(page):
    shown = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    return [one for one in shown if one.text() == "Pulihkan…"][-1]


def test_a_broken_database_is_told_at_the_start_kept_and_recovered(program, database, qapp, qtbot):
    broken = damage(database)
    assert not program.start(database)
    assert not program.has_opened
    dialog = one_standing(qapp, qtbot, RecoveryDialog)
    assert "rusak" in said(dialog)
    press(qtbot, dialog, "Pulihkan…")
    question = one_standing(qapp, qtbot, RestoreDialog)
    assert "tidak terbaca" in said(question)
    press(qtbot, question, "Batal")
    press(qtbot, dialog, "Pulihkan…")
    press(qtbot, one_standing(qapp, qtbot, RestoreDialog), "Pulihkan")
    qtbot.waitUntil(lambda: program.has_opened)
    assert people(database) == ["Orang 1"]
    (aside,) = database.parent.glob("data-rusak/*/data.db")
    assert aside.read_bytes() == broken
    qtbot.waitUntil(lambda: not standing(qapp, RecoveryDialog))


def test_a_new_computer_gets_its_office_back_from_a_file(program, database, qapp, qtbot, tmp_path):
    with open_workplace(database, create=False, language=Language("id", locale_folder())) as place:
        carried = place.backups.write_to(tmp_path / "usb").path
    for path in [database, *(database.parent / "data-cadangan").iterdir()]:
        path.unlink()
    program.start(database)
    before = program.office
    press(qtbot, before.window, "Pulihkan dari cadangan")
    press(qtbot, before.settings, "Pulihkan dari berkas…")
    dialog = one_standing(qapp, qtbot, QFileDialog)
    dialog.filesSelected.emit([str(carried)])
    dialog.close()
    press(qtbot, one_standing(qapp, qtbot, RestoreDialog), "Pulihkan")
    qtbot.waitUntil(lambda: program.office is not before)
    assert people(database) == ["Orang 1", "Orang 2"]


def test_a_backup_that_went_bad_is_told_at_the_foot(program, database, qtbot):
    (backup,) = (database.parent / "data-cadangan").glob("*.gaung")
    content = bytearray(backup.read_bytes())
    content[500] ^= 1
    backup.write_bytes(content)
    program.start(database)
    qtbot.waitUntil(lambda: "1 cadangan rusak" in said(program.office.window))


def test_closing_the_offer_leaves_everything_as_it_is(program, database, qapp, qtbot):
    broken = damage(database)
    program.start(database)
    dialog = one_standing(qapp, qtbot, RecoveryDialog)
    press(qtbot, dialog, "Tutup")
    assert not program.has_opened
    assert database.read_bytes() == broken


def test_a_lost_database_is_told_and_none_is_made(program, database, qapp, qtbot):
    database.unlink()
    program.start(database)
    dialog = one_standing(qapp, qtbot, RecoveryDialog)
    assert "sudah tidak ada" in said(dialog)
    assert not database.exists()
    press(qtbot, dialog, "Pulihkan…")
    press(qtbot, one_standing(qapp, qtbot, RestoreDialog), "Pulihkan")
    qtbot.waitUntil(lambda: program.has_opened)
    assert people(database) == ["Orang 1"]


def test_damage_found_in_the_middle_of_work_leads_to_the_backups_once(
    program, database, qapp, qtbot
):
    program.start(database)
    for _ in range(2):
        program._prompts.explain(DatabaseDamaged(database))
    dialog = one_standing(qapp, qtbot, RecoveryDialog)
    press(qtbot, dialog, "Pulihkan…")
    before = program.office
    press(qtbot, one_standing(qapp, qtbot, RestoreDialog), "Pulihkan")
    qtbot.waitUntil(lambda: program.office is not before)
    assert people(database) == ["Orang 1"]


def test_the_first_look_of_another_day_makes_a_backup_and_says_when(program, database, qtbot):
    for backup in (database.parent / "data-cadangan").glob("*"):
        backup.unlink()
    program.start(database)
    kept = database.parent / "data-cadangan"
    qtbot.waitUntil(lambda: bool(list(kept.glob("*.json"))))
    qtbot.waitUntil(lambda: "Cadangan hari ini" in said(program.office.window))


def test_an_import_in_the_window_goes_after_its_backup(database):
    with open_workplace(database, create=False, language=Language("id", locale_folder())) as place:
        source = place.importing.read(resources() / "samples" / "kantor-contoh.xlsx", Job.quiet())
        with source:
            plan = place.importing.plan([source], date(2026, 11, 20), Job.quiet())
            place.importing.apply(plan, Job.quiet())
        newest = place.backups.backups()[0]
        assert newest.contents.reason is Reason.IMPORT
        assert newest.contents.holding.people == 2
