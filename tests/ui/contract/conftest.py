"""One office for all tests of the contract: every test leaves it as it found it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory
from tests.ui.contract.desk import Desk, Hands, Table
from tests.ui.contract.tables import EDITED, READ, fill


@pytest.fixture(scope="package")
def standing_desk(
    theme: Theme, language: Language, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("contract")
    with open_workplace(folder / "kantor.db", create=True, language=language) as place:
        fill(place, folder)
        desk = Desk(theme, language, place, Memory(), folder)
        yield desk
        desk.office.finish()
        desk.office.window.close()
    assert desk.crashes == []


@pytest.fixture
def desk(standing_desk: Desk, qtbot: QtBot) -> Iterator[Desk]:
    standing_desk.appear(qtbot)
    yield standing_desk
    standing_desk.settle()
    standing_desk.restore()
    standing_desk.disappear()


@pytest.fixture(scope="module", params=EDITED, ids=lambda table: table.name)
def edited(request: pytest.FixtureRequest) -> Table:
    return request.param


@pytest.fixture(scope="module", params=(*EDITED, *READ), ids=lambda table: table.name)
def any_table(request: pytest.FixtureRequest) -> Table:
    return request.param


@pytest.fixture(scope="module", params=READ, ids=lambda table: table.name)
def read(request: pytest.FixtureRequest) -> Table:
    return request.param


@pytest.fixture
def hands(edited: Table, desk: Desk) -> Hands:
    """On a table for editing."""
    return Hands(desk, edited)


@pytest.fixture
def reader(read: Table, desk: Desk) -> Hands:
    """On a table for reading."""
    return Hands(desk, read)


@pytest.fixture
def either(any_table: Table, desk: Desk) -> Hands:
    """On any table."""
    return Hands(desk, any_table)
