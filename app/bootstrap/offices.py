"""What the window needs from below to open offices, fill the sample, and save them from loss."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.bootstrap.workplaces import locale_folder, open_safety, open_workplace
from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.job import Job
    from app.services.workplace import Workplace
    from app.ui.offices import Offices


def window_offices() -> "Offices":
    """What the window needs from below to open the office, the sample, and others."""
    from app.services.beginning import begin_anew
    from app.services.home_office import home_office
    from app.services.moving import cloud_around
    from app.services.sample_office import remove_sample_office
    from app.ui.offices import Offices

    paths.data_folder().mkdir(parents=True, exist_ok=True)
    resources = paths.resources()
    return Offices(
        resources=resources,
        office=home_office(paths.office_database()),
        sample=paths.sample_database(),
        reports_folder=paths.documents_folder(),
        language=lambda code: Language(code, locale_folder()),
        open=lambda path, language: open_workplace(
            path, create=True, language=language, alone=True, in_window=True
        ),
        fill_sample=_fill_sample,
        safety=open_safety,
        remove=lambda place: remove_sample_office(place.path, place.close),
        begin_anew=lambda path: begin_anew(path, datetime.now),
        cloud=cloud_around,
        bring_in=_bring_in,
    )


def _bring_in(database: Path, job: "Job") -> Path:
    """Copies an office to the own folder; from then on it is the one that opens."""
    from app.services.home_office import make_home_office
    from app.services.moving import copy_office, free_place

    own = paths.office_database()
    copied = copy_office(database, free_place(own.parent, own.name), job)
    make_home_office(own, copied.database)
    return copied.database


def _fill_sample(place: "Workplace", job: "Job") -> None:
    from app.services.sample_office import close_sample_months, fill_sample_office

    folder = paths.resources() / "samples"
    fill_sample_office(folder, place.importing, place.preferences, job)
    close_sample_months(place.periods, place.preferences, job)
