"""What the command line says about backups: lines of finished text."""

from pathlib import Path

from app.domain.errors import AppError, DatabaseDamaged, DatabaseLost
from app.services.backups.keeping import KeepBackups
from app.services.backups.restoring import Restored
from app.wording.language import Language


def restored_lines(restored: Restored, database: Path, language: Language) -> list[str]:
    """What stands now, where the state before is kept, and what is nowhere."""
    lines = [language.say("Restored: {path}").format(path=database)]
    kept = restored.before.backup.path if restored.before else restored.aside
    if kept is not None:
        lines.append(language.say("What stood there before: {path}").format(path=kept))
    if restored.missing:
        lines.append(
            language.say_many(
                "{count} picture is in no backup.",
                "{count} pictures are in no backup.",
                len(restored.missing),
            )
        )
    return lines


def way_back(error: AppError, backups: KeepBackups, language: Language) -> str:
    """Where the newest good backup lies, if the database itself is broken or gone; else nothing."""
    if not isinstance(error, DatabaseDamaged | DatabaseLost):
        return ""
    found = backups.newest_good()
    if found is None:
        return ""
    return " " + language.say("The newest good backup is {path}.").format(path=found.path)
