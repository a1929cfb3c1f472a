"""What is said about evidence."""

from app.domain.count import Interval
from app.domain.evidence import Place
from app.services.evidence.keeping import Added, Shown
from app.wording.counts import count_text
from app.wording.language import Language
from app.wording.lists import all_of


def place_words(place: Place, language: Language) -> str:
    """The platform and the day."""
    return f"{place.platform.name_shown} · {language.short_date(place.observed_on)}"


def count_words(shown: Shown, language: Language) -> str:
    """The count that the picture proves; nothing where none is recorded for its day."""
    if shown.count is None:
        return language.say("no count of this day yet")
    span = Interval(shown.count.low, shown.count.high, shown.count.exact)
    number = count_text(span, shown.count.written, language)
    return language.say("{count} followers").format(count=number)


def added_words(shown: Shown, language: Language) -> str:
    """Who added it, and when."""
    at = shown.evidence.at
    moment = language.short_moment(at)
    if not shown.evidence.by:
        return language.say("Added {moment}").format(moment=moment)
    text = language.say("Added by {name}, {moment}")
    return text.format(name=shown.evidence.by, moment=moment)


def sharing_words(others: tuple[str, ...], language: Language) -> str:
    """For whom else the very same picture is used; empty for nobody."""
    if not others:
        return ""
    text = language.say("The same picture is used for {names}.")
    return text.format(names=all_of(others, language))


def told(added: Added, name: str, language: Language) -> tuple[str, str]:
    """What became of added pictures: in short, and the rest."""
    where = f"{name}, {place_words(added.place, language)}"
    if not added.new:
        lead = language.say("This picture already stands as evidence: {where}.")
        return lead.format(where=where), sharing_words(added.others, language)
    lead = language.say_many(
        "{count} picture kept as evidence:", "{count} pictures kept as evidence:", added.new
    )
    lead = f"{lead} {where}."
    warning = sharing_words(added.others, language)
    rest = warning or language.say("Ctrl+B shows it, Ctrl+Z undoes it.")
    return lead, rest
