"""Scenes of Impor: dropped, read, checked, imported, undone, and what waits."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractButton

from app import paths
from app.domain.errors import DiskFull, WorkbookProtected
from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.grid import SheetGrid
from app.ui.importing.meaning_box import MeaningBox
from app.ui.importing.outcome_bar import OutcomePart
from app.ui.table.view import TableView
from installer.pictures.home import rest
from installer.pictures.messy import headless, messy_roster, without_unit
from installer.pictures.people import open_panel
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Cast, Stage


def _open(stage: Stage, files: Sequence[Path]) -> None:
    stage.office.open_files(list(files))
    stage.rest()


def _history(stage: Stage) -> None:
    stage.press("Earlier imports")
    table = stage.part(TableView)
    table.setFocus()
    stage.key("Ctrl+Home")


def _detail(stage: Stage) -> None:
    _history(stage)
    stage.press("Details…")


def _date(stage: Stage) -> None:
    _history(stage)
    stage.press("Correct the date…")


def _ask_undo(stage: Stage) -> None:
    _history(stage)
    stage.press("Undo this import")


def _reading(stage: Stage) -> None:
    stage.tasks.hold()
    _open(stage, [messy_roster(paths.data_folder())])
    stage.show_progress()


def _read(stage: Stage) -> None:
    _open(stage, [messy_roster(paths.data_folder())])


def _problems(stage: Stage) -> None:
    open_panel(stage, "To check")


def _block(stage: Stage) -> None:
    """A block of cells is selected, with a title and held rows in it."""
    grid = stage.part(SheetGrid)
    grid.setFocus()
    grid.go_to(7, 1)
    model = grid.model()
    chosen = QItemSelection(model.index(4, 1), model.index(12, 5))
    grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    stage.rest()


def _paste_asked(stage: Stage) -> None:
    grid = stage.part(SheetGrid)
    grid.setFocus()
    grid.go_to(60, 6)
    stage.copied("\n".join("\t".join("123456789") for _ in range(30)))
    stage.key("Ctrl+V")


def _meanings(stage: Stage) -> None:
    grid = stage.part(SheetGrid)
    grid.setFocus()
    grid.go_to(8, 1)
    stage.parts(MeaningBox)[1].showPopup()
    stage.rest()


def _typing(stage: Stage) -> None:
    grid = stage.part(SheetGrid)
    grid.setFocus()
    grid.go_to(8, 1)
    stage.key("F2")


def _filtered(stage: Stage) -> None:
    held = [part for part in stage.parts(OutcomePart) if part.isEnabled()]
    held[3].click()
    stage.rest()


def _nothing_found(stage: Stage) -> None:
    parts = stage.parts(OutcomePart)
    for part in parts:
        if part.isChecked():
            part.click()
    parts[0].click()
    stage.rest()


def _applied(stage: Stage) -> None:
    _read(stage)
    stage.key("Ctrl+Return")


def _undone(stage: Stage) -> None:
    """Once by the keys; imported again, once by the button."""
    stage.key("Ctrl+Z")
    stage.key("Ctrl+Return")
    stage.press("Undo this import")


def _refused(stage: Stage) -> None:
    stage.tasks.refuse(DiskFull(paths.office_database()))
    stage.key("Ctrl+Return")


def _headless(stage: Stage) -> None:
    _open(stage, [headless(paths.data_folder())])


def _no_headings(stage: Stage) -> None:
    _headless(stage)
    stage.press("The list has no headings")


def _locked(stage: Stage) -> None:
    locked = paths.data_folder() / "rahasia.xlsx"
    stage.tasks.refuse(WorkbookProtected(locked))
    stage.office.importing.open_files([locked])
    stage.rest()


def _no_workbook(stage: Stage) -> None:
    letter = paths.data_folder() / "surat.pdf"
    letter.write_bytes(b"%PDF-1.7 invented")
    _open(stage, [letter])


def _nothing_pasted(stage: Stage) -> None:
    stage.copied("")
    stage.press("Paste a block")


def _waiting(stage: Stage) -> None:
    stage.press("Waiting room")


def _waiting_aside(stage: Stage) -> None:
    table = stage.part(TableView)
    table.setFocus()
    stage.key("Ctrl+Home")
    stage.press("Set aside")


def _first_read(stage: Stage) -> None:
    """In an office without anybody every row is new."""
    _open(stage, [paths.resources() / "samples" / "kantor-contoh.xlsx"])


def _sheets(stage: Stage) -> None:
    """Two workbooks at once: their sheets are more than there is room for in any window."""
    sample = paths.resources() / "samples" / "kantor-contoh.xlsx"
    _open(stage, [sample, messy_roster(paths.data_folder())])
    stage.press("All sheets")


def _everything_checked(stage: Stage) -> None:
    """Every kind of what is to be checked is unfolded."""
    open_panel(stage, "To check")
    for card in stage.parts(ConcernCard):
        if not card.findChildren(QAbstractButton)[0].isChecked():
            card.findChildren(QAbstractButton)[0].click()
    stage.rest()


def _without_unit(stage: Stage) -> None:
    _open(stage, [without_unit(paths.data_folder())])


def _no_unit_at_all(stage: Stage) -> None:
    _open(stage, [without_unit(paths.data_folder(), "Daftar")])


def _first_applied(stage: Stage) -> None:
    stage.key("Ctrl+Return")


IMPORT = Room(
    "import",
    (
        Scene("import", rest),
        Scene("import-history", _history),
        Scene("import-detail", _detail),
        Scene("import-date", _date),
        Scene("import-ask-undo", _ask_undo),
        Scene("import-waiting", _waiting),
        Scene("import-waiting-aside", _waiting_aside),
        Scene("import-nothing-pasted", _nothing_pasted),
        Scene("import-no-workbook", _no_workbook),
        Scene("import-locked", _locked),
        Scene("import-reading", _reading),
        Scene("import-read", _read),
        Scene("import-problems", _problems),
        Scene("import-problems-open", _everything_checked),
        Scene("import-block", _block),
        Scene("import-typing", _typing),
        Scene("import-paste-asked", _paste_asked),
        Scene("import-meanings", _meanings),
        Scene("import-filtered", _filtered),
        Scene("import-nothing-found", _nothing_found),
        Scene("import-refused", _refused),
        Scene("import-applied", _applied),
        Scene("import-undone", _undone),
        Scene("import-headless", _headless),
        Scene("import-no-headings", _no_headings),
        Scene("import-without-unit", _without_unit),
        Scene("import-no-unit-at-all", _no_unit_at_all),
    ),
)
FIRST_IMPORT = Room(
    "import",
    (
        Scene("import-first-read", _first_read),
        Scene("import-first-applied", _first_applied),
        Scene("import-sheets", _sheets),
    ),
    Cast.NOBODY,
)
