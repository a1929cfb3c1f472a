"""What can go wrong with the place of an office, and with saving into it: facts only."""

from dataclasses import dataclass

from app.domain.errors import AppError, FileError


class RemovableDisk(FileError):
    """The database may not live on a stick, unless as a portable office."""


@dataclass(eq=False)
class NotSaved(FileError):
    """Saving failed, and a new look at the file showed that nothing of it was kept."""

    why: AppError


class SaveUnknown(FileError):
    """Saving failed, and the file does not answer whether it was kept."""


class AuditBroken(FileError):
    """The database is sound, but its audit log is not what was written."""


class OnlyLooking(FileError):
    """The office was opened only to look; nothing can be written."""


class HalfWritten(FileError):
    """A writer was cut off: the office waits to be put in order by somebody who may write."""


class UpgradeFirst(FileError):
    """An older Gaung made the office; looking at it would need an upgrade."""


class NotPortable(FileError):
    """No portable office stands in this folder."""


class PortableChanged(FileError):
    """Somebody worked on the portable office since it was filled, or it is of another office."""


class PortableHolds(FileError):
    """The portable office still holds a person who was erased here."""


class StickGone(FileError):
    """The disk of a portable office was pulled out."""


class PersonStands(AppError):
    """Copies without a person were asked for who is in the office."""
