"""What a database file holds, of whatever revision it is, asked without opening an office."""

import json
import sqlite3
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.backup import Holding
from app.domain.erasure import Whose
from app.domain.evidence import Picture
from app.domain.nip import NipFlaw
from app.storage.bare import peek
from app.storage.faults import translated_while_opening
from app.storage.mentions import FREE_TEXTS

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"

_FREE = {(str(column.table), column.name) for column in FREE_TEXTS}

_LAST = "SELECT max(begun_at) FROM actions"

_SETTINGS = "SELECT key, value FROM settings"


@dataclass(frozen=True, slots=True)
class Rows:
    """Enough of every row to tell which ones another state of the same office has not."""

    people: Set[str]
    counts: Set[tuple[int, str]]
    imports: Set[tuple[int, str]]


def holding_of(path: Path) -> Holding:
    """Counts what stands in a file.

    Raises:
        DatabaseDamaged: it cannot be read.
    """
    with translated_while_opening(path):
        return peek(path, _holding)


def last_action_of(path: Path) -> datetime | None:
    """When somebody last did something that can be undone; None where nobody did.

    Raises:
        DatabaseDamaged: it cannot be read.
    """
    with translated_while_opening(path):
        (last,) = peek(path, lambda asked: asked.execute(_LAST).fetchone())
    return datetime.fromisoformat(last) if last else None


def rows_of(path: Path) -> Rows:
    """Every person by NIP, every count and import by id and moment.

    Raises:
        DatabaseDamaged: it cannot be read.
    """
    with translated_while_opening(path):
        return peek(path, _rows)


def settings_of(path: Path, keys: Iterable[str]) -> dict[str, str]:
    """Some settings of an office that is perhaps not open; none where no database stands.

    Raises:
        DatabaseDamaged: it cannot be read.
    """
    if not path.exists():
        return {}
    with translated_while_opening(path):
        stored = dict(peek(path, lambda asked: asked.execute(_SETTINGS).fetchall()))
    return {key: stored[key] for key in keys if key in stored}


def holds_person(path: Path, whose: Whose) -> bool:
    """Whether a person stands anywhere in a file, also where only undo would find them.

    Raises:
        DatabaseDamaged: it cannot be read.
    """
    with translated_while_opening(path):
        return peek(path, lambda asked: _holds(asked, whose))


def _holds(asked: sqlite3.Connection, whose: Whose) -> bool:
    for table, column in _texts(asked):
        # The names are those of the file's own schema; quoted, they can be nothing else.
        column_of = '"' + column.replace('"', '""') + '" FROM "' + table.replace('"', '""') + '"'
        for (text,) in asked.execute(f"SELECT {column_of}"):
            if not isinstance(text, str):
                continue
            if whose.number_in(text):
                return True
            if (table, column) in _FREE and whose.is_named_in(text):
                return True
    held = "SELECT reason, texts FROM held_rows"
    noted = "SELECT content FROM earlier_rows WHERE table_name = 'held_rows'"
    rows = [*asked.execute(held), *map(_reason_and_texts, asked.execute(noted))]
    return any(
        whose.is_meant_by(json.loads(texts), whole=reason != NipFlaw.NUMERIC.value)
        for reason, texts in rows
    )


def _reason_and_texts(row: tuple[str]) -> tuple[str, str]:
    noted = json.loads(row[0])
    return noted["reason"], noted["texts"]


def _texts(asked: sqlite3.Connection) -> list[tuple[str, str]]:
    columns = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND upper(c.type) = 'TEXT'"
    )
    return [(str(table), str(column)) for table, column in asked.execute(columns)]


def _holding(asked: sqlite3.Connection) -> Holding:
    def one(question: str) -> str:
        return str(asked.execute(question).fetchone()[0])

    last = one("SELECT coalesce(max(imported_at), '') FROM imports WHERE undone_at IS NULL")
    return Holding(
        number=int(one("SELECT number FROM commits")),
        schema=one("SELECT version_num FROM alembic_version"),
        people=int(one("SELECT count(*) FROM people")),
        counts=int(one("SELECT count(*) FROM counts WHERE retracted = 0")),
        imports=int(one("SELECT count(*) FROM imports WHERE undone_at IS NULL")),
        last_import=datetime.fromisoformat(last) if last else None,
        pictures=tuple(sorted(_pictures(asked))),
    )


def _pictures(asked: sqlite3.Connection) -> set[str]:
    if ("evidence",) not in asked.execute(_TABLES).fetchall():
        return set()
    found = {
        Picture(*row).file_name
        for row in asked.execute("SELECT DISTINCT sha256, kind, original FROM evidence")
    }
    noted = "SELECT content FROM earlier_rows WHERE table_name = 'evidence'"
    for (content,) in asked.execute(noted):
        row = json.loads(content)
        found.add(Picture(row["sha256"], row["kind"], row["original"]).file_name)
    return found


def _rows(asked: sqlite3.Connection) -> Rows:
    return Rows(
        people={nip for (nip,) in asked.execute("SELECT nip FROM people")},
        counts=set(asked.execute("SELECT id, recorded_at FROM counts WHERE retracted = 0")),
        imports=set(asked.execute("SELECT id, imported_at FROM imports WHERE undone_at IS NULL")),
    )
