"""Scenes of the first run and of Beranda."""

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from app import paths
from app.domain.errors import DatabaseInUse
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.recording import Entry
from app.ui.parts.card import Card
from app.wording.language import LANGUAGE_NAMES
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Cast, Stage


def rest(stage: Stage) -> None:
    """The page as it comes to the front."""
    stage.rest()


def drag(stage: Stage) -> None:
    """A file is held over the window."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(paths.resources() / "samples" / "kantor-contoh.xlsx"))])
    QApplication.sendEvent(
        stage.window,
        QDragEnterEvent(
            QPoint(400, 300),
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def busy(stage: Stage) -> None:
    """The page is read once more, and it takes long."""
    stage.tasks.hold()
    stage.window.go(stage.window.current_key)
    stage.show_progress()


def refused(stage: Stage) -> None:
    """The page is read once more, and it does not go."""
    stage.tasks.refuse(DatabaseInUse(stage.workplace.path))
    stage.go(stage.window.current_key)


def _page(key: str, stage: Stage) -> None:
    stage.go(key)


def _coverage(stage: Stage) -> None:
    stage.press("Show all")


def _card_menu(stage: Stage) -> None:
    card = next(
        card
        for card in stage.parts(Card)
        if card.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu
    )
    stage.menu_of(card, QPoint(40, 40))


def _languages(stage: Stage) -> None:
    """Another language, where the first page is read."""
    stage.press(LANGUAGE_NAMES[stage.language.code])


def _begun(stage: Stage) -> None:
    """The roster is in, nothing is counted yet: the first of the five steps is ticked."""
    names = ("Laras Wening", "Bagus Pratama", "Sekar Arum")
    for number, name in enumerate(names, 1):
        nip = Nip(f"19870314201001100{number}")
        stage.workplace.people.add(Person(nip, name, organisation="Dinas Kesehatan"))
    stage.go("home")


def _counted(stage: Stage) -> None:
    """Something is counted: the steps that are open stand above the rest."""
    rows = stage.workplace.recording.grid(stage.workplace.today, Job.quiet())
    stage.workplace.recording.record(
        [Entry(rows[0].person.id, Platform.INSTAGRAM, "900")], stage.workplace.today
    )
    stage.go("home")


def _steps_hidden(stage: Stage) -> None:
    stage.press("Hide")


def _undone(stage: Stage) -> None:
    """Ctrl+Z on the first page."""
    stage.key("Ctrl+Z")


HOME = Room(
    "home",
    (
        Scene("home", rest),
        Scene("home-busy", busy),
        Scene("home-error", refused),
        Scene("home-coverage", _coverage),
        Scene("home-card-menu", _card_menu),
        Scene("home-drag", drag),
    ),
)
FIRST_RUN = Room(
    "home",
    (
        Scene("home-empty", rest),
        Scene("home-empty-drag", drag),
        Scene("home-empty-languages", _languages),
        *(
            Scene(f"{page}-empty", partial(_page, page))
            for page in ("people", "import", "followers", "standings", "reports", "settings")
        ),
        Scene("home-begun", _begun),
        Scene("home-counted", _counted),
        Scene("home-steps-hidden", _steps_hidden),
        Scene("home-undone", _undone),
    ),
    Cast.NOBODY,
)
