"""The columns of the table of people."""

from app.domain.fields import Field
from app.ui.people.rows import PersonRow
from app.ui.table.column import Column
from app.ui.table.looks import PENDING, ChipLook, CountLook, Look, TextLook
from app.wording.fields import field_label
from app.wording.language import Language

NAME, NIP, ORGANISATION, VERDICT = "name", "nip", "organisation", "verdict"
REACHED, NEAR = "reached", "near"
GENERATION, ON_RECORD = "generation", "on_record"
"""Keys that other rooms of this page filter or sort by."""


def people_columns(language: Language) -> list[Column[PersonRow]]:
    """In the order in which they stand; the last ones are hidden until somebody asks for them."""
    return [*_first_columns(language), *_further_columns(language)]


def _first_columns(language: Language) -> list[Column[PersonRow]]:
    say = language.say
    return [
        Column(
            NAME,
            field_label(Field.NAME, language),
            _name,
            sort_key=_name_key,
            width=166,
            stretch=True,
            tooltip=_full_name,
            look=_name_look,
        ),
        Column(NIP, say("NIP / NI PPPK"), _nip, width=184, tone="text_2"),
        Column("place", field_label(Field.UNIT, language), _place, width=144),
        Column(
            "best",
            say("Highest"),
            _best,
            sort_key=_best_key,
            width=122,
            number=_best_number,
            rounded=_best_rounded,
            look=_best_look,
        ),
        Column(
            VERDICT,
            say("Verdict"),
            _verdict,
            sort_key=_verdict_key,
            width=140,
            look=_verdict_look,
        ),
    ]


def _further_columns(language: Language) -> list[Column[PersonRow]]:
    def hidden(key: str, heading: str, width: int) -> Column[PersonRow]:
        def show(row: PersonRow) -> str:
            return str(getattr(row, key))

        return Column(key, heading, show, width=width, hidden=True)

    def stored(key: str, heading: str, width: int) -> Column[PersonRow]:
        def show(row: PersonRow) -> str:
            return str(getattr(row.who, key))

        return Column(key, heading, show, width=width, hidden=True)

    yes, no = language.say("Yes"), language.say("No")

    def near(row: PersonRow) -> str:
        return yes if row.stands.near else no

    def on_record(row: PersonRow) -> str:
        return yes if row.stands.on_record else no

    return [
        hidden(ORGANISATION, field_label(Field.ORGANISATION, language), 190),
        stored("rank", field_label(Field.RANK, language), 150),
        stored("position", field_label(Field.POSITION, language), 200),
        stored("status", field_label(Field.STATUS, language), 130),
        hidden("service", language.say("Service"), 110),
        hidden(REACHED, language.say("At the threshold"), 170),
        Column(NEAR, language.say("Nearly qualifies"), near, width=130, hidden=True),
        Column(
            GENERATION,
            language.say("Generation (BPS)"),
            _generation,
            sort_key=_birth_year,
            width=150,
            hidden=True,
        ),
        Column(ON_RECORD, language.say("Has an account"), on_record, width=130, hidden=True),
        stored("phone", field_label(Field.PHONE, language), 130),
        stored("email", field_label(Field.EMAIL, language), 180),
    ]


def _name(row: PersonRow) -> str:
    return row.who.name


def _name_key(row: PersonRow) -> str:
    return row.who.name.casefold()


def _full_name(row: PersonRow) -> str:
    return row.full_name


def _name_look(row: PersonRow) -> Look:
    out = row.stands.verdict is None and not row.pending
    return TextLook(row.who.name, tone="text_2" if out else "text")


def _nip(row: PersonRow) -> str:
    return row.nip


def _place(row: PersonRow) -> str:
    return row.place


def _generation(row: PersonRow) -> str:
    return row.generation


def _birth_year(row: PersonRow) -> int:
    return row.birth_year


def _best(row: PersonRow) -> str:
    best = row.stands.best
    return f"{row.stands.best_tag} {best}" if best else _without_best(row)


def _best_key(row: PersonRow) -> int | None:
    return row.stands.best_low


def _best_number(row: PersonRow) -> int | None:
    return row.stands.best_number


def _best_rounded(row: PersonRow) -> bool:
    return row.stands.best_rounded


def _best_look(row: PersonRow) -> Look:
    best = row.stands.best
    if best:
        return CountLook(best, tag=row.stands.best_tag)
    return TextLook(_without_best(row), tone="text_2")


def _without_best(row: PersonRow) -> str:
    return PENDING if row.pending else "–"


def _verdict(row: PersonRow) -> str:
    return row.stands.verdict_word


def _verdict_key(row: PersonRow) -> int | None:
    return row.verdict_place


def _verdict_look(row: PersonRow) -> Look:
    verdict, word = row.stands.verdict, row.stands.verdict_word
    if verdict is None:
        return TextLook(word, tone="text_2", font="small_medium")
    return ChipLook(verdict, word)
