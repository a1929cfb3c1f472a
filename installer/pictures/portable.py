"""Scenes of the office on a stick."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import paths
from app.domain.nip import Nip
from app.domain.office_errors import StickGone
from app.domain.person import Person
from app.services.job import Job
from app.ui.parts.writing import does_write
from app.ui.portable.pulled_out import PulledDialog
from installer.pictures.home import rest
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Cast, Stage


def _stick() -> Path:
    folder = paths.data_folder() / "stik"
    folder.mkdir(exist_ok=True)
    return folder


def _category(stage: Stage) -> None:
    stage.office.settings.refresh()
    stage.press("Portable office")
    stage.rest()


def _made(stage: Stage) -> None:
    """The office went to a stick, and somebody worked here since."""
    shutil.rmtree(_stick())
    stage.workplace.portable.make(_stick(), Job.quiet())
    stage.workplace.people.add(Person(Nip("198703142010011003"), "Orang baru"))
    _category(stage)


def _compared(stage: Stage) -> None:
    """Before the one on the stick takes the place of the one here."""
    _category(stage)
    stage.office.portable.offer(_stick(), stage.window)
    stage.rest()


def _nowhere(stage: Stage) -> None:
    """A folder without an office."""
    _category(stage)
    stage.office.portable.offer(paths.data_folder() / "Laporan", stage.window)
    stage.rest()


def _viewed(stage: Stage) -> None:
    """Nothing can be written."""
    words = "Nothing can be changed, and nothing is written on the stick."
    stage.window.say_viewing(stage.say(words))
    for one in stage.parts(QWidget):
        if does_write(one):
            one.setEnabled(False)
    rest(stage)


def _pulled_out(stage: Stage) -> None:
    """The stick is gone in the middle of work."""
    dialog = PulledDialog(stage.theme, stage.language, stage.window)
    dialog.say(StickGone(paths.data_folder() / "stik" / "Gaung Portabel" / "data.db"))
    dialog.open()
    rest(stage)


PORTABLE = Room(
    "settings",
    (
        Scene("settings-portable", _category),
        Scene("settings-portable-made", _made),
        Scene("settings-portable-compared", _compared),
        Scene("settings-portable-nowhere", _nowhere),
        Scene("portable-pulled-out", _pulled_out),
    ),
    Cast.OWN,
)
VIEWING = Room("followers", (Scene("portable-viewing", _viewed),), Cast.OWN)
