"""Both languages, with the catalogue that is shipped."""

import pytest

from app.paths import resources
from app.wording.language import Language


@pytest.fixture
def english() -> Language:
    return Language("en", resources() / "locale")


@pytest.fixture
def indonesian() -> Language:
    return Language("id", resources() / "locale")


@pytest.fixture(params=["id", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language(str(request.param), resources() / "locale")
