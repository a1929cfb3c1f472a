"""Scenes of Hasil and of Laporan."""

from pathlib import Path
from zipfile import ZipFile

from PySide6.QtWidgets import QRadioButton

from app import paths
from app.domain.errors import FileInUse
from app.ui.parts.fields import SearchField
from app.ui.reports.paper import PaperView
from app.ui.reports.period_field import PeriodField
from app.ui.table.view import TableView
from installer.pictures.home import busy, refused, rest
from installer.pictures.own_form import OWN_FORM
from installer.pictures.people import open_panel
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Stage


def _asked(stage: Stage) -> None:
    stage.part(SearchField).setFocus()
    stage.write("Citra")


def _explained(stage: Stage) -> None:
    stage.part(TableView).setFocus()
    stage.key("Down")
    open_panel(stage, "Explanation")


def _other_reading(stage: Stage) -> None:
    stage.parts(QRadioButton)[1].click()
    stage.rest()


def _nothing_found(stage: Stage) -> None:
    stage.part(SearchField).setFocus()
    stage.write("zzz")


def _filter(stage: Stage) -> None:
    table = stage.part(TableView)
    table.setFocus()
    table.open_filter(1)


def _columns(stage: Stage) -> None:
    stage.press("Columns")


def _report_busy(stage: Stage) -> None:
    stage.tasks.hold()
    stage.key("Ctrl+Return")
    stage.show_progress()


def _report_written(stage: Stage) -> None:
    stage.key("Ctrl+Return")


def _report_as_pdf(stage: Stage) -> None:
    stage.press("Save PDF")


def _report_closed(stage: Stage) -> None:
    """The newest closed period instead of the office as it stands."""
    stage.part(PeriodField).box.setCurrentIndex(1)
    # The page takes a breath before it prepares another report.
    for _ in range(4):
        stage.rest()


def _report_occupied(stage: Stage) -> None:
    """Somebody else's file has the name."""
    folder = paths.data_folder() / "Laporan"
    for written in folder.glob("*.xlsx"):
        written.write_bytes(b"somebody else's")
    stage.key("Ctrl+Return")


def _report_refused(stage: Stage) -> None:
    stage.tasks.refuse(FileInUse(paths.data_folder() / "Laporan" / "laporan.xlsx"))
    stage.key("Ctrl+Return")


def _report_agrees(stage: Stage) -> None:
    """The report that was written is let go over the page."""
    stage.key("Ctrl+Return")
    stage.window.files_dropped.emit([_newest_report()])
    stage.rest()


def _report_differs(stage: Stage) -> None:
    """Somebody has changed a name in it."""
    stage.key("Ctrl+Return")
    written = _newest_report()
    with ZipFile(written) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"Citra", b"Citri"))
    stage.window.files_dropped.emit([written])
    stage.rest()


def _newest_report() -> Path:
    folder = paths.data_folder() / "Laporan"
    return max(folder.glob("*.xlsx"), key=lambda path: path.stat().st_mtime_ns)


def _next_page(stage: Stage) -> None:
    stage.key("PgDown")


def _scrolled(stage: Stage) -> None:
    """To where one page ends and the next one begins."""
    stage.press("The whole page")
    stage.press("Larger")
    bar = stage.part(PaperView).verticalScrollBar()
    bar.setValue(bar.pageStep() // 2)


STANDINGS = Room(
    "standings",
    (
        Scene("standings", rest),
        Scene("standings-busy", busy),
        Scene("standings-error", refused),
        Scene("standings-filter", _filter),
        Scene("standings-columns", _columns),
        Scene("standings-explained", _explained),
        Scene("standings-other-reading", _other_reading),
        Scene("standings-asked", _asked),
        Scene("standings-nothing-found", _nothing_found),
    ),
)
REPORTS = Room(
    "reports",
    (
        Scene("reports", rest),
        Scene("reports-next-page", _next_page),
        Scene("reports-scrolled", _scrolled),
        Scene("reports-closed", _report_closed),
        Scene("reports-error", refused),
        Scene("reports-writing", _report_busy),
        Scene("reports-written", _report_written),
        Scene("reports-pdf", _report_as_pdf),
        Scene("reports-print", lambda stage: stage.press("Print")),
        Scene("reports-no-printer", lambda stage: stage.key("Ctrl+P")),
        Scene("reports-check", lambda stage: stage.press("Check a report…")),
        Scene("reports-agrees", _report_agrees),
        Scene("reports-differs", _report_differs),
        Scene("reports-occupied", _report_occupied),
        Scene("reports-refused", _report_refused),
        *OWN_FORM,
    ),
)
