"""Everyone as a list names them, read by columns and in pieces."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, update

from app.domain.person import Consent, Service
from app.storage import schema
from app.storage.accounts import listed_with_accounts
from app.storage.database import Database
from app.storage.listed import listed_people, named_people
from app.storage.people import add_person, all_people, set_consent, set_service
from tests.storage.conftest import Desk, Some

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_FIELDS = ("name", "title_front", "title_back", "position", "organisation", "unit", "rank", "phone")


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(_FIELDS, _TEXTS)), max_size=6))
def test_every_text_comes_back_as_it_was_kept(people: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as place, Database.open(Path(place) / "a.db", create=True) as office:
        desk, some = Desk(office), Some()
        for number, texts in enumerate(people):
            desk.act(
                lambda tx, action, n=number, t=texts: add_person(tx, action, some.person(n, **t))
            )
        kept = sorted(desk.ask(all_people), key=lambda one: one.id)
        listed = desk.ask(lambda tx: list(listed_people(tx)))
        assert listed == [one.listed for one in kept]
        for one, name in zip(listed, desk.ask(lambda tx: list(named_people(tx))), strict=True):
            assert name == tuple(getattr(one, field) for field in name._fields)


def test_nobody_is_lost_where_ids_are_far_apart(desk: Desk, some: Some) -> None:
    # Around the ends of the pieces, and with pieces between in which everyone was erased.
    ids = [1, 3_999, 4_000, 4_001, 8_000, 8_001, 40_000, 123_456]
    for number, wanted in enumerate(ids):
        _, row_id = desk.act(lambda tx, a, n=number: add_person(tx, a, some.person(n)))
        moved = update(schema.people).where(schema.people.c.id == row_id).values(id=wanted)
        desk.act(lambda tx, a, moved=moved: tx.execute(moved))
    assert [one.id for one in desk.ask(lambda tx: list(listed_people(tx)))] == ids
    found = desk.ask(lambda tx: list(listed_with_accounts(tx, date(2026, 11, 1))))
    assert [who.id for who, _ in found] == ids
    assert [one.id for one in desk.ask(lambda tx: list(named_people(tx)))] == ids


def test_an_office_without_people_lists_nobody(desk: Desk, some: Some) -> None:
    assert desk.ask(lambda tx: list(listed_people(tx))) == []
    desk.act(lambda tx, action: add_person(tx, action, some.person()))
    desk.act(lambda tx, action: tx.execute(delete(schema.people)))
    assert desk.ask(lambda tx: list(listed_people(tx))) == []


def test_outputs_leave_out_who_left_or_said_no(desk: Desk, some: Some) -> None:
    ids = [
        desk.act(lambda tx, a, n=number: add_person(tx, a, some.person(n)))[1]
        for number in range(5)
    ]
    _, moved, retired, unwilling, willing = ids
    desk.act(lambda tx, action: set_service(tx, action, moved, Service.MOVED))
    desk.act(lambda tx, action: set_service(tx, action, retired, Service.RETIRED))
    desk.act(lambda tx, action: set_consent(tx, action, unwilling, Consent.WITHDRAWN, some.day))
    desk.act(lambda tx, action: set_consent(tx, action, willing, Consent.GIVEN, some.day))
    everyone = desk.ask(lambda tx: list(listed_people(tx)))
    assert [one.id for one in everyone] == ids
    in_outputs = desk.ask(lambda tx: list(listed_people(tx, in_outputs=True)))
    assert in_outputs == [one for one in everyone if one.in_outputs]
    named = desk.ask(lambda tx: list(named_people(tx)))
    for found in (in_outputs, named):
        assert [(one.id, one.nip) for one in found] == [
            (row_id, some.nip(number).digits) for row_id, number in ((ids[0], 0), (willing, 4))
        ]
    assert [one.consent for one in named] == [one.consent for one in in_outputs]


def test_what_many_have_alike_is_one_object(desk: Desk, some: Some) -> None:
    for number in range(2):
        texts = {"organisation": "Diskominfo", "rank": "Penata", "position": "Pranata Humas"}
        desk.act(lambda tx, a, n=number, t=texts: add_person(tx, a, some.person(n, **t)))
    one, other = desk.ask(lambda tx: list(listed_people(tx)))
    assert one.placement is other.placement
    assert one.footing is other.footing
    assert one.position is other.position
