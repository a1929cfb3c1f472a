"""Stored databases of every schema that ever was, as SQL text with rows in every table.

    python -m tests.data.storing          # writes the text of each revision that has none yet

A text is never written anew: it is what an office of that day has on its disk. Whoever adds a step
to the schema adds the rows of its tables to `ROWS`, runs this, and commits the new text.
"""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from app.storage import migrations, schema
from app.storage.bare import APPLICATION_ID
from app.storage.connecting import writer_engine
from app.storage.revisions import upgrade

FOLDER = Path(__file__).parent / "stored_offices"
STEPS = Path(migrations.__file__).parent

NIPS = ("198703142010012001", "197008252002122932")
AT = "2026-10-01T09:00:00"
DAY = "2026-10-01"
BUCKETS = {"rows_read": 3, "new": 2, "changed": 0, "unchanged": 0, "held": 1, "skipped": 0}
PERSON = {
    "name": "Intan Melati",
    "title_front": "",
    "title_back": "S.Sos.",
    "status": "PNS",
    "rank": "III/c",
    "position": "Pranata Humas",
    "organisation": "Diskominfo",
    "unit": "Bidang IKP",
    "job_type": "",
    "echelon": "",
    "phone": "",
    "email": "",
    "note": "",
    "consent": "given",
    "consent_on": DAY,
    "service": "active",
    "touched": 1,
}
COUNT = {
    "person_id": 1,
    "platform": "instagram",
    "low": 1150,
    "high": 1299,
    "exact": 0,
    "observed_on": DAY,
    "source": "import",
    "written": "1,2 rb",
    "recorded_at": AT,
    "recorded_by": "Arum",
    "import_id": 1,
    "source_sheet": 1,
    "source_row": 5,
    "retracted": 0,
    "touched": 1,
}
EVIDENCE = {
    "id": 1,
    "person_id": 1,
    "platform": "instagram",
    "observed_on": DAY,
    "sha256": "a" * 64,
    "kind": "png",
    "original": "b" * 64,
    "added_at": AT,
    "added_by": "Arum",
    "touched": 2,
}
INSERTED = {"action_id": 1, "first_id": 1, "last_id": 2}

Row = tuple[str, dict[str, object]]

RULE = (
    '{"key":"a","name":"","platforms":["instagram","facebook","x"],"needed":1,"threshold":500,'
    '"own_thresholds":{},"strictly":false,"silence_is_no_account":true,"age_limit":null,'
    '"active_within_days":null,"consent_required":false,"facebook_metric":null}'
)
SENT = (
    '{"accounts":{"instagram":{"count":[600,600,true,"2026-10-01","typed","600"]}},'
    f'"consent":"given","name":"Intan Melati","nip":"{NIPS[0]}",'
    '"reasons":[["instagram","met"],["facebook","silent"],["x","silent"]],"verdict":"qualifies"}'
)

