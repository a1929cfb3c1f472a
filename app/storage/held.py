"""The rows that wait for a person, across sessions."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from app.domain.nip import NipFlaw
from app.domain.roster import HoldReason
from app.storage.as_of import as_of_of_import
from app.storage.journal import remove_rows, update_row
from app.storage.schema import held_rows, import_files, import_sheets, imports


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row that waits: what it says (`texts`, by field, never a NIK), why, and where it stood.

    `as_of` is the date of the counts that was said for its import.
    """

    id: int
    import_id: int
    sheet_id: int
    file: str
    sheet: str
    row: int
    reason: NipFlaw | HoldReason
    texts: Mapping[str, str]
    as_of: date


def all_held_rows(tx: Connection) -> list[HeldRow]:
    """The rows that wait, in the order in which they were read."""
    query = (
        select(
            held_rows.c.id,
            held_rows.c.import_id,
            held_rows.c.sheet_id,
            import_files.c.name,
            import_sheets.c.name,
            held_rows.c.source_row,
            held_rows.c.reason,
            held_rows.c.texts,
            as_of_of_import(),
        )
        .join_from(held_rows, import_sheets, import_sheets.c.id == held_rows.c.sheet_id)
        .join(import_files, import_files.c.id == import_sheets.c.import_file_id)
        .join(imports, imports.c.id == held_rows.c.import_id)
        .order_by(held_rows.c.id)
    )
    return [
        HeldRow(*row[:6], _reason(row[6]), json.loads(row[7]), date.fromisoformat(row[8]))
        for row in tx.execute(query)
    ]


def number_of_held_rows(tx: Connection) -> int:
    """How many rows wait."""
    return int(tx.execute(select(func.count()).select_from(held_rows)).scalar_one())


def reasons_of_held_rows(tx: Connection) -> dict[NipFlaw | HoldReason, int]:
    """How many rows wait, by why; the most frequent reason first."""
    number = func.count()
    query = (
        select(held_rows.c.reason, number)
        .group_by(held_rows.c.reason)
        .order_by(number.desc(), held_rows.c.reason)
    )
    return {_reason(reason): rows for reason, rows in tx.execute(query)}


def change_held(
    tx: Connection,
    action: int,
    held_id: int,
    reason: NipFlaw | HoldReason,
    texts: Mapping[str, str],
) -> None:
    """The row goes on waiting, with other words or for another reason."""
    written = json.dumps(dict(texts), ensure_ascii=False)
    update_row(tx, action, held_rows, held_id, {"reason": reason.value, "texts": written})


def remove_held(tx: Connection, action: int, ids: Iterable[int]) -> int:
    """These rows wait no longer; undoing the action brings them back. Gives how many there were."""
    return remove_rows(tx, action, held_rows, ids)


def _reason(text: str) -> NipFlaw | HoldReason:
    return HoldReason(text) if text in set(HoldReason) else NipFlaw(text)
