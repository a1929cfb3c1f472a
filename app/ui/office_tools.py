"""What all pages and dialogs of one office's window are built with."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from app.services.workplace import Workplace
from app.ui.prompts import Prompts
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class OfficeTools:
    """`owner`: with it goes what is not a widget of the window."""

    theme: Theme
    language: Language
    place: Workplace
    tasks: TaskRunner
    prompts: Prompts
    memory: TableMemory
    reports_folder: Path
    owner: QObject
