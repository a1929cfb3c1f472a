"""The province's view over everything that was received, and what changed between two sendings."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.period import Period
from app.domain.rollup.merged import Arrived, RollUp, Traced
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.verdict_change import VerdictChange
from app.services.job import Job
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class SendingDifference:
    """Two sendings of an office compared, by name: the older one and the newer one.

    `new` and `gone` are people in only one of them; `counted` are people whose counts or accounts
    differ; `verdicts` are the changes of a verdict, each with its one cause (also among `counted`).
    """

    before: Arrived
    after: Arrived
    new: tuple[PersonStanding, ...]
    gone: tuple[PersonStanding, ...]
    counted: tuple[tuple[PersonStanding, PersonStanding], ...]
    verdicts: tuple[VerdictChange, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing differs in what counts."""
        return not (self.new or self.gone or self.counted or self.verdicts)


class MergeOffices:
    """Reads what was received; nothing here writes but the list of offices."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def periods(self) -> list[Period]:
        """The periods for which anything was received, the newest first."""
        raise NotImplementedError

    def expected(self) -> tuple[str, ...]:
        """The offices that should send, as the province typed them."""
        raise NotImplementedError

    def expect(self, names: Iterable[str]) -> tuple[str, ...]:
        """Replaces that list (typed, or lines of a paste); gives it as it is kept.

        Blank lines and repetitions are left out. It is a setting: Ctrl+Z does not concern it.
        """
        raise NotImplementedError

    def rollup(
        self, period: Period, rule: Rule, job: Job, *, other_periods: bool = False
    ) -> RollUp:
        """Everything merged for a period under the province's rule; reads all counted people once.

        Offices that sent in an earlier period and not for this one are in it as absent ones.

        Raises:
            Cancelled: the person stopped it.
        """
        raise NotImplementedError

    def people(self, rollup: RollUp, office: str, job: Job) -> list[PersonStanding]:
        """The counted people of one office (by key), whole, judged by the rule of the roll-up.

        By name. For lists and for what figures cannot say; never ask for all offices at once and
        keep them: 280,000 people as whole objects take more than a gigabyte.
        """
        raise NotImplementedError

    def find(self, rollup: RollUp, text: str, most: int = 200) -> list[Traced]:
        """Counted people by a part of the name or by digits of the NIP, each with its place."""
        raise NotImplementedError

    def difference(self, before: Arrived, after: Arrived, job: Job) -> SendingDifference:
        """What changed between two sendings of an office, as far as both arrived.

        Raises:
            Cancelled: the person stopped it.
        """
        raise NotImplementedError
