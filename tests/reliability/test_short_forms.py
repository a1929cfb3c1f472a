"""The short forms of the trials beside this file: seconds, where the long ones take an hour."""

import os
import shutil
import signal
import sqlite3
import traceback
import warnings
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from app.bootstrap import open_workplace
from app.domain.errors import AppError
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.reliability import cuts, matrix, works
from tests.reliability.offices import Offices
from tests.reliability.trial import Desk
from tests.services.backups.test_interrupted import each_step

DAY = date(2026, 11, 20)
ENGLISH = Language("en", Path())
PEOPLE = 6
KILLS = 4
"""Spread over the statements of a piece of work; the long form kills at any moment."""

Act = Callable[[Workplace], object]

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed in the middle")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "kantor"
    folder.mkdir()
    with open_workplace(folder / "kantor.db", create=True, language=ENGLISH) as place:
        for number in range(1, PEOPLE):
            place.people.add(Person(Nip(f"198703142010012{number:03}"), f"Orang {number}"))
    return folder


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    raise OperationalError("a statement", {}, error)


def in_a_child(path: Path, act: Act, number: int, what: Callable[[], None]) -> str:
    """How it ended, with `what` before the statement or commit of this number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of others do not matter here
        child = os.fork()
    if child == 0:
        os._exit(_acted(path, act, number, what))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return {0: "done", 3: "refused", 5: "over"}.get(os.WEXITSTATUS(status), "faulty")


def _acted(path: Path, act: Act, number: int, what: Callable[[], None]) -> int:
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            what()

    try:
        with open_workplace(path, create=False, language=ENGLISH) as place:
            event.listen(Engine, "before_cursor_execute", count)
            event.listen(Engine, "commit", count)
            act(place)
    except AppError:
        return 3
    except BaseException:
        traceback.print_exc()
        return 1
    return 0 if seen >= number else 5


def statements_of(office: Path, act: Act, scratch: Path) -> int:
    """How many there are, asked of a copy."""
    shutil.copytree(office, scratch)
    seen = [0]

    def count(*_: object) -> None:
        seen[0] += 1

    with open_workplace(scratch / "kantor.db", create=False, language=ENGLISH) as place:
        event.listen(Engine, "before_cursor_execute", count)
        event.listen(Engine, "commit", count)
        try:
            act(place)
        finally:
            event.remove(Engine, "before_cursor_execute", count)
            event.remove(Engine, "commit", count)
    return seen[0]


def counted(path: Path) -> tuple[int, int, int]:
    """People, counts and imports of a sound office."""
    works.sound(path)
    with closing(sqlite3.connect(path)) as raw:
        tables = ("people", "counts", "imports")
        found = [
            raw.execute(f"SELECT count(*) FROM {one}").fetchone()[0]  # noqa: S608
            for one in tables
        ]
    return found[0], found[1], found[2]


def brought(office: Path) -> Act:
    """An import of more people, out of a block that was pasted: no child has to read a file."""
    lines = [f"198703142010012{number:03}\tOrang {number}\t{number}00" for number in range(3, 9)]
    text = "\n".join(["NIP\tNama\tFollowers IG", *lines])

    def act(place: Workplace) -> object:
        with place.importing.read_pasted(text, "Tempelan", Job.quiet()) as source:
            plan = place.importing.plan([source], DAY, Job.quiet())
            return place.importing.apply(plan, Job.quiet())

    return act


def typed(office: Path) -> Act:
    """A block of counts."""

    def act(place: Workplace) -> object:
        people = [one.id for one in place.people.everyone()]
        entries = [Entry(one, Platform.INSTAGRAM, "700") for one in people]
        return place.recording.record(entries, DAY)

    return act


def erased(office: Path) -> Act:
    """A person who has counts."""
    with open_workplace(office / "kantor.db", create=False, language=ENGLISH) as place:
        typed(office)(place)

    def act(place: Workplace) -> object:
        place.privacy.erasing.finish()
        for one in place.people.everyone():
            if one.name == "Orang 1":
                return place.privacy.erasing.erase(one.id, one.name, Job.quiet())
        return None

    return act


@forking
@pytest.mark.parametrize(
    ("prepared", "what"), [(brought, die), (brought, refuse), (typed, die), (erased, die)]
)
def test_stopped_at_any_statement_all_is_there_or_nothing_and_it_runs_again(
    prepared: Callable[[Path], Act], what: Callable[[], None], office: Path, tmp_path: Path
) -> None:
    act = prepared(office)
    before = counted(office / "kantor.db")
    whole = statements_of(office, act, tmp_path / "whole")
    after = counted(tmp_path / "whole" / "kantor.db")
    assert after != before
    run = tmp_path / "run"
    states = set()
    for number in range(1, whole + 1, max(1, whole // KILLS)):
        shutil.rmtree(run, ignore_errors=True)
        shutil.copytree(office, run)
        end = in_a_child(run / "kantor.db", act, number, what)
        assert end in (("killed",) if what is die else ("refused", "done")), number
        states.add(found := counted(run / "kantor.db"))
        assert found in (before, after), number
        assert end != "done" or found == after
        if found == before:
            assert in_a_child(run / "kantor.db", act, 0, what) == "done"
            assert counted(run / "kantor.db") == after
    assert before in states


@forking
def test_a_report_killed_at_any_step_leaves_the_old_one_or_a_whole_new_one(office: Path) -> None:
    target = office / "laporan.xlsx"

    def prepare() -> None:
        target.write_bytes(works.OLD_REPORT)

    def act() -> None:
        with open_workplace(office / "kantor.db", create=False, language=ENGLISH) as place:
            found = place.standings.under(RULE_A, DAY, Job.quiet())
            book = place.report.build(found.people, RULE_A, DAY, place.preferences.office())
            place.report.write(book, target, Job.quiet())

    seen = set()
    for end in each_step(office, die, prepare, act):
        assert end != "faulty"
        if target.read_bytes() != works.OLD_REPORT:
            works.refuse_part_of_a_file(target)
        seen.add(target.read_bytes() == works.OLD_REPORT)
        assert counted(office / "kantor.db")[0] == PEOPLE - 1
    assert seen == {True, False}


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace records what the disk is asked")
def test_a_power_cut_corrupts_nothing_and_loses_nothing_that_was_acknowledged(
    tmp_path: Path,
) -> None:
    work = Offices(tmp_path / "offices", 40).work("import")
    desk = Desk(tmp_path / "run", tmp_path / "home")
    assert cuts.cut_off(work, desk, times=20).wrong == []
    control = cuts.cut_off(work, desk, times=20, unsynced=True)
    assert control.wrong, "where nothing is synced a cut has to do harm"


def test_a_day_of_an_office_is_the_same_in_every_language_and_zone(tmp_path: Path) -> None:
    places = (("C", "Asia/Jakarta"), ("tr_TR.UTF-8", "Pacific/Kiritimati"))
    first, other = [
        matrix.at_moments(locale, zone, tmp_path / str(number))
        for number, (locale, zone) in enumerate(places)
    ]
    assert [one["today"] for one in first] == ["2026-12-31", "2028-02-29", "2027-01-01"]
    assert all(one["found"] == [] for one in first)
    assert other == first
