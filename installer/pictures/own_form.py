"""Scenes of the office's own form, and of the list of reports that were written."""

from pathlib import Path

from app import paths
from app.domain.writing_errors import FileReadOnly
from app.services.report.template import FilledTemplate
from app.ui.template.dialog import TemplateDialog
from app.wording.errors import error_sentence
from installer.pictures.scene import Scene
from installer.pictures.stage import Stage


def _form(stage: Stage) -> TemplateDialog:
    stage.press("The office's own form…")
    stage.rest()
    return stage.part(TemplateDialog)


def _example(stage: Stage) -> Path:
    path = paths.data_folder() / "Formulir daftar.xlsx"
    stage.workplace.template.write_example(path)
    return path


def _chosen(stage: Stage) -> TemplateDialog:
    dialog, path = _form(stage), _example(stage)
    dialog.show_look(path, stage.workplace.template.look(path))
    return dialog


def _busy(stage: Stage) -> None:
    dialog = _chosen(stage)
    stage.tasks.hold()
    dialog.show_writing()
    stage.show_progress()


def _written(stage: Stage) -> None:
    filled = FilledTemplate(people=64, content="0" * 64, uncovered=65)
    _chosen(stage).show_written("Daftar ASN November 2026.xlsx", filled)


def _read_only(stage: Stage) -> None:
    error = FileReadOnly(paths.data_folder() / "Daftar ASN November 2026.xlsx")
    _chosen(stage).show_failed(error_sentence(error, stage.language), in_use=True)


def _history(stage: Stage) -> None:
    """A workbook and a PDF were written."""
    stage.key("Ctrl+Return")
    stage.rest()
    stage.press("Save PDF")
    stage.rest()
    stage.press("Check a report…")


OWN_FORM = (
    Scene("reports-form", lambda stage: _form(stage).activateWindow()),
    Scene("reports-form-chosen", lambda stage: _chosen(stage).activateWindow()),
    Scene("reports-form-busy", _busy),
    Scene("reports-form-written", _written),
    Scene("reports-form-read-only", _read_only),
    Scene("reports-history", _history),
)
