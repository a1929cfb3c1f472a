"""Which people another page is asked to show."""

from dataclasses import dataclass

from app.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class PeopleWanted:
    """A selection of people; None and False do not narrow it.

    `unit` is the name of a `UnitCoverage`: an organisation, else a unit; empty for people without
    either. `near` asks for those who nearly qualify, `nips` for just these.
    """

    verdict: Verdict | None = None
    unit: str | None = None
    near: bool = False
    nips: frozenset[str] | None = None