ROWS: dict[str, list[Row]] = {
    "0001": [
        ("actions", {"id": 1, "kind": "import", "begun_at": AT, "begun_by": "Arum"}),
        ("actions", {"id": 2, "kind": "count", "begun_at": AT, "begun_by": "Arum"}),
        ("people", {"id": 1, "nip": NIPS[0], **PERSON}),
        ("people", {"id": 2, "nip": NIPS[1], **PERSON, "name": "Bagas Nirwana", "touched": 2}),
        ("inserted_rows", {"table_name": "people", **INSERTED}),
        ("inserted_rows", {"table_name": "counts", **INSERTED}),
        (
            "former_nips",
            {
                "id": 1,
                "person_id": 2,
                "nip": "197008252002122931",
                "replaced_on": DAY,
                "reason": "",
                "touched": 2,
            },
        ),
        (
            "imports",
            {
                "id": 1,
                "action_id": 1,
                "imported_at": AT,
                "imported_by": "Arum",
                "as_of": DAY,
                **BUCKETS,
            },
        ),
        (
            "import_files",
            {"id": 1, "import_id": 1, "name": "a.xlsx", "sha256": "0" * 64, "format": "xlsx"},
        ),
        ("import_sheets", {"id": 1, "import_file_id": 1, "name": "Data", **BUCKETS}),
        (
            "held_rows",
            {
                "id": 1,
                "import_id": 1,
                "sheet_id": 1,
                "source_row": 7,
                "reason": "empty",
                "texts": '{"name":"Tanpa NIP"}',
                "touched": 1,
            },
        ),
        (
            "accounts",
            {
                "id": 1,
                "person_id": 1,
                "platform": "instagram",
                "handle": "intan.melati",
                "handle_kind": "username",
                "written": "@intan.melati",
                "stated_none": 0,
                "unreadable": "",
                "touched": 1,
            },
        ),
        ("counts", {"id": 1, **COUNT}),
        ("counts", {"id": 2, **COUNT, "observed_on": "2026-09-15", "touched": 2, "retracted": 1}),
        (
            "earlier_rows",
            {
                "action_id": 2,
                "table_name": "counts",
                "row_id": 2,
                "content": '{"id":2,"person_id":1,"platform":"instagram","low":1150,"high":1299,'
                '"exact":0,"observed_on":"2026-09-15","source":"import","written":"1,2 rb",'
                f'"recorded_at":"{AT}","recorded_by":"Arum","import_id":1,"source_sheet":1,'
                '"source_row":5,"retracted":0,"touched":1}',
            },
        ),
        (
            "signatories",
            {
                "id": 1,
                "role": "signs",
                "name": "Sekar Maharatri",
                "position": "Kepala Bidang",
                "rank": "",
                "nip": NIPS[1],
                "place_in_order": 1,
            },
        ),
        ("settings", {"key": "clerk", "value": "Arum"}),
    ],
    "0002": [
        (
            "layouts",
            {
                "id": 1,
                "fingerprint": "f",
                "meanings": '["nip","name"]',
                "confirmed_at": AT,
                "touched": 1,
            },
        ),
        ("unit_names", {"id": 1, "written": "bid ikp", "name": "Bidang IKP", "touched": 1}),
    ],
    "0003": [
        ("actions", {"id": 3, "kind": "undo", "begun_at": AT, "begun_by": "Arum"}),
        ("reversals", {"undo_id": 3, "action_id": 2}),
        ("as_of_corrections", {"id": 1, "import_id": 1, "as_of": DAY, "touched": 1}),
    ],
    "0004": [
        (
            "form_rounds",
            {
                "id": 1,
                "issued_at": AT,
                "issued_by": "Arum",
                "due_on": DAY,
                "platforms": "instagram",
            },
        ),
        ("forms", {"id": 1, "round_id": 1, "organisation": "Diskominfo", "file_name": "a.xlsx"}),
        (
            "form_people",
            {
                "form_id": 1,
                "number": 1,
                "person_id": 1,
                "nip": NIPS[0],
                "name": "Intan",
                "printed": "{}",
            },
        ),
        ("form_returns", {"import_id": 1, "form_id": 1, "answered": 1}),
    ],
    "0005": [
        (
            "checked_counts",
            {"id": 1, "count_id": 1, "checked_at": AT, "checked_by": "Arum", "touched": 2},
        ),
    ],
    "0006": [("evidence", EVIDENCE)],
    "0007": [
        (
            "activities",
            {
                "id": 1,
                "person_id": 1,
                "platform": "instagram",
                "checked_on": DAY,
                "last_post": "2026-09-20",
                "source": "typed",
                "recorded_at": AT,
                "recorded_by": "Arum",
                "retracted": 0,
                "touched": 2,
            },
        ),
    ],
    "0008": [
        (
            "clarifications",
            {
                "id": 1,
                "person_id": 1,
                "platform": "instagram",
                "count_id": 1,
                "since": DAY,
                "decision": "explained",
                "innocent": "viral",
                "note": "",
                "decided_at": AT,
                "decided_by": "Arum",
                "retracted": 0,
                "touched": 2,
            },
        ),
    ],
    "0010": [
        (
            "submissions",
            {
                "id": 1,
                "sender_id": "0f5c",
                "sender": "Kabupaten Tirta Jaya",
                "period_kind": "month",
                "first_day": "2026-10-01",
                "revision": 1,
                "as_of": "2026-10-31",
                "rule": RULE,
                "qualifies": 1,
                "not_yet": 0,
                "stale": 0,
                "no_data": 0,
                "snapshot": "ab" * 32,
                "left_out": 0,
                "sending_sha256": "cd" * 32,
                "part": 1,
                "parts": 1,
                "people": 1,
                "written_at": AT,
                "sha256": "ef" * 32,
                "file_name": "Tirta Jaya.xlsx",
                "sheet": "ASN",
                "received_at": AT,
                "received_by": "Arum",
                "touched": 1,
            },
        ),
        (
            "submission_contents",
            {
                "id": 1,
                "sha256": hashlib.sha256(SENT.encode()).hexdigest(),
                "nip": NIPS[0],
                "content": SENT,
            },
        ),
        ("submission_rows", {"submission_id": 1, "row": 2, "content_id": 1}),
    ],
    "0011": [
        (
            "fetch_jobs",
            {
                "id": 1,
                "platform": "instagram",
                "started_at": "2026-10-01T02:00:00.000+00:00",
                "by": "Arum",
                "state": "ended",
                "code": "",
                "calls": 1,
            },
        ),
        (
            "fetch_items",
            {
                "job_id": 1,
                "account_id": 1,
                "person_id": 1,
                "handle": "intan.melati",
                "state": "ok",
                "result": "ok",
                "attempts": 1,
                "code": "",
                "fetched_at": "2026-10-01T02:00:01.000+00:00",
                "action_id": 2,
            },
        ),
        (
            "account_ids",
            {
                "account_id": 1,
                "person_id": 1,
                "handle": "intan.melati",
                "platform_id": "17840000000000001",
                "learned_at": "2026-10-01T02:00:01.000+00:00",
            },
        ),
        (
            "counts_apart",
            {
                "id": 1,
                "person_id": 1,
                "platform": "instagram",
                "low": 0,
                "high": 0,
                "exact": 1,
                "observed_on": DAY,
                "written": "0",
                "before_low": 1150,
                "recorded_at": AT,
                "recorded_by": "Arum",
                "decided_by": "",
                "touched": 2,
            },
        ),
    ],
    "0012": [
        (
            "written_reports",
            {
                "id": 1,
                "written_at": "2026-11-02T09:00:00",
                "written_by": "Arum",
                "os_user": "arum",
                "kinds": "summary,qualifying",
                "period_kind": "month",
                "first_day": "2026-10-01",
                "closing": 1,
                "rule": "{}",
                "as_of": "2026-10-31",
                "snapshot": "0" * 64,
                "content": "1" * 64,
                "sha256": "2" * 64,
                "form": "xlsx",
                "name": "laporan.xlsx",
                "folder": "/laporan",
                "people": 2,
                "masked": 0,
            },
        ),
    ],
}


