"""The steps of the schema: complete, all or nothing, and the same as a fresh file."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from app.storage import migrations, revisions, schema
from app.storage.bare import APPLICATION_ID
from app.storage.connecting import writer_engine
from app.storage.database import Database
from app.storage.learned import remembered_layouts, remembered_units
from app.storage.revisions import upgrade

STEPS = Path(migrations.__file__).parent


def _bare(path: Path) -> Path:
    """A file of ours from before the first step."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("VACUUM")
    return path


def _schema_of(path: Path) -> dict[str, list[str]]:
    """Each table and index by name, the lines of its definition in order of the alphabet."""
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {
        name: sorted(re.sub(r"\s+", " ", line).strip(" ,") for line in sql.splitlines())
        for name, sql in rows
    }


def _upgraded(path: Path, steps: Path) -> Path:
    engine = writer_engine(path)
    try:
        upgrade(engine, steps)
    finally:
        engine.dispose()
    return path


def test_the_schema_knows_exactly_the_steps_of_the_package() -> None:
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == schema.REVISIONS


def test_a_migrated_file_has_the_schema_of_a_fresh_one(tmp_path: Path) -> None:
    Database.open(tmp_path / "fresh.db", create=True).close()
    migrated = _upgraded(_bare(tmp_path / "migrated.db"), STEPS)
    assert _schema_of(migrated) == _schema_of(tmp_path / "fresh.db")
    with closing(sqlite3.connect(migrated)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (schema.REVISIONS[-1],)
        ]
        assert raw.execute("SELECT * FROM commits").fetchall() == [(1, 0)]


def test_a_migrated_file_is_opened_as_any_other(tmp_path: Path) -> None:
    path = _upgraded(_bare(tmp_path / "migrated.db"), STEPS)
    with Database.open(path, create=False) as database:
        assert database.check() == []


def _with_step(folder: Path, body: str) -> Path:
    """The steps of the package and one more after them."""
    shutil.copytree(STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0099_more.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision = '0099', '{schema.REVISIONS[-1]}'\n"
        "def upgrade():\n"
        "    op.execute('ALTER TABLE settings ADD COLUMN since TEXT')\n"
        f"    {body}\n",
        encoding="utf-8",
    )
    return folder


def test_a_step_that_fails_takes_back_tables_and_record(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    Database.open(path, create=True).close()
    before = _schema_of(path)
    steps = _with_step(tmp_path / "steps 100%", "raise RuntimeError('in the middle')")
    with pytest.raises(RuntimeError, match="in the middle"):
        _upgraded(path, steps)
    assert _schema_of(path) == before
    with Database.open(path, create=False) as database:
        assert database.check() == []


def test_a_step_that_leaves_orphans_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    Database.open(path, create=True).close()
    orphan = "INSERT INTO former_nips VALUES (1, 7, '199001012015011001', '2026-01-01', '', 1)"
    steps = _with_step(tmp_path / "steps", f'op.execute("{orphan}")')
    with pytest.raises(RuntimeError, match="without their parents"):
        _upgraded(path, steps)
    with Database.open(path, create=False) as database:
        assert database.check() == []


def test_an_older_file_is_upgraded_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data.db"
    Database.open(path, create=True).close()
    monkeypatch.setattr(revisions, "_STEPS", _with_step(tmp_path / "steps", "pass"))
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "0099"))
    with Database.open(path, create=False) as database, database.writing() as tx:
        assert tx.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert "since" in " ".join(_schema_of(path)["settings"])


def test_an_office_of_the_first_step_learns_and_keeps_everything(tmp_path: Path) -> None:
    path = _bare(tmp_path / "data.db")
    first = tmp_path / "steps"
    shutil.copytree(
        STEPS, first, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]_*", "001*")
    )
    _upgraded(path, first)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO actions VALUES (1, 'import', '2026-10-01T09:00:00', 'Arum', NULL)")
        columns = [row[1] for row in raw.execute("PRAGMA table_info(people)")]
        values = {
            **dict.fromkeys(columns, ""),
            "id": 1,
            "nip": "199001012015011001",
            "name": "Intan Melati",
            "consent": "unknown",
            "consent_on": None,
            "service": "active",
            "touched": 1,
        }
        marks = ", ".join("?" * len(columns))
        raw.execute(f"INSERT INTO people VALUES ({marks})", [values[name] for name in columns])  # noqa: S608
        before = raw.execute("SELECT * FROM people").fetchall()
    with Database.open(path, create=False) as database:
        assert database.check() == []
        with database.reading() as tx:
            assert (remembered_layouts(tx), remembered_units(tx)) == ({}, {})
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT * FROM people").fetchall() == before


def test_opening_a_current_file_does_not_load_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    asked = (
        "import sys; from pathlib import Path; from app.storage.database import Database;"
        "path = Path(sys.argv[1]); Database.open(path, create=True).close();"
        "Database.open(path, create=False).close(); sys.exit('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, str(tmp_path / "data.db")], check=False, cwd=Path.cwd()
    )
    assert done.returncode == 0


def test_counts_of_the_first_step_keep_their_values_and_learn_whose_day_they_have(
    tmp_path: Path,
) -> None:
    path = _bare(tmp_path / "data.db")
    first = tmp_path / "steps"
    shutil.copytree(
        STEPS, first, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]_*", "001*")
    )
    _upgraded(path, first)
    with closing(sqlite3.connect(path)) as raw, raw:
        person = dict.fromkeys((row[1] for row in raw.execute("PRAGMA table_info(people)")), "")
        person |= {"id": 1, "nip": "199001012015011001", "consent": "unknown", "touched": 1}
        person |= {"consent_on": None, "service": "active"}
        raw.execute("INSERT INTO actions VALUES (1, 'import', '2026-10-01T09:00:00', 'Arum', NULL)")
        _insert(raw, "people", person)
        days = dict.fromkeys(("new", "changed", "unchanged", "held", "skipped", "rows_read"), 0)
        imported = {"id": 1, "action_id": 1, "imported_at": "2026-10-01T09:00:00"}
        _insert(raw, "imports", {**imported, "imported_by": "", "as_of": "2026-10-01", **days})
        for number, day, import_id in (
            (1, "2026-10-01", 1),
            (2, "2026-09-15", 1),
            (3, "2026-10-01", None),
        ):
            count = {"id": number, "person_id": 1, "platform": "x", "low": 500 + number}
            count |= {"high": None, "exact": 0, "observed_on": day, "source": "typed"}
            count |= {"written": "500+", "recorded_at": "", "recorded_by": "", "retracted": 0}
            _insert(raw, "counts", {**count, "import_id": import_id, "touched": 1})
    with Database.open(path, create=False) as database, database.reading() as tx:
        assert database.check() == []
        rows = tx.exec_driver_sql(
            "SELECT id, low, observed_on, day_of_import FROM counts ORDER BY id"
        ).all()
    assert [tuple(row) for row in rows] == [
        (1, 501, "2026-10-01", 1),
        (2, 502, "2026-09-15", 0),
        (3, 503, "2026-10-01", 0),
    ]


def _insert(raw: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))  # noqa: S608  # names of ours
