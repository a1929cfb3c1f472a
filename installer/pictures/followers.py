"""Scenes of Pengikut: the grid, quick entry, pasted lines, open entries, forms and evidence."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit

from app.domain.errors import DatabaseInUse
from app.ui.followers.grid import FollowersGrid
from app.ui.forms.dialog import FormsDialog
from app.ui.parts.fields import SearchField
from app.ui.table.view import TableView
from installer.pictures.home import busy, refused, rest
from installer.pictures.people import prove
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Stage

_LINES = """[20/11/26 09.12] Bu Ani: Selamat pagi
[20/11/26 09.12] Bu Ani: Bagas Nirwana ig 503
[20/11/26 09.13] Bu Ani: citra ig 640 fb 1.5
[20/11/26 09.13] Bu Ani: Laras Widuri ig 1.120 tt 1,3rb
[20/11/26 09.14] Bu Ani: Damar Wicaksana 77
[20/11/26 09.15] Bu Ani: Fajar Segara dinas pendidikan ig 88
[20/11/26 09.16] Bu Ani: sekar ig 512
[20/11/26 09.16] Bu Ani: ig 99"""


def _table(stage: Stage) -> TableView[object]:
    found: TableView[object] = stage.part(TableView)
    found.setFocus()
    return found


def _at(stage: Stage, row: int, column: int) -> None:
    table = _table(stage)
    table.setCurrentIndex(table.model().index(row, column))


def _block(stage: Stage) -> None:
    _at(stage, 1, 2)
    stage.key("Shift+Right", "Shift+Down", "Shift+Down", "Shift+Down")


def _typing(stage: Stage) -> None:
    _at(stage, 8, 2)
    stage.write("1,2 rb")


def _warned(stage: Stage) -> None:
    _at(stage, 3, 2)
    stage.write("6160")
    stage.key("Return")


def _open_entry(stage: Stage) -> None:
    _at(stage, 4, 2)
    stage.write("1.5")
    stage.key("Return")


def _open_list(stage: Stage) -> None:
    for row, text in ((5, "1,2 M"), (6, "2.5"), (7, "banyak")):
        _at(stage, row, 2)
        stage.write(text)
        stage.key("Return")
    stage.key("Ctrl+J")


def _not_saved(stage: Stage) -> None:
    stage.tasks.refuse(DatabaseInUse(stage.workplace.path))
    _at(stage, 7, 4)
    stage.write("77")
    stage.key("Return")


def _quick(stage: Stage) -> None:
    stage.key("Ctrl+K")
    stage.write("yosef ig 503")


def _quick_choice(stage: Stage) -> None:
    stage.key("Ctrl+K")
    stage.key("Ctrl+A")
    stage.write("sekar ig 512")
    stage.key("Return")


def _quick_saved(stage: Stage) -> None:
    stage.key("Ctrl+K")
    stage.key("Ctrl+A")
    stage.write("yosef ig 503")
    stage.key("Return")


def _chat(stage: Stage) -> None:
    stage.copied(_LINES)
    stage.key("Ctrl+Shift+V")


def _nothing_pasted(stage: Stage) -> None:
    stage.copied("")
    stage.key("Ctrl+Shift+V")


def _chat_recorded(stage: Stage) -> None:
    _chat(stage)
    stage.key("Ctrl+Return")


def _older(stage: Stage) -> None:
    stage.press("Older than how many days?")


def _menu(stage: Stage) -> None:
    _at(stage, 2, 2)
    table = stage.part(TableView)
    stage.menu_of(table, table.visualRect(table.currentIndex()).center())


def _filter(stage: Stage) -> None:
    _table(stage).open_filter(1)


def _calendar(stage: Stage) -> None:
    field = stage.part(QDateEdit)
    arrow = QPoint(field.width() - 14, field.height() // 2)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, arrow)
    stage.rest()


def _paste_asked(stage: Stage) -> None:
    _at(stage, 0, 4)
    stage.copied("\n".join("\t".join("123456789") for _ in range(400)))
    stage.key("Ctrl+V")


def _evidence(stage: Stage) -> None:
    grid = stage.window.findChild(FollowersGrid)
    _at(stage, 0, 2)
    place = grid.current_place if grid is not None else None
    if place is None:
        raise LookupError("no cell of a count")
    prove(stage, place[0], "1.046 pengikut")
    stage.go("followers")
    _at(stage, 0, 2)
    stage.key("Ctrl+B")


def _no_evidence(stage: Stage) -> None:
    _at(stage, 9, 3)
    stage.key("Ctrl+B")


def _forms(stage: Stage) -> None:
    stage.press("Forms for offices")


def _forms_writing(stage: Stage) -> None:
    stage.press("Forms for offices")
    stage.tasks.hold()
    stage.part(FormsDialog).show_writing()
    stage.show_progress()


def _forms_refused(stage: Stage) -> None:
    stage.tasks.refuse(DatabaseInUse(stage.workplace.path))
    stage.press("Forms for offices")


def _nothing_found(stage: Stage) -> None:
    stage.part(SearchField).setFocus()
    stage.write("zzz")


FOLLOWERS = Room(
    "followers",
    (
        Scene("followers", rest),
        Scene("followers-busy", busy),
        Scene("followers-error", refused),
        Scene("followers-block", _block),
        Scene("followers-menu", _menu),
        Scene("followers-filter", _filter),
        Scene("followers-older", _older),
        Scene("followers-calendar", _calendar),
        Scene("followers-paste-asked", _paste_asked),
        Scene("followers-typing", _typing),
        Scene("followers-evidence", _evidence),
        Scene("followers-no-evidence", _no_evidence),
        Scene("followers-warned", _warned),
        Scene("followers-open-entry", _open_entry),
        Scene("followers-open-list", _open_list),
    ),
)
FAST_ENTRY = Room(
    "followers",
    (
        Scene("followers-quick", _quick),
        Scene("followers-quick-choice", _quick_choice),
        Scene("followers-quick-saved", _quick_saved),
        Scene("followers-forms", _forms),
        Scene("followers-forms-writing", _forms_writing),
        Scene("followers-forms-refused", _forms_refused),
        Scene("followers-not-saved", _not_saved),
        Scene("followers-nothing-found", _nothing_found),
        Scene("followers-nothing-pasted", _nothing_pasted),
        Scene("followers-chat", _chat),
        Scene("followers-chat-recorded", _chat_recorded),
    ),
)
