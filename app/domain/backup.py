"""What a backup says about itself: of which state it is, and how it can be proven whole."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.audit import Head


class Reason(StrEnum):
    """Why a backup was made."""

    ASKED = "asked"
    DAILY = "daily"
    IMPORT = "import"
    MIGRATION = "migration"
    ERASE = "erase"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Holding:
    """What a database holds. `number` counts its commits: equal numbers, equal state.

    `pictures` are the names of all files that its evidence needs, also after an undo.
    """

    number: int
    schema: str
    people: int
    counts: int
    imports: int
    last_import: datetime | None
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a backup; written inside it, and again in the manifest beside it.

    `serial` is its place in the order: higher than that of every earlier one, also where somebody
    put an older database in the place of a newer one. `missing` are pictures that were nowhere to be found whole when it was made. `is_sample`: it is
    of the invented office, which must never become the real one. `audit` is the last line of the audit
    log at that time: should the log ever be shorter, it was cut.
    """

    serial: int
    made_at: datetime
    reason: Reason
    holding: Holding
    database_size: int
    database_sha256: str
    missing: tuple[str, ...] = ()
    is_sample: bool = False
    audit: Head | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """Size and SHA-256 of the whole file of a backup: what differs is not what was written."""

    size: int
    sha256: str
