"""The word of each kind of action, for lists of what was done."""

from collections.abc import Mapping

from app.wording.language import Language, Words

_KINDS: Mapping[str, Words] = {
    "import": lambda say: say("Import"),
    "undo_import": lambda say: say("Import undone"),
    "undo": lambda say: say("Step undone"),
    "correct_as_of": lambda say: say("Day of an import corrected"),
    "settle_held": lambda say: say("Rows that waited finished"),
    "set_aside_held": lambda say: say("Rows that waited set aside"),
    "add_person": lambda say: say("Person added"),
    "change_person": lambda say: say("Details changed"),
    "change_nip": lambda say: say("NIP changed"),
    "service": lambda say: say("Moved, retired, or back"),
    "consent": lambda say: say("Consent noted"),
    "merge": lambda say: say("Two records merged"),
    "account": lambda say: say("Accounts changed"),
    "activity": lambda say: say("Use of accounts noted"),
    "record": lambda say: say("Counts recorded"),
    "take_back": lambda say: say("Counts taken back"),
    "check_count": lambda say: say("Counts looked at twice"),
    "clarify": lambda say: say("Clarification"),
    "exclude": lambda say: say("Account excluded"),
    "unclarify": lambda say: say("Clarification taken back"),
    "evidence": lambda say: say("Evidence added"),
    "remove_evidence": lambda say: say("Evidence removed"),
    "fetch": lambda say: say("Counts fetched"),
    "accept_fetched": lambda say: say("Fetched count accepted"),
    "refuse_fetched": lambda say: say("Fetched count refused"),
    "receive": lambda say: say("Workbooks of other offices received"),
}


def action_word(kind: str, language: Language) -> str:
    """What was done; a kind of a later Gaung by its own key."""
    return _KINDS[kind](language.say) if kind in _KINDS else kind
