"""People by hand: added, changed, moved, given a new NIP."""

from datetime import date

import pytest

from app.domain.errors import NipTaken, PersonGone
from app.domain.person import Consent, Service
from app.storage.people import (
    add_person,
    all_people,
    change_nip,
    change_person,
    former_nips,
    person,
    person_by_nip,
    set_consent,
    set_service,
)
from tests.storage.conftest import Desk, Some


def test_a_person_comes_back_as_added(desk: Desk, some: Some) -> None:
    new = some.person(
        1, name="Ani", title_back="S.Kom.", organisation="Diskominfo", note="a\nb 'c'"
    )
    _, row_id = desk.act(lambda tx, action: add_person(tx, action, new))
    found = desk.ask(lambda tx: person(tx, row_id))
    assert found.id == row_id
    assert (found.nip, found.name, found.title_back) == (new.nip, "Ani", "S.Kom.")
    assert (found.organisation, found.note) == ("Diskominfo", "a\nb 'c'")
    assert desk.ask(lambda tx: person_by_nip(tx, new.nip)) == found


def test_people_are_listed_by_name(desk: Desk, some: Some) -> None:
    for number, name in ((1, "Citra"), (2, "Ani"), (3, "Budi")):
        desk.act(lambda tx, a, n=number, t=name: add_person(tx, a, some.person(n, name=t)))
    assert [one.name for one in desk.ask(all_people)] == ["Ani", "Budi", "Citra"]


def test_a_nip_belongs_to_one_person(desk: Desk, some: Some) -> None:
    desk.act(lambda tx, action: add_person(tx, action, some.person(1, name="Ani")))
    before = desk.content()
    with pytest.raises(NipTaken) as refused:
        desk.act(lambda tx, action: add_person(tx, action, some.person(1, name="Budi")))
    assert (refused.value.digits, refused.value.name) == (some.nip(1).digits, "Ani")
    assert desk.content() == before


def test_changing_a_person_leaves_the_other_texts(desk: Desk, some: Some) -> None:
    _, row_id = desk.act(lambda tx, a: add_person(tx, a, some.person(1, name="Ani", unit="Humas")))
    desk.act(lambda tx, action: change_person(tx, action, row_id, {"rank": "Penata"}))
    found = desk.ask(lambda tx: person(tx, row_id))
    assert (found.name, found.unit, found.rank) == ("Ani", "Humas", "Penata")


def test_only_texts_are_changed_as_texts(desk: Desk, some: Some) -> None:
    _, row_id = desk.act(lambda tx, a: add_person(tx, a, some.person()))
    with pytest.raises(ValueError, match="nip"):
        desk.act(lambda tx, action: change_person(tx, action, row_id, {"nip": "1"}))


def test_nobody_is_changed_who_is_gone(desk: Desk, some: Some) -> None:
    for work in (
        lambda tx, action: change_person(tx, action, 7, {"rank": "Penata"}),
        lambda tx, action: set_service(tx, action, 7, Service.MOVED),
        lambda tx, action: change_nip(tx, action, 7, some.nip(2), "PNS", some.day),
    ):
        with pytest.raises(PersonGone) as refused:
            desk.act(work)
        assert refused.value.person_id == 7
    with pytest.raises(PersonGone):
        desk.ask(lambda tx: person(tx, 7))


def test_service_and_consent_are_kept_with_their_day(desk: Desk, some: Some) -> None:
    _, row_id = desk.act(lambda tx, a: add_person(tx, a, some.person()))
    desk.act(lambda tx, action: set_service(tx, action, row_id, Service.RETIRED))
    day = date(2026, 10, 5)
    desk.act(lambda tx, action: set_consent(tx, action, row_id, Consent.WITHDRAWN, day))
    found = desk.ask(lambda tx: person(tx, row_id))
    assert (found.service, found.consent, found.consent_on) == (
        Service.RETIRED,
        Consent.WITHDRAWN,
        day,
    )


def test_a_new_nip_keeps_the_old_one(desk: Desk, some: Some) -> None:
    _, row_id = desk.act(lambda tx, a: add_person(tx, a, some.person(1)))
    first, second = date(2026, 1, 1), date(2026, 6, 1)
    desk.act(lambda tx, a: change_nip(tx, a, row_id, some.nip(2), "typing error", first))
    desk.act(lambda tx, a: change_nip(tx, a, row_id, some.nip(3), "PPPK to PNS", second))
    assert desk.ask(lambda tx: person(tx, row_id)).nip == some.nip(3)
    assert desk.ask(lambda tx: former_nips(tx, row_id)) == (
        (some.nip(2), second),
        (some.nip(1), first),
    )


def test_the_nip_of_somebody_else_is_refused(desk: Desk, some: Some) -> None:
    _, first = desk.act(lambda tx, a: add_person(tx, a, some.person(1)))
    desk.act(lambda tx, a: add_person(tx, a, some.person(2, name="Budi")))
    before = desk.content()
    with pytest.raises(NipTaken) as refused:
        desk.act(lambda tx, a: change_nip(tx, a, first, some.nip(2), "", some.day))
    assert refused.value.name == "Budi"
    assert desk.content() == before


def test_the_same_nip_again_changes_nothing(desk: Desk, some: Some) -> None:
    _, row_id = desk.act(lambda tx, a: add_person(tx, a, some.person(1)))
    before = desk.content()
    desk.act(lambda tx, a: change_nip(tx, a, row_id, some.nip(1), "", some.day))
    assert desk.content() == before
