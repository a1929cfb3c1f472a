"""What the dialog of the offices shows, read at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.period import Period
from app.domain.rollup.merged import RollUp
from app.domain.rollup.sending import Submission
from app.domain.rule import Rule
from app.services.rollup.receiving import ReceivedFile


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which period is looked at (None: the newest), and whether other periods fill its gaps."""

    period: Period | None = None
    other_periods: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """`rollup` None: nothing was ever received. `files` are those of the last receiving."""

    rule: Rule
    periods: Sequence[Period]
    expected: Sequence[str]
    submissions: Sequence[Submission]
    rollup: RollUp | None
    files: Sequence[ReceivedFile] = ()
