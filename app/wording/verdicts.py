"""The word of each verdict: long for workbooks, short for chips."""

from collections.abc import Mapping

from app.domain.verdict import Verdict
from app.wording.language import Language, Words

_WORDS: Mapping[Verdict, Words] = {
    Verdict.QUALIFIES: lambda say: say("Qualifies"),
    Verdict.NOT_YET: lambda say: say("Does not qualify yet"),
    Verdict.STALE: lambda say: say("Out of date"),
    Verdict.NO_DATA: lambda say: say("No data"),
}


def verdict_word(verdict: Verdict, language: Language) -> str:
    """The word that stands in workbooks and copied texts, without colour or icon."""
    return _WORDS[verdict](language.say)


def verdict_short_word(verdict: Verdict, language: Language) -> str:
    """The word on a chip, where colour and icon stand beside it."""
    return (
        language.say("Not yet") if verdict is Verdict.NOT_YET else verdict_word(verdict, language)
    )
