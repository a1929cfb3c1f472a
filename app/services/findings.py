"""What a check of a whole office finds: technical lines, without names or NIPs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.audit import Checked
from app.domain.errors import BackupsDamaged, DatabaseDamaged, FileError, PicturesDamaged
from app.domain.office_errors import AuditBroken


@dataclass(frozen=True, slots=True)
class Findings:
    """Empty where all is well. `backups` are the names of those that are not whole."""

    database: Sequence[str]
    pictures: Sequence[str]
    backups: Sequence[str]
    audit: Checked

    @property
    def lines(self) -> list[str]:
        """One for each finding."""
        broken = (f"{name}: not what was written" for name in self.backups)
        return [*self.database, *self.pictures, *broken, *self._of_audit()]

    def worst(self, database: Path) -> FileError:
        """What a person has to see to first; only where something was found."""
        if self.database:
            return DatabaseDamaged(database)
        if self.pictures:
            return PicturesDamaged(database)
        return BackupsDamaged(database) if self.backups else AuditBroken(database)

    def _of_audit(self) -> list[str]:
        flaw = self.audit.flaw
        return [] if flaw is None else [f"audit log, line {self.audit.at}: {flaw.value}"]
