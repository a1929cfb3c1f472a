"""Everything the office offers a person about their own data, built once and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.services.backups.keeping import KeepBackups
from app.services.preferences import KeepPreferences
from app.services.privacy.data_map import MapData
from app.services.privacy.data_map_book import WriteMap
from app.services.privacy.erasing import ErasePerson
from app.services.privacy.incident import WriteIncident
from app.services.privacy.own_data import WriteOwnData
from app.services.privacy.retention import KeepRetention
from app.storage.database import Database
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class PrivacyOffers:
    """One service for each wish."""

    erasing: ErasePerson
    own_data: WriteOwnData
    retention: KeepRetention
    data_map: MapData
    incident: WriteIncident
    map_book: WriteMap


def offers_about(
    database: Database,
    backups: KeepBackups,
    preferences: KeepPreferences,
    clock: Callable[[], datetime],
    log: Path,
    language: Language,
) -> PrivacyOffers:
    """The services over one office; `log` is the folder of the log."""
    is_sample = not backups.are_kept
    retention = KeepRetention(database, backups)
    data_map = MapData(database, backups, retention, log)
    return PrivacyOffers(
        ErasePerson(database, backups),
        WriteOwnData(database, clock, language, is_sample=is_sample),
        retention,
        data_map,
        WriteIncident(
            database, backups, preferences, data_map, clock, language, is_sample=is_sample
        ),
        WriteMap(data_map, clock, language, is_sample=is_sample),
    )
