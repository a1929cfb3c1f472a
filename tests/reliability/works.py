"""The eight pieces of work that every trial disturbs: what stands before, what runs, what may be found.

A trial copies the folder of a work, runs its command in the copy, and looks: the state is `before`,
`after` or `between` (some of what is acknowledged one by one), and anything else raises.
"""

import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.bootstrap import open_workplace
from app.domain.platform import Platform
from app.services.backups.shelf import Shelf, prove
from app.storage import schema
from tests.data.storing import rows_of
from tests.platforms.many_accounts import handle_of
from tests.platforms.standin.world import followers_of
from tests.reliability.acting import BATCHES, FIRST, IN_A_BATCH, LANGUAGE, TARGETS

OLD_REPORT = b"LAPORAN LAMA " * 100
BEFORE, BETWEEN, AFTER = "before", "between", "after"

Acks = Sequence[str]


class AckLost(AssertionError):
    """It was acknowledged, and is not there."""


@dataclass(frozen=True, slots=True)
class Work:
    """`base` is copied before each try; the rest is given the folder of that copy."""

    name: str
    base: Path
    arguments: Callable[[Path], list[str]]
    look: Callable[[Path, Acks], str]
    environment: Mapping[str, str] = field(default_factory=dict)

    def command(self, folder: Path, *, unsynced: bool = False) -> list[str]:
        """What is started; `unsynced`: with a disk that keeps nothing until it likes to."""
        acting = [sys.executable, "-m", "tests.reliability.acting"]
        return [*acting, *(["--unsynced"] if unsynced else []), *self.arguments(folder)]

    def prepare(self, folder: Path) -> None:
        """The folder stands as before."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.base, folder)


def acks_in(text: str) -> list[str]:
    """What a command said that it keeps."""
    return [line[4:] for line in text.splitlines() if line.startswith("ACK:")]


# ------------------------------------------------------------------ what may be found


def sound(path: Path) -> None:
    """Raises where the program would not open it, or its check finds anything."""
    with open_workplace(path, create=False, language=LANGUAGE) as place:
        found = place.findings()
    if found:
        raise AssertionError(f"not sound: {found[:3]}")


def ask(path: Path, question: str, *values: object) -> list[tuple[object, ...]]:
    """Rows straight from the file."""
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(question, values).fetchall()


def number(path: Path, question: str, *values: object) -> int:
    """A single number straight from the file."""
    ((found,),) = ask(path, question, *values)
    return int(str(found))


def whole_backups(folder: Path) -> int:
    """How many backups lie in a folder; one that is not whole raises."""
    found = Shelf(folder).backups()
    for backup in found:
        prove(backup)
    return len(found)


def look_at_import(base: Path, folder: Path, acks: Acks) -> str:
    """A second roster over the first: its import with all of its people, or neither."""
    database = folder / "kantor.db"
    sound(database)
    shelf = whole_backups(folder / "kantor-cadangan")
    imports = {str(one) for (one,) in ask(database, "SELECT id FROM imports")}
    if not set(acks) <= imports:
        raise AckLost(f"{acks} of {imports}")
    people = number(database, "SELECT count(*) FROM people")
    rows = number(database, "SELECT max(rows_read) FROM imports")
    imported = len(imports) > 1
    if people != rows or imported is not (people > _people(base)):
        raise AssertionError(f"{people} people of {rows} rows, {len(imports)} imports")
    if imported and not shelf:
        raise AssertionError("imported without a backup before")
    return AFTER if imported else BEFORE


def _people(base: Path) -> int:
    return number(base / "kantor.db", "SELECT count(*) FROM people")


def look_at_record(folder: Path, acks: Acks) -> str:
    """Blocks of counts: each one whole or not there, all that were acknowledged there."""
    database = folder / "kantor.db"
    sound(database)
    question = "SELECT observed_on, count(*) FROM counts WHERE platform = 'tiktok' GROUP BY 1"
    blocks = [one for _, one in ask(database, question)]
    if set(blocks) - {IN_A_BATCH}:
        raise AssertionError(f"a block in part: {blocks}")
    if acks and int(acks[-1]) >= len(blocks):
        raise AckLost(f"block {acks[-1]} of {len(blocks)}")
    return _how_far(len(blocks), BATCHES)


def look_at_fetch(accounts: Mapping[Platform, int], folder: Path, acks: Acks) -> str:
    """Each account at most once and right, at least as many as were acknowledged."""
    database = folder / "kantor.db"
    sound(database)
    question = "SELECT person_id, platform, low FROM counts WHERE source = 'api'"
    stored = ask(database, question)
    expected = {
        (one, str(platform), followers_of(handle_of(platform, one)))
        for platform, most in accounts.items()
        for one in range(1, most + 1)
    }
    if len(set(stored)) != len(stored) or not set(stored) <= expected:
        raise AssertionError(f"{len(stored)} stored, {len(set(stored) - expected)} of them wrong")
    if acks and int(acks[-1]) > len(stored):
        raise AckLost(f"{acks[-1]} of {len(stored)}")
    return _how_far(len(stored), len(expected))


def look_at_reports(folder: Path, acks: Acks) -> str:
    """Each file is wholly the old one or wholly a new one; a new one where that was said."""
    sound(folder / "kantor.db")
    new = 0
    for name in TARGETS:
        is_new = (folder / name).read_bytes() != OLD_REPORT
        if name in acks and not is_new:
            raise AckLost(name)
        new += is_new
    for path in folder.iterdir():
        if path.suffix in (".xlsx", ".pdf") and path.read_bytes() != OLD_REPORT:
            refuse_part_of_a_file(path)
    return _how_far(new, len(TARGETS))


def refuse_part_of_a_file(path: Path) -> None:
    """Raises where it is no whole workbook or document."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        if not (content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")):
            raise AssertionError(f"{path.name}: {len(content)} bytes of a document")
        return
    try:
        with zipfile.ZipFile(path) as whole:
            broken = whole.testzip()
            named = "xl/workbook.xml" in whole.namelist()
    except zipfile.BadZipFile as error:
        raise AssertionError(f"{path.name}: {len(content)} bytes of a workbook") from error
    if broken or not named:
        raise AssertionError(f"{path.name}: {broken}")


