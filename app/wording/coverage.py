"""Sentences about coverage: the smallest team, reach, generations, who retires, how near one is."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.count import Interval
from app.domain.coverage import Demand, Level, UnitCoverage
from app.domain.retirement import Retirement
from app.domain.trend import Crossing
from app.wording.language import Language, Words

_DEMANDS: Mapping[Demand, Words] = {
    Demand.UNITS: lambda say: say("every organisation"),
    Demand.UNITS_ON_PLATFORMS: lambda say: say("every organisation on every platform"),
    Demand.UNITS_AND_GENERATIONS: lambda say: say("every organisation and every generation"),
    Demand.FINER_UNITS: lambda say: say("every unit within the organisations"),
}

_REACHED: Mapping[Demand, Words] = {
    Demand.UNITS: lambda say: say(
        "{people} reach all {things} organisations where anybody qualifies."
    ),
    Demand.UNITS_ON_PLATFORMS: lambda say: say(
        "{people} reach all {things} pairs of organisation and platform that anybody reaches."
    ),
    Demand.UNITS_AND_GENERATIONS: lambda say: say(
        "{people} reach every organisation, and every generation on each platform: {things} in all."
    ),
    Demand.FINER_UNITS: lambda say: say(
        "{people} reach all {things} units within the organisations where anybody qualifies."
    ),
}


_LEVELS: Mapping[Level, Words] = {
    Level.ORGANISATIONS: lambda say: say("By organisation"),
    Level.UNITS: lambda say: say("By unit within the organisations"),
}


def level_name(level: Level, language: Language) -> str:
    """How finely the office is divided, for a list of choices."""
    return _LEVELS[level](language.say)


def unit_shown(unit: UnitCoverage, language: Language) -> str:
    """The name of a row: the organisation, or the unit within it."""
    if unit.level is Level.ORGANISATIONS:
        return unit.name or language.say("Without a unit")
    if unit.within or not unit.name:
        return unit.within or language.say("Without a unit")
    return language.say("Without a finer unit")


def gaps_sentence(units: Sequence[UnitCoverage], language: Language) -> str:
    """In how many of them some platform is reached by nobody, and in how many nobody qualifies."""
    number = language.number
    text = language.say("{gaps} of {units} have gaps · nobody qualifies in {empty}")
    return text.format(
        gaps=number(sum(unit.has_gap for unit in units)),
        units=number(len(units)),
        empty=number(sum(not unit.qualifying for unit in units)),
    )


def demand_name(demand: Demand, language: Language) -> str:
    """What a team has to reach, for a list of choices."""
    return _DEMANDS[demand](language.say)


def team_sentence(demand: Demand, size: int, things: int, language: Language) -> str:
    """How few reach how much."""
    if not size:
        return language.say("Nobody qualifies yet, so nobody reaches anything.")
    people = language.say_many("{count} person", "{count} people", size)
    return _REACHED[demand](language.say).format(people=people, things=language.number(things))


def team_proof(size: int, at_least: int, greedy: int, language: Language) -> str:
    """Whether fewer would do, and what the quick way finds."""
    if not size:
        return ""
    proof = language.say("Fewer is not possible.")
    if at_least < size:
        text = language.say("Perhaps {number} would do: the search was cut short.")
        proof = text.format(number=language.number(at_least))
    quick = language.say("The quick way, always the strongest next, needs {number}.")
    return f"{proof} {quick.format(number=language.number(greedy))}"


def reach_sentence(reach: Interval, language: Language) -> str:
    """Followers of all who qualify; the words without deduplication always stand beside."""
    low = language.number(reach.low)
    if reach.high is None:
        text = language.say("Reach: {low} followers or more, without deduplication")
        return text.format(low=low)
    if reach.high == reach.low:
        text = language.say("Reach: at most {low} people, without deduplication")
        return text.format(low=low)
    text = language.say("Reach: at most {low} to {high} people, without deduplication")
    return text.format(low=low, high=language.number(reach.high))


def retirement_words(when: Retirement, language: Language) -> str:
    """The month in which somebody leaves, and the age; both a range where the post does not tell."""
    if when.is_sure:
        text = language.say("{month}, at {age}")
        return text.format(month=_month(when.latest, language), age=language.number(when.oldest))
    text = language.say("{earliest} to {latest}, at {youngest}–{oldest}")
    return text.format(
        earliest=_month(when.earliest, language),
        latest=_month(when.latest, language),
        youngest=language.number(when.youngest),
        oldest=language.number(when.oldest),
    )


def _month(day: date, language: Language) -> str:
    return f"{language.short_month(day)} {day.year}"


def population_benchmark(language: Language) -> str:
    """The remark of 2019 with its source: a benchmark, never a rule."""
    return language.say(
        "For comparison: 62% of the population are of generations Y and Z, said a professor of "
        "public policy of Universitas Indonesia about the population, not about civil servants "
        "(Kompas, 28 November 2019)."
    )


def crossing_words(crossing: Crossing, language: Language) -> str:
    """In how many months the threshold is crossed if the person's counts go on like this."""
    if not crossing.soonest:
        return language.say_many(
            "within {count} month, by the trend",
            "within {count} months, by the trend",
            crossing.latest,
        )
    if crossing.soonest == crossing.latest:
        return language.say_many(
            "in about {count} month, by the trend",
            "in about {count} months, by the trend",
            crossing.latest,
        )
    text = language.say("in {soonest} to {latest} months, by the trend")
    return text.format(
        soonest=language.number(crossing.soonest), latest=language.number(crossing.latest)
    )
