"""Words about a portable office: what it holds, which of two copies is newer, what stays behind."""

from collections.abc import Sequence

from app.services.portable.looking import Known, Newer, Portable
from app.services.portable.making import Made
from app.ui.backups.words import moment
from app.wording.language import Language
from app.wording.portable import size_words


def held_words(there: Portable, language: Language) -> str:
    """How many people and counts, and when somebody last worked on it."""
    many, holding = language.say_many, there.holding
    parts = [
        many("{count} person", "{count} people", holding.people),
        many("{count} count", "{count} counts", holding.counts),
    ]
    if there.worked_at is not None:
        worked = language.say("last worked on {moment}")
        parts.append(worked.format(moment=moment(there.worked_at, language)))
    return ", ".join(parts)


def made_words(made: Made, language: Language) -> str:
    """What went to the stick."""
    many = language.say_many
    parts = [
        many("{count} picture", "{count} pictures", made.pictures),
        many("{count} backup", "{count} backups", made.backups),
        size_words(made.size, language),
    ]
    words = language.say("Database, audit log, settings, {rest}; every file proven.")
    whole = [words.format(rest=", ".join(parts))]
    if made.left_out:
        left = language.say("Damaged before, and left out: {names}")
        whole.append(left.format(names=", ".join(made.left_out)))
    return " ".join(whole)


def known_words(known: Known, language: Language) -> str:
    """Where the other one is, and which of the two is newer."""
    say, record = language.say, known.record
    also = say("This office is also in {place}, filled on {moment}.").format(
        place=record.place, moment=moment(record.made_at, language)
    )
    return f"{also} {newer_words(known.newer, language)}"


def newer_words(newer: Newer, language: Language) -> str:
    """Where work was done since the two were the same."""
    say = language.say
    return {
        Newer.NEITHER: say("Nothing was changed in either since then."),
        Newer.HERE: say("The one on this computer is newer; nothing was changed on the stick."),
        Newer.THERE: say("The one on the stick is newer: it was worked on there."),
        Newer.BOTH: say(
            "Both were changed since then. They are never mixed: one of them has to be chosen."
        ),
        Newer.UNKNOWN: say("Which of the two is newer cannot be told from here."),
    }[newer]


def staying_lines(language: Language) -> Sequence[str]:
    """What of a portable office can be left on a computer that is only borrowed."""
    say = language.say
    return (
        say(
            "Nothing of the office: database, evidence, backups, settings and, where Gaung was started "
            "for it, the log lie on the stick. Tokens are kept only until Gaung is closed."
        ),
        say(
            "Reports and workbooks stay where you save them: choose the folder Laporan on the stick."
        ),
        say(
            "A workbook that is being imported is copied to the temporary folder of the computer and "
            "removed after it is read; a power cut in between leaves it there."
        ),
        say(
            "Windows itself may remember names of files that were opened, and what was printed or copied "
            "to the clipboard. Opened from the window of a Gaung that was running already, that one's "
            "log gets lines without names or numbers."
        ),
    )
