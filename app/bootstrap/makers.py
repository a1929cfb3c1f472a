"""Builds each service of an opened office with its tools, when it is first asked for."""

import os
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from app import paths
from app.domain.backup import Reason
from app.wording.language import Language
from app.workbooks.reading.ahead import ReadAhead

if TYPE_CHECKING:
    from app.services.chat import ReadChat
    from app.services.checking import CheckCounts
    from app.services.clarifying import ClarifyAccounts
    from app.services.coverage import CoverOffice
    from app.services.evidence.keeping import KeepEvidence
    from app.services.fetching.offers import FetchOffers
    from app.services.forms.issuing import IssueForms
    from app.services.forms.tracking import TrackForms
    from app.services.importing import ImportRoster
    from app.services.manual.reading import ReadManual
    from app.services.overview import LookOver
    from app.services.people import EditPeople
    from app.services.period_changes import ComparePeriods
    from app.services.periods import KeepPeriods
    from app.services.portable.keeping import KeepPortable
    from app.services.privacy.offers import PrivacyOffers
    from app.services.recording import RecordCounts
    from app.services.standings import JudgeStandings
    from app.services.undoing import UndoActions
    from app.services.waiting_room import WaitingRoom
    from app.services.workplace import Makers, Workplace


def makers(by: str, language: Language, ahead: ReadAhead | None) -> "Makers":
    """`by` is written into what the services write; `ahead` may hold files that will be imported."""
    from app.bootstrap import reports
    from app.services.workplace import Makers

    return Makers(
        importing=partial(_importing, by, ahead),
        waiting=partial(_waiting, by),
        standings=_standings,
        coverage=_coverage,
        periods=partial(_periods, by),
        period_changes=_period_changes,
        people=partial(_people, by),
        recording=partial(_recording, by),
        checking=partial(_checking, by),
        clarifying=partial(_clarifying, by),
        evidence=partial(_evidence, by),
        forms=partial(_forms, by, language),
        form_tracking=_form_tracking,
        chat=_chat,
        fetching=partial(_fetching, by),
        overview=_overview,
        report=partial(reports.written, language),
        template=partial(reports.filled, language),
        report_checking=reports.checked,
        report_history=partial(reports.remembered, by),
        upwards=partial(reports.upwards, by, language),
        undoing=partial(_undoing, by),
        portable=partial(_portable, language),
        privacy=partial(_privacy, language),
        manual=partial(_manual, language),
    )


# Each of them loads its room: most of an office's work asks for a few.


def _importing(by: str, ahead: ReadAhead | None, place: "Workplace") -> "ImportRoster":
    from app.services.importing import ImportRoster

    return ImportRoster(
        place.database,
        datetime.now,
        by,
        keep_contacts=place.preferences.preferences().keep_contacts,
        ahead=ahead,
        before=partial(place.backups.before, Reason.IMPORT),
    )


def _waiting(by: str, place: "Workplace") -> "WaitingRoom":
    from app.services.waiting_room import WaitingRoom

    return WaitingRoom(place.database, datetime.now, by)


def _standings(place: "Workplace") -> "JudgeStandings":
    from app.services.standings import JudgeStandings

    return JudgeStandings(place.database)


def _coverage(place: "Workplace") -> "CoverOffice":
    from app.services.coverage import CoverOffice

    return CoverOffice(place.standings)


def _periods(by: str, place: "Workplace") -> "KeepPeriods":
    from app.services.periods import KeepPeriods

    return KeepPeriods(place.database, datetime.now, by)


def _period_changes(place: "Workplace") -> "ComparePeriods":
    from app.services.period_changes import ComparePeriods

    return ComparePeriods(place.database)


def _people(by: str, place: "Workplace") -> "EditPeople":
    from app.services.people import EditPeople

    return EditPeople(place.database, datetime.now, by)


def _recording(by: str, place: "Workplace") -> "RecordCounts":
    from app.services.recording import RecordCounts

    return RecordCounts(place.database, datetime.now, by)


def _checking(by: str, place: "Workplace") -> "CheckCounts":
    from app.services.checking import CheckCounts

    return CheckCounts(place.database, place.preferences, datetime.now, by)


def _clarifying(by: str, place: "Workplace") -> "ClarifyAccounts":
    from app.services.clarifying import ClarifyAccounts

    return ClarifyAccounts(place.database, datetime.now, by)


def _evidence(by: str, place: "Workplace") -> "KeepEvidence":
    from app.services.evidence.keeping import KeepEvidence

    return KeepEvidence(place.database, datetime.now, by)


def _forms(by: str, language: Language, place: "Workplace") -> "IssueForms":
    from app.services.forms.issuing import IssueForms

    return IssueForms(place.database, datetime.now, by, language)


def _form_tracking(place: "Workplace") -> "TrackForms":
    from app.services.forms.tracking import TrackForms

    return TrackForms(place.database)


def _chat(place: "Workplace") -> "ReadChat":
    from app.services.chat import ReadChat

    return ReadChat(place.database, place.today)


def _fetching(by: str, place: "Workplace") -> "FetchOffers":
    from app.services.fetching.offers import FetchOffers

    return FetchOffers.over(place.database, os.environ, paths.platforms_file(), by, place.is_sample)


def _overview(place: "Workplace") -> "LookOver":
    from app.services.overview import LookOver

    return LookOver(place.database, place.standings)


def _undoing(by: str, place: "Workplace") -> "UndoActions":
    from app.services.undoing import UndoActions

    return UndoActions(place.database, datetime.now, by)


def _portable(language: Language, place: "Workplace") -> "KeepPortable":
    from app.services.portable.keeping import KeepPortable

    return KeepPortable(
        place.database,
        place.preferences,
        place.audit,
        place.restoring,
        datetime.now,
        [paths.platforms_file()],
        language,
    )


def _privacy(language: Language, place: "Workplace") -> "PrivacyOffers":
    from app.services.privacy.offers import offers_about

    kept, log = place.preferences, paths.log_folder()
    return offers_about(place.database, place.backups, kept, datetime.now, log, language)


def _manual(language: Language, place: "Workplace") -> "ReadManual":
    from app.services.manual.reading import ReadManual

    return ReadManual(paths.resources() / "manual", language)
