"""A program started for a portable office leaves nothing of it on the computer."""

import logging
import os
from pathlib import Path

import pytest

from app import paths
from app.bootstrap import look_into, open_workplace
from app.bootstrap.log import log_handler
from app.bootstrap.offices import window_offices
from app.bootstrap.on_stick import at_home_with
from app.domain.errors import NotWritable
from app.domain.platform import Platform
from app.services.portable.making import REPORTS
from app.storage.portable import mark_of
from app.wording.language import Language

ENGLISH = Language("en", Path())


@pytest.fixture
def portable(tmp_path: Path) -> Path:
    path = tmp_path / "stik" / "Gaung Portabel" / "data.db"
    (path.parent / REPORTS).mkdir(parents=True)
    mark_of(path.parent).write_text("{}", "utf-8")
    open_workplace(path, create=True, language=ENGLISH).close()
    return path


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.rglob("*"))


def test_log_and_reports_lie_on_the_stick(portable: Path, own_home: Path) -> None:
    with at_home_with(portable, viewing=False) as given:
        assert given == portable
        assert paths.log_folder() == portable.parent / "log"
        handler = log_handler(paths.log_folder())
        handler.emit(logging.makeLogRecord({"msg": "1"}))
        handler.close()
        offices = window_offices(own_home / "data.db", portable)
        assert offices.office == portable
        assert offices.reports_folder(portable) == portable.parent / REPORTS
        assert offices.home() == own_home / "data.db"
    assert names(own_home) == []
    assert (portable.parent / "log" / "gaung.log").is_file()
    assert paths.log_folder() == own_home / "log"


def test_only_looking_leaves_no_log_anywhere(portable: Path, own_home: Path) -> None:
    before = names(portable.parent)
    with at_home_with(portable, viewing=True):
        passing = paths.log_folder()
        passing.mkdir()
    assert names(portable.parent) == before
    assert not passing.exists()
    assert not own_home.exists()


def test_a_stick_that_takes_no_log_has_none(portable: Path) -> None:
    (portable.parent / "log").write_bytes(b"in the way")
    with at_home_with(portable, viewing=False):
        assert paths.log_folder().parent != portable.parent


def test_an_office_of_the_computer_is_at_home_there(own_home: Path, tmp_path: Path) -> None:
    with at_home_with(tmp_path / "data.db", viewing=False) as given:
        assert given is None
        assert paths.data_folder() == own_home


def test_a_program_that_lies_in_a_portable_office_is_at_home_in_it(
    portable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GAUNG_HOME")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    for place in (portable.parent, portable.parent / "Gaung"):
        monkeypatch.setattr("sys.executable", str(place / "gaung.exe"))
        assert paths.office_database() == portable
    monkeypatch.setattr("sys.executable", str(portable.parent.parent / "gaung.exe"))
    assert paths.office_database() != portable


def test_a_token_is_kept_only_as_long_as_the_program_runs(portable: Path) -> None:
    with open_workplace(portable, create=False, language=ENGLISH) as place:
        arranging = place.fetching.arranging
        assert not arranging._vault.lasts
        assert arranging._vault.kept(Platform.YOUTUBE) is None


@pytest.mark.parametrize("viewing", [True, False])
def test_a_stick_that_lets_nobody_write_is_opened_to_look(
    portable: Path, monkeypatch: pytest.MonkeyPatch, viewing: bool
) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise NotWritable(portable)

    # Root may write everywhere; a real write-protected stick is tried in tests/reliability.
    monkeypatch.setattr("app.storage.database.ProcessLock.take", refuse)
    with window_offices().open(portable, ENGLISH, viewing) as place:
        assert place.only_looking
    mark_of(portable.parent).unlink()
    if not viewing:
        with pytest.raises(NotWritable):
            window_offices().open(portable, ENGLISH, viewing)
    with look_into(portable, ENGLISH) as place:
        assert place.only_looking


def test_nothing_of_the_environment_is_left(portable: Path) -> None:
    before = dict(os.environ)
    with at_home_with(portable, viewing=True):
        pass
    assert dict(os.environ) == before
