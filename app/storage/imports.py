"""The record of every import, its files and sheets."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, insert, select, update

from app.domain.roster import Outcome
from app.storage.as_of import as_of_of_import
from app.storage.schema import actions, import_files, import_sheets, imports, reversals

_BUCKETS = tuple(outcome.value for outcome in Outcome)
_NOTHING_YET = dict.fromkeys((*_BUCKETS, "rows_read"), 0)


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """A sheet that was imported and what became of its rows; every outcome is there."""

    id: int
    name: str
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that was imported; `sha256` in hexadecimal."""

    name: str
    sha256: str
    format: str
    sheets: tuple[SheetRecord, ...]


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import; `undone_at` None where it still stands.

    `as_of` is the day that holds, `as_of_said` the one that was said when it was written.
    `undone_by` is who took it back, empty where that is not noted.
    """

    id: int
    action_id: int
    at: datetime
    by: str
    as_of: date
    outcomes: Mapping[Outcome, int]
    undone_at: datetime | None
    files: tuple[FileRecord, ...]
    as_of_said: date
    undone_by: str = ""

    @property
    def rows_read(self) -> int:
        """All rows of all outcomes."""
        return sum(self.outcomes.values())


def start_import(tx: Connection, action: int, *, by: str, at: datetime, as_of: date) -> int:
    """Records that an import begins, its numbers still 0; gives its id."""
    return _inserted(
        tx,
        imports,
        action_id=action,
        imported_by=by,
        imported_at=at.isoformat(timespec="seconds"),
        as_of=as_of.isoformat(),
        **_NOTHING_YET,
    )


def add_file(tx: Connection, import_id: int, *, name: str, sha256: str, format_name: str) -> int:
    """Records a file of the import; gives its id."""
    return _inserted(
        tx, import_files, import_id=import_id, name=name, sha256=sha256, format=format_name
    )


def add_sheet(tx: Connection, file_id: int, name: str) -> int:
    """Records a sheet of a file, its numbers still 0; gives its id."""
    return _inserted(tx, import_sheets, import_file_id=file_id, name=name, **_NOTHING_YET)


def finish_import(
    tx: Connection, import_id: int, outcomes: Mapping[int, Mapping[Outcome, int]]
) -> None:
    """Records what became of the rows.

    Args:
        tx: the transaction of the import.
        import_id: what `start_import` gave.
        outcomes: how many rows of each sheet (by its id) are in each bucket.
    """
    total: Counter[Outcome] = Counter()
    for sheet_id, of_sheet in outcomes.items():
        total.update(of_sheet)
        sheet = update(import_sheets).where(import_sheets.c.id == sheet_id)
        tx.execute(sheet.values(_numbers(of_sheet)))
    tx.execute(update(imports).where(imports.c.id == import_id).values(_numbers(total)))


def history_of_imports(tx: Connection) -> list[ImportRecord]:
    """All imports, the newest first."""
    sheets: dict[int, list[SheetRecord]] = {}
    for row in tx.execute(select(import_sheets).order_by(import_sheets.c.id)).mappings():
        record = SheetRecord(row["id"], row["name"], _outcomes(row))
        sheets.setdefault(row["import_file_id"], []).append(record)
    files: dict[int, list[FileRecord]] = {}
    for row in tx.execute(select(import_files).order_by(import_files.c.id)).mappings():
        of_file = tuple(sheets.get(row["id"], ()))
        record_of_file = FileRecord(row["name"], row["sha256"], row["format"], of_file)
        files.setdefault(row["import_id"], []).append(record_of_file)
    return [
        ImportRecord(
            id=row["id"],
            action_id=row["action_id"],
            at=datetime.fromisoformat(row["imported_at"]),
            by=row["imported_by"],
            as_of=date.fromisoformat(row["as_of"]),
            as_of_said=date.fromisoformat(row["as_of_said"]),
            undone_by=row["undone_by"] or "",
            outcomes=_outcomes(row),
            undone_at=datetime.fromisoformat(row["undone_at"]) if row["undone_at"] else None,
            files=tuple(files.get(row["id"], ())),
        )
        for row in tx.execute(_select_imports()).mappings()
    ]


def _select_imports() -> Select[*tuple[Any, ...]]:
    undone_by = (
        select(actions.c.begun_by)
        .join(reversals, reversals.c.undo_id == actions.c.id)
        .where(reversals.c.action_id == imports.c.action_id, actions.c.undone_at.is_(None))
        .correlate(imports)
        .scalar_subquery()
    )
    columns = [column for column in imports.c if column is not imports.c.as_of]
    said = imports.c.as_of.label("as_of_said")
    chosen = (*columns, said, as_of_of_import(), undone_by.label("undone_by"))
    return select(*chosen).order_by(imports.c.id.desc())


def _inserted(tx: Connection, table: Table, **values: object) -> int:
    key = tx.execute(insert(table).values(values)).inserted_primary_key
    if key is None:
        raise RuntimeError("the database gave no id")
    return int(key[0])


def _numbers(outcomes: Mapping[Outcome, int]) -> dict[str, int]:
    numbers = {outcome.value: outcomes.get(outcome, 0) for outcome in Outcome}
    return {"rows_read": sum(numbers.values()), **numbers}


def _outcomes(row: RowMapping) -> dict[Outcome, int]:
    return {outcome: row[outcome.value] for outcome in Outcome}
