"""A whole office is copied, each file proven, and what was brought in is what opens next."""

from datetime import datetime
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.backup import Reason
from app.domain.errors import Cancelled, DatabaseDamaged
from app.domain.nip import Nip
from app.domain.person import Person
from app.services.beginning import begin_anew, was_lost
from app.services.home_office import home_office, make_home_office
from app.services.job import Job
from app.services.moving import copy_office, free_place, shelf_of
from app.services.workplace import Workplace
from app.storage.database import Database
from app.wording.language import Language


def _opened(path: Path) -> Workplace:
    return open_workplace(path, create=True, language=Language("en", Path()))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "dari" / "kantor.db"
    path.parent.mkdir()
    with _opened(path) as place:
        place.people.add(Person(Nip("198703142010012001"), "Orang"))
        place.backups.make(Reason.ASKED)
        place.people.add(Person(Nip("198703142010012002"), "Orang lain"))
        place.backups.make(Reason.ASKED)
    return path


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and not one.name.endswith(".db")
    }


def test_database_and_backups_arrive_whole(office: Path, tmp_path: Path) -> None:
    target = tmp_path / "ke" / "kantor.db"
    target.parent.mkdir()
    copied = copy_office(office, target, Job.quiet())
    assert (copied.backups, copied.left_out) == (2, ())
    assert _files(target.parent) == _files(office.parent)
    with _opened(target) as place:
        assert place.check(Job.quiet()).lines == []
        assert len(place.people.everyone()) == 2


def test_a_damaged_backup_is_left_out_and_named(office: Path, tmp_path: Path) -> None:
    first = sorted(shelf_of(office).glob("*.gaung"))[0]
    content = bytearray(first.read_bytes())
    content[400] ^= 1
    first.write_bytes(content)
    target = tmp_path / "ke" / "kantor.db"
    target.parent.mkdir()
    copied = copy_office(office, target, Job.quiet())
    assert (copied.backups, copied.left_out) == (1, (first.name,))


def test_a_broken_office_is_not_copied(office: Path, tmp_path: Path) -> None:
    content = bytearray(office.read_bytes())
    content[4096:8192] = bytes(4096)
    office.write_bytes(content)
    target = tmp_path / "ke" / "kantor.db"
    target.parent.mkdir()
    with pytest.raises(DatabaseDamaged):
        copy_office(office, target, Job.quiet())
    assert not target.exists()


def test_half_a_copy_is_no_office(office: Path, tmp_path: Path) -> None:
    class Impatient(Job):
        def step(self, done: int, total: int) -> None:
            if done == total - 1:
                raise Cancelled

    target = tmp_path / "ke" / "kantor.db"
    target.parent.mkdir()
    quiet = Job.quiet()
    with pytest.raises(Cancelled):
        copy_office(office, target, Impatient(quiet._report, quiet._stop))
    assert not target.exists()


def test_a_place_is_free_only_where_nothing_of_another_office_stands(office: Path) -> None:
    assert free_place(office.parent, "kantor.db").name == "kantor-2.db"
    office.unlink()
    assert free_place(office.parent, "kantor.db").name == "kantor-2.db"
    assert free_place(office.parent, "lain.db").name == "lain.db"


def test_the_office_that_was_brought_in_opens_next(tmp_path: Path) -> None:
    own = tmp_path / "data.db"
    assert home_office(own) == own
    Database.open(tmp_path / "data-2.db", create=True).close()
    make_home_office(own, tmp_path / "data-2.db")
    assert home_office(own) == tmp_path / "data-2.db"
    (tmp_path / "data-2.db").unlink()
    assert home_office(own) == own


@pytest.mark.parametrize("words", [b"", b"../../lain.db\n", b"\xff\xfe"])
def test_an_odd_note_leads_nowhere_else(words: bytes, tmp_path: Path) -> None:
    (tmp_path / "kantor.txt").write_bytes(words)
    assert home_office(tmp_path / "data.db") == tmp_path / "data.db"


def test_an_office_is_lost_only_where_somebody_worked_on_it(tmp_path: Path) -> None:
    path = tmp_path / "kantor.db"
    assert not was_lost(path)
    Database.open(path, create=True, alone=True).close()
    assert not was_lost(path)
    path.unlink()
    assert was_lost(path)
    begin_anew(path, datetime.now)
    assert not was_lost(path)
    assert not path.with_name("kantor-rusak").exists()
