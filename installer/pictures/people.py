"""Scenes of Pegawai: the list, the card, and every dialog about a person."""

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QScrollArea

from app.domain.evidence import Place
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.verdict import Verdict
from app.services.evidence.keeping import Pasted
from app.services.job import Job
from app.services.sample_office import AS_OF
from app.ui.parts.side import SidePanel
from app.ui.people.card import PersonPanel
from app.ui.people.card_evidence import EvidencePart
from app.ui.people.filters import PeopleFilter
from app.ui.people.nip_field import NipField
from app.ui.people.page import PeoplePage
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from installer.pictures.home import busy, refused, rest
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Stage

LARAS = "Laras Widuri"


def find(stage: Stage, name: str) -> None:
    """Brings a person's card up, as a clerk does."""
    stage.key("Ctrl+F", "Escape")
    stage.write(name)
    stage.key("Return")
    open_panel(stage, "Person card")


def open_panel(stage: Stage, words: str) -> None:
    """The panel at the right; in a narrow window a button opens it."""
    side = stage.part(SidePanel)
    if side.is_drawer:
        stage.press(words)


def person_shown(stage: Stage) -> int:
    """The id of who is on the card."""
    person = stage.part(PeoplePage).person_shown
    if person is None:
        raise LookupError("nobody is on the card")
    return person.id


def screenshot(words: str) -> bytes:
    """An invented screenshot of an account."""
    image = QImage(360, 640, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 360, 56, QColor("#20262E"))
    painter.setPen(QColor("#20262E"))
    painter.setFont(QFont("Inter", 22))
    painter.drawText(24, 140, words)
    painter.drawEllipse(QPoint(180, 320), 90, 90)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes here
    return bytes(buffer.data().data())


def prove(stage: Stage, person_id: int, words: str) -> None:
    """Somebody pasted a screenshot for the Instagram account of a person."""
    place = Place(person_id, Platform.INSTAGRAM, AS_OF)
    content = screenshot(words)
    stage.workplace.evidence.add(place, [Pasted(content, "layar.png")], Job.quiet())


def _nothing_found(stage: Stage) -> None:
    stage.key("Ctrl+F", "Escape")
    stage.write("Zzz")


def _card(stage: Stage) -> None:
    find(stage, LARAS)


def _of_menu(stage: Stage, words: str) -> None:
    find(stage, LARAS)
    stage.press("More for this person")
    stage.choose(words)


def _card_menu(stage: Stage) -> None:
    find(stage, LARAS)
    stage.press("More for this person")


def _columns(stage: Stage) -> None:
    stage.press("Columns")


def _filter(stage: Stage) -> None:
    find(stage, "")
    stage.part(TableView).open_filter(2)


def _chips(stage: Stage) -> None:
    _filter(stage)
    stage.key("Down", "Down", "Space", "Return")


def _several(stage: Stage) -> None:
    _everyone(stage)
    table = stage.part(TableView)
    table.setFocus()
    stage.key("Down", "Shift+Down")


def _everyone(stage: Stage) -> None:
    stage.office.people.show_person(person_shown(stage) if _has_card(stage) else 1)
    stage.rest()


def _has_card(stage: Stage) -> bool:
    return stage.part(PeoplePage).person_shown is not None


def _several_consent(stage: Stage) -> None:
    _several(stage)
    stage.key("Ctrl+I")


def _add(stage: Stage) -> None:
    stage.press("Add")


def _add_refused(stage: Stage) -> None:
    stage.press("Add")
    stage.part(NipField).setFocus()
    stage.write("19920315")
    stage.key("Return")


def _details(stage: Stage) -> None:
    _of_menu(stage, "Change details…")


def _accounts(stage: Stage) -> None:
    _of_menu(stage, "Accounts…")


def _activity(stage: Stage) -> None:
    _of_menu(stage, "Activity of the accounts…")


def _history(stage: Stage) -> None:
    _of_menu(stage, "History of the counts…")


def _move(stage: Stage) -> None:
    _of_menu(stage, "Move to another unit…")


def _nip(stage: Stage) -> None:
    _of_menu(stage, "Give a new NIP…")


