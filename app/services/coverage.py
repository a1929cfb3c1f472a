"""Coverage of the office: who covers what, the smallest team, who is about to leave or to go stale."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.count import Interval
from app.domain.coverage import (
    Demand,
    GenerationShare,
    Level,
    Member,
    UnitCoverage,
    covered_by,
    generation_shares,
    members,
    reach,
    team_candidates,
    units,
)
from app.domain.nip import Generations
from app.domain.retirement import Retirement, retirement
from app.domain.rule import Rule
from app.domain.smallest_team import only_ones, smallest_team
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge
from app.services.job import Job
from app.services.standings import JudgeStandings, Standings, judged

SOON = 365
"""Days within which a retirement is told."""

STALE_SOON = 30
"""Days within which a count that grows too old is told."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody who retires soon, surely or perhaps."""

    member: Member
    when: Retirement


@dataclass(frozen=True, slots=True)
class FoundTeam:
    """The smallest team for a demand. `things` is how much it covers, as much as everyone does.

    `alone` are those without whom something would be covered by nobody, with what that is.
    """

    demand: Demand
    team: Sequence[Member]
    greedy: int
    at_least: int
    things: int
    alone: Sequence[tuple[Member, frozenset[Hashable]]]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One look at the office. `leaving` has the soonest first."""

    rule: Rule
    as_of: date
    scheme: Generations
    people: Sequence[Member]
    leaving: Sequence[Leaving]
    going_stale: Sequence[Member]
    """Who qualifies today, but not any more in `STALE_SOON` days unless somebody counts again."""

    def units(
        self, generation: str | None = None, level: Level = Level.ORGANISATIONS
    ) -> list[UnitCoverage]:
        """The organisations, or the units within; of one generation only if so asked."""
        asked = (one for one in self.people if generation is None or one.generation == generation)
        return units(asked, level)

    @property
    def shares(self) -> list[GenerationShare]:
        """The generations of the office, the oldest first."""
        return self.shares_under(self.scheme)

    def shares_under(self, scheme: Generations) -> list[GenerationShare]:
        """The generations as this scheme draws their borders; they sum to everyone."""
        return generation_shares(self.people, scheme)

    @property
    def qualifying(self) -> int:
        """How many qualify in the whole office."""
        return sum(one.qualifies for one in self.people)

    @property
    def reach(self) -> Interval:
        """The followers of all who qualify, an upper bound: nobody is taken away twice."""
        return reach(self.people)


class CoverOffice:
    """Asks the database for everyone once; teams are found among those."""

    def __init__(self, judge_standings: JudgeStandings) -> None:
        self._judge = judge_standings

    def coverage(self, rule: Rule, as_of: date, scheme: Generations, job: Job) -> Coverage:
        """Everyone under `rule`, generations by `scheme`."""
        return self.of(judged(self._judge.everyone(as_of, job), rule, as_of), scheme)

    def of(self, standings: Standings, scheme: Generations) -> Coverage:
        """These people, as they were judged: no database is asked."""
        rule, as_of = standings.rule, standings.as_of
        people = members(standings.people, rule, scheme)
        until = as_of + timedelta(days=SOON)
        leaving = [
            Leaving(member, when)
            for member, one in zip(people, standings.people, strict=True)
            if (when := retirement(one.person)).earliest <= until
        ]
        leaving.sort(key=lambda one: (one.when.latest, one.when.earliest, one.member.name))
        stale = [
            member
            for member, one in zip(people, standings.people, strict=True)
            if member.qualifies and _is_stale_soon(one, rule, as_of)
        ]
        return Coverage(rule, as_of, scheme, people, leaving, stale)

    def team(self, coverage: Coverage, demand: Demand, job: Job) -> FoundTeam:
        """The smallest team of those who qualify; `job` can end the search."""
        able = team_candidates(coverage.people)
        covered = [covered_by(member, demand) for member in able]
        found = smallest_team(covered, lambda: job.step(0, 0))
        return FoundTeam(
            demand,
            [able[place] for place in found.chosen],
            len(found.greedy),
            found.at_least,
            len(frozenset[Hashable]().union(*covered)),
            [(able[place], things) for place, things in only_ones(covered).items()],
        )


def _is_stale_soon(one: PersonStanding, rule: Rule, as_of: date) -> bool:
    if rule.age_limit is None and rule.active_within_days is None:
        return False
    later = as_of + timedelta(days=STALE_SOON)
    return judge(one.accounts, rule, later, one.person.consent).verdict is not Verdict.QUALIFIES
