"""What an office remembers of the portable one that was made of it: a small file beside the database."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.workbooks.writing.safe_file import replacing


@dataclass(frozen=True, slots=True)
class Record:
    """Where the portable office lies and when it was filled.

    `here` and `there`: how many transactions the two had when they were the same. More of them now
    is work done since. `there` is what decides whether the one on the stick may be written anew.
    """

    place: Path
    made_at: datetime
    here: int
    there: int


def record_of(database: Path) -> Path:
    """Beside the database; not in it, where it would travel with every copy."""
    return database.with_name(f"{database.stem}-portabel.json")


def read_record(database: Path) -> Record | None:
    """None where no portable office was made, or nobody can read what was noted."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said: dict[str, Any] = json.loads(record_of(database).read_text("utf-8"))
        made_at = datetime.fromisoformat(said["made_at"])
        return Record(Path(said["place"]), made_at, int(said["here"]), int(said["there"]))
    return None


def write_record(database: Path, record: Record) -> None:
    """Notes it whole.

    Raises:
        FileError: it cannot be written.
    """
    said = asdict(replace(record))
    said["place"], said["made_at"] = str(record.place), record.made_at.isoformat()
    with replacing(record_of(database)) as place:
        place.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
