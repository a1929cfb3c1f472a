"""What a notice about an incident must say, and what the program knows of it."""

from datetime import date, datetime

from app.domain.office import Office
from app.wording.language import Language

BLANK = ""


def notice_rows(
    office: Office, people: int, since: date | None, now: datetime, language: Language
) -> list[tuple[str, str, str]]:
    """What must be said, what is known here, and a free cell for the office."""
    say = language.say
    whom = ", ".join(part for part in (office.name, office.government) if part) or "–"
    reach = " · ".join(part for part in (office.address, office.phone, office.contact) if part)
    kept = say("nothing yet") if since is None else language.date(since)
    number = language.say_many("{count} person", "{count} people", people)
    if people:
        most = say("at most {people}: everybody who is kept here")
        number = most.format(people=number)
    asked: tuple[tuple[str, str], ...] = (
        (say("Who processes the data"), whom),
        (say("How to reach the office"), reach or "–"),
        (say("When it was noticed"), BLANK),
        (
            say("Notice due within 3 x 24 hours after that; this workbook was written"),
            language.moment(now),
        ),
        (say("When it happened"), BLANK),
        (say("How it happened"), BLANK),
        (say("Which data got out"), say("see the sheet of categories; cross out what did not")),
        (say("How many people"), number),
        (say("Data are kept here since"), kept),
        (say("What may follow for the people"), BLANK),
        (say("What was done at once"), BLANK),
        (say("What is done to restore and to prevent it"), say("see the sheet of protection")),
        (say("Whom people may ask"), BLANK),
        (say("Told to the people on"), BLANK),
        (say("Told to the authority on"), BLANK),
        (say("Told to the public on, where that is needed"), BLANK),
        (say("Name, position and signature"), BLANK),
    )
    return [(what, known, BLANK) for what, known in asked]


def protection_rows(backups: int, *, whole: bool, language: Language) -> list[tuple[str, str]]:
    """How the data are protected by the program, as far as that is true now."""
    say = language.say
    number = language.say_many("{count} backup", "{count} backups", backups)
    state = say("whole") if whole else say("damaged: see the settings")
    return [
        (say("Where the data lie"), say("on this computer; network shares are refused")),
        (say("What leaves the computer by itself"), say("nothing; no telemetry")),
        (say("NIK, NPWP, address, religion, marital status"), say("never stored")),
        (say("Database, checked for this notice"), state),
        (say("Backups with a seal"), number),
        (say("What was deleted"), say("is overwritten")),
        (say("Encryption of the disk"), say("not done by the program: is BitLocker on?")),
        (say("Who may open this computer"), BLANK),
    ]
