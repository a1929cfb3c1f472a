"""The invented office: a database of its own, made from the shipped workbooks, gone in one click."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.period import Period, PeriodKind
from app.services.evidence.folder import PictureFolder
from app.services.job import Job
from app.services.preferences import KeepPreferences

if TYPE_CHECKING:
    from app.services.importing import ImportRoster
    from app.services.periods import KeepPeriods

AS_OF = date(2026, 11, 20)
"""The day on which the invented office lives; its counts lead up to it."""

CLERK = "Arum Sekarjati"
"""Who did everything in the invented office."""

_ROSTER = "kantor-contoh.xlsx"
_HISTORY = "riwayat"

_OFFICE = Office(
    government="Kabupaten Tirta Jaya",
    name="Dinas Komunikasi dan Informatika",
    address="Jalan Muara Tirta Nomor 7, Tirta Jaya 00000",
    phone="(0000) 000000",
    contact="Laman diskominfo.tirtajaya.contoh, pos-el diskominfo@tirtajaya.contoh",
    city="Tirta Jaya",
)
_SIGNATORIES = (
    Signatory(
        SignatoryRole.KNOWS,
        "Drs. Wirya Candrakusuma, M.Si.",
        "Kepala Dinas Komunikasi dan Informatika",
        "Pembina Utama Muda",
        "197003121995031931",
    ),
    Signatory(
        SignatoryRole.SIGNS,
        "Sekar Maharatri, S.Sos.",
        "Kepala Bidang IKP",
        "Pembina",
        "197608252002122932",
    ),
)


def fill_sample_office(
    folder: Path, importing: "ImportRoster", preferences: KeepPreferences, job: Job
) -> None:
    """Imports the shipped workbooks into an empty database; one import for each of them.

    `folder` is `resources/samples`. The roster comes first: the monthly lists only add counts.
    An office that has imports already is left as it is.
    """
    if importing.history():
        return
    importing.import_files([folder / _ROSTER], AS_OF, job)
    for workbook in sorted((folder / _HISTORY).glob("*.xlsx")):
        importing.import_files([workbook], AS_OF, job)
    preferences.save_office(_OFFICE)
    for signatory in _SIGNATORIES:
        preferences.add_signatory(signatory)
    preferences.save(replace(preferences.preferences(), clerk=CLERK, age_limit=90))


def close_sample_months(periods: "KeepPeriods", preferences: KeepPreferences, job: Job) -> None:
    """Closes the two months before the invented day, so that there is something to compare with.

    An office that has closed a period already is left as it is.
    """
    if periods.revisions():
        return
    last = Period.around(PeriodKind.MONTH, AS_OF).before
    for month in (last.before, last):
        periods.close(month, preferences.preferences().lasting_rule, AS_OF, job)


def remove_sample_office(database: Path, close: Callable[[], None]) -> None:
    """Closes and deletes the sample's database with its log files and its evidence, nothing else."""
    close()
    for suffix in ("", "-wal", "-shm", "-lock"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    PictureFolder(database).remove_whole()
