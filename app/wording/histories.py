"""Words for the history of a person: where entries came from and whether they still hold."""

from collections.abc import Mapping

from app.domain.history import ConsentEntry, CountEntry, Standing
from app.domain.person import Source
from app.wording.fields import consent_word
from app.wording.language import Language, Words

_SOURCES: Mapping[Source, Words] = {
    Source.TYPED: lambda say: say("typed"),
    Source.PASTED: lambda say: say("pasted"),
    Source.FORM: lambda say: say("form"),
    Source.IMPORT: lambda say: say("import"),
    Source.API: lambda say: say("fetched"),
}
_STANDINGS: Mapping[Standing, Words] = {
    Standing.HOLDS: lambda say: say("holds"),
    Standing.CORRECTED: lambda say: say("corrected"),
    Standing.TAKEN_BACK: lambda say: say("taken back"),
}


def source_word(source: Source, language: Language) -> str:
    """How an entry came in."""
    return _SOURCES[source](language.say)


def standing_word(standing: Standing, language: Language) -> str:
    """Whether an entry still holds."""
    return _STANDINGS[standing](language.say)


def origin_text(entry: CountEntry, language: Language) -> str:
    """File, sheet and row of an imported entry; of another one, when it was recorded."""
    if entry.origin is None:
        text = language.say("recorded {date}")
        return text.format(date=language.short_date(entry.recorded_at.date()))
    text = language.say("{file}, {sheet}, row {row}")
    row = language.number(entry.origin.row)
    return text.format(file=entry.origin.file, sheet=entry.origin.sheet, row=row)


def consent_line(entry: ConsentEntry, language: Language) -> str:
    """What was said, on which day, and who noted it."""
    words = consent_word(entry.consent, language)
    if entry.on is not None:
        day = language.short_date(entry.on)
        words = language.say("{consent}, {date}").format(consent=words, date=day)
    if not entry.by:
        return words
    return language.say("{words} (noted by {name})").format(words=words, name=entry.by)
