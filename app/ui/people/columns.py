"""The columns of the table of people."""

from app.domain.fields import Field
from app.ui.people.name_rows import PENDING
from app.ui.people.rows import PersonRow
from app.ui.table.column import Column
from app.ui.table.looks import ChipLook, CountLook, Look, TextLook
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

    yes, no = language.say("Yes"), language.say("No")

    def near(row: PersonRow) -> str:
        return yes if row.near else no

    def on_record(row: PersonRow) -> str:
        return yes if row.on_record else no

    return [
        hidden(ORGANISATION, field_label(Field.ORGANISATION, language), 190),
        hidden("rank", field_label(Field.RANK, language), 150),
        hidden("position", field_label(Field.POSITION, language), 200),
        hidden("status", field_label(Field.STATUS, language), 130),
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
        hidden("phone", field_label(Field.PHONE, language), 130),
        hidden("email", field_label(Field.EMAIL, language), 180),
    ]


def _name(row: PersonRow) -> str:
    return row.name


def _name_key(row: PersonRow) -> str:
    return row.name.casefold()


def _full_name(row: PersonRow) -> str:
    return row.full_name


def _name_look(row: PersonRow) -> Look:
    return TextLook(row.name, tone="text" if row.pending or row.verdict is not None else "text_2")


def _nip(row: PersonRow) -> str:
    return row.nip


def _place(row: PersonRow) -> str:
    return row.place


def _generation(row: PersonRow) -> str:
    return row.generation


def _birth_year(row: PersonRow) -> int:
    return row.birth_year


def _best(row: PersonRow) -> str:
    return f"{row.best_tag} {row.best}" if row.best else _without_best(row)


def _best_key(row: PersonRow) -> int | None:
    return row.best_low


def _best_number(row: PersonRow) -> int | None:
    return row.best_number


def _best_rounded(row: PersonRow) -> bool:
    return row.best_rounded


def _best_look(row: PersonRow) -> Look:
    return (
        CountLook(row.best, tag=row.best_tag)
        if row.best
        else TextLook(_without_best(row), tone="text_2")
    )


def _without_best(row: PersonRow) -> str:
    return PENDING if row.pending else "–"


def _verdict(row: PersonRow) -> str:
    return row.verdict_word


def _verdict_key(row: PersonRow) -> int | None:
    return row.verdict_place


def _verdict_look(row: PersonRow) -> Look:
    if row.verdict is None:
        return TextLook(row.verdict_word, tone="text_2", font="small_medium")
    return ChipLook(row.verdict, row.verdict_word)
