"""The contract for how a table is arranged: remembered, sorted, and no edited row runs away."""

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory
from tests.ui.contract.desk import Desk, Hands, Key
from tests.ui.contract.tables import EDITED, READ


def looks(view: QTableView) -> tuple[list[int], list[int], object]:
    """Widths and order of the columns that are seen, and the sort."""
    head = view.horizontalHeader()
    seen = [at for at in range(head.count()) if not head.isSectionHidden(at)]
    sorting = view.model().sorting if isinstance(view, TableView) else None
    return [view.columnWidth(at) for at in seen[:2]], [head.visualIndex(at) for at in seen], sorting


def test_widths_order_and_sort_stand_again_the_next_day(
    standing_desk: Desk, theme: Theme, language: Language, qtbot: QtBot
) -> None:
    memory = Memory()
    today = Desk(theme, language, standing_desk.place, memory, standing_desk.folder)
    today.appear(qtbot)
    arranged = {}
    for table in (*EDITED, *READ):
        view = table.open(today)
        view.setColumnWidth(0, 201)
        view.setColumnWidth(1, 177)
        if isinstance(view, TableView):
            head = view.horizontalHeader()
            head.moveSection(head.visualIndex(2), 1)
            head.sectionClicked.emit(1)
        arranged[table.name] = looks(view)
    today.settle()
    qtbot.waitUntil(lambda: len(memory.kept) >= len(EDITED) + len(READ))
    leave(today)
    tomorrow = Desk(theme, language, standing_desk.place, memory, standing_desk.folder)
    tomorrow.appear(qtbot)
    again = {table.name: looks(table.open(tomorrow)) for table in (*EDITED, *READ)}
    leave(tomorrow)
    assert again == arranged


def leave(desk: Desk) -> None:
    desk.settle()
    desk.disappear()
    desk.office.finish()
    assert desk.crashes == []


@pytest.mark.parametrize("descending", [False, True])
def test_a_row_that_is_edited_is_not_moved_by_the_sort_until_it_is_left(
    hands: Hands, descending: bool
) -> None:
    view = hands.view
    if not isinstance(view, TableView):
        # The sheet of a file has the order of the file.
        return
    model = view.model()
    model.sort_by(model.column_at(hands.left).key, descending)
    hands.go(1, hands.left)
    row = model.key_at(hands.at[0])
    first, last = ("1", "99999") if hands.table.name == "followers" else ("A", "Z")
    hands.type(last if descending else first)
    hands.press(Key.Key_Tab)
    assert model.key_at(1) == row
    assert hands.at == (1, hands.right)
    hands.press(Key.Key_Down)
    assert model.key_at(0) == row
    model.sort_by(None)
