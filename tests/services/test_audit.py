"""What is done in an office is noted in its audit log, and never a value of it."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.bootstrap import open_safety, open_workplace
from app.domain.audit import Checked, Flaw, Head
from app.domain.backup import Reason
from app.domain.nip import Nip
from app.domain.period import Period, PeriodKind
from app.domain.person import Person
from app.domain.report import ReportBook
from app.domain.rule import RULE_A
from app.domain.written_report import ReportForm
from app.services.beginning import begin_anew
from app.services.job import Job
from app.services.workplace import Workplace
from app.storage.trail import trail_of
from app.wording.language import Language

NAME, NIP = "ZZCANARY Sari", "198703142010012001"
ROSTER = Path("resources/samples/kantor-contoh.xlsx")


def opened(path: Path) -> Workplace:
    return open_workplace(path, create=True, language=Language("en", Path()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kantor.db"


def kinds(place: Workplace) -> list[str]:
    rows = reversed(place.audit.entries())
    return [row.entry.act.kind if row.entry else "changed" for row in rows]


def sound(place: Workplace) -> Checked:
    return place.audit.check(place.backups.heads())


def test_every_act_is_one_line_in_its_order(path: Path) -> None:
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
        place.undoing.undo_last()
        place.undoing.redo_last()
        place.preferences.save(replace(place.preferences.preferences(), age_limit=90))
        place.preferences.save(place.preferences.preferences())
        month = Period.around(PeriodKind.MONTH, date.today())
        place.periods.close(month, RULE_A, date.today(), Job.quiet())
        place.periods.reopen(month, f"kata {NAME}")
        place.backups.make(Reason.ASKED)
        book, target = ReportBook("t", "s", ()), path.with_name("a.xlsx")
        content = place.report.write(book, target, Job.quiet())
        place.report.note(book, target, ReportForm.WORKBOOK, content)
        person = place.people.everyone()[0]
        place.privacy.erasing.erase(person.id, NAME, Job.quiet())
        assert kinds(place) == [
            "begin_log",
            "add_person",
            "undo",
            "redo",
            "settings",
            "close_period",
            "open_period",
            "backup",
            "report",
            # The state is that of the backup above: no other one is needed before.
            "erase",
        ]
        assert sound(place) == Checked(10)


def test_an_import_says_how_many_and_which_file(path: Path) -> None:
    with opened(path) as place:
        applied = place.importing.import_files([ROSTER], date(2026, 11, 20), Job.quiet())
        entries = [one.entry for one in place.audit.entries() if one.entry]
        entry = next(one for one in entries if one.act.kind == "import")
        record = place.importing.history()[0]
    assert applied.import_id == record.id
    assert entry.act.many > 50
    assert entry.act.sha256 == record.files[0].sha256


def test_no_value_ever_stands_in_the_log(path: Path) -> None:
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
        place.importing.import_files([ROSTER], date(2026, 11, 20), Job.quiet())
    content = trail_of(path).read_text("ascii")
    for value in (NIP, "ZZCANARY", ROSTER.name):
        assert value not in content
    # No number that could be a NIP, outside of the hashes.
    assert not re.search(r"\d{18}", re.sub(r"[0-9a-f]{64}", "", content))
    keys = {key for line in content.splitlines() for key in json.loads(line)}
    assert keys == {"n", "at", "who", "kind", "many", "file", "marks", "before", "hash"}


def test_what_a_power_cut_swallowed_is_caught_up_with(path: Path) -> None:
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
        before = trail_of(path).read_bytes()
        place.people.add(Person(Nip("198703142010012002"), "Budi"))
    lines = before.splitlines(keepends=True)
    # Half a line, as a power cut leaves it.
    trail_of(path).write_bytes(before + lines[-1][:40])
    with opened(path) as place:
        assert kinds(place) == ["begin_log", "add_person", "add_person"]
        assert sound(place).flaw is None
    with opened(path) as place:
        assert len(kinds(place)) == 3


def test_a_restore_is_noted_and_nothing_is_noted_twice(path: Path) -> None:
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
        backup = place.backups.make(Reason.ASKED).backup
        place.people.add(Person(Nip("198703142010012002"), "Budi"))
    open_safety(path).restoring.restore(backup, Job.quiet())
    with opened(path) as place:
        place.people.add(Person(Nip("198703142010012003"), "Wati"))
        assert kinds(place)[2:] == ["backup", "add_person", "backup", "restore", "add_person"]
        assert sound(place).flaw is None


def test_the_log_outlives_a_new_beginning(path: Path) -> None:
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
    begin_anew(path, datetime.now)
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
        assert kinds(place) == ["begin_log", "add_person", "begin_anew", "add_person"]


def test_an_older_file_in_the_place_of_the_database_is_noted(path: Path) -> None:
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
    older = path.read_bytes()
    with opened(path) as place:
        place.people.add(Person(Nip("198703142010012002"), "Budi"))
    path.write_bytes(older)
    with opened(path) as place:
        assert kinds(place)[-1] == "older_database"
        place.people.add(Person(Nip("198703142010012003"), "Wati"))
        assert kinds(place)[-1] == "add_person"


def test_a_cut_or_missing_log_is_noticed_by_the_backups(path: Path) -> None:
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
        place.backups.make(Reason.ASKED)
        content = trail_of(path).read_bytes()
        trail_of(path).write_bytes(content.splitlines(keepends=True)[0])
        assert sound(place).flaw is Flaw.CUT
        trail_of(path).unlink()
        assert sound(place).flaw is Flaw.CUT
        findings = place.check(Job.quiet())
        assert [line for line in findings.lines if line.startswith("audit log")]


def test_whoever_only_looks_leaves_no_trace(path: Path) -> None:
    opened(path).close()
    trail_of(path).unlink()
    with open_workplace(path, create=False, language=Language("en", Path())) as place:
        assert place.people.everyone() == []
    assert not trail_of(path).exists()


def test_work_goes_on_where_the_log_cannot_be_written(path: Path) -> None:
    trail_of(path).mkdir()
    with opened(path) as place:
        place.people.add(Person(Nip(NIP), NAME))
        assert len(place.people.everyone()) == 1
        assert place.audit.entries() == []


ADD = """
import sys
from datetime import datetime
from pathlib import Path
from app.services.audit import KeepAudit
audit = KeepAudit(Path(sys.argv[1]), datetime.now)
for number in range(20):
    audit.note("record", number)
"""


def test_several_processes_add_to_one_chain(path: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", ADD, str(path)]) for _ in range(3)]
    assert [one.wait(timeout=60) for one in started] == [0, 0, 0]
    with opened(path) as place:
        assert sound(place) == Checked(61)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX")
def test_only_the_own_account_may_read_the_log(path: Path) -> None:
    opened(path).close()
    assert trail_of(path).stat().st_mode & 0o077 == 0


def test_a_head_that_nobody_wrote_is_a_cut(path: Path) -> None:
    with opened(path) as place:
        assert place.audit.check([Head(1, "0" * 64)]).flaw is Flaw.CUT
