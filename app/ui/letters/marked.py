"""The words whose letter is the same in every window; the translators choose it by their "&"."""

from collections.abc import Mapping, Sequence

from app.wording.language import Language, Words

MARKED: Sequence[Words] = (
    lambda say: say("What if the &threshold were"),
    lambda say: say("&OK"),
    lambda say: say("&Cancel"),
    lambda say: say("C&lose"),
    lambda say: say("&Yes"),
    lambda say: say("&No"),
    lambda say: say("&Save"),
    lambda say: say("&Open"),
    lambda say: say("&Apply"),
    lambda say: say("&Delete"),
    lambda say: say("&Undo"),
    lambda say: say("Cop&y"),
    lambda say: say("&Paste"),
    lambda say: say("P&rint"),
    lambda say: say("&Name"),
    lambda say: say("&Period"),
    lambda say: say("R&eason"),
    lambda say: say("Colu&mns"),
    lambda say: say("&Clear filters"),
)
"""In the order of their rights: where two want one letter, the first has it."""


def marked_letters(language: Language) -> Mapping[str, str]:
    """The letter by the words without their mark."""
    marked = [words(language.say) for words in MARKED]
    return {one.replace("&", ""): one[one.index("&") + 1].upper() for one in marked}
