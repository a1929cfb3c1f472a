"""The office goes to a stick, is worked on there, is pulled out, is looked at, and comes back."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from app.bootstrap import look_into, open_workplace
from app.domain.nip import Nip
from app.domain.person import Person
from app.paths import office_database
from app.services.job import Job
from app.services.portable.looking import FOLDER
from app.ui.parts.writing import does_write
from app.ui.portable.make_card import MakeCard
from app.ui.portable.pulled_out import PulledOut
from app.ui.portable.take_dialog import TakeDialog
from app.wording.language import Language
from tests.journeys.test_backup_and_restore import (
    database,
    one_standing,
    people,
    press,
    said,
    standing,
)
from tests.journeys.test_lost_and_in_the_cloud import agree
from tests.journeys.whole_program import program

__all__ = ["database", "program"]

ENGLISH = Language("en", Path())


def state(folder):
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def add(path, serial):
    with open_workplace(path, create=False, language=ENGLISH, alone=True) as place:
        place.people.add(Person(Nip(f"19900101201501{serial:04}"), f"Orang stik {serial}"))


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


@pytest.fixture
def portable(database, stick):
    with open_workplace(database, create=False, language=ENGLISH, alone=True) as place:
        return place.portable.make(stick, Job.quiet()).database


def choose(program, monkeypatch, folder):
    """The person chooses this folder whenever one is asked for."""
    monkeypatch.setattr(
        program._prompts, "choose_folder", lambda title, start, chosen: chosen(folder)
    )


def settings(program):
    program.office.window.go("settings")
    program.office.settings.show_category("portable")
    return program.office.settings


def writing_buttons(window):
    return [
        one
        for one in window.findChildren(QAbstractButton)
        if does_write(one) and not one.isHidden()
    ]


def test_the_office_goes_to_a_stick_and_is_viewed_there_without_a_trace(
    program, database, stick, qtbot, monkeypatch
):
    assert program.start(database)
    page = settings(program)
    choose(program, monkeypatch, stick)
    press(qtbot, page, "Salin ke stik…")
    card = page.findChild(MakeCard)
    qtbot.waitUntil(lambda: str(stick / FOLDER) in said(card))
    assert "BitLocker To Go" in said(card)
    assert people(stick / FOLDER / "data.db") == people(database)
    before = state(stick)
    desk = program.office
    press(qtbot, page, "Buka hanya untuk melihat…")
    qtbot.waitUntil(lambda: program.office is not desk)
    window = program.office.window
    for key in ("home", "people", "import", "followers", "standings", "reports", "settings"):
        window.go(key)
        assert "hanya untuk melihat" in said(window)
        for one in writing_buttons(window):
            if one.isVisible():
                assert not one.isEnabled(), one.text()
                assert "tidak ada yang ditulis" in one.toolTip()
    assert program.office.followers.grid.model.locked
    assert len(writing_buttons(window)) >= 8
    qtbot.waitUntil(lambda: program._tasks.idle)
    program._replace(database)
    assert state(stick) == before
    window = program.office.window
    window.go("followers")
    qtbot.waitUntil(lambda: any(one.isEnabled() for one in writing_buttons(window)))
    assert not program.office.followers.grid.model.locked


def test_work_on_the_stick_is_noticed_at_the_desk_and_comes_back(
    program, database, portable, qapp, qtbot
):
    add(portable, 1001)
    before = people(database)
    assert program.start(database)
    box = one_standing(qapp, qtbot, QMessageBox)
    assert "stik lebih baru" in box.text()
    office = program.office
    agree(qapp, qtbot, "Bandingkan…")
    press(qtbot, one_standing(qapp, qtbot, TakeDialog), "Batal")
    qtbot.waitUntil(lambda: not list(database.parent.glob("~gaung*")))
    assert people(database) == before
    qtbot.waitUntil(lambda: not standing(qapp, TakeDialog))
    office.portable.offer(portable.parent, office.window)
    dialog = one_standing(qapp, qtbot, TakeDialog)
    assert "Tidak ada orang" in said(dialog)
    press(qtbot, dialog, "Pakai salinan dari stik")
    qtbot.waitUntil(lambda: program.office is not office)
    assert people(database) == [*before, "Orang stik 1001"]


def test_a_stick_that_is_open_is_offered_to_the_office_of_this_computer(
    program, portable, qapp, qtbot
):
    assert program.start(portable)
    page = settings(program)
    office = program.office
    assert "Ini kantor portabel" in said(page)
    press(qtbot, page, "Pakai salinan ini di komputer ini…")
    qtbot.waitUntil(lambda: program.office is not office)
    assert program.office.settings.category == "portable"
    assert str(portable.parent) in said(one_standing(qapp, qtbot, TakeDialog))
    assert program._workplace.path == office_database()


def test_a_stick_that_was_pulled_out_is_told_once_and_work_goes_on_after(
    program, portable, stick, qapp, qtbot
):
    assert program.start(portable)
    window = program.office.window
    window.go("people")
    qtbot.waitUntil(lambda: program._tasks.idle)
    saved = people(portable)
    away = stick.with_name("dicabut")
    os.rename(stick, away)
    pulled = program.findChild(PulledOut)
    office = program.office
    # The next look at the office finds no stick; however many fail, one dialog stands.
    office.window.go("settings")
    with pytest.raises(Exception):  # noqa: B017
        program._workplace.people.add(Person(Nip("199001012015011009"), "Orang hilang"))
    from app.domain.errors import DiskFailed

    program._prompts.explain(DiskFailed(portable))
    dialog = pulled._dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not standing(qapp, QMessageBox)
    press(qtbot, dialog, "Sudah dipasang, lanjutkan")
    assert pulled._dialog is dialog
    assert "Pasang kembali" in said(dialog)
    os.rename(away, stick)
    press(qtbot, dialog, "Sudah dipasang, lanjutkan")
    qtbot.waitUntil(lambda: program.office is not office)
    assert program.office.window.current_key == "settings"
    assert people(portable) == saved
    with look_into(portable, ENGLISH) as place:
        assert place.check(Job.quiet()).lines == []
