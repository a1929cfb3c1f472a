"""What the list of pasted lines says: what is asked of each, why one is not used."""

from collections.abc import Mapping

from app.domain.chat import ChatLine, Doubt, Silence, asked_item
from app.ui.followers.chat_lines import Group
from app.ui.followers.quick_words import item_words
from app.wording.counts import quotable
from app.wording.language import Language, Words

_ASKED: Mapping[Doubt, Words] = {
    Doubt.NOBODY: lambda say: say("Whose count is it?"),
    Doubt.UNKNOWN: lambda say: say("Nobody is called that. Who is meant?"),
    Doubt.SEVERAL: lambda say: say("Several can be meant. Who is it?"),
    Doubt.UNSURE: lambda say: say("Not beyond doubt. Who is it?"),
    Doubt.CONTRADICTED: lambda say: say("Name, number and account disagree. Who is it?"),
    Doubt.TANGLED: lambda say: say("Several counts in one line. Whose are they?"),
    Doubt.PLATFORM: lambda say: say("Which platform is {count} of?"),
    Doubt.COUNT: lambda say: say("Which number is “{count}”?"),
    Doubt.TWICE: lambda say: say("Another line says another count. Does this one hold?"),
}
_SHORT: Mapping[Doubt, Words] = {
    Doubt.PLATFORM: lambda say: say("Which platform?"),
    Doubt.COUNT: lambda say: say("Which number?"),
    Doubt.TWICE: lambda say: say("Which of two?"),
}
_UNUSED: Mapping[Silence, Words] = {
    Silence.CHATTER: lambda say: say("Greeting or heading"),
    Silence.MEDIA: lambda say: say("Picture or file"),
    Silence.NOTICE: lambda say: say("Notice of WhatsApp"),
    Silence.QUOTED: lambda say: say("Quoted"),
    Silence.TOTAL: lambda say: say("A total"),
    Silence.NO_COUNT: lambda say: say("No count in it"),
    Silence.REPEATED: lambda say: say("Said before"),
}


def question(line: ChatLine, language: Language) -> str:
    """What has to be answered now, as a whole sentence."""
    doubt = line.open_doubt
    if doubt is None:
        return ""
    item = asked_item(line)
    written = quotable(item.written) if item is not None else ""
    return _ASKED[doubt](language.say).format(count=written)


def state_words(line: ChatLine, *, dropped: bool, language: Language) -> str:
    """One or two words for the list."""
    if dropped:
        return language.say("Dropped")
    if line.silence is not None:
        return _UNUSED[line.silence](language.say)
    if line.open_doubt is None:
        return language.say("Ready")
    short = _SHORT.get(line.open_doubt)
    return short(language.say) if short is not None else language.say("Who?")


def counts_words(line: ChatLine, language: Language) -> str:
    """Every count of a line with its platform."""
    return ", ".join(item_words(item, language) for item in line.items if item.written)


def said_words(line: ChatLine) -> str:
    """What was pasted, on one line."""
    return " · ".join(part.strip() for part in line.text.split("\n") if part.strip())


def sender_words(line: ChatLine, language: Language) -> str:
    """Who sent it and when."""
    day = language.day_and_month(line.day) if line.day is not None else ""
    return ", ".join(filter(None, (line.sender, day)))


def group_words(group: Group, language: Language) -> str:
    """What the three filters are called."""
    if group is Group.OPEN:
        return language.say("To be answered")
    return language.say("Ready") if group is Group.READY else language.say("Not used")


def recorded_words(counts: int, language: Language) -> str:
    """After recording."""
    return language.say_many("{count} count was recorded.", "{count} counts were recorded.", counts)


def paste_words(waiting: int, language: Language) -> str:
    """The button in the head of the page; with lines that wait it leads back to them."""
    if not waiting:
        return language.say("Paste WhatsApp lines")
    return language.say_many("{count} pasted line waits", "{count} pasted lines wait", waiting)
