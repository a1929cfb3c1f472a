"""What a platform answered: a count belongs to one state only."""

import pytest

from app.domain.count import Interval
from app.domain.fetched import Asked, Connection, Fetched, FetchState, Stop
from app.domain.handle import Handle
from app.domain.platform import Platform

ASKED = Asked(Handle(Platform.X, "akuncontoh"))


@pytest.mark.parametrize("state", [state for state in FetchState if state is not FetchState.OK])
def test_no_state_but_ok_may_carry_a_count(state: FetchState) -> None:
    assert Fetched(ASKED, state).count is None
    with pytest.raises(ValueError):
        Fetched(ASKED, state, Interval.of(0))


def test_ok_without_a_count_does_not_exist() -> None:
    with pytest.raises(ValueError):
        Fetched(ASKED, FetchState.OK)


def test_a_connection_works_only_with_every_permission() -> None:
    assert Connection("Diskominfo").works
    assert not Connection("Diskominfo", missing=("instagram_basic",)).works
    assert not Connection(stop=Stop(FetchState.TOKEN, code="190/463")).works
