"""An import taken back days later: exactly what it wrote, edits since named, and Ctrl+Z reverses it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, select

from app.domain.errors import NipTaken, NothingToUndo, PersonGone
from app.domain.merging import Merge
from app.domain.nip import NipFlaw
from app.domain.person import Consent, Service, Source
from app.domain.platform import Platform
from app.domain.roster import Outcome, PlannedRow
from app.storage.accounts import accounts_of, put_account
from app.storage.actions import Undone, last_redoable, last_undoable, undo
from app.storage.as_of import correct_as_of, dated_counts
from app.storage.counts import record_count, retract_latest
from app.storage.database import Database
from app.storage.held import all_held_rows, change_held, remove_held
from app.storage.import_undo import SETTLE_HELD, undo_import
from app.storage.imports import history_of_imports
from app.storage.merging import merge_people
from app.storage.people import add_person, all_people, change_nip, change_person, person
from app.storage.schema import actions, people
from tests.storage.conftest import Content, Desk, Some, bring, changed_row, new_row

IG = Platform.INSTAGRAM
LATER = date(2026, 12, 5)


def _undo_import(office: Database, import_id: int) -> Undone:
    with office.writing() as tx:
        return undo_import(tx, import_id, "budi", Some.noon)


def _ctrl_z(desk: Desk) -> None:
    newest = desk.ask(last_undoable)
    assert newest is not None
    assert desk.undo(newest).kept == ()


def _ctrl_y(desk: Desk) -> None:
    step = desk.ask(last_redoable)
    assert step is not None
    assert desk.redo(step).kept == ()


def _roster(some: Some, *numbers: int) -> list[PlannedRow]:
    return [
        new_row(some, n, accounts=(some.account(f"p{n}"),), counts=(_of_import(some, 100 * n),))
        for n in numbers
    ]


def _of_import(some: Some, value: int):  # type: ignore[no-untyped-def]
    return some.count(value)._replace(day_of_import=True)


def _merge(stays: int, goes: int, name: str) -> Merge:
    texts = {"name": name}
    return Merge(stays, goes, "", texts, {}, Consent.UNKNOWN, None, Service.ACTIVE)


def _names(desk: Desk) -> list[str]:
    return [one.name for one in desk.ask(all_people)]


def test_an_undone_import_stands_again_after_ctrl_z(
    office: Database, desk: Desk, some: Some
) -> None:
    held = PlannedRow(99, Outcome.HELD, held_for=NipFlaw.NUMERIC)
    _, import_id = bring(office, some, [*_roster(some, 1, 2), held])
    before = desk.content()
    assert _undo_import(office, import_id).kept == ()
    assert not any(desk.content().values())
    (record,) = desk.ask(history_of_imports)
    assert (record.undone_at, record.undone_by) == (some.noon, "budi")
    _ctrl_z(desk)
    assert desk.content() == before
    (record,) = desk.ask(history_of_imports)
    assert (record.undone_at, record.undone_by) == (None, "")
    assert office.check() == []


def test_ctrl_z_after_an_undone_import_touches_no_older_work(
    office: Database, desk: Desk, some: Some
) -> None:
    """It used to take back the newest other action instead."""
    _, import_id = bring(office, some, _roster(some, 1))
    desk.act(lambda tx, a: add_person(tx, a, some.person(5)))
    _undo_import(office, import_id)
    _ctrl_z(desk)
    assert _names(desk) == ["Pegawai 1", "Pegawai 5"]


def test_an_import_is_undone_once(office: Database, some: Some) -> None:
    _, import_id = bring(office, some, _roster(some, 1))
    _undo_import(office, import_id)
    for unknown in (import_id, 99):
        with pytest.raises(NothingToUndo):
            _undo_import(office, unknown)


def test_a_person_edited_by_hand_stays_and_is_named(
    office: Database, desk: Desk, some: Some
) -> None:
    _, import_id = bring(office, some, _roster(some, 1, 2, 3))
    desk.act(lambda tx, a: change_person(tx, a, 2, {"rank": "Penata"}))
    before = desk.content()
    assert _undo_import(office, import_id).kept == ("Pegawai 2",)
    assert _names(desk) == ["Pegawai 2"]
    _ctrl_z(desk)
    assert desk.content() == before


def test_a_person_with_a_new_nip_stays_and_is_named(
    office: Database, desk: Desk, some: Some
) -> None:
    _, import_id = bring(office, some, _roster(some, 1, 2))
    desk.act(lambda tx, a: change_nip(tx, a, 1, some.nip(77), "PNS", some.day))
    assert _undo_import(office, import_id).kept == ("Pegawai 1",)
    assert desk.ask(lambda tx: person(tx, 1)).nip == some.nip(77)
    assert office.check() == []


def test_counts_typed_after_an_import_keep_their_person(
    office: Database, desk: Desk, some: Some
) -> None:
    _, import_id = bring(office, some, _roster(some, 1, 2))
    desk.record(2, some.count(999, day=LATER))
    assert _undo_import(office, import_id).kept == ("Pegawai 2",)
    accounts = desk.ask(lambda tx: accounts_of(tx, 2, LATER))
    assert [(a.handle, a.latest and a.latest.interval.low) for a in accounts] == [(None, 999)]


def test_a_count_taken_out_of_use_since_stays_and_is_named(
    office: Database, desk: Desk, some: Some
) -> None:
    _, import_id = bring(office, some, _roster(some, 1))
    desk.act(lambda tx, a: retract_latest(tx, a, 1, IG, LATER))
    assert _undo_import(office, import_id).kept == ("Pegawai 1",)
    assert office.check() == []


def test_merged_people_stay_and_are_named(office: Database, desk: Desk, some: Some) -> None:
    _, import_id = bring(office, some, _roster(some, 1, 2, 3))
    desk.act(lambda tx, a: merge_people(tx, a, _merge(1, 2, "Ani"), some.day))
    before = desk.content()
    assert _undo_import(office, import_id).kept == ("Ani",)
    assert _names(desk) == ["Ani"]
    _ctrl_z(desk)
    assert desk.content() == before
    _ctrl_z(desk)
    assert _names(desk) == ["Pegawai 1", "Pegawai 2", "Pegawai 3"]


def test_what_was_changed_before_a_merge_and_is_gone_is_named_still(
    office: Database, desk: Desk, some: Some
) -> None:
    for number in (1, 2):
        desk.act(lambda tx, a, n=number: add_person(tx, a, some.person(n)))
    _, import_id = bring(office, some, [changed_row(some, 2, 2, {"rank": "III/b"})])
    desk.act(lambda tx, a: merge_people(tx, a, _merge(1, 2, "Ani"), some.day))
    assert _undo_import(office, import_id).kept == ("Pegawai 2",)


def test_a_corrected_day_does_not_protect_counts_from_the_undo(
    office: Database, desk: Desk, some: Some
) -> None:
    _, import_id = bring(office, some, _roster(some, 1, 2))
    desk.act(lambda tx, a: correct_as_of(tx, a, import_id, LATER))
    before = desk.content()
    assert _undo_import(office, import_id).kept == ()
    assert not any(desk.content().values())
    _ctrl_z(desk)
    assert desk.content() == before
    (record,) = desk.ask(history_of_imports)
    assert (record.as_of, record.as_of_said) == (LATER, some.day)


def test_rows_that_a_later_import_changed_stay_and_are_named(
    office: Database, desk: Desk, some: Some
) -> None:
    _, first = bring(office, some, _roster(some, 1, 2))
    change = changed_row(some, 1, 1, {"rank": "III/b"}, counts=(some.count(7, day=LATER),))
    _, second = bring(office, some, [change])
    assert _undo_import(office, first).kept == ("Pegawai 1",)
    assert desk.ask(lambda tx: person(tx, 1)).rank == "III/b"
    assert _undo_import(office, second).kept == ()
    assert not any(desk.content().values())


def test_imports_undone_the_oldest_first_leave_nothing_and_come_back_one_by_one(
    office: Database, desk: Desk, some: Some
) -> None:
    desk.act(lambda tx, a: add_person(tx, a, some.person(9, name="Sudah ada")))
    states = [desk.content()]
    ids = []
    for step in range(3):
        rows = [
            changed_row(some, 9, 1, {"rank": f"{step}"}, accounts=(some.account(f"a{step}"),)),
            *_roster(some, 10 + step),
            PlannedRow(50 + step, Outcome.HELD, held_for=NipFlaw.NUMERIC),
        ]
        ids.append(bring(office, some, rows)[1])
        states.append(desk.content())
    before = [desk.content()]
    for import_id in ids:
        _undo_import(office, import_id)
        before.append(desk.content())
    assert desk.content() == states[0]
    for state in reversed(before[:-1]):
        _ctrl_z(desk)
        assert desk.content() == state
    for state in reversed(states[:-1]):
        _ctrl_z(desk)
        assert desk.content() == state


def _held_rows(office: Database, some: Some, *numbers: int) -> int:
    rows = [PlannedRow(n, Outcome.HELD, held_for=NipFlaw.NUMERIC) for n in numbers]
    return bring(office, some, rows)[1]


def test_a_waiting_row_finished_meanwhile_stays_as_a_person_and_is_named(
    office: Database, desk: Desk, some: Some
) -> None:
    import_id = _held_rows(office, some, 7, 8)

    def finish(tx: Connection, a: int) -> None:
        tx.execute(actions.update().where(actions.c.id == a).values(kind=SETTLE_HELD))
        add_person(tx, a, some.person(1, name="Tanpa NIP"))
        remove_held(tx, a, [1])

    desk.act(finish)
    assert _undo_import(office, import_id).kept == ("Tanpa NIP",)
    assert _names(desk) == ["Tanpa NIP"]
    assert desk.ask(all_held_rows) == []


def test_a_waiting_row_typed_over_meanwhile_waits_on_and_is_named(
    office: Database, desk: Desk, some: Some
) -> None:
    import_id = _held_rows(office, some, 7, 8)
    typed = {"name": "Dewi", "nip": "123"}
    desk.act(lambda tx, a: change_held(tx, a, 2, NipFlaw.LENGTH, typed))
    assert _undo_import(office, import_id).kept == ("Dewi",)
    assert [row.texts for row in desk.ask(all_held_rows)] == [typed]


def test_a_corrected_day_reaches_the_counts_that_took_it_and_no_others(
    office: Database, desk: Desk, some: Some
) -> None:
    own = some.count(50)  # the very day of the import, but from the file itself
    _, import_id = bring(office, some, [*_roster(some, 1), new_row(some, 2, counts=(own,))])
    bring(office, some, _roster(some, 3))
    before = desk.content()
    found = desk.ask(lambda tx: dated_counts(tx, import_id))
    assert (found.of_import, found.own) == (1, 1)
    action, moved = desk.act(lambda tx, a: correct_as_of(tx, a, import_id, LATER))
    assert moved == 1
    days = {
        number: desk.ask(lambda tx, n=number: accounts_of(tx, n, LATER))[0].latest
        for number in (1, 2, 3)
    }
    assert [days[n] and days[n].observed_on for n in (1, 2, 3)] == [LATER, some.day, some.day]
    desk.undo(action)
    assert desk.content() == before


def test_the_newest_count_follows_a_corrected_day(office: Database, desk: Desk, some: Some) -> None:
    _, import_id = bring(office, some, _roster(some, 6))
    desk.record(1, some.count(20, day=date(2026, 11, 2)))
    assert desk.ask(lambda tx: accounts_of(tx, 1, LATER))[0].latest.interval.low == 20  # type: ignore[union-attr]
    desk.act(lambda tx, a: correct_as_of(tx, a, import_id, date(2026, 11, 3)))
    assert desk.ask(lambda tx: accounts_of(tx, 1, LATER))[0].latest.interval.low == 600  # type: ignore[union-attr]


def test_waiting_rows_follow_a_corrected_day(office: Database, desk: Desk, some: Some) -> None:
    import_id = _held_rows(office, some, 7)
    desk.act(lambda tx, a: correct_as_of(tx, a, import_id, LATER))
    assert [row.as_of for row in desk.ask(all_held_rows)] == [LATER]


def test_undoing_and_standing_again_ask_the_database_in_blocks(
    office: Database, some: Some
) -> None:
    """Row by row, 20,000 people took three minutes to come back."""
    _, import_id = bring(office, some, _roster(some, *range(1, 400)))
    asked: list[str] = []

    def count(*heard: object) -> None:
        asked.append(str(heard[2]))

    with office.writing() as tx:
        event.listen(tx, "before_cursor_execute", count)
        undo_import(tx, import_id, "budi", some.noon)
    with office.writing() as tx:
        event.listen(tx, "before_cursor_execute", count)
        newest = last_undoable(tx)
        assert newest is not None
        assert undo(tx, newest, "budi", some.noon).restored == 3 * 399
    assert len(asked) < 200, "some for each table, none for each row"


# -- anything, in any order ---------------------------------------------------------------------

_STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("import", "import", "edit", "count", "merge", "day", "nip", "undo", "undo")
        ),
        st.integers(1, 6),
        st.integers(1, 6),
    ),
    min_size=1,
    max_size=12,
)


def _import_some(office: Database, desk: Desk, some: Some, who: int, value: int) -> None:
    """New where nobody has the number, changed where somebody has it."""
    by_nip = {one.nip.digits: one.id for one in desk.ask(all_people)}
    rows: list[PlannedRow] = [PlannedRow(90 + value, Outcome.HELD, held_for=NipFlaw.NUMERIC)]
    for number in {who, value, who % 6 + 1}:
        parts = {
            "accounts": (some.account(f"a{number}{value}"),),
            "counts": (_of_import(some, 10 * who + value),),
        }
        known = by_nip.get(some.nip(number).digits)
        if known is None:
            rows.append(new_row(some, number, **parts))
        else:
            rows.append(changed_row(some, number, known, {"rank": f"{who}{value}"}, **parts))
    bring(office, some, rows)


def _step(office: Database, desk: Desk, some: Some, step: tuple[str, int, int]) -> bool:
    """False where nothing was done."""
    kind, who, value = step
    everyone = [one.id for one in desk.ask(all_people)]
    standing = [one.id for one in desk.ask(history_of_imports) if one.undone_at is None]
    if kind == "import":
        _import_some(office, desk, some, who, value)
        return True
    if kind in ("undo", "day"):
        if not standing:
            return False
        import_id = standing[who % len(standing)]
        if kind == "undo":
            _undo_import(office, import_id)
        else:
            day = date(2026, 12, value)
            desk.act(lambda tx, a: correct_as_of(tx, a, import_id, day))
        return True
    if not everyone:
        return False
    person_id, other = everyone[who % len(everyone)], everyone[value % len(everyone)]
    if kind == "merge" and person_id == other:
        return False

    def work(tx: Connection, a: int) -> None:
        if kind == "edit":
            change_person(tx, a, person_id, {"unit": f"{value}"})
            put_account(tx, a, person_id, some.account(f"hand{value}"))
        elif kind == "count":
            count = some.count(value, IG, date(2026, 10, value))
            record_count(tx, a, person_id, count, Source.TYPED, "ani", some.noon)
        elif kind == "nip":
            change_nip(tx, a, person_id, some.nip(value), "", some.day)
        else:
            merge_people(tx, a, _merge(person_id, other, "Satu"), some.day)

    try:
        desk.act(work)
    except (NipTaken, PersonGone):
        return False
    return True


def _perform(
    office: Database, desk: Desk, some: Some, steps: Sequence[tuple[str, int, int]]
) -> list[Content]:
    """Does the steps; gives what stood in the tables before each that did something."""
    states = []
    for step in steps:
        before = desk.content()
        if _step(office, desk, some, step):
            states.append(before)
    return states


_QUICK = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_QUICK
@given(steps=_STEPS)
def test_ctrl_z_returns_through_every_state_also_over_undone_imports(
    steps: list[tuple[str, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    some = Some()
    with Database.open(_fresh(tmp_path_factory), create=True) as office:
        desk = Desk(office)
        for before in reversed(_perform(office, desk, some, steps)):
            _ctrl_z(desk)
            assert desk.content() == before
        assert desk.ask(last_undoable) is None
        assert office.check() == []


@_QUICK
@given(steps=_STEPS, walk=st.lists(st.booleans(), min_size=1, max_size=24))
def test_ctrl_z_and_ctrl_y_walk_back_and_forth_through_the_same_states(
    steps: list[tuple[str, int, int]], walk: list[bool], tmp_path_factory: pytest.TempPathFactory
) -> None:
    some = Some()
    with Database.open(_fresh(tmp_path_factory), create=True) as office:
        desk = Desk(office)
        states = [*_perform(office, desk, some, steps), desk.content()]
        at = len(states) - 1
        for back in walk:
            if back and at > 0:
                _ctrl_z(desk)
                at -= 1
            elif not back and at < len(states) - 1:
                _ctrl_y(desk)
                at += 1
            assert desk.content() == states[at]
        assert (desk.ask(last_redoable) is not None) == (at < len(states) - 1)
        assert office.check() == []


def test_nothing_is_done_again_once_something_new_was_done(
    office: Database, desk: Desk, some: Some
) -> None:
    desk.act(lambda tx, a: add_person(tx, a, some.person(1)))
    _ctrl_z(desk)
    desk.act(lambda tx, a: add_person(tx, a, some.person(2)))
    assert desk.ask(last_redoable) is None


@_QUICK
@given(steps=_STEPS, order=st.permutations(range(12)))
def test_imports_undone_in_any_order_leave_only_what_was_done_by_hand(
    steps: list[tuple[str, int, int]], order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    some = Some()
    with Database.open(_fresh(tmp_path_factory), create=True) as office:
        desk = Desk(office)
        _perform(office, desk, some, steps)
        by_hand = any(kind not in ("import", "undo", "day") for kind, _, _ in steps)
        standing = [one.id for one in desk.ask(history_of_imports) if one.undone_at is None]
        for place in order:
            if place < len(standing):
                _undo_import(office, standing[place])
        if not by_hand:
            assert not any(desk.content().values())
        _untouched_is_gone(desk)
        assert office.check() == []


def _untouched_is_gone(desk: Desk) -> None:
    """Whoever still stands without a word by hand was not brought by an undone import alone."""
    undone = select(actions.c.id).where(actions.c.undone_at.is_not(None))
    query = select(people.c.id).where(people.c.touched.in_(undone))
    for person_id in desk.ask(lambda tx: tx.execute(query).scalars().all()):
        # Only counts, accounts or numbers that somebody wrote since can have held them here.
        found = desk.ask(lambda tx, p=person_id: accounts_of(tx, p, date(2027, 1, 1)))
        assert found


def _fresh(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("office") / "office.db"
