"""How the five outcomes of an imported row look: always icon, word and colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.roster import Outcome


@dataclass(frozen=True, slots=True)
class OutcomeLook:
    """Tokens for icon and word, the ground, and the bar over the number in the bottom bar."""

    icon: str
    tone: str
    tint: str
    bar: str


OUTCOME_LOOKS: Mapping[Outcome, OutcomeLook] = {
    Outcome.NEW: OutcomeLook("plus", "accent", "accent_tint", "accent"),
    Outcome.CHANGED: OutcomeLook("pencil", "accent", "accent_tint", "accent"),
    Outcome.UNCHANGED: OutcomeLook("equal", "text_2", "surface", "border_strong"),
    Outcome.HELD: OutcomeLook("circle-pause", "warning_text", "warning_tint", "warning_line"),
    Outcome.SKIPPED: OutcomeLook("corner-down-right", "text_3", "surface_2", "no_data_fill"),
}
"""In the order in which they are shown."""
