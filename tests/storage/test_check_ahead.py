"""A file that is going to be opened is checked while the program loads, and never instead of a doubt."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert

from app.bootstrap import window_begun
from app.domain.errors import DatabaseDamaged
from app.storage.check_ahead import CheckAhead
from app.storage.database import Database
from app.storage.schema import settings
from app.wording.language import Language


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "data.db"
    with Database.open(place, create=True) as made:
        _keep(made, "a" * 3_000)
    return place


def _keep(database: Database, key: str) -> None:
    with database.writing() as tx:
        tx.execute(insert(settings).values(key=key, value="x"))


def _break_a_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    page = content.index(b"a" * 100) // 4096
    content[page * 4096] = 0x77  # no kind of page is called so
    path.write_bytes(content)


def _as_it_lies(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def test_a_sound_file_is_found_sound_and_nothing_is_written_beside_it(path: Path) -> None:
    before = _as_it_lies(path)
    with CheckAhead(path) as ahead:
        assert ahead.found_sound(path)
        assert ahead.found_sound(path)
        assert _as_it_lies(path) == before


def _write_after(path: Path) -> None:
    with Database.open(path, create=False) as database:
        _keep(database, "b")


def _copy_over_itself(path: Path) -> None:
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


def _begin_a_log(path: Path) -> None:
    path.with_name("data.db-wal").write_bytes(b"x")


@pytest.mark.parametrize("change", [_write_after, _copy_over_itself, _begin_a_log, Path.unlink])
def test_what_was_changed_after_the_look_is_looked_at_again(
    path: Path, change: Callable[[Path], None]
) -> None:
    with CheckAhead(path) as ahead:
        assert ahead.found_sound(path)
        change(path)
        assert not ahead.found_sound(path)


def test_another_file_than_the_one_that_was_looked_at_is_not_vouched_for(path: Path) -> None:
    other = path.with_name("other.db")
    other.write_bytes(path.read_bytes())
    with CheckAhead(path) as ahead:
        assert not ahead.found_sound(other)


def _keep_a_log(path: Path) -> None:
    with Database.open(path, create=False) as database:
        _keep(database, "b")
        log = path.with_name("data.db-wal").read_bytes()
    path.with_name("data.db-wal").write_bytes(log)


def _be_of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("CREATE TABLE people(id)")


@pytest.mark.parametrize(
    "doubt", [_break_a_page, _keep_a_log, _be_of_another_program, os.truncate, Path.unlink]
)
def test_no_doubtful_file_is_vouched_for(path: Path, doubt: Callable[..., object]) -> None:
    doubt(path, 5_000) if doubt is os.truncate else doubt(path)
    before = _as_it_lies(path)
    with CheckAhead(path) as ahead:
        assert not ahead.found_sound(path)
    assert _as_it_lies(path) == before


def test_leaving_at_once_breaks_the_look_off(path: Path) -> None:
    with CheckAhead(path) as ahead:
        pass
    assert ahead.found_sound(path) in (True, False)


def test_a_file_that_was_just_found_sound_is_not_walked_a_second_time(path: Path) -> None:
    _break_a_page(path)
    with pytest.raises(DatabaseDamaged):
        Database.open(path, create=False)
    # Only to show that the answer is used: whoever gives it has looked.
    Database.open(path, create=False, checked=lambda asked: asked == path).close()


def test_after_an_unclean_end_the_answer_from_before_does_not_count(path: Path) -> None:
    _break_a_page(path)
    path.with_name("data.db-lock").write_bytes(b'{"by": "ani"}')
    with pytest.raises(DatabaseDamaged):
        Database.open(path, create=False, alone=True, checked=lambda asked: True)


def test_a_broken_office_is_told_when_the_window_opens_it(path: Path, own_home: Path) -> None:
    _break_a_page(path)
    english = Language("en", Path())
    with window_begun(path) as offices, pytest.raises(DatabaseDamaged):
        offices.open(path, english, False)


def test_the_window_opens_an_office_that_was_found_sound(path: Path, own_home: Path) -> None:
    english = Language("en", Path())
    for _ in range(2):
        with window_begun(path) as offices, offices.open(path, english, False) as place:
            assert place.path == path
