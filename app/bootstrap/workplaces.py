"""Opens an office and builds the services over it, each with its tools."""

import os
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.bootstrap.reports import reports, upwards
from app.domain.backup import Reason
from app.domain.errors import DatabaseDamaged, DatabaseLost, NotOurDatabase
from app.wording.language import Language
from app.workbooks.reading.ahead import ReadAhead

if TYPE_CHECKING:
    from app.services.backups.safety import Safety
    from app.services.chat import ReadChat
    from app.services.checking import CheckCounts
    from app.services.clarifying import ClarifyAccounts
    from app.services.coverage import CoverOffice
    from app.services.evidence.keeping import KeepEvidence
    from app.services.forms.issuing import IssueForms
    from app.services.forms.tracking import TrackForms
    from app.services.importing import ImportRoster
    from app.services.manual.reading import ReadManual
    from app.services.overview import LookOver
    from app.services.people import EditPeople
    from app.services.period_changes import ComparePeriods
    from app.services.portable.keeping import KeepPortable
    from app.services.preferences import KeepPreferences
    from app.services.privacy.offers import PrivacyOffers
    from app.services.recording import RecordCounts
    from app.services.standings import JudgeStandings
    from app.services.waiting_room import WaitingRoom
    from app.services.workplace import Workplace
    from app.storage.database import Database


def locale_folder() -> Path:
    """Where the compiled catalogues are."""
    return paths.resources() / "locale"


def open_workplace(
    path: Path,
    *,
    create: bool,
    language: Language,
    ahead: ReadAhead | None = None,
    alone: bool = False,
    in_window: bool = False,
) -> "Workplace":
    """Opens an office and builds its services; `ahead` may hold files that will be imported.

    `alone`: no other Gaung that wants the same may open it until it is closed. `in_window`: somebody
    is there who can be asked whether an office that was lost is to begin anew.

    Raises:
        OfficeHeld: another one has it.
        DatabaseLost: it is gone, but traces of it stand: no empty one is made in its place.
        FileError: the file is no database of ours, or cannot be opened.
    """
    # Loaded here: a command begins to read its file before the engine of the database is loaded.
    from app.services.beginning import was_lost
    from app.services.preferences import KeepPreferences
    from app.services.sample_office import AS_OF, CLERK
    from app.storage.database import Database

    safety = open_safety(path)
    backups = safety.backups
    if create and not path.exists() and (backups.backups() or (in_window and was_lost(path))):
        raise DatabaseLost(path)
    try:
        database = Database.open(
            path,
            create=create,
            alone=alone,
            before_upgrade=partial(backups.before, Reason.MIGRATION),
        )
    except NotOurDatabase as error:
        if not backups.backups():
            raise
        # What has backups was ours once.
        raise DatabaseDamaged(path) from error
    if create or alone:
        # Who only looks leaves no trace in the folder.
        backups.audit.follow(database)
    preferences = KeepPreferences(database)
    is_sample = path == paths.sample_database()
    by = preferences.preferences().clerk or (CLERK if is_sample else "")
    today = AS_OF if is_sample else date.today()
    return _workplace(
        database, safety, preferences, by, today, language, ahead, is_sample=is_sample
    )


def look_into(path: Path, language: Language) -> "Workplace":
    """Opens an office only to look: nothing is written in its folder, and no lock taken.

    Raises:
        FileError: see `Database.look`.
    """
    from app.services.preferences import KeepPreferences
    from app.storage.database import Database

    database = Database.look(path)
    preferences = KeepPreferences(database)
    safety, by = open_safety(path, silent=True), preferences.preferences().clerk
    return _workplace(
        database, safety, preferences, by, date.today(), language, None, is_sample=False
    )


def _workplace(
    database: "Database",
    safety: "Safety",
    preferences: "KeepPreferences",
    by: str,
    today: date,
    language: Language,
    ahead: ReadAhead | None,
    *,
    is_sample: bool,
) -> "Workplace":
    """The services over one database, each with its tools; `by` is written into what they write."""
    from app.services.fetching.offers import FetchOffers
    from app.services.periods import KeepPeriods
    from app.services.standings import JudgeStandings
    from app.services.undoing import UndoActions
    from app.services.workplace import Workplace

    standings = JudgeStandings(database)
    looked = overview, waiting, coverage, changes = _looks(database, standings, by)
    people, recording, chat = _by_hand(database, by, today)
    forms, form_tracking = _forms(database, by, language)
    checks, clarifying, evidence = _second_looks(database, preferences, by)
    report, template, checking, history = reports(database, by, language, safety, *looked)
    kept = database, safety, preferences, language
    return Workplace(
        database=database,
        importing=_importing(database, safety, preferences, by, ahead),
        waiting=waiting,
        standings=standings,
        periods=KeepPeriods(database, datetime.now, by),
        period_changes=changes,
        people=people,
        recording=recording,
        checking=checks,
        clarifying=clarifying,
        evidence=evidence,
        forms=forms,
        form_tracking=form_tracking,
        chat=chat,
        fetching=FetchOffers.over(database, os.environ, paths.platforms_file(), by, is_sample),
        preferences=preferences,
        overview=overview,
        coverage=coverage,
        report=report,
        template=template,
        report_checking=checking,
        report_history=history,
        upwards=upwards(database, safety, preferences, by, language, history),
        undoing=UndoActions(database, datetime.now, by),
        backups=safety.backups,
        restoring=safety.restoring,
        portable=_portable(*kept),
        privacy=_privacy(*kept),
        manual=_manual(language),
        today=today,
        is_sample=is_sample,
    )


