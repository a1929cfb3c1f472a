"""The words of the data map: what each part is, what it is for, and on which ground it is kept."""

from collections.abc import Mapping

from app.domain.data_map import Keeping, LegalGround, Place
from app.wording.language import Language, Words
from app.wording.retention import months_word

_PARTS: Mapping[str, tuple[Words, Words]] = {
    "people": (
        lambda say: say("People: NIP, name, titles, rank, position, unit, consent"),
        lambda say: say("to know whose accounts these are and which office they serve in"),
    ),
    "former_nips": (
        lambda say: say("Earlier NIPs"),
        lambda say: say("to find a person in older files again"),
    ),
    "accounts": (
        lambda say: say("Accounts in social media"),
        lambda say: say("to count followers"),
    ),
    "counts": (
        lambda say: say("Follower counts with day and source"),
        lambda say: say("to judge who qualifies, and to see the development"),
    ),
    "checked_counts": (
        lambda say: say("Counts that were looked at twice"),
        lambda say: say("not to ask about them again"),
    ),
    "activities": (
        lambda say: say("Whether accounts are in use"),
        lambda say: say("to judge by the rule of the office"),
    ),
    "counts_apart": (
        lambda say: say("Fetched counts that wait for a decision"),
        lambda say: say("not to believe a number that looks wrong"),
    ),
    "account_ids": (
        lambda say: say("What platforms themselves call an account"),
        lambda say: say("to know an account again after it was renamed"),
    ),
    "fetch_items": (
        lambda say: say("Which account was asked for when, and what came of it"),
        lambda say: say("to go on where fetching stopped"),
    ),
    "fetch_jobs": (
        lambda say: say("When counts were fetched, and by whom"),
        lambda say: say("to account for what is done with the data"),
    ),
    "clarifications": (
        lambda say: say("Clarifications of counts that jumped"),
        lambda say: say("to prove why an account counts or does not"),
    ),
    "evidence": (
        lambda say: say("Which picture proves which count"),
        lambda say: say("to prove a count"),
    ),
    "held_rows": (
        lambda say: say("Rows that wait"),
        lambda say: say("so that no row of a file is lost"),
    ),
    "form_people": (
        lambda say: say("Rows of forms that went out"),
        lambda say: say("to know whose row comes back"),
    ),
    "snapshot_contents": (
        lambda say: say("Rows of closed periods"),
        lambda say: say("to prove what was reported then"),
    ),
    "snapshot_rows": (
        lambda say: say("Which row belongs to which closing"),
        lambda say: say("to prove what was reported then"),
    ),
    "earlier_rows": (
        lambda say: say("Earlier states of rows"),
        lambda say: say("so that every step can be undone"),
    ),
    "inserted_rows": (
        lambda say: say("Which rows an action added, by number"),
        lambda say: say("so that every step can be undone"),
    ),
    "reversals": (
        lambda say: say("Which steps were taken back"),
        lambda say: say("so that every step can be undone"),
    ),
    "actions": (
        lambda say: say("Who did what kind of thing, and when"),
        lambda say: say("to account for what is done with the data"),
    ),
    "imports": (
        lambda say: say("Imports: when, by whom, how many rows"),
        lambda say: say("to account for what is done with the data"),
    ),
    "import_files": (
        lambda say: say("Names and fingerprints of files that were imported"),
        lambda say: say("to trace a count to its file"),
    ),
    "import_sheets": (
        lambda say: say("Names of sheets that were imported, and how many rows"),
        lambda say: say("to trace a count to its file"),
    ),
    "as_of_corrections": (
        lambda say: say("Corrected days of imports"),
        lambda say: say("to date counts rightly"),
    ),
    "form_rounds": (
        lambda say: say("When forms went out, and who sent them"),
        lambda say: say("to remind whoever has not answered"),
    ),
    "forms": (
        lambda say: say("Which organisation got which form"),
        lambda say: say("to remind whoever has not answered"),
    ),
    "form_returns": (
        lambda say: say("Which forms came back"),
        lambda say: say("to remind whoever has not answered"),
    ),
    "periods": (
        lambda say: say("Periods that were ever closed"),
        lambda say: say("to prove what was reported then"),
    ),
    "period_revisions": (
        lambda say: say("Closings: totals, rule, who closed"),
        lambda say: say("to prove what was reported then"),
    ),
    "period_reopenings": (
        lambda say: say("Why a closed period was opened again"),
        lambda say: say("to prove what was reported then"),
    ),
    "written_reports": (
        lambda say: say("Reports that were written: when, by whom, of what, the file"),
        lambda say: say("to say later whose report a file is"),
    ),
    "submissions": (
        lambda say: say("Workbooks of other offices: who sent them, when, totals"),
        lambda say: say("to add up the reports of several offices"),
    ),
    "submission_contents": (
        lambda say: say("Rows of workbooks of other offices"),
        lambda say: say("to add up the reports of several offices"),
    ),
    "submission_rows": (
        lambda say: say("Which row belongs to which workbook"),
        lambda say: say("to add up the reports of several offices"),
    ),
    "signatories": (
        lambda say: say("Who signs reports: name, position, NIP"),
        lambda say: say("to print the signature block"),
    ),
    "settings": (
        lambda say: say("Settings of the office and of the window"),
        lambda say: say("to work as the office chose"),
    ),
    "layouts": (
        lambda say: say("Heads of tables that were recognised"),
        lambda say: say("to read the next file at once"),
    ),
    "unit_names": (
        lambda say: say("Spellings of units"),
        lambda say: say("to read the next file at once"),
    ),
    "commits": (
        lambda say: say("How often was saved"),
        lambda say: say("to know whether something was saved"),
    ),
    "alembic_version": (
        lambda say: say("Version of the database"),
        lambda say: say("to open it with the right program"),
    ),
    "pictures": (
        lambda say: say("Pictures that prove counts, without camera, place or owner"),
        lambda say: say("to prove a count"),
    ),
    "backups": (
        lambda say: say("Backups with everything above"),
        lambda say: say("so that nothing is lost"),
    ),
    "second_place": (
        lambda say: say("Copies of the backups"),
        lambda say: say("so that nothing is lost with the computer"),
    ),
    "aside": (
        lambda say: say("Broken databases that were set aside"),
        lambda say: say("so that somebody may still read them"),
    ),
    "audit": (
        lambda say: say("Audit log: who did what, when, to how many; nobody of the office in it"),
        lambda say: say("to show what was done with the data"),
    ),
    "log": (
        lambda say: say("Log of the program: kinds and numbers, no names, no NIPs"),
        lambda say: say("to find faults"),
    ),
}

