"""A window that nobody touches does nothing: an old PC is not kept busy by layouts that go round."""

import pytest

from app.ui.shell.page import PAGE_TITLES
from installer.pictures.resting import restless
from tests.journeys.whole_program import program

__all__ = ["program"]

WIDTHS = 1366, 1024


@pytest.mark.parametrize("width", WIDTHS)
def test_each_page_comes_to_rest(program, qtbot, qapp, width):
    assert program.start_with_sample()
    office, tasks = program.office, program._tasks
    office.window.resize(width, 700)
    for key in PAGE_TITLES:
        office.window.go(key)
        qtbot.waitUntil(lambda: tasks.idle)
        assert restless(qapp) == []
