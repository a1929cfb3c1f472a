"""What was corrected about a person: each field before and after, when, and by whom."""

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.domain.report import Cell
from app.domain.roster import PERSON_FIELDS
from app.services.privacy.own_data.gathering import OwnData
from app.storage.of_person import StoredRow
from app.wording.fields import consent_word, person_text_label, service_word
from app.wording.language import Language


def changed_rows(data: OwnData, language: Language) -> list[tuple[Cell, ...]]:
    """The newest change last; what was undone stands here too, as a change back."""
    states = [row for row in data.rows if row.table in ("people", "accounts")]
    ordered = sorted(states, key=lambda row: (row.table, str(row.row_id), row.until is None))
    found: list[tuple[str, tuple[Cell, ...]]] = []
    for _, versions in groupby(ordered, key=lambda row: (row.table, row.row_id)):
        one = list(versions)
        for before, after in pairwise(one):
            found += _changes(before, after.values, language)
    return [cells for _, cells in sorted(found, key=lambda each: each[0])]


def _changes(
    before: StoredRow, after: Mapping[str, object], language: Language
) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    if before.until is None:
        return
    at, by = before.until
    when = language.short_moment(at)
    for name, old in before.values.items():
        new = after.get(name)
        if old != new and name not in ("id", "touched", "person_id"):
            label = _label(before, name, language)
            cells = (when, by or "–", label, _said(name, old, language), _said(name, new, language))
            yield at.isoformat(), cells


def _label(row: StoredRow, name: str, language: Language) -> str:
    if name in PERSON_FIELDS:
        return person_text_label(name, language)
    say = language.say
    known = {
        "nip": say("NIP"),
        "consent": say("Consent"),
        "consent_on": say("Day of the consent"),
        "service": say("In service"),
        "handle": say("Account"),
        "also": say("Second account"),
        "written": say("As it was written"),
        "stated_none": say("Says that there is no account"),
        "unreadable": say("Unreadable count"),
    }
    word = known.get(name, name)
    if row.table == "accounts":
        return f"{Platform(str(row.values['platform'])).name_shown}: {word}"
    return word


def _said(name: str, value: object, language: Language) -> str:
    if value in (None, ""):
        return "–"
    if name == "consent":
        return consent_word(Consent(str(value)), language)
    if name == "service":
        return service_word(Service(str(value)), language)
    if name == "stated_none":
        return language.say("yes") if value else language.say("no")
    return str(value)
