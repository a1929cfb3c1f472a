"""The data map: what the office stores, where, why, on which ground, how long, who sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.data_map import BESIDE, OF_TABLES, Kept, Place
from app.domain.retention import Limited
from app.services.backups.keeping import KeepBackups
from app.services.privacy.retention import KeepRetention
from app.storage.database import Database
from app.storage.table_sizes import rows_of_tables


@dataclass(frozen=True, slots=True)
class MapEntry:
    """One part of the map. `number` are rows, or files; None: nobody counts them.

    `path` is where it lies; None where it lies nowhere. `months` is the limit that is set for it.
    """

    kept: Kept
    number: int | None
    path: Path | None
    months: int | None


class MapData:
    """Asked anew each time: what is empty today may be full tomorrow."""

    def __init__(
        self, database: Database, backups: KeepBackups, retention: KeepRetention, log: Path
    ) -> None:
        self._database = database
        self._backups = backups
        self._retention = retention
        self._log = log

    def entries(self) -> Sequence[MapEntry]:
        """Every table of the database, then the files beside it; only what there is."""
        months = self._retention.retention().months
        with self._database.reading() as tx:
            rows = rows_of_tables(tx)
        found = []
        for kept in OF_TABLES:
            limit = months.get(Limited(kept.retention)) if kept.retention else None
            found.append(MapEntry(kept, rows[kept.key], self._database.path, limit))
        for kept in BESIDE:
            path = self._path_of(kept.place)
            limit = months.get(Limited(kept.retention)) if kept.retention else None
            number = _files_in(path)
            if path is not None and number:
                found.append(MapEntry(kept, number, path, limit))
        return found

    def _path_of(self, place: Place) -> Path | None:
        path = self._database.path
        match place:
            case Place.DATABASE:
                return path
            case Place.PICTURES:
                return path.with_name(f"{path.stem}-bukti")
            case Place.BACKUPS:
                return self._backups.folder
            case Place.SECOND_PLACE:
                return self._backups.second_place
            case Place.ASIDE:
                return path.with_name(f"{path.stem}-rusak")
            case Place.AUDIT:
                return self._backups.audit.path
            case Place.LOG:
                return self._log


def _files_in(folder: Path | None) -> int:
    if folder is None or not folder.is_dir():
        return 1 if folder is not None and folder.is_file() else 0
    return sum(1 for one in folder.rglob("*") if one.is_file())
