"""The whole office as one folder: made whole or not at all, compared, and brought back knowingly."""

from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import look_into, open_safety, open_workplace, run
from app.domain.backup import Reason
from app.domain.errors import Cancelled, DiskFull, NotOurDatabase, OfficeHeld
from app.domain.evidence import Place
from app.domain.nip import Nip
from app.domain.office_errors import HalfWritten, NotPortable, OnlyLooking, PortableChanged
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.backups.restoring import Restored
from app.services.job import Job
from app.services.portable import making
from app.services.portable.looking import FOLDER, Newer
from app.services.workplace import Workplace
from app.storage.bare import connected
from app.wording.language import Language
from tests.services.evidence.conftest import pasted
from tests.storage.test_portable import cut_off

ENGLISH = Language("en", Path())


def opened(path: Path) -> Workplace:
    return open_workplace(path, create=True, language=ENGLISH, alone=True)


def somebody(place: Workplace, serial: int) -> int:
    return place.people.add(Person(Nip(f"19870314201001{serial:04}"), f"Orang {serial}"))


def names(path: Path) -> list[str]:
    with look_into(path, ENGLISH) as place:
        return sorted(one.name for one in place.people.everyone())


def state(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "pc" / "data.db"
    path.parent.mkdir()
    with opened(path) as place:
        one = somebody(place, 1001)
        where = Place(one, Platform.INSTAGRAM, date(2026, 11, 20))
        place.evidence.add(where, [pasted("bukti")], Job.quiet())
        place.backups.make(Reason.ASKED)
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


@pytest.fixture
def portable(desk: Path, stick: Path) -> Path:
    with opened(desk) as place:
        return place.portable.make(stick, Job.quiet()).database


class Stopped(Job):
    """Cancelled at one step."""

    def __init__(self, at: int) -> None:
        quiet = Job.quiet()
        super().__init__(quiet._report, quiet._stop)
        self.left = at

    def step(self, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_everything_of_the_office_is_in_the_folder(desk: Path, stick: Path) -> None:
    with opened(desk) as place:
        made = place.portable.make(stick, Job.quiet())
    assert made.database == stick / FOLDER / "data.db"
    assert (made.pictures, made.backups, made.left_out) == (1, 1, ())
    found = {one.relative_to(stick / FOLDER).parts[0] for one in (stick / FOLDER).rglob("*")}
    assert found == {
        "BACA DULU.txt",
        "Laporan",
        "data-bukti",
        "data-cadangan",
        "data-jejak.jsonl",
        "data.db",
        "gaung-portabel.json",
    }
    with opened(made.database) as there:
        assert there.portable.is_one
        assert there.check(Job.quiet()).lines == []
        assert [one.name for one in there.people.everyone()] == ["Orang 1001"]


def test_the_note_says_that_it_is_personal_data_and_not_encrypted(portable: Path) -> None:
    words = (portable.parent / "BACA DULU.txt").read_text("utf-8-sig")
    assert "not encrypted" in words
    assert "BitLocker To Go" in words
    assert "3x24" in words


def test_what_was_made_is_in_both_logs(desk: Path, portable: Path) -> None:
    for path in (desk, portable):
        with look_into(path, ENGLISH) as place:
            newest = place.audit.entries()[0].entry
            assert newest is not None
            assert (newest.act.kind, newest.act.many) == ("make_portable", 1)


def test_stopped_at_any_step_nothing_is_left_behind(desk: Path, stick: Path) -> None:
    (stick / "surat.txt").write_text("x")
    stops = 0
    with opened(desk) as place:
        while True:
            try:
                place.portable.make(stick, Stopped(stops))
                break
            except Cancelled:
                stops += 1
                assert [one.name for one in stick.iterdir()] == ["surat.txt"]
                assert place.portable.known() is None
    assert stops == 3


def test_what_a_killed_program_left_is_cleared_and_no_office(desk: Path, stick: Path) -> None:
    left = stick / "~gaung-portabel-1234"
    left.mkdir()
    (left / "data.db").write_bytes(b"half")
    with opened(desk) as place:
        with pytest.raises(NotPortable):
            place.portable.offer(stick, Job.quiet())
        place.portable.make(stick, Job.quiet())
    assert [one.name for one in stick.iterdir()] == [FOLDER]


def test_a_folder_of_that_name_that_is_no_office_is_not_touched(desk: Path, stick: Path) -> None:
    (stick / FOLDER).mkdir()
    (stick / FOLDER / "foto.jpg").write_bytes(b"x")
    with opened(desk) as place, pytest.raises(NotOurDatabase):
        place.portable.make(stick, Job.quiet())
    assert state(stick) == {f"{FOLDER}/foto.jpg": b"x"}


def test_where_it_does_not_fit_nothing_is_begun(
    desk: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_SPARE", 1 << 60)
    with opened(desk) as place, pytest.raises(DiskFull):
        place.portable.make(stick, Job.quiet())
    assert list(stick.iterdir()) == []


def test_one_that_nobody_worked_on_is_brought_up_to_date(desk: Path, portable: Path) -> None:
    with opened(desk) as place:
        somebody(place, 1002)
        assert place.portable.known().newer is Newer.HERE
        place.portable.make(portable.parent.parent, Job.quiet())
        assert place.portable.known().newer is Newer.NEITHER
    assert names(portable) == ["Orang 1001", "Orang 1002"]
    with opened(portable) as there:
        assert there.check(Job.quiet()).lines == []


@pytest.mark.parametrize("stops", [0, 1, 2])
def test_stopped_while_it_is_brought_up_to_date_the_older_one_stands(
    desk: Path, portable: Path, stops: int
) -> None:
    with opened(desk) as place:
        somebody(place, 1002)
        with pytest.raises(Cancelled):
            place.portable.make(portable.parent, Stopped(stops))
        assert names(portable) == ["Orang 1001"]
        place.portable.make(portable.parent, Job.quiet())
    assert names(portable) == ["Orang 1001", "Orang 1002"]


def test_one_that_somebody_worked_on_is_never_written_over(desk: Path, portable: Path) -> None:
    with opened(portable) as there:
        somebody(there, 1003)
    before = state(portable.parent)
    with opened(desk) as place:
        assert place.portable.known().newer is Newer.THERE
        with pytest.raises(PortableChanged):
            place.portable.make(portable.parent, Job.quiet())
        somebody(place, 1004)
        assert place.portable.known().newer is Newer.BOTH
        with pytest.raises(PortableChanged):
            place.portable.make(portable.parent, Job.quiet())
    assert state(portable.parent) == before


def test_one_of_another_office_is_never_written_over(portable: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain" / "data.db"
    other.parent.mkdir()
    with opened(other) as place, pytest.raises(PortableChanged):
        place.portable.make(portable.parent, Job.quiet())
    assert names(portable) == ["Orang 1001"]


def test_one_that_is_open_is_not_written(desk: Path, portable: Path) -> None:
    with opened(portable), opened(desk) as place, pytest.raises(OfficeHeld):
        place.portable.make(portable.parent, Job.quiet())


def test_an_erased_person_goes_from_the_stick_when_it_is_brought_up_to_date(
    desk: Path, portable: Path
) -> None:
    with opened(desk) as place:
        (one,) = place.people.everyone()
        erased = place.privacy.erasing.erase(one.id, one.name, Job.quiet())
        assert "portable" in {copy.kind for copy in erased.copies}
        purged = place.privacy.erasing.purge(erased, Job.quiet())
        assert [path for path, _ in purged.failed] == [portable.parent]
        newest = place.audit.entries()[0].entry
        assert newest is not None
        assert (newest.act.kind, newest.act.many) == ("purge", purged.rewritten + purged.removed)
        place.portable.make(portable.parent, Job.quiet())
        left = place.privacy.erasing._copies.holding(erased.whose, Job.quiet())
        assert left == []
    for content in state(portable.parent).values():
        assert b"198703142010011001" not in content
    assert list((portable.parent / "data-bukti").glob("*.png")) == []


def take(desk: Path, stick: Path) -> Restored:
    with opened(desk) as place:
        offer = place.portable.offer(stick, Job.quiet())
        prepared = place.portable.prepare(offer, Job.quiet())
    return open_safety(desk).restoring.finish(prepared)


def test_work_on_the_stick_comes_back_and_can_be_undone(desk: Path, portable: Path) -> None:
    with opened(portable) as there:
        somebody(there, 1003)
    restored = take(desk, portable.parent.parent)
    assert names(desk) == ["Orang 1001", "Orang 1003"]
    assert [one.name for one in desk.parent.glob("~gaung*")] == []
    with opened(desk) as place:
        assert place.check(Job.quiet()).lines == []
        assert place.portable.known().newer is Newer.NEITHER
        # The two are the same again: the one on the stick may be filled anew.
        somebody(place, 1005)
        place.portable.make(portable.parent, Job.quiet())
    assert names(portable) == ["Orang 1001", "Orang 1003", "Orang 1005"]
    assert restored.before is not None
    open_safety(desk).restoring.restore(restored.before.backup, Job.quiet())
    assert names(desk) == ["Orang 1001"]


def test_what_would_be_missing_is_said_before(desk: Path, portable: Path) -> None:
    with opened(desk) as place:
        somebody(place, 1002)
        offer = place.portable.offer(portable.parent, Job.quiet())
        assert (offer.newer, offer.loss.people) == (Newer.HERE, 1)
        assert offer.there.holding.people == 1
        offer.forget()
    assert [one.name for one in desk.parent.glob("~gaung*")] == []


def test_an_empty_office_of_a_new_computer_takes_it_too(portable: Path, tmp_path: Path) -> None:
    new = tmp_path / "baru" / "data.db"
    new.parent.mkdir()
    opened(new).close()
    take(new, portable.parent)
    assert names(new) == ["Orang 1001"]


def test_what_was_cut_off_on_the_stick_is_taken_back_before_it_is_brought_back(
    desk: Path, portable: Path
) -> None:
    with opened(portable) as there:
        somebody(there, 1003)
    cut_off(portable)
    with pytest.raises(HalfWritten):
        look_into(portable, ENGLISH)
    take(desk, portable.parent)
    assert names(desk) == ["Orang 1001", "Orang 1003"]
    with connected(desk, "mode=ro", ()) as raw:
        assert raw.execute("SELECT count(*) FROM settings WHERE key LIKE 'half%'").fetchone() == (
            0,
        )


def test_a_look_at_the_stick_writes_nothing_whatever_is_tried(portable: Path) -> None:
    before = state(portable.parent)
    with look_into(portable, ENGLISH) as place:
        assert place.only_looking
        (one,) = place.people.everyone()
        where = Place(one.id, Platform.INSTAGRAM, date(2026, 11, 21))
        attempts = [
            lambda: somebody(place, 1009),
            lambda: place.evidence.add(where, [pasted("lain")], Job.quiet()),
            lambda: place.backups.make(Reason.ASKED),
            lambda: place.preferences.save_office(place.preferences.office()),
            lambda: place.backups.remove(place.backups.backups()),
            lambda: place.privacy.erasing.erase(one.id, one.name, Job.quiet()),
        ]
        for attempt in attempts:
            with pytest.raises(OnlyLooking):
                attempt()
        place.preferences.remember("table", "x")
        place.audit.note("report")
        assert place.backups.daily() is None
        assert place.check(Job.quiet()).lines == []
    assert state(portable.parent) == before


def test_the_command_line_makes_one_and_reads_from_it(
    desk: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["portable", str(stick), "--database", str(desk)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("ACK:portable\n")
    assert str(stick / FOLDER) in said
    assert "BitLocker" in said
    made = stick / FOLDER / "data.db"
    assert run(["standings", "--database", str(made)]) == 0
    assert run(["check", "--database", str(made)]) == 0
    assert run(["portable", str(stick / "nowhere"), "--database", str(desk)]) == 3
