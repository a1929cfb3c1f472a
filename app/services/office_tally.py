"""What is counted of an office while everyone goes by once; nobody is kept."""

from datetime import date

from app.domain.coverage import reached
from app.domain.coverage_tally import CoverageTally
from app.domain.person import Account, Person
from app.domain.platform import RECORDED, Platform
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Standing, Verdict, judge
from app.services.standings import is_near_miss


class OfficeTally:
    """Numbers of those who may stand in an output, under a rule on a day."""

    def __init__(self, rule: Rule, as_of: date) -> None:
        self._rule, self._as_of = rule, as_of
        self.totals = dict.fromkeys(Verdict, 0)
        self.people = self.accounts = self.people_with_accounts = self.near = 0
        self.units_without_data: set[str] = set()
        self.oldest_stale: tuple[int, str] | None = None
        self.by_platform: dict[Platform, int] = dict.fromkeys(RECORDED, 0)
        """People whose newest sure count on each platform is at the threshold."""
        self.coverage = CoverageTally()
        self.oldest_count: date | None = None

    def add(self, person: Person, accounts: tuple[Account, ...]) -> None:
        """One more person."""
        rule = self._rule
        one = PersonStanding(person, accounts, judge(accounts, rule, self._as_of, person.consent))
        verdict = one.judgement.verdict
        self.people += 1
        self.totals[verdict] += 1
        self.near += is_near_miss(one.judgement, rule)
        if verdict is Verdict.NO_DATA:
            self.units_without_data.add(person.organisation or person.unit)
        elif verdict is Verdict.STALE:
            self._note_age(one)
        at = reached(accounts, rule)
        for platform in at:
            self.by_platform[platform] = self.by_platform.get(platform, 0) + 1
        self.coverage.add(person, at, qualifies=verdict is Verdict.QUALIFIES)
        self._add_accounts(accounts)

    def _add_accounts(self, accounts: tuple[Account, ...]) -> None:
        existing = sum(account.exists for account in accounts)
        self.accounts += existing
        self.people_with_accounts += existing > 0
        for account in accounts:
            if account.latest is not None:
                day = account.latest.observed_on
                if self.oldest_count is None or day < self.oldest_count:
                    self.oldest_count = day

    def _note_age(self, one: PersonStanding) -> None:
        unit = one.person.organisation or one.person.unit
        for reason in one.judgement.reasons:
            if reason.standing is Standing.STALE:
                found = (reason.age or 0, unit)
                self.oldest_stale = max(self.oldest_stale or found, found)