_GROUNDS: Mapping[LegalGround, Words] = {
    LegalGround.PUBLIC_DUTY: lambda say: say("task of the office (UU 27/2022, article 20)"),
    LegalGround.CONSENT: lambda say: say("consent of the person (UU 27/2022, articles 20–22)"),
    LegalGround.ACCOUNTABILITY: lambda say: say(
        "duty to record processing (UU 27/2022, article 31)"
    ),
    LegalGround.NO_PERSONAL_DATA: lambda say: say("no personal data"),
}

_KEEPING: Mapping[Keeping, Words] = {
    Keeping.PERSON: lambda say: say("as long as the person is kept"),
    Keeping.FOR_UNDO: lambda say: say("as long as a step can be undone"),
    Keeping.SETTLED: lambda say: say("until somebody settles it"),
    Keeping.ALWAYS: lambda say: say("stays; of an erased person nothing is left in it"),
    Keeping.CHANGED: lambda say: say("until somebody changes it"),
    Keeping.ROTATION: lambda say: say("a few, by age"),
}

_PLACES: Mapping[Place, Words] = {
    Place.DATABASE: lambda say: say("Database"),
    Place.PICTURES: lambda say: say("Folder of pictures"),
    Place.BACKUPS: lambda say: say("Folder of backups"),
    Place.SECOND_PLACE: lambda say: say("Second place"),
    Place.ASIDE: lambda say: say("Folder of what is broken"),
    Place.AUDIT: lambda say: say("File of the audit log"),
    Place.LOG: lambda say: say("Folder of the log"),
}


KEYS = frozenset(_PARTS)
"""Every part that has words."""


def part_words(key: str, language: Language) -> str:
    """What a part of the map is."""
    return _PARTS[key][0](language.say)


def purpose_words(key: str, language: Language) -> str:
    """What it is for."""
    return _PARTS[key][1](language.say)


def ground_words(ground: LegalGround, language: Language) -> str:
    """On which ground it is kept."""
    return _GROUNDS[ground](language.say)


def keeping_words(keeping: Keeping, language: Language) -> str:
    """Until when it stays."""
    return _KEEPING[keeping](language.say)


def stays_words(keeping: Keeping, months: int | None, language: Language) -> str:
    """Until when it stays, or the limit that the office set."""
    if not months:
        return keeping_words(keeping, language)
    text = language.say("at most {months}, by the limit of the office")
    return text.format(months=months_word(months, language))


_REPORTED = frozenset(("people", "accounts", "counts", "snapshot_contents", "signatories"))
_SENT = frozenset(("form_people",))


def seen_words(key: str, language: Language) -> str:
    """Who sees it."""
    if key in _REPORTED:
        return language.say("clerks at this computer, and whoever gets a report")
    if key in _SENT:
        return language.say("clerks at this computer, and the office that gets the form")
    if key == "log":
        return language.say("whoever looks after the program")
    return language.say("clerks at this computer")


def place_words(place: Place, language: Language) -> str:
    """Where it lies."""
    return _PLACES[place](language.say)
