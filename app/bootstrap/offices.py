"""What the window needs from below to open offices, fill the sample, and save them from loss."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.bootstrap.workplaces import locale_folder, look_into, open_safety, open_workplace
from app.domain.errors import NotWritable
from app.services.many_objects import all_loaded
from app.storage.check_ahead import CheckAhead, Checked, not_checked
from app.storage.portable import is_portable
from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.job import Job
    from app.services.workplace import Workplace
    from app.ui.offices import Offices


@contextmanager
def window_begun(
    first: Path | None = None, own: Path | None = None, portable: Path | None = None
) -> Iterator["Offices"]:
    """Loads the window while the database that it opens `first` is being checked.

    For `own` and `portable` see `window_offices`, whose answer this gives; `first` is the office of
    that answer where none is named.
    """
    from app.services.home_office import home_office

    opened = first or portable or home_office(paths.office_database())
    with CheckAhead(opened) as ahead:
        with all_loaded():
            from app.ui import running  # noqa: F401

            offices = window_offices(own, portable, ahead.found_sound)
        yield offices


def window_offices(
    own: Path | None = None, portable: Path | None = None, checked: Checked = not_checked
) -> "Offices":
    """What the window needs from below to open the office, the sample, and others.

    `own`: the database of this computer, where another one is at home now; `portable`: the one that
    the program was started for, in its place; `checked`: whether a file was just found sound.
    """
    from app.services.beginning import begin_anew
    from app.services.cloud import cloud_around
    from app.services.home_office import home_office
    from app.services.sample_office import remove_sample_office
    from app.ui.offices import Offices

    paths.data_folder().mkdir(parents=True, exist_ok=True)
    resources = paths.resources()
    return Offices(
        resources=resources,
        office=portable or home_office(paths.office_database()),
        sample=paths.sample_database(),
        home=lambda: _home(own or paths.office_database()),
        reports_folder=_reports_folder,
        language=lambda code: Language(code, locale_folder()),
        open=partial(_opened, checked),
        fill_sample=_fill_sample,
        safety=open_safety,
        remove=lambda place: remove_sample_office(place.path, place.close),
        begin_anew=lambda path: begin_anew(path, datetime.now),
        cloud=cloud_around,
        bring_in=_bring_in,
    )


def _home(own: Path) -> Path:
    from app.services.home_office import home_office

    own.parent.mkdir(parents=True, exist_ok=True)
    return home_office(own)


def _opened(checked: Checked, path: Path, language: Language, viewing: bool) -> "Workplace":
    """To work in it; to look only, where that is asked for or a stick lets nobody write."""
    if not viewing:
        try:
            return open_workplace(
                path, create=True, language=language, alone=True, in_window=True, checked=checked
            )
        except NotWritable:
            if not is_portable(path):
                raise
    return look_into(path, language)


def _reports_folder(database: Path) -> Path:
    """Of a portable office it lies on the stick, so that nothing of it stays behind."""
    if not is_portable(database):
        return paths.documents_folder()
    from app.services.portable.making import REPORTS

    on_stick = database.parent / REPORTS
    return on_stick if on_stick.is_dir() else paths.documents_folder()


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
