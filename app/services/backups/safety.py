"""What an office has against loss, also while it is not open."""

from dataclasses import dataclass

from app.services.backups.keeping import KeepBackups
from app.services.backups.restoring import RestoreBackup


@dataclass(frozen=True, slots=True)
class Safety:
    """Its backups, and the way back to them."""

    backups: KeepBackups
    restoring: RestoreBackup
