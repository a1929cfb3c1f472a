"""Scenes of Pengaturan, and of everything that opens over any page."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from app import paths
from app.domain.errors import FileInUse, WorkbookProtected
from app.domain.report import FOLIO
from app.domain.retention import Limited
from app.ui.importing.history_desk import HistoryDesk
from app.ui.importing.page_words import PageWords
from app.ui.print_box import open_print_box
from app.ui.printing.print_wish import PrintWish
from app.ui.settings.signatories import SignatoriesCard
from installer.pictures.home import rest
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Stage

_CATEGORIES = {
    "rule": "Rule",
    "look": "Look and language",
    "clerk": "Clerk",
    "platforms": "Platforms",
    "privacy": "Privacy",
    "keys": "Keys",
    "about": "About Gaung",
}


def _category(words: str, stage: Stage) -> None:
    stage.press(words)


def _too_old(stage: Stage) -> None:
    """Counts of more than six months in the invented office; nothing of it is erased."""
    stage.workplace.privacy.retention.save(Limited.COUNTS, 1)
    stage.office.settings.refresh()
    _category("Privacy", stage)
    stage.rest()
    stage.press("Show what is too old…")
    stage.rest()


def _signatory(stage: Stage) -> None:
    _category("Office identity", stage)
    stage.press("Add a signatory")


def _signatory_refused(stage: Stage) -> None:
    _signatory(stage)
    stage.key("Return")


def _signatory_removal(stage: Stage) -> None:
    _category("Office identity", stage)
    card = stage.part(SignatoriesCard)
    name = stage.workplace.preferences.office().signatories[0].name
    stage.press_name(stage.say("Remove {name}").format(name=name), card)


def _question(stage: Stage) -> None:
    say = stage.say
    stage.prompts.ask(
        say("Undo this import"),
        say("Undo this import"),
        _nothing,
        safe=say("What stood there is unchanged."),
    )
    stage.rest()


def _password(stage: Stage) -> None:
    question = PageWords(stage.language).password_question(WorkbookProtected(Path("rahasia.xlsx")))
    stage.prompts.ask_password(question, _nothing_told)
    stage.rest()


def _failure(stage: Stage) -> None:
    stage.prompts.explain(FileInUse(paths.data_folder() / "Laporan November 2026.xlsx"))
    stage.rest()


def _bug(stage: Stage) -> None:
    lines = ('  File "app/services/importing.py", line 120, in plan', "KeyError: 'nip'")
    stage.prompts.report_bug("\n".join(("Traceback (most recent call last):", *lines)))
    stage.rest()


def _files(stage: Stage) -> None:
    stage.prompts.choose_files(stage.say("Choose rosters"), "Excel (*.xlsx *.xls)", _none_chosen)
    stage.rest()


def _folder(stage: Stage) -> None:
    stage.prompts.choose_folder(stage.say("Folder for the forms"), None, _none_chosen)
    stage.rest()


def _target(stage: Stage) -> None:
    suggestion = paths.data_folder() / "Laporan.xlsx"
    stage.prompts.save_target(
        stage.say("Save the held rows"), suggestion, "Excel (*.xlsx)", _none_chosen
    )
    stage.rest()


def _names(stage: Stage) -> None:
    desk = stage.office.importing.findChild(HistoryDesk)
    if desk is not None:
        desk.show_names([f"Laras Widuri {number}" for number in range(1, 41)])
    stage.rest()


def _printer(stage: Stage) -> None:
    """The system's own box; no computer that makes pictures has a printer of its own."""
    wish = PrintWish("Laporan November 2026", FOLIO, 12, 1)
    open_print_box(wish, stage.window, _nothing_printed, printers=lambda: ["Printer Humas"])
    stage.rest()


def _nothing() -> None:
    """Nobody answers in a picture."""


def _nothing_told(password: str) -> None:
    """Nobody answers in a picture."""


def _nothing_printed(printer: QPrinter) -> None:
    """Nobody answers in a picture."""


def _none_chosen(chosen: Path | Sequence[Path]) -> None:
    """Nobody answers in a picture."""


SETTINGS = Room(
    "settings",
    (
        Scene("settings", rest),
        *(
            Scene(f"settings-{key}", partial(_category, words))
            for key, words in _CATEGORIES.items()
        ),
        Scene("settings-privacy-too-old", _too_old),
        Scene("settings-signatory", _signatory),
        Scene("settings-signatory-refused", _signatory_refused),
        Scene("settings-signatory-removal", _signatory_removal),
    ),
)
PROMPTS = Room(
    "home",
    (
        Scene("prompt-ask", _question),
        Scene("prompt-ask-password", _password),
        Scene("prompt-explain", _failure),
        Scene("prompt-report-bug", _bug),
        Scene("prompt-choose-files", _files),
        Scene("prompt-choose-folder", _folder),
        Scene("prompt-save-target", _target),
        Scene("prompt-choose-printer", _printer),
        Scene("prompt-names", _names),
    ),
)
