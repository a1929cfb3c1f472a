"""A stored office of every schema that ever was becomes one of today: whole, or not at all."""

import json
import os
import re
import signal
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from app.bootstrap import open_workplace
from app.domain.backup import Reason
from app.domain.errors import AppError, DiskFull, UpgradeFailed
from app.storage import schema
from app.storage.database import Database
from app.wording.language import Language
from tests.data.storing import FOLDER, load, rows_of

OLDER = schema.REVISIONS[:-1]
MANY = 400
"""More statements than all steps together have."""

Rows = dict[str, list[dict[str, object]]]


def kept(before: Rows, after: Rows) -> None:
    """Every row of every table is there with all its values; new columns may have joined."""
    for table, rows in before.items():
        if table == "alembic_version":
            continue
        assert len(after[table]) == len(rows), table
        for old, new in zip(rows, after[table], strict=True):
            for column, value in old.items():
                if (table, column) == ("earlier_rows", "content"):
                    # The noted rows learn the new columns of their tables.
                    assert json.loads(str(value)).items() <= json.loads(str(new[column])).items()
                else:
                    assert new[column] == value, (table, column)


def schema_of(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {
        name: sorted(re.sub(r"[\s\"]+", " ", line).strip(" ,") for line in sql.splitlines())
        for name, sql in rows
    }


@contextmanager
def at_statement(number: int, act: Callable[[], None]) -> Iterator[list[int]]:
    """Acts before the statement of this number is executed; gives how many there were."""
    seen = [0]

    def count(*_: object) -> None:
        seen[0] += 1
        if seen[0] == number:
            act()

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", count)
        event.remove(Engine, "commit", count)


def test_an_office_of_every_released_schema_is_stored_with_rows_in_every_table(
    tmp_path: Path,
) -> None:
    stored = sorted(path.stem for path in FOLDER.glob("*.sql"))
    assert stored == list(schema.REVISIONS[: len(stored)])
    assert len(stored) >= 9
    for revision in stored:
        rows = rows_of(load(tmp_path / f"{revision}.db", revision))
        assert [table for table, content in rows.items() if not content] == []


@pytest.mark.parametrize("revision", schema.REVISIONS)
def test_a_stored_office_opens_today_with_everything_in_it(revision: str, tmp_path: Path) -> None:
    path = load(tmp_path / "kantor.db", revision)
    before = rows_of(path)
    with Database.open(path, create=False) as database:
        assert database.check() == []
    kept(before, rows_of(path))
    Database.open(tmp_path / "fresh.db", create=True).close()
    assert schema_of(path).keys() == schema_of(tmp_path / "fresh.db").keys()


@pytest.mark.parametrize("revision", OLDER)
def test_before_an_upgrade_its_backup_keeps_the_office_as_it_was(
    revision: str, tmp_path: Path
) -> None:
    path = load(tmp_path / "kantor.db", revision)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE commits SET number = 7")
    with open_workplace(path, create=False, language=Language("en", Path())) as place:
        (backup,) = place.backups.backups()
        assert backup.contents is not None
        assert backup.contents.reason is Reason.MIGRATION
        assert backup.contents.holding.schema == revision
        assert (backup.contents.holding.people, backup.contents.holding.counts) == (2, 1)


def test_without_its_backup_an_upgrade_does_not_begin(tmp_path: Path) -> None:
    path = load(tmp_path / "kantor.db", "0001")
    before = path.read_bytes()[100:]

    def refuse() -> None:
        raise DiskFull(path)

    with pytest.raises(DiskFull):
        Database.open(path, create=False, before_upgrade=refuse)
    assert rows_of(path)["alembic_version"] == [{"version_num": "0001"}]
    assert path.read_bytes()[100:] == before


def _fail() -> None:
    raise OperationalError("a step", {}, sqlite3.OperationalError("injected"))


def test_a_fault_at_any_statement_leaves_the_office_as_it_was(tmp_path: Path) -> None:
    """Each statement of all steps together, one after another; the last time none fails."""
    path = load(tmp_path / "kantor.db", "0001")
    before = rows_of(path)
    for number in range(1, MANY):
        with at_statement(number, _fail) as seen:
            failed = _opening_failed(path)
        if failed is None:
            break
        assert isinstance(failed, UpgradeFailed)
        assert rows_of(path) == before
    assert seen[0] < number
    assert number > 40
    kept(before, rows_of(path))


def _opening_failed(path: Path) -> AppError | None:
    try:
        Database.open(path, create=False).close()
    except AppError as error:
        return error
    return None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed in the middle")
def test_killed_at_any_statement_an_upgrade_is_whole_or_never_was(tmp_path: Path) -> None:
    path = tmp_path / "kantor.db"
    before = rows_of(load(path, "0001"))
    ends = set()
    for number in range(1, MANY, 4):
        path.unlink()
        for log in path.parent.glob("kantor.db-*"):
            log.unlink()
        load(path, "0001")
        killed = _killed_at(number, path)
        after = rows_of(path)
        (version,) = after["alembic_version"]
        ends.add(version["version_num"])
        if version["version_num"] == "0001":
            assert after == before
        kept(before, after)
        with Database.open(path, create=False) as database:
            assert database.check() == []
        if not killed:
            break
    assert ends == {"0001", schema.REVISIONS[-1]}
    assert not killed


def _killed_at(number: int, path: Path) -> bool:
    """Opens the office in a child that is killed before a statement; False where it came through."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of others do not matter here
        child = os.fork()
    if child == 0:
        try:
            with at_statement(number, lambda: os.kill(os.getpid(), signal.SIGKILL)):
                Database.open(path, create=False).close()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