def rows_of(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table of an office."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        tables = [
            name
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        return {
            table: [dict(row) for row in raw.execute(f"SELECT * FROM {table}")]  # noqa: S608
            for table in tables
        }


def load(path: Path, revision: str) -> Path:
    """A file as an office of that revision has it; built by the steps where no text is stored."""
    text = FOLDER / f"{revision}.sql"
    if not text.exists():
        before = schema.REVISIONS[schema.REVISIONS.index(revision) - 1]
        load(path, before)
        return _advance(path, revision)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA auto_vacuum=INCREMENTAL")
        raw.executescript(text.read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return path


def steps_until(folder: Path, revision: str) -> Path:
    """The steps of the package, without those after `revision`."""

    def later(_: str, names: Iterable[str]) -> set[str]:
        return {name for name in names if name[:4].isdigit() and name[:4] > revision} | {
            "__pycache__"
        }

    shutil.copytree(STEPS, folder, ignore=later)
    return folder


def _advance(path: Path, revision: str) -> Path:
    with tempfile.TemporaryDirectory() as folder:
        engine = writer_engine(path)
        try:
            upgrade(engine, steps_until(Path(folder) / "steps", revision))
        finally:
            engine.dispose()
    return path


def _fill(path: Path, rows: Iterable[Row]) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        for table, values in rows:
            columns, marks = ", ".join(values), ", ".join("?" * len(values))
            raw.execute(
                f"INSERT INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608
                tuple(values.values()),
            )


def store(folder: Path, say: Callable[[str], None]) -> None:
    """Writes what is missing, each one after the step before it."""
    for at, revision in enumerate(schema.REVISIONS):
        text = folder / f"{revision}.sql"
        if text.exists():
            continue
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "kantor.db"
            if at:
                load(path, schema.REVISIONS[at - 1])
            else:
                with closing(sqlite3.connect(path)) as raw:
                    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
                    raw.execute("VACUUM")
            _advance(path, revision)
            _fill(path, ROWS.get(revision, []))
            with closing(sqlite3.connect(path)) as raw:
                text.write_text("\n".join(raw.iterdump()) + "\n", encoding="utf-8")
        say(f"{text.name} {hashlib.sha256(text.read_bytes()).hexdigest()[:12]}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    store(FOLDER, print)
