"""Scenes of what goes up to the province, and of what a province sees."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QRadioButton

from app import paths
from app.domain.errors import FileInUse
from app.domain.period import Period, PeriodKind
from app.domain.writing_errors import FileThere
from app.services.sample_office import AS_OF
from app.ui.rollup.dialog import RollUpDialog
from app.ui.rollup.views import RollUpViews, View
from app.ui.sending.dialog import SendingDialog
from app.ui.table.view import TableView
from app.wording.errors import error_sentence
from app.wording.periods import period_name
from installer.pictures.regencies import EXPECTED, what_was_sent
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Cast, Stage


def _menu(stage: Stage) -> None:
    stage.press("Between offices…")


def _sending(stage: Stage) -> None:
    _menu(stage)
    stage.choose("Exchange workbook for the province…")


def _sending_open(stage: Stage) -> None:
    """A period that is not closed, in several workbooks."""
    _sending(stage)
    periods = stage.parts(QComboBox)[0]
    open_ones = (at for at in range(periods.count()) if periods.itemData(at).revision is None)
    periods.setCurrentIndex(next(open_ones))
    stage.parts(QRadioButton)[2].click()
    stage.rest()


def _name(stage: Stage, part: str = "") -> str:
    """What the workbook of October is called."""
    period = period_name(Period.around(PeriodKind.MONTH, AS_OF).before, stage.language)
    return f"{stage.say('Exchange workbook')} {period}{part}.xlsx"


def _sending_written(stage: Stage) -> None:
    _sending(stage)
    stage.part(SendingDialog).show_written(1, _name(stage))


def _sending_refused(stage: Stage) -> None:
    _sending(stage)
    error = FileInUse(paths.data_folder() / _name(stage))
    stage.part(SendingDialog).show_in_use(error_sentence(error, stage.language))


def _sending_there(stage: Stage) -> None:
    _sending(stage)
    error = FileThere(paths.data_folder() / _name(stage, " (1)"))
    stage.part(SendingDialog).show_there(error_sentence(error, stage.language))


def _sending_busy(stage: Stage) -> None:
    _sending(stage)
    stage.tasks.hold()
    stage.part(SendingDialog).show_writing()
    stage.show_progress()


def _rollup(stage: Stage) -> None:
    _menu(stage)
    stage.choose("Offices of the province…")


def _received(stage: Stage) -> None:
    """Everything that was sent is let go over the dialog, the first time."""
    _rollup(stage)
    if stage.workplace.upwards.receiving.submissions():
        return
    stage.workplace.upwards.merging.expect(EXPECTED)
    stage.part(RollUpDialog).dropped.emit(_files(stage))
    stage.rest()


def _files(stage: Stage) -> list[Path]:
    return what_was_sent(paths.data_folder() / "kiriman", stage.language)


def _receiving(stage: Stage) -> None:
    _rollup(stage)
    stage.tasks.hold()
    stage.part(RollUpDialog).dropped.emit(_files(stage))
    stage.show_progress()


def _offices(stage: Stage) -> None:
    _received(stage)
    _turn(stage, View.OFFICES)


def _doubled(stage: Stage) -> None:
    _received(stage)
    _turn(stage, View.DOUBLED)


def _turn(stage: Stage, view: View) -> None:
    stage.part(RollUpViews).turn_to(view)
    stage.rest()


def _expected(stage: Stage) -> None:
    _received(stage)
    stage.press("Expected offices…")
    stage.part(QPlainTextEdit).setFocus()


def _office(stage: Stage) -> None:
    _offices(stage)
    table = stage.part(RollUpViews).offices
    table.choose("kabupaten tirta jaya", 0)
    table.opened.emit(table.current_row())
    stage.rest()


def _office_changes(stage: Stage) -> None:
    _office(stage)
    stage.press("What changed")
    stage.part(TableView).setFocus()


def _report(stage: Stage) -> None:
    _offices(stage)
    stage.press("Report of the province…")


def _report_written(stage: Stage) -> None:
    _report(stage)
    stage.press("Write the Excel report")


BETWEEN_OFFICES = Room(
    "reports",
    (
        Scene("reports-between-offices", _menu),
        Scene("sending", _sending),
        Scene("sending-open", _sending_open),
        Scene("sending-busy", _sending_busy),
        Scene("sending-written", _sending_written),
        Scene("sending-refused", _sending_refused),
        Scene("sending-there", _sending_there),
        Scene("rollup-empty", _rollup),
        Scene("rollup-receiving", _receiving),
        Scene("rollup-files", _received),
        Scene("rollup", _offices),
        Scene("rollup-doubled", _doubled),
        Scene("rollup-expected", _expected),
        Scene("rollup-office", _office),
        Scene("rollup-office-changes", _office_changes),
        Scene("rollup-report", _report),
        Scene("rollup-report-written", _report_written),
    ),
    Cast.OWN,
)
