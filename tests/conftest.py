"""What every test of the house stands on: no screen, an own home folder, nothing left open."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot
from typing_extensions import override

# No test judges by the clock: on a busy machine any example may take longer than the 200 ms that
# hypothesis allows by itself, and pass when it is tried again. `.ci/run` asks for the same examples
# each time.
settings.register_profile("gaung", deadline=None, derandomize="CI" in os.environ)
# Of the long form: `tests/reliability`.
settings.register_profile("long", deadline=None, max_examples=8_000)
settings.load_profile("gaung")

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


_LONGEST = ("test_shared_samples.py", "test_house.py", "test_sabotage.py")
"""Files that take longest begin first: begun last, one worker would wait for the other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order in which the workers get the files."""
    items.sort(key=lambda item: item.path.name not in _LONGEST)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own for each test: the clerk's real one is never touched."""
    home = tmp_path / "gaung-home"
    monkeypatch.setenv("GAUNG_HOME", str(home))
    return home


_PATIENCE = 60_000
"""Milliseconds after which whatever was waited for will never come."""


class PatientBot(QtBot):
    """Waits on what is true, not on the clock."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:
        """As long as a busy machine may need; what was then added to the window is also laid out.

        Qt shows a new row of a layout only at the next look at its events.
        """
        super().waitUntil(callback, timeout=timeout)
        self._request.getfixturevalue("qapp").processEvents()

    @override
    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    @override
    def waitSignals(self, signals: list[Any], *, timeout: int = _PATIENCE, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """In place of the one that gives up after five seconds."""
    return PatientBot(request)


def _release_keys() -> None:
    """A key that a test sent with Ctrl leaves Qt believing that Ctrl is held."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QWindow
    from PySide6.QtTest import QTest

    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        window = QWindow()
        window.create()
        QTest.keyRelease(window, Qt.Key.Key_Control)
        window.destroy()


@pytest.fixture(autouse=True)
def nothing_left_open(own_home: Path) -> Iterator[None]:
    """After each test no window may still be visible."""
    yield
    # Asked of sys.modules: most tests of the lower floors never load Qt.
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    _release_keys()
    # A worker thread must never be the one that frees a widget: see app/ui/collecting.py.
    gc.disable()
    gc.collect()
    left = [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open: {left}"
