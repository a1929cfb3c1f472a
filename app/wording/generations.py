"""Names of the generations; each official scheme has its own borders and its own names."""

from collections.abc import Mapping

from app.domain.nip import Generations
from app.wording.language import Language, Words

_SCHEMES: Mapping[Generations, Words] = {
    Generations.BPS: lambda say: say("BPS (2020 census)"),
    Generations.BKN: lambda say: say("BKN (ASN statistics)"),
}

_COMMON: Mapping[str, Words] = {
    "pre_boomer": lambda say: say("Before the Baby Boomers"),
    "boomer": lambda say: say("Baby Boomer"),
    "x": lambda say: say("Generation X"),
    "y": lambda say: say("Generation Y"),
    "z": lambda say: say("Generation Z"),
    "alpha": lambda say: say("After Generation Z"),
}

_OF_BPS: Mapping[str, Words] = {
    "pre_boomer": lambda say: say("Pre-Boomer"),
    "y": lambda say: say("Millennial"),
    "alpha": lambda say: say("Post Generation Z"),
}


def scheme_name(scheme: Generations, language: Language) -> str:
    """Who drew the borders; it is printed wherever generations are."""
    return _SCHEMES[scheme](language.say)


def generation_name(key: str, scheme: Generations, language: Language) -> str:
    """The name of a generation; `key` is what `Generations.of` gives."""
    own = _OF_BPS if scheme is Generations.BPS else {}
    return (own.get(key) or _COMMON[key])(language.say)


def generation_years(key: str, scheme: Generations, language: Language) -> str:
    """The years of birth: 1981–1996; open at the ends."""
    borders = {name: year for year, name in scheme.value}
    if key not in borders:
        return language.say("until {year}").format(year=min(borders.values()) - 1)
    later = [year for year in borders.values() if year > borders[key]]
    if not later:
        return language.say("from {year}").format(year=borders[key])
    return f"{borders[key]}–{min(later) - 1}"