def _by_hand(
    database: "Database", by: str, today: date
) -> "tuple[EditPeople, RecordCounts, ReadChat]":
    """What a clerk types: people, counts, lines out of a chat."""
    from app.services.chat import ReadChat
    from app.services.people import EditPeople
    from app.services.recording import RecordCounts

    return (
        EditPeople(database, datetime.now, by),
        RecordCounts(database, datetime.now, by),
        ReadChat(database, today),
    )


def _looks(
    database: "Database", standings: "JudgeStandings", by: str
) -> "tuple[LookOver, WaitingRoom, CoverOffice, ComparePeriods]":
    """What stands there, what waits, who is missing, what changed."""
    from app.services.coverage import CoverOffice
    from app.services.overview import LookOver
    from app.services.period_changes import ComparePeriods
    from app.services.waiting_room import WaitingRoom

    waiting = WaitingRoom(database, datetime.now, by)
    return LookOver(database, standings), waiting, CoverOffice(standings), ComparePeriods(database)


def _second_looks(
    database: "Database", preferences: "KeepPreferences", by: str
) -> "tuple[CheckCounts, ClarifyAccounts, KeepEvidence]":
    """What counts rest on: odd ones asked about, jumps clarified, pictures that prove them."""
    from app.services.checking import CheckCounts
    from app.services.clarifying import ClarifyAccounts
    from app.services.evidence.keeping import KeepEvidence

    return (
        CheckCounts(database, preferences, datetime.now, by),
        ClarifyAccounts(database, datetime.now, by),
        KeepEvidence(database, datetime.now, by),
    )


def _forms(database: "Database", by: str, language: Language) -> "tuple[IssueForms, TrackForms]":
    from app.services.forms.issuing import IssueForms
    from app.services.forms.tracking import TrackForms

    return IssueForms(database, datetime.now, by, language), TrackForms(database)


def _portable(
    database: "Database", safety: "Safety", preferences: "KeepPreferences", language: Language
) -> "KeepPortable":
    from app.services.portable.keeping import KeepPortable

    audit, extras = safety.backups.audit, [paths.platforms_file()]
    return KeepPortable(
        database, preferences, audit, safety.restoring, datetime.now, extras, language
    )


def _privacy(
    database: "Database", safety: "Safety", preferences: "KeepPreferences", language: Language
) -> "PrivacyOffers":
    from app.services.privacy.offers import offers_about

    log = paths.log_folder()
    return offers_about(database, safety.backups, preferences, datetime.now, log, language)


def _manual(language: Language) -> "ReadManual":
    from app.services.manual.reading import ReadManual

    return ReadManual(paths.resources() / "manual", language)


def _importing(
    database: "Database",
    safety: "Safety",
    preferences: "KeepPreferences",
    by: str,
    ahead: ReadAhead | None,
) -> "ImportRoster":
    from app.services.importing import ImportRoster

    return ImportRoster(
        database,
        datetime.now,
        by,
        keep_contacts=preferences.preferences().keep_contacts,
        ahead=ahead,
        before=partial(safety.backups.before, Reason.IMPORT),
    )


def open_safety(path: Path, *, silent: bool = False) -> "Safety":
    """Backups of the office at `path` and the way back to them; it need not be open, nor sound.

    `silent`: it is only looked at, and nothing is noted in its log.
    """
    from app.services.backups.keeping import KeepBackups
    from app.services.backups.restoring import RestoreBackup
    from app.services.backups.safety import Safety

    is_sample = path == paths.sample_database()
    keeping = KeepBackups(path, datetime.now, is_sample=is_sample, silent=silent)
    return Safety(keeping, RestoreBackup(path, keeping, datetime.now, is_sample=is_sample))
