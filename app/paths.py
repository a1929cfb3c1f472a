"""Where Gaung keeps things: data, logs, and the resources it ships with."""

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

PORTABLE_MARK = "gaung-portabel.json"
"""The file that makes a folder a portable office, and the home of a program that lies in it."""


def data_folder() -> Path:
    """The folder of the office's database; only the window makes it.

    `GAUNG_HOME` names one folder instead of the platform's own. On Windows the local (not the
    roaming) profile is used: SQLite's WAL must stay on a local disk.
    """
    return _home() or Path(_dirs().user_data_dir)


def log_folder() -> Path:
    """The folder of the rotating log; only the window makes it."""
    home = _home()
    return home / "log" if home else Path(_dirs().user_log_dir)


def documents_folder() -> Path:
    """Where reports are offered to be saved first; not made here."""
    return Path(_dirs().user_documents_dir)


def office_database() -> Path:
    """The one database file of the real office."""
    return data_folder() / "data.db"


def own_database() -> Path:
    """That of this computer, also for a program that lies in a portable office."""
    named = os.environ.get("GAUNG_HOME")
    return (Path(named) if named else Path(_dirs().user_data_dir)) / "data.db"


def sample_database() -> Path:
    """The database of the invented office: a file of its own, so nothing of it can be reported."""
    return data_folder() / "contoh.db"


def platforms_file() -> Path:
    """Addresses of the platforms for an office behind a gateway; it need not be there."""
    return data_folder() / "platforms.txt"


def resources() -> Path:
    """The shipped files: frozen program, then wheel, then source tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"


def _home() -> Path | None:
    """One folder for everything: the one that is named, or the portable office around the program."""
    named = os.environ.get("GAUNG_HOME")
    if named:
        return Path(named)
    if getattr(sys, "frozen", False):
        around = Path(sys.executable).resolve().parents[:2]
        return next((one for one in around if (one / PORTABLE_MARK).is_file()), None)
    return None


def _dirs() -> PlatformDirs:
    return PlatformDirs("Gaung", appauthor=False)
