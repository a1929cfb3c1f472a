"""What the audit log says: each kind of line by its word, and what the check of the chain found."""

from collections.abc import Mapping

from app.domain.audit import Checked, Flaw
from app.wording.actions import action_word
from app.wording.language import Language, Words

_KINDS: Mapping[str, Words] = {
    "begin_log": lambda say: say("Audit log begun"),
    "begin_anew": lambda say: say("Office begun anew"),
    "older_database": lambda say: say("An older database found in its place"),
    "redo": lambda say: say("Step done again"),
    "settings": lambda say: say("Settings changed"),
    "office_identity": lambda say: say("Office identity changed"),
    "signatory": lambda say: say("Signatories changed"),
    "close_period": lambda say: say("Period closed"),
    "open_period": lambda say: say("Period opened again"),
    "issue_forms": lambda say: say("Forms sent round"),
    "report": lambda say: say("Report written"),
    "backup": lambda say: say("Backup made"),
    "remove_backups": lambda say: say("Backups removed"),
    "restore": lambda say: say("Backup restored"),
    "erase": lambda say: say("Person erased"),
    "purge": lambda say: say("Erased person purged from copies"),
    "retention": lambda say: say("Old data removed by the limits"),
    "make_portable": lambda say: say("Portable office made"),
}
_FLAWS: Mapping[Flaw, Words] = {
    Flaw.CHANGED: lambda say: say("Line {line} is not what was written: it was changed."),
    Flaw.UNCHAINED: lambda say: say(
        "Line {line} does not follow the one before: lines were removed, added, or changed places."
    ),
    Flaw.CUT: lambda say: say(
        "Line {line}, which a backup knows, is not there: the end was cut off, or all of it was "
        "written anew."
    ),
}


def act_word(kind: str, language: Language) -> str:
    """What was done."""
    return _KINDS[kind](language.say) if kind in _KINDS else action_word(kind, language)


def checked_title(checked: Checked, language: Language) -> str:
    """Whether the chain holds, in three words."""
    say = language.say
    return say("The chain is whole") if checked.flaw is None else say("The chain is broken")


def checked_words(checked: Checked, language: Language) -> str:
    """How many lines hold, or which one does not."""
    if checked.flaw is not None:
        return _FLAWS[checked.flaw](language.say).format(line=language.number(checked.at))
    return language.say_many(
        "{count} line follows the one before, and backups know of no other.",
        "All {count} lines follow one another, and backups know of no other.",
        checked.lines,
    )
