"""Which schema a file has, and the way from there to ours."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

from app.domain.errors import DatabaseDamaged, DatabaseNewer, NotOurDatabase
from app.storage import (
    schema,
    schema_activity,
    schema_clarification,
    schema_evidence,
    schema_fetching,
    schema_forms,
    schema_periods,
    schema_rollup,
    schema_written,
)
from app.storage.bare import APPLICATION_ID, peek

_MAGIC = b"SQLite format 3\x00"
_STEPS = Path(__file__).parent / "migrations"


def make_tables(tx: Connection) -> None:
    """Fills a new file: all tables of today, and the record that no step is pending."""
    # One metadata for all tables: importing the others has added theirs to it.
    rooms = (
        schema,
        schema_activity,
        schema_clarification,
        schema_evidence,
        schema_fetching,
        schema_forms,
        schema_periods,
        schema_rollup,
        schema_written,
    )
    for metadata in {room.metadata for room in rooms}:
        metadata.create_all(tx, checkfirst=False)
    tx.execute(insert(schema.commits).values(id=1, number=0))
    tx.execute(insert(schema.alembic_version).values(version_num=schema.REVISIONS[-1]))


def refuse_foreign_file(path: Path) -> None:
    """Looks at the first bytes of an existing file, without SQLite.

    Raises:
        NotOurDatabase: it is something else.
        DatabaseDamaged: it was ours, but its beginning is gone.
    """
    with path.open("rb") as file:
        header = file.read(100)
    is_sqlite = header.startswith(_MAGIC)
    is_ours = header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    # Zeros are what a failing disk gives back; no program writes a file that begins so.
    if not any(header) or (is_ours and not is_sqlite):
        raise DatabaseDamaged(path)
    if not is_ours:
        raise NotOurDatabase(path)


def revision_of(path: Path) -> str:
    """The revision of the schema in the file; changes nothing.

    Raises:
        DatabaseNewer: no revision that we know.
    """
    found = peek(path, _recorded_revision)
    if not is_known(found):
        raise DatabaseNewer(path, found)
    return found


def is_known(revision: str) -> bool:
    """Whether a file of this revision can be opened, after an upgrade perhaps."""
    return revision in schema.REVISIONS


def _recorded_revision(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise ValueError("the record of the schema is empty")
    return str(row[0])


def upgrade(writer: Engine, steps: Path | None = None) -> None:
    """Makes every pending step and its record, all in one transaction or none.

    Args:
        writer: the writing connection of the database.
        steps: the folder of an Alembic environment; ours if not given.
    """
    # Switching them inside a transaction has no effect, and steps may rebuild tables.
    _switch_foreign_keys(writer, "OFF")
    try:
        with writer.begin() as tx:
            _run_steps(tx, steps or _STEPS)
            broken = tx.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"a step left rows without their parents: {broken[:3]}")
            pages = tx.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            if pages != "ok":
                raise RuntimeError(f"a step left a broken file: {pages}")
    finally:
        _switch_foreign_keys(writer, "ON")


def _run_steps(tx: Connection, steps: Path) -> None:
    # Late, because it costs 0.2 s and an ordinary start has nothing to upgrade.
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Config reads % as the start of a placeholder.
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.attributes["connection"] = tx
    command.upgrade(config, "head")


def _switch_foreign_keys(writer: Engine, state: str) -> None:
    connection = writer.raw_connection()
    try:
        connection.cursor().execute(f"PRAGMA foreign_keys={state}")
    finally:
        connection.close()
