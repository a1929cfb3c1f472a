"""What an office can do with the platforms: arrange the way to them, and fetch."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.domain.platform import Platform
from app.platforms.protocol import FollowerSource
from app.platforms.settings import PlatformSettings
from app.platforms.settings_file import names_in_file
from app.platforms.vault import TokenVault, system_store
from app.services.fetching import FetchFollowers
from app.services.fetching.arrangements import ArrangePlatforms
from app.storage.database import Database
from app.storage.portable import is_portable


@dataclass(frozen=True, slots=True)
class FetchOffers:
    """One service to fetch with, one for what the office arranged beforehand."""

    followers: FetchFollowers
    arranging: ArrangePlatforms

    @classmethod
    def over(
        cls,
        database: Database,
        environment: Mapping[str, str],
        file: Path,
        by: str,
        is_sample: bool,
    ) -> "FetchOffers":
        """Over one office; `file` may name addresses of a gateway, and need not be there.

        A portable one keeps no token in the store of a computer that may be borrowed.
        """
        store = _no_store if is_portable(database.path) else system_store
        arranging = ArrangePlatforms(
            database,
            TokenVault(store, environment),
            lambda: {**names_in_file(file), **environment},
            _clients,
            datetime.now,
            by,
        )
        followers = FetchFollowers(
            database,
            lambda: _clients(arranging.settings()),
            lambda: datetime.now(UTC),
            by,
            is_sample=is_sample,
        )
        return cls(followers, arranging)


def _no_store() -> None:
    """A token lives as long as the program runs."""


def _clients(settings: PlatformSettings) -> Mapping[Platform, FollowerSource]:
    # Loaded when somebody fetches: the way to the network costs every start a tenth of a second.
    from app.platforms.clock import SYSTEM_CLOCK
    from app.platforms.sources import SOURCES

    return {platform: make(settings, SYSTEM_CLOCK) for platform, make in SOURCES.items()}
