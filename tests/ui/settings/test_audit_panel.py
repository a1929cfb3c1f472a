"""The audit log in the settings: searched, copied, and its chain checked."""

from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.person import Person
from app.services.workplace import Workplace
from app.ui.audit.panel import AuditPanel
from app.ui.settings.page import SettingsPage
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from tests.ui.settings.conftest import button


def _shown(page: SettingsPage, tasks: TaskRunner, qtbot: QtBot) -> list[tuple[str, ...]]:
    page.show_category("audit")
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    return _cells(page)


def _cells(page: SettingsPage) -> list[tuple[str, ...]]:
    table = page.findChild(AuditPanel).findChildren(TableView)[0]  # type: ignore[union-attr]
    model = table.model()
    columns = (0, 2, 3, 4)
    return [
        tuple(str(model.index(row, column).data()) for column in columns)
        for row in range(model.rowCount())
    ]


def test_every_line_is_listed_the_newest_first_and_can_be_searched(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    who = office.audit.entries()[0].entry.who  # type: ignore[union-attr]
    office.people.add(Person(Nip("198703142010012001"), "Arum Sekarjati"))
    assert _shown(page, tasks, qtbot) == [
        ("2", who, "Person added", "1"),
        ("1", who, "Audit log begun", ""),
    ]
    search = page.search_field()
    assert search is not None
    search.setText("begun")
    qtbot.waitUntil(lambda: len(_cells(page)) == 1)
    page.show_category("about")
    assert page.search_field() is None


def test_a_whole_chain_and_a_broken_one_are_told(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    office.people.add(Person(Nip("198703142010012001"), "Arum Sekarjati"))
    _shown(page, tasks, qtbot)
    panel = page.findChild(AuditPanel)
    button(page, "Check the chain").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert panel._note.accessibleName() == (  # type: ignore[union-attr]
        "The chain is whole All 2 lines follow one another, and backups know of no other."
    )
    path = office.audit.path
    path.write_bytes(path.read_bytes().replace(b'"many":1', b'"many":9'))
    button(page, "Check the chain").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert panel._note.accessibleName() == (  # type: ignore[union-attr]
        "The chain is broken Line 2 is not what was written: it was changed."
    )
    assert [row[2] for row in _cells(page)] == ["This line was changed", "Audit log begun"]
