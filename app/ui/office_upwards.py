"""The dialogs between offices: what goes up to the province, and what a province gets from below."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.services.workplace import Workplace
from app.ui.prompts import Prompts
from app.ui.rollup.desk import RollUpDesk
from app.ui.rollup.report_desk import ProvinceReportDesk
from app.ui.sending.desk import SendingDesk
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


def desks_between_offices(
    theme: Theme,
    language: Language,
    place: Workplace,
    reports_folder: Path,
    tasks: TaskRunner,
    prompts: Prompts,
    memory: TableMemory,
    parent: QObject,
) -> tuple[SendingDesk, RollUpDesk]:
    """Both over one office."""
    upwards, preferences = place.upwards, place.preferences
    written = place.today, reports_folder, place.is_sample
    common = tasks, prompts
    sending = SendingDesk(
        theme, language, upwards.writing, place.periods, preferences, *written, *common, parent
    )
    report = ProvinceReportDesk(
        theme, language, upwards.merging, place.report, preferences, *written, *common, parent
    )
    rollup = RollUpDesk(theme, language, upwards, preferences, report, *common, memory, parent)
    return sending, rollup
