"""A regency with a few people, and the province that receives."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.workplace import Workplace
from tests.services.rollup.offices import fill, opened


@pytest.fixture
def regency(tmp_path: Path) -> Iterator[Workplace]:
    with opened(tmp_path / "kabupaten.db", "Kabupaten Awan") as place:
        fill(place, {1: "900", 2: "1,2 rb", 3: "12", 4: "", 5: "500+"})
        yield place


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Workplace]:
    with opened(tmp_path / "provinsi.db", "Provinsi Langit") as place:
        yield place
