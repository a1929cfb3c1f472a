"""Words of the import: what becomes of a row, why it waits, how sure a column is."""

from collections.abc import Mapping

from app.domain.fields import Certainty
from app.domain.nip import NipDoubt, NipFlaw
from app.domain.nip_doctor import Ground
from app.domain.roster import HoldReason, Outcome, SkippedKind
from app.wording.language import Language, Words

_OUTCOMES: Mapping[Outcome, Words] = {
    Outcome.NEW: lambda say: say("New"),
    Outcome.CHANGED: lambda say: say("Changed"),
    Outcome.UNCHANGED: lambda say: say("Unchanged"),
    Outcome.HELD: lambda say: say("Held"),
    Outcome.SKIPPED: lambda say: say("Skipped"),
}

_SKIPPED: Mapping[SkippedKind, Words] = {
    SkippedKind.NUMBERS: lambda say: say("Row of column numbers"),
    SkippedKind.SECTION: lambda say: say("Section heading"),
    SkippedKind.TOTAL: lambda say: say("Total"),
    SkippedKind.FOOTER: lambda say: say("Footer or signature"),
    SkippedKind.REPEATED_HEADER: lambda say: say("Repeated column headings"),
    SkippedKind.SAMPLE: lambda say: say("Example of how to fill in"),
    SkippedKind.SECOND_LINE: lambda say: say("Second line of the person above"),
    SkippedKind.NOTE: lambda say: say("Note"),
    SkippedKind.HEADER: lambda say: say("Chosen as the column headings"),
    SkippedKind.HIDDEN: lambda say: say("Hidden in the file"),
}

_HELD: Mapping[NipFlaw | HoldReason, Words] = {
    NipFlaw.EMPTY: lambda say: say("NIP is empty"),
    NipFlaw.NUMERIC: lambda say: say("NIP stored as a number"),
    NipFlaw.ROUNDED_TEXT: lambda say: say("NIP has been rounded"),
    NipFlaw.NIK: lambda say: say("NIK in place of a NIP"),
    NipFlaw.OLD_NIP: lambda say: say("Old NIP of 9 digits"),
    NipFlaw.LENGTH: lambda say: say("NIP is not 18 digits"),
    NipFlaw.BIRTH_DATE: lambda say: say("Birth date in the NIP is wrong"),
    NipFlaw.LETTERS: lambda say: say("Letters in the NIP"),
    NipFlaw.SEVERAL: lambda say: say("Two different NIPs"),
    NipFlaw.SWAPPED: lambda say: say("Name and NIP changed places"),
    NipFlaw.NOT_A_NIP: lambda say: say("Not a NIP"),
    HoldReason.REPEATED: lambda say: say("NIP comes twice"),
    HoldReason.UNKNOWN_WITHOUT_NAME: lambda say: say("Unknown NIP without a name"),
    HoldReason.NO_PLATFORM: lambda say: say("Platform not named"),
    HoldReason.ABOVE_HEADER: lambda say: say("Above the column headings"),
    HoldReason.FORM_MIXED: lambda say: say("Row of a form got mixed up"),
    HoldReason.FORM_UNKNOWN: lambda say: say("Form of another office"),
    HoldReason.FORM_PERSON_GONE: lambda say: say("Person of the form is gone"),
    HoldReason.FORM_CONFLICT: lambda say: say("Forms contradict each other"),
}

_ADVICE: Mapping[NipFlaw | HoldReason, Words] = {
    NipFlaw.EMPTY: lambda say: say(
        "There is no NIP in this row: fill in 18 digits, then import again."
    ),
    NipFlaw.NUMERIC: lambda say: say(
        "The NIP is stored as a number: its last 3 digits are lost. Set the column to Text in Excel, "
        "type it again, then import again."
    ),
    NipFlaw.ROUNDED_TEXT: lambda say: say(
        "The NIP was once stored as a number: its last digits are no longer right. Set the column to "
        "Text in Excel, type it again, then import again."
    ),
    NipFlaw.NIK: lambda say: say(
        "These are the 16 digits of a NIK, which is not stored. Fill in the NIP of 18 digits."
    ),
    NipFlaw.OLD_NIP: lambda say: say(
        "This is an old NIP of 9 digits. Fill in the NIP of 18 digits."
    ),
    NipFlaw.LENGTH: lambda say: say(
        "A NIP has 18 digits: some are missing or too many here. Compare it with the decree of "
        "appointment."
    ),
    NipFlaw.BIRTH_DATE: lambda say: say(
        "The first 8 digits of a NIP are the birth date, and here they are no date. Compare the NIP "
        "with the decree of appointment."
    ),
    NipFlaw.LETTERS: lambda say: say(
        "There are letters among the digits, perhaps an O for a 0. Type the NIP again with digits only."
    ),
    NipFlaw.SEVERAL: lambda say: say(
        "Two different NIPs stand in this row. Leave only the NIP of this person."
    ),
    NipFlaw.SWAPPED: lambda say: say(
        "The name stands in the column of the NIP, and a number in the column of the name. Put each "
        "back in its place."
    ),
    NipFlaw.NOT_A_NIP: lambda say: say(
        "What stands in the NIP column is not a NIP. Fill in 18 digits, or choose another column."
    ),
    HoldReason.REPEATED: lambda say: say(
        "This NIP stood in an earlier row, and this row adds nothing or bears another name. Keep the "
        "right row, delete the other one."
    ),
    HoldReason.UNKNOWN_WITHOUT_NAME: lambda say: say(
        "Nobody with this NIP is recorded, and the row has no name. Import the list of people first, "
        "or fill in the name."
    ),
    HoldReason.NO_PLATFORM: lambda say: say(
        "Nothing says on which platform an account of this row is. Type Instagram, Facebook or the like "
        "into its cell."
    ),
    HoldReason.ABOVE_HEADER: lambda say: say(
        "This person stands above the row of column headings, where nothing is read. Choose the row "
        "of headings above the first person, or move it there in the file, then import again."
    ),
    HoldReason.FORM_MIXED: lambda say: say(
        "In this row of the form, code, NIP and name no longer belong to one person: rows were copied, "
        "pasted over or sorted apart. Compare the row with the office, then accept or correct it."
    ),
    HoldReason.FORM_UNKNOWN: lambda say: say(
        "This form was not sent out from here, or its code was changed. Ask the office for its roster "
        "instead."
    ),
    HoldReason.FORM_PERSON_GONE: lambda say: say(
        "The person for whom this row was printed is not recorded any more. Add the person again, or "
        "set the row aside."
    ),
    HoldReason.FORM_CONFLICT: lambda say: say(
        "Two forms, or a form and what was recorded since it went out, say different things. Choose "
        "which one holds."
    ),
}

