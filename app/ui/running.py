"""Runs the window from its first picture to its exit code."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.ui.collecting import CycleCollector
from app.ui.leaving import hand_over_clipboard
from app.ui.offices import Offices
from app.ui.parts.spoken import teach_roles
from app.ui.program import Program


def run_window(
    offices: Offices,
    *,
    database: Path | None,
    sample: bool,
    files: Sequence[Path],
    viewing: bool = False,
) -> int:
    """Runs until the window is closed; gives the exit code.

    `sample` opens the invented office, `database` another one than the office's own, `viewing` only
    to look; `files` are read as if they were dropped.
    """
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Gaung")
    application.setDesktopFileName("gaung")
    application.setWindowIcon(QIcon(str(offices.resources / "icons" / "gaung.svg")))
    CycleCollector(application)
    teach_roles()
    program = Program(application, offices)
    if sample:
        started = program.start_with_sample()
    else:
        started = program.start(database or offices.office, files, viewing=viewing)
    if program.has_handed_over:
        return 0
    if started and files:
        program.office.open_files(list(files))
    code = application.exec()
    hand_over_clipboard()
    return code if program.has_opened else 3