def look_at_backup(folder: Path, acks: Acks) -> str:
    """One file for a disk that is carried away."""
    sound(folder / "kantor.db")
    whole = whole_backups(folder / "usb")
    if acks and not whole:
        raise AckLost("no backup")
    return AFTER if whole else BEFORE


def look_at_restore(base: Path, folder: Path, acks: Acks) -> str:
    """A smaller state over a larger one, which is kept."""
    database = folder / "kantor.db"
    sound(database)
    shelf = whole_backups(folder / "kantor-cadangan")
    restored = number(database, "SELECT count(*) FROM people") != _people(base)
    if restored and not shelf:
        raise AssertionError("what stood there before is nowhere")
    if acks and not restored:
        raise AckLost("not restored")
    return AFTER if restored else BEFORE


def look_at_migration(base: Path, folder: Path, acks: Acks) -> str:
    """An office of the first schema, or one of today's with all its rows and a backup."""
    database = folder / "lama.db"
    with closing(sqlite3.connect(database)) as raw:
        found = raw.execute("PRAGMA integrity_check").fetchall()
        orphans = raw.execute("PRAGMA foreign_key_check").fetchall()
    if found != [("ok",)] or orphans:
        raise AssertionError(f"{found[:2]} {orphans[:2]}")
    before, after = rows_of(base / "lama.db"), rows_of(database)
    (version,) = after["alembic_version"]
    shelf = whole_backups(folder / "lama-cadangan")
    if version["version_num"] != schema.REVISIONS[-1]:
        if after != before:
            raise AssertionError("neither before nor after")
        return BEFORE
    if any(len(after[table]) != len(rows) for table, rows in before.items()):
        raise AssertionError("rows are missing")
    if not shelf:
        raise AssertionError("upgraded without a backup")
    sound(database)
    return AFTER


def look_at_erase(folder: Path, acks: Acks) -> str:
    """One person stands in every table, or in none; every backup that is listed is whole."""
    database = folder / "kantor.db"
    sound(database)
    shelf = whole_backups(folder / "kantor-cadangan")
    there = [
        number(database, question, FIRST) > 0
        for question in (
            "SELECT count(*) FROM people WHERE id = ?",
            "SELECT count(*) FROM counts WHERE person_id = ?",
        )
    ]
    if there[0] is not there[1]:
        raise AssertionError("half a person")
    if acks and there[0]:
        raise AckLost("still there")
    if not there[0] and not shelf:
        raise AssertionError("erased without a backup before")
    return BEFORE if there[0] else AFTER


def _how_far(done: int, of: int) -> str:
    return {0: BEFORE, of: AFTER}.get(done, BETWEEN)
