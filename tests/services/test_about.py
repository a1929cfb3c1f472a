"""What Gaung says about itself is asked of what runs and of what stands there."""

import platform
import sqlite3
from contextlib import closing
from pathlib import Path

from app.services.about import running_versions
from app.storage.database import Database
from app.storage.schema import REVISIONS


def test_versions_and_journal_are_those_that_are_in_use(tmp_path: Path) -> None:
    path = tmp_path / "kantor.db"
    assert running_versions(path).journal == ""
    Database.open(path, create=True).close()
    found = running_versions(path)
    assert (found.python, found.sqlite) == (platform.python_version(), sqlite3.sqlite_version)
    assert (found.schema, found.journal) == (REVISIONS[-1], "WAL")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=TRUNCATE")
    assert running_versions(path).journal == "TRUNCATE"
