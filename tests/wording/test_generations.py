"""The names of the generations by each scheme."""

import pytest

from app.domain.nip import Generations
from app.wording.generations import generation_name, generation_years, scheme_name
from app.wording.language import Language

YEARS = range(1930, 2021)


@pytest.mark.parametrize("scheme", Generations)
def test_every_year_of_birth_has_a_named_generation(
    scheme: Generations, language: Language
) -> None:
    keys = {scheme.of(year) for year in YEARS}
    names = {generation_name(key, scheme, language) for key in keys}
    assert len(names) == len(keys)
    assert scheme_name(scheme, language)


def test_the_same_year_has_another_name_in_the_other_scheme(indonesian: Language) -> None:
    def name(year: int, scheme: Generations) -> str:
        return generation_name(scheme.of(year), scheme, indonesian)

    assert name(1981, Generations.BPS) == "Milenial"
    assert name(1977, Generations.BKN) == "Generasi Y"
    assert name(1977, Generations.BPS) == "Generasi X"


def test_the_years_are_those_of_the_scheme(indonesian: Language) -> None:
    assert generation_years("y", Generations.BPS, indonesian) == "1981–1996"
    assert generation_years("y", Generations.BKN, indonesian) == "1977–1994"
    assert generation_years("pre_boomer", Generations.BPS, indonesian) == "sampai 1945"
    assert generation_years("alpha", Generations.BPS, indonesian) == "mulai 2013"
