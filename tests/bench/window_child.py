"""One window in a process of its own: prints what it measures as one line of JSON.

`empty`: a window of Qt with nothing in it; `loaded`: every room of services and window, and no more. Else
the key of a page of the real program, over the office whose database is given. Moments are those of
the monotonic clock, which `window_bench` reads too; `cpu` is the processor of the whole process, which
changes less where others use the machine.
"""

import importlib
import json
import pkgutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

WORDS = ("galih", "laras arum", "1985", "unit", "dinas", "orang.77", "bening wahyu", "19901203")
"""What somebody might look for: typed key by key, and taken away again."""
_REPAINTS = 40
_LONGEST_S = 240
_LOOK_MS = 5
_BUSY = 0.1
_QUIET_S = 1.0


def main() -> None:
    kind, database = sys.argv[1], Path(sys.argv[2])
    if kind == "loaded":
        _load()
        found: dict[str, float] = {}
    else:
        found = _empty() if kind == "empty" else _page(kind, database)
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


class _FirstPaint(QObject):
    """Notes when a widget was painted for the first time."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.at = 0.0
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at:
            QTimer.singleShot(0, self, self._note)
        return False

    def _note(self) -> None:
        self.at = self.at or time.monotonic()


def _empty() -> dict[str, float]:
    application = QApplication([sys.argv[0]])
    window = QMainWindow()
    window.resize(1366, 738)
    first = _FirstPaint(window)
    window.show()
    _until(lambda: first.at > 0)
    application.processEvents()
    return {"window": first.at, "window_cpu": time.process_time(), **_memory()}


def _load() -> None:
    from app import services, ui
    from app.bootstrap import window_offices

    for floor in (services, ui):
        for module in pkgutil.walk_packages(floor.__path__, f"{floor.__name__}."):
            importlib.import_module(module.name)
    window_offices()


def _page(key: str, database: Path) -> dict[str, float]:
    """The program as it starts, and the clerk who at once goes to a page."""
    from app.bootstrap import window_begun

    with window_begun(database) as offices:
        from app.ui.collecting import CycleCollector
        from app.ui.program import Program

        application = QApplication([sys.argv[0]])
        CycleCollector(application)
        program = Program(application, offices)
        if not program.start(database):
            raise SystemExit("the office was not opened")
        return _measured(program.office, key)


def _measured(office: Any, key: str) -> dict[str, float]:
    first = _FirstPaint(office.window)
    # This page alone: the others are built when somebody goes there.
    page: Any = getattr(office, key)
    office.window.go(key)
    view = _table(page)
    _until(lambda: view.model().rowCount() > 0)
    view.viewport().repaint()
    found = {
        "window": first.at,
        "usable": time.monotonic(),
        "usable_cpu": time.process_time(),
        "total": view.model().rowCount(),
        **_memory(),
    }
    rested = _rest()
    memory = _memory()
    found |= {"whole": rested[0], "whole_cpu": rested[1]}
    found |= {"whole_rss": memory["rss"], "whole_peak": memory["peak"]}
    found |= {**_typed(page.search_field(), view), **_sorted(view), "repaint": _repainted(view)}
    office.window.close()
    return found


def _table(page: QWidget) -> Any:
    from app.ui.table.view import TableView

    # The one with the most columns is the list of everybody.
    return max(page.findChildren(TableView), key=lambda one: one.model().columnCount())


def _typed(field: QWidget, view: Any) -> dict[str, float]:
    """Milliseconds from each key to the picture that follows it."""
    field.setFocus()
    walls, cpus = [], []
    for word in WORDS:
        for key in [*word, *[Qt.Key.Key_Backspace] * len(word)]:
            wall, cpu = time.perf_counter(), time.thread_time()
            QTest.keyClick(field, key)
            view.viewport().repaint()
            walls.append(1000 * (time.perf_counter() - wall))
            cpus.append(1000 * (time.thread_time() - cpu))
            QCoreApplication.processEvents()
    return {"key_p95": _at(walls, 0.95), "key_cpu_p95": _at(cpus, 0.95), "key": _at(walls, 0.5)}


def _repainted(view: Any) -> float:
    """Milliseconds of processor for every cell that is in sight."""
    took = []
    for _ in range(_REPAINTS):
        cpu = time.thread_time()
        view.viewport().repaint()
        took.append(1000 * (time.thread_time() - cpu))
    return _at(took, 0.5)


def _sorted(view: Any) -> dict[str, float]:
    """Milliseconds from the click on a head to the sorted picture: the slowest that is in sight."""
    model = view.model()
    walls, cpus = [0.0], [0.0]
    for column in model.columns:
        if column.heading and not view.isColumnHidden(model.place_of(column.key)):
            for descending in (False, True):
                wall, cpu = time.perf_counter(), time.thread_time()
                model.sort_by(column.key, descending)
                view.viewport().repaint()
                walls.append(1000 * (time.perf_counter() - wall))
                cpus.append(1000 * (time.thread_time() - cpu))
                QCoreApplication.processEvents()
    return {"sort": max(walls), "sort_cpu": max(cpus)}


def _at(values: Sequence[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)]


def _until(reached: Callable[[], bool]) -> None:
    """Runs the program as it always runs, and looks 200 times a second."""
    loop, look = QEventLoop(), QTimer(interval=_LOOK_MS)
    ends = time.monotonic() + _LONGEST_S

    def see() -> None:
        if time.monotonic() > ends:
            raise SystemExit("nothing came")
        if reached():
            loop.quit()

    look.timeout.connect(see)
    look.start()
    loop.exec()


def _rest() -> tuple[float, float]:
    """Until what follows in the background is done: for a second there is nearly nothing to do.

    Gives the moment at which that began, and the processor until then.
    """
    begun = [(time.monotonic(), time.process_time())]

    def is_quiet() -> bool:
        now, used = time.monotonic(), time.process_time()
        if used - begun[0][1] > _BUSY * (now - begun[0][0]) + 0.01:
            begun[0] = now, used
        return now - begun[0][0] > _QUIET_S

    _until(is_quiet)
    return begun[0]


def _memory() -> dict[str, float]:
    """Resident megabytes, now and at the highest."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    told = dict(line.split(":", 1) for line in lines)
    return {
        "rss": int(told["VmRSS"].split()[0]) / 1024,
        "peak": int(told["VmHWM"].split()[0]) / 1024,
    }


if __name__ == "__main__":
    main()
