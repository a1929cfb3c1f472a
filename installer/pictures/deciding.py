"""Scenes of closed periods, of accounts to clarify, of an office's own rules and of backups."""

from PySide6.QtWidgets import QMenu

from app.domain.backup import Reason
from app.domain.errors import DatabaseDamaged, DatabaseLost
from app.services.job import Job
from app.ui.backups.recovery_dialog import RecoveryDialog
from app.wording.errors import error_sentence
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Cast, Stage


def _menu(stage: Stage) -> None:
    stage.office.periods.button.click()
    stage.rest()


def _changes(stage: Stage) -> None:
    _menu(stage)
    stage.choose("What changed…")


def _changes_found(stage: Stage) -> None:
    _changes(stage)
    stage.key("Ctrl+F")
    stage.write("la")


def _close(stage: Stage) -> None:
    _menu(stage)
    stage.choose("Close a period…")


def _closed(stage: Stage) -> None:
    """The newest closing stands below the office as it is now."""
    _menu(stage)
    menu = stage.part(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    stage.rest()


def _reopen(stage: Stage) -> None:
    stage.press("Open again…")


def _clarify(stage: Stage) -> None:
    stage.press("To clarify")


def _clarify_left_out(stage: Stage) -> None:
    stage.press("To clarify")
    stage.press("Left out")


def _own_rule(stage: Stage) -> None:
    stage.go("settings")
    stage.press("Rule")
    stage.press("Make a rule")


def _backups(stage: Stage) -> None:
    stage.press("Backups")


def _backed_up(stage: Stage) -> None:
    stage.press("Backups")
    stage.press("Back up now")


def _restore(stage: Stage) -> None:
    stage.press("Backups")
    stage.press("Restore…")


def _restore_erased(stage: Stage) -> None:
    """Somebody in it was erased after it was made."""
    office = stage.workplace
    office.backups.make(Reason.ASKED)
    first = office.people.everyone()[0]
    office.privacy.erasing.erase(first.id, first.name, Job.quiet())
    _restore(stage)


def _audit(stage: Stage) -> None:
    stage.press("Backups")
    stage.press("Back up now")
    stage.press("Audit log")
    stage.press("Check the chain")


def _audit_broken(stage: Stage) -> None:
    stage.press("Audit log")
    trail = stage.workplace.audit.path
    trail.write_bytes(trail.read_bytes().replace(b'"many":', b'"many":1', 1))
    stage.press("Check the chain")


def _recover(stage: Stage) -> None:
    """As the program does it where a database cannot be opened."""
    sentence = error_sentence(DatabaseDamaged(stage.workplace.path), stage.language)
    dialog = RecoveryDialog(stage.theme, stage.language, sentence, stage.window)
    backups = stage.workplace.backups
    dialog.show_backups(backups.proven(backups.backups(), Job.quiet()))
    dialog.open()
    stage.rest()


def _lost(stage: Stage) -> None:
    """The same where nothing is left to restore."""
    sentence = error_sentence(DatabaseLost(stage.workplace.path), stage.language)
    dialog = RecoveryDialog(stage.theme, stage.language, sentence, stage.window)
    dialog.show_backups([])
    dialog.open()
    stage.rest()


PERIODS = Room(
    "standings",
    (
        Scene("periods-menu", _menu),
        Scene("periods-changes", _changes),
        Scene("periods-changes-found", _changes_found),
        Scene("periods-close", _close),
        Scene("periods-closed", _closed),
        Scene("periods-reopen", _reopen),
    ),
)
CLARIFYING = Room(
    "standings",
    (
        Scene("clarify", _clarify),
        Scene("clarify-left-out", _clarify_left_out),
        Scene("settings-own-rule", _own_rule),
    ),
)
BACKUPS = Room(
    "settings",
    (
        Scene("backups-empty", _backups),
        Scene("backups", _backed_up),
        Scene("backups-restore", _restore),
        Scene("backups-restore-erased", _restore_erased),
        Scene("backups-recover", _recover),
        Scene("audit", _audit),
        Scene("audit-broken", _audit_broken),
        Scene("backups-lost", _lost),
    ),
    Cast.OWN,
)
