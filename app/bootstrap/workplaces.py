"""Opens an office and builds the services over it, each with its tools."""

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.bootstrap.makers import makers
from app.domain.backup import Reason
from app.domain.errors import DatabaseDamaged, DatabaseLost, NotOurDatabase
from app.storage.check_ahead import Checked, not_checked
from app.wording.language import Language
from app.workbooks.reading.ahead import ReadAhead

if TYPE_CHECKING:
    from app.services.backups.safety import Safety
    from app.services.preferences import KeepPreferences
    from app.services.workplace import Workplace
    from app.storage.database import Database


def locale_folder() -> Path:
    """Where the compiled catalogues are."""
    return paths.resources() / "locale"


def open_workplace(
    path: Path,
    *,
    create: bool,
    language: Language,
    ahead: ReadAhead | None = None,
    alone: bool = False,
    in_window: bool = False,
    checked: Checked = not_checked,
) -> "Workplace":
    """Opens an office and builds its services; `ahead` may hold files that will be imported.

    `alone`: no other Gaung that wants the same may open it until it is closed. `in_window`: somebody
    is there who can be asked whether an office that was lost is to begin anew. `checked`: whether
    the file was just found sound.

    Raises:
        OfficeHeld: another one has it.
        DatabaseLost: it is gone, but traces of it stand: no empty one is made in its place.
        FileError: the file is no database of ours, or cannot be opened.
    """
    # Loaded here: a command begins to read its file before the engine of the database is loaded.
    from app.services.beginning import was_lost
    from app.services.preferences import KeepPreferences
    from app.services.sample_office import AS_OF, CLERK
    from app.storage.database import Database

    safety = open_safety(path)
    backups = safety.backups
    if create and not path.exists() and (backups.backups() or (in_window and was_lost(path))):
        raise DatabaseLost(path)
    try:
        database = Database.open(
            path,
            create=create,
            alone=alone,
            before_upgrade=partial(backups.before, Reason.MIGRATION),
            checked=checked,
        )
    except NotOurDatabase as error:
        if not backups.backups():
            raise
        # What has backups was ours once.
        raise DatabaseDamaged(path) from error
    if create or alone:
        # Who only looks leaves no trace in the folder.
        backups.audit.follow(database)
    preferences = KeepPreferences(database)
    is_sample = path == paths.sample_database()
    by = preferences.preferences().clerk or (CLERK if is_sample else "")
    today = AS_OF if is_sample else date.today()
    return _workplace(
        database, safety, preferences, by, today, language, ahead, is_sample=is_sample
    )


def look_into(path: Path, language: Language) -> "Workplace":
    """Opens an office only to look: nothing is written in its folder, and no lock taken.

    Raises:
        FileError: see `Database.look`.
    """
    from app.services.preferences import KeepPreferences
    from app.storage.database import Database

    database = Database.look(path)
    preferences = KeepPreferences(database)
    safety, by = open_safety(path, silent=True), preferences.preferences().clerk
    return _workplace(
        database, safety, preferences, by, date.today(), language, None, is_sample=False
    )


def _workplace(
    database: "Database",
    safety: "Safety",
    preferences: "KeepPreferences",
    by: str,
    today: date,
    language: Language,
    ahead: ReadAhead | None,
    *,
    is_sample: bool,
) -> "Workplace":
    """The services over one database; `by` is written into what they write."""
    from app.services.workplace import Workplace

    return Workplace(
        database,
        preferences,
        safety.backups,
        safety.restoring,
        today,
        is_sample,
        makers(by, language, ahead),
    )


def open_safety(path: Path, *, silent: bool = False) -> "Safety":
    """Backups of the office at `path` and the way back to them; it need not be open, nor sound.

    `silent`: it is only looked at, and nothing is noted in its log.
    """
    from app.services.backups.keeping import KeepBackups
    from app.services.backups.restoring import RestoreBackup
    from app.services.backups.safety import Safety

    is_sample = path == paths.sample_database()
    keeping = KeepBackups(path, datetime.now, is_sample=is_sample, silent=silent)
    return Safety(keeping, RestoreBackup(path, keeping, datetime.now, is_sample=is_sample))
