"""What is said where the workbook of an office cannot be received."""

from collections.abc import Mapping, Sequence

from app.domain.errors import ExchangeUnusable
from app.domain.proof_check import Difference
from app.domain.rollup.faults import ExchangeFault
from app.wording.language import Language, Words
from app.wording.proofs import place_words

_MOST_NAMED = 3

EXCHANGE_SENTENCES: Mapping[ExchangeFault, Words] = {
    ExchangeFault.OTHER_FILE: lambda say: say(
        "{name} is no exchange workbook of Gaung. Nothing of it was received. Choose the file as the "
        "office sent it."
    ),
    ExchangeFault.NEWER: lambda say: say(
        "{name} was written by a newer Gaung. Nothing of it was received. Install the newest Gaung "
        "here, then receive it again."
    ),
    ExchangeFault.CHANGED: lambda say: say(
        "{name} was changed after it was written. Nothing of it was received. Ask the office to send "
        "it again unchanged."
    ),
    ExchangeFault.DAMAGED: lambda say: say(
        "The hidden sheets of {name} are damaged or were changed. Nothing of it was received. Ask the "
        "office to send it again."
    ),
}


def exchange_words(error: ExchangeUnusable, language: Language) -> str:
    """The sentence; "{name}" in it is that of the file."""
    if error.fault is not ExchangeFault.CHANGED or not error.changed:
        return EXCHANGE_SENTENCES[error.fault](language.say)
    words = language.say(
        "{name} was changed after it was written ({places}). Nothing of it was received. Ask the "
        "office to send it again unchanged."
    )
    return words.replace("{places}", _escaped(_places(error.changed, language)))


def _places(changed: Sequence[Difference], language: Language) -> str:
    """The first few of them, each with its sheet."""
    named = [_place(one, language) for one in changed[:_MOST_NAMED]]
    more = len(changed) - len(named)
    if more:
        named.append(language.say("{count} more").format(count=language.number(more)))
    return ", ".join(named)


def _place(one: Difference, language: Language) -> str:
    place = place_words(one, language)
    return f"{one.sheet} {place}" if one.sheet else place


def _escaped(text: str) -> str:
    """Names of sheets may have braces, which `format` would take for its own."""
    return " ".join(text.split()).replace("{", "{{").replace("}", "}}")
