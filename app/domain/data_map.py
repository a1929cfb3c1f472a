"""What an office keeps, for which purpose, on which legal ground, and until when."""

from dataclasses import dataclass
from enum import StrEnum


class LegalGround(StrEnum):
    """Why the office may keep something (UU 27/2022, article 20); the office decides, not Gaung."""

    PUBLIC_DUTY = "public_duty"
    """A task of the office: who serves there, and what it reports."""
    CONSENT = "consent"
    """Private accounts of people."""
    ACCOUNTABILITY = "accountability"
    """Who did what: an obligation of whoever processes personal data."""
    NO_PERSONAL_DATA = "no_personal_data"
    """About nobody."""


class Keeping(StrEnum):
    """Until when something stays where nobody erases it."""

    PERSON = "person"
    """As long as the person is in the list of people."""
    FOR_UNDO = "for_undo"
    """As long as an action can be undone."""
    SETTLED = "settled"
    """Until somebody settles it or sets it aside."""
    ALWAYS = "always"
    """A record of the office; of an erased person nothing is left in it."""
    CHANGED = "changed"
    """Until somebody changes or removes it."""
    ROTATION = "rotation"
    """By the rules of backups, or until somebody removes it."""


class Place(StrEnum):
    """Where something lies."""

    DATABASE = "database"
    PICTURES = "pictures"
    BACKUPS = "backups"
    SECOND_PLACE = "second_place"
    ASIDE = "aside"
    LOG = "log"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Kept:
    """One entry of the map, without its words."""

    key: str
    place: Place
    ground: LegalGround
    keeping: Keeping
    retention: str = ""
    """The setting that limits it, where there is one."""


OF_TABLES: tuple[Kept, ...] = tuple(
    Kept(key, Place.DATABASE, ground, keeping, retention)
    for key, ground, keeping, retention in (
        ("people", LegalGround.PUBLIC_DUTY, Keeping.PERSON, "left"),
        ("former_nips", LegalGround.PUBLIC_DUTY, Keeping.PERSON, "left"),
        ("accounts", LegalGround.CONSENT, Keeping.PERSON, "left"),
        ("counts", LegalGround.CONSENT, Keeping.PERSON, "counts"),
        ("checked_counts", LegalGround.CONSENT, Keeping.PERSON, "counts"),
        ("activities", LegalGround.CONSENT, Keeping.PERSON, "counts"),
        ("counts_apart", LegalGround.CONSENT, Keeping.PERSON, "counts"),
        ("account_ids", LegalGround.CONSENT, Keeping.PERSON, ""),
        ("fetch_items", LegalGround.CONSENT, Keeping.PERSON, "counts"),
        ("fetch_jobs", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("clarifications", LegalGround.CONSENT, Keeping.PERSON, "counts"),
        ("evidence", LegalGround.CONSENT, Keeping.PERSON, "evidence"),
        ("held_rows", LegalGround.PUBLIC_DUTY, Keeping.SETTLED, "held"),
        ("form_people", LegalGround.PUBLIC_DUTY, Keeping.ALWAYS, ""),
        ("snapshot_contents", LegalGround.PUBLIC_DUTY, Keeping.ALWAYS, ""),
        ("snapshot_rows", LegalGround.PUBLIC_DUTY, Keeping.ALWAYS, ""),
        ("earlier_rows", LegalGround.PUBLIC_DUTY, Keeping.FOR_UNDO, "undo"),
        ("inserted_rows", LegalGround.NO_PERSONAL_DATA, Keeping.ALWAYS, ""),
        ("reversals", LegalGround.NO_PERSONAL_DATA, Keeping.ALWAYS, ""),
        ("actions", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("imports", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("import_files", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("import_sheets", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("as_of_corrections", LegalGround.NO_PERSONAL_DATA, Keeping.ALWAYS, ""),
        ("form_rounds", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("forms", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("form_returns", LegalGround.NO_PERSONAL_DATA, Keeping.ALWAYS, ""),
        ("periods", LegalGround.NO_PERSONAL_DATA, Keeping.ALWAYS, ""),
        ("period_revisions", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("period_reopenings", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("written_reports", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("submissions", LegalGround.ACCOUNTABILITY, Keeping.ALWAYS, ""),
        ("submission_contents", LegalGround.PUBLIC_DUTY, Keeping.ALWAYS, ""),
        ("submission_rows", LegalGround.PUBLIC_DUTY, Keeping.ALWAYS, ""),
        ("signatories", LegalGround.PUBLIC_DUTY, Keeping.CHANGED, ""),
        ("settings", LegalGround.NO_PERSONAL_DATA, Keeping.CHANGED, ""),
        ("layouts", LegalGround.NO_PERSONAL_DATA, Keeping.CHANGED, ""),
        ("unit_names", LegalGround.NO_PERSONAL_DATA, Keeping.CHANGED, ""),
        ("commits", LegalGround.NO_PERSONAL_DATA, Keeping.ALWAYS, ""),
        ("alembic_version", LegalGround.NO_PERSONAL_DATA, Keeping.ALWAYS, ""),
    )
)
"""Every table of the database; a test asks the real schema whether one is missing."""

BESIDE: tuple[Kept, ...] = (
    Kept("pictures", Place.PICTURES, LegalGround.CONSENT, Keeping.PERSON, "evidence"),
    Kept("backups", Place.BACKUPS, LegalGround.ACCOUNTABILITY, Keeping.ROTATION),
    Kept("second_place", Place.SECOND_PLACE, LegalGround.ACCOUNTABILITY, Keeping.ROTATION),
    Kept("aside", Place.ASIDE, LegalGround.ACCOUNTABILITY, Keeping.CHANGED),
    Kept("audit", Place.AUDIT, LegalGround.ACCOUNTABILITY, Keeping.ALWAYS),
    Kept("log", Place.LOG, LegalGround.NO_PERSONAL_DATA, Keeping.ROTATION),
)
"""Files beside the database."""