def _consent(stage: Stage) -> None:
    find(stage, LARAS)
    stage.key("Ctrl+I")


def _partner(stage: Stage) -> None:
    _of_menu(stage, "Merge with another record…")


def _merge(stage: Stage) -> None:
    _of_menu(stage, "Merge with another record…")
    stage.write("Arum")
    stage.key("Return")
    if not stage.over():
        stage.key("Return")


def _evidence(stage: Stage) -> None:
    find(stage, LARAS)
    prove(stage, person_shown(stage), "1.046 pengikut")
    find(stage, "Arum")
    prove(stage, person_shown(stage), "1.046 pengikut")
    find(stage, LARAS)
    part = stage.part(EvidencePart)
    stage.part(PersonPanel).findChildren(QScrollArea)[0].ensureWidgetVisible(part)
    stage.rest()


def _evidence_place(stage: Stage) -> None:
    find(stage, LARAS)
    stage.press("Add evidence")


def _evidence_box(stage: Stage) -> None:
    _evidence_place(stage)
    stage.key("Down", "Return")


def _moved(stage: Stage) -> None:
    _of_menu(stage, "Mark as moved away")


def _refused_consent(stage: Stage) -> None:
    find(stage, "Rizal")


def _erase(stage: Stage) -> None:
    _of_menu(stage, "Erase this person…")
    stage.rest()


def _erase_typed(stage: Stage) -> None:
    _erase(stage)
    stage.write(LARAS)


def _erased(stage: Stage) -> None:
    """Of somebody who came for this: whoever is erased does not come back for the next picture."""
    name = "Zaki Sementara"
    stage.workplace.people.add(Person(Nip("199003152015011777"), name))
    stage.office.people.refresh()
    stage.rest()
    find(stage, name)
    stage.rest()
    stage.press("More for this person")
    stage.choose("Erase this person…")
    stage.rest()
    stage.write(name)
    stage.press("Erase for good")
    stage.rest()


def _own_data(stage: Stage) -> None:
    _of_menu(stage, "Data about this person…")


def _cell_menu(stage: Stage) -> None:
    _card(stage)
    table = stage.part(TableView)
    stage.menu_of(table, table.visualRect(table.currentIndex()).center())


def _still_read(stage: Stage) -> None:
    """Everybody is listed, nobody is judged yet, and a total of Beranda asks for verdicts."""
    page = stage.office.people
    people = page.findChildren(TableView)[0].model()
    if not isinstance(people, TableModel):
        raise LookupError("Pegawai has no list")
    people.shown_changed.connect(stage.tasks.hold)
    stage.go("people")
    people.shown_changed.disconnect(stage.tasks.hold)
    page.show_only(PeopleFilter(verdict=Verdict.QUALIFIES))
    stage.rest()


STILL_READ = Room("home", (Scene("people-still-read", _still_read),))
PEOPLE = Room(
    "people",
    (
        Scene("people", rest),
        Scene("people-busy", busy),
        Scene("people-error", refused),
        Scene("people-card", _card),
        Scene("people-card-menu", _card_menu),
        Scene("people-cell-menu", _cell_menu),
        Scene("people-columns", _columns),
        Scene("people-add", _add),
        Scene("people-add-refused", _add_refused),
        Scene("people-details", _details),
        Scene("people-accounts", _accounts),
        Scene("people-activity", _activity),
        Scene("people-history", _history),
        Scene("people-move", _move),
        Scene("people-nip", _nip),
        Scene("people-consent", _consent),
        Scene("people-partner", _partner),
        Scene("people-merge", _merge),
        Scene("people-own-data", _own_data),
        Scene("people-erase", _erase),
        Scene("people-erase-typed", _erase_typed),
        Scene("people-erased", _erased),
        Scene("people-no-consent", _refused_consent),
        Scene("people-evidence", _evidence),
        Scene("people-evidence-place", _evidence_place),
        Scene("people-evidence-box", _evidence_box),
        Scene("people-nothing-found", _nothing_found),
        Scene("people-filter", _filter),
        Scene("people-chips", _chips),
        Scene("people-several", _several),
        Scene("people-several-consent", _several_consent),
        Scene("people-moved", _moved),
    ),
)
