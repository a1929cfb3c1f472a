"""What the window needs from below to open offices; bootstrap fills it in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.cloud import Cloud
from app.services.backups.safety import Safety
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class Offices:
    """Where they are, and how each is opened, filled, saved from loss and removed."""

    resources: Path
    office: Path
    sample: Path
    home: Callable[[], Path]
    """The own office of this computer; of a program that lies on a stick it is that one."""
    reports_folder: Callable[[Path], Path]
    """Where reports of a database are offered to be saved first."""
    language: Callable[[str], Language]
    open: Callable[[Path, Language, bool], Workplace]
    """Opens a database, making it where nothing stands; True only to look at it."""
    fill_sample: Callable[[Workplace, Job], None]
    """Fills an empty sample office; does nothing where it is filled."""
    safety: Callable[[Path], Safety]
    """The backups of a database, which need not be open nor sound."""
    remove: Callable[[Workplace], None]
    """Closes and deletes a sample office."""
    begin_anew: Callable[[Path], None]
    """Makes an empty office where one was lost or broken; what is left of it is kept."""
    cloud: Callable[[Path], Cloud | None]
    """The service that copies a database while it is written."""
    bring_in: Callable[[Path, Job], Path]
    """Copies a whole office to this computer's own folder, to be opened from then on."""
