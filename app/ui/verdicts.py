"""How a verdict looks in the window: always a colour, an icon and a word."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.verdict import Verdict
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class VerdictLook:
    """The icon and the tokens of one verdict."""

    icon: str
    text: str
    tint: str
    fill: str
    dashed: bool = False


VERDICT_LOOKS: Mapping[Verdict, VerdictLook] = {
    Verdict.QUALIFIES: VerdictLook(
        "circle-check", "qualifies_text", "qualifies_tint", "qualifies_fill"
    ),
    Verdict.NOT_YET: VerdictLook("circle-minus", "not_yet_text", "not_yet_tint", "not_yet_fill"),
    Verdict.STALE: VerdictLook("clock", "stale_text", "stale_tint", "stale_fill"),
    Verdict.NO_DATA: VerdictLook(
        "circle-dashed", "no_data_text", "surface", "surface_2", dashed=True
    ),
}


def verdict_word(language: Language, verdict: Verdict) -> str:
    """The word that stands beside the icon."""
    match verdict:
        case Verdict.QUALIFIES:
            return language.say("Qualifies")
        case Verdict.NOT_YET:
            return language.say("Not yet")
        case Verdict.STALE:
            return language.say("Out of date")
        case Verdict.NO_DATA:
            return language.say("No data")
