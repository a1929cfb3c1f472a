"""The list of changed verdicts: who, before, now, the one cause, and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.verdict import Verdict
from app.domain.verdict_change import VerdictChange
from app.ui.table.column import Column
from app.ui.table.looks import ChipLook, Look, TextLook
from app.wording.language import Language
from app.wording.periods import cause_word, change_sentence
from app.wording.verdicts import verdict_short_word

CAUSE = "cause"
_PLACES = {verdict: place for place, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One person; `id` is the place in the list, `person` the id of today or below 1."""

    id: int
    person: int
    name: str
    unit: str
    nip: str
    change: VerdictChange


def change_rows(changes: Sequence[VerdictChange]) -> list[ChangeRow]:
    """Everyone who may be named."""
    return [
        ChangeRow(
            place,
            one.person.id,
            one.person.name,
            one.person.place,
            one.person.nip.digits,
            change,
        )
        for place, change in enumerate(changes)
        if (one := change.one) is not None
    ]


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """What the columns say."""

    language: Language

    def verdict(self, verdict: Verdict | None) -> str:
        """The word of a verdict, or that the person is not in that list."""
        if verdict is None:
            return self.language.say("not listed")
        return verdict_short_word(verdict, self.language)

    def was(self, row: ChangeRow) -> str:
        """Before."""
        return self.verdict(row.change.was)

    def now(self, row: ChangeRow) -> str:
        """Now."""
        return self.verdict(row.change.now)

    def cause(self, row: ChangeRow) -> str:
        """The one cause."""
        return cause_word(row.change.cause, self.language)

    def happened(self, row: ChangeRow) -> str:
        """With the values of both times."""
        return change_sentence(row.change, self.language)

    def name_look(self, row: ChangeRow) -> Look:
        """The person above the unit."""
        return TextLook(row.name, row.unit, font="body_medium")

    def was_look(self, row: ChangeRow) -> Look:
        """A chip, or grey words."""
        return self._look(row.change.was)

    def now_look(self, row: ChangeRow) -> Look:
        """A chip, or grey words."""
        return self._look(row.change.now)

    def _look(self, verdict: Verdict | None) -> Look:
        words = self.verdict(verdict)
        return TextLook(words, tone="text_2") if verdict is None else ChipLook(verdict, words)


def change_columns(language: Language) -> list[Column[ChangeRow]]:
    """Five columns, and the number of the person to be shown."""
    say, words = language.say, ChangeWords(language)
    return [
        Column(
            "name",
            say("Name and unit"),
            lambda row: row.name,
            width=196,
            tooltip=lambda row: f"{row.name}, {row.unit}" if row.unit else row.name,
            look=words.name_look,
        ),
        Column(
            "was",
            say("Before"),
            words.was,
            sort_key=lambda row: _place(row.change.was),
            width=132,
            look=words.was_look,
        ),
        Column(
            "now",
            say("Verdict now"),
            words.now,
            sort_key=lambda row: _place(row.change.now),
            width=132,
            look=words.now_look,
        ),
        Column(CAUSE, say("Cause"), words.cause, width=126),
        Column(
            "happened",
            say("What happened"),
            words.happened,
            width=240,
            stretch=True,
            tooltip=words.happened,
        ),
        Column("unit", say("Unit"), lambda row: row.unit, width=160, hidden=True),
        Column("nip", say("NIP"), lambda row: row.nip, width=150, hidden=True),
    ]


def search_text(row: ChangeRow) -> str:
    """What a search in the list looks at."""
    return f"{row.name} {row.unit} {row.nip}"


def _place(verdict: Verdict | None) -> int:
    return len(_PLACES) if verdict is None else _PLACES[verdict]
