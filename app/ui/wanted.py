"""Which people another page is asked to show."""

from dataclasses import dataclass

from app.domain.platform import Platform
from app.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class PeopleWanted:
    """A selection of people; None and False do not narrow it.

    `unit` is the name of a `UnitCoverage`: an organisation, else a unit; empty for people without
    either. `platform` asks for those at the threshold on it, `generation` for those of a generation
    of the BPS scheme, by its key. `near` asks for those who nearly qualify, `on_record` for those of
    whom an account is known, `nips` for just these.
    """

    verdict: Verdict | None = None
    unit: str | None = None
    platform: Platform | None = None
    generation: str | None = None
    near: bool = False
    on_record: bool = False
    nips: frozenset[str] | None = None
