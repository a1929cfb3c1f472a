"""The whole program over the test's own home folder."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog

from app.bootstrap import window_offices
from app.ui.program import Program
from app.ui.shell.window import MainWindow


@pytest.fixture
def program(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """Not started yet; its windows and its crash hook end with the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    # Other tests may keep a window for longer: that one is not ours to close.
    others = set(qapp.topLevelWidgets())
    started = Program(qapp, window_offices())
    yield started
    # Deleted as a whole: collected in pieces, a widget may still ask a theme that is gone.
    for window in set(qapp.topLevelWidgets()) - others:
        if isinstance(window, MainWindow | QDialog):
            window.close()
            window.deleteLater()
    # Its words go with it: other tests speak English.
    started.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