_DOUBTS: Mapping[NipDoubt, Words] = {
    NipDoubt.SEX_DIGIT: lambda say: say(
        "Digit 15 of the NIP (1 male, 2 female) is neither 1 nor 2."
    ),
    NipDoubt.APPOINTMENT_YEAR: lambda say: say(
        "Digits 9 to 12 of the NIP, the year of appointment, are unusual."
    ),
    NipDoubt.APPOINTMENT_MONTH: lambda say: say(
        "Digits 13 and 14 of the NIP are neither a month nor the mark of a PPPK."
    ),
    NipDoubt.APPOINTMENT_AGE: lambda say: say(
        "By the NIP this person was younger than 16 or older than 60 when appointed."
    ),
}

_CERTAINTY: Mapping[Certainty, Words] = {
    Certainty.KNOWN: lambda say: say("known layout"),
    Certainty.CERTAIN: lambda say: say("certain"),
    Certainty.LIKELY: lambda say: say("fairly sure"),
    Certainty.GUESS: lambda say: say("guess"),
}


_GROUNDS: Mapping[Ground, Words] = {
    Ground.FILE_DIGITS: lambda say: say(
        "All 18 digits stand in the file; only the display lost them."
    ),
    Ground.LOST_END: lambda say: say("The digits that are left belong to this person."),
    Ground.BIRTH_AND_NAME: lambda say: say(
        "Only year and month of birth are left of the number; the name is the same."
    ),
    Ground.MISTYPED: lambda say: say("One or two digits away from the NIP of this person."),
    Ground.ONE_OF_SEVERAL: lambda say: say(
        "One of the numbers in the cell belongs to this person."
    ),
    Ground.SWAPPED: lambda say: say("Name and NIP stand in each other's column."),
}


def ground_words(ground: Ground, language: Language) -> str:
    """Why a number is proposed."""
    return _GROUNDS[ground](language.say)


def outcome_word(outcome: Outcome, language: Language) -> str:
    """Baru, Berubah, Tetap, Ditahan, Dilewati."""
    return _OUTCOMES[outcome](language.say)


def skipped_label(kind: SkippedKind, language: Language) -> str:
    """What a row is that carries no person."""
    return _SKIPPED[kind](language.say)


def held_label(
    reason: NipFlaw | HoldReason, language: Language, *, in_file: bool | None = None
) -> str:
    """Why a row waits, in a few words.

    `in_file`: of a number cell, whether the file itself has all 18 digits; None: not asked.
    """
    if reason is NipFlaw.NUMERIC and in_file is not None:
        say = language.say
        return say("Number, all 18 digits") if in_file else say("Number, digits lost")
    return _HELD[reason](language.say)


def held_advice(reason: NipFlaw | HoldReason, language: Language, *, in_file: bool = False) -> str:
    """Why a row waits and what to do about it, in a sentence or two.

    `in_file`: of a number cell, the file itself has all 18 digits.
    """
    if reason is NipFlaw.NUMERIC and in_file:
        return language.say(
            "The NIP is stored as a number, but all 18 digits stand in the file. Compare them with "
            "the name, then accept the proposal."
        )
    return _ADVICE[reason](language.say)


def numbers_advice(held: int, in_file: int, language: Language) -> str:
    """What to do about so many number cells, of which the file has all 18 digits of `in_file`."""
    if in_file == held:
        return held_advice(NipFlaw.NUMERIC, language, in_file=True)
    lost = held_advice(NipFlaw.NUMERIC, language)
    if not in_file:
        return lost
    whole = language.say_many(
        "In {count} of these rows all 18 digits stand in the file: accept its proposal.",
        "In {count} of these rows all 18 digits stand in the file: accept their proposals.",
        in_file,
    )
    return f"{lost} {whole}"


def whole_column_words(language: Language) -> tuple[str, str]:
    """Where all NIPs of a sheet are numbers: said once for the column, in a title and a sentence."""
    return (
        language.say("NIP column stored as numbers"),
        language.say(
            "The last 3 digits of the whole column are lost. Set it to Text in Excel, type or copy the "
            "NIPs again from their source, save, then import again. Known people are proposed here."
        ),
    )


def doubt_sentence(doubt: NipDoubt, language: Language) -> str:
    """An oddity of a NIP that is accepted all the same."""
    return _DOUBTS[doubt](language.say)


def certainty_word(certainty: Certainty, language: Language) -> str:
    """How sure the meaning of a column is: pasti, cukup yakin, tebakan."""
    return _CERTAINTY[certainty](language.say)
