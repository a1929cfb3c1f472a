"""Sentences about the office on a stick: what it holds, and what whoever finds it should know."""

from datetime import datetime

from app.wording.language import Language


def size_words(size: int, language: Language) -> str:
    """A size in megabytes, never as nothing."""
    return f"{language.number(max(1, round(size / 1_000_000)))} MB"


def personal_data_words(language: Language) -> str:
    """Said wherever an office goes to a stick."""
    return language.say(
        "The stick carries personal data of civil servants and is not encrypted: keep it safe, or "
        "encrypt it first (BitLocker To Go). Gaung does not do that."
    )


def handover_note(office: str, computer: str, made_at: datetime, language: Language) -> str:
    """The text file beside a portable office; lines of finished text."""
    say = language.say
    moment = language.moment(made_at)
    lines = (
        say("Portable office of Gaung") + (f": {office}" if office else ""),
        say("Made on {moment} at the computer {computer}.").format(
            moment=moment, computer=computer or "–"
        ),
        "",
        say("This folder is the whole office: database, evidence, backups, audit log, settings."),
        say(
            "It holds personal data of civil servants, and is not encrypted. Whoever has the stick can "
            "read it: keep it like a personnel file, or encrypt the stick (BitLocker To Go)."
        ),
        say(
            "Found it? Please hand it back to the office named above, unopened. Lost it? Tell the head "
            "of the office at once: a leak has to be reported within 3x24 hours."
        ),
        "",
        say(
            "To open it: start Gaung, go to Settings, Portable office, choose “Open from a stick”, and "
            "take this folder."
        ),
        say(
            "Do not copy single files out of this folder or into it, and close Gaung before the stick "
            "is pulled out."
        ),
        say(
            "There are two copies of the office now. Work in one of them only, and bring it back in "
            "the settings of Gaung at the computer of the office: they are never mixed."
        ),
    )
    return "\n".join(lines) + "\n"
