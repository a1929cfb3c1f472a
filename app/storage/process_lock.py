"""One program at a time writes into an office: a lock that the operating system frees by itself.

A lock on an open file goes the moment its process does, also after a power cut or kill -9; a file
with a process number in it would stay behind (reliability.md, section 4). The file itself stays. It
says who holds the office; a clean end empties it, so words that nobody holds are of one that died.
"""

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from app.domain.errors import OfficeHeld
from app.storage.faults import translated_while_opening

_ENDING = "-lock"
_FAR = 1 << 30
"""The byte that is locked on Windows: what a locked byte holds nobody else can read."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works on an office: the name at the computer, the computer, and since when."""

    by: str
    computer: str
    since: datetime

    @classmethod
    def here(cls) -> "Holder":
        """This process, from now on."""
        by = ""
        # There are accounts without a name: a container, a service.
        with suppress(KeyError, OSError, ImportError):
            by = getpass.getuser()
        return cls(by, platform.node(), datetime.now().replace(microsecond=0))


class ProcessLock:
    """Held until `release` or until the process ends."""

    def __init__(self, file: BinaryIO, *, ended_uncleanly: bool) -> None:
        """Use `take`. `ended_uncleanly`: the one who held it before was killed or lost its power."""
        self._file: BinaryIO | None = file
        self.ended_uncleanly = ended_uncleanly

    @classmethod
    def take(cls, database: Path, holder: Holder | None = None) -> "ProcessLock":
        """Makes this process the only one that may write into the office, as `holder`: itself.

        Raises:
            OfficeHeld: another one is, and who that is as far as it can be read.
            NotWritable: or another failure of the folder.
        """
        place = lock_file(database)
        with translated_while_opening(database):
            file = _opened(place)
        try:
            if not lock_now(file):
                raise _held(database, place)
            left_behind = file.seek(0, os.SEEK_END) > 0
            file.truncate(0)
            file.seek(0)
            file.write(json.dumps(asdict(holder or Holder.here()), default=str).encode())
            file.flush()
        except BaseException:
            file.close()
            raise
        return cls(file, ended_uncleanly=left_behind)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release(clean=kind is None)

    def release(self, *, clean: bool = True) -> None:
        """Lets others in; may be called twice. Not `clean`: the next one has to look closely."""
        file, self._file = self._file, None
        if file is not None:
            if clean:
                with suppress(OSError):
                    file.truncate(0)
            unlock(file)
            # Of a stick that was pulled out not even that can be told the system.
            with suppress(OSError):
                file.close()


def held_by_another(database: Path) -> OfficeHeld | None:
    """Who works on an office, asked without leaving a trace; None where nobody does."""
    place = lock_file(database)
    with suppress(OSError), place.open("rb") as file:
        if lock_now(file):
            unlock(file)
        else:
            return _held(database, place)
    return None


def lock_file(database: Path) -> Path:
    """Beside the database, whatever way leads there."""
    place = Path(os.path.realpath(database))
    return place.with_name(f"{place.name}{_ENDING}")


def _opened(place: Path) -> BinaryIO:
    # Not emptied by opening: somebody else's words may stand there.
    return os.fdopen(os.open(place, os.O_RDWR | os.O_CREAT, 0o600), "r+b")


def _held(database: Path, place: Path) -> OfficeHeld:
    by, computer, since = "", "", None
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(place.read_text("utf-8"))
        by, computer = str(said["by"]), str(said["computer"])
        since = datetime.fromisoformat(said["since"])
    return OfficeHeld(database, by, computer, since)


if sys.platform == "win32":
    import msvcrt

    def lock_now(file: BinaryIO) -> bool:
        """Locks a file for this process; False where another one has it."""
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def unlock(file: BinaryIO) -> None:
        """Lets others lock it."""
        file.seek(_FAR)
        with suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock_now(file: BinaryIO) -> bool:
        """Locks a file for this process; False where another one has it."""
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def unlock(file: BinaryIO) -> None:
        """Lets others lock it."""
        with suppress(OSError):
            fcntl.flock(file.fileno(), fcntl.LOCK_UN)
