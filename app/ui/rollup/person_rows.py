"""Tables of people: those behind a number with file, sheet and row, and those in several offices."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.rollup.merged import Doubled, Place, Traced
from app.ui.table.column import Align, Column
from app.ui.table.looks import ChipLook, Look, TextLook
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word

VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class DoubledRow:
    """One person in one other office than the one where the person counts."""

    id: int
    one: Doubled
    other: Place


def doubled_rows(found: Iterable[Doubled]) -> list[DoubledRow]:
    """A row for each other place."""
    pairs = ((one, other) for one in found for other in one.others)
    return [DoubledRow(number, one, other) for number, (one, other) in enumerate(pairs)]


def place_line(place: Place, language: Language) -> str:
    """File, sheet, row."""
    file, sheet, row = place.words
    text = language.say("{file}, sheet {sheet}, row {row}")
    return text.format(file=file, sheet=sheet, row=language.number(row))


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What the columns say."""

    language: Language

    def verdict(self, one: Traced) -> str:
        """Under the province's rule."""
        return verdict_short_word(one.verdict, self.language)

    def own(self, one: Traced) -> str:
        """As the office had decided."""
        return verdict_short_word(one.own_verdict, self.language)

    def verdict_look(self, one: Traced) -> Look:
        """A chip."""
        return ChipLook(one.verdict, self.verdict(one))

    def name_look(self, one: Traced) -> Look:
        """The person above the organisation."""
        return TextLook(one.name, one.organisation, font="body_medium")

    def counted(self, row: DoubledRow) -> str:
        """Where the person counts."""
        return row.one.counted.office

    def counted_look(self, row: DoubledRow) -> Look:
        """The office above its source."""
        return TextLook(row.one.counted.office, place_line(row.one.counted, self.language))

    def other_look(self, row: DoubledRow) -> Look:
        """The office above its source."""
        return TextLook(row.other.office, place_line(row.other, self.language))

    def counted_tip(self, row: DoubledRow) -> str:
        """Whole."""
        return f"{row.one.counted.office}\n{place_line(row.one.counted, self.language)}"

    def other_tip(self, row: DoubledRow) -> str:
        """Whole."""
        return f"{row.other.office}\n{place_line(row.other, self.language)}"


def traced_columns(language: Language) -> list[Column[Traced]]:
    """Who, both verdicts, and the place in the workbook."""
    say, words = language.say, PersonWords(language)
    return [
        Column(
            "name",
            say("Name and organisation"),
            lambda one: one.name,
            width=230,
            stretch=True,
            tooltip=lambda one: f"{one.name}\n{one.organisation}",
            look=words.name_look,
        ),
        Column("nip", say("NIP"), lambda one: one.nip, width=178),
        Column(VERDICT, say("Verdict here"), words.verdict, width=142, look=words.verdict_look),
        Column("own", say("Verdict as sent"), words.own, width=142),
        Column("file", say("File"), lambda one: one.place.words[0], width=210),
        Column("sheet", say("Sheet"), lambda one: one.place.words[1], width=110),
        Column(
            "row",
            say("Row"),
            lambda one: str(one.place.row),
            sort_key=lambda one: one.place.row,
            align=Align.RIGHT,
            width=76,
        ),
        Column("organisation", say("Organisation"), lambda one: one.organisation, hidden=True),
        Column("office", say("Local office"), lambda one: one.place.office, hidden=True),
    ]


def traced_key(one: Traced) -> tuple[str, int]:
    """One person of one row."""
    return one.nip, one.place.row


def traced_search(one: Traced) -> str:
    """What a search looks at."""
    return f"{one.name} {one.nip} {one.organisation}"


def doubled_columns(language: Language) -> list[Column[DoubledRow]]:
    """Who, where the person counts, and where else the person stands."""
    say, words = language.say, PersonWords(language)
    return [
        Column(
            "name",
            say("Name"),
            lambda row: row.one.name,
            width=220,
            tooltip=lambda row: row.one.name,
            font="body_medium",
        ),
        Column("nip", say("NIP"), lambda row: row.one.nip, width=178),
        Column(
            "counted",
            say("Counted in"),
            words.counted,
            width=310,
            stretch=True,
            tooltip=words.counted_tip,
            look=words.counted_look,
        ),
        Column(
            "other",
            say("Also listed in"),
            lambda row: row.other.office,
            width=310,
            tooltip=words.other_tip,
            look=words.other_look,
        ),
    ]


def doubled_key(row: DoubledRow) -> int:
    """Which row."""
    return row.id


def doubled_search(row: DoubledRow) -> str:
    """What a search looks at."""
    return f"{row.one.name} {row.one.nip} {row.one.counted.office} {row.other.office}"
