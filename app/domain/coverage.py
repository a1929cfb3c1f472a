"""Who covers what: organisations by platform and generation, holes, and reach at most."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.count import Interval
from app.domain.nip import Generations
from app.domain.person import Account, Person
from app.domain.platform import RECORDED, Platform
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict


class Level(StrEnum):
    """How finely an office is divided."""

    ORGANISATIONS = "organisations"
    UNITS = "units"
    """The units within each organisation."""


class Demand(StrEnum):
    """What a team has to cover, each as far as somebody does."""

    UNITS = "units"
    """Every organisation."""
    UNITS_ON_PLATFORMS = "units_on_platforms"
    """Every organisation on each recorded platform."""
    UNITS_AND_GENERATIONS = "units_and_generations"
    """Every organisation; and each generation on each recorded platform."""
    FINER_UNITS = "finer_units"
    """Every unit within the organisations."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person in the coverage.

    `unit` is the organisation, else the unit, or empty; `within` the finer unit inside of it, or
    empty. `reached` has the platforms on which the newest sure count is at the threshold, with
    that count.
    """

    id: int
    name: str
    nip: str
    unit: str
    generation: str
    qualifies: bool
    reached: Mapping[Platform, Interval]
    within: str = ""
    birth_year: int = 0

    @property
    def reach(self) -> int:
        """Followers on all platforms together, at the least; people may follow on several."""
        return sum(interval.low for interval in self.reached.values())


@dataclass(frozen=True, slots=True)
class UnitCoverage:
    """People of one organisation at the threshold, by platform, and who qualifies.

    `within` is the finer unit inside of it, where that is the level; empty for those who have none.
    """

    name: str
    people: int
    reached: Mapping[Platform, int]
    qualifying: int
    within: str = ""
    level: Level = Level.ORGANISATIONS
    nips: frozenset[str] = frozenset()
    """Whose unit it is, at the finer level: there a name alone says not which one is meant."""

    @property
    def has_gap(self) -> bool:
        """Nobody reaches the threshold on some recorded platform."""
        return any(not self.reached.get(platform) for platform in RECORDED)


@dataclass(frozen=True, slots=True)
class GenerationShare:
    """People of one generation: in the office, and among those who qualify."""

    key: str
    people: int
    qualifying: int


def reached(accounts: Iterable[Account], rule: Rule) -> dict[Platform, Interval]:
    """The platforms whose newest sure count is at the threshold of `rule`, with that count.

    Accounts that a person excluded reach nobody.
    """
    return {
        account.platform: account.latest.interval
        for account in accounts
        if account.latest is not None
        and account.latest.interval.low >= rule.minimum_of(account.platform)
        and account.exists
        and account.exclusion is None
    }


def members(people: Iterable[PersonStanding], rule: Rule, scheme: Generations) -> list[Member]:
    """Everyone as the coverage sees them, in the same order."""
    return [
        Member(
            one.person.id,
            one.person.name,
            one.person.nip.digits,
            one.person.organisation or one.person.unit,
            scheme.of(one.person.nip.birth_date.year),
            one.judgement.verdict is Verdict.QUALIFIES,
            reached(one.accounts, rule),
            _within(one.person),
            one.person.nip.birth_date.year,
        )
        for one in people
    ]


def _within(person: Person) -> str:
    """The unit below the organisation; a head of office whose unit is the office itself has none."""
    unit = person.unit.strip()
    return "" if not person.organisation or unit == person.organisation.strip() else unit


def units(people: Iterable[Member], level: Level = Level.ORGANISATIONS) -> list[UnitCoverage]:
    """The organisations, the largest first; those without any under an empty name.

    At the finer level each organisation's units follow each other, the largest first.
    """
    finer = level is Level.UNITS
    sizes: Counter[str] = Counter()
    groups: dict[tuple[str, str], list[Member]] = {}
    for one in people:
        sizes[one.unit] += 1
        groups.setdefault((one.unit, one.within if finer else ""), []).append(one)
    found = [_covered(name, within, level, own) for (name, within), own in groups.items()]
    return sorted(found, key=lambda unit: (-sizes[unit.name], unit.name, -unit.people, unit.within))


def _covered(name: str, within: str, level: Level, people: Sequence[Member]) -> UnitCoverage:
    numbers = Counter(platform for one in people for platform in one.reached)
    return UnitCoverage(
        name,
        len(people),
        {platform: numbers[platform] for platform in RECORDED},
        sum(one.qualifies for one in people),
        within,
        level,
        frozenset(one.nip for one in people) if level is Level.UNITS else frozenset(),
    )


def generation_shares(people: Sequence[Member], scheme: Generations) -> list[GenerationShare]:
    """The generations that the office has, the oldest first; they sum to everyone."""
    born = Counter(one.birth_year for one in people)
    return shares(born, Counter(one.birth_year for one in people if one.qualifies), scheme)


def shares(
    born: Mapping[int, int], qualifying_born: Mapping[int, int], scheme: Generations
) -> list[GenerationShare]:
    """The same from how many were born in each year."""
    numbers: Counter[str] = Counter()
    qualifying: Counter[str] = Counter()
    for year, many in born.items():
        numbers[scheme.of(year)] += many
    for year, many in qualifying_born.items():
        qualifying[scheme.of(year)] += many
    order = ("pre_boomer", *(key for _, key in scheme.value))
    return [GenerationShare(key, numbers[key], qualifying[key]) for key in order if numbers[key]]


def reach(people: Iterable[Member]) -> Interval:
    """The followers of all who qualify, on the platforms they reach, none of them taken away.

    An upper bound of the people reached: who follows twice is in it twice.
    """
    intervals = [one for member in people if member.qualifies for one in member.reached.values()]
    highs = [interval.high for interval in intervals if interval.high is not None]
    return Interval(
        sum(interval.low for interval in intervals),
        sum(highs) if len(highs) == len(intervals) else None,
        all(interval.exact for interval in intervals),
    )


def team_candidates(people: Iterable[Member]) -> list[Member]:
    """Who may be in a team: those who qualify, the furthest reaching first."""
    able = [one for one in people if one.qualifies]
    return sorted(able, key=lambda one: (-one.reach, one.name.casefold(), one.nip))


def covered_by(member: Member, demand: Demand) -> frozenset[Hashable]:
    """What one person covers of a demand."""
    on_platforms = [platform for platform in member.reached if platform in RECORDED]
    unit = frozenset[Hashable]({member.unit} if member.unit else ())
    match demand:
        case Demand.UNITS:
            return unit
        case Demand.UNITS_ON_PLATFORMS:
            return frozenset((member.unit, platform) for platform in on_platforms if member.unit)
        case Demand.UNITS_AND_GENERATIONS:
            return unit | {(member.generation, platform) for platform in on_platforms}
        case Demand.FINER_UNITS:
            return frozenset({(member.unit, member.within)} if member.within else ())
