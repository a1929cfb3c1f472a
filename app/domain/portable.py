"""What a portable office knows of how it came to its stick."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """When and where a portable office was last filled, by whom, and from which state.

    `number`: how many transactions the office had then; more of them now are work on the stick.
    """

    made_at: datetime
    computer: str
    by: str
    number: int
