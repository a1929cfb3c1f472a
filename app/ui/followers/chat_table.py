"""The list of pasted lines: what was said, what it is read as, what is still asked."""

from collections.abc import Callable

from app.domain.chat import ChatLine
from app.ui.followers.chat_lines import Group, Pasted
from app.ui.followers.chat_words import counts_words, said_words, sender_words, state_words
from app.ui.table.column import Column
from app.ui.table.looks import Look, MarkLook, TextLook
from app.wording.language import Language

GROUP = "group"
"""The hidden column by which the three buttons filter."""

_MARKS = {
    Group.OPEN: ("circle-help", "warning_text", "warning_tint"),
    Group.READY: ("circle-check", "qualifies_text", "surface"),
    Group.UNUSED: ("circle-minus", "text_3", "surface"),
}


def chat_columns(language: Language, person: Callable[[int], str]) -> list[Column[Pasted]]:
    """`person` names somebody by id."""

    def who(row: Pasted) -> str:
        line = row.line
        if line.match.person is not None:
            return person(line.match.person)
        return " / ".join(person(one) for one in line.match.choices)

    def who_look(row: Pasted) -> Look:
        sure = row.line.match.person is not None
        return TextLook(who(row), tone="text" if sure else "text_3")

    def state(row: Pasted) -> str:
        return state_words(row.line, dropped=row.dropped, language=language)

    def state_look(row: Pasted) -> Look:
        icon, tone, tint = _MARKS[row.group]
        return MarkLook(icon, state(row), tone, tint)

    return [
        Column("state", language.say("State"), state, width=150, look=state_look),
        _of("said", language.say("As pasted"), said_words, 360),
        Column("who", language.say("Who"), who, width=250, look=who_look, tooltip=who),
        _of("counts", language.say("Counts"), lambda line: counts_words(line, language), 220),
        _of(
            "sender",
            language.say("Sent by"),
            lambda line: sender_words(line, language),
            120,
            stretch=True,
            tone="text_2",
        ),
        Column(GROUP, "", lambda row: row.group.value, hidden=True, filterable=False),
    ]


def _of(
    key: str,
    heading: str,
    words: Callable[[ChatLine], str],
    width: int,
    *,
    stretch: bool = False,
    tone: str = "text",
) -> Column[Pasted]:
    def show(row: Pasted) -> str:
        return words(row.line)

    return Column(key, heading, show, width=width, stretch=stretch, tone=tone, tooltip=show)
