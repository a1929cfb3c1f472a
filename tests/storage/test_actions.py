"""Undo: what an action wrote goes back exactly, what was edited since stays and is named."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from app.domain.errors import NipTaken, NothingToUndo, PersonGone
from app.domain.person import Consent, Service, Source
from app.domain.platform import Platform
from app.storage import schema
from app.storage.accounts import put_account
from app.storage.actions import action, begin, last_undoable
from app.storage.counts import record_count, retract_latest
from app.storage.database import Database
from app.storage.people import (
    add_person,
    change_nip,
    change_person,
    person,
    set_consent,
    set_service,
)
from tests.storage.conftest import Content, Desk, Some


def _added(desk: Desk, some: Some, number: int = 1, **texts: str) -> tuple[int, int]:
    """The action and the id of a new person."""
    return desk.act(lambda tx, a: add_person(tx, a, some.person(number, **texts)))


def test_adding_a_person_is_undone(desk: Desk, some: Some) -> None:
    before = desk.content()
    action_id, _ = _added(desk, some)
    result = desk.undo(action_id)
    assert desk.content() == before
    assert (result.restored, result.kept) == (1, ())


def test_a_change_is_undone_to_the_very_row_before(desk: Desk, some: Some) -> None:
    _, ani = _added(desk, some, name="Ani", note='{"a": "é \\n"}')
    before = desk.content()

    def work(tx: Connection, a: int) -> None:
        change_person(tx, a, ani, {"name": "Ani Lestari"})
        change_person(tx, a, ani, {"name": "Ani L.", "rank": "Penata"})
        change_nip(tx, a, ani, some.nip(9), "PNS", some.day)
        put_account(tx, a, ani, some.account())
        put_account(tx, a, ani, some.account("lain"))

    action_id, _ = desk.act(work)
    assert desk.undo(action_id).kept == ()
    assert desk.content() == before


def test_a_retracted_count_is_back_after_undo(desk: Desk, some: Some) -> None:
    _, ani = _added(desk, some)
    desk.record(ani, some.count(500))
    before = desk.content()
    action_id, _ = desk.act(lambda tx, a: retract_latest(tx, a, ani, Platform.INSTAGRAM, some.day))
    assert desk.content() != before
    desk.undo(action_id)
    assert desk.content() == before


def test_a_row_edited_since_stays_and_is_named(desk: Desk, some: Some) -> None:
    _, ani = _added(desk, some, 1, name="Ani")
    _, budi = _added(desk, some, 2, name="Budi")

    def both(tx: Connection, a: int) -> None:
        change_person(tx, a, ani, {"rank": "Penata"})
        change_person(tx, a, budi, {"rank": "Penata"})

    action_id, _ = desk.act(both)
    desk.act(lambda tx, a: change_person(tx, a, ani, {"unit": "Humas"}))
    result = desk.undo(action_id)
    assert (result.restored, result.kept) == (1, ("Ani",))
    assert desk.ask(lambda tx: person(tx, ani)).rank == "Penata"
    assert desk.ask(lambda tx: person(tx, budi)).rank == ""


def test_a_new_person_with_a_count_of_another_action_stays(desk: Desk, some: Some) -> None:
    action_id, ani = _added(desk, some, name="Ani")
    desk.record(ani, some.count(500))
    result = desk.undo(action_id)
    assert (result.restored, result.kept) == (0, ("Ani",))
    assert desk.ask(lambda tx: person(tx, ani)).name == "Ani"


def test_a_nip_that_somebody_took_meanwhile_is_not_given_back(desk: Desk, some: Some) -> None:
    _, ani = _added(desk, some, 1, name="Ani")
    action_id, _ = desk.act(lambda tx, a: change_nip(tx, a, ani, some.nip(2), "", some.day))
    _added(desk, some, 1, name="Budi")
    assert desk.undo(action_id).kept == ("Ani",)
    assert desk.ask(lambda tx: person(tx, ani)).nip == some.nip(2)


def test_an_action_is_undone_once(desk: Desk, some: Some) -> None:
    action_id, _ = _added(desk, some)
    desk.undo(action_id)
    with pytest.raises(NothingToUndo):
        desk.undo(action_id)
    with pytest.raises(NothingToUndo):
        desk.undo(999)


def test_the_last_undoable_action_is_the_newest_that_stands(desk: Desk, some: Some) -> None:
    assert desk.ask(last_undoable) is None
    first, _ = _added(desk, some, 1)
    second, _ = _added(desk, some, 2)
    assert desk.ask(last_undoable) == second
    desk.undo(second)
    assert desk.ask(last_undoable) == first
    noted = desk.ask(lambda tx: action(tx, second))
    assert (noted.kind, noted.by, noted.at, noted.undone_at) == (
        "test",
        "ani",
        some.noon,
        some.noon,
    )
    with pytest.raises(NothingToUndo):
        desk.ask(lambda tx: action(tx, 999))


def test_an_id_is_never_given_twice(desk: Desk, some: Some) -> None:
    action_id, first = _added(desk, some)
    desk.undo(action_id)
    _, second = _added(desk, some)
    assert second > first


def test_neighbouring_rows_are_noted_as_one_range(office: Database, desk: Desk, some: Some) -> None:
    def work(tx: Connection, a: int) -> None:
        for number in range(1, 30):
            add_person(tx, a, some.person(number))

    action_id, _ = desk.act(work)
    with office.reading() as tx:
        ranges = tx.execute(select(schema.inserted_rows)).all()
    assert [tuple(row) for row in ranges] == [(action_id, "people", 1, 29)]


# -- any actions, in any order ------------------------------------------------------------------

_STEPS = st.tuples(
    st.sampled_from(("add", "change", "nip", "service", "consent", "account", "count", "retract")),
    st.integers(1, 6),
    st.integers(1, 12),
)
_ACTIONS = st.lists(st.lists(_STEPS, min_size=1, max_size=5), min_size=1, max_size=8)


def _do(tx: Connection, a: int, step: tuple[str, int, int], some: Some) -> None:
    kind, who, value = step
    day = date(2026, 1, value)
    platform = list(Platform)[value % 3]
    if kind == "add":
        add_person(tx, a, some.person(who))
    elif kind == "change":
        change_person(tx, a, who, {"rank": str(value), "name": f"Nama {value}"})
    elif kind == "nip":
        change_nip(tx, a, who, some.nip(value), "", day)
    elif kind == "service":
        set_service(tx, a, who, list(Service)[value % 3])
    elif kind == "consent":
        set_consent(tx, a, who, list(Consent)[value % 4], day if value % 2 else None)
    elif kind == "account":
        put_account(tx, a, who, some.account(f"akun{value}", platform))
    elif kind == "count":
        count = some.count(value, platform, day)
        record_count(tx, a, who, count, Source.TYPED, "ani", some.noon)
    else:
        retract_latest(tx, a, who, platform, day)


def _perform(office: Database, desk: Desk, some: Some, steps: list[tuple[str, int, int]]) -> int:
    """One action of all the steps that are possible."""
    with office.writing() as tx:
        action_id = begin(tx, "test", "ani", some.noon)
        for step in steps:
            try:
                _do(tx, action_id, step, some)
            except (PersonGone, NipTaken):
                continue
    return action_id


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(planned=_ACTIONS)
def test_undoing_all_actions_backwards_returns_through_every_state(
    planned: list[list[tuple[str, int, int]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    some = Some()
    with Database.open(_fresh(tmp_path_factory), create=True) as office:
        desk = Desk(office)
        states: list[tuple[int, Content]] = []
        for steps in planned:
            before = desk.content()
            states.append((_perform(office, desk, some, steps), before))
        for action_id, before in reversed(states):
            assert desk.undo(action_id).kept == ()
            assert desk.content() == before
        assert office.check() == []


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(planned=_ACTIONS, order=st.randoms(use_true_random=False))
def test_undoing_in_any_order_leaves_a_sound_database(
    planned: list[list[tuple[str, int, int]]],
    order: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    some = Some()
    with Database.open(_fresh(tmp_path_factory), create=True) as office:
        desk = Desk(office)
        ids = [_perform(office, desk, some, steps) for steps in planned]
        order.shuffle(ids)  # type: ignore[attr-defined]  # a random.Random of hypothesis
        for action_id in ids:
            desk.undo(action_id)
        assert office.check() == []


def _fresh(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("office") / "office.db"
