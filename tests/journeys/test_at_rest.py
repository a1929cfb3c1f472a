"""A window that nobody touches does nothing: an old PC is not kept busy by layouts that go round."""

import pytest
from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from app.ui.shell.page import PAGE_TITLES
from tests.journeys.whole_program import program

__all__ = ["program"]

_ROUNDS = 200
"""What has not come to rest after so many turns of the loop goes on for ever."""
WIDTHS = 1366, 1024


class Layouts(QObject):
    """Counts how often something asked to be laid out anew."""

    def __init__(self):
        super().__init__()
        self.count = 0

    @override
    def eventFilter(self, watched, event):
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def layouts(qapp):
    counting = Layouts()
    qapp.installEventFilter(counting)
    yield counting
    qapp.removeEventFilter(counting)


def is_at_rest(qapp, layouts):
    """Whether a turn of the loop comes in which nothing is laid out."""
    for _ in range(_ROUNDS):
        before = layouts.count
        qapp.processEvents()
        if layouts.count == before:
            return True
    return False


@pytest.mark.parametrize("width", WIDTHS)
def test_each_page_comes_to_rest(program, qtbot, qapp, layouts, width):
    assert program.start_with_sample()
    office, tasks = program.office, program._tasks
    office.window.resize(width, 700)
    restless = []
    for key in PAGE_TITLES:
        office.window.go(key)
        qtbot.waitUntil(lambda: tasks.idle)
        if not is_at_rest(qapp, layouts):
            restless.append(key)
    assert restless == []
